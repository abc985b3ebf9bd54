// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/meeting/meeting.hpp"
#include "core/model/refusal.hpp"
#include "core/model/team/team.hpp"

#include <optional>
#include <string_view>

namespace casus::meeting {

/// Refuses a name that could be that of several of the team.
std::optional<Refusal> unclear_name(std::string_view name, const Team& team);
/// The same for every name in a command to the meeting.
std::optional<Refusal> unclear_name(const MeetingBody& body, const Team& team);

}  // namespace casus::meeting
