// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

#include <unistd.h>

namespace casus::trial {
namespace {

class Rules final : public method::Rules {
 public:
  Findings suggest(const method::View&) const override {
    // What it says depends on the process that asks.
    const auto number = std::to_string(::getpid());
    return {{"trial/number", Finding::Weight::info, {number, number}, {}}};
  }
};

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_RULES()
