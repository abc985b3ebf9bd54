// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/bad/trial_plugin.hpp"

#include <fcntl.h>
#include <unistd.h>

// Looks into a file before anybody asks it anything.

namespace casus::trial {
namespace {

__attribute__((constructor, used)) void read_a_file() {
  const int file = ::open("/etc/passwd", O_RDONLY);
  if (file >= 0) ::close(file);
}

class Rules final : public method::Rules {};

}  // namespace
}  // namespace casus::trial

CASUS_TRIAL_RULES()
