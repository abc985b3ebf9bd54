// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/model/team/team.hpp"
#include "core/service/meetings/meetings.hpp"

#include <optional>
#include <string>
#include <vector>

/// Which meeting somebody means who names no day, and who is expected there.
namespace casus::desk {

/// A meeting that could be meant.
struct MeetingThere {
  std::string day;
  bool started = false;

  bool operator==(const MeetingThere&) const = default;
};

struct MeetingChoice {
  MeetingThere meant;
  bool named = false;                ///< somebody named the day, and need not be told
  std::vector<MeetingThere> others;  ///< begun on another day and never ended, or the next that is planned
};

/// The meeting of today that is not over; else the last that is going on; else the next that is planned. Nothing when
/// there is none of these.
std::optional<MeetingThere> meeting_meant(service::Meetings& meetings, Date today);

/// The same, with the others. Reads every meeting of the store.
std::optional<MeetingChoice> meetings_meant(service::Meetings& meetings, Date today);

/// The next that is planned and not begun, today or later: the one that is meant for starting.
std::optional<std::string> meeting_to_start(service::Meetings& meetings, Date today);

/// The one that was ended last, when that was today: to be read, or opened again.
std::optional<std::string> meeting_ended(service::Meetings& meetings, Date today);

/// Of the team, who is not away on the day of the meeting.
std::vector<std::string> expected_at(const Meeting& meeting, const std::optional<Team>& team);

}  // namespace casus::desk
