// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/meeting/proposal.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace casus::meeting {

/// What earlier meetings say about a case. Internal to core/meeting.
struct Memory {
  std::set<std::string> left;                 ///< fell off, parked or not reached the last time
  std::map<std::string, AgendaLine> by_hand;  ///< of those, what the team had added itself
  std::vector<AgendaLine> subjects;           ///< without a case, added by the team and not reached
  std::map<std::string, Time> reviewed;       ///< when a case last had a place of its own that was finished
  std::map<std::string, Date> on_table;       ///< day of the last meeting that finished any line of it
};
Memory remembered(const std::vector<Meeting>& past);

/// The lines that a case asks for on that day, each with its reason and length, not yet fitted.
std::vector<AgendaLine> lines_of(const Case& state, const Situation& situation, const Memory& memory,
                                 const engine::Library& library);

}  // namespace casus::meeting
