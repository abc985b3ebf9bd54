// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/shares.hpp"

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

}  // namespace casus::web
