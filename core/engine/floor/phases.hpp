// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/model/case.hpp"

#include <optional>
#include <vector>

/// Which phases come in this case: those of its workflow, without what the methods that it is pinned to leave out.
namespace casus::engine {

/// A method that is not to be had on this machine says nothing, and the phase comes.
bool comes(const Case& state, const Library& library, Phase phase);

Phase first_phase(const Case& state, const Library& library, const workflow::Workflow& workflow);
/// The next phase that comes; nothing behind the last.
std::optional<Phase> phase_after(const Case& state, const Library& library, const workflow::Workflow& workflow,
                                 Phase phase);
/// The one before; nothing before the first.
std::optional<Phase> phase_before(const Case& state, const Library& library, const workflow::Workflow& workflow,
                                  Phase phase);

/// What is left out on the way from a phase, or from the beginning, to a later one; in the order of the workflow.
std::vector<Phase> left_out_on_the_way(const Case& state, const Library& library, const workflow::Workflow& workflow,
                                       std::optional<Phase> from, Phase to);

/// Whether the plan of action is done when the case goes on out of this phase: it is the plan, or the plan was left out
/// behind it. Then what every plan owes is asked (R9, R10, R16).
bool plan_ends_with(const Case& state, const Library& library, const workflow::Workflow& workflow, Phase phase);

}  // namespace casus::engine
