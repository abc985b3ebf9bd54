// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/remarks/implausible.hpp"

#include "core/base/recurrence.hpp"
#include "core/engine/refusing.hpp"
#include "core/text/day_words.hpp"

#include <cstdlib>

namespace casus::engine {

namespace {

constexpr int kYearsAhead = 10;
constexpr int kYearsBack = 100;
constexpr int kYearsClosed = 5;
constexpr int kYearsPlanned = 2;  // what was held and is written down now lies nearer

/// The same day in the year that differs from it by one digit and lies nearest to today, or nothing.
std::optional<Date> likely(Date on, Date today) {
  std::optional<Date> best;
  const int year = static_cast<int>(on.year());
  for (int place : {1, 10, 100, 1000})
    for (int digit = 0; digit < 10; ++digit) {
      const int other = year - (year / place % 10) * place + digit * place;
      const Date day(std::chrono::year(other), on.month(), on.day());
      if (other == year || !day.ok()) continue;
      // A review or an appointment lies ahead: of two years as near, the coming one.
      const auto far = [&](Date it) { return 2 * std::abs(days_between(today, it)) + (it < today ? 365 : 0); };
      if (std::abs(days_between(today, day)) <= 3 * 366 && (!best || far(day) < far(*best))) best = day;
    }
  return best;
}

}  // namespace

namespace {

Refusal asks_about(Date on, Date today) {
  const auto meant = likely(on, today);
  // A day to come is asked for more often than one that was: of a year that fits but is over, the next is named too.
  if (meant && *meant < today && on > today)
    if (const Date next(meant->year() + std::chrono::years(1), meant->month(), meant->day());
        next.ok() && next >= today)
      return no(
          "ImplausibleDay", "", msg("day.implausible", "on"_is = text::day_message(on)),
          msg("day.implausible_do_3", "meant"_is = text::day_message(*meant), "next"_is = text::day_message(next)));
  return no("ImplausibleDay", "", msg("day.implausible", "on"_is = text::day_message(on)),
            meant ? msg("day.implausible_do", "meant"_is = text::day_message(*meant)) : msg("day.implausible_do_2"));
}

}  // namespace

std::optional<Refusal> implausible_day(Date on, Date today) {
  const int years = static_cast<int>(on.year()) - static_cast<int>(today.year());
  if (years <= kYearsAhead && years >= -kYearsBack) return std::nullopt;
  return asks_about(on, today);
}

std::optional<Refusal> implausible_to_plan(Date on, Date today) {
  if (on < today - std::chrono::years(kYearsPlanned)) return asks_about(on, today);
  return implausible_day(on, today);
}

bool ended_long_ago(Date on, Date typed) { return on < typed - std::chrono::years(kYearsClosed); }

std::optional<Date> last_day_of(const std::string& rule) {
  const auto again = recurrence_from(rule);
  return again ? again->until : std::nullopt;
}

}  // namespace casus::engine
