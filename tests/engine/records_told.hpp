// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/engine/asked.hpp"
#include "tests/engine/records_story.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace casus::test {

inline Record harm(const std::string& text, std::vector<std::string> set = {}) {
  return {"harm", text, std::move(set)};
}

/// In the first step, where Noor tells.
inline Story telling(const nlohmann::ordered_json& file = records_file()) {
  auto story = asked_by(file);
  return story.go_to(Phase::analysis, "tell");
}

inline std::string filled(const Case& c, std::string_view record, std::string_view field) {
  const auto found = std::ranges::find(c.contributions, record, &Contribution::id);
  REQUIRE(found != c.contributions.end());
  const auto one = std::ranges::find(found->values, field, &RecordedValue::field);
  REQUIRE(one != found->values.end());
  return one->value;
}

}  // namespace casus::test
