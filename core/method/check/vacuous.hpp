// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/criterion.hpp"

namespace casus::method {

/// What a criterion says by its form alone, whatever is in the case.
enum class Verdict { always, never, depends };

/// "At least 0", "every question is a question", "this or not this"; "at least 8 and at most 3".
Verdict verdict_of(const Criterion& criterion);

/// Whether some row could be all of this: not 8 or more and 3 or less, not of a kind and not of it.
bool can_match(const Filter& filter);

}  // namespace casus::method
