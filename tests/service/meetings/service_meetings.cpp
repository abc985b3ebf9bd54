// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/access.hpp"
#include "core/service/meetings/meetings.hpp"

#include "tests/service/meetings/meeting_desk.hpp"
#include "tests/service/watched_store.hpp"
#include "tests/support/open_service.hpp"

using namespace casus;
using namespace casus::test;

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
  REQUIRE(desk.does("Noor Bakker", SetGoal{{.text = "De post gaat weer open"}}).done());
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
  REQUIRE(desk.does("Noor Bakker", SetGoal{{.text = "De post gaat weer open"}}).done());
  desk.done(FinishItem{}, "Ria");
  const auto ended = std::get<ItemFinished>(desk.meetings.history("2026-03-02").back().body);
  CHECK_FALSE(ended.untouched);
  CHECK(ended.unfinished);
  CHECK(desk.asked("2026-03-09"));
  REQUIRE(desk.does("Noor Bakker", SetReview{*date_from("2026-04-06")}).done());
  CHECK_FALSE(desk.asked("2026-03-09"));
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
  REQUIRE(desk.does("Noor Bakker", SetGoal{{.text = "De post gaat weer open"}}).done());
  desk.done(ParkItem{"Even bellen"}, "Ria");
  desk.done(TakeItem{"c-1", ""}, "Ria");
  desk.done(FinishItem{}, "Ria");
  CHECK_FALSE(std::get<ItemFinished>(desk.meetings.history("2026-03-02").back().body).untouched);
}
