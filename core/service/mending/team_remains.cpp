// SPDX-License-Identifier: EUPL-1.2
#include "core/service/mending/team_remains.hpp"

#include "core/engine/team/team_erasing.hpp"
#include "core/engine/team/team_words.hpp"
#include "core/service/mending/left.hpp"

#include <cstdint>
#include <set>

namespace casus::service {

namespace {

using LeftOfTeam = Left<TeamEvent, LineDestroyed, MemberErased>;

LeftOfTeam left_of(const std::vector<TeamEvent>& so_far, LeftOfTeam::Change change) {
  LeftOfTeam::SoFar all;
  for (const auto& event : so_far) all.push_back(&event);
  return {std::move(all), std::move(change)};
}

std::vector<Remains> without_texts(const LineDestroyed& gone, const std::vector<TeamEvent>& so_far) {
  const std::set<std::int64_t> goes(gone.events.begin(), gone.events.end());
  auto left = left_of(so_far, [&](std::int64_t number, TeamEvent& event) {
    if (goes.contains(number)) engine::take_out_words(event.body);
  });
  for (const auto number : goes) left.put(number);
  return left.take();
}

std::vector<Remains> without_names(const std::vector<TeamEvent>& so_far, const std::vector<std::string>& names) {
  auto left = left_of(so_far, [&](std::int64_t, TeamEvent& event) { engine::forget_names(event, names); });
  std::int64_t number = 0;
  for (auto event : so_far) {
    ++number;
    if (engine::forget_names(event, names)) left.put(number);
  }
  return left.take();
}

}  // namespace

const std::vector<Remains>& remains_said_by(const TeamEvent& event) { return LeftOfTeam::said_by(event); }

void say_what_remains_of_team(std::vector<TeamEvent>& decided, const std::vector<TeamEvent>& so_far,
                              const std::vector<std::string>& names) {
  for (auto& event : decided) {
    if (auto* gone = std::get_if<LineDestroyed>(&event.body)) gone->remains = without_texts(*gone, so_far);
    if (auto* erased = std::get_if<MemberErased>(&event.body)) erased->remains = without_names(so_far, names);
  }
}

}  // namespace casus::service
