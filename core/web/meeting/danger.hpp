// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/web/html.hpp"
#include "core/web/server/message.hpp"

#include <string>

/// Danger on the pages of a meeting: told whatever is on the table, and which case it is about where nobody said that.
namespace casus::web {

struct Visit;

/// To tell it, posted to `to`. Where no case is on the table, or none of theirs, it asks which case it is about.
Html danger_form(const Visit& visit, const desk::Guided& now, const std::string& to, const Fields* typed);
/// To tell with one press what stands in words that were kept and may tell of danger; nothing where there are none.
Html worry_form(const Visit& visit, const desk::Guided& now, const std::string& to);
/// What was reported of the danger that there is now; of this person alone, or of everybody when `of` is empty.
Html danger_told(desk::Desk& desk, const desk::Guided& now, const Visit& visit, const std::string& of);
/// What somebody reported themselves and is in no case yet: each with the question which case it is about.
Html own_reports(const Visit& visit, const desk::Guided& now);
/// That question about one report, posted to `to`; nothing where there is no case to choose.
Html which_case(const Visit& visit, const desk::Guided& now, const std::string& to, const std::string& line,
                const std::string& id);
/// Whether danger or a worry is told with these fields; not when there are none.
bool tells_danger(const Fields* typed);
/// Whether the form of this visit is one of these, and says about which case it is.
bool names_its_case(const Visit& visit);
/// Whether what is sent from this page of the meeting is about the case on the table.
bool is_of_case_at_hand(const Visit& visit, const std::string& from);
/// Does what one of these was sent for; false when it was none of them. `own`: of the reports that lie there, only
/// those of this name can be answered; empty: all.
bool do_danger(const Visit& visit, desk::GuidedMeeting& guided, const desk::GuidedMeeting::Sent& sent,
               const std::string& own);

}  // namespace casus::web
