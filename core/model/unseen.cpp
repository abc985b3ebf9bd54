// SPDX-License-Identifier: EUPL-1.2
#include "core/model/unseen.hpp"

#include "core/model/stays.hpp"

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

}  // namespace casus
