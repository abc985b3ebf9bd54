// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

CASUS_TRIAL_PLUGIN(casus::trial::right_stamp(), casus::trial::no_rules)
