// SPDX-License-Identifier: EUPL-1.2
// The resident who never sat at the table: what they can do by their card, what is said of danger, and who reads it.
#include "tests/web/page_room.hpp"

namespace casus::test {
namespace {

/// Noor's case before its first step; the resident is written down and does not sit at the table.
struct HomeRoom : PageRoom {
  HomeRoom() : noor(worker("Noor")) {
    opens_coached("2026-003", {});
    AddParticipant home{.name = "Bewoner", .roles = {Role::resident}, .team_member = false, .absent = true};
    does("2026-003", "Noor", home);
  }
  Card card_of(const std::string& name) { return PageRoom::card_of(noor, "2026-003", name); }
  Got says(Browser& who, const std::string& words) {
    who.get("/ours");
    return who.submit("do-case-say", {{"kind", "fact"}, {"text", words}});
  }

  Browser noor;
};

constexpr const char* kWhomToCall = "Veilig Thuis: 0800 2000";

}  // namespace

TEST_CASE("a resident who never sat at the table says something by the card, also before the first step", "[web]") {
  HomeRoom room;
  auto resident = room.in(room.card_of("Bewoner"));
  CHECK(resident.get("/ours").has("Bel 112."));
  const auto said = room.says(resident, "Mijn zus komt elke week");
  INFO(said.body);
  REQUIRE(said.status == 303);
  const auto after = resident.get("/ours");
  CHECK(after.has("Wat u zei"));
  CHECK(after.has("Mijn zus komt elke week"));
  CHECK_FALSE(after.has(kWhomToCall));
  CHECK(room.noor.get("/today").has("Mijn zus komt elke week"));
  CHECK_FALSE(room.noor.page().has("misschien gevaar"));
  CHECK(room.noor.get("/case/2026-003").has("Mijn zus komt elke week"));
  resident.get("/ours");
  const auto asked = resident.submit("do-case-request", {{"right", "access"}, {"text", "Alles"}});
  INFO(asked.body);
  CHECK(asked.status == 303);
}

TEST_CASE("who writes of danger by a card is told whom to call, and it stands out where the team reads it",
          "[web][today]") {
  HomeRoom room;
  auto resident = room.in(room.card_of("Bewoner"));
  REQUIRE(room.says(resident, "Hij slaat mij als hij gedronken heeft").status == 303);
  room.clock.advance(std::chrono::minutes(1));
  CHECK(resident.get("/ours").has(kWhomToCall));
  CHECK_FALSE(resident.get("/ours").has(kWhomToCall));
  REQUIRE(room.says(resident, "Mijn zus komt elke week").status == 303);
  const auto today = room.noor.get("/today");
  CHECK(today.has("Let op, misschien gevaar:"));
  CHECK(today.has("href=\"/case/2026-003/safety\""));
  // Before what came later.
  CHECK(today.body.find("Hij slaat mij") < today.body.find("Mijn zus komt"));
}

TEST_CASE("a form that cannot be done tells who is at home whom to call, and not what the team could do", "[web]") {
  HomeRoom room;
  auto resident = room.in(room.card_of("Bewoner"));
  resident.get("/ours");
  const auto refused =
      resident.post("/ours/do/plan/done", {{"action", "a9"}, {"state", "not"}, {"note", "hij slaat mij"}});
  CHECK(refused.status != 303);
  CHECK(refused.has(kWhomToCall));
  for (const auto* of_team : {"Laat een deelnemer", "naar de volgende stap"}) CHECK_FALSE(refused.has(of_team));
}

TEST_CASE("who leaves a field of a form open at home reads above the plan that nothing was kept", "[web]") {
  HomeRoom room;
  auto resident = room.in(room.card_of("Bewoner"));
  const auto got = room.says(resident, "  ");
  CHECK(got.status == 422);
  REQUIRE(got.has("Dit is nog niet bewaard"));
  CHECK(got.body.find("Dit is nog niet bewaard") < got.body.find("id=\"do-case-say\""));
  CHECK_FALSE(resident.get("/ours").has("Dit is nog niet bewaard"));
}

TEST_CASE("who is no longer signed in by a card is sent to that card, and not to the code of a meeting", "[web]") {
  HomeRoom room;
  const auto card = room.card_of("Bewoner");
  auto resident = room.in(card);
  resident.get("/ours");
  room.clock.advance(std::chrono::hours(5));
  const auto late = resident.submit("do-case-say", {{"kind", "fact"}, {"text", "Een lang verhaal"}});
  CHECK(late.status == 403);
  CHECK(late.has("Open de link op uw kaart nog een keer"));
  CHECK(late.has("Een lang verhaal"));
  CHECK_FALSE(late.has(">Naar het begin<"));
  CHECK_FALSE(late.has("Bel 112"));
  CHECK(resident.post("/ours/do/case/say", {{"kind", "fact"}, {"text", "Hij slaat mij"}}).has("Bel 112"));
  const auto got = resident.get("/ours");
  CHECK(got.status == 403);
  CHECK(got.has("Open de link op uw kaart nog een keer"));
  CHECK_FALSE(got.has(">Naar het begin<"));
  CHECK(room.in(card).get("/ours").status == 200);
}

TEST_CASE("who guesses the code of a card too often reads how it goes on, with the way back to the card", "[web]") {
  HomeRoom room;
  const auto card = room.card_of("Bewoner");
  auto resident = room.browser();
  Got got;
  for (int tries = 0; tries < 12 && got.status != 429; ++tries) {
    resident.get(card.path);
    got = resident.post(card.path, {{"code", "AAAAAA"}});
  }
  REQUIRE(got.status == 429);
  CHECK(got.has("uw hulpverlener"));
  CHECK(got.has("href=\"" + card.path + "\""));
  CHECK_FALSE(got.has("gespreksleider"));
}

TEST_CASE("a resident sends what they wrote, and who makes a card for nobody yet is led to where they are seated",
          "[web]") {
  HomeRoom room;
  auto resident = room.in(room.card_of("Bewoner"));
  CHECK(resident.get("/ours").has(">Verstuur</button>"));
  CHECK_FALSE(resident.page().has(">Doe dit</button>"));
  CHECK_FALSE(room.noor.get("/cards?case=2026-003").has("/case/2026-003/do/case/join"));
  REQUIRE(room.noor.get("/cards?case=2026-001").has("Er zit nog geen inwoner of iemand uit de kring aan tafel"));
  CHECK(room.noor.page().has("href=\"/case/2026-001/do/case/join\""));
}

}  // namespace casus::test
