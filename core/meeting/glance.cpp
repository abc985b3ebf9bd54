// SPDX-License-Identifier: EUPL-1.2
#include "core/meeting/glance.hpp"

#include "core/model/case/waits_here.hpp"

#include <algorithm>

namespace casus::meeting {

std::optional<Date> phase_from(const Case& state) {
  for (const auto& visit : state.visits)
    if (visit.phase == state.stage.phase && visit.round == state.round) return date_of(visit.entered);
  return std::nullopt;
}

std::optional<Date> next_action_day(const Case& state) {
  std::optional<Date> first;
  for (const auto& action : state.actions)
    if (action.state == Done::open && action.plan.by_when && (!first || *action.plan.by_when < *first))
      first = action.plan.by_when;
  return first;
}

Glance glance_of(const Case& state) {
  Glance glance;
  const auto waits = [&](const RightRequest& one) { return waits_here(state, one); };
  glance.asks = state.place_asked.has_value() || std::ranges::any_of(state.requests, waits) ||
                std::ranges::any_of(state.taken_in, [](const auto& one) { return !one.given_back; });
  for (const auto& one : state.grounds())
    if (one.reported_on) glance.grounds.push_back({one.basis, *one.reported_on});
  glance.phase_from = phase_from(state);
  glance.workflow = state.workflow;
  for (const auto& one : state.requests)
    if (waits(one)) glance.requests.push_back({one.asked.id, one.asked.right, one.due()});
  std::ranges::stable_sort(glance.requests, {}, &Glance::Request::due);
  const auto act = state.stage.life == Life::closed ? std::nullopt : next_action_day(state);
  if (act && !glance.requests.empty() && glance.requests.front().due <= *act) glance.acts_on = act;
  return glance;
}

}  // namespace casus::meeting
