// SPDX-License-Identifier: EUPL-1.2
#include "core/page/safe_text.hpp"
#include "core/report/documents/plan_page.hpp"
#include "tests/report/golden.hpp"
#include "tests/report/sample.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fits_terminal.hpp"
#include "tests/support/times.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {

using Catch::Matchers::Contains;

namespace {

const Date kToday = on("2026-03-10");

}  // namespace

TEST_CASE("the plan of a full case reads as it did, for the team and for the resident", "[report][plan]") {
  for (const auto lang : {Lang::nl, Lang::en}) {
    const std::string tail = lang == Lang::nl ? ".nl.txt" : ".en.txt";
    check_golden("plan" + tail, page::page_text(report::plan_page(full_case(), kToday, typed_voice(lang))));
    check_golden("plan_check" + tail, page::page_text(report::plan_check_page(full_case(), kToday, typed_voice(lang))));
    check_golden("plan_resident" + tail,
                 page::page_text(report::plan_page_for_resident(full_case(), typed_voice(lang),
                                                                {"Wijkteam Voorbeeld", "020 000 00 00", kToday})));
  }
}

TEST_CASE("the resident's plan holds nothing that the team wrote for itself, nor of others but what they do",
          "[report][plan]") {
  auto state = full_case();
  state.actions[0].plan.who = "p4";
  state.actions[1].result = "TEAMNOTITIE";
  state.actions[0].moved_because = {"TEAMREDEN"};
  for (auto& mark : state.goal_marks) mark.given.evidence = "TEAMBEWIJS";
  state.people[3].network->note = "GEHEIME NOTITIE";
  for (const auto lang : {Lang::nl, Lang::en}) {
    const auto text = page::page_text(report::plan_page_for_resident(state, lang));
    CHECK_THAT(text, !Contains("TEAM") && !Contains("GEHEIM") && !Contains("buurvrouw)") && !Contains("Oom Kees") &&
                         !Contains("meldcode") && !Contains("maatwerk") && !Contains("Sanne"));
    CHECK_THAT(text, Contains("Joke van der Plas"));
    CHECK_THAT(report::plan_json_for_resident(state).dump(), !Contains("TEAM") && !Contains("GEHEIM"));
  }
}

TEST_CASE("the resident is spoken to as u, also when the resident does it", "[report][plan]") {
  auto state = full_case();
  state.people[2].roles = {Role::resident};
  state.actions[0].plan.who = "p3";
  const auto text = page::page_text(report::plan_page_for_resident(state, Lang::nl));
  CHECK_THAT(text, Contains("Dat doet u zelf") && Contains("Zo ver bent u volgens uzelf: elke week."));
  CHECK(report::plan_json_for_resident(state).at("actions").at(0).at("who") == "you");
  state.people[0].erased = true;
  CHECK_THAT(page::page_text(report::plan_page_for_resident(state, Lang::nl)), Contains("Zeg het tegen het team."));
}

TEST_CASE("that the resident is told something stands in their plan as that", "[report]") {
  auto state = full_case();
  REQUIRE_FALSE(state.actions.empty());
  auto& action = state.actions.front();
  action.plan.what = "Dat we samen brieven openen.";
  action.plan.tells_resident = true;
  action.plan.who = state.with(Role::presenter)->id;
  action.plan.by_when = date_from("2026-03-09");
  action.state = Done::open;
  const auto who = state.with(Role::presenter)->name;
  CHECK_THAT(page::page_text(report::plan_page_for_resident(state, Lang::nl)),
             Contains(who + " vertelt u: Dat we samen brieven openen, uiterlijk op 9 maart 2026."));
  action.plan.what = "Koffie";
  action.plan.repeats = "FREQ=WEEKLY;BYDAY=MO";
  CHECK_THAT(page::page_text(report::plan_page_for_resident(state, Lang::nl)),
             Contains("Koffie, elke maandag, voor het eerst op 9 maart 2026."));
}

TEST_CASE("the resident reads scores as words, also when nobody said what a point looks like", "[report][plan]") {
  auto state = full_case();
  state.goals[0].set.levels.clear();
  auto text = page::page_text(report::plan_page_for_resident(state, Lang::nl));
  CHECK_THAT(text, Contains("Zo ver bent u volgens uzelf: het doel is bereikt.") &&
                       Contains("Zo zien wij het: verder dan het doel.") && !Contains("+1"));
  state.goals[0].set.scale = GoalScale::minus3_plus2;
  for (auto& mark : state.goal_marks) mark.given.value = -2;
  text = page::page_text(report::plan_page_for_resident(state, Lang::en));
  CHECK_THAT(text, Contains("as it was at the start.") && !Contains("-2"));
}

TEST_CASE("the resident's plan has room to sign while it runs", "[report][plan]") {
  auto state = full_case();
  const auto html = page::page_html(report::plan_page_for_resident(state, Lang::nl), Lang::nl);
  CHECK_THAT(html, Contains("class=\"to-fill\"") && Contains("Handtekening"));
  state.stage = {Life::closed, {}, {}, 0};
  CHECK_THAT(page::page_html(report::plan_page_for_resident(state, Lang::nl), Lang::nl), !Contains("Handtekening"));
}

TEST_CASE("pages of a plan hold in 80 columns and as HTML, whatever was typed", "[report][plan]") {
  for (const auto& state : {full_case(), hostile_case(), Case{}})
    for (const auto& page :
         {report::plan_page(state, kToday, Lang::nl), report::plan_check_page(state, kToday, Lang::en),
          report::plan_page_for_resident(state, Lang::nl)}) {
      for (const auto& line : page::lines_of(page::page_text(page))) CHECK(fits_terminal(line));
      const auto html = page::page_html(page, Lang::nl);
      CHECK(accepted_by("xmllint", "--noout", html));
      CHECK_THAT(html, !Contains("<script"));
    }
}

TEST_CASE("the plan as JSON has the ladder, both scores and the remarks", "[report][plan]") {
  const auto out = report::plan_json(full_case(), kToday, Lang::nl);
  CHECK(out.at("ladder").size() == 5);
  CHECK(out.at("ladder").at(1) == nlohmann::json{{"rung", "network"}, {"count", 1}, {"share", 0.5}});
  CHECK(out.at("both_scores") == nlohmann::json::array({{{"goal", "g1"}, {"worker", 1}, {"resident", 0}}}));
  CHECK_FALSE(out.at("remarks").empty());
  for (const auto& remark : out.at("remarks"))
    for (const auto* key : {"line", "check", "source", "says", "how"}) CHECK(remark.contains(key));
}

}  // namespace casus::test
