// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/simulation/settling.hpp"

#include <cstdint>

/// The queue of caseload_queue.cpp without cases, methods or engine: so many weeks of it in no time.
namespace casus::test {

/// Of each week: who still waits after the meeting, and the days that whoever was taken had waited.
struct WaitingList {
  std::vector<int> waiting;
  std::vector<simulation::Part> waited;
};

WaitingList waiting_list(double arrivals, int weeks, std::uint64_t seed, std::uint32_t path);

/// Its mean wait in days, by theory.
double waiting_days(double arrivals);

/// What the simulation would say of it: looks for rest on paths of their own, then counts four years on each of fifty
/// paths after the warm-up that was found.
struct Answer {
  simulation::Settling settling;
  simulation::Interval wait;
};
Answer answered(double arrivals, std::uint64_t seed);

}  // namespace casus::test
