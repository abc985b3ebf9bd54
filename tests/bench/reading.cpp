// SPDX-License-Identifier: EUPL-1.2
// Opening a case from the store, and a page of the agenda.
#include "core/service/service.hpp"
#include "tests/bench/agenda_store.hpp"
#include "tests/bench/samples.hpp"
#include "tests/bench/story.hpp"
#include "tests/support/temp_dir.hpp"

#include <benchmark/benchmark.h>

#include <memory>

namespace casus::bench {

namespace {

constexpr std::int64_t kAgendaLines = 100'000;

/// A store with one case of exactly so many events.
struct LongCase {
  explicit LongCase(std::int64_t events) : store(store::open_sqlite({(folder / "store.db").string(), true})) {
    service::Service service(*store, shipped().methods, shipped().workflows);
    auto commands = talk().before;
    std::int64_t version = 0;
    for (const auto& answer : service.handle_together(commands)) version = std::max(version, answer.version);
    commands.clear();
    for (; version < events; ++version) {
      auto command = talk().say;
      command.id = "say-" + std::to_string(version);
      commands.push_back(std::move(command));
    }
    for (const auto& answer : service.handle_together(std::move(commands)))
      if (!answer.done()) give_up("a contribution was not done");
  }

  test::TempDir folder;
  std::unique_ptr<store::Store> store;
};

/// From the file's pages to a case in memory: what somebody waits for who asks for it first.
void open_case(benchmark::State& run) {
  const auto events = run.range(0);
  const LongCase made(events);
  for (auto _ : run) {
    service::Service service(*made.store, shipped().methods, shipped().workflows);
    if (service.open(talk().say.case_id).version != events) give_up("the case has another number of events");
  }
}

/// What is due first among open cases, in process.
void agenda(benchmark::State& run) {
  const test::TempDir folder;
  const auto store = store::open_sqlite({(folder / "store.db").string(), true});
  fill_agenda(*store, kAgendaLines);
  service::Service service(*store, shipped().methods, shipped().workflows);
  store::IndexQuery query;
  query.life = Life::open;
  query.by_due = true;
  for (auto _ : run)
    if (service.cases(query).size() != 100) give_up("the agenda page is not full");
}

BENCHMARK(open_case)->Name("store/open_case")->Arg(500)->Arg(1000)->Arg(2000)->Unit(benchmark::kMillisecond);
BENCHMARK(agenda)->Name("store/agenda")->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace casus::bench
