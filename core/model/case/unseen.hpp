// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"

#include <optional>
#include <string_view>

/// When what was written unseen may be seen (R4).
namespace casus {

/// When all that was written unseen in a stay was opened: as the table went on from the step, in that stay or in a
/// later one that counts as the same. Going back from it opens nothing, as the table comes to it again; a next round,
/// another method for the phase and closing do. Nothing while it is unseen, and for what was said in no stay.
std::optional<Time> opened_at(const Case& state, int visit);

/// The same of one thing, which was written unseen.
inline bool is_opened(const Case& state, const Made& unseen) { return opened_at(state, unseen.visit).has_value(); }

/// What may be seen of a case (R4, R17): a contribution written in a hidden step only once that step is left, a first
/// opinion only once the decision is taken.
bool is_shown(const Case& state, const Contribution& contribution);
bool is_shown(const Case& state, const Opinion& opinion);
/// A vote in a step where each votes unseen is shown when the step is left.
bool is_shown(const Case& state, const Ballot& ballot);
/// The same of a score.
bool is_shown(const Case& state, const Score& score);

/// Whether this person (an id) can name what was said, and may be told its id: what somebody else writes unseen not
/// before it is shown.
bool may_be_named(const Case& state, const Contribution& said, std::string_view person);

}  // namespace casus
