// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/simulation/fit.hpp"

namespace casus::desk {

/// What the store of this desk counts for a simulation. For who may read what is the team's.
simulation::TeamCounts team_counts(Desk& desk);

}  // namespace casus::desk
