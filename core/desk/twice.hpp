// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"

#include <optional>

namespace casus::desk {

/// What to say when the same was recorded, or the same case opened, less than a minute before, or the same action is
/// open already: it is done, and may be a second Enter. With the line that takes it back; nothing when it is new. Of
/// what was so already, that nothing changed.
std::optional<text::Message> said_twice(Desk& desk, const service::Answer& answer);

}  // namespace casus::desk
