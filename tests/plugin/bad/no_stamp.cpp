// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

// The right constant, but not in the section where the host looks for it before it loads anything.
extern "C" __attribute__((visibility("default"), used)) constinit const casus::method::Plugin casus_method_plugin{
    casus::trial::right_stamp(), casus::trial::no_rules};
