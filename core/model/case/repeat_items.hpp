// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// What steps that come again go through.
namespace casus {

/// Ids of what was said of a kind in a round, outside the steps that come again, in the order in which it was said;
/// with `step` only what was said there. What is
/// said in a stay without names comes in the order of its ids. What was written unseen counts as it is told.
std::vector<std::string> said_to_go_through(const Case& state, int round, std::string_view kind, std::string_view step,
                                            const std::function<bool(const Visit&)>& in_repeat);

}  // namespace casus
