// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

// Shows a good stamp where it is looked for before loading, and exports another.

namespace casus::trial {
namespace {

constexpr method::Stamp other_stamp() {
  auto stamp = right_stamp();
  stamp.api = 999;
  return stamp;
}

__attribute__((used, section(".casus_stamp"))) constinit const method::Plugin shown{right_stamp(), no_rules};

}  // namespace
}  // namespace casus::trial

extern "C" __attribute__((visibility("default"), used)) constinit const casus::method::Plugin casus_method_plugin{
    casus::trial::other_stamp(), casus::trial::no_rules};
