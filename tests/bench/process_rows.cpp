// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/known.hpp"

#include <fmt/format.h>

#include <array>

namespace casus::bench {

namespace {

/// What the whole program takes for one of the cases of the large store.
Row a_case(Known& of, const std::string& line, const std::string& counter, double target) {
  const auto cases = of("store/large.cases");
  return {line + ", a case",
          of("store/large." + counter) / cases,
          Unit::seconds,
          target,
          false,
          fmt::format("the whole program, of {:.0f}; {} at its most", cases,
                      written(of("store/large." + counter + "_memory"), Unit::bytes))};
}

const std::array kRows{
    +[](Known& of) -> Row {
      return {
          "/bin/true, whole process", of("process/cold_start.nothing"), Unit::seconds, kForScale, false, "the floor"};
    },
    +[](Known& of) -> Row {
      const auto spent = of("process/cold_start.version");
      return {"casus --version",
              spent / of("process/cold_start.nothing"),
              Unit::times,
              3,
              false,
              "/bin/true; " + written(spent, Unit::seconds)};
    },
    +[](Known& of) -> Row {
      const auto spent = of("process/cold_start.show");
      return {"casus case show",
              spent / of("process/cold_start.nothing"),
              Unit::times,
              8,
              false,
              "/bin/true; " + written(spent, Unit::seconds)};
    },
    +[](Known& of) -> Row {
      const auto spent = of("process/cold_start.list");
      return {"casus case list, 100,000 cases",
              spent / of("process/cold_start.nothing"),
              Unit::times,
              kForScale,
              false,
              "/bin/true; " + written(spent, Unit::seconds)};
    },
    +[](Known& of) -> Row {
      const auto spent = of("process/growth/10000.show");
      return {"case show of 10,000 events",
              spent / of("process/growth/10.show"),
              Unit::times,
              2,
              false,
              fmt::format("one of 10; {}, of 1,000 {}, of 10 {}", written(spent, Unit::seconds),
                          written(of("process/growth/1000.show"), Unit::seconds),
                          written(of("process/growth/10.show"), Unit::seconds))};
    },
    +[](Known& of) -> Row {
      const auto spent = of("process/growth/10000.say");
      return {"case say, 10,000 events",
              spent / of("process/growth/10.say"),
              Unit::times,
              1.25,
              false,
              fmt::format("in one of 10; {}, of 1,000 {}, of 10 {}", written(spent, Unit::seconds),
                          written(of("process/growth/1000.say"), Unit::seconds),
                          written(of("process/growth/10.say"), Unit::seconds))};
    },
    +[](Known& of) -> Row {
      const auto spent = of("meeting/proposal/10000");
      return {"agenda from 10,000 open cases",
              spent / of("meeting/proposal/100"),
              Unit::times,
              2,
              false,
              fmt::format("from 100; {}, from 100 {}", written(spent, Unit::seconds),
                          written(of("meeting/proposal/100"), Unit::seconds))};
    },
    +[](Known& of) -> Row { return a_case(of, "store verify", "verify", 40e-6); },
    +[](Known& of) -> Row { return a_case(of, "store rebuild", "rebuild", 40e-6); },
    +[](Known& of) -> Row {
      return {"store verify, memory",          of("store/large.verify_memory"), Unit::bytes, 60e6, false,
              "the whole program, at its most"};
    },
    +[](Known& of) -> Row { return a_case(of, "team export cases", "export", 300e-6); },
    +[](Known& of) -> Row { return a_case(of, "team calendar", "calendar", 300e-6); },
    +[](Known& of) -> Row {
      return {"what meeting propose prints",
              of("store/large.propose_bytes"),
              Unit::count,
              6000,
              false,
              "signs, of 10,000 open cases; in " + written(of("store/large.propose"), Unit::seconds)};
    },
    +[](Known& of) -> Row {
      return {"meeting run while nobody types",
              of("meeting/waiting.share"),
              Unit::ratio,
              0.005,
              false,
              "of a core, with a case of 5,000 events at hand"};
    },
    +[](Known& of) -> Row {
      return {"hello of the web server",
              of("page/hello.worked"),
              Unit::per_second,
              kForScale,
              kLeast,
              fmt::format("the ceiling, on the work's thread; on the network's {}",
                          written(of("page/hello.at_once"), Unit::per_second))};
    },
    +[](Known& of) -> Row {
      const auto speed = of("page/team.case");
      return {"case page", speed / of("page/hello.worked"),
              Unit::ratio, kForScale,
              kLeast,      "of hello; " + written(speed, Unit::per_second)};
    },
    +[](Known& of) -> Row {
      const auto speed = of("page/team.say");
      return {"contribution by a form",
              speed / of("page/hello.worked"),
              Unit::ratio,
              kForScale,
              kLeast,
              "of hello; durable; " + written(speed, Unit::per_second)};
    },
    +[](Known& of) -> Row {
      return {"contribution to ten browsers",
              of("page/live.p99"),
              Unit::seconds,
              0.1,
              false,
              "p99; p50 " + written(of("page/live.p50"), Unit::seconds)};
    },
    +[](Known& of) -> Row {
      return {"sign-in to page",
              of("page/sign_in.whole"),
              Unit::seconds,
              kForScale,
              false,
              fmt::format("by a provider in memory, three answers; the page of today alone {}",
                          written(of("page/sign_in.page"), Unit::seconds))};
    },
    +[](Known& of) -> Row {
      return {"served while 10,000 attack",
              of("page/hostile.p99"),
              Unit::seconds,
              0.1,
              false,
              fmt::format("p99; p50 {}, slowest {}; in quiet p99 {}; {} hostile, {:.0f} let in",
                          written(of("page/hostile.p50"), Unit::seconds),
                          written(of("page/hostile.slowest"), Unit::seconds),
                          written(of("page/hostile.quiet"), Unit::seconds),
                          written(of("page/hostile.rate"), Unit::per_second), of("page/hostile.let_in"))};
    },
    +[](Known& of) -> Row {
      return {"1,000 meetings of ten, all told",
              of("page/crowd.p99"),
              Unit::seconds,
              kForScale,
              false,
              "p99 of all at once; p50 " + written(of("page/crowd.p50"), Unit::seconds)};
    },
    +[](Known& of) -> Row {
      return {"1,000 meetings of ten, memory",
              of("page/crowd.memory"),
              Unit::bytes,
              kForScale,
              false,
              fmt::format("the server alone; {:.1f} kB a stream", of("page/crowd.of_one") / 1e3)};
    },
};

}  // namespace

std::span<const Maker> process_rows() { return kRows; }

}  // namespace casus::bench
