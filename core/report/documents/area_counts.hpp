// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/learning/area_cycle.hpp"
#include "core/report/documents/area.hpp"

#include <vector>

namespace casus::report {

/// What a cycle of the area analysis keeps of a period: signals by theme, cases opened by neighbourhood, actions by
/// rung, each a table of its own with its total, in fives. "-" stands for what has no name.
std::vector<AreaCount> area_counts(const Team& team, const AreaFigures& figures, const Period& period);

}  // namespace casus::report
