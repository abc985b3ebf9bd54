// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/samples.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <numeric>

namespace casus::bench {

double median(std::vector<double> samples) {
  if (samples.empty()) return 0;
  const auto middle = samples.begin() + static_cast<std::ptrdiff_t>(samples.size() / 2);
  std::nth_element(samples.begin(), middle, samples.end());
  return *middle;
}

double mean(const std::vector<double>& samples) {
  if (samples.empty()) return 0;
  return std::accumulate(samples.begin(), samples.end(), 0.0) / static_cast<double>(samples.size());
}

void give_up(std::string_view why) {
  std::fprintf(stderr, "casus_bench: %.*s\n", static_cast<int>(why.size()), why.data());
  std::exit(1);
}

}  // namespace casus::bench
