// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

namespace casus::bench {

/// Another version and this one, side by side: of every figure that both measured the median of their runs, how far the
/// runs lie apart, and this one as a share of the other. The files are what Google Benchmark writes (JSON), one a run.
std::string beside(const std::vector<std::string>& there, const std::vector<std::string>& here);

}  // namespace casus::bench
