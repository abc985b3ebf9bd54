// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/json/field_walk.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// What somebody wrote in a command. Internal to core/engine.
namespace casus::engine {

/// Fields that hold a key, an id, or who is meant: no text that somebody writes.
inline bool is_technical(std::string_view key) {
  constexpr std::array<std::string_view, 30> kKeys{
      "kind",   "to",     "re",       "who",   "checks", "person",        "with",  "method", "workflow", "id",
      "goal",   "action", "decision", "from",  "one",    "other",         "child", "parent", "step",     "contact",
      "domain", "list",   "key",      "scale", "lens",   "neighbourhood", "ref",   "whose",  "typed_in", "into"};
  return std::ranges::find(kKeys, key) != kKeys.end();
}

/// Every text of a command that somebody wrote, with its field. They point into the command.
std::vector<std::pair<std::string_view, std::string_view>> typed_texts(const auto& body) {
  std::vector<std::pair<std::string_view, std::string_view>> all;
  const auto take = [&](std::string_view key, const std::string& text) {
    if (!text.empty() && !is_technical(key)) all.emplace_back(key, text);
  };
  std::visit([&](const auto& one) { fields::walk(one, take); }, body);
  return all;
}

}  // namespace casus::engine
