// SPDX-License-Identifier: EUPL-1.2
#include "core/base/base64.hpp"

#include <array>

namespace casus {
namespace {

constexpr std::string_view kSigns = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr auto kValues = [] {
  std::array<signed char, 256> values{};
  values.fill(-1);
  for (std::size_t i = 0; i < kSigns.size(); ++i)
    values[static_cast<unsigned char>(kSigns[i])] = static_cast<signed char>(i);
  return values;
}();

}  // namespace

std::string to_base64(std::string_view bytes) {
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  unsigned held = 0;
  int bits = 0;
  for (const char byte : bytes) {
    held = (held << 8U | static_cast<unsigned char>(byte)) & 0xffffU;
    for (bits += 8; bits >= 6; bits -= 6) out += kSigns[held >> static_cast<unsigned>(bits - 6) & 63U];
  }
  if (bits > 0) out += kSigns[held << static_cast<unsigned>(6 - bits) & 63U];
  while (out.size() % 4 != 0) out += '=';
  return out;
}

std::optional<std::string> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  const auto padding = text.ends_with("==") ? 2U : text.ends_with('=') ? 1U : 0U;
  text.remove_suffix(padding);
  std::string out;
  out.reserve(text.size() / 4 * 3 + 2);
  unsigned held = 0;
  int bits = 0;
  for (const char sign : text) {
    const int value = kValues[static_cast<unsigned char>(sign)];
    if (value < 0) return std::nullopt;
    held = (held << 6U | static_cast<unsigned>(value)) & 0xffffU;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out += static_cast<char>(held >> static_cast<unsigned>(bits) & 0xffU);
    }
  }
  // Bits that say nothing must be nothing, or two texts would be the same bytes.
  if ((held & ((1U << static_cast<unsigned>(bits)) - 1U)) != 0) return std::nullopt;
  return out;
}

}  // namespace casus
