// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"

#include <string_view>

/// Turns as they are counted. Internal to the floor.
namespace casus::engine {

/// Of this stay, on the floor of this group; nullptr: there was none yet.
const Turn* latest_turn(const Case& state, std::string_view group);

/// Contributions of a kind that a person made in the turn that is going on; of any kind when `kind` is empty.
int in_this_turn(const Case& c, const Person& person, std::string_view group, int said, std::string_view kind);

}  // namespace casus::engine
