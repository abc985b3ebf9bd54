// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/today/calendar_days.hpp"

#include "core/desk/desk.hpp"
#include "core/desk/learning/learning_calendar.hpp"
#include "core/desk/reading.hpp"

#include <iterator>
#include <utility>

namespace casus::desk {

std::vector<report::CalendarEntry> days_of_case(Desk& desk, const Case& state, report::CalendarWishes wishes) {
  if (!wishes.who.empty()) wishes.who = desk.service().called_in(state, wishes.who);
  return report::calendar_of(state, wishes, desk.voice(), desk.definitions().workflow(state.workflow));
}

std::vector<report::CalendarEntry> days_of_team(Desk& desk, const report::CalendarWishes& wishes) {
  std::vector<report::CalendarEntry> entries;
  for (const auto& day : desk.meetings().days())
    if (auto entry = report::calendar_of(desk.meetings().open(day), wishes, desk.voice()))
      entries.push_back(std::move(*entry));
  std::ranges::move(learning_days(desk, wishes.texts), std::back_inserter(entries));
  return entries;
}

std::string calendar_feed(Desk& desk, const std::string& name) {
  const report::CalendarWishes wishes{name, false};
  auto entries = days_of_team(desk, wishes);
  each_case_kept(desk, [&](const Case& state) {
    std::ranges::move(days_of_case(desk, state, wishes), std::back_inserter(entries));
  });
  for (auto& entry : entries) {
    entry.uid = desk.store().pseudonym("calendar " + entry.uid) + "@casusberaad";
    if (!entry.kind.empty()) entry.summary = std::move(entry.kind);
  }
  const auto team = desk.service().team();
  return report::calendar_file(entries, team ? team->name : std::string("casus"));
}

}  // namespace casus::desk
