// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/commands.hpp"
#include "core/model/learning/learning.hpp"
#include "core/model/meeting/meeting.hpp"
#include "core/model/refusal.hpp"
#include "core/model/team/team.hpp"

#include <cstdint>

namespace casus::service {

/// A digest of what a command asks and who sends it, from 1 to 65536, to keep with its id: an id belongs to one command
/// (DESIGN 3, Once). Not in it: when it happened and which version was seen, for a command sent again may have others;
/// nor how it was typed: "feit" is "fact", and whoever is named in small letters is who they are.
///
/// Sixteen bits on purpose. It finds a mistake but for one in 65,536, and what was said cannot be guessed from it: a
/// number of nine digits, say, that was destroyed since would leave more than a thousand candidates.
std::int64_t content_of(const Command& command);
std::int64_t content_of(const TeamCommand& command);
std::int64_t content_of(const MeetingCommand& command);
std::int64_t content_of(const LearningCommand& command);

/// Whether what was kept with an id is of this command, whose content is `now`. A program of before kept it of a
/// command as it was typed, and one before that kept nothing (0).
bool is_content(std::int64_t kept, std::int64_t now, const Command& command);
bool is_content(std::int64_t kept, std::int64_t now, const TeamCommand& command);
bool is_content(std::int64_t kept, std::int64_t now, const MeetingCommand& command);
bool is_content(std::int64_t kept, std::int64_t now, const LearningCommand& command);

/// Refuses a command whose id was used before for another.
Refusal id_of_another(const std::string& id);

}  // namespace casus::service
