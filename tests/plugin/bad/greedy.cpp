// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

#include <memory>
#include <vector>

// Keeps a megabyte for every contribution.

namespace casus::trial {
namespace {

class Rules final : public method::Rules {
 public:
  Findings suggest(const method::View& view) const override {
    std::vector<std::unique_ptr<char[]>> kept;
    for (std::size_t row = 0; row < view.size(Collection::contributions); ++row) kept.emplace_back(new char[1'250'000]);
    return kept.empty() ? Findings{} : Findings{{"trial/kept", Finding::Weight::info, {"x", "x"}, {}}};
  }
};

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_RULES()
