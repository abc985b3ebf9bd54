// SPDX-License-Identifier: EUPL-1.2
// Opening a case from the store, and a page of the agenda.
#include "core/service/meetings/meetings.hpp"
#include "core/service/service.hpp"
#include "tests/bench/agenda_store.hpp"
#include "tests/bench/long_case.hpp"
#include "tests/bench/samples.hpp"
#include "tests/bench/story.hpp"
#include "tests/support/open_service.hpp"
#include "tests/support/temp_dir.hpp"

#include <benchmark/benchmark.h>

#include <cstdlib>

namespace casus::bench {

namespace {

/// A hundred thousand, unless asked for more: making a million takes longer than the whole bench may.
std::int64_t agenda_lines() {
  const auto* asked = std::getenv("CASUS_BENCH_LINES");
  const auto lines = asked == nullptr ? 0 : std::atoll(asked);
  return lines > 0 ? lines : 100'000;
}

/// From the file's pages to a case in memory: what somebody waits for who asks for it first.
void open_case(benchmark::State& run) {
  const auto events = run.range(0);
  const LongCase made(events);
  for (auto _ : run) {
    test::OpenService service(*made.store, shipped().methods, shipped().workflows);
    if (service.open(talk().say.case_id).version != events) give_up("the case has another number of events");
  }
}

/// What is due first among open cases, in process.
void agenda(benchmark::State& run) {
  const test::TempDir folder;
  const auto store = store::open_sqlite({(folder / "store.db").string(), true});
  fill_agenda(*store, agenda_lines());
  test::OpenService service(*store, shipped().methods, shipped().workflows);
  store::IndexQuery query{.life = Life::open, .by_due = true};
  for (auto _ : run)
    if (service.cases(query).size() != 100) give_up("the agenda page is not full");
  run.counters["lines"] = static_cast<double>(agenda_lines());
}

/// The proposed agenda of a team with so many open cases: what `meeting propose` does, without the program around it.
void proposal(benchmark::State& run) {
  const test::TempDir folder;
  const auto store = store::open_sqlite({(folder / "store.db").string(), true});
  fill_open_cases(*store, static_cast<int>(run.range(0)));
  std::size_t items = 0;
  for (auto _ : run) {
    test::OpenService service(*store, shipped().methods, shipped().workflows);
    items = service::Meetings(service).propose(*date_from("2026-06-01"), 90).plan.lines.size();
  }
  if (items < 4) give_up("the proposed agenda has no cases");
}

BENCHMARK(open_case)->Name("store/open_case")->Arg(500)->Arg(1000)->Arg(2000)->Unit(benchmark::kMillisecond);
BENCHMARK(agenda)->Name("store/agenda")->Unit(benchmark::kMillisecond);
BENCHMARK(proposal)->Name("meeting/proposal")->Arg(100)->Arg(10'000)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace casus::bench
