// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

#include <csignal>

namespace casus::trial {
namespace {

class Rules final : public method::Rules {
 public:
  Findings suggest(const method::View&) const override {
    std::raise(SIGSEGV);
    return {};
  }
};

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_RULES()
