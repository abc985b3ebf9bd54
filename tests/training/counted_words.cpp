// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief/counted_words.hpp"
#include "core/training/debrief/debrief.hpp"
#include "tests/support/catch.hpp"
#include "tests/training/training.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

// What a goal counts has no other words than those made of its condition: whatever limits it is in them.

namespace casus::training {

TEST_CASE("what a goal counts is said whole: up to how many, from when, and which step or answer", "[training]") {
  struct Said {
    const char* criterion;
    const char* nl;
    const char* en;
  };
  for (const auto& said : std::vector<Said>{
           {R"({"count": "goals", "at_least": 1, "at_most": 3})", "doelen: minstens 1 en hoogstens 3",
            "goals: at least 1 and at most 3"},
           {R"({"count": "meldcode", "where": {"step": 4}, "at_least": 1})",
            "stappen van de meldcode: minstens 1 met stap: 4", "steps of the meldcode: at least 1 with step: 4"},
           {R"({"count": "meldcode", "where": {"step": {"at_least": 2, "at_most": 4}}, "at_least": 1})",
            "stappen van de meldcode: minstens 1 met stap: vanaf 2; stap: tot en met 4",
            "steps of the meldcode: at least 1 with step: from 2; step: up to and including 4"},
           {R"({"count": "actions", "where": {"by_when": {"at_most": "2026-04-01"}}, "at_least": 1})",
            "acties: minstens 1 met dag: tot en met 1 april 2026",
            "actions: at least 1 with day: up to and including 1 April 2026"},
           {R"({"count": "plans", "where": {"answer": "accepted"}, "at_least": 1})",
            "plannen van de kring: minstens 1 met antwoord: aangenomen",
            "plans from the circle: at least 1 with answer: accepted"}}) {
    INFO(said.criterion);
    Problems problems;
    Condition condition;
    condition.op = Condition::Op::holds;
    condition.holds = method::criterion_from(nlohmann::json::parse(said.criterion), "", problems);
    REQUIRE(problems.empty());
    CHECK(unsayable(condition.holds).empty());
    const auto words = counted_in_words(condition, shipped_scenario("quiet-child"));
    CHECK(words.in(Lang::nl) == said.nl);
    CHECK(words.in(Lang::en) == said.en);
  }
}

TEST_CASE("the first step of the meldcode, written down three times, is one step", "[training]") {
  auto replay = begun(shipped_scenario("quiet-child"), "solution-focused/reflecting-team", 1, Mode::coaching);
  auto& play = replay.play();
  const auto goes = [&](CommandBody body) { REQUIRE_FALSE(play.take(by("Femke", std::move(body))).refusal); };
  const auto code = [&](int step) {
    TakeMeldcodeStep taken{{.step = step, .text = "gezet"}};
    if (step == 2) taken.consulted = {Consulted::colleague};
    if (step == 4) taken.children = taken.suspicion = taken.unsafe = true;
    goes(taken);
  };
  const auto counted = [&] {
    return debrief(play, replay.library()).goals.front().parts.front();  // "The meldcode"
  };
  const auto safety = [&] {
    const auto seen = debrief(play, replay.library());
    const auto& items = seen.levels[static_cast<std::size_t>(Level::content)].items;
    return std::ranges::find(items, std::string("safety"), &Item::id)->points;
  };
  REQUIRE_FALSE(play.take(by("Bram", CommandBody(NextStep{}))).refusal);
  goes(RaiseConcern{{.text = "Zij valt in slaap in de klas."}});
  for (int again = 0; again < 3; ++again) code(1);
  CHECK_FALSE(counted().held);
  CHECK(safety() == 1);
  code(2);
  CHECK(safety() == 2);
  code(3);
  CHECK_FALSE(counted().held);
  code(4);
  CHECK(counted().held);
  CHECK(counted().beats == std::vector<int>{8});
}

}  // namespace casus::training
