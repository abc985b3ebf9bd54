// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/training/debrief/debrief.hpp"
#include "core/training/debrief/debrief_proof.hpp"

namespace casus::training {

/// What the log shows of each goal, and what the trainer made of it.
std::vector<GoalResult> goal_results(const Play& play, const ProofTrail& trail);

/// What the trainer wrote goes into the findings that it names; `trainer` gets all of it in the order of the log.
void hear_trainer(const Play& play, Debrief& debrief);

}  // namespace casus::training
