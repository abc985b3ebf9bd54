// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

// Has the stamp, but keeps the constant to itself.
namespace {

__attribute__((used, section(".casus_stamp"))) constinit const casus::method::Plugin hidden{casus::trial::right_stamp(),
                                                                                            casus::trial::no_rules};

}  // namespace
