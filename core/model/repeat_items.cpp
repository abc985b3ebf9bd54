// SPDX-License-Identifier: EUPL-1.2
#include "core/model/repeat_items.hpp"

namespace casus {

std::vector<std::string> said_to_go_through(const Case& state, int round, std::string_view kind, std::string_view step,
                                            const std::function<bool(const Visit&)>& in_repeat) {
  std::vector<std::string> all;
  for (const auto& it : state.contributions) {
    if (it.kind != kind || it.visit < 0 || (it.hidden && !it.told_in.empty())) continue;
    const auto& visit = state.visits[static_cast<std::size_t>(it.visit)];
    if (visit.round != round || in_repeat(visit)) continue;
    if (step.empty() || visit.step == step) all.push_back(it.id);
  }
  return all;
}

}  // namespace casus
