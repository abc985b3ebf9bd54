// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/lists.hpp"

#include "core/simulation/chance.hpp"

#include <algorithm>
#include <queue>

namespace casus::test {

WaitingList waiting_list(double arrivals, int weeks, std::uint64_t seed, std::uint32_t path) {
  WaitingList out;
  std::queue<double> waits;
  for (int week = 0; week < weeks; ++week) {
    simulation::Chance chance(seed, {path, 0, static_cast<std::uint32_t>(week), 0}, simulation::Purpose::arrivals);
    std::vector<double> days;
    for (int i = chance.count(arrivals); i > 0; --i) days.push_back((week + chance.uniform()) * 7);
    std::ranges::sort(days);
    for (const auto day : days) waits.push(day);
    auto& waited = out.waited.emplace_back();
    if (!waits.empty()) {
      waited = {(week + 1) * 7 - waits.front(), 1};
      waits.pop();
    }
    out.waiting.push_back(static_cast<int>(waits.size()));
  }
  return out;
}

double waiting_days(double arrivals) { return 7 * (0.5 + arrivals / (2 * (1 - arrivals))); }

Answer answered(double arrivals, std::uint64_t seed) {
  constexpr std::uint32_t kPaths = 50;
  constexpr int kCounted = 208;
  std::optional<simulation::Settling> found;
  for (int weeks = simulation::kFirstLook; !found; weeks *= 2) {
    simulation::WeekPaths paths;
    for (std::uint32_t i = 0; i < simulation::kLookPaths; ++i)
      paths.push_back(waiting_list(arrivals, weeks, seed, 1000 + i).waiting);
    found = simulation::settling(paths, paths, weeks >= simulation::kLastLook);
  }
  std::vector<simulation::Part> waits(kPaths);
  for (std::uint32_t i = 0; i < kPaths; ++i) {
    const auto list = waiting_list(arrivals, found->warm_up + kCounted, seed, i);
    for (auto week = static_cast<std::size_t>(found->warm_up); week < list.waited.size(); ++week)
      waits[i].add(list.waited[week]);
  }
  return {*found, *simulation::mean_of(waits, simulation::Bound::count)};
}

}  // namespace casus::test
