// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

#include <atomic>

// Answers by how often it was asked, not by what it sees.

namespace casus::trial {
namespace {

using method::Collection;
using method::Field;
using method::Finding;
using method::Findings;

class Rules final : public method::Rules {
 public:
  Findings assess(const method::View&) const override {
    static std::atomic<int> asked{0};
    const auto number = std::to_string(++asked);
    return {{"trial/number", Finding::Weight::info, {number, number}, {}}};
  }
};

constinit const Rules rules;

const method::Rules* rules_of(std::string_view) { return &rules; }

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_PLUGIN(casus::trial::right_stamp(), casus::trial::rules_of)
