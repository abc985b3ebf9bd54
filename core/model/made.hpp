// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"

#include <cstdint>
#include <string>

namespace casus {

/// What every record has: in which visit (-1: in intake), by whom, when.
struct Made {
  int visit = -1;
  std::string by;
  Time at{};
  std::int64_t event = 0;  ///< number of the event that it came with
};

}  // namespace casus
