// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

#include <vector>

// Keeps a megabyte for every contribution.

namespace casus::trial {
namespace {

using method::Collection;
using method::Field;
using method::Finding;
using method::Findings;

class Rules final : public method::Rules {
 public:
  Findings suggest(const method::View& view) const override {
    std::vector<std::vector<char>> kept;
    for (std::size_t row = 0; row < view.size(Collection::contributions); ++row) kept.emplace_back(1'250'000, 'x');
    return kept.empty() ? Findings{} : Findings{{"trial/kept", Finding::Weight::info, {"x", "x"}, {}}};
  }
};

constinit const Rules rules;

const method::Rules* rules_of(std::string_view) { return &rules; }

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_PLUGIN(casus::trial::right_stamp(), casus::trial::rules_of)
