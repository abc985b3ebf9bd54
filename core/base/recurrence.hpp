// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus {

/// Something that comes again: every Wednesday and Friday, every two weeks, every first Monday of the month. Written as
/// the rule of a calendar (RFC 5545): FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,FR;UNTIL=20261225.
struct Recurrence {
  enum class Unit { day, week, month };

  Unit unit = Unit::week;
  int every = 1;         ///< 1 to 60
  unsigned weekday = 0;  ///< 1 Monday to 7 Sunday; 0: no weekday of its own
  int nth = 0;  ///< of a month: which of those weekdays, 1 to 4, -1 the last; without a weekday the day, 1 to 31
  std::vector<unsigned> also{};  ///< of a week: more weekdays, in order, each later than `weekday`
  std::optional<Date> until{};   ///< the last day on which it may come

  bool operator==(const Recurrence&) const = default;
};

std::string to_string(const Recurrence& rule);

/// Nothing for a text that is no rule of ours.
std::optional<Recurrence> recurrence_from(std::string_view text);

/// The first day that the rule gives strictly after `day`, counted from that day; nothing when that is past its end.
std::optional<Date> next_after(const Recurrence& rule, Date day);

/// The `nth` such weekday of a month (-1: the last); nothing when the month has not so many.
std::optional<Date> nth_weekday(std::chrono::year_month month, unsigned weekday, int nth);

/// A day so many months on; the last of the month when that has not so many days.
Date plus_months(Date day, int months);

}  // namespace casus
