// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/role_apart.hpp"

#include <algorithm>
#include <vector>

namespace casus::method {

/// Whether a choice among who speaks can give this role to none of them: each has it, or stands apart from it (R3). Not
/// where nobody may speak: there nobody chooses.
inline bool gives_to_nobody(const std::vector<Role>& speakers, Role role) {
  const auto never = [&](Role speaker) { return speaker == role || role_apart_from(role) == speaker; };
  return !speakers.empty() && std::ranges::all_of(speakers, never);
}

}  // namespace casus::method
