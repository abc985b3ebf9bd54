// SPDX-License-Identifier: EUPL-1.2
#include "core/report/exchange/calendar.hpp"
#include "core/report/exchange/case_tables.hpp"
#include "tests/report/golden.hpp"
#include "tests/report/sample.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace casus::test {

using Catch::Matchers::Contains;

namespace {

Case due_case() {
  auto state = full_case();
  state.id = "2026-001";
  state.stage.life = Life::open;
  state.review_on = on("2026-04-13");
  state.changed_at = at("2026-03-09T09:00:00Z");
  return state;
}

}  // namespace

TEST_CASE("review dates and open actions are days in the calendar, without personal text", "[report][calendar]") {
  const auto entries = report::calendar_of(due_case(), {}, Lang::nl);
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].uid == "2026-001-review@casusberaad");
  CHECK(entries[0].day == on("2026-04-13"));
  CHECK(entries[0].summary == "Terugkijken: casus 2026-001");
  CHECK(entries[1].summary == "Actie klaar: casus 2026-001, actie a1");
  const auto text = report::calendar_of(due_case(), {"", true}, Lang::nl);
  CHECK_THAT(text[1].summary, Contains("Buurvrouw bellen over samen eten"));
}

TEST_CASE("a person's calendar holds what that person does, checks or sits at the table for", "[report][calendar]") {
  const auto state = due_case();
  const auto* doer = state.person("p1");
  const auto* checker = state.person("p2");
  CHECK(report::calendar_of(state, {doer->name, false}, Lang::nl)[1].summary ==
        "Actie klaar: casus 2026-001, actie a1");
  CHECK(report::calendar_of(state, {checker->name, false}, Lang::nl)[1].summary ==
        "Actie nakijken: casus 2026-001, actie a1");
  CHECK(report::calendar_of(state, {"Niemand", false}, Lang::nl).empty());
  auto closed = state;
  closed.stage.life = Life::closed;
  const auto over = report::calendar_of(closed, {}, Lang::nl);
  REQUIRE_FALSE(over.empty());
  CHECK(std::ranges::all_of(over, &report::CalendarEntry::cancelled));
  closed.stage.life = Life::erased;
  CHECK(report::calendar_of(closed, {}, Lang::nl).empty());
}

TEST_CASE("what moves gets a later number, and what is over is cancelled, so that telephones follow",
          "[report][calendar]") {
  auto state = due_case();
  const auto of_action = [&] {
    for (const auto& entry : report::calendar_of(state, {}, Lang::nl))
      if (entry.uid == "2026-001-a1@casusberaad") return entry;
    FAIL("no entry");
    return report::CalendarEntry{};
  };
  const auto before = of_action();
  state.actions.front().plan.by_when = on("2026-03-20");
  ++state.version;
  state.changed_at = at("2026-03-10T09:00:00Z");
  const auto moved = of_action();
  CHECK(moved.uid == before.uid);
  CHECK(moved.sequence > before.sequence);
  CHECK(moved.changed > before.changed);
  CHECK(moved.day == on("2026-03-20"));
  CHECK_FALSE(moved.cancelled);
  state.actions.front().state = Done::done;
  CHECK(of_action().cancelled);
  CHECK_THAT(report::calendar_file({of_action()}, ""), Contains("STATUS:CANCELLED") && Contains("SEQUENCE:"));
}

TEST_CASE("the day by which the resident must have an answer is in the calendar, and says no more than that",
          "[report][calendar][rights]") {
  auto state = due_case();
  RightRequest request;
  request.asked.id = "r1";
  request.asked.right = Right::objection;
  request.asked.text = "Ik wil niet dat de school meekijkt";
  request.asked.on = on("2026-03-09");
  state.requests.push_back(request);
  const auto of_request = [&](const report::CalendarWishes& wishes) -> std::optional<report::CalendarEntry> {
    for (const auto& entry : report::calendar_of(state, wishes, Lang::nl))
      if (entry.uid == "2026-001-r1@casusberaad") return entry;
    return std::nullopt;
  };
  for (const bool texts : {false, true}) {
    const auto entry = of_request({"", texts});
    REQUIRE(entry.has_value());
    CHECK(entry->day == on("2026-04-09"));
    CHECK(entry->summary == "Antwoord op een verzoek van de inwoner: casus 2026-001, r1");
    CHECK(entry->kind == "Antwoord op een verzoek van de inwoner");
    CHECK_FALSE(entry->cancelled);
  }
  CHECK(of_request({state.person("p2")->name, false}).has_value());
  CHECK_FALSE(of_request({state.person("p4")->name, false}).has_value());  // somebody of the network
  for (auto& person : state.people)
    if (person.id == "p4") person.roles = {Role::circle};
  CHECK(state.person("p4")->has_seat());
  CHECK_FALSE(of_request({state.person("p4")->name, false}).has_value());  // at the table, and not of the team
  // The month goes on when the case is closed, and moves when the answer is put off.
  state.stage.life = Life::closed;
  CHECK_FALSE(of_request({})->cancelled);
  state.requests.back().answers.push_back(RightAnswered{{.answer = RightAnswer::extended}});
  CHECK(of_request({})->day == on("2026-06-09"));
  state.requests.back().answers.push_back(RightAnswered{{.answer = RightAnswer::granted}});
  CHECK(of_request({})->cancelled);
  // Of a case that is only kept nothing else.
  state.stage.life = Life::open;
  state.requests.back().answers.clear();
  state.requests.back().asked.right = Right::restriction;
  REQUIRE(report::calendar_of(state, {}, Lang::nl).size() == 1);
  CHECK_FALSE(of_request({})->cancelled);
  state.stage.life = Life::erased;
  CHECK_FALSE(of_request({}).has_value());
}

TEST_CASE("a planned meeting is a day in the calendar until it is over", "[report][calendar]") {
  Meeting meeting;
  CHECK_FALSE(report::calendar_of(meeting, {}, Lang::nl).has_value());
  meeting.id = "2026-03-16";
  meeting.version = 1;
  meeting.chair = "Samira";
  const auto entry = report::calendar_of(meeting, {}, Lang::nl);
  REQUIRE(entry.has_value());
  CHECK(entry->uid == "meeting-2026-03-16@casusberaad");
  CHECK(entry->day == on("2026-03-16"));
  CHECK(entry->summary == "Casusberaad, 90 minuten");
  CHECK(report::calendar_of(meeting, {"", true}, Lang::en)->summary == "Case review, 90 minutes, chair Samira");
  meeting.finished_at = at("2026-03-16T10:30:00Z");
  CHECK_FALSE(report::calendar_of(meeting, {}, Lang::nl).has_value());
}

TEST_CASE("the calendar file reads as it did", "[report][calendar]") {
  auto entries = report::calendar_of(due_case(), {"", true}, Lang::nl);
  entries.push_back({"vergadering-1@casusberaad",
                     at("2026-03-01T00:00:00Z"),
                     0,
                     false,
                     {},
                     at("2026-03-16T09:00:00Z"),
                     at("2026-03-16T10:30:00Z"),
                     "Casusberaad; met \"komma's\", \n en een heel lange regel die niet op "
                     "een regel van vijfenzeventig tekens past: één"});
  check_golden("calendar.ics", report::calendar_file(entries, "Wijkteam Noord"));
}

TEST_CASE("a line of a spreadsheet says what a case is", "[report][csv]") {
  const auto state = due_case();
  CHECK(report::case_table_row(state, Lang::nl).size() == report::case_table_header().size());
  for (const auto& row : report::action_table_rows(state, Lang::nl))
    CHECK(row.size() == report::action_table_header().size());
  CHECK(report::action_table_rows(state, Lang::nl).front()[2] == "Buurvrouw bellen over samen eten");
}

}  // namespace casus::test
