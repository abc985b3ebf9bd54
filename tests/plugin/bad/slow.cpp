// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

#include <unistd.h>

// Fine on a small case; a day of work on a large one.

namespace casus::trial {
namespace {

class Rules final : public method::Rules {
 public:
  Findings suggest(const method::View& view) const override {
    const auto rows = view.size(Collection::contributions);
    for (std::size_t row = 0; row < rows; ++row)
      if (rows > 100) ::usleep(100'000);
    return {};
  }
};

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_RULES()
