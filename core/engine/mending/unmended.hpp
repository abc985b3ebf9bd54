// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"
#include "core/engine/mending/put_right.hpp"

namespace casus::engine {

/// Makes undone what was put right at this place: the words of before a correction as a correction of their own, what
/// was taken back stands again, what was put back is taken back again.
Decided unmended(const Deciding& d, const PutRight& right, std::size_t place);

}  // namespace casus::engine
