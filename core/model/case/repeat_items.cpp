// SPDX-License-Identifier: EUPL-1.2
#include "core/model/case/repeat_items.hpp"

#include <algorithm>

namespace casus {

std::vector<std::string> said_to_go_through(const Case& state, int round, std::string_view kind, std::string_view step,
                                            const std::function<bool(const Visit&)>& in_repeat) {
  std::vector<std::string> all;
  std::size_t stay_began = 0;
  int stay = -1;
  // The next time of a repeat is chosen before the stay is left, which puts it in this order (`leave_step`).
  const auto without_names = [&] {
    if (stay >= 0 && state.visits[static_cast<std::size_t>(stay)].anonymous)
      std::sort(all.begin() + static_cast<std::ptrdiff_t>(stay_began), all.end());
  };
  for (const auto& it : state.contributions) {
    if (it.kind != kind || it.visit < 0 || (it.hidden && !it.told_in.empty())) continue;
    const auto& visit = state.visits[static_cast<std::size_t>(it.visit)];
    if (visit.round != round || in_repeat(visit)) continue;
    if (!step.empty() && visit.step != step) continue;
    if (it.visit != stay) {
      without_names();
      stay = it.visit;
      stay_began = all.size();
    }
    all.push_back(it.id);
  }
  without_names();
  return all;
}

}  // namespace casus
