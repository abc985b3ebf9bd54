// SPDX-License-Identifier: EUPL-1.2
// One answer of native rules, inside and apart in turns, on the same case in the middle of a review.
#include "core/engine/explain/case_view.hpp"
#include "tests/bench/samples.hpp"
#include "tests/bench/story.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <vector>

namespace casus::bench {

namespace {

using Clock = std::chrono::steady_clock;

double median(std::vector<double> all) {
  const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
  std::nth_element(all.begin(), middle, all.end());
  return *middle;
}

double seconds_of(const auto& ask) {
  const auto begin = Clock::now();
  benchmark::DoNotOptimize(ask());
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

void answers(benchmark::State& run) {
  static const auto kApart = plugin::Catalogue::scan({CASUS_PLUGIN_DIR});
  Case state{.id = talk().say.case_id};
  for (const auto& command : talk().before) step(state, command, full_library());
  const auto& id = state.method(state.stage.phase).id;
  const auto* inside = shipped().methods.rules(id);
  const auto* apart = kApart.rules(id);
  if (inside == nullptr || apart == nullptr) give_up(id + " has no native rules");
  const engine::CaseView view(state, talk().say.at, full_library());
  const method::Draft draft{"p2", "question", "Maar heb je al eens gevraagd wie er belt?", "", ""};
  const auto ask = [&](const method::Rules& rules) { return rules.review(view, draft).size(); };

  const auto begin = Clock::now();
  ask(*apart);  // the first answer fetches what the next ones bring along
  run.counters["first"] = std::chrono::duration<double>(Clock::now() - begin).count();
  std::vector<double> in, out;
  for (auto _ : run) {
    in.push_back(seconds_of([&] { return ask(*inside); }));
    out.push_back(seconds_of([&] { return ask(*apart); }));
  }
  run.counters["inside"] = median(in);
  run.counters["apart"] = median(out);
}

BENCHMARK(answers)->Name("plugin/answer");

}  // namespace

}  // namespace casus::bench
