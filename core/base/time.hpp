// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace casus {

/// A moment, UTC, to the second. Written as 2026-03-02T09:30:00Z.
using Time = std::chrono::sys_seconds;

/// A calendar day. Written as 2026-03-02.
using Date = std::chrono::year_month_day;

std::string to_string(Time time);
std::string to_string(Date date);

/// Nothing for a malformed text, an impossible day (2026-02-30) or a year outside 1900-2199.
std::optional<Time> time_from(std::string_view text);
std::optional<Date> date_from(std::string_view text);

/// The team's day of a moment: by the clock in the Netherlands, with summer time, whatever this machine is set to. Half
/// past midnight in Amsterdam is a new day for every term, list and history.
Date date_of(Time time);
/// How late it is then by that clock, since midnight of its day.
std::chrono::seconds clock_of(Time time);

/// Whole days from `from` to `to`; negative when `to` comes first.
int days_between(Date from, Date to);
Date plus_days(Date date, int days);
/// The first day of the quarter that a day is in.
Date quarter_begin(Date date);

/// The only way in which the time of day enters the program.
struct Clock {
  virtual ~Clock() = default;
  virtual Time now() const = 0;
};

struct SystemClock final : Clock {
  Time now() const override { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }
};

}  // namespace casus
