// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/refusal.hpp"

namespace casus::training {

/// What a refusal at the table was about. One rule covers all of the floor (R4), so the debrief goes by the fact that a
/// refusal states: who forgot a question mark did not speak out of turn.
enum class RefusedReason {
  other,    ///< says nothing of how the talk went: a name mistyped, a thing missing
  turn,     ///< somebody else had the word
  form,     ///< the word was theirs, and what was said is of another form than the step asks
  measure,  ///< more than one turn, one person or the step takes
  advice,   ///< advice before its step (R6)
  hidden,   ///< something to record in private time (R13)
};

RefusedReason refused_reason(const Refusal& refusal);

}  // namespace casus::training
