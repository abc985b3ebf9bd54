// SPDX-License-Identifier: EUPL-1.2
#include "core/store/codec/codec.hpp"
#include "tests/service/house.hpp"

using namespace casus;
using namespace casus::test;

TEST_CASE("every look is kept, and makes no other version of the case", "[service][access]") {
  const House house;
  Desk desk(house, some_store(house));
  desk.begin();
  const auto version = desk.service.open("c-1").version;
  const auto bram = desk.service.look("c-1", {"Bram", CasePart::dossier, ""});
  REQUIRE(bram);
  CHECK(bram->sight == Sight::table);
  CHECK(bram->state().version == version);
  CHECK(desk.service.look("c-1", {"Piet", CasePart::dossier, ""}).error().name == "NotAtTable");
  CHECK(desk.service.look("c-1", {"Piet", CasePart::history, "waarneming"})->sight == Sight::reason);
  CHECK(desk.service.look("c-1", {"Bram", CasePart::guidance, ""}));
  CHECK_FALSE(desk.service.look("c-1", {"Piet", CasePart::texts, ""}, {false, {}}));  // in passing
  // A case that stays on a screen is asked for once, until the answer is another.
  CHECK(desk.service.look("c-1", {"Bram", CasePart::overview, ""}, {true, Sight::table}));
  CHECK_FALSE(desk.service.look("c-1", {"Piet", CasePart::overview, ""}, {true, Sight::refused}));
  const auto looks = desk.service.looks("c-1");
  REQUIRE(looks.size() == 3);
  CHECK(looks[0].seen.name == "Bram");
  CHECK(looks[0].at == house.clock.now());
  CHECK(looks[1].seen.sight == Sight::refused);
  CHECK(looks[2].seen.because == "waarneming");
  CHECK(desk.service.open("c-1").version == version);
  CHECK(desk.store->verify().findings.empty());
}

TEST_CASE("a look by somebody new in the team is not that of who was called so before", "[service][access][identity]") {
  const House house;
  Desk desk(house);
  desk.begin();
  const auto tells = [&](TeamBody body) {
    return desk.service.handle(TeamCommand{{}, {}, std::move(body), "Noor Bakker"}).done();
  };
  REQUIRE(desk.service.handle(TeamCommand{{}, {}, FoundTeam{"Wijkteam Voorbeeld", 90, Mode::strict, {}, {}}}).done());
  REQUIRE(desk.service.handle(TeamCommand{{}, {}, AddMember{"Noor Bakker", {}}}).done());
  REQUIRE(tells(AddMember{"Yusuf", {}}));
  REQUIRE(desk.does("Noor Bakker", AddParticipant{"Yusuf", {Role::member}, true, false, {}}).done());
  const auto yusuf = desk.service.open("c-1").people.back().id;
  REQUIRE(desk.does("Noor Bakker", RemoveParticipant{"Yusuf"}).done());
  CHECK_FALSE(desk.service.look("c-1", {"Yusuf", CasePart::overview, ""}));
  REQUIRE(tells(LeaveTeam{{"Yusuf"}}));
  CHECK_FALSE(desk.service.look("c-1", {"Yusuf", CasePart::overview, ""}));
  REQUIRE(tells(AddMember{"Yusuf", {}}));
  CHECK_FALSE(desk.service.look("c-1", {"Yusuf", CasePart::overview, ""}));
  CHECK(desk.service.look("c-1", {"Yusuf", CasePart::overview, "waarneming"}));
  const auto looks = desk.service.looks("c-1");
  REQUIRE(looks.size() == 4);
  CHECK(looks[0].seen.person == yusuf);
  CHECK(looks[1].seen.person == yusuf);
  for (const auto at : {2U, 3U}) {
    CHECK(looks[at].seen.person == "outside");
    CHECK(looks[at].seen.name == "Yusuf");
  }
}

TEST_CASE("who looked and who erased stays to be read, under a key of its own", "[service][access]") {
  const House house;
  {
    Desk desk(house);
    desk.begin();
    REQUIRE(desk.service.handle(TeamCommand{{}, {}, FoundTeam{"Wijkteam Voorbeeld", 90, Mode::strict, {}, {}}}).done());
    for (const char* name : {"Noor Bakker", "Bram"})
      REQUIRE(desk.service.handle(TeamCommand{{}, {}, AddMember{name, {}}}).done());
    REQUIRE(desk.does("Noor Bakker", AddParticipant{"Samira", {Role::resident}, false, false, {}}).done());
    REQUIRE(desk.service.look("c-1", {"Bram", CasePart::dossier, "", false, Sureness::named, {}, "balie"}));
    REQUIRE(desk.service.look("c-1", {"Samira", CasePart::extract, "", false, Sureness::named, {}, "balie"}));
    CHECK(desk.does("Mallory", EraseCase{"zomaar", "Bram"}).refusal->name == "NotYoursToErase");
    CHECK(desk.does("Noor Bakker", ErasePerson{"Samira", "op verzoek", "Bram"}).done());
    // That a worker looked is the team's to answer for; what the resident looked at was about the resident.
    auto looks = desk.service.looks("c-1");
    REQUIRE(looks.size() == 2);
    CHECK(looks[0].seen.name == "Bram");
    CHECK(looks[0].seen.account == "balie");
    CHECK(looks[1].seen.name.empty());
    CHECK(looks[1].seen.account.empty());
    CHECK(desk.does("Noor Bakker", EraseCase{"termijn voorbij", "bram"}).done());
  }
  Desk later(house);
  CHECK(later.service.open("c-1").stage.life == Life::erased);
  REQUIRE(later.service.looks("c-1").size() == 2);
  const auto erasures = later.service.erasures("c-1");
  REQUIRE(erasures.size() == 2);
  CHECK(erasures[0].done.person == "p3");
  CHECK(erasures[0].done.because == "op verzoek");
  CHECK(erasures[1].done.person.empty());
  CHECK(erasures[1].done.by == "Noor Bakker");
  CHECK(erasures[1].done.with == "Bram");
  CHECK(erasures[1].done.because == "termijn voorbij");
  CHECK(erasures[1].at == house.clock.now());
  // Those names are the team's to read, and nobody else's.
  CHECK(later.service.look("c-1", {"Mallory", CasePart::log, "nieuwsgierig"}).error().name == "NotOfTheTeam");
  CHECK(later.service.look("c-1", {"", CasePart::log, ""}).error().name == "WhoIsThis");
  REQUIRE(later.service.handle(TeamCommand{{}, {}, AddMember{"Yusuf", {}}}).done());
  CHECK(later.service.look("c-1", {"yusuf", CasePart::log, ""}));
  CHECK(later.service.look("c-1", {"bram", CasePart::log, ""}));
  CHECK(later.store->verify().findings.empty());
}
