// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/method/fidelity.hpp"
#include "core/model/case.hpp"

#include <vector>

namespace casus::engine {

/// What the chair could ask or do next, best first, each with the reason it is offered: what the method's native rules
/// suggest, then what goes for every method. The second kind ("casus/...") is ours; no source prescribes it. Empty
/// outside a step and in private time. Ids of records and people as proof.
method::Findings suggestions(const Case& state, const Library& library, Time at);

/// Each method that the case has been in, in the order in which they came up. Over all of the case: a review date that
/// was set counts, also when the day has passed.
std::vector<method::MethodKept> fidelity(const Case& state, const Library& library);

}  // namespace casus::engine
