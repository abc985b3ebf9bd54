// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"

#include <string>

namespace casus::engine {

/// A vote as somebody says it: ids with commas or spaces between, or the words of what it is for.
Vote vote_in(const std::string& line);

}  // namespace casus::engine
