// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/model/meeting/meeting.hpp"
#include "core/model/refusal.hpp"

#include <functional>

/// Lines that are in no case yet, and other words for what was typed (core/model/meeting/meeting_aside.hpp). Internal
/// to core/meeting.
namespace casus::meeting {

/// Whether it may be given while the meeting is not going on: what was said is kept, and put in its place, at any time.
bool is_about_aside(const MeetingBody& body);

Outcome<LineSetAside, Refusal> set_aside(const Meeting& meeting, const SetLineAside& command);
/// `may`: whether who asks may let go of that line alone.
Outcome<LineTakenUp, Refusal> take_up(const Meeting& meeting, const TakeLineUp& command,
                                      const std::function<bool(const LineAside&)>& may);

/// Of an agenda that is destroyed as a whole the other lines are said again behind it.
Outcome<std::vector<ItemReworded>, Refusal> reworded(const Meeting& meeting, const RewordItem& command);
void evolve_aside(Meeting& meeting, const ItemReworded& event, std::int64_t number);

/// `number` is that of the event.
void evolve_aside(Meeting& meeting, const LineSetAside& event, std::int64_t number, const std::string& by, Time at);
void evolve_aside(Meeting& meeting, const LineTakenUp& event, std::int64_t number);

}  // namespace casus::meeting
