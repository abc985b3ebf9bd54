// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"

namespace casus::engine {

/// What a step of the meldcode asks beside its text (R14), nothing when it is all there: step 2 whom was consulted,
/// step 3 a ground when the talk was not held, step 4 the check on children and the five questions of the framework
/// [NJM], step 5 two decisions [RKM] that follow the norm: acute or structural unsafety is always reported.
std::optional<Refusal> meldcode_lacks(const Deciding& d, const TakeMeldcodeStep& command);

}  // namespace casus::engine
