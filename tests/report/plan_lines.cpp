// SPDX-License-Identifier: EUPL-1.2
#include "core/page/safe_text.hpp"
#include "core/report/documents/plan_check.hpp"
#include "core/report/documents/plan_scores.hpp"
#include "core/report/documents/plan_signs.hpp"
#include "tests/report/golden.hpp"
#include "tests/report/sample.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/times.hpp"

#include <algorithm>

namespace casus::test {

using Catch::Matchers::Contains;

namespace {

std::vector<std::string> checks(const Case& state, const std::string& line) {
  std::vector<std::string> out;
  for (const auto& one : report::plan_check(state, on("2026-03-10")))
    if (one.line == line) out.push_back(one.check);
  return out;
}

bool remarks_on(const Case& state, const std::string& line, const std::string& check) {
  return std::ranges::count(checks(state, line), check) == 1;
}

Goal goal_of(const std::string& text) {
  Goal goal;
  goal.set.id = "g1";
  goal.set.text = text;
  goal.set.resident_words = true;
  goal.worded_at = at("2026-03-02T09:00:00Z");
  return goal;
}

Action action_of(const std::string& what) {
  Action action;
  action.plan.id = "a1";
  action.plan.what = what;
  action.plan.who = "p1";
  action.plan.by_when = on("2026-03-16");
  action.plan.checks = "p2";
  action.plan.rung = Rung::network;
  action.plan.first_step = true;
  action.plan.goal = "g1";
  action.at = at("2026-03-09T09:00:00Z");
  return action;
}

/// A plan on which there is nothing to remark.
Case sharp() {
  Case c{.id = "2026-001",
         .review_on = on("2026-04-13"),
         .goals = {goal_of("Ik open elke dag mijn post")},
         .actions = {action_of("Met tante Els de eerste drie brieven openen")}};
  Agreed agreed{{.at = at("2026-03-03T09:00:00Z")}};
  c.agreed = {agreed};
  return c;
}

}  // namespace

TEST_CASE("a plan that is sharp gets no remarks", "[report][plan]") {
  const auto remarks = report::plan_check(sharp(), on("2026-03-10"));
  for (const auto& one : remarks) UNSCOPED_INFO(one.line + " " + one.check);
  CHECK(remarks.empty());
}

TEST_CASE("each thing that a goal lacks is said", "[report][plan]") {
  auto c = sharp();
  c.goals = {goal_of("Niet meer alleen zitten")};
  CHECK(remarks_on(c, "g1", "presence"));
  CHECK(remarks_on(c, "g1", "observable"));
  CHECK(report::plan_check(c, on("2026-03-10")).front().says.in(Lang::nl) ==
        "Het doel zegt wat er weg moet ('niet meer'), nog niet wat er dan wel is.");
  c = sharp();
  c.goals.front().set.resident_words = false;
  CHECK(remarks_on(c, "g1", "resident_words"));
  c = sharp();
  c.goals = {goal_of("Twee goede weken")};
  CHECK(checks(c, "g1") == std::vector<std::string>{"verb"});
  c = sharp();
  c.agreed.clear();
  CHECK(checks(c, "g1") == std::vector<std::string>{"agreed"});
  c.agreed = sharp().agreed;
  c.goals.front().worded_at = at("2026-03-04T09:00:00Z");  // other words since
  CHECK(checks(c, "g1") == std::vector<std::string>{"agreed"});
  c = sharp();
  c.review_on.reset();
  c.actions.front().plan.goal.clear();
  CHECK(checks(c, "g1") == std::vector<std::string>{"goal_without_action"});
  CHECK(checks(c, "a1") == std::vector<std::string>{"action_without_goal"});
  CHECK(checks(c, "") == std::vector<std::string>{"review"});
  c = sharp();
  c.goals.front().set.scale = GoalScale::minus2_plus2;
  CHECK(checks(c, "g1") == std::vector<std::string>{"levels"});
  GoalMark mark;
  mark.given.goal = "g1";
  mark.given.value = 1;
  c.goal_marks = {mark};
  CHECK(checks(c, "g1") == std::vector<std::string>{"levels", "both_score"});
  mark.given.resident = true;
  c.goal_marks.push_back(mark);
  CHECK(checks(c, "g1") == std::vector<std::string>{"levels"});
}

TEST_CASE("each thing that an action lacks is said", "[report][plan]") {
  const auto with = [](auto&& change) {
    auto c = sharp();
    change(c.actions.front());
    return checks(c, "a1");
  };
  using Said = std::vector<std::string>;
  CHECK(with([](Action& a) { a.plan.checks = "p1"; }) == Said{"other_checks"});
  CHECK(with([](Action& a) { a.plan.what = "Post"; }) == Said{"verb"});
  // That the resident is told is a deed by itself, and of no rung and no goal.
  const auto told = [](Action& a, bool tells) {
    a.plan.what = "Post";
    a.plan.rung.reset();
    a.plan.goal.clear();
    a.plan.tells_resident = tells;
  };
  CHECK(with([&](Action& a) { told(a, false); }) == Said{"verb", "rung", "action_without_goal"});
  CHECK(with([&](Action& a) { told(a, true); }).empty());
  CHECK(with([](Action& a) { a.plan.what = "Kijken of het lukt"; }) == Said{"vague"});
  CHECK(with([](Action& a) { a.plan.rung.reset(); }) == Said{"rung"});
  CHECK(with([](Action& a) { a.plan.by_when = on("2026-03-09"); }) == Said{"overdue"});
  CHECK(with([](Action& a) { a.plan.by_when = on("2026-04-01"); }) == Said{"small_step"});
  CHECK(with([](Action& a) { a.moved = 2; }) == Said{"moved_often"});
  CHECK(with([](Action& a) {
          a.plan.who.clear();
          a.plan.checks.clear();
          a.plan.by_when.reset();
        }) == Said{"who", "checks", "by_when"});
  // What is finished is not looked at any more.
  CHECK(with([](Action& a) {
          a.state = Done::done;
          a.plan.rung.reset();
        }).empty());
}

TEST_CASE("what the plan as a whole lacks is said", "[report][plan]") {
  CHECK(checks(Case{.id = "2026-001"}, "") == std::vector<std::string>{"no_goal", "no_action", "review"});
  auto c = sharp();
  c.actions.front().plan.first_step = false;
  CHECK(checks(c, "") == std::vector<std::string>{"first_step"});
  c.actions.front().plan.rung = Rung::customised;
  CHECK(checks(c, "") == std::vector<std::string>{"first_step", "all_customised"});
}

TEST_CASE("signs in sentences are found in Dutch and English, and not inside other words", "[report][plan]") {
  CHECK(report::absence_in("Geen ruzie meer") == "geen");
  CHECK(report::absence_in("I am no longer alone") == "no longer");
  CHECK(report::absence_in("Ik geniet van mijn werk").empty());
  CHECK(report::absence_in("Ik leer nieuwe mensen kennen").empty());
  for (const auto* text :
       {"Ik open mijn post", "Bellen met tante Els", "De huisbaas bellen", "Noor belt tante Els", "Call aunt Els",
        "I walk with Piet", "Samen eten", "Ring the bailiff", "Email her sister", "Arrange a visit", "Remind him"})
    CHECK(report::has_verb(text));
  for (const auto* text : {"Post", "Dagbesteding", "Een eigen huis", "Meer contact", "To the bailiff",
                           "With her sister", "The bailiff", "Her sister"})
    CHECK_FALSE(report::has_verb(text));
  for (const auto* text : {"elke week", "3 brieven", "twee keer", "every day", "om de dag wandelen"})
    CHECK(report::is_observable(text));
  for (const auto* text : {"Meer contact", "Beter slapen", "Feel better"}) CHECK_FALSE(report::is_observable(text));
  CHECK(report::vague_in("In de gaten houden hoe het gaat") == "in de gaten houden");
  CHECK(report::vague_in("De post openen").empty());
}

TEST_CASE("scores stand beside each other by voice, with a sign for each", "[report][plan]") {
  const auto all = report::score_series(full_case(), Lang::nl);
  REQUIRE(all.size() == 3);
  CHECK(all[0].id == "g1/worker");
  CHECK(report::sparkline(all[0]) == "-1 ▂▆ +1");
  CHECK(all[0].change() == 2);
  CHECK(all[1].id == "g1/resident");
  CHECK(report::sparkline(all[1]) == "▄ 0");
  CHECK(all[2].id == "scale_0_10/p1");
  CHECK(report::sparkline(all[2]) == "▃ 4");
  check_golden("scores.nl.svg", report::scores_svg(all, Lang::nl));
  check_golden("scores.nl.txt", report::scores_text(all, Lang::nl));
  for (const auto& state : {full_case(), hostile_case(), Case{}}) {
    const auto picture = report::scores_svg(report::score_series(state, Lang::en), Lang::en);
    CHECK(accepted_by("xmllint", "--noout", picture));
    CHECK_THAT(picture, Contains("<title>") && Contains("<desc>") && Contains("aria-label="));
  }
}

}  // namespace casus::test
