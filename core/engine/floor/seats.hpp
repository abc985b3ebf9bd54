// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/commands.hpp"
#include "core/model/refusal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::engine {

struct Deciding;

/// Ids of those who still sit at the table, and whose seat was for a time that is over on this day. None when nobody
/// else sits there: a case is somebody's, so they stay until another comes.
std::vector<std::string> seats_over(const Case& state, Date today);

/// The roles that somebody of the case has when they come to the table for `asked`: none of before once they left it.
/// Who is back had the chair or the notes of another day, and what somebody else presents or coordinates since stays
/// with them.
std::vector<Role> roles_kept(const Case& state, const Person& person, const std::vector<Role>& asked);

/// Somebody who sat here as a guest and got up: not of the team, as far as one is known, and with no work of their own
/// in the case. They may turn out to be the resident.
bool was_guest(const Deciding& d, const Person& person);

/// Somebody from elsewhere got up, and one of that name comes for something else: whether it is they is asked, and the
/// number in the case says that it is. Nothing for whoever comes back as what they were, unless they came for their
/// work and another of the same office may be called so.
std::optional<Refusal> named_as_departed(const Deciding& d, const AddParticipant& command, const Person& person);

}  // namespace casus::engine
