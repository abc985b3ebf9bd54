// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"

#include <cstddef>
#include <deque>
#include <string>
#include <utility>

namespace casus::web {

/// How often somebody may guess wrong: few times from one address, and not endlessly from all together.
class Throttle {
 public:
  static constexpr std::chrono::minutes kWindow{10};
  static constexpr std::size_t kOfOne = 10;
  static constexpr std::size_t kOfAll = 300;

  /// Whether this address may try.
  bool may_try(const std::string& address, Time now);
  void wrong(const std::string& address, Time now);

 private:
  void forget(Time now);

  std::deque<std::pair<Time, std::string>> tries_;
};

}  // namespace casus::web
