// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/figures.hpp"

#include <cstdio>

namespace casus::bench {

void Collector::ReportRuns(const std::vector<Run>& runs) {
  for (const auto& run : runs) {
    const bool repeated = run.repetitions > 1;
    if (repeated && (run.run_type != Run::RT_Aggregate || run.aggregate_name != "median")) continue;
    auto name = run.run_name.function_name;
    if (!run.run_name.args.empty()) name += '/' + run.run_name.args;
    const auto per_second = benchmark::GetTimeUnitMultiplier(run.time_unit);
    figures_[name] = run.GetAdjustedCPUTime() / per_second;
    for (const auto& [counter, value] : run.counters) figures_[name + '.' + counter] = value.value;
    std::fprintf(stderr, "measured %s\n", name.c_str());
  }
}

}  // namespace casus::bench
