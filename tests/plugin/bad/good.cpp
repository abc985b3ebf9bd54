// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

// A plugin as it should be: what the others are compared with.

namespace casus::trial {
namespace {

class Rules final : public method::Rules {
 public:
  Findings review(const method::View&, const method::Draft& draft) const override {
    return {{"trial/echo",
             Finding::Weight::warning,
             {"gezegd: " + std::string(draft.text), "said: " + std::string(draft.text)},
             {"c1"}}};
  }
  Findings assess(const method::View& view) const override {
    const auto count = std::to_string(view.size(method::Collection::goals));
    return {{"trial/goals", Finding::Weight::hard, {"doelen: " + count, "goals: " + count}, {}}};
  }
};

constinit const Rules rules;

const method::Rules* rules_of(std::string_view method_id) { return method_id == "trial/none" ? nullptr : &rules; }

}  // namespace
}  // namespace casus::trial

CASUS_METHOD_PLUGIN("trial", "1.0.0", casus::trial::rules_of)
