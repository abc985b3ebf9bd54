// SPDX-License-Identifier: EUPL-1.2
// Where theory knows the answer, the simulation must give it: cases arrive by a Poisson process, and each weekly
// meeting takes one. That is a queue with constant service in discrete time; by Pollaczek and Khinchine a case waits,
// beyond the meeting it first could have been in, r / (2 (1 - r)) weeks on average, where r is the number of arrivals a
// week. Until that meeting it is half a week.
#include "core/simulation/caseload_figures.hpp"
#include "tests/simulation/simulated.hpp"
#include "tests/support/catch.hpp"

namespace casus::test {
namespace {

simulation::Estimate waiting(double arrivals, int weeks, int teams) {
  simulation::CaseloadRequest request;
  request.teams = teams;
  request.weeks = weeks;
  request.runs = 1;
  request.seed = 42;
  request.assumptions = one_queue(arrivals, 10);
  const auto plan = simulation::plan_of(request);
  REQUIRE(plan);
  const auto figures = simulation::figures({""}, simulated(*plan, 2));
  const auto& wait = figures.settings[0].measures[static_cast<std::size_t>(simulation::Measure::wait_days)];
  REQUIRE(wait);
  return *wait;
}

}  // namespace

TEST_CASE("one meeting with one case a week waits as long as queueing theory says", "[training][queue]") {
  for (const auto& [arrivals, weeks] : {std::pair(0.4, 500), std::pair(0.7, 500)}) {
    const auto theory = 7 * (0.5 + arrivals / (2 * (1 - arrivals)));
    const auto wait = waiting(arrivals, weeks, 16);
    INFO(arrivals << " cases a week: theory " << theory << ", simulated " << wait.low << " to " << wait.high);
    CHECK(wait.low <= theory);
    CHECK(theory <= wait.high);
    CHECK(wait.high - wait.low < theory / 2);  // else it would agree with anything
  }
}

TEST_CASE("an estimate of the mean has the interval of Student's t", "[training]") {
  // By hand: mean 4, deviation sqrt(8.5), n 5, t(4) = 2.776445.
  const auto it = simulation::estimate({0, 3, 4, 5, 8});
  CHECK(it.mean == 4);
  CHECK(it.high - it.mean == Approx(2.776445 * std::sqrt(8.5) / std::sqrt(5)));
  CHECK(it.mean - it.low == Approx(it.high - it.mean));
  CHECK(it.tenth == Approx(1.2));
  CHECK(it.ninetieth == Approx(6.8));
  CHECK(simulation::estimate({2}) == simulation::Estimate{2, 2, 2, 2, 2, 1});
}

}  // namespace casus::test
