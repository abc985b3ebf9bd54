// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"

#include <stdexcept>
#include <string>
#include <string_view>

namespace casus::test {

/// Time that stands still until a test moves it.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(std::string_view start = "2026-03-02T09:00:00Z") { set(start); }

  Time now() const override { return now_; }

  void set(std::string_view text) {
    const auto time = time_from(text);
    if (!time) throw std::invalid_argument("not a moment: " + std::string(text));
    now_ = *time;
  }
  void advance(std::chrono::seconds by) { now_ += by; }
  void advance_days(int days) { now_ += std::chrono::days(days); }

 private:
  Time now_;
};

}  // namespace casus::test
