// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstdlib>

namespace casus::test {

/// How many sessions of chance a test plays of each method: what CASUS_SESSIONS says, as `tests/run sessions` sets it,
/// else as many as each run of the tests can afford.
inline int sessions_asked(int usual) {
  const char* asked = std::getenv("CASUS_SESSIONS");
  return asked == nullptr ? usual : std::max(1, std::atoi(asked));
}

}  // namespace casus::test
