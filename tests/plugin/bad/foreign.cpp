// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

#include <cstdlib>

namespace casus::trial {
namespace {

class Rules final : public method::Rules {
 public:
  Findings suggest(const method::View&) const override {
    const char* const zone = std::getenv("TZ");
    const std::string text = zone == nullptr ? "geen" : zone;
    return {{"trial/zone", Finding::Weight::info, {text, text}, {}}};
  }
};

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_RULES()
