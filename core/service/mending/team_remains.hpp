// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/team/team.hpp"

#include <string>
#include <vector>

/// What is left of events of the team when something in them goes for good. Internal to core/service.
namespace casus::service {

/// What an event says is left of earlier ones; empty for one that destroys nothing.
const std::vector<Remains>& remains_said_by(const TeamEvent& event);

/// Says in each event that destroys what remains of those that it is about: all but their texts, or all but the names
/// of who left. An earlier one that says it otherwise goes too, and what else that one said is said here: so what is
/// left of an event stands once, in the last that touched it.
void say_what_remains_of_team(std::vector<TeamEvent>& decided, const std::vector<TeamEvent>& so_far,
                              const std::vector<std::string>& names);

}  // namespace casus::service
