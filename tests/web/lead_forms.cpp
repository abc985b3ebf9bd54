// SPDX-License-Identifier: EUPL-1.2
// What is typed as a word at a terminal beside the talk has a form on the page of who leads, and what was put right is
// told by its words.
#include "core/desk/forms/told_apart.hpp"
#include "core/desk/typed/known_in_case.hpp"
#include "core/service/unlogged.hpp"
#include "tests/support/times.hpp"
#include "tests/web/short_round_page.hpp"

#include <algorithm>

namespace casus::test {
namespace {

struct FormsRoom : ShortRoundPage {
  /// The form of the page of who leads, sent; the page after it.
  Got fills(const std::string& form, const std::vector<std::pair<std::string, std::string>>& fields) {
    laptop_->get("/lead");
    const auto got = laptop_->submit(form, fields);
    INFO(got.body);
    REQUIRE(got.status == 303);
    return laptop_->get("/lead");
  }
  Team team() {
    auto it = desk("Samira");
    return *it.service().team();
  }
};

}  // namespace

TEST_CASE("that the resident hears it becomes an action by a form, and without a day it is asked when", "[web][R16]") {
  FormsRoom room;
  room.laptop_->get("/lead");
  const auto asked = room.laptop_->submit("do-case-tell", {{"what", "Wat we bespraken"}});
  CHECK(asked.status == 422);
  CHECK(asked.has("Vul in op welke dag die het hoort of hoorde"));
  CHECK(asked.has("Wat we bespraken"));
  CHECK(room.now().actions.empty());
  room.fills("do-case-tell", {{"what", "Wat we bespraken"}, {"who", "Noor"}, {"on", "2026-03-06"}});
  REQUIRE(room.now().actions.size() == 1);
  CHECK(room.now().actions.front().plan.tells_resident);
  CHECK(room.now().actions.front().plan.by_when == on("2026-03-06"));
}

TEST_CASE("what came of an action is written down by its words", "[web]") {
  FormsRoom room;
  CHECK_FALSE(room.laptop_->get("/lead").has("id=\"do-plan-done\""));
  room.fills(
      "action-form",
      {{"do", "action"}, {"text", "De school bellen"}, {"name", "Daan"}, {"day", "2026-03-06"}, {"checks", "Noor"}});
  REQUIRE(room.laptop_->page().has("<option value=\"a1\">"));
  room.fills("do-plan-done", {{"action", "a1"}, {"state", "done"}, {"note", "De mentor belt terug"}});
  CHECK(room.now().actions.front().state == Done::done);
  CHECK(room.now().actions.front().result == "De mentor belt terug");
}

TEST_CASE("a score is given from the own phone, or written down for who gives it", "[web]") {
  FormsRoom room;
  auto daan = room.phone("Daan");
  REQUIRE(daan.get("/mine").has("id=\"do-case-score\""));
  CHECK_FALSE(daan.page().has("name=\"whose\""));
  CHECK(daan.submit("do-case-score", {{"value", "7"}, {"evidence", "Zij lacht weer"}}).status == 303);
  room.fills("do-case-score", {{"whose", "Noor"}, {"value", "5"}, {"evidence", "De post blijft dicht"}});
  const auto it = room.now();
  REQUIRE(it.scores.size() == 2);
  CHECK(it.name_of(it.scores.front().by, Lang::nl) == "Daan");
  CHECK(it.name_of(it.scores.back().by, Lang::nl) == "Noor");
  // Another form of the table is none of a phone.
  daan.get("/mine");
  const auto got = daan.post("/mine", {{"do", "form"}, {"verb", "network add"}, {"name", "tante"}});
  CHECK(got.status == 422);
}

TEST_CASE("what the team learns and a signal go to the team from the page of who leads, and into no case",
          "[web][R15]") {
  FormsRoom room;
  room.fills("do-case-learn", {{"text", "Eerst vragen wat al werkt"}, {"theme", "vragen"}});
  room.fills("do-case-signal", {{"text", "De wachttijd is een halfjaar"}, {"theme", "wachttijd"}});
  room.laptop_->get("/lead");
  REQUIRE(room.laptop_->submit("ready", {{"do", "ready"}}).status == 303);
  // Between cases too, where the meeting ends.
  room.fills("do-case-learn", {{"text", "Een vraag tegelijk"}, {"theme", "vragen"}});
  CHECK(room.team().learning.size() == 2);
  CHECK(room.team().signals.size() == 1);
  auto it = room.desk("Samira");
  for (const auto& event : service::Unlogged(it.service()).history("2026-003"))
    if (const auto* said = std::get_if<Contributed>(&event.body)) CHECK(said->text != "Eerst vragen wat al werkt");
}

TEST_CASE("a line for the team that came when the next case lay there is sent once more, wherever that is",
          "[web][R15]") {
  FormsRoom room;
  room.laptop_->get("/lead");
  auto other = *room.laptop_;
  REQUIRE(other.submit("ready", {{"do", "ready"}}).status == 303);
  const auto late = room.laptop_->post(
      "/lead", {{"do", "form"}, {"verb", "case learn"}, {"text", "Eerst vragen wat al werkt"}, {"theme", "vragen"}});
  CHECK(late.status == 403);
  CHECK(late.has("Het gaat naar het team, en niet in een casus."));
  CHECK(room.team().learning.empty());
  CHECK(room.laptop_->submit("late-form", {{"do", "form"}, {"text", "Eerst vragen wat al werkt"}}).status == 303);
  CHECK(room.team().learning.size() == 1);
}

TEST_CASE("the plan, the network and what could be done now are read on the page of who leads", "[web]") {
  FormsRoom room;
  room.does("2026-003", "Samira", SetGoal{{.text = "Weer een open post"}});
  auto page = room.fills("look-form", {{"do", "look plan"}});
  CHECK(page.has("Weer een open post"));
  for (const auto* what : {"look network", "look suggest"}) {
    INFO(what);
    page = room.fills("look-form", {{"do", what}});
    // Something came of it: a card to read, or a sentence.
    CHECK((page.has("<section class=\"card\">") || page.has("class=\"told")));
  }
  // As a line too, where nothing came of it before.
  page = room.fills("line-form", {{"do", "line"}, {"line", "plan"}});
  CHECK(page.has("Weer een open post"));
}

TEST_CASE("who is not of the team comes in by a form, and it is asked whether they are the resident", "[web]") {
  FormsRoom room;
  room.laptop_->get("/lead");
  const auto asked = room.laptop_->submit("comes-form", {{"do", "comes"}, {"name", "Els"}});
  CHECK(asked.has("Els"));
  CHECK(asked.has("id=\"offer\""));
  room.fills("comes-form", {{"do", "comes"}, {"name", "inwoner"}});
  CHECK(std::ranges::any_of(room.now().people, [](const Person& one) {
    return std::ranges::find(one.roles, Role::resident) != one.roles.end();
  }));
}

TEST_CASE("who sits at the table as the resident does not come as a guest beside that", "[web]") {
  FormsRoom room;
  room.does("2026-003", "Noor", AddParticipant{.name = "Meneer Bos", .roles = {Role::resident}, .team_member = false});
  room.laptop_->get("/lead");
  const auto said = room.laptop_->submit("comes-form", {{"do", "comes"}, {"name", "Meneer Bos"}});
  CHECK(said.status == 422);
  CHECK(said.has("Meneer Bos zit hier als inwoner"));
  CHECK_FALSE(said.has("id=\"offer\""));
}

TEST_CASE("a decision is brought up, weighed by each on the own phone, and taken by forms", "[web][R17]") {
  FormsRoom room;
  // There is nothing to weigh or to take yet.
  const auto before = room.laptop_->get("/lead");
  CHECK(before.has("id=\"do-case-decide-raise\""));
  CHECK_FALSE(before.has("id=\"do-case-decide-opinion\""));
  CHECK_FALSE(before.has("id=\"do-case-decide-take\""));
  auto daan = room.phone("Daan");
  CHECK_FALSE(daan.get("/mine").has("id=\"do-case-decide-opinion\""));
  room.fills("do-case-decide-raise", {{"question", "Vragen we de school erbij?"}, {"heavy", "1"}});
  REQUIRE(room.now().decisions.size() == 1);
  CHECK(room.now().decisions.front().raised.heavy);
  // By its words, and no number that somebody has to know.
  CHECK(room.laptop_->page().has("<option value=\"d1\">Vragen we de school erbij?</option>"));
  REQUIRE(daan.get("/mine").has("id=\"do-case-decide-opinion\""));
  CHECK_FALSE(daan.page().has("id=\"do-case-decide-take\""));
  CHECK_FALSE(daan.page().has("name=\"whose\""));
  CHECK(daan.submit("do-case-decide-opinion", {{"decision", "d1"}, {"stance", "for"}, {"text", "De mentor kent haar"}})
            .status == 303);
  auto ria = room.phone("Ria");
  CHECK_FALSE(ria.get("/mine").has("De mentor kent haar"));
  CHECK_FALSE(room.laptop_->get("/lead").has("De mentor kent haar"));
  room.fills("do-case-decide-opinion",
             {{"whose", "Noor"}, {"decision", "d1"}, {"stance", "against"}, {"text", "Zij wil dat nog niet"}});
  const auto it = room.now();
  REQUIRE(it.opinions.size() == 2);
  CHECK(it.name_of(it.opinions.front().by, Lang::nl) == "Daan");
  CHECK(it.name_of(it.opinions.back().by, Lang::nl) == "Noor");
  // What was written stands there still when somebody's opinion is missing.
  room.laptop_->get("/lead");
  const auto early = room.laptop_->submit(
      "do-case-decide-take",
      {{"decision", "d1"}, {"outcome", "Wij wachten een maand"}, {"because", "Zij wil het zelf doen"}});
  CHECK(early.status == 422);
  CHECK(early.has("Wij wachten een maand"));
  CHECK(early.has("“Een eerste mening over een besluit”"));
  room.fills("do-case-decide-take", {{"decision", "d1"},
                                     {"outcome", "Wij wachten een maand"},
                                     {"because", "Zij wil het zelf doen"},
                                     {"without-opinions", "Ria en Samira willen niets zeggen"}});
  CHECK(room.now().decisions.front().taken.has_value());
  CHECK_FALSE(room.laptop_->get("/lead").has("id=\"do-case-decide-take\""));
}

TEST_CASE("two decisions in the same words are told apart by their number, by who leads and on a phone", "[web][R17]") {
  FormsRoom room;
  for (const auto* question : {"Vragen we de school erbij?", "Bellen we de huisarts?", "Vragen we de school erbij?"})
    room.fills("do-case-decide-raise", {{"question", question}});
  REQUIRE(room.now().decisions.size() == 3);
  auto daan = room.phone("Daan");
  for (const auto& page : {room.laptop_->get("/lead"), daan.get("/mine")}) {
    CHECK(page.has("<option value=\"d1\">d1: Vragen we de school erbij?</option>"));
    CHECK(page.has("<option value=\"d2\">Bellen we de huisarts?</option>"));
    CHECK(page.has("<option value=\"d3\">d3: Vragen we de school erbij?</option>"));
  }
  auto desk = room.desk("Noor");
  const auto known = desk::known_in_case(desk, "2026-003");
  REQUIRE(known);
  REQUIRE(known->decisions.size() == 3);
  CHECK(known->decisions[2].label == "d3: Vragen we de school erbij?");
}

TEST_CASE("what reads the same has its number before it, and a name that is its own number stays", "[web]") {
  std::vector<desk::FormChoice> choices{
      {"a1", "Bellen (Noor)"}, {"a2", "Bellen (Daan)"}, {"a3", "Bellen (Noor)"}, {"Noor", "Noor"}, {"Noor", "Noor"}};
  desk::tell_apart(choices, &desk::FormChoice::key, &desk::FormChoice::label);
  std::vector<std::string> labels;
  for (const auto& one : choices) labels.push_back(one.label);
  CHECK(labels == std::vector<std::string>{"a1: Bellen (Noor)", "Bellen (Daan)", "a3: Bellen (Noor)", "Noor", "Noor"});
}

TEST_CASE("where the round ends the page of who leads has a form for each way on", "[web]") {
  FormsRoom room;
  const auto next = [&] { room.does("2026-003", "Samira", NextStep{"proef"}); };
  for (int steps = 0; steps < 3; ++steps) next();
  AddAction action{{.what = "De school bellen", .who = "Noor", .by_when = on("2026-03-16"), .checks = "Samira"}};
  room.does("2026-003", "Noor", action);
  room.does("2026-003", "Noor", SetReview{{.on = on("2026-03-30")}});
  CHECK_FALSE(room.laptop_->get("/lead").has("id=\"form-case-close\""));
  CHECK_FALSE(room.laptop_->page().has("id=\"form-case-evaluate\""));
  next();
  next();
  room.laptop_->get("/lead");
  REQUIRE(room.laptop_->page().has("id=\"form-case-evaluate\""));
  // The refusal names what stands there.
  const auto refused = room.laptop_->submit("next", {{"do", "next"}});
  CHECK(refused.status == 422);
  CHECK(refused.has("“Begin een nieuwe ronde”"));
  CHECK(refused.has("“Sluit de casus af”"));
  room.fills("do-case-evaluate", {{"better", "De post gaat open"}});
  room.fills("do-case-round", {{"because", "Er is nog een vraag"}});
  CHECK(room.now().round == 2);
  CHECK_FALSE(room.laptop_->page().has("id=\"form-case-close\""));
}

TEST_CASE("where a step may be passed with a reason, what points there is the button beside the reason", "[web]") {
  FormsRoom room;
  for (int steps = 0; steps < 2; ++steps) room.does("2026-003", "Samira", NextStep{"proef"});
  room.laptop_->get("/lead");
  REQUIRE(room.laptop_->page().has("id=\"next-because\""));
  const auto refused = room.laptop_->submit("next", {{"do", "next"}});
  CHECK(refused.status == 422);
  CHECK(refused.has("“Verder met deze reden”"));
  room.fills("next-because", {{"do", "next"}, {"because", "Wij weten genoeg"}});
}

TEST_CASE("every form of the page of who leads has words of its own and no path of a verb", "[web]") {
  FormsRoom room;
  room.does("2026-003", "Noor", AddParticipant{.name = "Tante", .roles = {Role::circle}});
  room.does("2026-003", "Noor", RaiseConcern{"Er is ruzie in huis"});
  for (const auto* form : {"case-tell", "case-score", "network-add", "case-learn", "case-signal", "case-safety-step",
                           "case-circle-plan-present", "case-circle-plan-answer"}) {
    INFO(form);
    const auto body = room.laptop_->get("/lead").body;
    const auto at = body.find("id=\"form-" + std::string(form) + "\"");
    REQUIRE(at != std::string::npos);
    const auto from = body.find("<summary>", at) + std::string_view("<summary>").size();
    const auto words = body.substr(from, body.find('<', from) - from);
    CHECK_FALSE(words.starts_with("case "));
    CHECK_FALSE(words.starts_with("network "));
  }
}

TEST_CASE("while there is danger, what was done about it is asked before anything else", "[web][R14]") {
  FormsRoom room;
  room.does("2026-003", "Ria", RaiseAcute{"Hij staat voor de deur"});
  const auto body = room.laptop_->get("/lead").body;
  REQUIRE(body.find("id=\"handled\"") != std::string::npos);
  CHECK(body.find("id=\"handled\"") < body.find("id=\"next\""));
}

TEST_CASE("who came in under another's name goes out by one button, and that name is free again", "[web]") {
  FormsRoom room;
  room.laptop_->get("/lead");
  REQUIRE(room.laptop_->submit("ready", {{"do", "ready"}}).status == 303);
  auto noor = room.phone("Ria");
  REQUIRE(noor.get("/mine").has("Ik ben niet Ria"));
  CHECK(noor.submit("not-me", {}).status == 303);
  CHECK(where(noor.get("/mine")) == "/join");
  CHECK(room.phone("Ria").get("/mine").has("Dag Ria"));
  // The team's own computer is nobody's by mistake.
  CHECK_FALSE(room.laptop_->get("/mine").has("id=\"not-me\""));
}

TEST_CASE("a case that is not on the agenda is taken by its number", "[web]") {
  FormsRoom room;
  room.open("2026-004", "Ria", "Jongen van zeventien", "kort/ronde");
  room.laptop_->get("/lead");
  REQUIRE(room.laptop_->submit("ready", {{"do", "ready"}}).status == 303);
  room.laptop_->get("/lead");
  const auto asked = room.laptop_->submit("other-case-form", {{"do", "take"}, {"item", "2026-004"}});
  CHECK(asked.has("id=\"offer\""));
  REQUIRE(room.laptop_->submit("offer", {{"do", "on agenda"}}).status == 303);
  CHECK(room.laptop_->get("/lead").has("Jongen van zeventien"));
}

}  // namespace casus::test
