// SPDX-License-Identifier: EUPL-1.2
#include "core/meeting/rota.hpp"

#include "core/base/text.hpp"
#include "core/model/person_name.hpp"

#include <algorithm>

namespace casus::meeting {

namespace {

bool was_there(const Meeting& meeting, const std::string& name) {
  const auto called = [&](const std::string& other) { return same_name(other, name); };
  return std::ranges::any_of(meeting.present, called) || std::ranges::any_of(meeting.were_there, called);
}

}  // namespace

std::vector<RotaPlace> rota(const Team& team, const std::vector<Meeting>& past, Date on, Duty duty) {
  std::vector<RotaPlace> places;
  for (const auto& member : team.members)
    places.push_back({member.name, 0, 0, std::nullopt, team.is_away(member.name, on)});
  for (const auto& meeting : past) {
    if (!meeting.started_at) continue;
    const auto& who = duty == Duty::chair ? meeting.chair : meeting.note_taker;
    const auto did = std::ranges::find_if(places, [&](const RotaPlace& one) { return same_name(one.name, who); });
    if (did == places.end()) continue;  // a duty that nobody of the team did is owed by nobody
    std::vector<RotaPlace*> there;
    for (auto& place : places)
      if (was_there(meeting, place.name)) there.push_back(&place);
    if (there.empty()) continue;
    for (auto* place : there) place->owed += kTurn / static_cast<std::int64_t>(there.size());
    did->owed -= kTurn;
    ++did->turns;
    did->last = meeting.on();
  }
  std::ranges::stable_sort(places, [](const RotaPlace& left, const RotaPlace& right) {
    if (left.away != right.away) return right.away;
    if (left.owed != right.owed) return left.owed > right.owed;
    return left.last.value_or(Date{}) < right.last.value_or(Date{});
  });
  return places;
}

}  // namespace casus::meeting
