// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/text/message.hpp"

namespace casus::text {

/// "2 maart 2026 om 10:07 uur": a moment as it is told to people, by the clock on the wall of the team, with summer
/// time. Seconds only where there are any, so that two moments that differ also read so.
Message moment_message(Time moment);

}  // namespace casus::text
