// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/desk/typed/known_in_case.hpp"
#include "core/web/html.hpp"

#include <optional>
#include <string>

namespace casus::desk {
class Desk;
}

/// What is written down at a table beside the talk and the agreements, on the page of who leads: what the resident
/// knows, what came of an action, a score, a decision, the network, what the team learns, and what is put right.
namespace casus::web {

struct Visit;
class Fields;

/// What a form of this table can point at; nothing where it may not be known.
std::optional<desk::KnownInCase> known_at(desk::Desk& desk, const service::Table& table);
/// All of them, folded together; those for the team alone where no case is on the table. `known`: as `known_at` has it;
/// nullptr where there is no table. `typed`: what was filled in and not done.
Html more_forms(const Visit& visit, desk::Desk& desk, const desk::Guided& now, const desk::KnownInCase* known,
                const Fields* typed);
/// The ways on from where going on step by step ends: a new round, or closing. Nothing elsewhere.
Html ways_to_end(const Visit& visit, desk::Desk& desk, const desk::Guided& now, const Fields* typed);
/// Their own score, and their own opinion of a decision, on the page of somebody at the table.
Html own_forms(const Visit& visit, desk::Desk& desk, const service::Table& table, const Fields* typed);
/// A line of learning and a signal of their own, wherever the meeting is; nothing for a guest, who is of no team.
Html forms_for_team(const Visit& visit, desk::Desk& desk, const desk::Guided& now, const Fields* typed);
/// To choose what is put right of this round or of the case itself; and the last thing that was done taken back.
Html mend_at_table(const Visit& visit, desk::Desk& desk, const desk::Guided& now);
/// What was chosen there, with the words that stand, to give it others or none: in the place of the page. Nothing when
/// `typed` chose nothing that stands there.
Html mend_this(const Visit& visit, desk::Desk& desk, const desk::Guided& now, const Fields* typed);
/// The plan, the network and what could be done now, to read on this page.
Html look_buttons(const Visit& visit);
/// What went to the team just now taken back, wherever the table is meanwhile. Nothing when that was not the last.
Html take_noted_back_form(const Visit& visit, const desk::Guided& now, const std::string& to);
/// By one press it stands again: what was taken back just now.
Html put_back_form(const Visit& visit, const desk::Guided& now, const std::string& to);

/// Whether the form is for the team, and no words of it come into a case: it means the same whatever lies on the table.
bool is_for_team(const Visit& visit);
/// Does what one of these was sent for; false when it was none of them.
bool do_more(const Visit& visit, desk::Desk& desk, desk::GuidedMeeting& guided, const desk::GuidedMeeting::Sent& sent);
/// What `take_noted_back_form` was sent for; false when nothing went to the team just now.
bool take_noted_back(const Visit& visit, desk::Desk& desk, desk::GuidedMeeting& guided,
                     const desk::GuidedMeeting::Sent& sent);
/// Says of a form that is not of this page, or lacks what it is about, that nothing was done by it.
void not_for_here(const Visit& visit, desk::GuidedMeeting& guided, const desk::GuidedMeeting::Sent& sent);
/// One of the own forms, or of those for the team, in the name of who sent it.
void give_own(const Visit& visit, desk::Desk& desk, desk::GuidedMeeting& guided, const desk::GuidedMeeting::Sent& sent);

}  // namespace casus::web
