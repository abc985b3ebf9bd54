// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/explain/case_view.hpp"
#include "core/method/criterion.hpp"
#include "tests/engine/story.hpp"
#include "tests/method/files.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {

/// Whether a criterion, as a file writes it, holds for the case now.
inline bool holds_now(const Story& story, const char* criterion) {
  Problems problems;
  const auto asked = method::criterion_from(nlohmann::json::parse(criterion), "", problems);
  REQUIRE(lines_of(problems) == std::vector<std::string>{});
  return method::holds(asked, engine::CaseView(story.c, story.now, story.library));
}

}  // namespace casus::test
