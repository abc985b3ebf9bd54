// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

// Never comes to its first answer.

namespace casus::trial {
namespace {

__attribute__((constructor, used)) void loop() {
  for (;;) asm volatile("");
}

class Rules final : public method::Rules {};

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_RULES()
