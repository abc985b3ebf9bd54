// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

// Takes for granted that a text is a text.

namespace casus::trial {
namespace {

class Rules final : public method::Rules {
 public:
  Findings suggest(const method::View& view) const override {
    for (std::size_t row = 0; row < view.size(Collection::goals); ++row)
      if (std::get<std::string_view>(view.get(Collection::goals, row, Field::text)).empty())
        return {{"trial/goal", Finding::Weight::info, {"leeg", "empty"}, {}}};
    return {};
  }
};

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_RULES()
