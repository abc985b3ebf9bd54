// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/figures.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <optional>

namespace casus::bench {

namespace {

/// Lets a row be made only of figures that are there: with a filter most are not.
class Known {
 public:
  explicit Known(const Figures& figures) : figures_(figures) {}

  double operator()(const std::string& name) {
    const auto found = figures_.find(name);
    if (found != figures_.end()) return found->second;
    missing_ = true;
    return 1;
  }
  bool all() const { return !missing_; }

 private:
  const Figures& figures_;
  bool missing_ = false;
};

std::string rate(double per_second) {
  if (per_second >= 1e6) return fmt::format("{:.2f} M/s", per_second / 1e6);
  if (per_second < 10e3) return fmt::format("{:.2f} k/s", per_second / 1e3);
  return fmt::format("{:.0f} k/s", per_second / 1e3);
}

std::string time(double seconds) {
  if (seconds < 1e-3) return fmt::format("{:.0f} us", seconds * 1e6);
  return fmt::format("{:.2f} ms", seconds * 1e3);
}

struct Row {
  std::string what, target, measured, beside;
  std::optional<bool> met;  ///< nothing: a figure for scale, without a target
};

using Maker = Row (*)(Known&);

// One maker for each line; DESIGN 7 has the targets.
const std::array<Maker, 31> kRows{
    +[](Known& of) -> Row {
      return {"statechart, running machine", "", rate(1 / of("engine/chart")), "compiled Boost.Statechart", {}};
    },
    +[](Known& of) -> Row {
      const auto live = of("engine/chart_as_function");
      return {"statechart as a pure function", "", rate(1 / live), "made anew and driven there", {}};
    },
    +[](Known& of) -> Row {
      return {"statechart, the engine's table",
              "",
              rate(1 / of("engine/chart_table")),
              fmt::format("{:.0f} x the running machine", of("engine/chart") / of("engine/chart_table")),
              {}};
    },
    +[](Known& of) -> Row {
      const auto speed = 1 / of("engine/phase_step");
      return {"phase step, decide + evolve", "2.00 M/s", rate(speed), "", speed >= 2e6};
    },
    +[](Known& of) -> Row {
      const auto speed = of("engine/command.commands");
      return {"command in memory, all rules", "1.00 M/s", rate(speed), "a whole life of a case", speed >= 1e6};
    },
    +[](Known& of) -> Row {
      const auto share = of("engine/command.commands") / of("engine/command_declared.commands");
      return {"command, without native rules",
              "",
              rate(of("engine/command_declared.commands")),
              fmt::format("native rules leave {:.0f} %", share * 100),
              {}};
    },
    +[](Known& of) -> Row {
      const auto more = of("plugin/answer.apart") - of("plugin/answer.inside");
      return {"answer of native rules apart", "60 us more", time(more) + " more",
              fmt::format("inside {:.1f} us; the first one {}", of("plugin/answer.inside") * 1e6,
                          time(of("plugin/answer.first"))),
              more <= 60e-6};
    },
    +[](Known& of) -> Row {
      return {"fdatasync of 4 KiB, before", "", time(of("store/durable.floor_before")), "the floor", {}};
    },
    +[](Known& of) -> Row {
      return {"fdatasync of 4 KiB, between", "", time(of("store/durable.floor")), "the floor", {}};
    },
    +[](Known& of) -> Row {
      return {"fdatasync of 4 KiB, after", "", time(of("store/durable.floor_after")), "the floor", {}};
    },
    +[](Known& of) -> Row {
      const auto bare = of("store/durable.bare");
      return {
          "bare SQLite, one row", "", time(bare), fmt::format("{:.2f} x floor", bare / of("store/durable.floor")), {}};
    },
    +[](Known& of) -> Row {
      const auto say = of("store/durable.say");
      const auto ratio = say / of("store/durable.floor");
      return {"durable command", "1.3 x floor", time(say),
              fmt::format("{:.2f} x floor, {:.2f} x bare", ratio, say / of("store/durable.bare")), ratio <= 1.3};
    },
    +[](Known& of) -> Row {
      const auto life = of("store/durable.life");
      return {"durable command, whole life",
              "",
              time(life),
              fmt::format("{:.2f} x floor; new people need keys", life / of("store/durable.floor")),
              {}};
    },
    +[](Known& of) -> Row {
      const auto speed = of("store/import.values");
      return {"import, 1,000 commands a time", "150 k/s", rate(speed),
              fmt::format("{:.2f} of bare SQLite ({})", speed / of("store/import.bare"), rate(of("store/import.bare"))),
              speed >= 150e3};
    },
    +[](Known& of) -> Row {
      return {"import, processor only", "", rate(of("store/import.worked")), "without waiting for the disk", {}};
    },
    +[](Known& of) -> Row {
      return {"import, read from JSON lines", "", rate(of("store/import.lines")), "as 'apply' does", {}};
    },
    +[](Known& of) -> Row {
      const auto open = of("store/open_case/1000");
      const auto growth = of("store/open_case/2000") / of("store/open_case/500");
      return {"open a case of 1,000 events", "5 ms, linear", time(open),
              fmt::format("4 x the events: {:.1f} x the time", growth), open <= 5e-3 && growth < 5};
    },
    +[](Known& of) -> Row {
      const auto page = of("store/agenda");
      return {"agenda page of 100", "5 ms", time(page),
              fmt::format("of {:.0f} cases, in process", of("store/agenda.lines")), page <= 5e-3};
    },
    +[](Known& of) -> Row {
      return {"agenda proposed", "", time(of("meeting/proposal")), "200 open cases, read from the store", {}};
    },
    +[](Known& of) -> Row {
      const auto lives = of("training/caseload.lives");
      return {"caseload simulation, one core", "10.0 k/s", fmt::format("{:.1f} k/s", lives / 1e3),
              fmt::format("whole lives; 2 threads: {:.2f} x", of("training/caseload.speedup")), lives >= 10e3};
    },
    +[](Known& of) -> Row {
      const auto bytes = of("store/import.beyond_text");
      return {"disk beyond the user's text", "250 bytes", fmt::format("{:.0f} bytes", bytes), "an event, keys included",
              bytes <= 250};
    },
    +[](Known& of) -> Row {
      return {"/bin/true, whole process", "", time(of("process/cold_start.nothing")), "the floor", {}};
    },
    +[](Known& of) -> Row {
      const auto spent = of("process/cold_start.version");
      return {"casus --version", "10 ms", time(spent), "whole process", spent <= 10e-3};
    },
    +[](Known& of) -> Row {
      const auto spent = of("process/cold_start.show");
      return {"casus case show", "25 ms", time(spent), "whole process", spent <= 25e-3};
    },
    +[](Known& of) -> Row {
      const auto spent = of("process/cold_start.list");
      return {"casus case list", "50 ms", time(spent), "whole process, 100,000 cases", spent <= 50e-3};
    },
    +[](Known& of) -> Row {
      return {"hello of the web server",
              "",
              rate(of("page/hello.at_once")),
              fmt::format("the ceiling; on the work's thread {}", rate(of("page/hello.worked"))),
              {}};
    },
    +[](Known& of) -> Row {
      const auto speed = of("page/team.case");
      return {
          "case page", "", rate(speed), fmt::format("a second; {:.4f} of hello", speed / of("page/hello.worked")), {}};
    },
    +[](Known& of) -> Row {
      const auto speed = of("page/team.say");
      return {"contribution by a form",
              "",
              rate(speed),
              fmt::format("a second, durable; {:.4f} of hello", speed / of("page/hello.worked")),
              {}};
    },
    +[](Known& of) -> Row {
      const auto p99 = of("page/live.p99");
      return {"contribution to ten browsers", "100 ms p99", time(p99), fmt::format("p50 {}", time(of("page/live.p50"))),
              p99 <= 0.1};
    },
    +[](Known& of) -> Row {
      const auto p99 = of("page/crowd.p99");
      return {"1,000 meetings of ten, all told",
              "",
              time(p99),
              fmt::format("p99 of all at once; p50 {}", time(of("page/crowd.p50"))),
              {}};
    },
    +[](Known& of) -> Row {
      return {"1,000 meetings of ten, memory",
              "",
              fmt::format("{:.0f} MB", of("page/crowd.memory") / 1e6),
              fmt::format("the server alone; {:.1f} kB a stream", of("page/crowd.of_one") / 1e3),
              {}};
    },
};

std::string line_of(const Row& row, std::string_view met) {
  return fmt::format("{:<31} | {:>12} | {:>11} | {:<38} | {}\n", row.what, row.target, row.measured, row.beside, met);
}

}  // namespace

void Collector::ReportRuns(const std::vector<Run>& runs) {
  for (const auto& run : runs) {
    const bool repeated = run.repetitions > 1;
    if (repeated && (run.run_type != Run::RT_Aggregate || run.aggregate_name != "median")) continue;
    auto name = run.run_name.function_name;
    if (!run.run_name.args.empty()) name += '/' + run.run_name.args;
    const auto per_second = benchmark::GetTimeUnitMultiplier(run.time_unit);
    figures_[name] = run.GetAdjustedCPUTime() / per_second;
    for (const auto& [counter, value] : run.counters) figures_[name + '.' + counter] = value.value;
    std::fprintf(stderr, "measured %s\n", name.c_str());
  }
}

std::string table_of(const Figures& figures) {
  std::string table = line_of({"what", "target", "measured", "beside", {}}, "met");
  table += std::string(table.size() - 1, '-') + '\n';
  const auto add = [&](Maker maker) {
    Known known(figures);
    const auto row = maker(known);
    if (known.all()) table += line_of(row, !row.met ? "" : *row.met ? "yes" : "no");
  };
  for (const auto maker : kRows) add(maker);
  return table;
}

}  // namespace casus::bench
