// SPDX-License-Identifier: EUPL-1.2
#include "core/store/codec.hpp"
#include "tests/service/house.hpp"

using namespace casus;
using namespace casus::test;

TEST_CASE("of an erased case nothing can be read, in this process or the next", "[service]") {
  const House house;
  {
    Desk desk(house);
    desk.begin();
    CHECK(desk.does("Noor Bakker", EraseCase{"termijn voorbij", "Bram"}).done());
    const auto c = desk.service.open("c-1");
    CHECK(c.stage.life == Life::erased);
    CHECK(c.title.empty());
    CHECK(c.people.empty());
    CHECK(desk.does("Bram", NextStep{}).refusal->name == "CaseErased");
  }
  Desk later(house);
  const auto c = later.service.open("c-1");
  CHECK(c.stage.life == Life::erased);
  CHECK(c.people.empty());
  CHECK(c.opened_at == *time_from("2026-03-02T09:00:00Z"));
  CHECK(fault_of([&] { later.service.history("c-1"); }) == "case 'c-1' is erased: its history cannot be read any more");
  CHECK(later.service.cases({}).front().title.empty());
  CHECK(later.does("Bram", ReopenCase{"toch"}).refusal->name == "CaseErased");
  CHECK(later.service.explain("c-1", "Bram", {}).stuck);
  CHECK(later.store->verify().findings.empty());
}

TEST_CASE("of an erased person no name is left, and the case goes on", "[service]") {
  const House house;
  {
    Desk desk(house);
    desk.begin();
    CHECK(desk.does("Noor Bakker", AddNetworkPerson{"Els", "zus", Shell::intimate, Quadrant::family, false}).done());
    CHECK(desk.does("Noor Bakker", ErasePerson{"Els", "op verzoek", "Bram"}).done());
    CHECK(desk.does("Noor Bakker", AddParticipant{"Ria", {Role::member}, true, false, {}}).done());
    CHECK(desk.does("Noor Bakker", ErasePerson{"Bram", "op verzoek", "Ria"}).refusal->name == "HandOverFirst");
    CHECK(desk.does("Noor Bakker", RemoveParticipant{"Bram"}).done());
    CHECK(desk.does("Noor Bakker", ErasePerson{"Bram", "op verzoek", "Ria"}).done());
    CHECK(desk.service.cases({}).front().title == "Moeder met twee kinderen");
    CHECK(desk.does("Bram", NextStep{}).refusal->name == "NotAtTheTable");
    CHECK(desk.does("Noor Bakker", AddParticipant{"Bram", {Role::chair}, true, false, "06-1"}).done());
    CHECK(desk.does("Noor Bakker", AddNetworkPerson{"p3", "zus", Shell::intimate, Quadrant::family, false}).done());
  }
  Desk later(house);
  const auto c = later.service.open("c-1");
  CHECK(c.name_of("p2", Lang::nl) == "(gewist)");
  CHECK(c.people[1].contact.empty());
  CHECK(c.people[2].network->relation.empty());
  CHECK_FALSE(c.people[1].at_table());
  CHECK(c.person("Bram")->id == "p5");
  CHECK(later.store->verify().findings.empty());
}

TEST_CASE("erasing that was cut short is finished by the next who looks", "[service]") {
  const House house;
  Desk desk(house);
  desk.begin("c-1");
  desk.begin("c-2");
  // What a process leaves that ended after saying so and before destroying the key.
  const Time at = *time_from("2026-03-02T10:00:00Z");
  REQUIRE(
      desk.store->append("case/c-1", 4, "k-1", {store::encode(Event{at, "p2", CaseErased{{"termijn", {}}}})}, nullptr));
  REQUIRE(desk.store->append("case/c-2", 4, "k-2",
                             {store::encode(Event{at, "p2", PersonErased{{"p2", "verzoek", {}}}})}, nullptr));
  Desk next(house);
  CHECK(next.service.open("c-1").stage.life == Life::erased);
  CHECK(next.service.open("c-2").name_of("p2", Lang::nl) == "(gewist)");
  CHECK_FALSE(next.store->read("case/c-1", 0).front().payload.has_value());
  for (const auto& event : next.store->read("case/c-2", 0))
    for (const auto& secret : event.secrets) CHECK(secret.person != "p2");
  for (const auto& line : next.service.cases({}))
    CHECK(line.title == (line.id == "c-1" ? "" : "Moeder met twee kinderen"));
}
