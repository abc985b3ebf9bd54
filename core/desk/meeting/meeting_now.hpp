// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What a face must know of a meeting before anybody sits down in it: no more than its days and its people.
namespace casus::desk {

class Desk;

struct MeetingNow {
  std::string day;
  bool running = false;
  std::optional<Time> finished_at;
  std::vector<std::string> present;   ///< at this moment
  std::vector<std::string> expected;  ///< of the team, who is not away that day
};

/// The day of the meeting that is meant by who names none; empty when there is none.
std::string day_meant(Desk& desk);

/// Days of the meetings that one can turn to from that of this day: the one that is meant, another that was begun and
/// never ended, the next that is planned. Reads every meeting of the store.
std::vector<std::string> other_meetings(Desk& desk, const std::string& day);

/// The meeting that ended last today, of whatever day it is; nothing when none did.
std::optional<MeetingNow> meeting_over(Desk& desk);

/// Nothing when there is no meeting on that day.
std::optional<MeetingNow> meeting_now(Desk& desk, const std::string& day);

/// Names of who is in the team; none before there is one.
std::vector<std::string> team_members(Desk& desk);
/// The same, with when they joined: who left and whoever came under the same name are two.
std::vector<std::pair<std::string, Time>> members_since(Desk& desk);
/// What who is, or once was, called so in the team is called now; empty when they are not of it (any more). Before
/// there is a team everybody is called what they say. `known`: the second at which they were known by that name here;
/// who joined after it is somebody else. 0: any.
std::string member_now(Desk& desk, const std::string& name, std::int64_t known = 0);
/// Whether a command with this id was done: a form that is sent again after its answer got lost.
bool was_done(Desk& desk, const std::string& command);
/// Whether somebody called so was of the team, and is not any more.
bool has_left(Desk& desk, const std::string& name);
/// Its name; empty before there is one.
std::string team_called(Desk& desk);

}  // namespace casus::desk
