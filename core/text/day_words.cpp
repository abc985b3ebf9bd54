// SPDX-License-Identifier: EUPL-1.2
#include "core/text/day_words.hpp"

#include <fmt/format.h>

namespace casus::text {
namespace {

std::vector<std::string_view> parts_of(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(separator, at), text.size());
    parts.push_back(trimmed(text.substr(at, end - at)));
    at = end + 1;
  }
  return parts;
}

/// What we say ourselves for a value; empty in a language that lacks it.
std::string name_for(const std::string& words, int value) {
  for (auto& word : day_words(words))
    if (word.value == std::to_string(value)) return word.said.front();
  return {};
}

std::string weekday_called(unsigned weekday, Lang lang) {
  return name_for(msg("days.weekday").in(lang), static_cast<int>(weekday));
}

/// "woensdag en vrijdag".
Value weekdays_of(const Recurrence& rule, Lang lang) {
  std::vector<Message> all{Message::verbatim(weekday_called(rule.weekday, lang))};
  for (const auto more : rule.also) all.push_back(Message::verbatim(weekday_called(more, lang)));
  return all_of(std::move(all));
}

const std::vector<unsigned> kToFriday{2, 3, 4, 5};  ///< behind Monday

}  // namespace

std::vector<DayWord> day_words(std::string_view text) {
  std::vector<DayWord> words;
  for (const auto entry : parts_of(text, ';')) {
    const auto colon = entry.find(':');
    if (colon == std::string_view::npos) continue;
    DayWord word{std::string(trimmed(entry.substr(0, colon))), {}};
    for (const auto one : parts_of(entry.substr(colon + 1), '|'))
      if (!one.empty()) word.said.emplace_back(one);
    if (!word.value.empty() && !word.said.empty()) words.push_back(std::move(word));
  }
  return words;
}

std::string month_name(unsigned month, Lang lang) {
  return name_for(msg("days.month").in(lang), static_cast<int>(month));
}

std::string weekday_name(Date date, Lang lang) {
  return weekday_called(std::chrono::weekday{std::chrono::sys_days(date)}.iso_encoding(), lang);
}

std::string day_in_words(Date date, Lang lang) {
  const auto month = date.ok() ? month_name(static_cast<unsigned>(date.month()), lang) : std::string();
  if (month.empty()) return to_string(date);
  return fmt::format("{} {} {}", static_cast<unsigned>(date.day()), month, static_cast<int>(date.year()));
}

std::string day_in_full(Date date, Lang lang) {
  if (!date.ok()) return to_string(date);
  const auto weekday = weekday_name(date, lang);
  return weekday.empty() ? day_in_words(date, lang) : weekday + ' ' + day_in_words(date, lang);
}

std::string day_in_words(std::string_view written, Lang lang, DayForm form) {
  const auto date = date_from(written);
  if (!date) return std::string(written);
  switch (form) {
    case DayForm::in_full: return day_in_full(*date, lang);
    case DayForm::weekday: return weekday_name(*date, lang);
    case DayForm::date: break;
  }
  return day_in_words(*date, lang);
}

Message day_message(Date date, DayForm form) { return day_message(to_string(date), form); }
Message day_message(std::string_view written, DayForm form) {
  return Message::listed(Value::day(std::string(written), form));
}

std::string again_in_words(const Recurrence& rule, Lang lang) {
  const auto often = [&] {
    const auto weekday = weekdays_of(rule, lang);
    const auto nth = rule.nth == 0 ? std::string() : name_for(msg("days.ordinal").in(lang), rule.nth);
    switch (rule.unit) {
      case Recurrence::Unit::day: return msg("days.again_day", "count"_is = rule.every);
      case Recurrence::Unit::week:
        if (rule.every == 1 && rule.weekday == 1 && rule.also == kToFriday) return msg("days.again_workday");
        return rule.weekday == 0 ? msg("days.again_week", "count"_is = rule.every)
                                 : msg("days.again_weekday", "count"_is = rule.every, "weekday"_is = weekday);
      case Recurrence::Unit::month: break;
    }
    if (nth.empty()) return msg("days.again_month", "count"_is = rule.every);
    return rule.weekday == 0 ? msg("days.again_date", "count"_is = rule.every, "nth"_is = nth)
                             : msg("days.again_nth", "count"_is = rule.every, "nth"_is = nth, "weekday"_is = weekday);
  };
  if (!rule.until) return often().in(lang);
  return msg("days.again_until", "again"_is = often().in(lang), "day"_is = day_in_full(*rule.until, lang)).in(lang);
}

}  // namespace casus::text
