// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

#include <unistd.h>

namespace casus::trial {
namespace {

using method::Finding;
using method::Findings;

class Rules final : public method::Rules {
 public:
  Findings suggest(const method::View&) const override { ::_exit(7); }
};

constinit const Rules rules;

const method::Rules* rules_of(std::string_view) { return &rules; }

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_PLUGIN(casus::trial::right_stamp(), casus::trial::rules_of)
