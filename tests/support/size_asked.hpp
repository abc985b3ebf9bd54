// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstdlib>

namespace casus::test {

/// How large a test is that can be as large as one likes: what an environment variable says, as `tests/run` sets it
/// (`tests/run sessions`, `faults`, `year`), else what each run of the tests can afford.
inline int size_asked(const char* variable, int usual) {
  const char* asked = std::getenv(variable);
  return asked == nullptr ? usual : std::max(1, std::atoi(asked));
}

}  // namespace casus::test
