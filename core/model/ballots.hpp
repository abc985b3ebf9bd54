// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"

#include <vector>

/// Which votes count together.
namespace casus {

/// Stays in one step that count as one: the table went back to it in the same round, about the same.
bool same_time(const Visit& one, const Visit& other);

/// The votes of this stay and of those that count as one with it; of who voted again when the table came back, the
/// last.
std::vector<const Ballot*> ballots(const Case& state, const Visit& visit);

}  // namespace casus
