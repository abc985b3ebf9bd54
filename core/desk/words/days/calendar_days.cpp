// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/days/calendar_days.hpp"

#include "core/base/recurrence.hpp"

#include <algorithm>

namespace casus::desk {

using namespace std::chrono;

namespace {

/// Years of two digits must lie this near to today.
constexpr int kYearsBack = 5;
constexpr int kYearsOn = 20;

}  // namespace

unsigned weekday_of(Date day) { return weekday(sys_days(day)).iso_encoding(); }
Date monday_of(Date day) { return plus_days(day, 1 - static_cast<int>(weekday_of(day))); }

Date CalendarDays::plus(int amount, int unit) const {
  if (unit >= kMonth) return plus_months(today_, std::clamp(amount, 0, kMost / 12) * (unit / kMonth));
  return plus_days(today_, std::clamp(amount, 0, kMost) * unit);
}

Date CalendarDays::minus(int amount, int unit) const {
  constexpr int kMostMonths = 1200;
  if (unit >= kMonth) return plus_months(today_, -std::clamp(amount, 0, kMostMonths) * (unit / kMonth));
  return plus_days(today_, -std::clamp(amount, 0, kMost) * unit);
}

Date CalendarDays::coming(unsigned weekday) const {
  const auto ahead = (static_cast<int>(weekday) - static_cast<int>(weekday_of(today_)) + 6) % 7 + 1;
  return plus_days(today_, ahead);
}

Date CalendarDays::last_before(unsigned weekday) const {
  return plus_days(today_, -((static_cast<int>(weekday_of(today_)) - static_cast<int>(weekday) + 6) % 7 + 1));
}

Date in_week_of(Date day, unsigned weekday) { return plus_days(monday_of(day), static_cast<int>(weekday) - 1); }

std::optional<Date> CalendarDays::week(int number, std::optional<int> year) const {
  if (number < 1 || number > 53) return std::nullopt;
  const auto monday = [&](int in) {
    const Date fourth = std::chrono::year(in) / January / 4;
    return plus_days(monday_of(fourth), 7 * (number - 1));
  };
  const auto fits = [&](int in) { return number < 53 || monday(in) < Date(std::chrono::year(in) / December / 29); };
  if (year) return fits(*year) ? std::optional(monday(*year)) : std::nullopt;
  for (int in = static_cast<int>(today_.year()) - 1;; ++in)
    if (fits(in) && plus_days(monday(in), 6) >= today_) return monday(in);
}

std::optional<Date> CalendarDays::without_year(unsigned month, unsigned day, unsigned wanted) const {
  std::optional<Date> first;
  for (int ahead = 0; ahead <= 8; ++ahead) {
    const Date found = (today_.year() + years(ahead)) / std::chrono::month(month) / std::chrono::day(day);
    if (!found.ok() || found < today_) continue;
    if (!first) first = found;
    if (wanted == 0 || (ahead <= 1 && weekday_of(found) == wanted)) return found;
  }
  return first;
}

std::optional<Date> CalendarDays::on(int month, int day, std::optional<int> year, unsigned wanted) const {
  if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const auto m = static_cast<unsigned>(month), d = static_cast<unsigned>(day);
  if (!year) return without_year(m, d, wanted);
  const Date found = std::chrono::year(*year) / std::chrono::month(m) / std::chrono::day(d);
  if (!found.ok()) return std::nullopt;
  return found;
}

std::optional<int> CalendarDays::year_of(int typed) const {
  if (typed >= 100) return typed;
  const int century = static_cast<int>(today_.year()) / 100 * 100;
  for (const int year : {century + typed, century + 100 + typed, century - 100 + typed})
    if (year >= static_cast<int>(today_.year()) - kYearsBack && year <= static_cast<int>(today_.year()) + kYearsOn)
      return year;
  return std::nullopt;
}

std::optional<Date> CalendarDays::just_past(int month, int day, unsigned wanted) const {
  constexpr int kJustPast = 31;
  for (const auto in : {today_.year(), today_.year() - years(1)}) {
    const auto found = on(month, day, static_cast<int>(in), 0);
    if (found && *found < today_ && days_between(*found, today_) <= kJustPast &&
        (wanted == 0 || weekday_of(*found) == wanted))
      return found;
  }
  return std::nullopt;
}

std::optional<int> CalendarDays::leap_day_far_off(int month, int day) const {
  if (month != 2 || day != 29) return std::nullopt;
  auto in = today_.year();
  if (Date(in / February / last) < today_) ++in;
  const auto wanted = in;
  while (!in.is_leap()) ++in;
  return in == wanted ? std::nullopt : std::optional(static_cast<int>(in));
}

namespace {

/// Sunday after the first full moon of spring, as the church counts (Meeus, Jones and Butcher).
Date easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(f / 31)) /
         std::chrono::day(static_cast<unsigned>(f % 31 + 1));
}

/// Days on which the offices of a municipality are closed; 5 May is one in some years only, and so is not counted.
bool is_public_holiday(Date day) {
  for (const auto fixed : {January / 1, April / 27, December / 25, December / 26})
    if (fixed.month() == day.month() && fixed.day() == day.day()) return true;
  const auto sunday = easter(static_cast<int>(day.year()));
  for (const int after : {1, 39, 50})
    if (plus_days(sunday, after) == day) return true;
  return false;
}

}  // namespace

Date CalendarDays::working_days_on(int count) const {
  auto day = today_;
  constexpr int kMostWorkingDays = 1000;
  for (int left = std::clamp(count, 0, kMostWorkingDays); left > 0;) {
    day = plus_days(day, 1);
    if (weekday_of(day) <= 5 && !is_public_holiday(day)) --left;
  }
  return day;
}

Date CalendarDays::working_day_from(Date day) {
  while (weekday_of(day) > 5 || is_public_holiday(day)) day = plus_days(day, 1);
  return day;
}

Date CalendarDays::working_day_until(Date day) {
  while (weekday_of(day) > 5 || is_public_holiday(day)) day = plus_days(day, -1);
  return day;
}

std::optional<Date> CalendarDays::feast(int after_easter, std::optional<int> year) const {
  if (year) {
    year = year_of(*year);
    if (!year || *year < 1900 || *year > 2199) return std::nullopt;
    return plus_days(easter(*year), after_easter);
  }
  const int now = static_cast<int>(today_.year());
  const auto this_year = plus_days(easter(now), after_easter);
  return this_year >= today_ ? this_year : plus_days(easter(now + 1), after_easter);
}

std::optional<Date> CalendarDays::edge_of(char which, int unit, int from_now) const {
  if (unit == 7) {
    const auto monday = plus_days(monday_of(today_), 7 * from_now);
    const auto day = plus_days(monday, which == 'b' ? 0 : which == 'm' || which == 'h' ? 2 : 4);
    // "deze week", said in its weekend, ends on Sunday.
    return which == 'e' && day < today_ ? plus_days(monday, 6) : day;
  }
  if (unit < kMonth) return std::nullopt;
  const int length = unit / kMonth;
  const int begun = (static_cast<int>(unsigned(today_.month())) - 1) / length * length + 1;
  const auto first = today_.year() / month(static_cast<unsigned>(begun)) + months(length * from_now);
  if (which == 'b') return Date(first / 1);
  if (which == 'e') return Date((first + months(length - 1)) / last);
  return length == 1 ? Date(first / 15) : Date((first + months(length / 2)) / 1);
}

std::optional<Date> CalendarDays::nth_of_month(int nth, unsigned weekday, int month, std::optional<int> year) const {
  const std::chrono::month in(static_cast<unsigned>(month));
  if (year) return nth_weekday(std::chrono::year(*year) / in, weekday, nth);
  for (int ahead = 0; ahead <= 8; ++ahead)
    if (const auto found = nth_weekday((today_.year() + years(ahead)) / in, weekday, nth); found && *found >= today_)
      return found;
  return std::nullopt;
}

std::optional<Date> CalendarDays::week_in(year_month month, int nth) {
  const auto thursday = nth_weekday(month, 4, nth);
  if (!thursday) return std::nullopt;
  return std::max(plus_days(*thursday, -3), Date(month / 1));
}

std::optional<Date> CalendarDays::week_of_month(int nth, int month, std::optional<int> year) const {
  const auto thursday = nth_of_month(nth, 4, month, year);
  if (!thursday) return std::nullopt;
  const auto day = week_in(thursday->year() / thursday->month(), nth);
  return year || !day ? day : std::max(*day, today_);
}

std::optional<Date> CalendarDays::day_of_month(int number, unsigned wanted) const {
  if (number < 1 || number > 31) return std::nullopt;
  for (int ahead = 0; ahead < 24; ++ahead) {
    const Date found = (this_month() + months(ahead)) / std::chrono::day(static_cast<unsigned>(number));
    if (found.ok() && found >= today_ && (wanted == 0 || weekday_of(found) == wanted)) return found;
  }
  return wanted != 0 ? day_of_month(number, 0) : std::nullopt;
}

std::optional<Date> CalendarDays::in_month(year_month month, int number) {
  if (number == -1) return Date(month / last);
  if (number < 1 || number > 31) return std::nullopt;
  const Date found = month / std::chrono::day(static_cast<unsigned>(number));
  return found.ok() ? std::optional(found) : std::nullopt;
}

}  // namespace casus::desk
