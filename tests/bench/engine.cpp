// SPDX-License-Identifier: EUPL-1.2
// The functional core, without disk: the statechart, a phase step, and commands of a real case.
#include "core/lifecycle/chart.hpp"
#include "tests/bench/samples.hpp"
#include "tests/bench/story.hpp"

#include <benchmark/benchmark.h>

#include <array>

namespace casus::bench {

namespace {

constexpr std::array kAround{Phase::plan_of_action, Phase::network_involvement, Phase::evaluation};

/// The running machine of Boost.Statechart takes phase steps.
void chart(benchmark::State& run) {
  lifecycle::Chart chart;
  chart.take({lifecycle::Kind::open, Phase::analysis});
  std::size_t n = 0;
  for (auto _ : run) {
    if (!chart.take({lifecycle::Kind::enter_phase, kAround[n]})) give_up("the chart refused a phase step");
    n = (n + 1) % kAround.size();
  }
}

/// The same as a pure function: a chart is made, driven to the stage, and takes one step.
void chart_as_function(benchmark::State& run) {
  Stage stage{.life = Life::open};
  for (auto _ : run)
    benchmark::DoNotOptimize(lifecycle::next_by_chart(stage, {lifecycle::Kind::enter_phase, Phase::plan_of_action}));
}

/// What the engine asks: the table that the chart filled.
void chart_table(benchmark::State& run) {
  Stage stage{.life = Life::open};
  std::size_t n = 0;
  for (auto _ : run) {
    stage = *lifecycle::next(stage, {lifecycle::Kind::enter_phase, kAround[n]});
    benchmark::DoNotOptimize(stage);
    n = (n + 1) % kAround.size();
  }
}

Command by_chair(CommandBody body) {
  return Command{.case_id = "light", .by = "Bram", .at = story().front().at, .body = std::move(body)};
}

/// A case of the small method, in its first phase: four phases of one step, nothing asked.
Case light_case() {
  OpenCase open{.title = "Vier fasen",
                .privacy = Privacy::resident_present,
                .basis = Basis::wmo,
                .purpose = "Meten hoe snel een fase-stap gaat.",
                .method = "light/phases",
                .workflow = "light"};
  AddParticipant chair{.name = "Bram", .roles = {Role::chair}};
  AddParticipant resident{.name = "Mevrouw Wilg", .roles = {Role::resident}};
  AskQuestion question{{.text = "Hoe snel gaat een stap?", .hoped_for = "Snel."}};
  SetReview review{{.on = plus_days(date_of(story().front().at), 30)}};
  auto first = by_chair(open);
  first.by = "Noor";
  auto joined = by_chair(chair);
  joined.by = "Noor";
  auto asked = by_chair(question);
  asked.by = "Noor";
  Case state{.id = "light"};
  for (const auto& command : {first, joined, by_chair(resident), asked, by_chair(review), by_chair(NextStep{})})
    step(state, command, full_library());
  return state;
}

/// Next, next, next, another round: what XState or robot3 would call a transition, decided and evolved.
void phase_step(benchmark::State& run) {
  const auto base = light_case();
  auto state = base;
  StartRound again{.phase = Phase::analysis, .because = "Meting."};
  const auto next = by_chair(NextStep{});
  const auto round = by_chair(again);
  int since = 0;
  for (auto _ : run) {
    step(state, state.stage.phase == Phase::evaluation ? round : next, full_library());
    if (++since == 64) {  // a small case: its visits do not pile up; the copy is part of the figure
      state = base;
      since = 0;
    }
  }
}

void whole_story(benchmark::State& run, const engine::Library& library) {
  const auto& commands = story();
  for (auto _ : run) {
    Case state{.id = commands.front().case_id};
    for (const auto& command : commands) step(state, command, library);
    benchmark::DoNotOptimize(state);
  }
  run.counters["commands"] =
      benchmark::Counter(static_cast<double>(commands.size()), benchmark::Counter::kIsIterationInvariantRate);
}

void command(benchmark::State& run) { whole_story(run, full_library()); }
void command_declared(benchmark::State& run) { whole_story(run, declared_library()); }

BENCHMARK(chart)->Name("engine/chart");
BENCHMARK(chart_as_function)->Name("engine/chart_as_function");
BENCHMARK(chart_table)->Name("engine/chart_table");
BENCHMARK(phase_step)->Name("engine/phase_step");
BENCHMARK(command)->Name("engine/command");
BENCHMARK(command_declared)->Name("engine/command_declared");

}  // namespace

}  // namespace casus::bench
