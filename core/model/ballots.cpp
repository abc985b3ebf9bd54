// SPDX-License-Identifier: EUPL-1.2
#include "core/model/ballots.hpp"

namespace casus {

bool same_time(const Visit& one, const Visit& other) {
  return one.step == other.step && one.round == other.round && one.about == other.about && one.again == other.again;
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
