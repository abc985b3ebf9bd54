// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

#include <unistd.h>

// Ends the process that opens it, as if all were well.

namespace casus::trial {
namespace {

__attribute__((constructor, used)) void leave() { ::_exit(0); }

class Rules final : public method::Rules {};

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_RULES()
