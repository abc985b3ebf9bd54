// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/case_view.hpp"
#include "core/engine/course.hpp"
#include "core/engine/deciding.hpp"

#include <vector>

namespace casus::engine {

/// Something that is not met, with the criterion behind it (nothing for what a native rule found).
struct Open {
  Missing missing;
  std::optional<method::Criterion> holds;
};

/// Which door is looked at.
enum class Door {
  begin,  ///< from intake into the first step
  step,   ///< out of a step, inside the phase
  phase,  ///< out of the last step of a phase, into the next phase
  round,  ///< out of the last phase, into another round
  close,  ///< out of the case
};

/// Where the step of this moment leads; it is there, and so is its method.
Onward onward(const Deciding& d);

/// The door that `NextStep` would go through from here.
Door next_door(const Deciding& d);

/// Everything that is not met for going through a door: what the step asks, what the method's native rules find, what
/// the workflow asks of the phase, and the cross-method rules R1, R3, R7, R9, R10 and R16. Empty: the door is open.
std::vector<Open> unmet(const Deciding& d, Door door);

/// Refuses with everything that is missing.
tl::unexpected<Refusal> not_done(const Deciding& d, const std::vector<Open>& open, std::string_view verb);

bool any_hard(const std::vector<Open>& open);

}  // namespace casus::engine
