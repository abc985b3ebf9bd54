// SPDX-License-Identifier: EUPL-1.2
#include "core/base/matching.hpp"

#include <array>
#include <cstdint>

namespace casus {
namespace {

/// The letters under the accents of U+00C0 to U+017F, in order; a dot for what is no letter with an accent.
constexpr std::string_view kPlain =
    "aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllll."
    ".llnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

struct Point {
  std::uint32_t value = 0;
  std::size_t length = 1;
};

/// A byte that begins nothing is a point of its own, so that no text is lost.
Point point_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0x80 ? 1 : lead >> 5 == 0x6 ? 2 : lead >> 4 == 0xE ? 3 : lead >> 3 == 0x1E ? 4 : 0;
  if (length == 0 || at + length > text.size()) return {0x110000U + lead, 1};
  std::uint32_t value = length == 1 ? lead : lead & (0x7FU >> length);
  for (std::size_t k = 1; k < length; ++k) value = value << 6 | (static_cast<unsigned char>(text[at + k]) & 0x3FU);
  return {value, length};
}

bool is_unseen(std::uint32_t point) {
  return (point >= 0x0300 && point <= 0x036F) || (point >= 0x200B && point <= 0x200F) || point == 0x2060 ||
         point == 0xFEFF || point == 0x00AD;
}

bool is_apostrophe(std::uint32_t point) {
  constexpr std::array<std::uint32_t, 7> kAll{0x0060, 0x00B4, 0x02BC, 0x2018, 0x2019, 0x201B, 0x2032};
  for (const auto one : kAll)
    if (one == point) return true;
  return false;
}

bool is_space(std::uint32_t point) {
  return point == ' ' || point == '\t' || point == '\n' || point == '\r' || point == 0x00A0 || point == 0x202F ||
         (point >= 0x2000 && point <= 0x200A);
}

}  // namespace

std::string matched(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, length] = point_at(text, at);
    if (is_unseen(point)) {
      // Left out.
    } else if (is_apostrophe(point)) {
      out += '\'';
    } else if (is_space(point)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (point >= 'A' && point <= 'Z') {
      out += static_cast<char>(point - 'A' + 'a');
    } else if (point == 0x00DF) {
      out += "ss";
    } else if (point == 0x00C6 || point == 0x00E6) {
      out += "ae";
    } else if (point >= 0x00C0 && point < 0x00C0 + kPlain.size() && kPlain[point - 0x00C0] != '.') {
      out += kPlain[point - 0x00C0];
    } else {
      out += text.substr(at, length);
    }
    at += length;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace casus
