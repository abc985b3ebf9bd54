// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/playbook.hpp"

#include "core/base/fault.hpp"
#include "core/engine/engine.hpp"
#include "core/simulation/caseload/caseload.hpp"
#include "tests/simulation/simulated.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace casus::test {
namespace {

TEST_CASE("a playbook of every shipped method goes through its steps, twice", "[training]") {
  const auto& library = simulated_library();
  for (const auto id : library.method_ids()) {
    const auto* method = library.method(id);
    const auto* workflow = library.workflow(method->workflow);
    const auto book = simulation::playbook(library, std::string(id), std::max(4, method->people.min));
    INFO(id);
    std::vector<std::string> steps, expected, again, expected_again;
    for (const auto& step : book.first) steps.push_back(step.step);
    for (const auto& step : book.again) again.push_back(step.step);
    for (const auto& rule : workflow->phases)
      for (const auto& step : method->steps(rule.phase)) {
        expected.push_back(step.id);
        if (&rule != &workflow->phases.front()) expected_again.push_back(step.id);
      }
    CHECK(steps == expected);
    CHECK(again == expected_again);
  }
}

TEST_CASE("every round sets a day to look back of its own", "[training]") {
  const auto& library = simulated_library();
  const auto sets_a_day = [](const std::vector<simulation::StepScript>& round) {
    return std::ranges::any_of(round, [](const simulation::StepScript& step) {
      return std::ranges::any_of(step.lines, [](const simulation::Line& line) {
        return std::holds_alternative<SetReview>(line.command.body);
      });
    });
  };
  for (const auto id : library.method_ids()) {
    const auto book = simulation::playbook(library, std::string(id), std::max(4, library.method(id)->people.min));
    INFO(id);
    // A method whose cases ask nothing asks for no day either: those of the bench.
    CHECK(sets_a_day(book.again) == sets_a_day(book.first));
  }
}

TEST_CASE("cases of the shipped methods live by their playbooks alone", "[training]") {
  simulation::CaseloadRequest request{.teams = 3, .weeks = 26, .runs = 1, .assumptions = shipped_assumptions()};
  std::uint64_t lives = 0, replanned = 0;
  for (const auto& result : simulated(*simulation::plan_of(request), 1)) {
    lives += result.lives;
    replanned += result.doings.replanned;
  }
  CHECK(lives > 50);
  CHECK(replanned == 0);
}

TEST_CASE("methods that are no part of the usual mix are reckoned by themselves", "[training]") {
  for (const std::string method : {"kort/ronde", "incident/short"}) {
    INFO(method);
    simulation::CaseloadRequest request{
        .teams = 1, .weeks = 13, .runs = 1, .method = method, .assumptions = shipped_assumptions()};
    const auto plan = simulation::plan_of(request);
    REQUIRE(plan);
    std::uint64_t lives = 0, replanned = 0;
    for (const auto& result : simulated(*plan, 1)) {
      lives += result.lives;
      replanned += result.doings.replanned;
    }
    CHECK(lives > 5);
    CHECK(replanned == 0);
  }
}

TEST_CASE("a playbook that another setting has written is the same as one's own", "[training]") {
  const auto team_of = [](double workers) {
    return simulation::parse_assumptions(assumptions_with({{"/team/workers", workers}})).first;
  };
  const auto many = team_of(8), few = team_of(6);
  const simulation::Playbooks written(simulated_library(), many);
  const simulation::Playbooks own(simulated_library(), few), taken(simulated_library(), few, &written);
  int compared = 0;
  for (const auto& use : few.methods)
    for (int people = 1; people <= 9; ++people) {
      INFO(use.method << " with " << people);
      const auto *one = own.find(use.method, people), *other = taken.find(use.method, people);
      REQUIRE((one == nullptr) == (other == nullptr));
      if (one == nullptr) continue;
      ++compared;
      CHECK(one->people == other->people);
      CHECK(one->lines == other->lines);
      REQUIRE(one->first.size() == other->first.size());
      for (std::size_t step = 0; step < one->first.size(); ++step) {
        const auto &mine = one->first[step], &theirs = other->first[step];
        CHECK(mine.step == theirs.step);
        CHECK(mine.minutes == theirs.minutes);
        REQUIRE(mine.lines.size() == theirs.lines.size());
        for (std::size_t line = 0; line < mine.lines.size(); ++line) {
          CHECK(mine.lines[line].command.by == theirs.lines[line].command.by);
          CHECK(mine.lines[line].without == theirs.lines[line].without);
        }
      }
    }
  CHECK(compared > 10);
}

TEST_CASE("a method that asks for more people than the team has cannot be simulated", "[training]") {
  auto assumptions = simulation::parse_assumptions(assumptions_with({{"/team/workers", 4}})).first;
  try {
    const simulation::Playbooks books(simulated_library(), assumptions);
    FAIL("nothing was thrown");
  } catch (const Fault& fault) {
    CHECK(std::string(fault.what()) == "method 'werf/werf' asks for 5 people at the table, the team has 4");
  }
  assumptions.methods.front().method = "werf/wurf";
  try {
    const simulation::Playbooks books(simulated_library(), assumptions);
    FAIL("nothing was thrown");
  } catch (const Fault& fault) {
    CHECK(std::string(fault.what()) ==
          "the assumptions name method 'werf/wurf', which is not on this machine (did you mean 'werf/werf'?)");
  }
}

}  // namespace
}  // namespace casus::test
