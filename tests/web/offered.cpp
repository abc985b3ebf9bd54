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
  OpenCase open;
  open.title = "Verzonnen";
  open.privacy = Privacy::anonymous;
  open.basis = Basis::wmo;
  open.purpose = "Een eerste stap";
  open.method = "kort/ronde";
  open.mode = Mode::strict;
  room.does("2026-009", "Noor", open);
  room.does("2026-009", "Noor", AddParticipant{"Samira", {Role::chair}, true, false, {}});
  AddItem item;
  item.case_id = "2026-009";
  item.minutes = 10;
  room.meets(room.day(), item);
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

TEST_CASE("what is not offered any more, and words without words, do nothing", "[web]") {
  LeadRoom room;
  room.laptop_->get("/lead");
  CHECK(room.laptop_->post("/lead", {{"do", "offer"}, {"line", "gevaar: verzonnen"}}).status == 422);
  CHECK_FALSE(room.laptop_->get("/lead").has("verzonnen"));
  auto noor = room.phone("Noor");
  noor.get("/mine");
  CHECK(noor.post("/mine", {{"do", "say"}, {"kind", "fact"}, {"text", "   "}}).status == 422);
}

}  // namespace casus::test
