// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/fit.hpp"

#include "core/simulation/assumptions.hpp"
#include "tests/simulation/simulated.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

// The numbers that a team's own store knows: counted, never of few, and said where they come from.

namespace casus::test {
namespace {

/// A team of six with a meeting of 75 minutes, a case every `days` days since `weeks` weeks, and reviews that take half
/// as long again as their method says.
simulation::TeamCounts counted(int weeks, int days, int reviews) {
  simulation::TeamCounts counts{.members = 6, .minutes = 75, .today = *date_from("2026-11-02")};
  for (int ago = weeks * 7; ago >= 0; ago -= days) counts.opened.push_back(plus_days(counts.today, -ago));
  for (int i = 0; i < reviews; ++i) counts.lengths.push_back({20, i % 2 == 0 ? 25.0 : 35.0});
  return counts;
}

const simulation::FittedNumber* number(const simulation::Fit& fit, std::string_view path) {
  const auto found = std::ranges::find(fit.numbers, path, &simulation::FittedNumber::path);
  return found == fit.numbers.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("what a store counts stands in place of the assumptions, with the store as its source", "[training]") {
  const auto file = shipped_assumptions();
  const auto fit = simulation::fit(counted(30, 5, 24), file);
  CHECK(fit.left.empty());
  REQUIRE(number(fit, "/team/cases_per_week") != nullptr);
  CHECK(number(fit, "/team/cases_per_week")->value == Approx(42.0 / 30).margin(0.01));
  CHECK(number(fit, "/team/workers")->value == 6);
  CHECK(number(fit, "/meeting/minutes")->value == 75);
  const auto [bytes, problems] = simulation::with_fit(file, fit);
  REQUIRE(problems.empty());
  const auto [read, wrong] = simulation::parse_assumptions(bytes);
  REQUIRE(wrong.empty());
  CHECK(read.cases_per_week.source == "STORE");
  CHECK(read.cases_per_week.note.nl == "42 casussen in 30 weken.");
  CHECK(read.sources.back().key == "STORE");
  // Half as long again on the whole; the kinds of question keep their proportions.
  const auto [own, none] = simulation::parse_assumptions(file);
  double size = 0, weight = 0;
  for (const auto& kind : read.problems) size += kind.size.value * kind.weight.value, weight += kind.weight.value;
  CHECK(size / weight == Approx(1.5).margin(0.02));
  CHECK(read.problems[2].size.value / read.problems[0].size.value ==
        Approx(own.problems[2].size.value / own.problems[0].size.value).margin(0.02));
  // Only what was counted changed.
  CHECK(read.absence.source == simulation::kAssumption);
  CHECK(read.absence.value == own.absence.value);
}

TEST_CASE("of few nothing is reckoned, and it is said of what", "[training]") {
  const auto file = shipped_assumptions();
  const auto left = [&](const simulation::TeamCounts& counts) {
    std::string all;
    for (const auto& one : simulation::fit(counts, file).left) all += one.in(Lang::en) + '\n';
    return all;
  };
  CHECK_THAT(left(counted(12, 2, 24)), Catch::Contains("too young"));
  CHECK_THAT(left(counted(30, 14, 24)), Catch::Contains("Too few cases to go by"));
  CHECK_THAT(left(counted(30, 5, 19)), Catch::Contains("Too few finished reviews"));
  const auto empty = simulation::fit({}, file);
  CHECK(empty.numbers.empty());
  CHECK(empty.left.size() == 2);
  CHECK(simulation::with_fit(file, empty).first == file);
  // What is longer ago than a year says nothing of today.
  CHECK(number(simulation::fit(counted(150, 7, 24), file), "/team/cases_per_week")->value == 1);
}

}  // namespace casus::test
