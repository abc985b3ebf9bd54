// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/bench/table.hpp"

#include <span>

namespace casus::bench {

/// Lets a row be made only of figures that are there.
class Known {
 public:
  explicit Known(const Figures& figures) : figures_(figures) {}

  double operator()(const std::string& name) {
    const auto found = figures_.find(name);
    if (found != figures_.end()) return found->second;
    missing_ = true;
    return 1;
  }
  bool all() const { return !missing_; }

 private:
  const Figures& figures_;
  bool missing_ = false;
};

using Maker = Row (*)(Known&);

constexpr auto kLeast = true;
constexpr std::optional<double> kForScale;

/// Of programs as they are typed, as a store grows, and of the page.
std::span<const Maker> process_rows();

}  // namespace casus::bench
