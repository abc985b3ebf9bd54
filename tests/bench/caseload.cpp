// SPDX-License-Identifier: EUPL-1.2
// A simulated caseload: whole lives of cases through the engine.
#include "tests/bench/samples.hpp"
#include "tests/bench/story.hpp"
#include "tests/support/problems.hpp"

#include "core/base/files/definition_file.hpp"
#include "core/simulation/caseload/caseload_request.hpp"

#include <benchmark/benchmark.h>

#include <ctime>

namespace casus::bench {

namespace {

/// What `casus simulate --teams 42 --weeks 52 --runs 1 --seed 7` counts, without what it says of it.
simulation::CaseloadPlan year_of_teams() {
  auto assumptions = read_definition(CASUS_SOURCE_DIR "/workflows/caseload/neighbourhood-team.json");
  if (!assumptions) give_up(test::english(assumptions.error()));
  simulation::CaseloadRequest request{
      .teams = 42, .weeks = 52, .runs = 1, .seed = 7, .assumptions = std::move(*assumptions)};
  auto plan = simulation::plan_of(request);
  if (!plan) give_up(test::english(plan.error().front()));
  return std::move(*plan);
}

struct Spent {
  double wall = 0, busy = 0;
  std::uint64_t lives = 0;
};

Spent simulated(const simulation::CaseloadPlan& plan, int threads) {
  const std::atomic<bool> stop = false;
  Spent spent;
  const auto ticks = std::clock();
  spent.wall = seconds_of([&] {
    (void)simulation::run_caseload(full_library(), plan, 0, threads, stop,
                                   [&](const simulation::UnitResult& result) { spent.lives += result.lives; });
  });
  spent.busy = static_cast<double>(std::clock() - ticks) / CLOCKS_PER_SEC;
  return spent;
}

void caseload(benchmark::State& run) {
  constexpr int kTimes = 3;
  const auto plan = year_of_teams();
  std::vector<double> lives, speedup;  // a second of one core; two threads against one
  for (auto _ : run)
    for (int time = 0; time < kTimes; ++time) {
      const auto one = simulated(plan, 1), two = simulated(plan, 2);
      if (one.lives != two.lives || one.lives < 1000) give_up("the number of lives is not what it should be");
      lives.push_back(static_cast<double>(one.lives) / one.busy);
      speedup.push_back(one.wall / two.wall);
    }
  run.counters["lives"] = median(lives);
  run.counters["speedup"] = median(speedup);
}

BENCHMARK(caseload)->Name("training/caseload")->Iterations(1)->Unit(benchmark::kSecond);

}  // namespace

}  // namespace casus::bench
