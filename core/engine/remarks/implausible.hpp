// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/model/refusal.hpp"

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::engine {

/// Looks at every day in a command, and remembers the first that nobody can have meant.
class PlausibleDays {
 public:
  explicit PlausibleDays(Date today) : today_(today) {}

  template <class T>
  void required(std::string_view key, const T& value) {
    look(value);
    if constexpr (std::same_as<T, std::string>) look_at_end(key, value);
  }
  template <class T>
  void optional(std::string_view key, const T& value) {
    required(key, value);
  }

  std::optional<Refusal> refusal() && { return std::move(refusal_); }

 private:
  template <class T>
  void look(const T&) {}
  void look(Date on);
  /// The last day of what comes again stands in its rule.
  void look_at_end(std::string_view key, const std::string& rule);
  void look(const std::optional<Date>& on) {
    if (on) look(*on);
  }

  Date today_;
  std::optional<Refusal> refusal_;
};

/// A day more than ten years ahead or before 1926 is asked about, with the one that was likely meant: a slip of the key
/// (5-3-2126), which would never come back on any list. Nothing when all days are plausible.
template <class Body>
std::optional<Refusal> implausible(const Body& body, Date today) {
  PlausibleDays days(today);
  Body::fields(body, days);
  return std::move(days).refusal();
}

/// Whether a case that is said to have ended then is asked about: its terms of keeping are counted from that day, so
/// that a slip of the key could make it due at once.
bool ended_long_ago(Date on, Date typed);

/// The same of one day.
std::optional<Refusal> implausible_day(Date on, Date today);
/// The same of a day for which something is planned: one of years ago was meant otherwise, too.
std::optional<Refusal> implausible_to_plan(Date on, Date today);

}  // namespace casus::engine
