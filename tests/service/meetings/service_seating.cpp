// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/access.hpp"
#include "tests/service/meetings/meeting_desk.hpp"

using namespace casus;
using namespace casus::test;

namespace {

using Roles = std::map<std::string, std::vector<Role>>;

}  // namespace

TEST_CASE("who was renamed since keeps the seat when a meeting turns to the case", "[service][meeting][identity]") {
  const House house;
  MeetingDesk desk(house, some_store(house));
  desk.founded();
  const auto presents = desk.table().at("Noor Bakker");
  desk.tells(RenameMember{{"Noor Bakker", "Fatma Yilmaz", ""}});
  desk.planned();
  desk.done(StartMeeting{{"Fatma Yilmaz", "Bram", "Ria"}, "", "Fatma Yilmaz"});
  desk.done(TakeItem{}, "Ria");
  CHECK(desk.table().at("Noor Bakker") == presents);
  CHECK_FALSE(desk.table().contains("Fatma Yilmaz"));
}

TEST_CASE("taking a case seats those present, with the meeting's chair", "[service][meeting][R3]") {
  const House house;
  MeetingDesk desk(house, some_store(house));
  desk.founded();
  desk.planned();
  desk.done(StartMeeting{{"Noor Bakker", "Ria", "Yusuf"}, "", "Yusuf"});
  const auto taken = desk.meets(TakeItem{}, "Ria");
  REQUIRE(taken.done());
  CHECK(desk.table() ==
        Roles{{"Noor Bakker", {Role::presenter}}, {"Ria", {Role::chair}}, {"Yusuf", {Role::member, Role::note_taker}}});
  CHECK(taken.seats.size() == 3);
  // Bram comes in late and then takes over: he sits down, and Ria becomes a member.
  desk.done(Arrive{"Bram"});
  CHECK(desk.table()["Bram"] == std::vector<Role>{Role::member});
  desk.done(TakeChair{}, "Bram");
  CHECK(desk.table()["Bram"] == std::vector<Role>{Role::chair});
  CHECK(desk.table()["Ria"] == std::vector<Role>{Role::member});
  desk.done(LeaveMeeting{{"Ria"}});
  CHECK_FALSE(desk.table().contains("Ria"));
  CHECK(desk.service.open("c-1").person("Ria")->away);
  // Everybody sits right: taken again, nothing is done to the case.
  desk.done(ParkItem{"Even wachten"});
  CHECK(desk.meets(TakeItem{"c-1", ""}).seats.empty());
}

TEST_CASE("the history of a case says who seated whom", "[service][meeting]") {
  const House house;
  MeetingDesk desk(house, some_store(house));
  desk.founded();
  desk.planned();
  desk.done(StartMeeting{{"Noor Bakker", "Ria", "Yusuf"}, "", ""});
  desk.done(TakeItem{}, "Ria");
  const auto seated_by = [&](const std::string& name) {
    std::string found;
    for (const auto& event : desk.service.history("c-1"))
      if (const auto* added = std::get_if<ParticipantAdded>(&event.body); added != nullptr && added->name == name)
        found = event.by + ", typed by " + (event.seat ? event.seat->name : "the same");
    return found;
  };
  CHECK(seated_by("Yusuf") == "p1, typed by Ria");
  // On a shared screen it is whoever opened that.
  desk.done(ParkItem{});
  desk.done(LeaveMeeting{{"Yusuf"}}, "Ria");
  MeetingCommand back{{}, "2026-03-02", "Ria", {}, std::nullopt, TakeItem{"c-1", ""}, Typist{"Noor Bakker", {}, {}}};
  REQUIRE(desk.meetings.handle(back).done());
  desk.done(Arrive{"Yusuf"}, "Noor Bakker");
  CHECK(seated_by("Yusuf") == "p1, typed by the same");
  CHECK(desk.meetings.history("2026-03-02")[4].seat == std::nullopt);
  CHECK(desk.meetings.history("2026-03-02")[5].seat == Typist{"Noor Bakker", {}, {}});
}

TEST_CASE("the chair who presents gives the chair away for that item, in the case too", "[service][meeting][R3]") {
  const House house;
  MeetingDesk desk(house, some_store(house));
  desk.founded();
  desk.planned();
  desk.done(StartMeeting{{"Noor Bakker", "Yusuf"}, "Noor Bakker", ""});
  desk.done(TakeItem{}, "Noor Bakker");
  CHECK(desk.meetings.open("2026-03-02").chair_now() == "Yusuf");
  CHECK(desk.table() == Roles{{"Noor Bakker", {Role::presenter}}, {"Yusuf", {Role::chair}}});
  CHECK(desk.meets(TakeChair{"Noor Bakker"}).refusal->name == "ChairIsPresenter");
}

TEST_CASE("a guest sits at the case that they came for, and at no other", "[service][meeting]") {
  const House house;
  MeetingDesk desk(house, some_store(house));
  desk.founded();
  desk.planned();
  desk.done(StartMeeting{{"Noor Bakker", "Ria", "Yusuf"}, "", ""});
  desk.done(Arrive{"Femke Gast"}, "Ria");
  desk.done(TakeItem{}, "Ria");
  CHECK_FALSE(desk.table().contains("Femke Gast"));
  // For this case they come again; who is of the team sits everywhere.
  desk.done(Arrive{"Femke Gast"}, "Ria");
  CHECK(desk.table()["Femke Gast"] == std::vector<Role>{Role::member});
  CHECK(desk.table().contains("Yusuf"));
  desk.done(ParkItem{}, "Ria");
  desk.done(TakeItem{"c-1", ""}, "Ria");
  CHECK(desk.table().contains("Femke Gast"));
  // A guest is no colleague, and reads nothing when the talk is over.
  const auto guest = [&] { return *desk.service.open("c-1").person("Femke Gast"); };
  CHECK_FALSE(guest().team_member);
  desk.done(FinishItem{}, "Ria");
  CHECK_FALSE(guest().at_table());
  CHECK(desk.table().contains("Yusuf"));
  engine::LookWanted wanted{.by = "Femke Gast", .part = CasePart::dossier};
  CHECK(engine::decide_look(desk.service.open("c-1"), wanted).refusal);
}

TEST_CASE("a guest who goes away leaves the table of their case", "[service][meeting]") {
  const House house;
  MeetingDesk desk(house, some_store(house));
  desk.founded();
  desk.planned();
  desk.done(StartMeeting{{"Noor Bakker", "Ria", "Yusuf"}, "", ""});
  desk.done(TakeItem{}, "Ria");
  desk.done(Arrive{"Femke Gast"}, "Ria");
  desk.done(LeaveMeeting{{"Femke Gast"}}, "Ria");
  CHECK_FALSE(desk.table().contains("Femke Gast"));
  // Placed in the network, they sit here as somebody of the circle.
  REQUIRE(desk.does("Noor Bakker", AddNetworkPerson{.name = "Femke Gast"}).done());
  desk.done(Arrive{"Femke Gast"}, "Ria");
  CHECK(desk.table()["Femke Gast"] == std::vector<Role>{Role::circle});
}
