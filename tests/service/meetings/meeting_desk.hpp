// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/meetings/meetings.hpp"
#include "tests/service/house.hpp"
#include "tests/support/open_service.hpp"

#include <algorithm>
#include <map>

namespace casus::test {

/// A desk with a team of four and case c-1, where Noor presents and Bram is the chair.
struct MeetingDesk : Desk {
  service::Meetings meetings;

  MeetingDesk(const House& house, std::unique_ptr<store::Store> opened)
      : Desk(house, std::move(opened)), meetings(service, house.clock) {}

  void founded() {
    tells(FoundTeam{{.name = "Wijkteam Noord"}});
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
    PlanMeeting plan{{.chair = "Ria"}};
    AgendaLine line{.why = Why::quiet, .case_id = "c-1", .minutes = 35};
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

}  // namespace casus::test
