// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/json/field_walk.hpp"
#include "core/base/time.hpp"
#include "core/model/refusal.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace casus::engine {

/// A day more than ten years ahead or before 1926 is asked about, with the one that was likely meant: a slip of the key
/// (5-3-2126), which would never come back on any list.
std::optional<Refusal> implausible_day(Date on, Date today);

/// The last day of what comes again stands in its rule.
std::optional<Date> last_day_of(const std::string& rule);

/// Every day in a command, the first that nobody can have meant. Nothing when all days are plausible.
std::optional<Refusal> implausible(const auto& body, Date today) {
  std::optional<Refusal> refusal;
  const auto look = [&](Date on) {
    if (!refusal) refusal = implausible_day(on, today);
  };
  fields::walk(body, fields::Taking{[&](std::string_view, const Date& on) { look(on); },
                                    [&](std::string_view key, const std::string& rule) {
                                      if (const auto last = key == "repeats" ? last_day_of(rule) : std::nullopt)
                                        look(*last);
                                    }});
  return refusal;
}

/// Whether a case that is said to have ended then is asked about: its terms of keeping are counted from that day, so
/// that a slip of the key could make it due at once.
bool ended_long_ago(Date on, Date typed);

/// The same of a day for which something is planned: one of years ago was meant otherwise, too.
std::optional<Refusal> implausible_to_plan(Date on, Date today);

}  // namespace casus::engine
