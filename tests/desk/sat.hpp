// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/service/unlogged.hpp"
#include "tests/desk/room.hpp"

#include <string>

namespace casus::test {

/// A meeting at which Samira sits; what came of each line.
struct Sat {
  TeamRoom& room;
  desk::Desk desk = room.desk("Samira");
  desk::GuidedMeeting meeting{desk, room.today()};

  explicit Sat(TeamRoom& in) : room(in) { REQUIRE_FALSE(meeting.open()); }

  std::string after(const std::string& line) {
    meeting.take(line);
    std::string all;
    for (const auto& message : meeting.now().messages) all += message.text + '\n';
    return all;
  }
  Case state(const std::string& id = "2026-001") { return service::Unlogged(desk.service()).open(id); }
};

}  // namespace casus::test
