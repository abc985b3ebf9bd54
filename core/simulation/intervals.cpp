// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/intervals.hpp"

#include "core/simulation/chance.hpp"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>

namespace casus::simulation {

namespace {

constexpr double kTail = 0.025;
constexpr int kDraws = 599;
/// From so many paths on a mean is as good as normal, and Student's interval costs nothing.
constexpr std::size_t kEnoughForStudent = 400;

/// A mean and the error of it.
struct Studied {
  double mean = 0;
  double error = 0;
};

/// The error of a ratio of sums, by its influences.
Studied studied(std::size_t paths, auto at) {
  double sum = 0, of = 0, sums = 0, both = 0, ofs = 0;
  for (std::size_t i = 0; i < paths; ++i) {
    const Part& part = at(i);
    sum += part.sum;
    of += part.of;
    sums += part.sum * part.sum;
    both += part.sum * part.of;
    ofs += part.of * part.of;
  }
  if (!(of > 0)) return {};
  const double mean = sum / of;
  const auto n = static_cast<double>(paths);
  const double squares = std::max(0.0, sums - 2 * mean * both + mean * mean * ofs);
  return {mean, n < 2 ? 0 : std::sqrt(squares * n / (n - 1)) / of};
}

/// The scale on which a mean of this bound is closest to normal; `slope` is its derivative.
struct MeanScale {
  Bound bound;

  double on(double mean) const {
    if (bound == Bound::count) return std::log(mean);
    if (bound == Bound::share) return std::log(mean / (100 - mean));
    return mean;
  }
  double slope(double mean) const {
    if (bound == Bound::count) return 1 / mean;
    if (bound == Bound::share) return 100 / (mean * (100 - mean));
    return 1;
  }
  double back(double at) const {
    if (bound == Bound::count) return std::exp(at);
    if (bound == Bound::share) return 100 / (1 + std::exp(-at));
    return at;
  }
  bool holds(double mean) const { return bound == Bound::any || (mean > 0 && (bound == Bound::count || mean < 100)); }
};

double student_tail(std::size_t freedom) {
  return boost::math::quantile(boost::math::complement(boost::math::students_t(static_cast<double>(freedom)), kTail));
}

/// What always or never happened: how rarely, or how often, it could have been otherwise and still not be seen.
Interval at_the_edge(double mean, double of, Bound bound) {
  if (bound == Bound::count) {
    const boost::math::chi_squared two(2);
    return {0, 0, boost::math::quantile(boost::math::complement(two, kTail)) / 2 / of};
  }
  using Share = boost::math::binomial_distribution<>;
  const double trials = std::max(1.0, std::round(of));
  if (mean <= 0) return {0, 0, 100 * Share::find_upper_bound_on_p(trials, 0, kTail)};
  return {100, 100 * Share::find_lower_bound_on_p(trials, trials, kTail), 100};
}

/// Of paths that all came to the same.
Interval of_alike(double mean, std::size_t paths) { return {mean, mean, mean, paths < 2 || paths >= kFewestToDraw}; }

/// `again` studies the paths as they are drawn.
Interval interval(const Studied& it, std::size_t paths, MeanScale scale, auto again) {
  const double reach = scale.slope(it.mean) * it.error;
  const double middle = scale.on(it.mean);
  double upper = student_tail(paths - 1), lower = -upper;
  if (paths >= kFewestToDraw && paths < kEnoughForStudent) {
    Chance chance(1, {}, Purpose::drawing_again);
    std::vector<std::size_t> drawn(paths);
    std::vector<double> values;
    values.reserve(kDraws);
    for (int i = 0; i < kDraws; ++i) {
      for (auto& one : drawn) one = static_cast<std::size_t>(chance.whole(0, static_cast<int>(paths) - 1));
      const Studied other = again(drawn);
      if (!(other.error > 0) || !scale.holds(other.mean)) continue;
      values.push_back((scale.on(other.mean) - middle) / (scale.slope(other.mean) * other.error));
    }
    if (values.size() > kDraws / 2) {
      std::ranges::sort(values);
      // Few paths know too little of their own tail; by trial on queues with a known mean this makes up for it.
      const double wider = 1 + 5 / static_cast<double>(paths);
      upper = wider * quantile_of(values, 1 - kTail);
      lower = wider * quantile_of(values, kTail);
    }
  }
  return {it.mean, std::min(it.mean, scale.back(middle - upper * reach)),
          std::max(it.mean, scale.back(middle - lower * reach))};
}

}  // namespace

double quantile_of(const std::vector<double>& sorted, double share) {
  const double at = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const auto above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

std::optional<Interval> mean_of(const std::vector<Part>& paths, Bound bound) {
  const auto it = studied(paths.size(), [&](std::size_t i) -> const Part& { return paths[i]; });
  double of = 0;
  for (const auto& part : paths) of += part.of;
  if (!(of > 0)) return std::nullopt;
  if (paths.size() < 2) return Interval{it.mean, it.mean, it.mean};
  const MeanScale scale{bound};
  if (!scale.holds(it.mean)) return at_the_edge(it.mean, of, bound);
  if (!(it.error > 0)) return of_alike(it.mean, paths.size());
  return interval(it, paths.size(), scale, [&](const std::vector<std::size_t>& drawn) {
    return studied(drawn.size(), [&](std::size_t i) -> const Part& { return paths[drawn[i]]; });
  });
}

std::optional<Interval> difference_of(const std::vector<Part>& paths, const std::vector<Part>& from) {
  const auto of_pairs = [&](std::size_t count, auto at) -> Studied {
    Part one, other;
    for (std::size_t i = 0; i < count; ++i) {
      one.add(paths[at(i)]);
      other.add(from[at(i)]);
    }
    if (!(one.of > 0) || !(other.of > 0)) return {};
    const double mean = one.sum / one.of, less = other.sum / other.of;
    double squares = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const auto &a = paths[at(i)], &b = from[at(i)];
      const double pull = (a.sum - mean * a.of) / one.of - (b.sum - less * b.of) / other.of;
      squares += pull * pull;
    }
    const auto n = static_cast<double>(count);
    return {mean - less, n < 2 ? 0 : std::sqrt(squares * n / (n - 1))};
  };
  double of = 0, of_from = 0;
  for (const auto& part : paths) of += part.of;
  for (const auto& part : from) of_from += part.of;
  if (!(of > 0) || !(of_from > 0)) return std::nullopt;
  const auto it = of_pairs(paths.size(), [](std::size_t i) { return i; });
  if (paths.size() < 2 || !(it.error > 0)) return of_alike(it.mean, paths.size());
  return interval(it, paths.size(), MeanScale{Bound::any}, [&](const std::vector<std::size_t>& drawn) {
    return of_pairs(drawn.size(), [&](std::size_t i) { return drawn[i]; });
  });
}

}  // namespace casus::simulation
