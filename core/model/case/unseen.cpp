// SPDX-License-Identifier: EUPL-1.2
#include "core/model/case/unseen.hpp"

#include "core/model/case/stays.hpp"

#include <algorithm>

namespace casus {

std::optional<Time> opened_at(const Case& state, int visit) {
  if (visit < 0 || static_cast<std::size_t>(visit) >= state.visits.size()) return std::nullopt;
  const auto& written = state.visits[static_cast<std::size_t>(visit)];
  for (auto at = static_cast<std::size_t>(visit); at < state.visits.size(); ++at) {
    const auto& later = state.visits[at];
    const bool for_good =
        later.round > written.round || (later.phase == written.phase && later.method != written.method);
    if (for_good) return later.entered;
    if (same_time(later, written) && later.left && !later.back) return later.left;
  }
  if (state.round > written.round || state.stage.life == Life::closed) return state.changed_at;
  return std::nullopt;
}

bool is_shown(const Case& state, const Contribution& contribution) {
  if (!contribution.hidden) return true;
  const auto visit = static_cast<std::size_t>(contribution.visit);
  if (contribution.visit < 0 || visit >= state.visits.size()) return false;
  if (contribution.told_in.empty()) return is_opened(state, contribution);
  if (state.is_told(contribution) || state.stage.life == Life::closed) return true;
  // Not told: it stays unseen until the step for telling is over, or the round in which it was written.
  return std::any_of(state.visits.begin() + contribution.visit + 1, state.visits.end(), [&](const Visit& later) {
    return later.round > state.visits[visit].round || (later.step == contribution.told_in && later.left && !later.back);
  });
}

bool is_shown(const Case& state, const Opinion& opinion) {
  return std::ranges::any_of(state.decisions, [&](const Decision& decision) {
    return decision.raised.id == opinion.given.decision && decision.taken;
  });
}

bool may_be_named(const Case& state, const Contribution& said, std::string_view person) {
  return !said.hidden || said.by == person || (said.told_in.empty() && is_opened(state, said)) || state.is_told(said);
}

bool is_shown(const Case& state, const Ballot& ballot) { return !ballot.hidden || is_opened(state, ballot); }

bool is_shown(const Case& state, const Score& score) { return !score.given.hidden || is_opened(state, score); }

}  // namespace casus
