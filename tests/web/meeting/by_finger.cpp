// SPDX-License-Identifier: EUPL-1.2
// What went wrong by a finger is put right by a finger: another item, who sits there, the own score, who was noted as
// gone; and what a line at a terminal can hold of an action, its form on the page can hold too.
#include "tests/support/has.hpp"
#include "tests/web/short_round_page.hpp"

#include <algorithm>
#include <string>

namespace casus::test {
namespace {

struct Fingers : ShortRoundPage {
  /// What stands on the page of who leads between the form of this id and its end.
  std::string form_on_lead(const std::string& id) {
    const auto body = laptop_->get("/lead").body;
    const auto at = body.find(" id=\"" + id + "\"");
    if (at == std::string::npos) return {};
    return body.substr(at, body.find("</form>", at) - at);
  }
  Got sends(const std::string& form, const std::vector<std::pair<std::string, std::string>>& fields) {
    laptop_->get("/lead");
    return laptop_->submit(form, fields);
  }
  bool resident_sits() {
    return std::ranges::any_of(now().people, [](const Person& one) {
      return one.at_table() && std::ranges::find(one.roles, Role::resident) != one.roles.end();
    });
  }
};

}  // namespace

TEST_CASE("an item that was done by a slip is taken once more by a button", "[web]") {
  Fingers room;
  CHECK_FALSE(room.laptop_->get("/lead").has("id=\"again\""));
  REQUIRE(room.sends("ready", {{"do", "ready"}}).status == 303);
  const auto page = room.laptop_->get("/lead");
  CHECK_FALSE(page.has("id=\"next\""));
  REQUIRE(page.has("id=\"again\""));
  const auto at = page.body.find("id=\"again-");
  REQUIRE(at != std::string::npos);
  const auto form = page.body.substr(at + 4, page.body.find('"', at + 4) - at - 4);
  REQUIRE(room.laptop_->submit(form, {{"do", "take"}}).status == 303);
  CHECK(room.laptop_->get("/lead").has("id=\"next\""));
  CHECK_FALSE(room.laptop_->page().has("id=\"again\""));
}

TEST_CASE("the resident who was put at the table by mistake gets up by the form for who leaves", "[web]") {
  Fingers room;
  CHECK_FALSE(has(room.form_on_lead("leaves-form"), "value=\"inwoner\""));
  REQUIRE(room.sends("comes-form", {{"do", "comes"}, {"name", "inwoner"}}).status == 303);
  REQUIRE(room.resident_sits());
  const auto form = room.form_on_lead("leaves-form");
  CHECK(has(form, "value=\"inwoner\""));
  // Nobody twice.
  CHECK(form.find("value=\"Noor\"") == form.rfind("value=\"Noor\""));
  REQUIRE(room.sends("leaves-form", {{"do", "leave"}, {"name", "inwoner"}}).status == 303);
  CHECK_FALSE(room.resident_sits());
}

TEST_CASE("the form for an action holds its rung, its goal, the first step and what comes again", "[web][R8][R9]") {
  Fingers room;
  SetGoal goal{{.text = "De post is elke week open"}};
  room.does("2026-003", "Samira", goal);
  room.does("2026-003", "Noor", AddNetworkPerson{.name = "Tante Riet", .relation = "tante"});
  const auto form = room.form_on_lead("action-form");
  CHECK(has(form, "<option value=\"g1\">De post is elke week open</option>"));
  CHECK(has(form, "<option value=\"Tante Riet\">"));
  CHECK(has(form, "<option value=\"network\">"));
  const std::vector<std::pair<std::string, std::string>> agreed{{"do", "action"},
                                                                {"text", "Samen de post openen"},
                                                                {"name", "Tante Riet"},
                                                                {"day", "2026-03-04"},
                                                                {"checks", "Noor"},
                                                                {"rung", "network"},
                                                                {"first-step", "1"},
                                                                {"goal", "g1"},
                                                                {"repeats", "elke woensdag"}};
  // What is not understood is not done, and all of it comes back.
  auto wrong = agreed;
  wrong.back().second = "zo nu en dan";
  const auto back = room.sends("action-form", wrong);
  CHECK(back.status == 422);
  CHECK(back.has("value=\"zo nu en dan\""));
  CHECK(back.has("<option value=\"network\" selected=\"selected\">"));
  CHECK(back.has("<option value=\"Tante Riet\" selected=\"selected\">"));
  CHECK(back.has("<details id=\"action-more\" open=\"open\">"));
  CHECK(room.now().actions.empty());
  REQUIRE(room.sends("action-form", agreed).status == 303);
  const auto it = room.now();
  REQUIRE(it.actions.size() == 1);
  const auto& action = it.actions.front().plan;
  CHECK(it.name_of(action.who, Lang::nl) == "Tante Riet");
  CHECK(action.rung == Rung::network);
  CHECK(action.first_step);
  CHECK(action.goal == "g1");
  CHECK_FALSE(action.repeats.empty());
  CHECK(action.repeats != "elke woensdag");
}

TEST_CASE("one's own score is put right and taken back from the own phone, and nobody else's", "[web][mending]") {
  Fingers room;
  auto daan = room.phone("Daan");
  daan.get("/mine");
  REQUIRE(daan.submit("do-case-score", {{"value", "9"}, {"evidence", "Zij lacht weer"}}).status == 303);
  auto page = daan.get("/mine");
  REQUIRE(page.has("id=\"mend-s1\""));
  CHECK(page.has("9. Zij lacht weer"));
  CHECK(page.has(">Zij lacht weer</textarea>"));
  CHECK(page.has("Klopt het cijfer niet?"));
  CHECK_FALSE(room.phone("Ria").get("/mine").has("id=\"mend-s1\""));
  REQUIRE(daan.submit("mend-s1", {{"do", "correct"}, {"text", "Zij lacht soms"}}).status == 303);
  CHECK(room.now().scores.front().given.evidence == "Zij lacht soms");
  CHECK(room.now().scores.front().given.value == 9);
  daan.get("/mine");
  REQUIRE(daan.submit("mend-s1", {{"do", "withdraw"}}).status == 303);
  page = daan.get("/mine");
  CHECK_FALSE(page.has("id=\"mend-s1\""));
  CHECK(room.now().scores.empty());
}

TEST_CASE("who was noted as gone is offered nothing, and what they still sent comes back to them", "[web][R14]") {
  Fingers room;
  auto daan = room.phone("Daan");
  daan.get("/mine");
  REQUIRE(daan.submit("say", {{"do", "say"}, {"kind", ""}, {"text", "De moeder slaat de kinderen"}}).status == 303);
  REQUIRE(daan.get("/mine").has("id=\"worry\""));
  REQUIRE(room.sends("leaves-form", {{"do", "leave"}, {"name", "Daan"}}).status == 303);
  // What was drawn before is still on the phone.
  const auto said = daan.post("/mine", {{"do", "say"}, {"kind", "fact"}, {"text", "Een half verhaal"}});
  CHECK(said.status == 403);
  CHECK(said.has("Je bent nu niet bij dit overleg"));
  CHECK(said.has(">Een half verhaal</textarea>"));
  CHECK_FALSE(said.has("Dit is nog niet gemeld"));
  const auto told = daan.post("/mine", {{"do", "acute"}, {"text", "De kinderen zijn alleen"}});
  CHECK(told.status == 403);
  CHECK(told.has("Dit is nog niet gemeld"));
  CHECK(told.has(">De kinderen zijn alleen</textarea>"));
  const auto page = daan.get("/mine");
  CHECK(page.has("Je bent nu niet bij dit overleg"));
  CHECK_FALSE(page.has("id=\"worry\""));
  CHECK_FALSE(page.has("id=\"answered\""));
  CHECK_FALSE(page.has("De moeder slaat de kinderen"));
}

TEST_CASE("what was reported just before somebody was noted as gone is not said to be lost", "[web][R14]") {
  Fingers room;
  auto daan = room.phone("Daan");
  daan.get("/mine");
  const auto command = value_behind(daan.page().body, "name=\"command\"");
  const std::vector<std::pair<std::string, std::string>> danger{
      {"do", "acute"}, {"text", "De kinderen zijn alleen"}, {"command", command}};
  REQUIRE(daan.post("/mine", danger).status == 303);
  REQUIRE(room.sends("leaves-form", {{"do", "leave"}, {"name", "Daan"}}).status == 303);
  // Its answer got lost on the way, and the phone sends it once more.
  CHECK(where(daan.post("/mine", danger)) == "/mine");
  CHECK(room.now().safety_notes.size() == 1);
  CHECK_FALSE(daan.get("/mine").has("Dit is nog niet gemeld"));
}

TEST_CASE("what was typed on the page of who leads comes back to who leads no more", "[web][R3]") {
  Fingers room;
  auto daan = room.phone("Daan");
  daan.get("/lead");
  const auto got =
      daan.post("/lead", {{"do", "say"}, {"name", "Noor"}, {"kind", "fact"}, {"text", "De moeder slaat de kinderen"}});
  CHECK(got.status == 403);
  CHECK(got.has(">De moeder slaat de kinderen</textarea>"));
  CHECK(got.has("Dit is nog niet gemeld"));
  CHECK(room.now().contributions.empty());
}

}  // namespace casus::test
