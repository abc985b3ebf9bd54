// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/matching.hpp"
#include "core/base/text.hpp"

#include <string_view>
#include <vector>

namespace casus {

/// A text in each language that it has: a name is understood in all of them, whatever language its reader chose.
inline std::vector<std::string_view> each_language(const Text& text) {
  std::vector<std::string_view> all{text.nl, text.en};
  for (const auto& one : text.more) all.emplace_back(one.words);
  return all;
}

/// Whether what was typed is this name in one of its languages, with its accents or without.
inline bool is_name_of(std::string_view wanted, const Text& name) {
  if (wanted.empty()) return false;
  const auto sought = matched(wanted);
  for (const auto words : each_language(name))
    if (matched(words) == sought) return true;
  return false;
}

}  // namespace casus
