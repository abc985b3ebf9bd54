// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/report/exchange/calendar.hpp"

#include <string>
#include <vector>

namespace casus::desk {

class Desk;

/// Days of one case, as whoever they are of is called there.
std::vector<report::CalendarEntry> days_of_case(Desk& desk, const Case& state, report::CalendarWishes wishes);

/// Days that are no case's: meetings that are planned, and the team's learning.
std::vector<report::CalendarEntry> days_of_team(Desk& desk, const report::CalendarWishes& wishes);

/// A calendar for who has a link and says no name: the days of one colleague, each with its kind alone. No number of a
/// case stands in it, and each entry goes by a pseudonym that stays the same.
std::string calendar_feed(Desk& desk, const std::string& name);

}  // namespace casus::desk
