// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/commands.hpp"

#include <vector>

namespace casus::test {

/// At least one command of every kind, with every field filled that can be, and texts that are hard on quotes.
std::vector<CommandBody> sample_commands();

}  // namespace casus::test
