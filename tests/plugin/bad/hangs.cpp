// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

namespace casus::trial {
namespace {

class Rules final : public method::Rules {
 public:
  Findings suggest(const method::View&) const override {
    for (;;) asm volatile("");
  }
};

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_RULES()
