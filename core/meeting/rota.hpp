// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/meeting/meeting.hpp"
#include "core/model/team/team.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace casus::meeting {

/// One turn as the chair, in shares that any team of up to sixteen divides without a rest.
inline constexpr std::int64_t kTurn = 720720;

/// Every meeting is one turn, owed in equal shares by the members who are there (away: nothing owed), and paid by the
/// one who chaired. So nobody is ahead or behind for having been away.
enum class Duty { chair, note_taker };

/// The members of the team, who is next first; those who are away last. `past` are the meetings before `on`, the
/// earliest first: those that were held count, each with who did the duty in the end, so a swap counts as it went.
std::vector<RotaPlace> rota(const Team& team, const std::vector<Meeting>& past, Date on, Duty duty);

}  // namespace casus::meeting
