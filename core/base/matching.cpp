// SPDX-License-Identifier: EUPL-1.2
#include "core/base/matching.hpp"

#include "core/base/utf8.hpp"

#include <array>
#include <cstdint>

namespace casus {
namespace {

/// The letters under the accents of U+00C0 to U+017F, in order; a dot for what is no letter with an accent.
constexpr std::string_view kPlain =
    "aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllll."
    ".llnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// A byte that begins nothing is a point of its own, so that no text is lost.
Utf8Sign point_at(std::string_view text, std::size_t at) {
  auto sign = utf8_sign(text, at);
  if (!sign.whole) sign.point += 0x110000U;
  return sign;
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
    const auto [point, length, whole] = point_at(text, at);
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
