// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

#include <unistd.h>

// Says itself that it is open and shut in, before it is, and answers a question that nobody asked.

namespace casus::trial {
namespace {

__attribute__((constructor, used)) void speak() {
  const char forged[] = "r\1\0\0\0\0a\4\0\0\0\0\0\0\0";
  for (int file = 3; file < 16; ++file) (void)!::write(file, forged, sizeof forged - 1);
}

class Rules final : public method::Rules {};

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_RULES()
