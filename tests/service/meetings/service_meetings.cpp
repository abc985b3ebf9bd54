// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/access.hpp"
#include "core/service/meetings/meetings.hpp"

#include "tests/service/house.hpp"
#include "tests/service/watched_store.hpp"
#include "tests/support/open_service.hpp"

#include <map>

using namespace casus;
using namespace casus::test;

namespace {

/// A desk with a team of four and case c-1, where Noor presents and Bram is the chair.
struct MeetingDesk : Desk {
  service::Meetings meetings;

  MeetingDesk(const House& house, std::unique_ptr<store::Store> opened)
      : Desk(house, std::move(opened)), meetings(service, house.clock) {}

  void founded() {
    FoundTeam team;
    team.name = "Wijkteam Noord";
    tells(team);
    for (const char* name : {"Noor Bakker", "Bram", "Ria", "Yusuf"}) tells(AddMember{name, ""});
    begin();
  }
  void tells(TeamBody body) {
    REQUIRE(service.handle(TeamCommand{{}, {}, std::move(body), somebody_of(service)}).done());
  }

  /// Whether somebody asked for a place on the agenda of that day.
  bool asked(const char* day) {
    const auto proposal = meetings.propose(*date_from(day), 90);
    return std::ranges::any_of(proposal.plan.lines, [](const AgendaLine& it) { return it.why == Why::asked; });
  }

  service::MeetingAnswer meets(MeetingBody body, const std::string& by = "Bram", const std::string& id = {}) {
    return meetings.handle(MeetingCommand{id, "2026-03-02", by, {}, std::nullopt, std::move(body)});
  }
  void done(MeetingBody body, const std::string& by = "Bram") {
    const auto answer = meets(std::move(body), by);
    if (answer.refusal) FAIL(answer.refusal->reason.in(Lang::en));
    REQUIRE(answer.done());
  }

  /// A planned meeting with c-1 in it; Ria chairs.
  void planned() {
    PlanMeeting plan;
    plan.chair = "Ria";
    AgendaLine line;
    line.why = Why::quiet;
    line.case_id = "c-1";
    line.minutes = 35;
    plan.lines = {line};
    done(plan);
  }

  /// Roles by name of everybody at the table of c-1.
  std::map<std::string, std::vector<Role>> table() {
    std::map<std::string, std::vector<Role>> roles;
    for (const auto& person : service.open("c-1").people)
      if (person.at_table()) roles[person.name] = person.roles;
    return roles;
  }
};

using Roles = std::map<std::string, std::vector<Role>>;

}  // namespace

TEST_CASE("a meeting is kept as a stream of its own, and is there for the next process", "[service][meeting]") {
  const House house;
  MeetingDesk desk(house, some_store(house));
  desk.founded();
  CHECK_FALSE(desk.meetings.exists("2026-03-02"));
  desk.planned();
  desk.done(StartMeeting{{"Noor Bakker", "Ria"}, "", ""});
  CHECK(desk.meetings.days() == std::vector<std::string>{"2026-03-02"});
  service::Meetings other(desk.service, house.clock);
  CHECK(other.running()->present == std::vector<std::string>{"Noor Bakker", "Ria"});
  CHECK(other.history("2026-03-02").size() == 2);
  CHECK(fault_of([&] { (void)desk.meetings.open("2026-03-09"); }) == "there is no meeting on '2026-03-09'");
  CHECK(desk.store->verify().findings.empty());
}

TEST_CASE("a meeting command sent twice is done once; a move on an old version is told", "[service][meeting]") {
  const House house;
  MeetingDesk desk(house, some_store(house));
  desk.founded();
  desk.planned();
  CHECK(desk.meets(StartMeeting{{"Noor Bakker", "Ria"}, "", ""}, "Ria", "m-1").version == 2);
  const auto again = desk.meets(StartMeeting{{"Noor Bakker", "Ria"}, "", ""}, "Ria", "m-1");
  CHECK(again.done());
  CHECK(again.repeated);
  CHECK(again.version == 2);
  const auto told = desk.meetings.handle(MeetingCommand{"m-2", "2026-03-02", "Ria", {}, 1, TakeItem{}});
  REQUIRE(told.conflict);
  CHECK(told.conflict->actual == 2);
  CHECK(desk.meetings.open("2026-03-02").at_hand() == nullptr);
}

TEST_CASE("an id of another meeting or command is refused", "[service][meeting]") {
  const House house;
  MeetingDesk desk(house, some_store(house));
  desk.founded();
  desk.planned();
  REQUIRE(desk.meets(StartMeeting{{"Noor Bakker", "Ria"}, "", ""}, "Ria", "m-1").done());
  CHECK(desk.meets(StartMeeting{{"Noor Bakker", "Yusuf"}, "", ""}, "Ria", "m-1").refusal->name == "IdOfAnother");
  CHECK(desk.meets(TakeItem{}, "Ria", "m-1").refusal->name == "IdOfAnother");
  CHECK(desk.does("Noor Bakker", NextStep{}, "m-1").refusal->name == "IdOfAnother");
  CHECK(desk.meetings.open("2026-03-02").version == 2);
}

TEST_CASE("taking a case asks the store six things at most, and two more for the seating, with one for each seat",
          "[service][meeting]") {
  const House house;
  MeetingDesk desk(house, some_store(house));
  desk.founded();
  desk.planned();
  const bool seated = GENERATE(true, false);
  if (seated) desk.done(StartMeeting{{"Noor Bakker", "Bram"}, "Bram", ""});
  else desk.done(StartMeeting{{"Noor Bakker", "Ria", "Yusuf"}, "", ""});
  WatchedStore store(*desk.store);
  OpenService mine(store, desk.methods, desk.workflows, house.clock);
  service::Meetings meetings(mine, house.clock);
  const auto taken =
      meetings.handle(MeetingCommand{"m-1", "2026-03-02", seated ? "Bram" : "Ria", {}, std::nullopt, TakeItem{}});
  REQUIRE(taken.done());
  CHECK(taken.seats.empty() == seated);
  CHECK(store.asked <= 6 + (seated ? 0 : 2 + static_cast<int>(taken.seats.size())));
}

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

TEST_CASE("a question of which nothing was said stays asked, and comes back on the next agenda", "[service][meeting]") {
  const House house;
  MeetingDesk desk(house, some_store(house));
  desk.founded();
  REQUIRE(desk.does("Noor Bakker", AskForPlace{}).done());
  REQUIRE(desk.asked("2026-03-02"));
  desk.planned();
  desk.done(StartMeeting{{"Noor Bakker", "Ria", "Yusuf"}, "", ""});
  desk.done(TakeItem{}, "Ria");
  desk.done(FinishItem{}, "Ria");
  CHECK(std::get<ItemFinished>(desk.meetings.history("2026-03-02").back().body).untouched);
  CHECK(desk.asked("2026-03-09"));
  desk.done(TakeItem{"c-1", ""}, "Ria");
  SetGoal goal;
  goal.text = "De post gaat weer open";
  REQUIRE(desk.does("Noor Bakker", goal).done());
  REQUIRE(desk.does("Noor Bakker", SetReview{*date_from("2026-04-06")}).done());
  desk.done(FinishItem{}, "Ria");
  const auto ended = std::get<ItemFinished>(desk.meetings.history("2026-03-02").back().body);
  CHECK_FALSE(ended.untouched);
  CHECK_FALSE(ended.unfinished);
  CHECK_FALSE(desk.asked("2026-03-09"));
}

TEST_CASE("a talk that was left half-way stays asked until a day brings the case back", "[service][meeting]") {
  const House house;
  MeetingDesk desk(house, some_store(house));
  desk.founded();
  REQUIRE(desk.does("Noor Bakker", AskForPlace{}).done());
  desk.planned();
  desk.done(StartMeeting{{"Noor Bakker", "Ria", "Yusuf"}, "", ""});
  desk.done(TakeItem{}, "Ria");
  SetGoal goal;
  goal.text = "De post gaat weer open";
  REQUIRE(desk.does("Noor Bakker", goal).done());
  desk.done(FinishItem{}, "Ria");
  const auto ended = std::get<ItemFinished>(desk.meetings.history("2026-03-02").back().body);
  CHECK_FALSE(ended.untouched);
  CHECK(ended.unfinished);
  CHECK(desk.asked("2026-03-09"));
  REQUIRE(desk.does("Noor Bakker", SetReview{*date_from("2026-04-06")}).done());
  CHECK_FALSE(desk.asked("2026-03-09"));
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

TEST_CASE("a case that may not be touched keeps the meeting from turning to it", "[service][meeting]") {
  const House house;
  MeetingDesk desk(house, some_store(house));
  desk.founded();
  desk.planned();
  desk.done(StartMeeting{{"Noor Bakker", "Ria", "Yusuf"}, "", ""});
  REQUIRE(desk.does("Noor Bakker", EraseCase{"Termijn voorbij", "Bram"}).done());
  const auto answer = desk.meets(TakeItem{});
  REQUIRE(answer.refusal);
  CHECK(answer.refusal->name == "CaseErased");
  CHECK(desk.meetings.open("2026-03-02").at_hand() == nullptr);
}

TEST_CASE("a signal in the meeting lies with the team, without names from the case at hand",
          "[service][meeting][R15]") {
  const House house;
  MeetingDesk desk(house, some_store(house));
  desk.founded();
  desk.planned();
  desk.done(StartMeeting{{"Noor Bakker", "Ria"}, "", ""});
  desk.done(TakeItem{});
  REQUIRE(desk.does("Noor Bakker", AddParticipant{"Fatima", {Role::resident}, false, false, ""}).done());
  const auto note = [&](const std::string& text) {
    return desk.meetings.note({"s-1", "2026-03-02", "Ria", {}, std::nullopt, CountMeetingSignal{"wachttijd"}},
                              {{}, {}, NoteSignal{text, "wachttijd", ""}});
  };
  CHECK(note("Fatima wacht een half jaar").refusal->name == "PersonalData");
  CHECK(desk.meetings.open("2026-03-02").signals == 0);
  CHECK(note("De wachttijd is een half jaar").done());
  CHECK(note("De wachttijd is een half jaar").repeated);
  CHECK(desk.meetings.open("2026-03-02").signals == 1);
  CHECK(desk.service.team()->signals.size() == 1);
}

TEST_CASE("a meeting that nobody ended is told, and can still be ended", "[service][meeting]") {
  House house;
  MeetingDesk desk(house, some_store(house));
  desk.founded();
  desk.planned();
  desk.done(StartMeeting{{"Noor Bakker", "Ria"}, "", ""});
  house.clock.set("2026-03-09T09:00:00Z");
  REQUIRE(desk.meetings.forgotten(*date_from("2026-03-09")).size() == 1);
  CHECK(desk.meetings.forgotten(*date_from("2026-03-02")).empty());
  desk.done(FinishMeeting{}, "Yusuf");
  CHECK(desk.meetings.forgotten(*date_from("2026-03-09")).empty());
  CHECK_FALSE(desk.meetings.running());
}

TEST_CASE("absences: in the team's spelling, ended on return, and without a reason", "[service][team]") {
  const House house;
  MeetingDesk desk(house, some_store(house));
  desk.founded();
  desk.tells(SetAbsence{"ria", *date_from("2026-03-02"), *date_from("2026-03-15")});
  desk.tells(SetAbsence{"Bram", *date_from("2026-03-09"), std::nullopt});
  const auto away = [&](const char* name, const char* on) {
    return desk.service.team()->is_away(name, *date_from(on));
  };
  CHECK(away("Ria", "2026-03-02"));
  CHECK(away("RIA", "2026-03-15"));
  CHECK_FALSE(away("Ria", "2026-03-16"));
  CHECK(away("Bram", "2027-01-01"));
  desk.tells(EndAbsence{"Ria", *date_from("2026-03-09")});
  CHECK(away("Ria", "2026-03-08"));
  CHECK_FALSE(away("Ria", "2026-03-09"));
  const auto refused = [&](TeamBody body) {
    return desk.service.handle(TeamCommand{{}, {}, std::move(body), "Bram"}).refusal;
  };
  CHECK(refused(EndAbsence{"Yusuf", *date_from("2026-03-09")})->reason.in(Lang::nl) ==
        "Yusuf is op 9 maart 2026 en daarna niet afwezig.");
  CHECK(refused(SetAbsence{"Yussuf", *date_from("2026-03-09"), {}})->reason.in(Lang::nl) ==
        "Yussuf hoort niet bij het team. Bedoel je Yusuf?");
  CHECK(refused(SetAbsence{"Yusuf", *date_from("2026-03-09"), *date_from("2026-03-02")})->reason.in(Lang::nl) ==
        "De afwezigheid eindigt op 2 maart 2026 en begint pas op 9 maart 2026.");
}

TEST_CASE("what was said before a case was parked counts: it is discussed", "[service][meeting]") {
  const House house;
  MeetingDesk desk(house, some_store(house));
  desk.founded();
  desk.planned();
  desk.done(StartMeeting{{"Noor Bakker", "Ria", "Yusuf"}, "", ""});
  desk.done(TakeItem{}, "Ria");
  SetGoal goal;
  goal.text = "De post gaat weer open";
  REQUIRE(desk.does("Noor Bakker", goal).done());
  desk.done(ParkItem{"Even bellen"}, "Ria");
  desk.done(TakeItem{"c-1", ""}, "Ria");
  desk.done(FinishItem{}, "Ria");
  CHECK_FALSE(std::get<ItemFinished>(desk.meetings.history("2026-03-02").back().body).untouched);
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
  engine::LookWanted wanted;
  wanted.by = "Femke Gast";
  wanted.part = CasePart::dossier;
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
  AddNetworkPerson around;
  around.name = "Femke Gast";
  REQUIRE(desk.does("Noor Bakker", around).done());
  desk.done(Arrive{"Femke Gast"}, "Ria");
  CHECK(desk.table()["Femke Gast"] == std::vector<Role>{Role::circle});
}
