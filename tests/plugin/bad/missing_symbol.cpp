// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

/// Nobody defines it: the loader must say so at once, not at the first call.
extern "C" const casus::method::Rules* casus_not_there();

namespace casus::trial {
namespace {

const method::Rules* rules_of(std::string_view) { return casus_not_there(); }

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_PLUGIN(casus::trial::right_stamp(), casus::trial::rules_of)
