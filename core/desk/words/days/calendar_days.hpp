// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"

#include <optional>

/// Days counted on the calendar from one day. Internal to the reader of days.
namespace casus::desk {

inline constexpr int kMonth = 100;  ///< units are days below this, and months times this from here on
inline constexpr int kMost = 40000;

unsigned weekday_of(Date day);  ///< 1 Monday to 7 Sunday
Date monday_of(Date day);
Date in_week_of(Date day, unsigned weekday);

/// Nothing where the calendar has no such day.
class CalendarDays {
 public:
  explicit CalendarDays(Date today) : today_(today) {}

 protected:
  Date plus(int amount, int unit) const;
  Date minus(int amount, int unit) const;
  /// So many days on, of which no weekend and no public holiday counts.
  Date working_days_on(int count) const;
  /// The first such day that is not before this one.
  static Date working_day_from(Date day);
  /// The last such day that is not after this one.
  static Date working_day_until(Date day);
  /// The first such weekday after today, and the last before.
  Date coming(unsigned weekday) const;
  Date last_before(unsigned weekday) const;
  std::chrono::year_month this_month() const { return today_.year() / today_.month(); }

  /// Monday of a week by its number (ISO 8601); without a year the first that is not over.
  std::optional<Date> week(int number, std::optional<int> year) const;
  /// Without a year the first in which the day is there and not before today; `wanted`: a weekday that it has then, 0
  /// for any.
  std::optional<Date> on(int month, int day, std::optional<int> year, unsigned wanted) const;
  /// A year of two digits as the one that lies near; nothing when none does, so that no century is guessed.
  std::optional<int> year_of(int typed) const;
  /// A day without a year that lay within the last month, on that weekday (0: any): whoever says it may mean that one.
  std::optional<Date> just_past(int month, int day, unsigned wanted) const;
  /// 29 February, when the first that comes is in a later year than it was said for.
  std::optional<int> leap_day_far_off(int month, int day) const;
  /// A feast so many days after Easter; without a year the first that is not over.
  std::optional<Date> feast(int after_easter, std::optional<int> year) const;
  /// Begin, middle and end of a unit (week, month, quarter, year), so many from this one; nothing of a day.
  std::optional<Date> edge_of(char which, int unit, int from_now) const;
  /// "de eerste maandag van januari"; without a year the first that comes. -1: the last.
  std::optional<Date> nth_of_month(int nth, unsigned weekday, int month, std::optional<int> year) const;
  /// The first day of a week of a month: of the month that has its Thursday, and within that month.
  static std::optional<Date> week_in(std::chrono::year_month month, int nth);
  /// The same by the number of the month; without a year the first that is not over, and of that what is left.
  std::optional<Date> week_of_month(int nth, int month, std::optional<int> year) const;
  /// "de 5e": the first that comes.
  std::optional<Date> day_of_month(int number, unsigned wanted) const;
  /// -1: the last of the month.
  static std::optional<Date> in_month(std::chrono::year_month month, int number);

  Date today_;

 private:
  std::optional<Date> without_year(unsigned month, unsigned day, unsigned wanted) const;
};

}  // namespace casus::desk
