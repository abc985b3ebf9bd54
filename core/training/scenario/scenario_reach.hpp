// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/definition.hpp"
#include "core/training/scenario/scenario.hpp"

#include <vector>

namespace casus::training {

/// What can never come about in a scenario, whatever the group does: facts, events, decisions, hints, good paths and
/// criteria that contradict themselves. Tries every combination of choices, so a fact that needs two options of one
/// decision is found; what is said, asked and waited for is taken to be possible.
Problems unreachable(const Scenario& scenario);

/// More combinations of choices than this are not tried; the check says so.
inline constexpr std::size_t kMostCombinations = 4096;

/// What cannot come about with one method: a goal or a fact that needs a kind of contribution that none of its steps
/// takes, or a step that it does not have. The message names the method.
Problems unplayable(const Scenario& scenario, const method::Definition& method);

}  // namespace casus::training
