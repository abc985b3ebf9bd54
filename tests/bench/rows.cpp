// SPDX-License-Identifier: EUPL-1.2
// Which figures stand in the table, and what each is held against: DESIGN 9 has the targets.
#include "tests/bench/known.hpp"

#include <fmt/format.h>

#include <array>

namespace casus::bench {

namespace {

const std::array kCore{
    +[](Known& of) -> Row {
      return {"statechart, running machine",
              1 / of("engine/chart"),
              Unit::per_second,
              kForScale,
              false,
              "compiled Boost.Statechart: what the engine is held against"};
    },
    +[](Known& of) -> Row {
      return {"statechart, the engine's table",
              of("engine/chart") / of("engine/chart_table"),
              Unit::times,
              kForScale,
              kLeast,
              fmt::format("the running machine; driven anew each time: {}",
                          written(1 / of("engine/chart_as_function"), Unit::per_second))};
    },
    +[](Known& of) -> Row {
      return {"phase step, decide + evolve",
              of("engine/chart") / of("engine/phase_step"),
              Unit::ratio,
              0.15,
              kLeast,
              fmt::format("of the running machine; {}", written(1 / of("engine/phase_step"), Unit::per_second))};
    },
    +[](Known& of) -> Row {
      const auto speed = of("engine/command.commands");
      return {"command in memory, all rules",
              speed * of("engine/chart"),
              Unit::ratio,
              0.095,
              kLeast,
              fmt::format("the same; {}, {:.0f} % of that without native rules", written(speed, Unit::per_second),
                          100 * speed / of("engine/command_declared.commands"))};
    },
    +[](Known& of) -> Row {
      return {"answer of native rules apart",
              of("plugin/answer.apart") - of("plugin/answer.inside"),
              Unit::seconds,
              60e-6,
              false,
              fmt::format("more than inside ({:.1f} us); the first one {}", of("plugin/answer.inside") * 1e6,
                          written(of("plugin/answer.first"), Unit::seconds))};
    },
    +[](Known& of) -> Row {
      const auto lives = of("training/caseload.lives");
      return {"simulated life",
              lives * of("engine/chart"),
              Unit::ratio,
              0.0011,
              kLeast,
              fmt::format("of the running machine; {} a core; 2 threads: {:.2f} x", written(lives, Unit::per_second),
                          of("training/caseload.speedup"))};
    },
};

const std::array kPeers{
    +[](Known& of) -> Row {
      const auto rate = of("peers/steps.robot3");
      return {"phase step beside robot3",
              1 / of("engine/phase_step") / rate,
              Unit::times,
              1,
              kLeast,
              fmt::format("its {}: a machine without history, rules or people", written(rate, Unit::per_second))};
    },
    +[](Known& of) -> Row {
      const auto rate = of("peers/steps.xstate");
      return {"phase step beside XState",
              1 / of("engine/phase_step") / rate,
              Unit::times,
              1,
              kLeast,
              fmt::format("its {}; pure {:.1f} x", written(rate, Unit::per_second),
                          1 / of("engine/phase_step") / of("peers/steps.xstate, pure"))};
    },
};

const std::array kDisk{
    +[](Known& of) -> Row {
      return {"fdatasync of 4 KiB",
              of("store/durable.floor"),
              Unit::seconds,
              kForScale,
              false,
              fmt::format("the floor; {} before, {} after", written(of("store/durable.floor_before"), Unit::seconds),
                          written(of("store/durable.floor_after"), Unit::seconds))};
    },
    +[](Known& of) -> Row {
      return {
          "durable command",
          of("store/durable.of_floor"),
          Unit::times,
          1.25,
          false,
          fmt::format("the floor; {}; of three runs {:.2f} to {:.2f}", written(of("store/durable.say"), Unit::seconds),
                      of("store/durable.of_floor_low"), of("store/durable.of_floor_high"))};
    },
    +[](Known& of) -> Row {
      return {"durable command beside a row",
              of("store/durable.of_bare"),
              Unit::times,
              1.1,
              false,
              fmt::format("bare SQLite ({}); of three runs {:.2f} to {:.2f}",
                          written(of("store/durable.bare"), Unit::seconds), of("store/durable.of_bare_low"),
                          of("store/durable.of_bare_high"))};
    },
    +[](Known& of) -> Row {
      return {"durable command, whole life",
              of("store/durable.life") / of("store/durable.floor"),
              Unit::times,
              kForScale,
              false,
              "the floor; new people need keys"};
    },
    +[](Known& of) -> Row {
      const auto speed = of("store/import.values");
      return {"import, 1,000 commands a time",
              speed / of("store/import.bare"),
              Unit::ratio,
              0.40,
              kLeast,
              fmt::format("of bare SQLite rows ({}); {}, processor only {}",
                          written(of("store/import.bare"), Unit::per_second), written(speed, Unit::per_second),
                          written(of("store/import.worked"), Unit::per_second))};
    },
    +[](Known& of) -> Row {
      const auto speed = of("process/apply.events");
      return {"apply as it is run",
              speed / of("store/import.lines"),
              Unit::ratio,
              0.9,
              kLeast,
              fmt::format("of the import of lines ({}); {}", written(of("store/import.lines"), Unit::per_second),
                          written(speed, Unit::per_second))};
    },
    +[](Known& of) -> Row {
      return {"disk beyond the user's text", of("store/import.beyond_text"), Unit::bytes, 250, false,
              "an event, keys included"};
    },
    +[](Known& of) -> Row {
      return {"open a case of 1,000 events",
              of("store/open_case/1000"),
              Unit::seconds,
              5e-3,
              false,
              fmt::format("4 x the events: {:.1f} x the time", of("store/open_case/2000") / of("store/open_case/500"))};
    },
    +[](Known& of) -> Row {
      return {"agenda page of 100",
              of("store/agenda"),
              Unit::seconds,
              0.5e-3,
              false,
              fmt::format("of {:.0f} cases, in process", of("store/agenda.lines"))};
    },
};

/// So many teams at once in PostgreSQL.
Row of_teams(Known& of, int count) {
  const auto rate = [&](const char* where) { return of(fmt::format("store/many_teams.{}_{}", where, count)); };
  const auto appends = rate("database"), files = rate("files"), bare = rate("bare");
  return {fmt::format("appends, PostgreSQL, {} team{}", count, count == 1 ? "" : "s"),
          appends / bare,
          Unit::ratio,
          kForScale,
          kLeast,
          fmt::format("of bare rows by libpq, a pipeline each ({}); {}, {:.2f} x files ({})",
                      written(bare, Unit::per_second), written(appends, Unit::per_second), appends / files,
                      written(files, Unit::per_second))};
}

const std::array kTeams{
    +[](Known& of) -> Row { return of_teams(of, 1); },
    +[](Known& of) -> Row { return of_teams(of, 8); },
    +[](Known& of) -> Row { return of_teams(of, 32); },
};

}  // namespace

std::vector<Row> rows_of(const Figures& figures) {
  std::vector<Row> rows;
  const auto add = [&](Maker maker) {
    Known known(figures);
    auto row = maker(known);
    if (known.all()) rows.push_back(std::move(row));
  };
  for (const auto maker : kCore) add(maker);
  for (const auto maker : kPeers) add(maker);
  for (const auto maker : kDisk) add(maker);
  for (const auto maker : kTeams) add(maker);
  for (const auto maker : process_rows()) add(maker);
  return rows;
}

}  // namespace casus::bench
