// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

// Falls over before anybody asks it anything.

namespace casus::trial {
namespace {

__attribute__((constructor, used)) void fall_over() { std::abort(); }

class Rules final : public method::Rules {};

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_RULES()
