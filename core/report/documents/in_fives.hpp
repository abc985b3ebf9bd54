// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/model/team/team.hpp"
#include "core/text/message.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

/// How what a team noted is counted for a page that others read: in fives of a kind. What is no five yet waits, and
/// counts in the quarter in which it has become one. Each five is counted once, in one place, so every table - of any
/// lines and columns, of any quarters - is a sum of fives, and so is what one leaves of another: no subtraction gives a
/// smaller number. That goes for what is put right or erased later too.
namespace casus::report {

/// So many are counted together (our own choice, usual for figures of a neighbourhood).
inline constexpr std::int64_t kCountedTogether = 5;

/// Of one number by itself: the fives that are whole.
constexpr std::int64_t whole_fives(std::int64_t count) { return count - count % kCountedTogether; }
/// "minder dan 5" or "minstens 10".
text::Message whole_fives_in_words(std::int64_t count);

/// Both days belong to it.
struct Period {
  Date from{};
  Date to{};

  bool holds(Date day) const { return from <= day && day <= to; }
};

/// A quarter of a year, counted from the year 0.
using Quarter = int;
Quarter quarter_of(Date day);

using ByQuarter = std::map<Quarter, std::int64_t>;

/// How many of these are counted in a period.
std::int64_t counted(const ByQuarter& noted, const Period& period);

/// Signals of a kind that are counted together: a multiple of five.
struct SignalGroup {
  std::string theme;
  std::string neighbourhood;  ///< when all are of the same
  bool spread = false;        ///< they are not, and no neighbourhood is told
  Quarter quarter = 0;
  std::vector<const TeamLine*> signals;  ///< as many as are counted

  std::int64_t count() const { return std::ssize(signals); }
};

/// First those of one theme in one neighbourhood, then what is left of the theme. Names that differ in capitals only
/// are one.
std::vector<SignalGroup> signal_groups(const std::vector<TeamLine>& signals, const Period& period);

}  // namespace casus::report
