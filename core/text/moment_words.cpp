// SPDX-License-Identifier: EUPL-1.2
#include "core/text/moment_words.hpp"

#include "core/text/day_words.hpp"

#include <fmt/format.h>

#include <chrono>

namespace casus::text {

Message moment_message(Time moment) {
  const std::chrono::hh_mm_ss clock(clock_of(moment));
  auto time = fmt::format("{:02}:{:02}", clock.hours().count(), clock.minutes().count());
  if (clock.seconds().count() != 0) time += fmt::format(":{:02}", clock.seconds().count());
  return msg("day.moment", "day"_is = day_message(date_of(moment)), "time"_is = time);
}

}  // namespace casus::text
