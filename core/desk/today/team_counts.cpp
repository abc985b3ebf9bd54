// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/today/team_counts.hpp"

#include "core/desk/reading.hpp"

namespace casus::desk {

simulation::TeamCounts team_counts(Desk& desk) {
  simulation::TeamCounts counts{.today = desk.today()};
  if (const auto team = desk.service().team()) {
    counts.members = static_cast<int>(team->members.size());
    counts.minutes = team->minutes;
  }
  each_case_for_figures(desk, [&](const Case& state) { counts.opened.push_back(date_of(state.opened_at)); });
  for (const auto& day : desk.meetings().days()) {
    const auto meeting = desk.meetings().kept(day);
    if (!meeting || !meeting->finished_at) continue;
    for (const auto& item : meeting->items) {
      if (item.state != ItemState::finished || item.line.part != AgendaPart::review || !item.line.by_method) continue;
      const auto taken = std::chrono::duration<double, std::ratio<60>>(item.spent(*meeting->finished_at)).count();
      if (taken > 0) counts.lengths.push_back({static_cast<double>(item.line.minutes), taken});
    }
  }
  return counts;
}

}  // namespace casus::desk
