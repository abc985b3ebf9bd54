// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/commands.hpp"
#include "core/model/team/team.hpp"

#include <string>
#include <vector>

namespace casus::service {

/// Who sits where when a meeting turns to a case.
struct Seating {
  std::vector<std::string> present;
  std::string chair;       ///< of this item
  std::string note_taker;  ///< empty without one
  /// Who of those present is not of the team: a guest sits here for this case, and is no colleague.
  std::vector<std::string> guests{};
  std::vector<std::string> gone{};  ///< guests who went
  std::string by{};                 ///< who leads the meeting, and notes who got up; empty: nobody is known
};

/// The commands that bring the table of a case in line with the meeting, in an order that the case takes: first who is
/// missing, then who leaves, then the chair. Their ids are made from `id` and what they do, so that a seating that was
/// cut short goes on where it was. Empty: everybody sits right.
/// `typist` gave the command that they follow from: who sat at the keys, whoever has the say over the table.
std::vector<Command> seating_commands(const Case& state, const Seating& wanted, const std::string& id, Time at,
                                      const Typist& typist);

/// The commands by which the guests who went get up when the talk about their case is over; one that is refused leaves
/// them where they are. Whoever was given another role in the case than a place at the talk keeps it.
std::vector<Command> leaving_commands(const Case& state, const Seating& wanted, const std::string& id, Time at,
                                      const Typist& typist);

}  // namespace casus::service
