// SPDX-License-Identifier: EUPL-1.2
#include "core/report/agenda_text.hpp"
#include "core/report/meeting_words.hpp"
#include "tests/service/year.hpp"
#include "tests/support/open_service.hpp"

#include <algorithm>
#include <cmath>

// A year of a fictitious team: every agenda explained, no due follow-up ever missed, the rota fair within about a turn.

namespace casus::test {

namespace {

bool is_due(const AgendaLine& line) { return line.has(Why::review_due) || line.has(Why::action_due); }

bool is_new(const AgendaLine& line) {
  return !is_due(line) && (line.part == AgendaPart::review || line.part == AgendaPart::consult);
}

void check_explained(const PlanMeeting& plan) {
  int minutes = 0;
  for (const auto& line : plan.lines) {
    minutes += line.minutes;
    for (const auto lang : {Lang::nl, Lang::en}) {
      const auto why = report::why_in_words(line, lang);
      CHECK(!why.empty());
      CHECK(why.find('?') == std::string::npos);
    }
    CHECK(line.off == Off::none);
  }
  for (const auto& line : plan.left_off) {
    CHECK(!report::why_in_words(line, Lang::nl).empty());
    CHECK(!report::off_in_words(line, Lang::nl).empty());
  }
  CHECK(minutes <= plan.minutes);
}

/// Every due follow-up is on the agenda, before anything new; or it is said that it does not fit, and then nothing new
/// is on. Gives those that did not fit.
std::set<std::string> check_follow_ups(const PlanMeeting& plan, const std::set<std::string>& due,
                                       const std::set<std::string>& danger, const std::set<std::string>& first) {
  std::set<std::string> on_it, off;
  bool something_new = false;
  bool others = false;
  for (const auto& line : plan.lines) {
    something_new = something_new || is_new(line);
    if (line.part == AgendaPart::acute) on_it.insert(line.case_id);
    if (!is_due(line)) continue;
    CHECK_FALSE(something_new);
    // What did not fit the last time comes first.
    if (first.contains(line.case_id)) CHECK_FALSE(others);
    else others = others || !line.carried;
    on_it.insert(line.case_id);
  }
  for (const auto& line : plan.left_off)
    if (is_due(line)) {
      CHECK(line.off == Off::no_time);
      CHECK_FALSE(something_new);
      off.insert(line.case_id);
    }
  for (const auto& id : due) {
    CAPTURE(id);
    CHECK((on_it.contains(id) || off.contains(id)));
  }
  for (const auto& id : danger) CHECK(on_it.contains(id));
  return off;
}

void check_chairs(const PlanMeeting& plan, const Team& team, Date on) {
  CHECK_FALSE(plan.chair.empty());
  CHECK_FALSE(team.is_away(plan.chair, on));
  CHECK(plan.note_taker != plan.chair);
  for (const auto& line : plan.lines) {
    const auto& chair = line.chair.empty() ? plan.chair : line.chair;
    CHECK((line.case_id.empty() || chair != line.presenter));
    CHECK_FALSE(team.is_away(chair, on));
  }
}

/// Turns against the share that each owed: one in so many as were there, at every meeting that they were at.
double most_unfair(const std::vector<Meeting>& held, const Team& team) {
  double most = 0;
  for (const auto& member : team.members) {
    double owed = 0;
    for (const auto& meeting : held) {
      if (std::ranges::find(meeting.present, member.name) == meeting.present.end()) continue;
      owed += 1.0 / static_cast<double>(meeting.present.size());
      if (meeting.chair == member.name) owed -= 1;
    }
    most = std::max(most, std::abs(owed));
  }
  return most;
}

/// What comes of it when every case is opened, whatever its line in the index says.
PlanMeeting with_all_opened(TeamYear& year, Date on) {
  meeting::Situation all{.on = on, .minutes = 90, .team = *year.service.team()};
  for (const auto& id : year.cases)
    if (auto it = year.service.open(id); it.stage.life != Life::erased) all.cases.push_back(std::move(it));
  for (const auto& day : year.meetings.days())
    if (day < to_string(on)) all.past.push_back(*year.meetings.kept(day));
  return meeting::propose(all, year.service.library()).plan;
}

}  // namespace

TEST_CASE("a year of a team: agendas explained, no due follow-up missed, the chair shared fairly",
          "[service][meeting][R3][R10][R14]") {
  TeamYear year;
  std::vector<Meeting> held;
  std::set<std::string> first;
  int fell_off = 0, due_in_all = 0, asked = 0;
  std::string agendas;
  for (int week = 0; week < TeamYear::kMeetings; ++week) {
    year.open_cases(week);
    CAPTURE(year.day());
    const auto due = year.due();
    const auto proposal = year.meetings.propose(year.on(), 90);
    CHECK(proposal.plan.lines == year.meetings.propose(year.on(), 90).plan.lines);
    check_explained(proposal.plan);
    for (const int later : {0, 3, 11, 29, 50}) {
      const auto on = plus_days(year.on(), later);
      const auto all = with_all_opened(year, on), glanced = year.meetings.propose(on, 90).plan;
      CHECK(glanced.lines == all.lines);
      CHECK(glanced.left_off == all.left_off);
    }
    first = check_follow_ups(proposal.plan, due, year.in_danger(), first);
    check_chairs(proposal.plan, *year.service.team(), year.on());
    fell_off += static_cast<int>(proposal.plan.left_off.size());
    due_in_all += static_cast<int>(due.size());
    for (const auto& line : proposal.plan.lines) asked += line.has(Why::asked) ? 1 : 0;
    year.hold(proposal.plan);
    held.push_back(year.meetings.open(year.day()));
    // Nobody owes or is owed much more than one turn; who is away cannot pay, so it is no hard bound.
    CHECK(most_unfair(held, *year.service.team()) <= 1.25);
    year.next_week();
  }
  CHECK(year.refused == std::vector<std::string>{});
  CHECK(year.cases.size() == TeamYear::kCases);
  CHECK(year.meetings.days().size() == TeamYear::kMeetings);
  CHECK(held.size() == TeamYear::kMeetings);
  // The year had what makes years hard; without it the checks above would have been easy.
  CHECK(due_in_all > 100);
  CHECK(asked > 30);
  CHECK(fell_off > 10);
  CHECK(year.interrupts >= 3);
  CHECK(year.left_open >= 3);

  // Nothing but the store decides: another process proposes the same.
  OpenService other(*year.store, shipped_plugins(), year.workflows, year.clock);
  service::Meetings again(other, year.clock);
  const auto here = year.meetings.propose(year.on(), 90).plan;
  const auto there = again.propose(year.on(), 90).plan;
  CHECK(here.lines == there.lines);
  CHECK(here.left_off == there.left_off);
  CHECK(here.chair == there.chair);
  CHECK(year.store->verify().findings.empty());
}

}  // namespace casus::test
