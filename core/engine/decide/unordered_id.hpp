// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"

#include <string>
#include <string_view>

namespace casus::engine {

/// The id of what is said in the step that is going on: the next one, or where nobody reads who said what one of five
/// digits that tells nothing of the order. `text` is what was said, so that chance needs no number from outside.
std::string id_here(const Deciding& d, char letter, std::size_t have, std::string_view text);

}  // namespace casus::engine
