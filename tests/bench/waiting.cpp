// SPDX-License-Identifier: EUPL-1.2
// What a shared screen costs while nobody types: the clock moves, and a long case is at hand.
#include "tests/bench/long_case.hpp"
#include "tests/bench/samples.hpp"
#include "tests/bench/story.hpp"
#include "tests/support/pseudo_terminal.hpp"

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <chrono>

namespace casus::bench {

namespace {

using namespace std::chrono_literals;

/// Of all programs that were started here and have ended, in seconds of a processor.
double spent_by_programs() {
  rusage used{};
  ::getrusage(RUSAGE_CHILDREN, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/// What one sitting takes of the processor in which nobody types for so long.
double sitting(const LongCase& made, std::chrono::milliseconds idle) {
  const auto before = spent_by_programs();
  {
    test::PseudoTerminal screen({CASUS_BINARY, "meeting", "run", "--case", talk().say.case_id, "--store", made.path(),
                                 "--as", talk().say.by, "--lang", "nl"},
                                {{"TERM", "xterm-256color"}}, made.folder.path());
    if (!screen.shows("> ")) give_up("the screen did not come");
    (void)screen.hides("> ", idle);  // it never does: this is the waiting
    screen.type("\x03");
    if (screen.finish() != 0) give_up("the screen did not end well");
  }
  return spent_by_programs() - before;
}

void waiting(benchmark::State& run) {
  const LongCase made(5000);
  for (auto _ : run) {
    const auto start = sitting(made, 1s);
    run.counters["share"] = (sitting(made, 21s) - start) / 20;
  }
}

BENCHMARK(waiting)->Name("meeting/waiting")->Iterations(1)->UseRealTime();

}  // namespace

}  // namespace casus::bench
