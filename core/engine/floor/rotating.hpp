// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"

/// Roles that go round. Internal to core/engine.
namespace casus::engine {

/// A step of a repeat is entered: a role that goes round with it comes to who has it this time, as it did when the case
/// was at this time before. In a repeat that goes through people, whom a time is about presents.
void turn_with_repeat(const Deciding& d, const StepEntered& entered, const method::Definition& method, Events& events);

/// A round begins: the roles that go round with it come to the next.
void turn_with_round(const Deciding& d, const method::Definition& method, Events& events);

}  // namespace casus::engine
