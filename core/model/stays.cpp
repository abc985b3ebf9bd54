// SPDX-License-Identifier: EUPL-1.2
#include "core/model/stays.hpp"

#include <algorithm>

namespace casus {

bool same_time(const Visit& one, const Visit& other) {
  return one.step == other.step && one.round == other.round && one.about == other.about && one.again == other.again;
}

bool counts_in_phase(const Case& state, int visit) {
  const auto* now = state.here();
  if (now == nullptr || visit < 0) return false;
  return std::all_of(state.visits.begin() + visit, state.visits.end(),
                     [&](const Visit& it) { return it.phase == now->phase && it.round == now->round; });
}

bool counts_here(const Case& state, int visit, std::string_view group) {
  if (visit < 0 || visit == state.visit_index() || state.here() == nullptr) return visit == state.visit_index();
  return group.empty() && same_time(state.visits[static_cast<std::size_t>(visit)], *state.here()) &&
         counts_in_phase(state, visit);
}

int earlier_stay(const Case& state, std::string_view step) {
  const auto* here = state.here();
  for (auto i = state.visits.size(); i-- > 0;) {
    const auto& visit = state.visits[i];
    const bool over = visit.left && (here == nullptr || !same_time(visit, *here));
    if (visit.step == step && over && !visit.anonymous) return static_cast<int>(i);
  }
  return -1;
}

std::vector<const TakenBranch*> standing_branches(const Case& state) {
  std::vector<const TakenBranch*> found;
  for (const auto& it : state.branches) {
    const auto instead = [&](const TakenBranch* one) {
      if (one->visit < 0 || it.visit < 0) return false;
      const auto& before = state.visits[static_cast<std::size_t>(one->visit)];
      const auto& now = state.visits[static_cast<std::size_t>(it.visit)];
      return before.phase == now.phase && same_time(before, now);
    };
    std::erase_if(found, instead);
    found.push_back(&it);
  }
  return found;
}

std::vector<const Ballot*> ballots(const Case& state, const Visit& visit) {
  std::vector<const Ballot*> found;
  for (const auto& it : state.votes) {
    if (it.visit < 0 || !same_time(state.visits[static_cast<std::size_t>(it.visit)], visit)) continue;
    std::erase_if(found, [&](const Ballot* one) { return one->by == it.by; });
    found.push_back(&it);
  }
  return found;
}

}  // namespace casus
