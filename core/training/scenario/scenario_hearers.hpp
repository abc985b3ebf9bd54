// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/training/scenario/scenario.hpp"

namespace casus::training {

/// Facts that come out at a question whoever it is put to: where somebody of the network can be spoken to, a stranger
/// would tell what only a sister knows. Told when a scenario is checked, as something to think of: it can be meant so.
Problems told_by_anybody(const Scenario& scenario);

}  // namespace casus::training
