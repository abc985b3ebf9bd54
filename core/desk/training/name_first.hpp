// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/person_name.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string_view>

namespace casus::desk {

/// How much of the beginning of a text is this name, as people compare names: with or without its accents. 0 when it
/// does not begin so. `behind`: what may stand behind a name; empty for all but a letter or a digit.
inline std::size_t name_length_first(std::string_view text, std::string_view name, std::string_view behind = {}) {
  if (text.empty() || name_key(name).empty() || text.front() == ' ') return 0;
  const auto ends = [&](char c) {
    if (!behind.empty()) return behind.find(c) != std::string_view::npos;
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80U && std::isalnum(byte) == 0;
  };
  constexpr std::size_t kMost = 4;  // an accent of its own behind each letter, and signs of no width
  const auto last = std::min(text.size(), kMost * name.size());
  for (std::size_t at = 1; at <= last; ++at)
    if ((at == text.size() || ends(text[at])) && text[at - 1] != ' ' && same_name(text.substr(0, at), name)) return at;
  return 0;
}

}  // namespace casus::desk
