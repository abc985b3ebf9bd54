// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/explain.hpp"
#include "tests/engine/story.hpp"

#include <algorithm>

using namespace casus;
using namespace casus::test;

namespace {

Story conference_in(Phase phase, const std::string& step) {
  auto story = begun("eigen-kracht/conference");
  story.does("Noor", AddParticipant{"Els", {Role::case_manager, Role::referrer}, true, false, {}});
  story.does("Noor", AddParticipant{"Mevrouw Eik", {Role::resident}, false, false, {}});
  story.go_to(phase, step);
  return story;
}

}  // namespace

TEST_CASE("in a conference worker and chair are refused where circle, coordinator and referrer decide",
          "[engine][R3][R12][R13]") {
  for (const auto& [phase, step] : {std::pair(Phase::network_involvement, "widen"),
                                    {Phase::network_involvement, "prepare"},
                                    {Phase::plan_of_action, "information"},
                                    {Phase::plan_of_action, "present-plan"},
                                    {Phase::plan_of_action, "distribute"}}) {
    CAPTURE(step);
    auto story = conference_in(phase, step);
    const auto coordinator = story.c.with(Role::coordinator)->name;
    for (const auto* other : {"Noor", "Bram", "Ria", "Els", "Mevrouw Eik"}) {
      story.when(other, NextStep{"haast"}).refused("NotYoursToLead", "R3");
      story.when(other, BackStep{}).refused("NotYoursToLead", "R3");
    }
    story.when(coordinator, BackStep{}).then({"StepLeft", "StepEntered"});
  }
  auto story = conference_in(Phase::plan_of_action, "information");
  const auto coordinator = story.c.with(Role::coordinator)->name;
  story.when("Bram", NextStep{})
      .says("Bram leidt stap 'Informatiefase' niet. Dat doet: Eigen Kracht-coördinator.",
            "Bram does not lead step 'Information'. That is up to: Eigen Kracht coordinator.")
      .asks("Vraag " + coordinator + " of jullie verder kunnen. Zegt " + coordinator +
                " ja: casus case next 2026-001 --as '" + coordinator + "'.",
            "Ask " + coordinator + " whether to go on. If " + coordinator +
                " says so: casus case next 2026-001 --as '" + coordinator + "'.");
  // The plan of the circle comes after its time alone.
  story.when("Mevrouw Eik", PresentPlan{"Wij doen het zo."})
      .refused("PlanBeforePrivateTime", "R13")
      .says("De kring heeft nog geen besloten tijd gehad ('Besloten tijd'). Het plan van de kring komt daarna.",
            "The circle has not had its private time yet ('Private time'). Its plan comes after that.");
  story.go_to(Phase::plan_of_action, "private-time");
  for (const auto* other : {"Noor", "Bram", "Ria", "Els"})
    story.when(other, NextStep{}).refused("TheirPrivateTime", "R13");
  for (const auto& word : {coordinator, std::string("Mevrouw Eik")}) {
    auto ended = story;
    ended.when(word, NextStep{}).then({"StepLeft", "StepEntered"});
  }
  story.go_to(Phase::plan_of_action, "present-plan");
  for (const auto* other : {"Noor", "Bram", "Ria", "Els"})
    story.when(other, PresentPlan{"Plan."}).refused("NotYourPlan", "R12");
  story.does("Mevrouw Eik", PresentPlan{"Wij doen het zo."});
  for (const auto& other : {std::string("Noor"), std::string("Bram"), coordinator, std::string("Mevrouw Eik")})
    story.when(other, AnswerPlan{}).refused("NotYoursToAnswer", "R12");
  story.when("Els", AnswerPlan{}).then({"PlanAnswered"});
}

TEST_CASE("a conference asks for no chair of the team, and every other method does", "[engine][R3]") {
  for (const auto& id : shipped_methods()) {
    CAPTURE(id);
    Story story;
    story.does("Noor", open_command(id));
    const auto missing = story.when("Noor", NextStep{}).missing();
    CHECK((std::ranges::find(missing, "chair") == missing.end()) == (id == "eigen-kracht/conference"));
  }
}

TEST_CASE("a step that others lead waits until one of them is there, and explain finds the way", "[engine][R3]") {
  auto story = conference_in(Phase::plan_of_action, "distribute");
  story.does("Noor", RemoveParticipant{story.c.with(Role::coordinator)->name});
  const auto missing = story.when("Bram", NextStep{}).missing();
  CHECK(std::ranges::find(missing, "somebody-leads") != missing.end());
  // Nobody is there to ask: who has to look for another may go back.
  story.when("Bram", BackStep{}).then({"StepLeft", "StepEntered"});
  const auto way = engine::explain(story.c, story.library, "Bram", story.tick()).way;
  REQUIRE_FALSE(way.empty());
  CHECK(std::ranges::any_of(way, [](const Command& it) { return std::holds_alternative<AddParticipant>(it.body); }));
  for (const auto& command : way) story.done(command);
  CHECK(story.c.here()->step != "distribute");
  CHECK(story.history.back().by == story.c.with(Role::coordinator)->id);
}

TEST_CASE("the circle leads the evaluation, and a next round is at its word", "[engine][R3]") {
  auto story = conference_in(Phase::evaluation, "evaluate");
  story.when("Bram", StartRound{{}, "samen verder"}).refused("NotYoursToLead", "R3");
  const auto way = engine::explain(story.c, story.library, "Bram", story.tick()).way;
  REQUIRE_FALSE(way.empty());
  CHECK(std::holds_alternative<StartRound>(way.back().body));
  for (const auto& command : way) story.done(command);
  CHECK(story.c.round == 2);
}
