// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

/// How sure a mean is that was made of independent paths.
namespace casus::simulation {

/// What one path adds to a mean: a sum, and of how many. A mean over paths is the sum of the sums by the sum of the
/// counts, so that a path with few cases counts for few.
struct Part {
  double sum = 0;
  double of = 0;

  void add(const Part& more) {
    sum += more.sum;
    of += more.of;
  }
  bool operator==(const Part&) const = default;
};

/// Between what a mean can lie.
enum class Bound { any, count, share };  ///< a count is never below 0; a share is from 0 to 100

struct Interval {
  double mean = 0;
  double low = 0, high = 0;  ///< 95%; the same as the mean for a single path
  /// Otherwise a few paths came to the same: that may be chance, and an interval without width would say it is not.
  bool known = true;

  bool operator==(const Interval&) const = default;
};

/// Paths fewer than this are too few to draw from again: the interval is Student's then.
inline constexpr std::size_t kFewestToDraw = 8;

/// The mean with its 95% interval; nothing when nothing was counted. The interval is a bootstrap-t: paths are drawn
/// again, and the quantiles of the studentised mean on the scale of its bound (log, logit) stand in for those of
/// Student. So it covers what is skewed, as waiting is, and never leaves its bounds. What always or never happened has
/// the exact bound of its count. The same parts give the same interval. (Efron and Tibshirani 1993, ch. 12.)
std::optional<Interval> mean_of(const std::vector<Part>& paths, Bound bound);

/// The mean of `paths` less the mean of `from`, of which each path met the same chance as its pair.
std::optional<Interval> difference_of(const std::vector<Part>& paths, const std::vector<Part>& from);

/// The value below which this share of sorted values lies, between neighbours by their distance.
double quantile_of(const std::vector<double>& sorted, double share);

}  // namespace casus::simulation
