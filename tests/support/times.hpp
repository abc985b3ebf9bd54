// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"

namespace casus::test {

/// A moment or a day as a test writes it; a slip of the pen throws.
inline Time at(const char* text) { return time_from(text).value(); }
inline Date on(const char* text) { return date_from(text).value(); }

}  // namespace casus::test
