// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/meeting_now.hpp"

#include "core/desk/desk.hpp"
#include "core/desk/meeting/meetings_meant.hpp"
#include "core/desk/seat.hpp"

#include <algorithm>
#include <chrono>

namespace casus::desk {

std::string day_meant(Desk& desk) {
  const auto meant = meeting_meant(desk.meetings(), desk.today());
  return meant ? meant->day : std::string();
}

std::vector<std::string> other_meetings(Desk& desk, const std::string& day) {
  std::vector<std::string> days;
  const auto choice = meetings_meant(desk.meetings(), desk.today());
  if (!choice) return days;
  if (choice->meant.day != day) days.push_back(choice->meant.day);
  for (const auto& one : choice->others)
    if (one.day != day) days.push_back(one.day);
  return days;
}

std::optional<MeetingNow> meeting_now(Desk& desk, const std::string& day) {
  const auto meeting = desk.meetings().kept(day);
  if (!meeting) return std::nullopt;
  return MeetingNow{day, meeting->running(), meeting->finished_at, meeting->present,
                    expected_at(*meeting, desk.service().team())};
}

std::vector<std::pair<std::string, Time>> members_since(Desk& desk) {
  std::vector<std::pair<std::string, Time>> all;
  if (const auto team = desk.service().team())
    for (const auto& member : team->members) all.emplace_back(member.name, member.since);
  return all;
}

std::optional<MeetingNow> meeting_over(Desk& desk) {
  const auto ended = meeting_ended(desk.meetings(), desk.today());
  return ended ? meeting_now(desk, *ended) : std::nullopt;
}

std::vector<std::string> team_members(Desk& desk) {
  std::vector<std::string> names;
  if (const auto team = desk.service().team())
    for (const auto& member : team->members) names.push_back(member.name);
  return names;
}

std::string member_now(Desk& desk, const std::string& name, std::int64_t known) {
  const auto team = desk.service().team();
  if (!team || team->members.empty()) return name;
  const auto* member = team->member(name);
  if (member == nullptr) return {};
  const auto joined = std::chrono::floor<std::chrono::seconds>(member->since.time_since_epoch()).count();
  return known != 0 && joined > known ? std::string() : member->name;
}

bool was_done(Desk& desk, const std::string& command) {
  return !command.empty() && desk.service().store().receipt(command).has_value();
}

bool has_left(Desk& desk, const std::string& name) {
  const auto team = desk.service().team();
  const auto is_called = [&](const std::string& one) { return same_name(one, name); };
  return team && team->member(name) == nullptr && std::ranges::any_of(team->left, [&](const Member& one) {
           return is_called(one.name) || std::ranges::any_of(one.formerly, is_called);
         });
}

std::string team_called(Desk& desk) {
  const auto team = desk.service().team();
  return team ? team->name : std::string();
}

}  // namespace casus::desk
