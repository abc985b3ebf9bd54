// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/model/events.hpp"
#include "core/model/meeting/meeting.hpp"
#include "core/model/refusal.hpp"
#include "core/model/team/team.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus {
struct Case;
}

/// The weekly meeting, the same two functions as for a case: no clock, file or random number inside.
namespace casus::meeting {

/// What a decision on an item may know of the case in it.
struct CaseFacts {
  std::string id;
  bool exists = false;
  bool erased = false;
  std::int64_t version = 0;
  std::string presenter;       ///< name of the presenter at its table; empty without one
  std::string method;          ///< of the phase it is in
  std::optional<Phase> phase;  ///< nothing before the first step
  std::string step;
  bool untouched = false;          ///< nothing was said of it since the meeting turned to it
  bool half_way = false;           ///< see `is_half_way`
  std::vector<std::string> names;  ///< of people in it who are not in the team: they may not stand in an agenda
};

struct Facts {
  const Team* team = nullptr;  ///< nullptr: no team is known, so any name will do
  CaseFacts about;             ///< the case that `case_meant` names
  std::string leader{};        ///< who leads the meeting that goes on, be it this one or a later
};

/// The case that a decision on this command must know of; empty when there is none.
std::string case_meant(const Meeting& meeting, const MeetingBody& body);

/// Whether such an event says something of its case: not who sits where, nor that a step or a turn went by.
bool says_something(const EventBody& body);

/// Whether a talk that ends now stops half-way: a step is open, and no day to look back or of an action is still to
/// come that brings the case back by itself. An evaluation comes back until it is done.
bool is_half_way(const Case& state, Date today);

/// Whoever steers a meeting is in its team or was let in; why this name may not, without telling who is of the team.
/// Without a team any name may.
std::optional<Refusal> outsider(const Meeting& meeting, const Team* team, std::string_view name);

/// The events that follow, or why not. The meeting is as it was.
Outcome<MeetingEvents, Refusal> decide(const Meeting& meeting, const MeetingCommand& command, const Facts& facts);

/// Throws Fault(store) for an event that cannot follow (a damaged history).
void evolve(Meeting& meeting, const MeetingEvent& event);

/// All but the words that somebody typed: what is left of an event that is destroyed.
void take_out_words(MeetingEventBody& body);

/// Whether doing such a command again on what somebody else left could do it twice: then the second is told.
bool is_move(const MeetingBody& body);

}  // namespace casus::meeting
