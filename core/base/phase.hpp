// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"

#include <cstddef>

namespace casus {

/// The four phases of a case review. Their order is the workflow's (DESIGN 3), not this list's.
enum class Phase { analysis, plan_of_action, network_involvement, evaluation };

inline constexpr std::size_t kPhases = 4;
inline constexpr std::array<Phase, kPhases> kAllPhases{Phase::analysis, Phase::plan_of_action,
                                                       Phase::network_involvement, Phase::evaluation};

constexpr std::size_t index_of(Phase phase) { return static_cast<std::size_t>(phase); }

constexpr std::array<Named<Phase>, kPhases> names_of(Phase) {
  return {{{Phase::analysis, "analysis", "word.phase.analysis"},
           {Phase::plan_of_action, "plan_of_action", "word.phase.plan_of_action"},
           {Phase::network_involvement, "network_involvement", "word.phase.network_involvement"},
           {Phase::evaluation, "evaluation", "word.phase.evaluation"}}};
}

}  // namespace casus
