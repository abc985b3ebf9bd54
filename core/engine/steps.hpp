// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/requirements.hpp"

namespace casus::engine {

/// The event that ends the current stay in a step, with its time against the plan (R5) and what was explained.
StepLeft leaving(const Deciding& d, const std::string& because, const std::vector<Open>& explained, bool back);

/// The event that begins a step of a phase.
StepEntered entering(const Deciding& d, Phase phase, const method::Step& step);

/// The method of a phase and its first step, or why it cannot be had.
Outcome<const method::Definition*, Refusal> method_of(const Deciding& d, Phase phase);

}  // namespace casus::engine
