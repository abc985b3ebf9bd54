// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace casus::service {

/// For a command that came without an id: one that nobody used before.
std::string random_command_id();

}  // namespace casus::service
