// SPDX-License-Identifier: EUPL-1.2
#include "core/model/case/waits_here.hpp"

namespace casus {

bool waits_here(const Case& state, const RightRequest& request) {
  if (!request.is_open() || !state.into().empty()) return false;
  const auto& over = state.given_over;
  return !over || !over->confirmed || request.event > over->event;
}

}  // namespace casus
