// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/service/unlogged.hpp"
#include "tests/web/meeting/meeting_room.hpp"

namespace casus::test {
TEST_CASE("the chair begins the meeting with who is there, and takes a case", "[web]") {
  const PageRoom room;
  auto laptop = room.laptop();
  auto page = laptop.get("/lead");
  CHECK(page.has("Wie zijn er?"));
  CHECK(laptop.submit("begin", {{"do", "start"}, {"present", "Samira"}, {"present", "Noor"}, {"present", "Daan"}})
            .status == 303);
  page = laptop.get("/lead");
  CHECK(page.has("Moeder met twee kinderen"));
  const auto form = page.body.find("id=\"take-");
  REQUIRE(form != std::string::npos);
  laptop.submit(page.body.substr(form + 4, page.body.find('"', form + 4) - form - 4), {{"do", "take"}});
  page = laptop.get("/lead");
  CHECK(page.has("Hoe verder?"));
  CHECK(page.has("id=\"next\""));
}

TEST_CASE("the screen on the wall is large, and says its day as people do", "[web]") {
  MeetingRoom room;
  const auto wall = room.screen_of(room.laptop_);
  CHECK(wall.find("class=\"wide\"") != std::string::npos);
  CHECK(wall.find("<title>Overleg van maandag 2 maart 2026") != std::string::npos);
  CHECK_FALSE(room.laptop_->get("/lead").has("class=\"wide\""));
}

TEST_CASE("what somebody says on a phone is said in that name, and stands on every page", "[web]") {
  MeetingRoom room;
  auto noor = room.phone("Noor");
  auto daan = room.phone("Daan");
  room.go_on();
  REQUIRE(noor.get("/mine").has("id=\"say\""));
  auto got = noor.submit("say", {{"do", "say"}, {"text", "Hoe komt zij weer op de markt?"}});
  CHECK(got.status == 303);
  for (auto* who : {&noor, &daan}) CHECK(who->get("/mine").has("Hoe komt zij weer op de markt?"));
  CHECK(room.screen_of(room.laptop_).find("Hoe komt zij weer op de markt?") != std::string::npos);
  // By whom, and from where: the history keeps both.
  auto desk = room.desk("Samira");
  const auto history = service::Unlogged(desk.service()).history("2026-001");
  const auto& last = history.back();
  CHECK(std::holds_alternative<Contributed>(last.body));
  // What came of it is told until the table turns to something else.
  CHECK(noor.get("/mine").has("class=\"told good\""));
  room.laptop_->get("/lead");
  room.laptop_->submit("ready", {{"do", "ready"}});
  CHECK_FALSE(noor.get("/mine").has("class=\"told good\""));
}

TEST_CASE("who leads from a phone can take away the phone in their own hand", "[web]") {
  MeetingRoom room;
  auto samira = room.phone("Samira");
  const auto body = samira.get("/lead").body;
  const auto at = body.find("id=\"out-");
  REQUIRE(at != std::string::npos);
  const auto form = body.substr(at + 4, body.find('"', at + 4) - at - 4);
  CHECK(where(samira.submit(form, {{"do", "refuse"}})) == "/join");
  CHECK(where(samira.get("/mine")) == "/join");
  CHECK(room.phone("Samira").get("/mine").has("Moeder met twee kinderen"));
}

TEST_CASE("one's own words are mended from a phone as long as the step lasts, and nobody else's", "[web][mending]") {
  MeetingRoom room;
  room.go_on();
  auto noor = room.phone("Noor");
  noor.get("/mine");
  REQUIRE(noor.submit("say", {{"do", "say"}, {"text", "Hoe komt zij weer op de mrkt?"}}).status == 303);
  auto page = noor.get("/mine");
  REQUIRE(page.has("id=\"mend-b1\""));
  CHECK(noor.submit("mend-b1", {{"do", "correct"}, {"text", ""}}).status == 422);
  noor.get("/mine");
  CHECK(noor.submit("mend-b1", {{"do", "correct"}, {"text", "Hoe komt zij weer op de markt?"}}).status == 303);
  page = noor.get("/mine");
  CHECK(page.has("Hoe komt zij weer op de markt?"));
  CHECK_FALSE(page.has("mrkt"));
  auto daan = room.phone("Daan");
  CHECK_FALSE(daan.get("/mine").has("id=\"mend-b1\""));
  CHECK(daan.get("/mine").has("Hoe komt zij weer op de markt? (gewijzigd)"));
  CHECK(noor.submit("mend-b1", {{"do", "withdraw"}}).status == 303);
  page = noor.get("/mine");
  CHECK_FALSE(page.has("id=\"mend-b1\""));
  CHECK(page.has("Noor trok"));  // with the words, for who took them back by mistake
  CHECK_FALSE(room.phone("Ria").get("/mine").has("Hoe komt zij weer op de markt?"));
}

TEST_CASE("a form sent twice from a phone is done once", "[web]") {
  MeetingRoom room;
  auto noor = room.phone("Noor");
  room.go_on();
  noor.get("/mine");
  const auto page = noor.page();
  const auto at = page.body.substr(page.body.find("id=\"say\""));
  const std::vector<std::pair<std::string, std::string>> fields{{"token", value_behind(page.body, "name=\"token\"")},
                                                                {"command", value_behind(at, "name=\"command\"")},
                                                                {"do", "say"},
                                                                {"kind", value_behind(at, "name=\"kind\"")},
                                                                {"text", "Eén keer?"}};
  CHECK(noor.post("/mine", fields).status == 303);
  CHECK(noor.post("/mine", fields).status == 303);
  const auto body = noor.get("/mine").body;
  const auto own =
      body.substr(body.find("Wat ik hier schreef"), body.find("<details") - body.find("Wat ik hier schreef"));
  CHECK(own.find("Eén keer?") == own.rfind("Eén keer?"));
}

TEST_CASE("what was not done stays in its field", "[web]") {
  MeetingRoom room;
  auto noor = room.phone("Noor");
  room.go_on();
  noor.get("/mine");
  const auto got = noor.submit("say", {{"do", "say"}, {"kind", "nonsense"}, {"text", "Blijf staan"}});
  CHECK(got.status == 422);
  CHECK(got.has(">Blijf staan</textarea>"));
  CHECK(got.has("class=\"told warning\""));
}

TEST_CASE("what somebody without the floor says on a phone is of the kind that the table finds for it", "[web]") {
  MeetingRoom room;
  auto samira = room.phone("Samira");
  auto noor = room.phone("Noor");
  auto daan = room.phone("Daan");
  room.laptop_->get("/lead");
  room.laptop_->submit("ready", {{"do", "ready"}});
  room.laptop_->get("/lead");
  room.take("id=\"take-");
  room.go_on();
  // The chair has the floor, and agrees on something; what Noor says beside it is not said to be that.
  CHECK(samira.get("/mine").has("name=\"kind\" value=\"agreement\""));
  CHECK(noor.get("/mine").has("name=\"kind\" value=\"\""));
  Say clear{{.kind = "check", .text = "De vraag is duidelijk", .answer = Answer::yes}};
  for (int steps = 0; steps < 6 && !daan.get("/mine").has("<option value=\"answer\""); ++steps)
    if (room.go_on().status == 422) room.does("2026-002", "Samira", clear);
  // An answer is for Daan alone to give: nobody else is offered it.
  REQUIRE(noor.get("/mine").has("name=\"kind\" value=\"question\""));
  CHECK_FALSE(noor.page().has("<option value=\"answer\""));
  CHECK_FALSE(daan.page().has("<option value=\"question\""));
  REQUIRE(noor.submit("say", {{"do", "say"}, {"kind", "question"}, {"text", "Wie helpt hem nu?"}}).status == 303);
  // Daan brought the case in: he is asked, and sends the form as it came.
  REQUIRE(daan.get("/mine").has("<option value=\"\" selected=\"selected\">wat hier past</option>"));
  CHECK(daan.page().has("Deze vraag wacht op jouw antwoord: “Wie helpt hem nu?”"));
  CHECK_FALSE(noor.get("/mine").has("wacht op jouw antwoord"));
  REQUIRE(daan.submit("say", {{"do", "say"}, {"kind", ""}, {"text", "De buurvrouw komt elke week"}}).status == 303);
  CHECK_FALSE(daan.get("/mine").has("wacht op jouw antwoord"));
  CHECK(daan.page().has("opgeschreven als antwoord op"));
  CHECK(daan.page().has("Dit was geen antwoord"));
  CHECK_FALSE(daan.page().has("Typ: geen antwoord"));
  // With a value that no form has, or about other words than the last, it changes nothing.
  const auto of = value_behind(daan.page().body, "name=\"of\"");
  REQUIRE_FALSE(of.empty());
  const std::vector<std::pair<std::string, std::string>> tried{{"ja", of}, {"", of}, {"answer", "b99"}, {"none", ""}};
  for (const auto& [was, about] : tried) {
    daan.get("/mine");
    const auto got = daan.post("/mine", {{"do", "answered"}, {"was", was}, {"of", about}});
    CHECK(got.status == 422);
    CHECK(got.has("deze regel wacht niet meer"));
  }
  auto desk = room.desk("Samira");
  std::string kind;
  for (const auto& event : service::Unlogged(desk.service()).history("2026-002"))
    if (const auto* said = std::get_if<Contributed>(&event.body)) kind = said->kind;
  CHECK(kind == "answer");
}

TEST_CASE("who is not at the table of the case at hand is told so", "[web]") {
  MeetingRoom room;
  auto daan = room.phone("Daan");
  room.go_on();
  REQUIRE_FALSE(daan.get("/mine").has("Je zit nu niet aan tafel bij deze casus"));
  room.does("2026-001", "Samira", RemoveParticipant{{.person = "Daan", .for_now = true}});
  CHECK(daan.get("/mine").has("Je zit nu niet aan tafel bij deze casus"));
  CHECK_FALSE(daan.page().has("id=\"say\""));
  // Who leads puts him back.
  REQUIRE(room.laptop_->get("/lead").has("id=\"arrives-form\""));
  CHECK(room.laptop_->submit("arrives-form", {{"do", "arrive"}, {"name", "Daan"}}).status == 303);
  CHECK_FALSE(daan.get("/mine").has("Je zit nu niet aan tafel bij deze casus"));
  CHECK_FALSE(room.laptop_->get("/lead").has("id=\"arrives-form\""));
  // A guest comes for one case, and sees no other.
  room.meets(room.day(), Arrive{{"Wim"}});
  auto wim = room.phone("Wim");
  REQUIRE(wim.get("/mine").has("Moeder met twee kinderen"));
  room.laptop_->get("/lead");
  room.laptop_->submit("ready", {{"do", "ready"}});
  CHECK(wim.get("/mine").has("Er ligt nu geen casus op tafel"));
  room.laptop_->get("/lead");
  room.take("id=\"take-");
  CHECK(wim.get("/mine").has("alleen te zien voor wie daar aan tafel zit"));
  CHECK_FALSE(wim.page().has("Er ligt nu geen casus op tafel"));
  CHECK_FALSE(wim.page().has("Oudere man"));
}

TEST_CASE("who was not let in sees nothing of a case, and says nothing", "[web]") {
  PageRoom room;
  room.begin_meeting({"Samira", "Noor", "Daan"});
  auto laptop = room.laptop();
  room.laptop_ = laptop;
  auto ria = room.phone("Ria");
  const auto page = ria.get("/mine");
  CHECK(page.has("laat je zo binnen"));
  CHECK_FALSE(page.has("2026-001"));
  CHECK(ria.post("/mine", {{"do", "acute"}, {"text", "x"}}).status == 403);
  // The chair lets her in.
  laptop.get("/lead");
  REQUIRE(laptop.page().has("Ria is er"));
  CHECK(laptop.post("/lead", {{"do", "arrive"}, {"name", "Ria"}}).status == 303);
  CHECK_FALSE(ria.get("/mine").has("laat je zo binnen"));
}

TEST_CASE("only who leads may lead; somebody present may take over, and that is recorded", "[web]") {
  MeetingRoom room;
  auto noor = room.phone("Noor");
  auto ria = room.phone("Ria");
  CHECK(ria.get("/lead").has("Samira leidt dit overleg"));
  for (const auto* what : {"next", "finish", "park", "ready", "take", "refuse", "line", "arrive"})
    CHECK(ria.post("/lead", {{"do", what}, {"line", "einde"}, {"text", "x"}}).status == 403);
  CHECK(ria.get("/lead").has("id=\"take-over\""));
  CHECK(ria.submit("take-over", {{"do", "take over"}}).status == 303);
  CHECK(ria.get("/lead").has("id=\"next\""));
  auto desk = room.desk("Samira");
  const auto meeting = desk.meetings().history(room.day());
  CHECK(meeting.back().by == "Ria");
  // The presenter does not chair the own case (R3).
  noor.get("/lead");
  const auto got = noor.post("/lead", {{"do", "take over"}});
  CHECK(got.status == 422);
  CHECK(noor.get("/lead").has("Ria leidt dit overleg"));
}

TEST_CASE("danger is reported from any phone at once, and stands on every page", "[web]") {
  MeetingRoom room;
  auto daan = room.phone("Daan");
  auto noor = room.phone("Noor");
  room.go_on();
  daan.get("/mine");
  CHECK(daan.submit("danger-form", {{"do", "acute"}, {"text", "Zij is nu alleen met hem"}}).status == 303);
  CHECK(noor.get("/mine").has("class=\"danger-now\""));
  CHECK(room.screen_of(room.laptop_).find("class=\"danger-now\"") != std::string::npos);
  CHECK(room.go_on().status == 422);
  CHECK(room.laptop_->get("/lead").has("id=\"handled\""));
}

}  // namespace casus::test
