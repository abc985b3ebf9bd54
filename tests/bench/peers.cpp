// SPDX-License-Identifier: EUPL-1.2
// Other state machines, in a process of Node; only when `tests/run bench peers` asked for them.
#include "tests/bench/program.hpp"
#include "tests/bench/samples.hpp"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include <cstdlib>

namespace casus::bench {

namespace {

/// Steps a second of each, as the script tells.
void peers(benchmark::State& run, const std::string& folder) {
  for (auto _ : run) {
    Program node({"/usr/bin/env", "node", folder + "/peers.mjs"});
    const auto told = nlohmann::json::parse(node.line_with("robot3"));
    for (const auto& [name, rate] : told.items()) run.counters[name] = rate.get<double>();
  }
}

[[maybe_unused]] const bool kAsked = [] {
  const auto* folder = std::getenv("CASUS_BENCH_PEERS");
  if (folder != nullptr)
    benchmark::RegisterBenchmark("peers/steps", peers, std::string(folder))->Iterations(1)->UseRealTime();
  return folder != nullptr;
}();

}  // namespace

}  // namespace casus::bench
