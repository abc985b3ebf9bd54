// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

#include <atomic>

// Answers by how often it was asked, not by what it sees.

namespace casus::trial {
namespace {

class Rules final : public method::Rules {
 public:
  Findings assess(const method::View&) const override {
    static std::atomic<int> asked{0};
    const auto number = std::to_string(++asked);
    return {{"trial/number", Finding::Weight::info, {number, number}, {}}};
  }
};

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_RULES()
