// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/training/scenario/scenario.hpp"

namespace casus::training {

/// Where the parts of a scenario speak against each other, though each is right by itself: somebody who cannot speak is
/// to be spoken to, a goal counts what is known from the start or what the resident says, nobody ever hears of
/// somebody, a counter never gets as far as is asked, something is to come before itself, a choice is over before
/// anybody can make it. Told when a scenario is checked; a scenario that has such a place, and every run of it, can
/// still be played.
Problems contradictions(const Scenario& scenario);

}  // namespace casus::training
