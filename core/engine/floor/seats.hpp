// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"

#include <string>
#include <vector>

namespace casus::engine {

/// Ids of those who still sit at the table, and whose seat was for a time that is over on this day. None when nobody
/// else sits there: a case is somebody's, so they stay until another comes.
std::vector<std::string> seats_over(const Case& state, Date today);

/// The roles that somebody of the case has when they come to the table for `asked`: none of before once they left it.
/// Who is back had the chair or the notes of another day, and what somebody else presents or coordinates since stays
/// with them.
std::vector<Role> roles_kept(const Case& state, const Person& person, const std::vector<Role>& asked);

}  // namespace casus::engine
