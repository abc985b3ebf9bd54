// SPDX-License-Identifier: EUPL-1.2
#include "tests/web/page_room.hpp"

// Where one lands, finding a case, and opening one by four questions.

namespace casus::test {
namespace {

AddAction agreed(const std::string& what, const char* by_when) {
  return AddAction{{.what = what, .who = "Noor", .by_when = date_from(by_when), .checks = "Samira"}};
}

}  // namespace

TEST_CASE("who comes in by a link of their own lands on today: the meeting, what was agreed, the own cases", "[web]") {
  PageRoom room;
  room.sits_down();
  room.does("2026-001", "Samira", NextStep{"proef"});
  room.does("2026-001", "Noor", agreed("Samen de school bellen", "2026-03-02"));
  auto noor = room.worker("Noor");
  CHECK(where(noor.get("/")) == "/today");
  const auto before = noor.get("/today");
  CHECK(before.status == 200);
  CHECK(before.has("Maandag 2 maart 2026"));
  CHECK(before.has("Vandaag is er overleg"));
  CHECK(before.has("/case/2026-001/do/plan/done?action=a1"));
  CHECK(before.has("2026-001 Moeder met twee kinderen"));
  CHECK_FALSE(before.has("2026-002"));
  CHECK(noor.get("/case/2026-001/do/plan/done?action=a1").has("value=\"a1\" selected=\"selected\""));
  room.begin_meeting();
  CHECK(noor.get("/today").has("Het overleg is bezig; Samira leidt."));
  // A phone with the code of the meeting is for the meeting, and a stranger for nothing.
  auto phone = room.phone("Daan");
  CHECK(where(phone.get("/")) == "/mine");
  for (const auto* path : {"/today", "/find", "/open"}) {
    CHECK(phone.get(path).status == 403);
    CHECK(where(room.browser().get(path)) == "/join");
  }
}

TEST_CASE("of a meeting that was ended today one reads the minutes from today", "[web]") {
  PageRoom room;
  room.begin_meeting();
  auto noor = room.worker("Noor");
  CHECK_FALSE(noor.get("/today").has("Lees het verslag"));
  room.meets(room.day(), FinishMeeting{});
  CHECK(noor.get("/today").has("Het overleg van vandaag is afgelopen."));
  CHECK(noor.page().has("href=\"/do/meeting/minutes?date=2026-03-02\""));
  const auto minutes = noor.get("/do/meeting/minutes?date=2026-03-02");
  CHECK(minutes.status == 200);
  CHECK(minutes.has("Verslag van het overleg"));
}

TEST_CASE("a case is found by what stands in it, and what was looked for stands in no address", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  noor.get("/today");
  const auto found = noor.submit("find", {{"text", "post kinderen"}});
  CHECK(found.status == 200);
  CHECK(found.has("href=\"/case/2026-001\""));
  CHECK_FALSE(found.has("titel: "));  // it stands there as the name of the case
  noor.get("/find");
  CHECK(noor.submit("find", {{"text", "hoe verder"}}).has("vraag: Hoe verder?"));
  CHECK_FALSE(noor.submit("find", {{"text", "voorjaar"}}).has("2026-002"));
  CHECK(noor.get("/find?text=post").has("<form"));
  CHECK_FALSE(noor.get("/find?text=post").has("2026-001"));
}

TEST_CASE("a case is opened by four questions, one at a time, and back; sent twice it is opened once", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  REQUIRE(noor.get("/open").has("Vraag 1 van 4"));
  CHECK(noor.submit("open", {{"title", "  "}}).status == 422);
  CHECK(noor.page().has("Vraag 1 van 4"));
  CHECK(noor.submit("open", {{"title", "Gezin met post"}}).has("Vraag 2 van 4"));
  CHECK(noor.submit("open", {{"go", "back"}}).has("value=\"Gezin met post\""));
  noor.submit("open", {{"title", "Gezin met veel post"}});
  CHECK(noor.submit("open", {{"privacy", "anonymous"}}).has("Vraag 3 van 4"));
  CHECK(noor.submit("open", {{"basis", "wmo"}, {"more-bases", "jeugdwet"}}).has("Vraag 4 van 4"));
  CHECK(noor.page().has("name=\"more-bases\" value=\"jeugdwet\""));
  const auto last = noor.page();
  const auto opened = noor.submit("open", {{"purpose", "Samen een eerste stap vinden"}});
  INFO(opened.body);
  REQUIRE(opened.status == 303);
  CHECK(where(opened) == "/case/2026-003");
  CHECK(noor.get("/case/2026-003").has("Gezin met veel post"));
  CHECK(noor.page().has("Jeugdwet"));
  const auto again = noor.post("/open", {{"command", value_behind(last.body, "name=\"command\"")},
                                         {"number", "3"},
                                         {"title", "Gezin met veel post"},
                                         {"privacy", "anonymous"},
                                         {"basis", "wmo"},
                                         {"more-bases", "jeugdwet"},
                                         {"purpose", "Samen een eerste stap vinden"}});
  INFO(again.body);
  CHECK(again.status == 303);
  CHECK(room.desk("Noor").service().case_ids().size() == 3);
}

TEST_CASE("what is refused of a new case is asked again, with all that was answered", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  noor.get("/open");
  noor.submit("open", {{"title", "Vrouw, 123456782"}});  // a citizen service number
  noor.submit("open", {{"privacy", "anonymous"}});
  noor.submit("open", {{"basis", "wmo"}});
  const auto got = noor.submit("open", {{"purpose", "Een stap"}});
  CHECK(got.status == 403);
  CHECK(got.has("Vrouw, 123456782"));
  CHECK(got.has("Een stap"));
  CHECK(room.desk("Noor").service().case_ids().size() == 2);
}

}  // namespace casus::test
