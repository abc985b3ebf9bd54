// SPDX-License-Identifier: EUPL-1.2
// What was said in a meeting and is in no case yet is read by who said it, by who leads, and by who works at the table
// of the case that it is said to be about; by nobody else, while the meeting is on and when it is over.
#include "tests/web/page_room.hpp"

namespace casus::test {
namespace {

constexpr const char* kOfDaan = "De neef dreigt met een mes";  ///< about the case of Daan, told by Ria
constexpr const char* kOfNone = "Een kind loopt op straat";    ///< told by Noor, who named no case

/// A meeting that has begun, with no case on the table and two reports that are in none.
struct ReportedRoom : PageRoom {
  ReportedRoom() {
    begin_meeting();
    laptop_ = laptop();
    tells("Ria", kOfDaan, "2026-002");
    tells("Noor", kOfNone, "");
  }

  void tells(const std::string& name, const char* words, const std::string& case_id) {
    auto who = phone(name);
    who.get("/mine");
    REQUIRE(who.submit("danger-form", {{"do", "acute"}, {"text", words}, {"case", case_id}}).status == 303);
    phones.emplace(name, std::move(who));
  }
  Browser& of(const std::string& name) {
    if (const auto found = phones.find(name); found != phones.end()) return found->second;
    return phones.emplace(name, phone(name)).first->second;
  }
  void finish() {
    laptop_->get("/lead");
    laptop_->post("/lead", {{"do", "finish"}});
    REQUIRE(laptop_->get("/lead").has("Nog in geen casus"));
  }

  std::map<std::string, Browser> phones;
};

}  // namespace

TEST_CASE("when a meeting is over each reads of what is in no case what is theirs to read", "[web][privacy]") {
  ReportedRoom room;
  for (const auto* name : {"Daan", "Samira"}) (void)room.of(name);
  room.finish();
  struct Reads {
    const char* who;
    bool of_daan, of_none;
  };
  for (const auto& one :
       {Reads{"Ria", true, false}, Reads{"Daan", true, false}, Reads{"Noor", false, true}, Reads{"Samira", true, true}})
    for (const auto* place : {"/mine", "/lead"}) {
      CAPTURE(one.who, place);
      const auto page = room.of(one.who).get(place);
      CHECK(page.status == 200);
      CHECK(page.has(kOfDaan) == one.of_daan);
      CHECK(page.has(kOfNone) == one.of_none);
    }
  const auto lead = room.laptop_->get("/lead");
  CHECK(lead.has(kOfDaan));
  CHECK(lead.has(kOfNone));
  // Everybody reads the wall, from whatever device it is shown.
  for (auto* device : {&*room.laptop_, &room.of("Samira")}) {
    const auto wall = device->get("/screen");
    CHECK(wall.has("Er staat nog iets in geen enkele casus"));
    CHECK_FALSE(wall.has(kOfDaan));
    CHECK_FALSE(wall.has(kOfNone));
  }
}

TEST_CASE("while a meeting is on nobody reads what another told of another case", "[web][privacy]") {
  ReportedRoom room;
  auto& noor = room.of("Noor");
  for (const auto* place : {"/mine", "/lead", "/screen"}) {
    CAPTURE(place);
    CHECK_FALSE(noor.get(place).has(kOfDaan));
  }
  CHECK(noor.get("/mine").has(kOfNone));
  CHECK(room.laptop_->get("/lead").has(kOfDaan));
  // Nor does what came of the own report tell of what lies there still.
  room.laptop_->post("/lead", {{"do", "take"}, {"item", "2026-001"}});
  noor.get("/mine");
  REQUIRE(noor.submit("danger-form", {{"do", "acute"}, {"text", "Hij staat voor de deur"}}).status == 303);
  const auto after = noor.get("/mine");
  CHECK(after.has("class=\"danger-now\""));
  CHECK_FALSE(after.has(kOfDaan));
  CHECK_FALSE(noor.get("/screen").has(kOfDaan));
  CHECK_FALSE(room.laptop_->get("/screen").has(kOfDaan));
}

TEST_CASE("who takes over the chair reads what lies with the meeting, and who leads no more reads the own alone",
          "[web][privacy]") {
  ReportedRoom room;
  auto& ria = room.of("Ria");
  auto& samira = room.of("Samira");
  CHECK(samira.get("/lead").has(kOfNone));
  CHECK_FALSE(ria.get("/lead").has(kOfNone));
  REQUIRE(ria.submit("take-over", {{"do", "take over"}}).status == 303);
  CHECK(ria.get("/lead").has(kOfNone));
  CHECK(ria.page().has(kOfDaan));
  // It was Samira's to plan, and hers to read no more once another leads.
  samira.get("/mine");
  room.finish();
  CHECK(ria.get("/mine").has(kOfNone));
  CHECK_FALSE(samira.get("/mine").has(kOfNone));
}

TEST_CASE("the minutes and the agenda hold no words of what is in no case", "[web][privacy]") {
  ReportedRoom room;
  auto worker = room.worker("Noor");
  const auto check = [&] {
    for (const auto* place : {"/do/meeting/minutes?date=2026-03-02", "/do/meeting/show?date=2026-03-02", "/today"}) {
      CAPTURE(place);
      const auto page = worker.get(place);
      CHECK(page.status == 200);
      CHECK_FALSE(page.has(kOfDaan));
      CHECK_FALSE(page.has(kOfNone));
    }
  };
  check();
  room.finish();
  check();
}

}  // namespace casus::test
