// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/base/time.hpp"
#include "core/model/refusal.hpp"
#include "core/model/team/team.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Erasing somebody who left the team. Our own rule, as with a case: what cannot be brought back takes two, and nobody
/// is brought in for it on the day itself.
namespace casus::engine {

/// Somebody who left.
struct Leaver {
  std::vector<std::string> names;  ///< all that were theirs
  Time since{};                    ///< when they joined
};

/// Whom a name means among those who left; of two who were called the same both, since nothing tells them apart.
/// Refused for who is in the team now, and for a name that somebody in it has or had: what they did would go too.
Outcome<Leaver, Refusal> leaver_meant(const Team& team, std::string_view name);

/// Decides it: two of the team who were there before today, or the keeper with one of them.
Outcome<std::vector<TeamEvent>, Refusal> decide_erasing(const TeamCommand& command, const EraseMember& wanted,
                                                        const Team& team);

/// Takes these names out of an event of the team: who did it, who typed it, whom it is about. Words that somebody wrote
/// stay as they are. Whether any stood there.
bool forget_names(TeamEvent& event, const std::vector<std::string>& names);

}  // namespace casus::engine
