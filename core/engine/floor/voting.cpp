// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/floor/voting.hpp"

#include "core/model/case/stays.hpp"
#include "core/model/case/unseen.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

bool is_among(const std::vector<std::string>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

/// Said in the same repeat, in another time of it.
bool in_another_time(const Visit& visit, const VotingStay& stay) {
  if (stay.step.in_repeat.empty() || visit.phase != stay.visit.phase) return false;
  const auto* said_in = stay.method.step(visit.phase, visit.step);
  return said_in != nullptr && said_in->in_repeat == stay.step.in_repeat &&
         (visit.again != stay.visit.again || visit.about != stay.visit.about);
}

}  // namespace

std::vector<const Contribution*> voted_on(const Case& state, const VotingStay& stay) {
  const auto& step = stay.step;
  std::vector<const Contribution*> found;
  if (!step.vote) return found;
  for (const auto& it : state.contributions) {
    if (it.visit < 0 || !is_among(step.vote->kinds, it.kind)) continue;
    const auto& visit = state.visits[static_cast<std::size_t>(it.visit)];
    if (visit.round != state.round || in_another_time(visit, stay) ||
        (it.hidden && (!it.told_in.empty() || !is_opened(state, it))))
      continue;
    if (step.vote->step.empty() || visit.step == step.vote->step) found.push_back(&it);
  }
  return found;
}

std::vector<Got> added_up(const Case& state, const VotingStay& stay) {
  std::vector<Got> all;
  for (const auto* one : voted_on(state, stay)) all.push_back({one->id, 0, 0});
  for (const auto* ballot : ballots(state, stay.visit))
    for (const auto& choice : ballot->choices)
      if (const auto got = std::ranges::find(all, choice.of, &Got::of); got != all.end()) {
        got->points += choice.points;
        ++got->voters;
      }
  std::ranges::stable_sort(all, std::ranges::greater(), &Got::points);
  return all;
}

const Visit* last_vote_shown(const Case& state) {
  for (auto it = state.votes.rbegin(); it != state.votes.rend(); ++it) {
    if (it->visit < 0) continue;
    const auto& visit = state.visits[static_cast<std::size_t>(it->visit)];
    if (visit.round == state.round && (!it->hidden || is_opened(state, *it))) return &visit;
  }
  return nullptr;
}

}  // namespace casus::engine
