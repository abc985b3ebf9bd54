// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/put_right.hpp"

namespace casus::engine {

/// Where something was last corrected or taken back in the step that is going on, by `by` or, empty, by anybody.
std::optional<std::size_t> last_mended(const PutRight& right, std::string_view by = {});

}  // namespace casus::engine
