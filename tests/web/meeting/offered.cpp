// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/secrets.hpp"
#include "tests/web/page_room.hpp"

#include <algorithm>

// What is offered and what waits, on the page of who leads: buttons and forms, and no words to type.

namespace casus::test {
namespace {

/// Samira leads from the laptop, and Noor tells in the case on the table.
struct LeadRoom : PageRoom {
  LeadRoom() {
    begin_meeting();
    laptop_ = laptop();
    does_at_once("take", "2026-001");
    for (const auto* line : {"verder", "verder"}) types(line);
  }

  void does_at_once(const std::string& what, const std::string& item = {}) {
    laptop_->get("/lead");
    REQUIRE(laptop_->post("/lead", {{"do", what}, {"item", item}}).status == 303);
  }

  Got types(const std::string& line) {
    laptop_->get("/lead");
    return laptop_->submit("line-form", {{"do", "line"}, {"line", line}});
  }
  static std::string form_of(const std::string& line) { return "waits-" + web::digest_of(line).substr(0, 8); }
};

constexpr const char* kMistyped = "noro: Zij slaapt slecht";

}  // namespace

TEST_CASE("what is offered is a button on the page of who leads", "[web]") {
  LeadRoom room;
  const auto asked = room.types(kMistyped);
  CHECK(asked.status == 422);
  CHECK(asked.has("Ja: Noor: Zij slaapt slecht"));
  CHECK(room.laptop_->submit("offer", {{"do", "offer"}}).status == 303);
  const auto page = room.laptop_->get("/lead");
  CHECK(page.has("Zij slaapt slecht"));
  CHECK_FALSE(page.has("id=\"offer\""));
  CHECK_FALSE(page.has("Wacht nog op een plek"));
}

TEST_CASE("a line that waits is placed from the page, or let go", "[web]") {
  LeadRoom room;
  auto& laptop = *room.laptop_;
  room.types(kMistyped);
  REQUIRE(room.types("noor: De post ligt dicht").status == 303);
  auto page = laptop.get("/lead");
  CHECK(page.has("Wacht nog op een plek"));
  CHECK_FALSE(page.has("Typ: wacht"));
  CHECK(page.has(">Zij slaapt slecht</textarea>"));
  REQUIRE(page.has(" id=\"" + LeadRoom::form_of(kMistyped) + "\""));
  // Who does not lead places nothing.
  auto ria = room.phone("Ria");
  ria.get("/mine");
  for (const auto* what : {"place", "let go", "offer", "on agenda", "answered", "hopes"})
    CHECK(ria.post("/lead", {{"do", what}, {"line", kMistyped}, {"name", "Noor"}, {"text", "x"}}).status == 403);
  laptop.get("/lead");
  CHECK(laptop
            .submit(LeadRoom::form_of(kMistyped),
                    {{"do", "place"}, {"name", "Noor"}, {"kind", ""}, {"text", "Zij slaapt slecht sinds juni"}})
            .status == 303);
  page = laptop.get("/lead");
  CHECK(page.has("Zij slaapt slecht sinds juni"));
  CHECK_FALSE(page.has("Wacht nog op een plek"));
  const auto* other = "noro: Nog iets";
  room.types(other);
  laptop.get("/lead");
  CHECK(laptop.submit(LeadRoom::form_of(other) + "-go", {{"do", "let go"}}).status == 303);
  CHECK_FALSE(laptop.get("/lead").has("Wacht nog op een plek"));
}

TEST_CASE("a line that waits is there still for who turned to another meeting and back", "[web]") {
  for (const bool by_line : {true, false}) {
    INFO(by_line);
    LeadRoom room;
    room.plan("2026-03-09");
    auto& laptop = *room.laptop_;
    REQUIRE(room.types(kMistyped).status == 422);
    laptop.get("/lead");
    const auto turned = by_line ? room.types("ander") : laptop.submit("turn-2026-03-09", {{"do", "turn"}});
    REQUIRE(turned.status == 303);
    REQUIRE(laptop.get("/lead").has("<h1>Overleg van maandag 9 maart 2026</h1>"));
    REQUIRE(laptop.submit("turn-2026-03-02", {{"do", "turn"}}).status == 303);
    CHECK(laptop.get("/lead").has("<p>" + std::string(kMistyped) + "</p>"));
  }
}

TEST_CASE("a case that is not on the agenda comes there by one button", "[web]") {
  LeadRoom room;
  room.opens_coached("2026-008", {{"Samira", Role::chair}});
  const auto asked = room.types("neem 2026-008");
  CHECK(asked.status == 422);
  CHECK(asked.has("Zet casus 2026-008 op de agenda, voor 10 minuten"));
  CHECK_FALSE(asked.has("agenda add"));
  CHECK_FALSE(asked.has("Typ daarna"));
  REQUIRE(room.laptop_->submit("offer", {{"do", "on agenda"}}).status == 303);
  auto desk = room.desk("Samira");
  const auto items = desk.meetings().open(room.day()).items;
  CHECK(std::ranges::any_of(items, [](const auto& item) { return item.line.case_id == "2026-008"; }));
}

TEST_CASE("what only the presenter can say is asked with one field", "[web]") {
  LeadRoom room;
  room.open_unasked("2026-009", "Noor", "Verzonnen", "kort/ronde", Mode::strict);
  room.does("2026-009", "Noor", AddParticipant{"Samira", {Role::chair}, true, false, {}});
  room.meets(room.day(), AddItem{.case_id = "2026-009", .minutes = 10});
  auto& laptop = *room.laptop_;
  room.does_at_once("ready");
  room.does_at_once("take", "2026-009");
  REQUIRE(laptop.get("/lead").has("Wat is de vraag van de inbrenger?"));
  CHECK(laptop.submit("presenter", {{"do", "question"}, {"text", "Hoe komt er rust in huis?"}}).status == 303);
  auto page = laptop.get("/lead");
  CHECK(page.has("Hoe komt er rust in huis?"));
  REQUIRE(page.has("Wat hoopt de inbrenger dat dit overleg brengt?"));
  CHECK(laptop.submit("presenter", {{"do", "hopes"}, {"text", "Een eerste stap die lukt"}}).status == 303);
  page = laptop.get("/lead");
  CHECK(page.has("Een eerste stap die lukt"));
  CHECK(page.has("Hoe komt er rust in huis?"));
  CHECK_FALSE(page.has("id=\"presenter\""));
}

TEST_CASE("a form that was drawn with another case on the table changes nothing in this one", "[web]") {
  LeadRoom room;
  auto noor = room.phone("Noor");
  noor.get("/mine");
  const std::string words = "Dit hoort bij een ander gezin";
  for (const auto* what : {"say", "concern", "acute"}) {
    CAPTURE(what);
    for (const auto* at : {"2026-099", ""}) {
      noor.get("/mine");
      const auto sent = noor.post("/mine", {{"do", what}, {"kind", "fact"}, {"text", words}, {"at", at}});
      CHECK(sent.status == 403);
      CHECK(sent.has(words));
      CHECK(sent.has("Dit is nog niet gemeld") == (std::string(what) != "say"));
    }
  }
  room.laptop_->get("/lead");
  CHECK(room.laptop_->post("/lead", {{"do", "ready"}, {"at", "2026-099"}}).status == 403);
  CHECK_FALSE(room.laptop_->get("/lead").has(words));
  // Drawn with this one, it is said here; and sent again when its answer got lost, it is still done.
  noor.get("/mine");
  const std::vector<std::pair<std::string, std::string>> said{
      {"do", "say"}, {"kind", "fact"}, {"text", "Zij slaapt slecht"}, {"at", "2026-001"}, {"command", "lost-1"}};
  CHECK(noor.post("/mine", said).status == 303);
  room.does_at_once("ready");
  noor.get("/mine");
  CHECK(noor.post("/mine", said).status == 303);
}

TEST_CASE("what came with another case on the table is sent once more for its own, and comes into no other", "[web]") {
  LeadRoom room;
  auto& laptop = *room.laptop_;
  auto noor = room.phone("Noor");
  const std::string words = "Zij slaapt slecht sinds juni";
  const std::vector<std::pair<std::string, std::string>> again{{"do", "say"}, {"text", words}};
  noor.get("/mine");
  CHECK(noor.post("/mine", {{"do", "say"}, {"kind", "fact"}, {"text", words}, {"at", "2026-099"}}).status == 403);
  CHECK(noor.submit("late-form", again).status == 403);
  CHECK_FALSE(laptop.get("/lead").has(words));
  // Of danger it is told what to do, and whom to ask.
  noor.get("/mine");
  auto got = noor.post("/mine", {{"do", "acute"}, {"text", words}, {"at", "2026-099"}});
  CHECK(got.has("Bel 112"));
  CHECK(got.has("Vraag wie het overleg leidt om 2026-099 weer te nemen"));
  CHECK(got.has("value=\"acute\""));
  laptop.get("/lead");
  got = laptop.post("/lead", {{"do", "line"}, {"line", "gevaar: hij slaat haar"}, {"at", "2026-099"}});
  CHECK(got.status == 403);
  CHECK(got.has("Neem 2026-099 weer"));
  CHECK(got.has("value=\"gevaar: hij slaat haar\""));
  laptop.get("/lead");
  got = laptop.post("/lead",
                    {{"do", "place"}, {"line", kMistyped}, {"name", "Noor"}, {"text", words}, {"at", "2026-099"}});
  CHECK(got.status == 403);
  CHECK(got.has(words));
  CHECK_FALSE(laptop.get("/lead").has("class=\"danger-now\""));
}

TEST_CASE(
    "what was typed in a record that came too late is given back to mend, also one word; what was chosen goes along",
    "[web]") {
  LeadRoom room;
  auto noor = room.phone("Noor");
  const auto sent = [&](const std::string& words_in) {
    noor.get("/mine");
    return noor.post("/mine", {{"do", "record"},
                               {"type", "incident"},
                               {"words", words_in},
                               {"own.what", "Brand"},
                               {"own.severity", "zeven"},
                               {"at", "2026-099"}});
  };
  const auto got = sent("own.what");
  CHECK(got.status == 403);
  CHECK(got.has("Brand</textarea>"));
  CHECK_FALSE(got.has("zeven</textarea>"));
  CHECK(got.has("value=\"zeven\""));
  const auto other = sent("own.severity");
  CHECK(other.has("zeven</textarea>"));
  CHECK_FALSE(other.has("Brand</textarea>"));
}

TEST_CASE("a form that knows no case is given back, and is done when somebody says that it is about this one",
          "[web]") {
  LeadRoom room;
  auto& laptop = *room.laptop_;
  auto noor = room.phone("Noor");
  const std::string words = "Zij slaapt slecht sinds juni";
  noor.get("/sessions");  // a page of which no form is about a case
  REQUIRE_FALSE(noor.page().has("name=\"at\""));
  auto got = noor.post("/mine", {{"do", "say"}, {"kind", "fact"}, {"text", words}});
  CHECK(got.status == 403);
  CHECK(got.has("weet niet bij welke casus"));
  CHECK(got.has("Hoort het bij 2026-001?"));
  CHECK_FALSE(laptop.get("/lead").has(words));
  CHECK(noor.submit("late-form", {{"do", "say"}, {"text", words}}).status == 303);
  CHECK(laptop.get("/lead").has(words));
  // What was the number of something in one case is that of something else in the next.
  noor.get("/sessions");
  got = noor.post("/mine", {{"do", "correct"}, {"ref", "b1"}, {"text", "Iets anders"}});
  CHECK(got.status == 403);
  CHECK(got.has("Iets anders"));
  CHECK_FALSE(got.has("id=\"late-form\""));
  // What is done for the meeting needs no case.
  laptop.get("/sessions");
  CHECK(laptop.post("/lead", {{"do", "ready"}}).status == 403);
  laptop.get("/sessions");
  CHECK(laptop.post("/lead", {{"do", "leave"}, {"name", "Ria"}}).status == 303);
}

TEST_CASE("who said it is asked on the page of who leads, and the words stay", "[web]") {
  LeadRoom room;
  auto& laptop = *room.laptop_;
  room.types(kMistyped);
  for (const auto* name : {"", "  "}) {
    laptop.get("/lead");
    auto got = laptop.submit("write-form", {{"do", "say"}, {"name", name}, {"text", "De post ligt dicht"}});
    CHECK(got.status == 422);
    CHECK(got.has("wie zei dit?"));
    CHECK(got.has(">De post ligt dicht</textarea>"));
    laptop.get("/lead");
    got = laptop.submit(LeadRoom::form_of(kMistyped),
                        {{"do", "place"}, {"name", name}, {"kind", ""}, {"text", "Zij slaapt slecht sinds juni"}});
    CHECK(got.status == 422);
    CHECK(got.has("wie zei dit?"));
    CHECK(got.has(">Zij slaapt slecht sinds juni</textarea>"));
  }
  const auto page = laptop.get("/lead");
  CHECK(page.has("Wacht nog op een plek"));
  CHECK_FALSE(page.has("De post ligt dicht"));
  CHECK_FALSE(page.has("sinds juni"));
}

TEST_CASE("a line that may tell of danger is danger now, or a concern, or let go", "[web][R14]") {
  LeadRoom room;
  auto& laptop = *room.laptop_;
  const std::string worry = "hij wordt thuis geslagen", none = "baby ligt de hele dag alleen",
                    now = "niemand weet waar zij nu is";
  const auto asked = room.types(worry);
  CHECK(asked.status == 422);
  CHECK(asked.has("Er is nu gevaar: alles staat stil"));
  CHECK_FALSE(asked.has("Enter: alles staat stil"));
  CHECK(laptop.submit(LeadRoom::form_of(worry) + "-concern", {{"do", "offer"}}).status == 303);
  auto page = laptop.get("/lead");
  CHECK_FALSE(page.has("Wacht nog op een plek"));
  CHECK_FALSE(page.has("class=\"danger-now\""));
  room.types(none);
  laptop.get("/lead");
  CHECK(laptop.submit(LeadRoom::form_of(none) + "-go", {{"do", "let go"}}).status == 303);
  CHECK_FALSE(laptop.get("/lead").has("class=\"danger-now\""));
  room.types(now);
  laptop.get("/lead");
  CHECK(laptop.submit(LeadRoom::form_of(now) + "-acute", {{"do", "offer"}}).status == 303);
  page = laptop.get("/lead");
  CHECK(page.has("class=\"danger-now\""));
  CHECK_FALSE(page.has("Wacht nog op een plek"));
}

TEST_CASE("between cases a case comes on the agenda by a line, and danger waits for its case", "[web][R14]") {
  LeadRoom room;
  auto& laptop = *room.laptop_;
  room.does_at_once("ready");
  room.opens_coached("2026-008", {{"Samira", Role::chair}});
  CHECK(room.types("gevaar: hij staat voor de deur").status == 422);
  CHECK(laptop.get("/lead").has("Neem eerst de casus waar dit bij hoort"));
  CHECK(room.types("neem 2026-008").has("Zet casus 2026-008 op de agenda"));
}

TEST_CASE("what is not offered any more, and words without words, do nothing", "[web]") {
  LeadRoom room;
  room.laptop_->get("/lead");
  CHECK(room.laptop_->post("/lead", {{"do", "offer"}, {"line", "gevaar: verzonnen"}}).status == 422);
  for (const auto* what : {"let go", "place", "offer"}) {
    CAPTURE(what);
    room.laptop_->get("/lead");
    const auto got =
        room.laptop_->post("/lead", {{"do", what}, {"line", "verzonnen"}, {"name", "Noor"}, {"text", "x"}});
    CHECK(got.status == 422);
    CHECK(got.has("deze regel wacht niet meer"));
  }
  CHECK_FALSE(room.laptop_->get("/lead").has("verzonnen"));
  auto noor = room.phone("Noor");
  noor.get("/mine");
  CHECK(noor.post("/mine", {{"do", "say"}, {"kind", "fact"}, {"text", "   "}}).status == 422);
}

}  // namespace casus::test
