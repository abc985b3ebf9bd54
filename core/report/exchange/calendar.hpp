// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/meeting/meeting.hpp"
#include "core/text/voice.hpp"
#include "core/workflow/workflow.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Days and meetings for a calendar program (iCalendar, RFC 5545).
namespace casus::report {

/// A whole day, or from one moment to another.
struct CalendarEntry {
  std::string uid;            ///< stays the same, so that a calendar that reads the file again replaces the entry
  Time changed{};             ///< when the case last changed
  std::int64_t sequence = 0;  ///< grows with every change, so that a calendar takes the later over the earlier
  bool cancelled = false;     ///< it is done or off: a calendar that has it takes it out
  std::optional<Date> day;
  std::optional<Time> begins;
  std::optional<Time> ends;
  std::string summary;
  std::string kind{};  ///< what it is a day of, without which case; empty: the summary says no more than that
};

struct CalendarWishes {
  std::string who;     ///< only what this person does, checks or sits at the table for; empty: everything
  bool texts = false;  ///< with what is to be done, instead of the id of the case alone
};

/// Review date, actions and legal terms of a case, those that are done and all of a closed one as cancelled; nothing of
/// an erased one. And the day by which the resident must have an answer, of a closed case too; of one that is only kept
/// (AVG 18) nothing else. `workflow` is that of the case, nullptr when it is not here: then no term is known. Without
/// `texts` a summary holds no personal text: calendars are copied to telephones and shared.
std::vector<CalendarEntry> calendar_of(const Case& state, const CalendarWishes& wishes, const text::Voice& voice,
                                       const workflow::Workflow* workflow = nullptr);

/// A meeting that is planned, as a whole day: the team keeps no hour. Nothing of one that is over. Who chairs it stands
/// there with `texts` alone.
std::optional<CalendarEntry> calendar_of(const Meeting& meeting, const CalendarWishes& wishes,
                                         const text::Voice& voice);

/// The file. `name` is what a calendar program may call it.
std::string calendar_file(const std::vector<CalendarEntry>& entries, std::string_view name);

}  // namespace casus::report
