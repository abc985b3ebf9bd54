// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/method/fidelity_tally.hpp"
#include "core/model/case.hpp"

namespace casus::engine {

/// Of all methods that the case has been in, as `fidelity` (guidance.hpp) judges them: for who counts over many cases.
method::FidelityTally fidelity_tally(const Case& state, const Library& library);

}  // namespace casus::engine
