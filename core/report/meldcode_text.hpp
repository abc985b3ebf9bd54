// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/report/history/naming.hpp"

#include <string>
#include <vector>

namespace casus::report {

/// What a step of the meldcode holds beside its text and its two decisions: whom was consulted, that the talk was not
/// held and on which ground, the check on children, the answers of the weighing. Empty without any.
std::string beside_step(const MeldcodeFields& taken, const text::Voice& voice);

/// "Meldcode, stap 2 (2 maart 2026, Noor): gebeld. Overlegd met Veilig Thuis".
std::string meldcode_line(const MeldcodeNote& note, const Naming& names);

/// The steps of the concern that is going on; empty without one.
std::vector<std::string> meldcode_now(const Case& state, const Naming& names);

}  // namespace casus::report
