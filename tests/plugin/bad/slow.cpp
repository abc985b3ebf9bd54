// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

#include <unistd.h>

// Fine on a small case; a day of work on a large one.

namespace casus::trial {
namespace {

using method::Collection;
using method::Field;
using method::Finding;
using method::Findings;

class Rules final : public method::Rules {
 public:
  Findings suggest(const method::View& view) const override {
    const auto rows = view.size(Collection::contributions);
    for (std::size_t row = 0; row < rows; ++row)
      if (rows > 100) ::usleep(100'000);
    return {};
  }
};

constinit const Rules rules;

const method::Rules* rules_of(std::string_view) { return &rules; }

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_PLUGIN(casus::trial::right_stamp(), casus::trial::rules_of)
