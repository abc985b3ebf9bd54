// SPDX-License-Identifier: EUPL-1.2
#include "core/model/refusal.hpp"

namespace casus {

std::string Refusal::remedies_in(const text::Voice& voice) const {
  std::string all;
  for (const auto& remedy : remedies) all += (all.empty() ? "" : " ") + voice.say(remedy.hint);
  return all;
}

}  // namespace casus
