// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/throttle.hpp"

#include <algorithm>

namespace casus::web {

void Throttle::forget(Time now) {
  while (!tries_.empty() && tries_.front().first + kWindow < now) tries_.pop_front();
}

bool Throttle::may_try(const std::string& address, Time now) {
  forget(now);
  if (tries_.size() >= kOfAll) return false;
  return static_cast<std::size_t>(std::ranges::count(
             tries_, address, [](const auto& one) -> const std::string& { return one.second; })) < kOfOne;
}

void Throttle::wrong(const std::string& address, Time now) {
  forget(now);
  tries_.emplace_back(now, address);
}

}  // namespace casus::web
