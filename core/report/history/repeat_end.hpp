// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/report/history/naming.hpp"

#include <cstddef>
#include <string>

namespace casus::report {

/// Why steps that came again ended with this stay, as a sentence: what they lasted until was so, or they came as often
/// as they may, with what did not come up. Nothing of any other stay; nor where all that there was came up, or where
/// somebody chose that it was enough, which is told as a choice. Whether it was so after the last time that they may
/// come nobody looked at, so that is not told.
std::string repeat_end(const Case& state, const Naming& names, std::size_t stay);

/// What was passed over on the way to a step, and why a repeat before it ended, behind the words for entering it.
std::string told_on_the_way(const StepEntered& entered, Time at, const Case& state, const Naming& names);

}  // namespace casus::report
