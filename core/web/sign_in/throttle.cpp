// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/throttle.hpp"

#include "core/web/server/addresses.hpp"

#include <algorithm>

namespace casus::web {

void Throttle::forget(Time now) {
  while (!tries_.empty() && tries_.front().first + kWindow < now) tries_.pop_front();
}

bool Throttle::may_try(const std::string& address, Time now) {
  forget(now);
  if (tries_.size() >= of_all_) return false;
  return static_cast<std::size_t>(std::ranges::count(
             tries_, network_of(address), [](const auto& one) -> const std::string& { return one.second; })) < of_one_;
}

void Throttle::wrong(const std::string& address, Time now) {
  forget(now);
  tries_.emplace_back(now, network_of(address));
}

}  // namespace casus::web
