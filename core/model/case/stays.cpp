// SPDX-License-Identifier: EUPL-1.2
#include "core/model/case/stays.hpp"

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

namespace {

const TableGroup* with_id(const Case& state, std::string_view group) {
  const auto found =
      std::ranges::find(state.groups, group, [](const TableGroup& it) { return std::string_view(it.id); });
  return group.empty() || found == state.groups.end() ? nullptr : &*found;
}

bool are_same_people(const Case& state, const TableGroup& one, const TableGroup& other) {
  return one.people.size() == other.people.size() && std::ranges::all_of(one.people, [&](const std::string& id) {
           return std::ranges::any_of(other.people,
                                      [&](const std::string& it) { return state.became(it) == state.became(id); });
         });
}

/// Whether the table went back from the earlier stay to the later one, and was in no other phase meanwhile.
bool went_back_to(const Case& state, int earlier, int later) {
  const auto at = [&](int visit) { return state.visits.begin() + visit; };
  return earlier >= 0 && earlier < later && same_time(*at(earlier), *at(later)) &&
         std::all_of(at(earlier), at(later),
                     [&](const Visit& it) { return it.phase == at(later)->phase && it.round == at(later)->round; });
}

}  // namespace

std::string_view goes_on_as(const Case& state, std::string_view group) {
  const auto* now = with_id(state, group);
  if (now == nullptr) return group;
  for (const auto& later : state.groups)
    if (went_back_to(state, now->visit, later.visit) && are_same_people(state, *now, later)) now = &later;
  return now->id;
}

bool counts_here(const Case& state, int visit, std::string_view group) {
  if (visit < 0 || visit == state.visit_index() || state.here() == nullptr) return visit == state.visit_index();
  if (!same_time(state.visits[static_cast<std::size_t>(visit)], *state.here()) || !counts_in_phase(state, visit))
    return false;
  if (group.empty()) return true;
  const auto* now = with_id(state, goes_on_as(state, group));
  return now != nullptr && now->visit == state.visit_index();
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
