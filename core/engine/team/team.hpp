// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/engine/library.hpp"
#include "core/model/refusal.hpp"
#include "core/model/team/team.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::engine {

/// The team's side of the engine: the same two functions as for a case. `names` are the people whose names may not
/// stand in a learning line or a signal (R15): those of the case that the line comes from. The library knows the lists
/// that a phrase can be added to.
Outcome<std::vector<TeamEvent>, Refusal> decide(const Team& team, const TeamCommand& command,
                                                const std::vector<std::string>& names, const Library& library);

/// Why nothing begins in a team that was closed; nothing while it works.
std::optional<Refusal> closed_team(const Team& team);

/// Why a command cannot be kept as text, its sender included.
std::optional<Refusal> unreadable(const TeamCommand& command);

/// Who did it, in what was decided; not in lines that are kept apart from every case (R15).
void say_who_did_it(const TeamCommand& command, std::vector<TeamEvent>& decided);

void evolve(Team& team, const TeamEvent& event);

/// The phrase lists that a team can add to, by their whole names in order: the program's own and those of the methods
/// on this machine.
std::vector<std::string> phrase_lists(const Library& library);

}  // namespace casus::engine
