// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/remarks/remarks.hpp"
#include "core/model/learning/learning.hpp"
#include "core/model/meeting/meeting.hpp"
#include "core/model/team/team.hpp"

#include <string>
#include <vector>

/// What the team writes down apart from every case may lead back to nobody (R15). What surely would is refused; here is
/// what may, told with the answer as it is of a case (remarks.hpp).
namespace casus::engine {

/// Likely names and addresses in what is kept with the team, and a line that it noted today already. `before` is the
/// team as it was.
std::vector<Remark> remarks(const Team& before, const TeamCommand& command);

/// Likely names and addresses in what all read of a session; the names of the team itself are no secret there.
std::vector<Remark> remarks(const Team& team, const LearningCommand& command);

/// Likely names and addresses in why something is done in a meeting, and in what comes in the place of it: all of the
/// team read it, whatever case it is about. And a guest whose name may be a slip for that of a colleague who is not
/// among `present`, as they are after the command; only who is of the team is told whom it may be.
std::vector<Remark> remarks(const Team& team, const MeetingCommand& command, const std::vector<std::string>& present);

}  // namespace casus::engine
