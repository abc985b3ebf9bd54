// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/desk/sat.hpp"

#include <string>
#include <vector>

namespace casus::test {

struct ShortRoundRoom : TeamRoom {
  ShortRoundRoom() {
    opens_coached("2026-003", {{"Samira", Role::chair}, {"Daan", Role::member}, {"Ria", Role::member}});
    AddItem asks{.case_id = "2026-003", .minutes = 20};
    begin_meeting();
    meets(day(), asks);
  }
};

/// Samira leads the meeting with Noor's case on the table, by the short round in coaching, in the step in which Noor
/// tells.
struct ShortRound : ShortRoundRoom, Sat {
  using Sat::room;

  ShortRound() : Sat(static_cast<TeamRoom&>(*this)) {
    for (const auto* line : {"neem 2026-003", "verder"}) meeting.take(line);
    REQUIRE(meeting.now().table);
    REQUIRE(meeting.now().table->case_id == "2026-003");
  }

  Case now() { return state("2026-003"); }
  std::vector<std::string> waiting() { return meeting.now().waiting; }
  /// "who kind: text", as kept; what was destroyed has no text.
  std::vector<std::string> said() {
    std::vector<std::string> all;
    const auto it = now();
    for (const auto& one : it.contributions)
      if (!one.text.empty()) all.push_back(it.name_of(one.by, Lang::nl) + ' ' + one.kind + ": " + one.text);
    return all;
  }
};

}  // namespace casus::test
