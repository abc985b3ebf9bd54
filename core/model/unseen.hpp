// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"

#include <optional>

/// When what was written unseen may be seen (R4).
namespace casus {

/// When all that was written unseen in a stay was opened: as the table went on from the step, in that stay or in a
/// later one that counts as the same. Going back from it opens nothing, as the table comes to it again; a next round,
/// another method for the phase and closing do. Nothing while it is unseen, and for what was said in no stay.
std::optional<Time> opened_at(const Case& state, int visit);

/// The same of one thing, which was written unseen.
inline bool is_opened(const Case& state, const Made& unseen) { return opened_at(state, unseen.visit).has_value(); }

}  // namespace casus
