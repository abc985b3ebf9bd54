// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/explain/requirements.hpp"
#include "core/engine/floor/course.hpp"

namespace casus::engine {

/// Why somebody may not leave a step that others lead (R3), or the circle's private time (R13); nothing when they may.
/// `verb` is the path of the command that leaves it.
std::optional<Refusal> not_theirs_to_leave(const Deciding& d, std::string_view verb);

/// The event that ends the current stay in a step, with its time against the plan (R5) and what was explained.
StepLeft leaving(const Deciding& d, const std::string& because, const std::vector<Open>& explained, bool back);

/// The event that begins a step of a phase; of one that comes again what about, and how often it came before.
StepEntered entering(const Deciding& d, Phase phase, const method::Step& step, const std::string& about = {},
                     int again = 0);

/// The event that begins a phase with this method, at the first step of it that is entered. `passed`: steps that were
/// passed over on the way out of the phase before.
/// `left_out`: phases that do not come, on the same way.
StepEntered entering(const Deciding& d, Phase phase, const method::Definition& method, const Onward& passed = {},
                     const std::vector<Phase>& left_out = {});

/// That event, and who sits with whom where the step goes on in groups.
void enter(const Deciding& d, StepEntered entered, const method::Definition& method, Events& events);

/// Why the case cannot be in a phase of this method: it leaves that out. Nothing for one that it has.
std::optional<Refusal> phase_left_out(const Deciding& d, const method::Definition& method, Phase phase);

/// The method of a phase, or why it cannot be had.
Outcome<const method::Definition*, Refusal> method_of(const Deciding& d, Phase phase);

}  // namespace casus::engine
