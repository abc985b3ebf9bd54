// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/engine.hpp"

#include <string_view>

namespace casus::engine {

/// The other half of MoveOver: the contribution comes into the case where it belongs. In the name of who said it when
/// that person sits there, else of who moves it; beside the order of turns.
Outcome<Events, Refusal> bring_over(const Case& other, const Command& command, const Contribution& said,
                                    std::string_view sayer);

}  // namespace casus::engine
