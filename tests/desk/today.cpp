// SPDX-License-Identifier: EUPL-1.2
// What somebody meets first, and finding a case by what they remember of it.
#include "core/desk/today/today.hpp"

#include "core/desk/reading.hpp"
#include "core/desk/today/search.hpp"
#include "core/page/layout.hpp"
#include "core/service/unlogged.hpp"
#include "tests/desk/room.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::test {
namespace {

using desk::find_cases;
using desk::today_of;
using Ids = std::vector<std::string>;

AddAction agreed(const std::string& what, const char* by_when, const std::string& checks = "Samira") {
  return AddAction{{.what = what, .who = "Noor", .by_when = date_from(by_when), .checks = checks}};
}

/// The case of Noor in its first step, with Samira and Daan at the table.
void begin(TeamRoom& room) {
  room.does("2026-001", "Noor", AddParticipant{"Samira", {Role::chair}, true, false, {}});
  room.does("2026-001", "Noor", AddParticipant{"Daan", {Role::member}, true, false, {}});
  room.does("2026-001", "Samira", NextStep{"proef"});
}

Ids ways(const desk::Today& today) {
  Ids all;
  for (const auto& way : today.next) all.emplace_back(way.path);
  return all;
}

Ids found(TeamRoom& room, const std::string& who, const std::string& text) {
  auto desk = room.desk(who);
  Ids all;
  for (const auto& one : find_cases(desk, text).first) all.push_back(one.case_id);
  return all;
}

}  // namespace

TEST_CASE("today holds the meeting, what one agreed and checks, one's own cases, and what to do now", "[desk][today]") {
  TeamRoom room;
  begin(room);
  room.does("2026-001", "Noor", agreed("Samen bellen", "2026-03-02"));
  auto weekly = agreed("Oma eet mee", "2026-03-04");
  weekly.repeats = "FREQ=WEEKLY;BYDAY=WE";
  room.does("2026-001", "Noor", weekly);
  room.clock.set("2026-03-02T10:00:00Z");

  auto noors = room.desk("Noor");
  const auto noor = today_of(noors);
  REQUIRE(noor.meeting);
  CHECK(noor.meeting->cases == 2);
  CHECK(noor.meeting->chair == "Samira");
  REQUIRE(noor.agreed.size() == 2);
  CHECK(noor.agreed[0].action == "a1");
  CHECK(noor.is_due(noor.agreed[0]));
  CHECK_FALSE(noor.is_due(noor.agreed[1]));
  REQUIRE(noor.cases.size() == 1);  // not that of Daan
  CHECK(noor.cases[0].owner);
  CHECK(ways(noor) == Ids{"meeting run", "plan done"});
  const auto text = page::page_text(desk::today_page(noor, noors.voice()));
  CAPTURE(text);
  CHECK(text.find("maandag 2 maart 2026") != std::string::npos);
  CHECK(text.find("Oma eet mee, elke woensdag") != std::string::npos);
  CHECK(text.find("2026-002") == std::string::npos);
  CHECK(desk::today_json(noor)["actions"].size() == 2);

  auto samiras = room.desk("Samira");
  const auto samira = today_of(samiras);
  REQUIRE(samira.agreed.size() == 2);
  CHECK(samira.agreed[0].checks);
  CHECK(samira.agreed[0].who == "Noor");
  CHECK_FALSE(samira.cases[0].owner);

  // A day later nobody ended the meeting, and the action is late.
  room.begin_meeting();
  room.clock.set("2026-03-03T10:00:00Z");
  auto later = room.desk("Noor");
  const auto next_day = today_of(later);
  CHECK_FALSE(next_day.meeting);
  REQUIRE(next_day.never_ended.size() == 1);
  CHECK(ways(next_day).front() == "meeting finish");
  CHECK(page::page_text(desk::today_page(next_day, later.voice())).find("1 dag te laat") != std::string::npos);

  // Somebody without a case is told how to begin; somebody from outside learns nothing of the team's meetings.
  auto rias = room.desk("Ria");
  CHECK(ways(today_of(rias)).back() == "case open");
  auto stranger = room.desk("Mallory");
  const auto outside = today_of(stranger);
  CHECK_FALSE(outside.meeting);
  CHECK(outside.never_ended.empty());
  CHECK(outside.cases.empty());
  // Nor are they sent on to what is refused them, or told that no meeting is planned.
  CHECK(outside.next.empty());
  const auto told = page::page_text(desk::today_page(outside, stranger.voice()));
  CAPTURE(told);
  CHECK(told.find("Mallory hoort niet bij het team.") != std::string::npos);
  CHECK(told.find("team add") != std::string::npos);
  for (const auto* begins : {"meeting plan", "case open", "geen overleg"})
    CHECK(told.find(begins) == std::string::npos);
}

TEST_CASE("today and the list have each day that the law sets, and what the resident waits for", "[desk][today]") {
  TeamRoom room;
  room.clock.set("2026-03-02T09:00:00Z");
  OpenCase open{.title = "Gezin, schulden en school",
                .privacy = Privacy::anonymous,
                .basis = Basis::wmo,
                .purpose = "Een eerste stap",
                .reported_on = date_from("2026-03-01")};
  room.does("2026-009", "Noor", open);
  AddBasis more{{.basis = Basis::jeugdwet, .purpose = "Hulp voor de jongste", .reported_on = date_from("2026-02-16")}};
  room.does("2026-009", "Noor", more);
  room.does("2026-009", "Noor", AskRight{Right::access, "Ik wil lezen wat er staat", date_from("2026-02-10"), {}, {}});
  room.does("2026-009", "Noor", AskQuestion{"Hoe verder?", "Een stap"});
  room.does("2026-009", "Noor", AddParticipant{"Samira", {Role::chair}, true, false, {}});
  room.does("2026-009", "Noor", AddParticipant{"Daan", {Role::member}, true, false, {}});
  room.does("2026-009", "Samira", NextStep{"proef"});
  room.does("2026-009", "Noor", agreed("School bellen", "2026-03-20"));

  auto noors = room.desk("Noor");
  const auto today = today_of(noors);
  Ids days;
  for (const auto& one : today.by_law)
    if (one.case_id == "2026-009")
      days.push_back(to_string(one.day.on) + ' ' + one.day.law + ' ' + noors.voice().write(desk::way_on(one)));
  CHECK(days == Ids{"2026-03-08 Wmo 2015 case why case=2026-009",
                    "2026-03-10 AVG 15 case answer case=2026-009 request=r1 answer=?",
                    "2026-04-12 Wmo 2015 case why case=2026-009", "2026-04-13 Jeugdwet case why case=2026-009"});
  const auto text = page::page_text(desk::today_page(today, noors.voice()));
  CAPTURE(text);
  CHECK(text.find("Verzoek van de inwoner: inzage (r1, AVG 15)") != std::string::npos);
  CHECK(text.find("Wmo 2015: onderzoek klaar") != std::string::npos);
  CHECK(desk::today_json(today)["by_law"].size() == 4);

  const auto line_of = [](desk::Desk& desk) {
    const auto listing = desk::list_cases(desk, {});
    for (const auto& row : listing.value().rows)
      if (row.line.id == "2026-009") return row.line;
    FAIL("not in the list");
    return service::CaseLine{};
  };
  const auto line = line_of(noors);
  CHECK(desk::in_words(desk::legal_days(noors, line), [](Date day) { return to_string(day); }) ==
        "Wmo 2015: 2026-03-08, 2026-04-12; inzage (r1): 2026-03-10; Jeugdwet: 2026-04-13");
  // The day of the request is no day of an action.
  CHECK(line.action_due == date_from("2026-03-10"));
  CHECK(desk::action_day(line) == date_from("2026-03-20"));

  // Gone by, in the first phase: told. Answered: no more. A case that is closed keeps what was asked.
  room.clock.set("2026-03-20T09:00:00Z");
  auto later = room.desk("Noor");
  CHECK(desk::in_words(desk::legal_days(later, line_of(later)), [](Date day) { return to_string(day); }) ==
        "inzage (r1): 2026-03-10; Wmo 2015: 2026-04-12; Jeugdwet: 2026-04-13");
  room.does("2026-009", "Noor", AnswerRight{"r1", RightAnswer::granted, {}, {}});
  auto answered = room.desk("Noor");
  const auto done = line_of(answered);
  CHECK(desk::in_words(desk::legal_days(answered, done), [](Date day) { return to_string(day); }) ==
        "Wmo 2015: 2026-04-12; Jeugdwet: 2026-04-13");
  CHECK(desk::action_day(done) == date_from("2026-03-20"));
  // Of a case of others nothing comes in.
  auto rias = room.desk("Ria");
  CHECK(today_of(rias).by_law.empty());
}

TEST_CASE("a case is found by what stands in it, by who may see it, and each one found is a look", "[desk][find]") {
  TeamRoom room;
  begin(room);
  room.does("2026-001", "Noor", agreed("Crèche bellen", "2026-03-09"));
  CHECK(found(room, "Noor", "post") == Ids{"2026-001"});
  CHECK(found(room, "Noor", "POST kinderen") == Ids{"2026-001"});
  CHECK(found(room, "Noor", "post oudere").empty());  // every word
  CHECK(found(room, "Noor", "creche") == Ids{"2026-001"});
  CHECK(found(room, "Noor", "2026-001") == Ids{"2026-001"});
  CHECK(found(room, "Noor", "  ").empty());
  CHECK(found(room, "Noor", "voorjaar").empty());  // a case of Daan alone
  CHECK(found(room, "Daan", "voorjaar") == Ids{"2026-002"});
  CHECK(found(room, "Mallory", "post").empty());
  auto desk = room.desk("Noor");
  const auto looks = service::Unlogged(desk.service()).accountability("2026-001").looks;
  CHECK(looks.size() == 4);
  CHECK(std::ranges::none_of(looks, [](const auto& look) { return look.seen.name == "Mallory"; }));
  CHECK(service::Unlogged(desk.service()).accountability("2026-002").looks.size() == 1);
}

TEST_CASE("of very many that are found the latest are given, and only those are looked at", "[desk][today]") {
  TeamRoom room;
  constexpr std::size_t kMore = 10;
  const auto all = desk::FoundCases::kMost + kMore;
  for (std::size_t i = 0; i < all; ++i) room.open(fmt::format("b{:02}", i), "Noor", "Buurtkamer", "kort/ronde");
  auto desk = room.desk("Noor");
  desk::OnePage one(desk);
  const auto found = find_cases(desk, "buurtkamer");
  CHECK(found.all == all);
  REQUIRE(found.first.size() == desk::FoundCases::kMost);
  std::size_t looked = 0;
  service::Unlogged cases(desk.service());
  for (std::size_t i = 0; i < all; ++i) looked += cases.accountability(fmt::format("b{:02}", i)).looks.size();
  CHECK(looked == desk::FoundCases::kMost);
  // The page in another form is no other look.
  (void)find_cases(desk, "buurtkamer");
  CHECK(cases.accountability(found.first.front().case_id).looks.size() == 1);
  const auto today = page::page_text(desk::today_page(today_of(desk), desk.voice()));
  CHECK(today.find(fmt::format("En nog {}", all + 1 - desk::Today::kCasesShown)) != std::string::npos);
}

TEST_CASE("today tells of an open scan until one has filled it in, and of its day", "[desk][today]") {
  TeamRoom room;
  const auto learns = [&](const char* who, const char* session, LearningBody body) {
    auto desk = room.desk(who);
    REQUIRE(desk.learning().handle({{}, session, who, {}, {}, std::move(body), {}}).done());
  };
  const auto told = [&](const char* who) {
    auto desk = room.desk(who);
    std::string all;
    for (const auto& line : desk::in_words(today_of(desk).learning)) all += line.in(Lang::nl) + '\n';
    return all;
  };
  StartScan scan{.until = date_from("2026-03-05")};
  learns("Samira", "scan-1", scan);
  CHECK(told("Noor").find("De quickscan is open tot 5 maart 2026, en jij vulde hem nog niet in") != std::string::npos);
  learns("Noor", "scan-1", AnswerScan{.answers = {"g1=3"}});
  CHECK(told("Noor").empty());
  CHECK_FALSE(told("Daan").empty());
  room.clock.set("2026-03-05T10:00:00Z");
  CHECK(told("Noor").find("Sluit hem") != std::string::npos);
  learns("Samira", "scan-1", CloseScan{});
  CHECK(told("Daan").empty());
}

TEST_CASE("what a circle agreed stays on today, of an earlier circle too, until it is answered", "[desk][today]") {
  TeamRoom room;
  const auto learns = [&](const char* session, LearningBody body) {
    auto desk = room.desk("Samira");
    REQUIRE(desk.learning().handle({{}, session, "Samira", {}, {}, std::move(body), {}}).done());
  };
  const auto due = [&] {
    auto desk = room.desk("Noor");
    return today_of(desk).learning;
  };
  learns("circle-1", BeginCircle{"Wat leren we?", 0, "circle"});
  learns("circle-1", AskRound{"Wat valt op?", 2});
  learns("circle-1", WriteCard{"Een kaart", CardSort::thought, false});
  learns("circle-1", ShowCards{});
  learns("circle-1", AgreeCircleStep{{"team", "Samen de post openen", *date_from("2026-03-09")}});
  learns("circle-1", ReportCircle{{*date_from("2026-03-02")}});
  learns("circle-1", SettleCircle{});
  CHECK(due().agreed == 0);
  room.clock.set("2026-09-01T10:00:00Z");
  learns("circle-2", BeginCircle{"En nu?", 0, "circle"});
  CHECK(due().agreed == 1);
  CHECK(due().agreement == "a1");
  CHECK(due().agreed_in == "circle-1");
  learns("circle-1", AnswerCircleStep{"a1", Done::partly, "Eén keer"});
  CHECK(due().agreed == 1);
  learns("circle-1", AnswerCircleStep{"a1", Done::done, "Elke week"});
  CHECK(due().agreed == 0);
}

TEST_CASE("a meeting that was ended today can be read, and opened again", "[desk][today]") {
  TeamRoom room;
  room.clock.set("2026-03-02T10:00:00Z");
  room.begin_meeting();
  room.meets(room.day(), FinishMeeting{});
  auto noors = room.desk("Noor");
  const auto today = today_of(noors);
  REQUIRE(today.ended);
  CHECK(to_string(*today.ended) == "2026-03-02");
  CHECK(ways(today).front() == "meeting minutes");
  const auto text = page::page_text(desk::today_page(today, noors.voice()));
  CAPTURE(text);
  CHECK(text.find("meeting minutes") != std::string::npos);
  CHECK(text.find("meeting reopen") != std::string::npos);
  CHECK(desk::meeting_ended(noors.meetings(), noors.today()) == "2026-03-02");
  room.clock.set("2026-03-03T10:00:00Z");
  CHECK_FALSE(today_of(noors).ended);
}

TEST_CASE("lines that are in no case are told with a way that leads to them", "[desk][today]") {
  TeamRoom room;
  room.clock.set("2026-03-02T10:00:00Z");
  room.begin_meeting();
  room.meets(room.day(), SetLineAside{{.text = "Wim: de sleutel"}});
  const auto told = [&] {
    auto noors = room.desk("Noor");
    return page::page_text(desk::today_page(today_of(noors), noors.voice()));
  };
  CHECK(told().find("Zet ze in hun casus: meeting run") != std::string::npos);
  room.meets(room.day(), FinishMeeting{});
  CHECK(told().find("Heropen het overleg van vandaag") != std::string::npos);
  room.clock.set("2026-03-03T10:00:00Z");
  const auto later = told();
  CHECK(later.find("Zet ze in hun casus: meeting run") == std::string::npos);
  CHECK(later.find("Plan er een: meeting plan") != std::string::npos);
}

TEST_CASE("in a closed team today says so, and names nothing that begins", "[desk][today]") {
  TeamRoom room;
  room.clock.set("2026-03-02T10:00:00Z");
  room.does("2026-001", "Noor", EraseCase{"termijn", "Samira"});
  room.does("2026-002", "Daan", EraseCase{"termijn", "Samira"});
  const auto closing =
      room.desk("Samira").service().handle(TeamCommand{{}, {}, CloseTeam{{"gaat op in Zuid"}}, "Samira"});
  REQUIRE(closing.done());
  auto noors = room.desk("Noor");
  const auto today = today_of(noors);
  CHECK(today.closed == date_from("2026-03-02"));
  CHECK_FALSE(today.meeting);
  CHECK(today.next.empty());
  const auto text = page::page_text(desk::today_page(today, noors.voice()));
  CAPTURE(text);
  CHECK(text.find("Het team is gesloten op") != std::string::npos);
  CHECK(text.find("gaat op in Zuid") != std::string::npos);
  CHECK(text.find("meeting") == std::string::npos);
  CHECK(text.find("case open") == std::string::npos);
  CHECK(desk::today_json(today)["team_closed"] == "2026-03-02");
}

}  // namespace casus::test
