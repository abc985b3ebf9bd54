// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/model/access.hpp"
#include "core/model/case.hpp"
#include "core/model/events.hpp"
#include "core/model/meeting.hpp"
#include "core/model/refusal.hpp"

#include <optional>
#include <string>

/// Reading, the one door of every face: need to know is asked, the look is logged (a refusal too), and only then is
/// anything given. A page that shows something of a case, or of a meeting, comes through here.
namespace casus::desk {

class Desk;

/// A case that the seat at this desk was let in to see.
struct Reading {
  Case state;
  Sight sight = Sight::refused;  ///< on what ground: the resident may get something else
};

/// The case, or why not. `because`: the reason of somebody who is not at its table. Throws Usage, with the nearest
/// known id, when there is no such case.
Outcome<Reading, Refusal> read(Desk& desk, const std::string& case_id, CasePart part, const std::string& because = {});

/// For a page on several cases: nothing of one that may not be seen, that was erased, or that is not there. Nobody
/// asked for that one, so the log keeps no refusal of it.
std::optional<Reading> read_in_passing(Desk& desk, const std::string& case_id, CasePart part,
                                       const std::string& because = {});

/// Whether nothing of a case can be read any more, by anybody.
bool is_erased(Desk& desk, const std::string& case_id);

/// All that happened in a case that was let in to.
Events history_of(Desk& desk, const Case& let_in);

/// Why this seat may not read what is the team's: an agenda, minutes, the log of all cases. Nothing when it may: it is
/// of the team, was present at `meeting`, or the store has no team yet.
std::optional<Refusal> not_of_the_team(Desk& desk, const Meeting* meeting = nullptr);

}  // namespace casus::desk
