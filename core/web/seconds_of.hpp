// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"

#include <cstdint>

namespace casus::web {

/// A moment as the files of the server keep it: seconds since 1970.
inline std::int64_t seconds_of(Time time) { return time.time_since_epoch().count(); }

}  // namespace casus::web
