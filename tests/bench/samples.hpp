// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <string_view>
#include <vector>

namespace casus::bench {

/// Seconds that a call took by the wall clock.
double seconds_of(auto&& call) {
  const auto begin = std::chrono::steady_clock::now();
  call();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// The middle one: a disk or a scheduler that stalls once does not move it. 0 for no samples.
double median(std::vector<double> samples);

double mean(const std::vector<double>& samples);

/// Ends the program with a message: a measurement of something that does not work says nothing.
[[noreturn]] void give_up(std::string_view why);

}  // namespace casus::bench
