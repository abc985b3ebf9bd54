// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/meeting/meeting.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/times.hpp"
#include "tests/support/typed_voice.hpp"

#include <string>
#include <utility>
#include <vector>

namespace casus::test {

using Ids = std::vector<std::string>;

/// Why not, and what to do instead.
inline std::string said_nl(const Refusal& refusal) {
  return refusal.reason.in(Lang::nl) + " | " + refusal.remedies_in(typed_in(Lang::nl));
}

/// A made-up meeting of 2 March 2026, one minute a command: given(...) what was done, when(...) what is asked now.
class Table {
 public:
  Table() {
    team.name = "Noord";
    for (const char* name : {"Noor", "Bram", "Ria", "Yusuf"}) team.members.push_back({name, ""});
    meeting.id = "2026-03-02";
    known.team = &team;
  }

  Team team;
  Meeting meeting;
  meeting::Facts known;
  Time now = *time_from("2026-03-02T09:00:00Z");
  std::string by = "Noor";

  /// A plan with an opening, two cases and a closing; Bram chairs.
  PlanMeeting plan() const {
    PlanMeeting plan;
    plan.chair = "Bram";
    plan.note_taker = "Yusuf";
    plan.lines = {line(AgendaPart::opening, "", 3), line(AgendaPart::follow_up, "2026-001", 10),
                  line(AgendaPart::review, "2026-002", 35), line(AgendaPart::closing, "", 2)};
    return plan;
  }
  static AgendaLine line(AgendaPart part, const std::string& id, int minutes) {
    return AgendaLine{
        .part = part, .why = id.empty() ? Why::standard : Why::review_due, .case_id = id, .minutes = minutes};
  }

  /// The case that decisions know of.
  Table& about(const std::string& presenter) {
    known.about.exists = true;
    known.about.presenter = presenter;
    return *this;
  }

  auto decided(MeetingBody body) {
    now += std::chrono::minutes(1);
    return meeting::decide(meeting, {"", meeting.id, by, now, std::nullopt, std::move(body)}, known);
  }

  /// Done before; fails the test when it is refused.
  Table& given(MeetingBody body) {
    const auto events = decided(std::move(body));
    if (!events) FAIL(events.error().reason.in(Lang::en));
    for (const auto& event : *events) meeting::evolve(meeting, event);
    return *this;
  }

  Table& started() { return given(plan()).given(StartMeeting{{"Noor", "Bram", "Ria", "Yusuf"}, "", ""}); }

  Refusal refused(MeetingBody body) {
    const auto events = decided(std::move(body));
    REQUIRE_FALSE(events);
    return events.error();
  }

  std::vector<std::string> order() const {
    std::vector<std::string> ids;
    for (const auto& item : meeting.items)
      if (item.state != ItemState::dropped) ids.push_back(item.line.id);
    return ids;
  }
};

}  // namespace casus::test
