// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

namespace casus::trial {
namespace {

constexpr method::Stamp wrong_stamp() {
  auto stamp = right_stamp();
  stamp.api = 999;
  return stamp;
}

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_PLUGIN(casus::trial::wrong_stamp(), casus::trial::no_rules)
