// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

// Repeats what was said, whatever it was.

namespace casus::trial {
namespace {

using method::Collection;
using method::Field;
using method::Finding;
using method::Findings;

class Rules final : public method::Rules {
 public:
  Findings review(const method::View&, const method::Draft& draft) const override {
    const std::string text = "x" + std::string(draft.text);
    return {{"trial/echo", Finding::Weight::info, {text, text}, {}}};
  }
};

constinit const Rules rules;

const method::Rules* rules_of(std::string_view) { return &rules; }

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_PLUGIN(casus::trial::right_stamp(), casus::trial::rules_of)
