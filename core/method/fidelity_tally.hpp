// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/definition.hpp"
#include "core/method/plugin_api.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace casus::method {

/// How many items of a method's checklist could be judged, and were kept: without their words and what shows it.
struct FidelityTally {
  std::size_t kept = 0;
  std::size_t judged = 0;
};

/// The same as counting what `fidelity` judges (core/method/fidelity.hpp).
FidelityTally fidelity_tally(const Definition& method, const Rules* rules, const View& view,
                             const std::vector<std::string_view>& visited);

}  // namespace casus::method
