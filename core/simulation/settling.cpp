// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/settling.hpp"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace casus::simulation {

namespace {

constexpr std::size_t kBatch = 5;
/// Correlation over a quarter of the look that is as good as none.
constexpr double kForgotten = 0.15;
/// The root of time grows in its second half by 0.41 of what it grew in its first; what goes on growing, by all of it.
constexpr double kAtLimit = 0.6;
/// Weeks whose mean stands for where a line is at a moment.
constexpr std::size_t kAround = 10;

std::vector<double> mean_line(const WeekPaths& paths) {
  std::vector<double> line(paths.front().size());
  for (const auto& path : paths)
    for (std::size_t week = 0; week < line.size(); ++week) line[week] += path[week];
  for (auto& value : line) value /= static_cast<double>(paths.size());
  return line;
}

/// How much a path grows in a week over its second half, by least squares.
double growth_of(const std::vector<int>& path) {
  const auto half = path.size() / 2;
  const double middle = (static_cast<double>(path.size() - half) - 1) / 2;
  double both = 0, squares = 0;
  for (auto week = half; week < path.size(); ++week) {
    const double from = static_cast<double>(week - half) - middle;
    both += from * path[week];
    squares += from * from;
  }
  return both / squares;
}

double around(const std::vector<int>& path, std::size_t end) {
  return std::accumulate(path.begin() + static_cast<std::ptrdiff_t>(end - kAround),
                         path.begin() + static_cast<std::ptrdiff_t>(end), 0.0) /
         static_cast<double>(kAround);
}

/// The mean over paths, and how many of its errors it lies above zero.
struct Above {
  double mean = 0, errors = 0;
};
Above above_zero(const WeekPaths& paths, auto of) {
  const auto n = static_cast<double>(paths.size());
  double sum = 0, squares = 0;
  for (const auto& path : paths) {
    const double value = of(path);
    sum += value;
    squares += value * value;
  }
  const double mean = sum / n;
  const double error = std::sqrt(std::max(0.0, squares - n * mean * mean) / (n - 1) / n);
  return {mean, error > 0 ? mean / error : mean > 0 ? HUGE_VAL : 0};
}

double beyond(double tail, std::size_t paths) {
  return boost::math::quantile(boost::math::complement(boost::math::students_t(static_cast<double>(paths - 1)), tail));
}

/// How much the second half remembers over a quarter of the look: correlation around the mean of each week.
double memory(const WeekPaths& paths, const std::vector<double>& mean) {
  const auto later = mean.size() / 4;
  double first = 0, second = 0, both = 0;
  for (const auto& path : paths)
    for (auto week = mean.size() / 2; week + later < mean.size(); ++week) {
      const double a = path[week] - mean[week], b = path[week + later] - mean[week + later];
      first += a * a;
      second += b * b;
      both += a * b;
    }
  return first > 0 && second > 0 ? both / std::sqrt(first * second) : 0;
}

struct Look {
  bool calm = false, grows = false;
  std::size_t warm_up = 0;
};

Look look(const WeekPaths& paths) {
  const auto mean = mean_line(paths);
  const auto weeks = mean.size();
  const auto growth = above_zero(paths, growth_of);
  const bool up = growth.errors > beyond(0.025, paths.size());
  const auto more = above_zero(paths, [&](const std::vector<int>& path) {
    const double half = around(path, weeks / 2);
    return around(path, weeks) - half - kAtLimit * (half - around(path, kAround));
  });
  Look out;
  out.grows = up && more.errors > beyond(0.005, paths.size());
  out.warm_up = mser5(mean);
  out.calm = !up && out.warm_up <= weeks / 2 && memory(paths, mean) <= kForgotten;
  return out;
}

}  // namespace

PathBand band_of(const WeekPaths& paths) {
  PathBand band;
  if (paths.empty()) return band;
  band.mean = mean_line(paths);
  std::vector<double> values(paths.size());
  for (std::size_t week = 0; week < band.mean.size(); ++week) {
    for (std::size_t i = 0; i < paths.size(); ++i) values[i] = paths[i][week];
    std::ranges::sort(values);
    band.tenth.push_back(quantile_of(values, 0.1));
    band.ninetieth.push_back(quantile_of(values, 0.9));
  }
  return band;
}

std::size_t mser5(const std::vector<double>& line) {
  std::vector<double> batches(line.size() / kBatch);
  for (std::size_t i = 0; i < batches.size(); ++i)
    batches[i] = std::accumulate(line.begin() + static_cast<std::ptrdiff_t>(i * kBatch),
                                 line.begin() + static_cast<std::ptrdiff_t>((i + 1) * kBatch), 0.0) /
                 static_cast<double>(kBatch);
  double sum = 0, squares = 0, best = HUGE_VAL;
  std::size_t at = 0;
  // From the end, so that one pass gives the error of every rest; a rest of few batches says nothing.
  for (auto from = batches.size(); from-- > 0;) {
    sum += batches[from];
    squares += batches[from] * batches[from];
    const auto count = batches.size() - from;
    if (count < kBatch) continue;
    const auto n = static_cast<double>(count);
    const double error = std::max(0.0, squares - sum * sum / n) / n / n;
    if (error <= best) {
      best = error;
      at = from;
    }
  }
  return at * kBatch > line.size() / 2 ? line.size() : at * kBatch;
}

std::optional<Settling> settling(const WeekPaths& waiting, const WeekPaths& open, bool last) {
  const auto first = look(waiting), second = look(open);
  Settling out{.weeks = static_cast<int>(open.front().size())};
  std::vector<Part> growth, cases;
  for (const auto& path : open) {
    growth.push_back({growth_of(path), 1});
    const auto half = path.size() / 2;
    cases.push_back({std::accumulate(path.begin() + static_cast<std::ptrdiff_t>(half), path.end(), 0.0),
                     static_cast<double>(path.size() - half)});
  }
  out.growth = *mean_of(growth, Bound::any);
  out.open = *mean_of(cases, Bound::count);
  const bool calm = first.calm && second.calm;
  // What is told as growing is told with this interval: it may not hold 0.
  const bool grows = (first.grows || second.grows) && out.growth.low > 0;
  if (!calm && !grows && !last) return std::nullopt;
  out.rest = calm ? Rest::settled : grows ? Rest::growing : Rest::near_limit;
  out.warm_up = kFirstLook / 2;
  if (calm) out.warm_up = std::max(out.weeks * 3 / 4, static_cast<int>(2 * std::max(first.warm_up, second.warm_up)));
  out.waiting = band_of(waiting);
  return out;
}

}  // namespace casus::simulation
