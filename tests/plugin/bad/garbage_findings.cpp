// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

namespace casus::trial {
namespace {

class Rules final : public method::Rules {
 public:
  Findings review(const method::View&, const method::Draft&) const override {
    return {{"", Finding::Weight::info, {"zin", "sentence"}, {}}};
  }
  Findings assess(const method::View&) const override {
    return {{"trial/broken", Finding::Weight::info, {"zin \xff\xfe", "sentence"}, {}}};
  }
};

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_RULES()
