// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/shares.hpp"

#include <limits>

namespace casus::web {

bool Shares::take(const std::string& who, std::size_t most) {
  const auto found = of_.find(who);
  if ((found == of_.end() ? 0 : found->second) >= most) return false;
  if (found == of_.end()) of_.emplace(who, 1);
  else ++found->second;
  ++all_;
  return true;
}

void Shares::give_back(const std::string& who) {
  const auto found = of_.find(who);
  if (found == of_.end()) return;
  --all_;
  if (--found->second == 0) of_.erase(found);
}

std::optional<Refused> Turns::begin(const Turn& turn, bool may_have_all) {
  if (of_address_.all() >= bounds_.work_waiting) return Refused::queue;
  if (!turn.device.empty() && !of_device_.take(turn.device, bounds_.work_of_device)) return Refused::device;
  const auto most = may_have_all ? std::numeric_limits<std::size_t>::max() : bounds_.work_of_one;
  if (of_address_.take(turn.address, most)) return std::nullopt;
  of_device_.give_back(turn.device);
  return Refused::address;
}

void Turns::end(const Turn& turn) {
  of_device_.give_back(turn.device);
  of_address_.give_back(turn.address);
}

}  // namespace casus::web
