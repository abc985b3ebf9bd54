// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"

#include <cstddef>
#include <deque>
#include <string>
#include <utility>

namespace casus::web {

/// How often somebody may guess wrong: few times from one address (of IPv6: from one network, server/addresses.hpp),
/// and not endlessly from all together.
class Throttle {
 public:
  static constexpr std::chrono::minutes kWindow{10};
  static constexpr std::size_t kOfOne = 10;
  static constexpr std::size_t kOfAll = 300;
  /// Who looks where they may not be does no guessing: so often they are told, and it is kept in the log of a case.
  static constexpr std::size_t kSentAwayOfOne = 200;
  static constexpr std::size_t kSentAwayOfAll = 2000;

  explicit Throttle(std::size_t of_one = kOfOne, std::size_t of_all = kOfAll) : of_one_(of_one), of_all_(of_all) {}

  /// Whether this address may try.
  bool may_try(const std::string& address, Time now);
  void wrong(const std::string& address, Time now);

 private:
  void forget(Time now);

  const std::size_t of_one_, of_all_;
  std::deque<std::pair<Time, std::string>> tries_;
};

}  // namespace casus::web
