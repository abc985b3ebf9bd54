// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/meetings_meant.hpp"

#include <algorithm>

namespace casus::desk {

std::optional<std::string> meeting_to_start(service::Meetings& meetings, Date today) {
  const auto from = to_string(today);
  for (const auto& day : meetings.days())
    if (day >= from && !meetings.kept(day).value().started_at) return day;
  return std::nullopt;
}

std::optional<MeetingThere> meeting_meant(service::Meetings& meetings, Date today) {
  if (const auto it = meetings.kept(to_string(today)); it && !it->finished_at)
    return MeetingThere{it->id, it->running()};
  if (const auto running = meetings.running()) return MeetingThere{running->id, true};
  if (const auto next = meeting_to_start(meetings, today)) return MeetingThere{*next, false};
  return std::nullopt;
}

std::optional<MeetingChoice> meetings_meant(service::Meetings& meetings, Date today) {
  const auto meant = meeting_meant(meetings, today);
  if (!meant) return std::nullopt;
  MeetingChoice choice{*meant, false, {}};
  bool has_next = !meant->started && meant->day != to_string(today);
  for (const auto& day : meetings.days()) {
    if (day == meant->day) continue;
    const auto it = meetings.kept(day).value();
    if (it.running()) {
      choice.others.push_back({day, true});
    } else if (!it.started_at && it.on() >= today && !has_next) {
      choice.others.push_back({day, false});
      has_next = true;
    }
  }
  return choice;
}

std::optional<std::string> meeting_ended(service::Meetings& meetings, Date today) {
  std::optional<Meeting> last;
  for (const auto& day : meetings.days())
    if (auto it = meetings.kept(day).value();
        it.finished_at && date_of(*it.finished_at) == today && (!last || *last->finished_at < *it.finished_at))
      last = std::move(it);
  return last ? std::optional(last->id) : std::nullopt;
}

std::vector<std::string> expected_at(const Meeting& meeting, const std::optional<Team>& team) {
  std::vector<std::string> names;
  if (!team) return names;
  for (const auto& member : team->members)
    if (!team->is_away(member.name, meeting.on()) && std::ranges::find(meeting.away, member.name) == meeting.away.end())
      names.push_back(member.name);
  return names;
}

}  // namespace casus::desk
