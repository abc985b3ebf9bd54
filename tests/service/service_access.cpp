// SPDX-License-Identifier: EUPL-1.2
#include "core/store/codec.hpp"
#include "tests/service/house.hpp"

using namespace casus;
using namespace casus::test;

TEST_CASE("every look is kept, and makes no other version of the case", "[service][access]") {
  const House house;
  Desk desk(house, some_store(house));
  desk.begin();
  const auto version = desk.service.open("c-1").version;
  Sight sight{};
  CHECK_FALSE(desk.service.look("c-1", {"Bram", CasePart::dossier, ""}, &sight));
  CHECK(sight == Sight::table);
  CHECK(desk.service.look("c-1", {"Piet", CasePart::dossier, ""}, &sight)->name == "NotAtTable");
  CHECK(sight == Sight::refused);
  CHECK_FALSE(desk.service.look("c-1", {"Piet", CasePart::history, "waarneming"}, &sight));
  CHECK(sight == Sight::reason);
  CHECK_FALSE(desk.service.look("c-1", {"Bram", CasePart::guidance, ""}));
  CHECK(desk.service.look("c-1", {"Piet", CasePart::texts, ""}, nullptr, true));  // in passing
  const auto looks = desk.service.looks("c-1");
  REQUIRE(looks.size() == 3);
  CHECK(looks[0].seen.name == "Bram");
  CHECK(looks[0].at == house.clock.now());
  CHECK(looks[1].seen.sight == Sight::refused);
  CHECK(looks[2].seen.because == "waarneming");
  CHECK(desk.service.open("c-1").version == version);
  CHECK(desk.store->verify().findings.empty());
}

TEST_CASE("with a case its looks are erased, with a person the name in them", "[service][access]") {
  const House house;
  Desk desk(house);
  desk.begin();
  desk.service.look("c-1", {"Bram", CasePart::dossier, ""});
  desk.service.look("c-1", {"Noor Bakker", CasePart::dossier, ""});
  CHECK(desk.does("Noor Bakker", ErasePerson{"Bram", "op verzoek"}).done());
  auto looks = desk.service.looks("c-1");
  REQUIRE(looks.size() == 2);
  CHECK(looks[0].seen.name.empty());
  CHECK(looks[0].seen.person == "p2");
  CHECK(looks[1].seen.name == "Noor Bakker");
  CHECK(desk.does("Noor Bakker", EraseCase{"termijn voorbij"}).done());
  CHECK(desk.service.looks("c-1").empty());
  CHECK_FALSE(desk.service.look("c-1", {"Noor Bakker", CasePart::overview, ""}));
  Desk later(house);
  CHECK(later.service.looks("c-1").empty());
  CHECK(later.store->verify().findings.empty());
}
