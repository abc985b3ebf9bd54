// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/model/commands.hpp"
#include "core/model/learning/learning.hpp"
#include "core/model/meeting/meeting.hpp"
#include "core/model/team/team.hpp"

#include <optional>
#include <string_view>

/// What somebody leaves out of a command, filled in the same for every face: a verb, a word in a meeting, a line of
/// JSON and a form give the same events for the same wish. What was given stays.
namespace casus::desk {

/// A new case without method and workflow, or without mode, takes those of the team.
Command completed(Command command, const std::optional<Team>& team);

/// The method of the cases of a new team: short enough for six of them in a weekly meeting. A long one is a choice.
inline constexpr std::string_view kShortRound = "kort/ronde";

/// A new team without method and workflow takes the short round, where this machine has it.
TeamCommand completed(Desk& desk, TeamCommand command);

/// Whether a contribution leaves out its kind. Who names the kind says all: which question is answered too.
bool leaves_out(const Command& command);

/// Both, by what is in the store: a contribution without a kind gets the one that fits in its step, and an answer that
/// was found so the question that it answers.
Command completed(Desk& desk, Command command);

/// A meeting that begins without a word on who is there begins with everybody who is expected.
MeetingCommand completed(Desk& desk, MeetingCommand command);

/// A command to the team's learning that names no session means the one that is going on, or begins the next; what is
/// of a person alone lies in the session for that.
LearningCommand completed(Desk& desk, LearningCommand command);

}  // namespace casus::desk
