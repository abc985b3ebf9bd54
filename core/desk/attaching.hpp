// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/model/commands.hpp"

namespace casus::desk {

/// Reads the file that an AttachFile names, and keeps it with the case.
service::Answer attach(Desk& desk, Command command);

}  // namespace casus::desk
