// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/words/days/calendar_days.hpp"
#include "core/desk/words/days/day_tokens.hpp"
#include "core/desk/words/days/days.hpp"
#include "core/text/day_words.hpp"
#include "core/text/voice.hpp"

#include <algorithm>
#include <string>
#include <utility>

/// What is answered about a day that somebody said: the day, or why it is none. Internal to the reader of days.
namespace casus::desk {

/// Days counted from one day, of one text in its words.
class SaidDays : protected CalendarDays {
 public:
  SaidDays(std::string_view typed, DayTokens tokens, Date today)
      : CalendarDays(today), typed_(typed), tokens_(std::move(tokens)) {}

 protected:
  const DayToken& at(std::size_t i) const { return tokens_.tokens[i]; }
  int value(std::size_t i) const { return at(i).value; }
  /// The value of the first token of this letter.
  int of(char letter) const { return value(tokens_.row.find(letter)); }

  DayRead not_known() const {
    if (!tokens_.near.empty())
      return {{}, {}, text::msg("days.unknown_near", "near"_is = tokens_.near, "typed"_is = typed_)};
    return {{}, {}, text::msg("days.unknown", "typed"_is = typed_)};
  }
  DayRead vague() const { return {{}, {}, text::msg("days.vague", "typed"_is = typed_)}; }
  DayRead no_such() const { return {{}, {}, text::msg("days.no_such", "typed"_is = typed_)}; }
  DayRead a_day(Date day) const { return day.ok() ? DayRead{day, {}, {}} : no_such(); }
  /// A day of a week or month that goes on: one that is over is asked about, since nobody plans back.
  DayRead to_come(const std::optional<Date>& day) const {
    if (!day || !day->ok() || *day >= today_) return maybe(day);
    return {{}, {}, text::msg("days.is_over", "typed"_is = typed_, "day"_is = in_full(*day)), {}, day};
  }
  DayRead maybe(const std::optional<Date>& day) const { return day ? a_day(*day) : no_such(); }

  /// A calendar that files cannot hold is no day.
  DayRead checked(DayRead found) const {
    if (!found) return found;
    const auto year = static_cast<int>(found.day->year());
    if (year < 1900 || year > 2199) return {{}, {}, text::msg("days.too_far", "typed"_is = typed_)};
    return found;
  }

  static text::Message in_full(Date day) { return text::day_message(day, text::DayForm::in_full); }
  static text::Message weekday_said(Date day) { return text::day_message(day, text::DayForm::weekday); }

  static text::Message other_weekday(Date day, unsigned wanted) {
    const auto some = plus_days(monday_of(day), static_cast<int>(wanted) - 1);
    return text::msg("days.other_weekday", "day"_is = text::day_message(day), "is"_is = weekday_said(day),
                     "typed"_is = weekday_said(some));
  }

  DayRead dated(int month, int day, std::optional<int> year, unsigned wanted) const {
    if (year) {
      year = year_of(*year);
      if (!year) return {{}, {}, text::msg("days.which_century", "typed"_is = typed_)};
    } else if (const auto leap = leap_day_far_off(month, day)) {
      return {{}, {}, text::msg("days.leap_day", "year"_is = std::to_string(*leap))};
    } else if (const auto past = just_past(month, day, wanted)) {
      return to_come(past);
    }
    return maybe(on(month, day, year, wanted));
  }
  /// "begin januari" begins with work: not on New Year's Day, and on no Sunday.
  static DayRead from_working_day(DayRead first) {
    if (first.day && first.day->ok()) first.day = working_day_from(*first.day);
    return first;
  }
  /// Begin, middle and end of what a unit says, counted from this one: week, month, quarter, year.
  DayRead edge(char which, int unit, int from_now) const {
    const auto found = edge_of(which, unit, from_now);
    if (!found) return {};
    const bool begins = which == 'b' && unit >= kMonth;
    // "begin van de maand", said on the 26th, is of the next; "begin deze maand" is over.
    if (*found >= today_ || from_now != 0) return begins ? from_working_day(a_day(*found)) : a_day(*found);
    if (tokens_.row.find('t') != std::string::npos) return to_come(found);
    const auto next = maybe(edge_of(which, unit, 1));
    return begins ? from_working_day(next) : next;
  }
  DayRead edge_of_month(char which, int month, std::optional<int> year) const {
    const auto last_day =
        Date(std::chrono::year(2024) / std::chrono::month(static_cast<unsigned>(month)) / std::chrono::last).day();
    const int number = which == 'b' ? 1 : which == 'e' ? static_cast<int>(unsigned(last_day)) : 15;
    if (which == 'b') return from_working_day(dated(month, number, year, 0));
    if (which != 'e') return dated(month, number, year, 0);
    if (!year) {
      year = static_cast<int>(today_.year());
      if (Date(std::chrono::year(*year) / std::chrono::month(static_cast<unsigned>(month)) / std::chrono::last) <
          today_)
        ++*year;
    } else if (year = year_of(*year); !year) {
      return {{}, {}, text::msg("days.which_century", "typed"_is = typed_)};
    }
    return a_day(Date(std::chrono::year(*year) / std::chrono::month(static_cast<unsigned>(month)) / std::chrono::last));
  }
  /// "volgende maand" says no day yet, no more than "in februari" does.
  DayRead next_unit(int unit) const { return unit >= kMonth ? vague() : a_day(plus(1, unit)); }
  DayRead weeks_on(Date day, int unit) const {
    return unit < kMonth && unit % 7 == 0 ? a_day(plus_days(day, unit)) : DayRead{};
  }
  /// "vrijdag over 2 weken" is of the week two weeks on, "vrijdag over een week" a week after the first Friday. With
  /// days the weekday must be right; else nobody knows which of the two was meant.
  DayRead in_days(unsigned weekday, int amount, int unit, bool after_first) const {
    if (unit >= kMonth) return {};
    const auto there = plus(amount, unit);
    if (unit % 7 == 0) {
      const auto first = weekday_of(today_) == weekday ? today_ : coming(weekday);
      const auto counted = plus_days(first, std::min(amount, kMost) * unit), of_week = in_week_of(there, weekday);
      // When the weekday of this week is over, "twee weken" counts from today or from the first that comes.
      return after_first || counted == of_week ? a_day(counted) : which_of(of_week, counted);
    }
    if (weekday_of(there) == weekday) return a_day(there);
    auto near = in_week_of(there, weekday);
    if (days_between(near, there) > 3) near = plus_days(near, 7);
    if (days_between(there, near) > 3) near = plus_days(near, -7);
    return which_of(near, there);
  }
  DayRead which_of(Date one, Date other) const {
    return {{},
            {},
            text::msg("days.which_of_two", "typed"_is = typed_, "one"_is = in_full(one), "other"_is = in_full(other))};
  }
  /// "over anderhalve week": said back as a day, so that whoever meant another sees it.
  DayRead and_a_half(int amount, int unit) const {
    const auto whole = plus(amount, unit);
    if (unit == 7) return a_day(plus_days(whole, 4));
    if (unit == kMonth) return a_day(plus_days(whole, 15));
    return unit == 12 * kMonth ? a_day(plus_months(whole, 6)) : vague();
  }
  DayRead half(int unit) const {
    if (unit < kMonth || unit / kMonth % 2 != 0) return vague();
    return a_day(plus_months(today_, unit / kMonth / 2));
  }

  std::string typed_;
  DayTokens tokens_;
};

}  // namespace casus::desk
