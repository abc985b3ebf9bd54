// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

namespace casus::trial {
namespace {

class Rules final : public method::Rules {
 public:
  method::Findings suggest(const method::View&) const override { throw 42; }
};

constinit const Rules rules;

const method::Rules* rules_of(std::string_view) { return &rules; }

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_PLUGIN(casus::trial::right_stamp(), casus::trial::rules_of)
