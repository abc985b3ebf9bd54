// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>

namespace casus {

/// A sign of UTF-8, as its bytes say it: whether they are well-formed is for `is_utf8` to say.
struct Utf8Sign {
  std::uint32_t point = 0;  ///< the byte itself when it begins no sign, or the text ends within it
  std::size_t length = 1;   ///< in bytes
  bool whole = true;
};

/// The sign that begins at `at`, which lies within the text.
inline Utf8Sign utf8_sign(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0x80 ? 1 : lead >> 5 == 0x6 ? 2 : lead >> 4 == 0xE ? 3 : lead >> 3 == 0x1E ? 4 : 0;
  if (length == 0 || at + length > text.size()) return {lead, 1, false};
  std::uint32_t point = length == 1 ? lead : lead & (0x7FU >> length);
  for (std::size_t k = 1; k < length; ++k) point = point << 6 | (static_cast<unsigned char>(text[at + k]) & 0x3FU);
  return {point, length, true};
}

}  // namespace casus
