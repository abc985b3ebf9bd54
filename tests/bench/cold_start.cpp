// SPDX-License-Identifier: EUPL-1.2
// Whole processes, from asking the system for one until it has ended.
#include "core/service/service.hpp"
#include "tests/bench/agenda_store.hpp"
#include "tests/bench/program.hpp"
#include "tests/bench/samples.hpp"
#include "tests/bench/story.hpp"
#include "tests/support/temp_dir.hpp"

#include <benchmark/benchmark.h>

namespace casus::bench {

namespace {

void cold_start(benchmark::State& run) {
  constexpr int kRuns = 41, kPage = 101;  // one more than a page has: that there are more is asked too
  const test::TempDir folder;
  const auto small = (folder / "small.db").string();
  const auto large = (folder / "large.db").string();
  {
    const auto store = store::open_sqlite({small, true});
    service::Service service(*store, shipped().methods, shipped().workflows);
    for (const auto& answer : service.handle_together(story()))
      if (!answer.done()) give_up("a command of the story was not done");
    const auto many = store::open_sqlite({large, true});
    fill_agenda(*many, 100'000);
    // A list asks of each case that it shows whether this person may: its first page is of whole cases.
    service::Service whole(*many, shipped().methods, shipped().workflows);
    for (int i = 0; i < kPage; ++i)
      for (const auto& answer : whole.handle_together(story_of("whole" + std::to_string(i))))
        if (!answer.done()) give_up("a command of the story was not done");
  }
  const std::string casus = CASUS_BINARY;
  const auto& id = story().front().case_id;
  std::vector<double> nothing, version, show, list;
  for (auto _ : run)
    for (int i = 0; i < kRuns; ++i) {
      nothing.push_back(seconds_of([&] { run_program({"/bin/true"}); }));
      version.push_back(seconds_of([&] { run_program({casus, "--version"}); }));
      show.push_back(seconds_of([&] { run_program({casus, "case", "show", id, "--store", small, "--as", "Noor"}); }));
      list.push_back(seconds_of([&] { run_program({casus, "case", "list", "--store", large}); }));
    }
  run.counters["nothing"] = median(nothing);
  run.counters["version"] = median(version);
  run.counters["show"] = median(show);
  run.counters["list"] = median(list);
}

BENCHMARK(cold_start)->Name("process/cold_start")->Iterations(1)->UseRealTime()->Unit(benchmark::kSecond);

}  // namespace

}  // namespace casus::bench
