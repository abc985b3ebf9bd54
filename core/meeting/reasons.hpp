// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/meeting/proposal.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace casus::meeting {

/// What earlier meetings say about a case. For who proposes week after week it can be kept up as they go by.
struct Memory {
  std::set<std::string> left;                 ///< fell off, parked, left half-way or not reached the last time
  std::map<std::string, AgendaLine> by_hand;  ///< of those, what the team had added itself
  std::vector<AgendaLine> subjects;           ///< without a case, added by the team and not reached
  std::map<std::string, Time> reviewed;       ///< when a case last had a place of its own that was finished
  std::map<std::string, Time> stopped;        ///< the same for a talk that was left half-way
  std::map<std::string, Date> on_table;       ///< day of the last meeting that finished any line of it
};
Memory remembered(const std::vector<Meeting>& past);

/// What a case asks for on that day, not yet fitted: one line with every reason that holds.
struct WantedLine {
  AgendaLine line;
  /// The same without what its owner asked for, where something cannot wait: for when the whole does not fit.
  std::optional<AgendaLine> due;
  const Case* about = nullptr;  ///< null for a subject without a case
};
/// `people` are there, which is counted once for all cases.
std::optional<WantedLine> line_of(const Case& state, const Situation& situation, int people, const Memory& memory,
                                  const engine::Library& library);
/// Of the team, who are not away on that day.
int people_there(const Situation& situation);

/// Puts what is wanted in its order and fits it into the meeting, as `propose` does; of the situation its cases and
/// what was before are not looked at again, but for the rota.
Proposal fitted(const Situation& situation, std::vector<WantedLine> wanted, const engine::Library& library);

/// The graver, the lower.
int gravity(Why why);

}  // namespace casus::meeting
