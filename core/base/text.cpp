// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"

#include "core/base/utf8.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

namespace casus {

namespace {

bool is_plain_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Whether these bytes, one whole sign beyond ASCII, are a space or a sign that nobody sees.
bool is_unseen_sign(std::string_view sign) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(sign[i]); };
  if (sign.size() == 2)
    return (byte(0) == 0xC2 && (byte(1) == 0xA0 || byte(1) == 0xAD)) ||  // hard space, soft hyphen
           (byte(0) == 0xD8 && byte(1) == 0x9C) || (byte(0) == 0xCD && byte(1) == 0x8F);
  const auto low = sign.size() == 3 ? (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU) : 0U;
  if (sign.size() != 3 || byte(0) < 0xE1) return false;
  switch (byte(0)) {
    case 0xE1: return low == 0x15F || low == 0x160 || low == 0x80E;  // U+115F, U+1160, U+180E
    case 0xE2:  // U+2000..U+200F, U+2028..U+202F, U+205F..U+206F, U+2800
      return low <= 0x0F || (low >= 0x28 && low <= 0x2F) || (low >= 0x5F && low <= 0x6F) || low == 0x800;
    case 0xE3: return low == 0x000 || low == 0x164;  // U+3000, U+3164
    case 0xEF: return low == 0xEFF || low == 0xFA0;  // U+FEFF, U+FFA0
    default: return false;
  }
}

/// How many bytes of a space or an unseen sign the text begins with; 0 for none.
std::size_t unseen_first(std::string_view text) {
  if (text.empty()) return 0;
  if (is_plain_space(text.front())) return 1;
  for (const std::size_t size : {2U, 3U})
    if (text.size() >= size && static_cast<unsigned char>(text.front()) >= 0xC2 && is_unseen_sign(text.substr(0, size)))
      return size;
  return 0;
}

std::size_t unseen_last(std::string_view text) {
  if (text.empty()) return 0;
  if (is_plain_space(text.back())) return 1;
  for (const std::size_t size : {2U, 3U})
    if (text.size() >= size && static_cast<unsigned char>(text[text.size() - size]) >= 0xC2 &&
        is_unseen_sign(text.substr(text.size() - size)))
      return size;
  return 0;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (const auto size = unseen_first(text)) text.remove_prefix(size);
  while (const auto size = unseen_last(text)) text.remove_suffix(size);
  return text;
}

std::string folded(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto byte = static_cast<unsigned char>(out[i]);
    if (byte < 0x80) {
      out[i] = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
    } else if (byte == 0xC3 && i + 1 < out.size()) {
      // U+00C0..U+00DE are the capitals of U+00E0..U+00FE; U+00D7 is the multiplication sign.
      const auto next = static_cast<unsigned char>(out[i + 1]);
      if (next >= 0x80 && next <= 0x9E && next != 0x97) out[i + 1] = static_cast<char>(next + 0x20);
      ++i;
    }
  }
  return out;
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    // Eight plain letters at once: every text of every command comes by here.
    std::uint64_t eight = 0;
    if (i + sizeof eight <= text.size()) {
      std::memcpy(&eight, text.data() + i, sizeof eight);
      if ((eight & 0x8080808080808080U) == 0) {
        i += sizeof eight;
        continue;
      }
    }
    const auto [point, length, whole] = utf8_sign(text, i);
    if (!whole) return false;
    for (std::size_t k = 1; k < length; ++k)
      if (static_cast<unsigned char>(text[i + k]) >> 6 != 0x2) return false;
    constexpr std::uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    if (point < kLeast[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return false;
    i += length;
  }
  return true;
}

bool has_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F) return true;
    if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) return true;
  }
  return false;
}

bool is_question(std::string_view text) {
  const auto body = trimmed(text);
  return body.size() > 1 && body.ends_with('?') &&
         std::ranges::any_of(body, [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
}

bool is_id(std::string_view text) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !text.empty() && text.size() <= 64 && plain(text.front()) &&
         std::ranges::all_of(text, [&](char c) { return plain(c) || c == '-' || c == '.'; });
}

bool is_version(std::string_view text) {
  std::size_t dots = 0;
  bool digit = false;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digit = true;
    else if (c == '.' && digit) ++dots, digit = false;
    else return false;
  }
  return digit && dots == 2 && text.size() <= 15;
}

namespace {

std::u32string letters_of(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto sign = utf8_sign(text, at);
    out += static_cast<char32_t>(sign.point);
    at += sign.length;
  }
  return out;
}

/// Letters to add, leave out, change or swap with their neighbour.
std::size_t edits(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> before, above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j < above.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = std::exchange(above, row);
  }
  return above[b.size()];
}

/// How many edits still make one word the other: hardly any of two letters, one of up to five or where one of them has
/// no more than four, and of longer ones one in three.
std::size_t edits_allowed(std::u32string_view a, std::u32string_view b) {
  const auto [shorter, longer] = std::minmax({a.size(), b.size()});
  if (shorter < 3)
    return shorter == 2 && longer == 3 && a.front() == b.front() ? 1 : 0;  // a letter too many or too few
  const auto allowed = shorter < 5 ? 1 : std::min<std::size_t>(longer / 3, 4);
  // Who slips twice still begins with the right letter.
  return a.front() == b.front() ? allowed : std::min<std::size_t>(allowed, 1);
}

}  // namespace

std::string nearest(std::string_view text, const std::vector<std::string_view>& known) {
  if (text.size() > 64) return {};
  const auto wanted = folded(text);
  const auto letters = letters_of(wanted);
  std::string best;
  std::size_t distance = std::string::npos;
  for (const auto& name : known) {
    const auto candidate = folded(name);
    const auto other = letters_of(candidate);
    std::size_t d = edits(letters, other);
    std::size_t allowed = edits_allowed(letters, other);
    // A beginning that was typed in full ("analys") or a last part ("werf" for "werf/werf") is near, whatever its
    // length.
    if (wanted.size() >= 3 && (candidate.starts_with(wanted) || candidate.ends_with("/" + wanted))) d = allowed = 1;
    if (d <= allowed && d < distance) {
      distance = d;
      best = name;
    }
  }
  return best;
}

std::string hint(std::string_view text, const std::vector<std::string_view>& known) {
  const auto name = nearest(text, known);
  return name.empty() ? std::string{} : " (did you mean '" + name + "'?)";
}

std::string joined(const std::vector<std::string_view>& parts, std::string_view separator) {
  std::string out;
  for (const auto& part : parts) {
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

}  // namespace casus
