// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/model/refusal.hpp"
#include "core/model/team.hpp"

#include <string>
#include <vector>

namespace casus::engine {

/// The team's side of the engine: the same two functions as for a case. `names` are the people whose names may not
/// stand in a learning line or a signal (R15): those of the case that the line comes from.
Outcome<std::vector<TeamEvent>, Refusal> decide(const Team& team, const TeamCommand& command,
                                                const std::vector<std::string>& names);

void evolve(Team& team, const TeamEvent& event);

}  // namespace casus::engine
