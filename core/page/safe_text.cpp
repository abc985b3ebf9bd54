// SPDX-License-Identifier: EUPL-1.2
#include "core/page/safe_text.hpp"

#include "core/base/text.hpp"
#include "core/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace casus::page {

namespace {

constexpr char32_t kBroken = 0xFFFD;

/// The sign that begins at `at`, which moves on behind it.
char32_t next_sign(std::string_view text, std::size_t& at) {
  const auto [sign, length, whole] = utf8_sign(text, at);
  if (!whole || !is_utf8(text.substr(at, length))) {
    ++at;
    return kBroken;
  }
  at += length;
  return sign;
}

void append(std::string& out, char32_t sign) {
  const auto byte = [&](char32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
  if (sign < 0x80) {
    byte(sign);
  } else if (sign < 0x800) {
    byte(0xC0 | sign >> 6);
    byte(0x80 | (sign & 0x3F));
  } else if (sign < 0x10000) {
    byte(0xE0 | sign >> 12);
    byte(0x80 | (sign >> 6 & 0x3F));
    byte(0x80 | (sign & 0x3F));
  } else {
    byte(0xF0 | sign >> 18);
    byte(0x80 | (sign >> 12 & 0x3F));
    byte(0x80 | (sign >> 6 & 0x3F));
    byte(0x80 | (sign & 0x3F));
  }
}

/// Letters, figures and signs of ASCII, as nearly all text is: a column each, and harmless on a terminal.
bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

bool is_space(char32_t sign) {
  return sign == ' ' || (sign >= '\t' && sign <= '\r') || sign == 0x85 || sign == 0x2028 || sign == 0x2029;
}

/// Control characters, marks that turn the reading direction, and what XML forbids.
bool is_dangerous(char32_t sign) {
  return sign < 0x20 || (sign >= 0x7F && sign < 0xA0) || (sign >= 0x202A && sign <= 0x202E) ||
         (sign >= 0x2066 && sign <= 0x2069) || sign == 0x200E || sign == 0x200F || sign == 0x61C || sign == 0xFEFF ||
         (sign & 0xFFFE) == 0xFFFE;
}

bool is_in(char32_t sign, char32_t first, char32_t last) { return sign >= first && sign <= last; }

std::size_t columns_of(char32_t sign) {
  if (is_in(sign, 0x300, 0x36F) || is_in(sign, 0x1AB0, 0x1AFF) || is_in(sign, 0x20D0, 0x20FF) ||
      is_in(sign, 0xFE00, 0xFE0F) || is_in(sign, 0x200B, 0x200D) || is_in(sign, 0x1F3FB, 0x1F3FF))
    return 0;
  if (is_in(sign, 0x1100, 0x115F) || is_in(sign, 0x2E80, 0xA4CF) || is_in(sign, 0xAC00, 0xD7A3) ||
      is_in(sign, 0xF900, 0xFAFF) || is_in(sign, 0xFE30, 0xFE6F) || is_in(sign, 0xFF00, 0xFF60) ||
      is_in(sign, 0xFFE0, 0xFFE6) || is_in(sign, 0x1F300, 0x1FAFF) || is_in(sign, 0x20000, 0x3FFFD))
    return 2;
  return 1;
}

using Replacement = std::pair<char, std::string_view>;

/// The text on one line, with these ASCII signs replaced.
template <std::size_t N>
std::string replaced(std::string_view text, const std::array<Replacement, N>& replacements) {
  std::string out;
  for (const char c : one_line(text)) {
    const auto found = std::ranges::find(replacements, c, &Replacement::first);
    if (found == replacements.end()) out += c;
    else out += found->second;
  }
  return out;
}

}  // namespace

std::string one_line(std::string_view text) {
  if (is_plain(text) && text.find("  ") == std::string_view::npos) return std::string(trimmed(text));
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto sign = next_sign(text, at);
    if (is_space(sign)) {
      space = true;
    } else if (!is_dangerous(sign)) {
      if (space && !out.empty()) out += ' ';
      space = false;
      append(out, sign);
    }
  }
  return out;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    auto line = one_line(text.substr(0, end));
    if (!line.empty()) lines.push_back(std::move(line));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string terminal_safe(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();)
    if (const auto sign = next_sign(text, at); sign == '\n' || sign == '\t' || !is_dangerous(sign)) append(out, sign);
  return out;
}

std::string markdown_safe(std::string_view text) {
  // Entities rather than backslashes where a renderer might read the sign before it reads the backslash.
  static constexpr std::array<Replacement, 12> kSigns{{{'<', "&lt;"},
                                                       {'>', "&gt;"},
                                                       {'&', "&amp;"},
                                                       {'|', "&#124;"},
                                                       {'\\', "&#92;"},
                                                       {'`', "\\`"},
                                                       {'*', "\\*"},
                                                       {'_', "\\_"},
                                                       {'[', "\\["},
                                                       {']', "\\]"},
                                                       {'~', "\\~"},
                                                       {'#', "\\#"}}};
  auto out = replaced(text, kSigns);
  if (out.empty()) return out;
  // At the beginning of a line these begin a list, a rule or an underlined heading: "- ", "1. ", "1) ", "===".
  const auto digits = out.find_first_not_of("0123456789");
  if (out[0] == '-' || out[0] == '+' || out[0] == '=') out.insert(0, 1, '\\');
  else if (digits != 0 && digits != std::string::npos && (out[digits] == '.' || out[digits] == ')'))
    out.insert(digits, 1, '\\');
  return out;
}

std::string xml_safe(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto sign = next_sign(text, at);
    if (sign == '\n' || sign == '\t') append(out, sign);
    else if (is_dangerous(sign)) continue;
    else if (sign == '<') out += "&lt;";
    else if (sign == '>') out += "&gt;";
    else if (sign == '&') out += "&amp;";
    else if (sign == '"') out += "&quot;";
    else if (sign == '\'') out += "&#39;";
    else append(out, sign);
  }
  return out;
}

std::string xml_line(std::string_view text) { return xml_safe(one_line(text)); }

std::string mermaid_safe(std::string_view text) {
  // Mermaid knows no backslash; #code; is its own way to write a sign.
  static constexpr std::array<Replacement, 14> kSigns{{{'"', "#34;"},
                                                       {'#', "#35;"},
                                                       {';', "#59;"},
                                                       {':', "#58;"},
                                                       {'<', "#60;"},
                                                       {'>', "#62;"},
                                                       {'{', "#123;"},
                                                       {'}', "#125;"},
                                                       {'[', "#91;"},
                                                       {']', "#93;"},
                                                       {'%', "#37;"},
                                                       {'&', "#38;"},
                                                       {'`', "#96;"},
                                                       {'\\', "#92;"}}};
  return replaced(text, kSigns);
}

std::string dot_safe(std::string_view text) {
  // Graphviz reads HTML entities in every label.
  static constexpr std::array<Replacement, 3> kSigns{{{'"', "\\\""}, {'\\', "\\\\"}, {'&', "&amp;"}}};
  return replaced(text, kSigns);
}

std::size_t columns(std::string_view text) {
  if (is_plain(text)) return text.size();
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += columns_of(next_sign(text, at));
  return width;
}

std::string clipped(std::string_view text, std::size_t width) {
  if (columns(text) <= width) return std::string(text);
  std::size_t at = 0;
  std::size_t used = 0;
  while (at < text.size()) {
    auto next = at;
    used += columns_of(next_sign(text, next));
    if (used + 1 > width) break;
    at = next;
  }
  return std::string(trimmed(text.substr(0, at))) + "…";
}

}  // namespace casus::page
