// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/spelling.hpp"

#include "core/desk/words.hpp"
#include "core/desk/words/days.hpp"
#include "core/text/day_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace casus::desk {

using text::msg;

namespace {

template <class T>
std::string read_number(const std::string& typed, T& value, Lang lang) {
  const auto text = trimmed(typed);
  const auto digits = text.starts_with('+') ? text.substr(1) : text;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error == std::errc{} && stop == digits.data() + digits.size()) return {};
  return said(lang, {"'{}' is geen heel getal", "'{}' is not a whole number"}, typed);
}

}  // namespace

std::string hint_in(Lang lang, std::string_view typed, const std::vector<std::string_view>& known) {
  const auto name = nearest(typed, known);
  if (name.empty()) return {};
  return said(lang, {" (bedoelde je '{}'?)", " (did you mean '{}'?)"}, name);
}

std::string not_among(std::string_view typed, const std::vector<std::string_view>& known, Lang lang) {
  return said(lang, {"'{}' kan hier niet; kies uit: {}{}", "'{}' cannot be used here; choose: {}{}"}, typed,
              joined(known), hint_in(lang, typed, known));
}

std::string in_words(const Choices& choices, Lang lang) {
  std::vector<std::string_view> words;
  for (const auto& choice : choices) words.push_back(choice.words.in(lang));
  return joined(words);
}

std::string not_among(std::string_view typed, const Choices& choices, Lang lang) {
  std::vector<std::string_view> words, keys;
  for (const auto& choice : choices) {
    words.push_back(choice.words.in(lang));
    keys.push_back(choice.key);
  }
  auto near = hint_in(lang, typed, words);
  if (near.empty()) near = hint_in(lang, typed, keys);
  return said(lang, {"'{}' kan hier niet; kies uit: {}{}", "'{}' cannot be used here; choose: {}{}"}, typed,
              joined(words), near);
}

std::string read_typed(const std::string& typed, std::string& value, const Spelling& how) {
  const bool nl = how.lang == Lang::nl;
  if (!is_utf8(typed)) return nl ? "de tekst is geen goede UTF-8" : "the text is not well-formed UTF-8";
  if (has_control(typed))
    return nl ? "de tekst bevat stuurtekens die een scherm kunnen verstoren"
              : "the text holds control characters that could upset a screen";
  value = typed;
  return {};
}

std::string read_typed(const std::string& typed, int& value, const Spelling& how) {
  return read_number(typed, value, how.lang);
}

std::string read_typed(const std::string& typed, std::int64_t& value, const Spelling& how) {
  return read_number(typed, value, how.lang);
}

std::string read_typed(const std::string& typed, double& value, const Spelling& how) {
  auto text = std::string(trimmed(typed));
  std::ranges::replace(text, ',', '.');
  double found = 0;
  const auto* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, found);
  if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(found))
    return said(how.lang, {"'{}' is geen getal", "'{}' is not a number"}, typed);
  value = found;
  return {};
}

std::string read_typed(const std::string& typed, bool& value, const Spelling& how) {
  const auto text = folded(trimmed(typed));
  if (text == "yes" || text == "ja" || text == "true") value = true;
  else if (text == "no" || text == "nee" || text == "false") value = false;
  else return not_among(typed, choices_of<bool>(), how.lang);
  return {};
}

std::string read_typed(const std::string& typed, Date& value, const Spelling& how) {
  const auto read = read_day(typed, how.today);
  if (!read) return read.problem.in(how.lang);
  if (read.again)
    return msg("days.again_here", "first"_is = text::day_in_full(*read.day, how.lang), "typed"_is = typed).in(how.lang);
  value = *read.day;
  return {};
}

std::string read_typed(const std::string& typed, Time& value, const Spelling& how) {
  if (const auto time = time_from(trimmed(typed))) {
    value = *time;
    return {};
  }
  return said(how.lang,
              {"'{}' is geen moment; typ het als 2026-03-02T09:30:00Z",
               "'{}' is not a moment; type it like 2026-03-02T09:30:00Z"},
              typed);
}

Typed spelled(const std::string& value) { return value.empty() ? Typed{} : Typed{value}; }
Typed spelled(std::int64_t value) { return {std::to_string(value)}; }
Typed spelled(double value) { return {fmt::format("{}", value)}; }
Typed spelled(bool value) { return {value ? "yes" : "no"}; }
Typed spelled(Date value) { return value == Date{} ? Typed{} : Typed{to_string(value)}; }
Typed spelled(Time value) { return value == Time{} ? Typed{} : Typed{to_string(value)}; }

}  // namespace casus::desk
