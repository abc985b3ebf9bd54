// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/model/refusal.hpp"
#include "core/model/team/team.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// What the team wrote down, put right in the same way as a case (put_right.hpp).
namespace casus::engine {

using TeamEvents = std::vector<TeamEvent>;

/// The line that each event is about, by number: "l1", "s2", "n1", "f1"; its own number for all else.
std::map<std::int64_t, std::string> lines_of(const TeamEvents& history);

/// The lines that name somebody in any of their texts, in words of before a correction and in what was withdrawn too,
/// as `DestroyLine` takes them. What is destroyed names nobody.
std::vector<std::string> lines_naming(const TeamEvents& history, std::string_view name);

/// The numbers of the events whose texts were destroyed.
std::set<std::int64_t> destroyed_in(const TeamEvents& history);

/// Whether a command is decided on the history.
bool asks_history(const TeamBody& body);

/// Decides it on the history that made the team.
Outcome<TeamEvents, Refusal> decide_mending(const TeamCommand& command, const TeamEvents& history);

/// The team that a history makes, as it was put right.
Team fold(const TeamEvents& history);

/// What an event that counts no more does to the team: its id is not given again.
void leave_out(Team& team, const TeamEvent& event);

}  // namespace casus::engine
