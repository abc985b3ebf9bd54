// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/forms/spelling.hpp"

#include "core/desk/typed/words.hpp"
#include "core/desk/words/days/days.hpp"
#include "core/page/words.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

namespace casus::desk {

using text::msg;

namespace {

/// An hour by the clock on the wall, and what is typed around it.
struct HourTyped {
  std::chrono::minutes at;
  std::string beside;
};

/// "14:05" somewhere in what was typed.
std::optional<HourTyped> hour_in(std::string_view typed) {
  const auto colon = typed.find(':');
  if (colon == std::string_view::npos || typed.find(':', colon + 1) != std::string_view::npos) return std::nullopt;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  auto from = colon, end = colon + 1;
  while (from > 0 && is_digit(typed[from - 1])) --from;
  while (end < typed.size() && is_digit(typed[end])) ++end;
  if (colon - from < 1 || colon - from > 2 || end - colon != 3) return std::nullopt;
  int hour = 0, minute = 0;
  std::from_chars(typed.data() + from, typed.data() + colon, hour);
  std::from_chars(typed.data() + colon + 1, typed.data() + end, minute);
  if (hour > 23 || minute > 59) return std::nullopt;
  auto beside = std::string(typed.substr(0, from)) + std::string(typed.substr(end));
  return HourTyped{std::chrono::minutes(60 * hour + minute), std::string(trimmed(beside))};
}

/// The day of something that happened, of what was read beside an hour: without a year it is the last.
Date day_of_moment(const std::string& beside, Date read, Date today) {
  if (read <= today) return read;
  if (const auto was = day_gone_by(beside, today)) return *was;
  // "20 oktober om"; a number there is a year.
  const auto last = beside.rfind(' ');
  if (last == std::string::npos || beside.find_first_of("0123456789", last) != std::string::npos) return read;
  return day_gone_by(beside.substr(0, last), today).value_or(read);
}

/// The moment at which the team's day begins.
Time begin_of(Date day) {
  Time begin = std::chrono::sys_days(day);
  while (date_of(begin - std::chrono::hours(1)) == day) begin -= std::chrono::hours(1);
  return begin;
}

/// By the clock of that day, with summer time: it changes at night, between two and three.
Time moment_of(Date day, std::chrono::minutes hour) {
  constexpr std::chrono::hours kChanged{3};
  if (hour < kChanged) return begin_of(day) + hour;
  return begin_of(plus_days(day, 1)) - std::chrono::hours(24) + hour;
}

std::string read_number(const std::string& typed, auto& value, const text::Voice& voice) {
  const auto text = trimmed(typed);
  const auto digits = text.starts_with('+') ? text.substr(1) : text;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error == std::errc{} && stop == digits.data() + digits.size()) return {};
  return text::say(voice, "spelling.whole_number", "typed"_is = typed);
}

}  // namespace

std::string hint_in(const text::Voice& voice, std::string_view typed, const std::vector<std::string_view>& known) {
  const auto name = nearest(typed, known);
  if (name.empty()) return {};
  return text::say(voice, "spelling.did_mean", "name"_is = name);
}

std::string not_among(std::string_view typed, const std::vector<std::string_view>& known, const text::Voice& voice) {
  return text::say(voice, "spelling.cannot_used_here_choose_2", "typed"_is = typed, "known"_is = joined(known),
                   "known2"_is = hint_in(voice, typed, known));
}

std::string in_words(const Choices& choices, const text::Voice& voice) {
  std::vector<text::Message> all, apart;
  bool commas = false;
  for (const auto& choice : choices) {
    all.push_back(choice.words.message());
    auto words = choice.words.in(voice);
    commas = commas || words.find(',') != std::string::npos;
    // "wgs (wettelijke taak schuldhulp, Wgs)": the short word to type, where the words hold it.
    const auto plain = folded(words);
    if (plain != choice.key && (' ' + plain + ' ').find(' ' + std::string(choice.key) + ' ') != std::string::npos)
      words = fmt::format("{} ({})", choice.key, words);
    apart.push_back(text::Message::verbatim(std::move(words)));
  }
  // Words with commas of their own stand apart by another sign.
  if (commas) return voice.write(text::Value::list(std::move(apart), "text.semicolon"));
  return voice.write(text::any_of(std::move(all)));
}

std::string_view also_called(std::string_view typed, const Choices& choices) {
  const auto wanted = folded(trimmed(typed));
  for (const auto lang : text::languages())
    for (const auto& also : text::day_words(msg("spelling.also_called").in(lang))) {
      if (std::ranges::find(also.said, wanted) == also.said.end()) continue;
      const auto found = std::ranges::find(choices, std::string_view(also.value), &Choice::key);
      if (found != choices.end()) return found->key;
    }
  return {};
}

std::string behind_article(std::string_view typed) {
  typed = trimmed(typed);
  const auto space = typed.find(' ');
  if (space == std::string_view::npos) return {};
  const auto first = folded(typed.substr(0, space));
  for (const auto lang : text::languages())
    for (const auto& article : text::day_words(msg("spelling.articles").in(lang)))
      if (std::ranges::find(article.said, first) != article.said.end())
        return std::string(trimmed(typed.substr(space + 1)));
  return {};
}

std::string not_among(std::string_view typed, const Choices& choices, const text::Voice& voice, bool guess) {
  std::vector<std::string> words;
  std::vector<std::string_view> keys;
  for (const auto& choice : choices) {
    words.push_back(choice.words.in(voice));
    keys.push_back(choice.key);
  }
  auto near = guess ? hint_in(voice, typed, {words.begin(), words.end()}) : std::string();
  // A key that is near is said in the words of the language, as everything else is.
  if (guess && near.empty())
    if (const auto key = nearest(typed, keys); !key.empty())
      near = text::say(voice, "spelling.did_mean",
                       "name"_is = words[static_cast<std::size_t>(std::ranges::find(keys, key) - keys.begin())]);
  return text::say(voice, "spelling.cannot_used_here_choose", "typed"_is = typed, "words"_is = in_words(choices, voice),
                   "near"_is = near);
}

std::string read_typed(const std::string& typed, std::string& value, const Spelling& how) {
  if (!is_utf8(typed)) return how.voice.say("spelling.not_utf8");
  if (has_control(typed)) return how.voice.say("spelling.control_signs");
  value = typed;
  return {};
}

std::string read_typed(const std::string& typed, int& value, const Spelling& how) {
  return read_number(typed, value, how.voice);
}

std::string read_typed(const std::string& typed, std::int64_t& value, const Spelling& how) {
  return read_number(typed, value, how.voice);
}

std::string read_typed(const std::string& typed, double& value, const Spelling& how) {
  auto text = std::string(trimmed(typed));
  std::ranges::replace(text, ',', '.');
  double found = 0;
  const auto* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, found);
  if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(found))
    return text::say(how.voice, "spelling.number", "typed"_is = typed);
  value = found;
  return {};
}

std::string read_typed(const std::string& typed, Decimal& value, const Spelling& how) {
  const auto read = decimal_as_typed(typed);
  if (read.other && read.whole)
    return text::say(how.voice, "spelling.two_numbers", "typed"_is = typed, "whole"_is = to_string(*read.whole),
                     "decimal"_is = page::decimal(to_string(*read.other), how.voice));
  if (!read.number) return text::say(how.voice, "spelling.no_figure", "typed"_is = typed);
  value = *read.number;
  return {};
}

std::string read_typed(const std::string& typed, bool& value, const Spelling& how) {
  const auto text = folded(trimmed(typed));
  if (text == "yes" || text == "ja" || text == "true") value = true;
  else if (text == "no" || text == "nee" || text == "false") value = false;
  else return not_among(typed, choices_of<bool>(), how.voice);
  return {};
}

std::string read_typed(const std::string& typed, Lang& value, const Spelling& how) {
  const auto found = text::language(folded(trimmed(typed)));
  if (!found) return not_among(typed, choices_of<Lang>(), how.voice);
  value = *found;
  return {};
}

std::string read_typed(const std::string& typed, Date& value, const Spelling& how) {
  const auto read = read_day(typed, how.today);
  if (!read) return read.problem.in(how.voice);
  if (read.again)
    return msg("days.again_here", "first"_is = text::day_in_full(*read.day, how.voice), "typed"_is = typed)
        .in(how.voice);
  // Where it cannot be said that the hour is not kept, it is not taken.
  if (!read.note.id().empty() && how.beside == nullptr) return msg("days.is_time", "typed"_is = typed).in(how.voice);
  if (auto said = said_with(typed, read, how.today); how.beside != nullptr && !said.id().empty())
    how.beside->push_back(std::move(said));
  value = *read.day;
  return {};
}

std::string read_typed(const std::string& typed, Time& value, const Spelling& how) {
  if (const auto time = time_from(trimmed(typed))) {
    value = *time;
    return {};
  }
  if (const auto read = read_day(typed, how.today); (read && !read.again) || read.over) {
    const auto hour = hour_in(typed);
    if (!hour) return text::say(how.voice, "spelling.moment_without_hour", "typed"_is = typed);
    value = moment_of(read.over ? *read.over : day_of_moment(hour->beside, *read.day, how.today), hour->at);
    return {};
  }
  return text::say(how.voice, "spelling.moment_type_like_2026_03", "typed"_is = typed);
}

Typed spelled(const std::string& value) { return value.empty() ? Typed{} : Typed{value}; }
Typed spelled(std::int64_t value) { return {std::to_string(value)}; }
Typed spelled(double value) { return {fmt::format("{}", value)}; }
Typed spelled(bool value) { return {value ? "yes" : "no"}; }
Typed spelled(Decimal value) { return {to_string(value)}; }
Typed spelled(Date value) { return value == Date{} ? Typed{} : Typed{to_string(value)}; }
Typed spelled(Time value) { return value == Time{} ? Typed{} : Typed{to_string(value)}; }

}  // namespace casus::desk
