// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/apart/serve.hpp"
#include "tests/bench/table.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

/// Short loops, repeated: on a machine that others use too, the median of many says more than one long run.
int main(int count, char** arguments) {
  if (const auto served = casus::plugin::serve_plugin(count, arguments)) return *served;
  std::vector<std::string> words{arguments, arguments + count};
  words.insert(words.begin() + 1, {"--benchmark_min_time=0.2", "--benchmark_enable_random_interleaving=false"});
  std::vector<char*> given;
  for (auto& word : words) given.push_back(word.data());
  int number = static_cast<int>(given.size());
  benchmark::Initialize(&number, given.data());
  if (benchmark::ReportUnrecognizedArguments(number, given.data())) return 2;

  casus::bench::Collector collector;
  benchmark::RunSpecifiedBenchmarks(&collector);
  const auto rows = casus::bench::rows_of(collector.figures());
  std::ifstream file(CASUS_SOURCE_DIR "/tests/bench/before.json");
  std::fputs(casus::bench::table_of(rows, nlohmann::json::parse(file)).c_str(), stdout);
  if (const auto* keep = std::getenv("CASUS_BENCH_KEEP"))
    std::ofstream(keep) << casus::bench::kept(rows).dump(2) << '\n';
}
