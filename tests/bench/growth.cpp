// SPDX-License-Identifier: EUPL-1.2
// What people wait for as a store grows: whole processes on a long case, a file of commands, and what reads every case.
#include "core/service/commands/command_json.hpp"
#include "tests/bench/long_case.hpp"
#include "tests/bench/program.hpp"
#include "tests/bench/samples.hpp"
#include "tests/bench/story.hpp"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

namespace casus::bench {

namespace {

/// `case show` and `case say` as somebody types them, on a case of so many events.
void growth(benchmark::State& run) {
  constexpr int kRuns = 15;
  LongCase made(run.range(0));
  made.store.reset();
  const std::vector<std::string> where{"--store", made.path(), "--as", talk().say.by};
  const auto typed = [&](std::vector<std::string> words) {
    words.insert(words.begin(), CASUS_BINARY);
    words.insert(words.end(), where.begin(), where.end());
    return seconds_of([&] { run_program(words); });
  };
  const auto& id = talk().say.case_id;
  std::vector<double> show, say;
  for (auto _ : run)
    for (int i = 0; i < kRuns; ++i) {
      show.push_back(typed({"case", "show", id}));
      say.push_back(typed({"case", "say", id, "fact", "Zij belt haar zus elke week, keer " + std::to_string(i)}));
    }
  run.counters["show"] = median(show);
  run.counters["say"] = median(say);
}

/// A file of commands, as it is given to the program.
void apply(benchmark::State& run) {
  constexpr int kTimes = 5, kBatches = 12;
  const test::TempDir folder;
  std::vector<double> events;
  for (auto _ : run)
    for (int time = 0; time < kTimes; ++time) {
      const auto file = (folder / ("commands-" + std::to_string(time))).string();
      {
        std::ofstream out(file);
        for (int batch = 0; batch < kBatches; ++batch)
          for (const auto& command : thousand_commands("a" + std::to_string(time) + '-' + std::to_string(batch)))
            out << service::command_json(command).dump() << '\n';
      }
      const auto path = (folder / ("store-" + std::to_string(time) + ".db")).string();
      const auto seconds = seconds_of([&] { run_program({CASUS_BINARY, "apply", file, "--store", path}); });
      const auto store = store::open_sqlite({path, false});
      events.push_back(static_cast<double>(store->verify().events) / seconds);
    }
  run.counters["events"] = median(events);
}

/// Of all cases at once; as many as a city has in a year, so that the bench stays short.
void large(benchmark::State& run) {
  constexpr int kCases = 10'000;
  const test::TempDir folder;
  const auto store = store::open_sqlite({(folder / "store.db").string(), true});
  fill_open_cases(*store, kCases);
  run.counters["cases"] = kCases;
  const auto path = (folder / "store.db").string();
  const auto typed = [&](const std::string& name, std::vector<std::string> words) {
    words.insert(words.begin(), CASUS_BINARY);
    words.insert(words.end(), {"--store", path, "--as", talk().say.by});
    Used used;
    run.counters[name] = seconds_of([&] { used = run_program(words, (folder / name).string()); });
    run.counters[name + "_memory"] = used.memory;
  };
  for (auto _ : run) {
    typed("team", {"team", "init", "Bench"});
    typed("member", {"team", "add", talk().say.by});
    typed("propose", {"meeting", "propose"});
    run.counters["propose_bytes"] = static_cast<double>(std::filesystem::file_size((folder / "propose").string()));
    typed("export", {"team", "export", "cases", "--out", (folder / "cases.csv").string()});
    typed("calendar", {"team", "calendar", "--out", (folder / "team.ics").string()});
    typed("verify", {"store", "verify"});
    typed("rebuild", {"store", "rebuild"});
  }
}

BENCHMARK(growth)->Name("process/growth")->Arg(10)->Arg(1000)->Arg(10'000)->Iterations(1)->UseRealTime();
BENCHMARK(apply)->Name("process/apply")->Iterations(1)->UseRealTime();
BENCHMARK(large)->Name("store/large")->Iterations(1)->UseRealTime();

}  // namespace

}  // namespace casus::bench
