// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/lifecycle/lifecycle.hpp"

#include <memory>

namespace casus::lifecycle {

/// The running statechart: begins at intake, takes steps, tells where it is. This is the only statement of the rules;
/// `lifecycle.cpp` explores it once and answers from what it found.
class Chart {
 public:
  Chart();
  Chart(Chart&&) noexcept;
  Chart& operator=(Chart&&) noexcept;
  ~Chart();

  /// Whether the chart allowed the step. If not, the chart is where it was.
  bool take(const Step& step);

  const Stage& stage() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace casus::lifecycle
