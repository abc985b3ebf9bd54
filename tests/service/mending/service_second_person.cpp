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
  REQUIRE(desk.service.handle(TeamCommand{{}, {}, RenameMember{{"Sam Vos", "Sam de Vos", {}}}, "Noor Bakker"}).done());
  CHECK(erased_with(desk, "Sam de Vos").empty());
  house.clock.set("2026-03-03T09:00:00Z");
  CHECK(erased_with(desk, "Mo Yildiz").empty());
  // Who left and came back joined when they came back.
  REQUIRE(desk.service.handle(TeamCommand{{}, {}, LeaveTeam{{"Mo Yildiz"}}, "Noor Bakker"}).done());
  joins("Mo Yildiz");
  CHECK_FALSE(erased_with(desk, "Mo Yildiz").empty());
}

TEST_CASE("rights are counted from when somebody was written down, not from the day that was said", "[service]") {
  House house;
  Desk desk(house, some_store(house));
  REQUIRE(desk.service.handle(TeamCommand{{}, {}, FoundTeam{{"Noord", 90, Mode::coaching, "intervision", {}}}}).done());
  REQUIRE(desk.service.handle(TeamCommand{{}, {}, AddMember{{"Noor Bakker", "wijkwerker"}}}).done());
  desk.begin();
  house.clock.set("2026-03-12T09:00:00Z");
  const auto back = *time_from("2026-03-04T09:00:00Z");
  const auto earlier = [&](const std::string& by, auto body) {
    return desk.service.handle(Command{{}, "c-1", by, back, std::nullopt, CommandBody(std::move(body))});
  };
  REQUIRE(earlier("Noor Bakker", AddParticipant{"Geest", {Role::member}, true, false, {}}).done());
  REQUIRE(desk.service.handle(TeamCommand{{}, back, AddMember{{"Spook", "jongerenwerker"}}}).done());
  for (const std::string with : {"Geest", "Spook"})
    CHECK(erased_with(desk, with) == with + " only joined today, and can be the second person from tomorrow on.");
  // Neither is a case taken over on a day that is past.
  REQUIRE(earlier("Spook", HandOver{{"Noor Bakker", "Spook", "Noor is weg"}}).done());
  const auto answer = desk.does("Spook", EraseCase{"op verzoek", "Bram"});
  REQUIRE(answer.refusal);
  CHECK(answer.refusal->name == "OwnerSinceToday");
  house.clock.set("2026-03-13T09:00:00Z");
  CHECK(desk.does("Spook", EraseCase{"op verzoek", "Geest"}).done());
}

TEST_CASE("what goes for good is typed by whoever answers for it, not in their name", "[service]") {
  House house;
  Desk desk(house, some_store(house));
  desk.begin();
  for (const auto& body : std::vector<CommandBody>{EraseCase{"op verzoek", "Bram"}, ErasePerson{"Bram", "x", "Bram"}}) {
    Command command{{}, "c-1", "Noor Bakker", {}, std::nullopt, body};
    command.seat = Typist{"Mallory", Sureness::table, {}};
    const auto answer = desk.service.handle(std::move(command));
    REQUIRE(answer.refusal);
    CHECK(answer.refusal->name == "TypedForAnother");
  }
}

TEST_CASE("who joined the team today gives up no case as the second person", "[service]") {
  House house;
  Desk desk(house, some_store(house));
  desk.begin();
  REQUIRE(desk.service.handle(TeamCommand{{}, {}, FoundTeam{{"Noord", 90, Mode::coaching, "intervision", {}}}}).done());
  for (const char* name : {"Noor Bakker", "Bram"})
    REQUIRE(desk.service.handle(TeamCommand{{}, {}, AddMember{{name, "wijkwerker"}}}).done());
  house.clock.set("2026-03-09T09:00:00Z");
  REQUIRE(desk.service.handle(TeamCommand{{}, {}, AddMember{{"Sam Vos", "jongerenwerker"}}}).done());
  // Who is a second person is refused for the next reason: this key is not gone.
  const auto why = [&](const std::string& with) {
    return desk.service.give_up("c-1", {"Noor Bakker", with, "schijf stuk"}).error();
  };
  CHECK(why("Sam").reason.in(Lang::en) == "Sam Vos only joined today, and can be the second person from tomorrow on.");
  CHECK(why("Mallory").name == "SecondPersonNeeded");
  CHECK(why("Bram").name == "KeyIsHere");
  // On a day that is past nobody joins either.
  REQUIRE(desk.service.handle(TeamCommand{{}, *time_from("2026-03-04T09:00:00Z"), AddMember{{"Spook", {}}}}).done());
  CHECK(why("Spook").name == "SecondPersonNeeded");
  house.clock.set("2026-03-10T09:00:00Z");
  CHECK(why("Sam Vos").name == "KeyIsHere");
}

TEST_CASE("who left the team is no second person, and is not said to have come today", "[service]") {
  House house;
  Desk desk(house, some_store(house));
  const auto tells = [&](TeamBody body) {
    REQUIRE(desk.service.handle(TeamCommand{{}, {}, std::move(body), somebody_of(desk.service)}).done());
  };
  tells(FoundTeam{{"Noord", 90, Mode::coaching, "intervision", {}}});
  for (const char* name : {"Noor Bakker", "Bram", "Ria"}) tells(AddMember{{name, "wijkwerker"}});
  desk.begin();
  REQUIRE(desk.does("Noor Bakker", AddParticipant{"Ria", {Role::member}, true, false, {}}).done());
  tells(LeaveTeam{{"Ria"}});
  CHECK(erased_with(desk, "Ria") == "Ria does not work on this case and is not on the team.");
  house.clock.advance(std::chrono::hours(48));
  CHECK(erased_with(desk, "Ria") == "Ria does not work on this case and is not on the team.");
  CHECK(erased_with(desk, "Bram").empty());
}

TEST_CASE("a team that begins today erases what began after it, and nothing older until tomorrow", "[service]") {
  House house;
  Desk desk(house, some_store(house));
  const auto tells = [&](TeamBody body) {
    REQUIRE(desk.service.handle(TeamCommand{{}, {}, std::move(body), somebody_of(desk.service)}).done());
  };
  desk.begin("c-2");
  REQUIRE(desk.does("Noor Bakker", title("een verhaal van toen"), {}, "c-2").done());
  house.clock.set("2026-03-05T09:00:00Z");
  tells(FoundTeam{{"Noord", 90, Mode::coaching, "intervision", {}}});
  for (const char* name : {"Noor Bakker", "Ria"}) tells(AddMember{{name, "wijkwerker"}});
  house.clock.advance(std::chrono::minutes(1));
  desk.begin();
  CHECK(erased_with(desk, "Ria").empty());
  // What an older case brought along is not of today.
  REQUIRE(desk.does("Noor Bakker", MergeCase{"c-1", "twee keer aangemeld", {}}, {}, "c-2").done());
  const auto refused =
      desk.service.handle_all({Command{{}, "c-1", "Noor Bakker", {}, {}, EraseCase{"op verzoek", "Ria"}}}, false);
  REQUIRE(refused.front().refusal);
  CHECK(refused.front().refusal->name == "SecondPersonNeeded");
  house.clock.advance(std::chrono::hours(24));
  CHECK(erased_with(desk, "Ria").empty());
}

TEST_CASE("who left the team is not the member whose name begins so", "[service][identity]") {
  TeamDesk it;
  it.found_team({"Noor Bakker", "Bram", "Bram Smit", "Daan"});
  it.desk.begin();
  it.house.clock.advance(std::chrono::hours(30));
  it.tells(LeaveTeam{{"Bram"}});
  CHECK(it.does("Noor Bakker", EraseCase{"op verzoek", "Bram"}) == "SecondPersonNeeded");
  Command typed{{}, "c-1", "Noor Bakker", {}, std::nullopt, AskQuestion{"Wat nu?", "een stap"}};
  typed.seat = Typist{"Bram", Sureness::named, {}};
  CHECK(it.desk.service.handle(typed).refusal->name == "TypedByStranger");
  CHECK(it.does("Noor Bakker", EraseCase{"op verzoek", "Bram Smit"}).empty());
}
