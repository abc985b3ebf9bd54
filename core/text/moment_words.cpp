// SPDX-License-Identifier: EUPL-1.2
#include "core/text/moment_words.hpp"

#include "core/text/day_words.hpp"

#include <fmt/format.h>

#include <chrono>

namespace casus::text {

namespace {

/// The moment at which the team's day begins.
Time first_moment_of(Date day) {
  Time begin = std::chrono::sys_days(day);
  while (date_of(begin - std::chrono::hours(1)) == day) begin -= std::chrono::hours(1);
  return begin;
}

/// How late it is on the wall: on the day that the clock changes, counted from its end once it has, at one o'clock UTC.
std::chrono::seconds on_the_wall(Time moment, Date day) {
  if (moment < std::chrono::sys_days(day) + std::chrono::hours(1)) return moment - first_moment_of(day);
  return std::chrono::hours(24) - (first_moment_of(plus_days(day, 1)) - moment);
}

}  // namespace

Message moment_message(Time moment) {
  const auto day = date_of(moment);
  const std::chrono::hh_mm_ss clock(on_the_wall(moment, day));
  auto time = fmt::format("{:02}:{:02}", clock.hours().count(), clock.minutes().count());
  if (clock.seconds().count() != 0) time += fmt::format(":{:02}", clock.seconds().count());
  return msg("day.moment", "day"_is = day_message(day), "time"_is = time);
}

}  // namespace casus::text
