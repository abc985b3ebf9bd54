// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/model/meeting/meeting.hpp"
#include "core/report/documents/meeting_minutes.hpp"
#include "core/text/voice.hpp"

#include <string>
#include <vector>

namespace casus::report {

/// What came of a case while it was on the table, in words; people from outside are called as `Discreet` says.
struct ItemOutcome {
  /// An agreement that was made, or moved to another day.
  struct Task {
    std::string who, what, by_when, checks;
    Date on{};           ///< by which day, to put them in order
    std::string action;  ///< its id
  };

  std::vector<Task> tasks;
  std::vector<std::string> safety, choices, votes, decisions, dissent, done, goals, told;
  std::string next;  ///< the day to look back as it stood when the table turned away; empty without one to come

  int signals = 0;     ///< noted with the team meanwhile
  int learning = 0;    ///< the same
  bool tells = false;  ///< telling the resident is one of the tasks

  /// Whether there is more to tell than the next day.
  bool anything() const;
  /// Whether something was decided or agreed of which nobody wrote down who tells it to the resident.
  bool is_told_open() const { return told.empty() && !tells && !(tasks.empty() && decisions.empty()); }
};

/// `record` has a state. What was agreed in the case at another time is left out.
ItemOutcome item_outcome(const AgendaItem& item, const CaseRecord& record, const Definitions& definitions, Time now,
                         const text::Voice& voice);

}  // namespace casus::report
