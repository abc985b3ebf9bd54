// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>

namespace casus::cli {

/// A bar on standard error for work that takes over a second; on a terminal only, and gone when the work is done.
class Progress {
 public:
  Progress();
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void at(std::int64_t done, std::int64_t of);
  /// Takes the bar away, before something else is written.
  void clear();

 private:
  std::chrono::steady_clock::time_point next_;
  bool terminal_;
  bool drawn_ = false;
};

}  // namespace casus::cli
