// SPDX-License-Identifier: EUPL-1.2
// Erasing takes two, and nobody is brought in as the second on the day itself.
#include "tests/service/house.hpp"

using namespace casus;
using namespace casus::test;

namespace {

/// The refusal of an erasure with this second person; empty when it would be done.
std::string erased_with(Desk& desk, const std::string& with) {
  const auto answer =
      desk.service.handle_all({Command{{}, "c-1", "Noor Bakker", {}, {}, EraseCase{"op verzoek", with}}}, false)
          .front();
  if (!answer.refusal) return "";
  CHECK(answer.refusal->name == "SecondPersonNeeded");
  REQUIRE(answer.refusal->remedies.size() == 1);
  CHECK_THAT(answer.refusal->remedies[0].hint.in(Lang::en), Catch::EndsWith("(at the table: Bram)."));
  return answer.refusal->reason.in(Lang::en);
}

}  // namespace

TEST_CASE("who came to the case today is no second person for erasing it", "[service]") {
  House house;
  Desk desk(house, some_store(house));
  desk.begin();
  house.clock.set("2026-03-02T10:00:00Z");
  REQUIRE(desk.does("Noor Bakker", AddParticipant{"Ria", {Role::member}, true, false, {}}).done());
  REQUIRE(
      desk.does("Noor Bakker", AddNetworkPerson{"Els", "wijkagent", Shell::service, Quadrant::society, true}).done());
  CHECK(erased_with(desk, "Ria").empty());  // without a team nobody knows who is of it
  REQUIRE(desk.service.handle(TeamCommand{{}, {}, FoundTeam{{"Noord", 90, Mode::coaching, "intervision", {}}}}).done());
  REQUIRE(desk.service.handle(TeamCommand{{}, {}, AddMember{{"Noor Bakker", "wijkwerker"}}}).done());
  for (const std::string with : {"Ria", "Els"})
    CHECK(erased_with(desk, with) == with + " only joined today, and can be the second person from tomorrow on.");
  CHECK(erased_with(desk, "Bram").empty());  // was there when the case began
  house.clock.set("2026-03-03T09:00:00Z");
  CHECK(erased_with(desk, "Ria").empty());
  CHECK(erased_with(desk, "Els").empty());
}

TEST_CASE("who joined the team today is no second person, unless the case came later", "[service]") {
  House house;
  Desk desk(house, some_store(house));
  const auto joins = [&](const std::string& name) {
    REQUIRE(desk.service.handle(TeamCommand{{}, {}, AddMember{{name, "jongerenwerker"}}}).done());
  };
  REQUIRE(desk.service.handle(TeamCommand{{}, {}, FoundTeam{{"Noord", 90, Mode::coaching, "intervision", {}}}}).done());
  joins("Noor Bakker");
  house.clock.set("2026-03-02T08:59:00Z");
  joins("Sam Vos");
  house.clock.set("2026-03-02T09:00:00Z");
  desk.begin();
  CHECK(erased_with(desk, "Sam Vos").empty());
  house.clock.set("2026-03-02T09:01:00Z");
  joins("Mo Yildiz");
  CHECK_FALSE(erased_with(desk, "Mo Yildiz").empty());
  CHECK_FALSE(erased_with(desk, "Mo").empty());
  // Called otherwise, it is the same person.
  REQUIRE(desk.service.handle(TeamCommand{{}, {}, RenameMember{{"Sam Vos", "Sam de Vos", {}}}}).done());
  CHECK(erased_with(desk, "Sam de Vos").empty());
  house.clock.set("2026-03-03T09:00:00Z");
  CHECK(erased_with(desk, "Mo Yildiz").empty());
  // Who left and came back joined when they came back.
  REQUIRE(desk.service.handle(TeamCommand{{}, {}, LeaveTeam{{"Mo Yildiz"}}}).done());
  joins("Mo Yildiz");
  CHECK_FALSE(erased_with(desk, "Mo Yildiz").empty());
}
