// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/report/exchange/calendar.hpp"

#include <string>
#include <vector>

namespace casus::desk {

class Desk;

/// Days of the team's learning for a calendar program: meetings of a course, the next area analysis, what was promised
/// in the paper and for a focus point. Without `texts` no words of people. `session`: of that one alone.
std::vector<report::CalendarEntry> learning_days(Desk& desk, bool texts, const std::string& session = {});

}  // namespace casus::desk
