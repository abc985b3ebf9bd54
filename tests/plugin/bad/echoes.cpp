// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

// Repeats what was said, whatever it was.

namespace casus::trial {
namespace {

class Rules final : public method::Rules {
 public:
  Findings review(const method::View&, const method::Draft& draft) const override {
    const std::string text = "x" + std::string(draft.text);
    return {{"trial/echo", Finding::Weight::info, {text, text}, {}}};
  }
};

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_RULES()
