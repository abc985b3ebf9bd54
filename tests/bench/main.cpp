// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/apart/serve.hpp"
#include "tests/bench/beside.hpp"
#include "tests/bench/table.hpp"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

/// The words of a list that an environment variable holds, with a colon between them.
std::vector<std::string> listed(const char* name) {
  std::vector<std::string> words;
  const auto* value = std::getenv(name);
  std::stringstream text(value == nullptr ? "" : value);
  for (std::string word; std::getline(text, word, ':');) words.push_back(word);
  return words;
}

}  // namespace

/// Short loops, repeated: on a machine that others use too, the median of many says more than one long run.
int main(int count, char** arguments) {
  if (const auto served = casus::plugin::serve_plugin(count, arguments)) return *served;
  // Nothing is measured: what two versions measured is put side by side (tests/bench/run beside).
  if (const auto there = listed("CASUS_BENCH_THERE"); !there.empty()) {
    std::fputs(casus::bench::beside(there, listed("CASUS_BENCH_HERE")).c_str(), stdout);
    return 0;
  }
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
