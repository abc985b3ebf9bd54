// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/json/field_walk.hpp"
#include "core/model/ref_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

/// The ids that a command names. Internal to core/service.
namespace casus::service {

/// Whether a field names a goal, an action, a question, ... by its id.
inline bool names_a_record(std::string_view key) {
  constexpr std::array<std::string_view, 12> kKeys{"goal", "action", "line",     "decision", "re",        "request",
                                                   "card", "round",  "sentence", "promise",  "objection", "focus"};
  return std::ranges::find(kKeys, key) != kKeys.end();
}

/// Puts each id that a command names as it is kept: "#A1 " is a1. What cannot be an id stays as it was typed, for the
/// refusal to quote. In any command: of a case, of the team, of a session of learning.
void read_refs(auto& body) {
  const auto is_id = [](std::string_view ref) {
    return ref.size() > 1 && ref.front() >= 'a' && ref.front() <= 'z' && is_line_number(ref.substr(1));
  };
  const auto read = [&](std::string_view key, std::string& value) {
    constexpr std::size_t kLongest = 12;  // texts are longer, and not looked at
    if (value.empty() || value.size() > kLongest || !names_a_record(key)) return;
    if (auto ref = ref_typed(value); is_id(ref)) value = std::move(ref);
  };
  std::visit([&](auto& one) { fields::walk(one, read); }, body);
}

}  // namespace casus::service
