// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/simulation/intervals.hpp"

#include <optional>
#include <vector>

/// Whether a team that begins with an empty list comes to rest, and after how many weeks: found from what happens, so
/// that no figure hangs on a number that somebody chose.
namespace casus::simulation {

enum class Rest { settled, growing, near_limit };

constexpr std::array<Named<Rest>, 3> names_of(Rest) {
  return {{{Rest::settled, "settled"}, {Rest::growing, "growing"}, {Rest::near_limit, "near_limit"}}};
}

/// Numbers of a week, for each path: `paths[path][week]`, all of the same length.
using WeekPaths = std::vector<std::vector<int>>;

/// A line with a band: between `tenth` and `ninetieth` lie eight paths in ten.
struct PathBand {
  std::vector<double> mean, tenth, ninetieth;
};
PathBand band_of(const WeekPaths& paths);

struct Settling {
  Rest rest = Rest::settled;
  int weeks = 0;     ///< looked at
  int warm_up = 0;   ///< weeks to leave out, for they tell of the empty list it began with
  Interval growth;   ///< of the open cases in a week, over the second half of what was looked at
  Interval open;     ///< cases in a team, on the mean over that same half
  PathBand waiting;  ///< for a first review, by week

  /// Whether chance alone can make a growth like this one.
  bool may_be_chance() const { return growth.low <= 0 && growth.high >= 0; }
};

/// Weeks to leave out of a line, by the rule MSER-5 (White 1997): of means of five, what makes the error of the rest
/// smallest. The same as all of it when that would be more than half: then there is too little to say.
std::size_t mser5(const std::vector<double>& line);

/// The lengths to look at, one after the other, until something can be said.
inline constexpr int kFirstLook = 104;
inline constexpr int kLastLook = 1664;
inline constexpr int kLookPaths = 20;

/// What a look of this length says; nothing when it is too short for that. Settled: both numbers have come to rest by
/// MSER-5, do not grow over the second half, and hardly remember what they were a quarter ago. The warm-up is then
/// twice what MSER-5 says, and at least three quarters of the look: it errs to the short side where chance is large.
/// Growing: over the second half more than any list does that comes to rest in the end (one at its limit grows by the
/// root of time), and by an interval that lies above 0.
std::optional<Settling> settling(const WeekPaths& waiting, const WeekPaths& open, bool last);

}  // namespace casus::simulation
