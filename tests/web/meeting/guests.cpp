// SPDX-License-Identifier: EUPL-1.2
// Who is not of the team and was let in for one case sees and says something in that case alone, while it is on the
// table.
#include "core/desk/meeting/guest_of.hpp"
#include "core/service/unlogged.hpp"
#include "tests/web/page_room.hpp"

namespace casus::test {
namespace {

/// The first case is on the table, and Wim was let in for it with a phone.
struct GuestRoom : PageRoom {
  GuestRoom() {
    begin_meeting();
    laptop_ = laptop();
    lead({{"do", "take"}, {"item", "2026-001"}});
    meets(day(), Arrive{{"Wim"}});
  }

  void lead(const std::vector<std::pair<std::string, std::string>>& fields) {
    laptop_->get("/lead");
    REQUIRE(laptop_->post("/lead", fields).status == 303);
  }
  std::size_t events(const std::string& id) {
    auto it = desk("Samira");
    return service::Unlogged(it.service()).history(id).size();
  }
  std::optional<std::string> let_in_for(const std::string& name) {
    auto it = desk("Samira");
    return desk::guest_of(it, day(), name);
  }
};

}  // namespace

TEST_CASE("a guest is tied to the case that was on the table when they were let in, and to no other", "[web]") {
  GuestRoom room;
  CHECK(room.let_in_for("Wim") == "2026-001");
  CHECK(room.let_in_for("Noor") == std::nullopt);
  CHECK(room.let_in_for("Niemand") == std::string());
  room.lead({{"do", "ready"}});
  CHECK(room.let_in_for("Wim") == "2026-001");
  room.meets(room.day(), LeaveMeeting{{"Wim"}});
  CHECK(room.let_in_for("Wim") == std::string());
  // Between cases somebody is let in for none; for the next they come again.
  room.meets(room.day(), Arrive{{"Wim"}});
  CHECK(room.let_in_for("Wim") == std::string());
  room.lead({{"do", "take"}, {"item", "2026-002"}});
  room.meets(room.day(), Arrive{{"Wim"}});
  CHECK(room.let_in_for("Wim") == "2026-002");
}

TEST_CASE("a guest's phone has one page, without the agenda and what others told", "[web]") {
  GuestRoom room;
  auto wim = room.phone("Wim");
  const auto page = wim.get("/mine");
  CHECK(page.status == 200);
  CHECK(page.has("Moeder met twee kinderen"));
  CHECK_FALSE(page.has("2026-002"));
  CHECK_FALSE(page.has("Oudere man"));
  CHECK_FALSE(page.has("href=\"/lead\""));
  CHECK_FALSE(page.has("href=\"/screen\""));
  for (const auto* place :
       {"/lead", "/screen", "/today", "/find", "/cases", "/all", "/devices", "/keep", "/case/2026-001",
        "/case/2026-001/history", "/case/2026-002", "/do/meeting/show", "/do/case/find", "/do/meeting/minutes"}) {
    INFO(place);
    const auto got = wim.get(place);
    CHECK(got.status == 403);
    for (const auto* told : {"Oudere man", "Moeder met", "Hoe verder"}) CHECK_FALSE(got.has(told));
  }
  wim.get("/mine");
  CHECK(wim.post("/lead", {{"do", "take over"}}).status == 403);
  CHECK(where(wim.get("/")) == "/mine");
}

TEST_CASE("with another case on the table a guest sees and says nothing of it, also with a seat there", "[web]") {
  GuestRoom room;
  auto wim = room.phone("Wim");
  room.lead({{"do", "ready"}});
  // Somebody of that case let him in there too, for another day.
  room.does("2026-002", "Daan", AddParticipant{.name = "Wim", .roles = {Role::member}});
  room.lead({{"do", "take"}, {"item", "2026-002"}});
  const auto before = room.events("2026-002");
  const auto page = wim.get("/mine");
  CHECK(page.has("alleen te zien voor wie daar aan tafel zit"));
  for (const auto* told : {"Oudere man", "2026-002", "Hoe verder", "id=\"say\""}) CHECK_FALSE(page.has(told));
  const auto words = "Dit is van Wim";
  CHECK(wim.post("/mine", {{"do", "say"}, {"kind", "fact"}, {"text", words}, {"at", "2026-002"}}).status == 403);
  wim.get("/mine");
  CHECK(wim.post("/mine", {{"do", "say"}, {"kind", "fact"}, {"text", words}, {"at", ""}}).status == 422);
  // Danger is heard all the same, and lies with the meeting.
  wim.get("/mine");
  CHECK(wim.post("/mine", {{"do", "acute"}, {"text", words}, {"case", "2026-002"}}).status == 303);
  CHECK(room.events("2026-002") == before);
  CHECK(room.laptop_->get("/lead").has("Gemeld door Wim."));
  CHECK(wim.get("/mine").has("zet die bij de goede casus"));
}

TEST_CASE("after their case and after the meeting a guest sees nothing of it, also by an old form", "[web]") {
  GuestRoom room;
  auto wim = room.phone("Wim");
  wim.get("/mine");
  const std::vector<std::pair<std::string, std::string>> old{
      {"do", "say"}, {"kind", "fact"}, {"text", "Te laat"}, {"at", "2026-001"}};
  room.lead({{"do", "ready"}});
  const auto before = room.events("2026-001");
  CHECK(wim.post("/mine", old).status == 403);
  CHECK_FALSE(wim.get("/mine").has("Moeder met twee kinderen"));
  // What others told and is in no case yet is not theirs to read when the meeting is over.
  auto noor = room.phone("Noor");
  noor.get("/mine");
  REQUIRE(noor.post("/mine", {{"do", "acute"}, {"text", "Van een ander gezin"}}).status == 303);
  CHECK_FALSE(wim.get("/mine").has("Van een ander gezin"));
  room.laptop_->get("/lead");
  room.laptop_->post("/lead", {{"do", "finish"}});
  room.laptop_->get("/lead");
  room.laptop_->post("/lead", {{"do", "finish"}});
  CHECK_FALSE(wim.get("/mine").has("Van een ander gezin"));
  CHECK_FALSE(wim.get("/mine").has("Moeder met twee kinderen"));
  CHECK(room.events("2026-001") == before);
}

}  // namespace casus::test
