// SPDX-License-Identifier: EUPL-1.2
#include "core/model/person_name.hpp"

#include "core/base/text.hpp"
#include "core/base/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace casus {

namespace {

bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Plain signs, and single spaces between words: nothing for a key to tidy but capitals and marks.
bool is_tidy(std::string_view text) {
  char before = ' ';
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80 || c < ' ' || (c == ' ' && before == ' ')) return false;
    before = c;
  }
  return before != ' ' || text.empty();
}

/// As utf8proc maps it; the text as it is when it is no UTF-8.
std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* out = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &out, static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(out, &std::free);
  if (size < 0) return std::string(text);
  return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(size)};
}

/// Every apostrophe that is in use as the plain one, and every hyphen as the plain one.
std::string plain_marks(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      out += text[i] == '`' ? '\'' : text[i];
      continue;
    }
    const auto rest = text.substr(i);
    const auto is = [&](std::initializer_list<std::string_view> marks) {
      return std::ranges::any_of(marks, [&](auto mark) { return rest.starts_with(mark); });
    };
    if (is({"\u2018", "\u2019", "\u201B", "\u2032"})) out += '\'', i += 2;
    else if (is({"\u02BC", "\u02B9", "\u00B4"})) out += '\'', i += 1;
    else if (is({"\u2010", "\u2011", "\u2012", "\u2013"})) out += '-', i += 2;
    else out += text[i];
  }
  return out;
}

char plain_mark(char sign) { return sign == '`' ? '\'' : sign; }

/// What `name_key` makes of one plain sign.
char plain_key(char sign) {
  sign = plain_mark(sign);
  return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign + 32) : sign;
}

/// A letter of another alphabet, or with a stroke, that looks as a Latin one: as that one, small; else itself. In names
/// alone, where who reads cannot tell them apart.
char32_t looks_as(char32_t sign) {
  // Each letter after the one that it looks as; capitals of another alphabet are asked for by their small letter.
  constexpr std::u32string_view kAlike =
      U"a\u0430\u03B1b\u0432\u03B2c\u0441d\u0501\u0111e\u0435\u03B5h\u043D\u04BB\u03B7i\u0456\u0131\u03B9"
      U"j\u0458k\u043A\u03BAl\u04CF\u0142m\u043C\u03BCn\u03BDo\u043E\u03BF\u00F8p\u0440\u03C1q\u051Bs\u0455t\u0442"
      U"\u03C4w\u051Dx\u0445\u03C7y\u0443\u03C5z\u03B6";
  if (sign < 0x80) return sign;
  char32_t latin = 0;
  for (const auto one : kAlike) {
    if (one < 0x80) latin = one;
    else if (one == sign) return latin;
  }
  return sign;
}

/// Of one sign: the letters that it is made of without their accents, nothing for an accent alone or a sign of no
/// width, a point for what is no letter.
std::u32string signs_of(std::string_view sign) {
  const auto bare =
      mapped(sign, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE | UTF8PROC_STABLE);
  std::u32string out;
  for (std::size_t at = 0; at < bare.size();) {
    const auto [point, length, whole] = utf8_sign(bare, at);
    const auto kind = utf8proc_category(static_cast<utf8proc_int32_t>(point));
    const bool letter = kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_NO;
    const auto small = static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(point)));
    const auto seen = looks_as(small);
    if (seen == small) out += point < 0x80 || letter ? static_cast<char32_t>(point) : U'.';
    else out += small == point ? seen : static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(seen)));
    at += length;
  }
  return out;
}

/// The same of every sign of a key.
std::string as_it_looks(std::string_view key) {
  std::string out;
  for (std::size_t at = 0; at < key.size();) {
    const auto [point, length, whole] = utf8_sign(key, at);
    const auto seen = whole ? looks_as(point) : char32_t(point);
    if (seen != point) out += static_cast<char>(seen);
    else out += key.substr(at, length);
    at += length;
  }
  return out;
}

std::string single_spaces(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n';
    if (space && (out.empty() || out.back() == ' ')) continue;
    out += space ? ' ' : c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

/// A plain letter as a key has it; 0 for any other sign.
char plain_letter(char sign) {
  const char key = plain_key(sign);
  return key >= 'a' && key <= 'z' ? key : '\0';
}

/// Whether the keys begin with other letters. No mark behind a plain letter makes it another one.
bool begin_otherwise(std::string_view one, std::string_view other) {
  if (one.empty() || other.empty()) return false;
  const char first = plain_letter(one.front()), second = plain_letter(other.front());
  return first != second && first != '\0' && second != '\0';
}

/// Whether the keys end otherwise: a plain letter or digit at the end of a name ends its key too.
bool end_otherwise(std::string_view one, std::string_view other) {
  if (one.empty() || other.empty()) return false;
  const auto last = [](std::string_view name) {
    const char key = plain_key(name.back());
    return (key >= 'a' && key <= 'z') || (key >= '0' && key <= '9') ? key : '\0';
  };
  const char mine = last(one), theirs = last(other);
  return mine != theirs && mine != '\0' && theirs != '\0';
}

}  // namespace

std::string kept_name(std::string_view name) {
  if (is_plain(name)) return single_spaces(name);
  return single_spaces(
      plain_marks(mapped(name, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_IGNORE)));
}

std::string name_key(std::string_view name) {
  if (is_plain(name)) return folded(plain_marks(single_spaces(name)));
  const auto marks = plain_marks(mapped(name, UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_IGNORE));
  return single_spaces(as_it_looks(
      mapped(marks, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE)));
}

Spelled spelled(std::string_view text) {
  Spelled out;
  out.places.reserve(text.size() + 1);
  const auto put = [&](char32_t sign, std::size_t place) {
    const bool space = sign == U' ' || (sign >= U'\t' && sign <= U'\r');
    if (space && !out.signs.empty() && out.signs.back() == U' ') return;
    out.signs += space ? U' ' : sign;
    out.places.push_back(place);
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      put(static_cast<char32_t>(plain_mark(text[at])), at);
      ++at;
      continue;
    }
    const auto [point, length, whole] = utf8_sign(text, at);
    const auto marked = whole ? text.substr(at, length) : std::string_view("?");
    for (const auto sign : signs_of(plain_marks(marked))) put(sign, at);
    at += length;
  }
  out.places.push_back(text.size());
  out.lower = out.signs;
  for (auto& sign : out.lower) sign = static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(sign)));
  return out;
}

bool same_name(std::string_view one, std::string_view other) {
  if (one == other) return true;
  if (begin_otherwise(one, other) || end_otherwise(one, other)) return false;
  // Most names are plain and tidy, and every command asks for some: then no key is made of them.
  if (is_tidy(one) && is_tidy(other)) return std::ranges::equal(one, other, {}, plain_key, plain_key);
  return name_key(one) == name_key(other);
}

std::vector<std::size_t> who_is_meant(std::string_view typed, const std::vector<std::string_view>& names) {
  const auto wanted = name_key(typed);
  std::vector<std::size_t> same, begin, stopped;
  if (wanted.empty()) return same;
  // A line that was copied with the full stop of the sentence behind it ends in a name with a stop; an initial keeps
  // its own, so that "N." is nobody's whole name.
  const auto unstopped = wanted.ends_with('.') ? std::string_view(wanted).substr(0, wanted.size() - 1) : "";
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto key = name_key(names[i]);
    if (key == wanted) same.push_back(i);
    else if (key.starts_with(wanted)) begin.push_back(i);
    else if (!unstopped.empty() && key == unstopped) stopped.push_back(i);
  }
  if (!same.empty()) return same;
  return begin.empty() ? stopped : begin;
}

}  // namespace casus
