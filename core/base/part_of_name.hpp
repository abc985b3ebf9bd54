// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus {

/// Whether it stands in the name as whole words, and is not all of it: "ervaring" in "eigen ervaring". Words that are
/// too short to mean one name ("de", "van") do not.
inline bool is_part_of_name(std::string_view typed, std::string_view name) {
  constexpr std::size_t kShortest = 4;
  const auto part = folded(trimmed(typed)), whole = folded(name);
  return part.size() >= kShortest && part.size() < whole.size() &&
         (' ' + whole + ' ').find(' ' + part + ' ') != std::string::npos;
}

/// The one of these names that it is a part of; empty when that is none, or more than one.
inline std::string named_by_part(std::string_view typed, const std::vector<std::string_view>& names) {
  std::string found;
  for (const auto name : names) {
    if (!is_part_of_name(typed, name) || found == name) continue;
    if (!found.empty()) return {};
    found = name;
  }
  return found;
}

}  // namespace casus
