// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

#include <chrono>

// Fine on a small case; a day of work on a large one.

namespace casus::trial {
namespace {

void work(std::chrono::milliseconds time) {
  const auto end = std::chrono::steady_clock::now() + time;
  while (std::chrono::steady_clock::now() < end) asm volatile("");
}

class Rules final : public method::Rules {
 public:
  Findings suggest(const method::View& view) const override {
    const auto rows = view.size(Collection::contributions);
    for (std::size_t row = 0; row < rows; ++row)
      if (rows > 100) work(std::chrono::milliseconds(100));
    return {};
  }
};

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_RULES()
