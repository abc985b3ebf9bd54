// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/refusing.hpp"
#include "core/model/meeting/meeting.hpp"

#include <optional>

/// How a meeting says no. Internal to core/meeting.
namespace casus::meeting {

using engine::did_you_mean;
using engine::gap;
using engine::Message;
using engine::msg;
using engine::refuse;
using engine::way;

/// Why a meeting cannot be of that day, or not begin yet.
std::optional<Refusal> day_off(const MeetingCommand& command);
tl::unexpected<Refusal> not_planned(const std::string& id);
tl::unexpected<Refusal> planned_already(const std::string& id);
tl::unexpected<Refusal> started_already(const std::string& id);
tl::unexpected<Refusal> not_started(const std::string& id);
tl::unexpected<Refusal> finished_already(const std::string& id);
tl::unexpected<Refusal> runs_back(const MeetingCommand& command, const Meeting& meeting);
tl::unexpected<Refusal> nobody_there();
/// `planned`: who would chair and is not there; empty for nobody.
tl::unexpected<Refusal> no_chair(const std::string& planned);
tl::unexpected<Refusal> not_there(const std::string& name);
tl::unexpected<Refusal> not_in_team(const std::string& name, const std::vector<std::string_view>& team);
/// Somebody who is neither in the team nor at this meeting wants to steer it. Who is in the team is not for them: a
/// name that was mistyped gets the nearest.
tl::unexpected<Refusal> not_of_meeting(const std::string& name, const std::vector<std::string_view>& team);
tl::unexpected<Refusal> chair_presents(const std::string& name);
tl::unexpected<Refusal> nobody_else_chairs(const std::string& presenter);
tl::unexpected<Refusal> no_item(const std::string& item, const Meeting& meeting);
/// A case that there is, and that nobody asked a place for.
tl::unexpected<Refusal> no_place(const std::string& case_id);
tl::unexpected<Refusal> at_hand_already(const AgendaItem& item);
tl::unexpected<Refusal> nothing_at_hand();
tl::unexpected<Refusal> nothing_left();
tl::unexpected<Refusal> item_over(const AgendaItem& item);
tl::unexpected<Refusal> on_agenda_already(const AgendaItem& item);
tl::unexpected<Refusal> case_gone(const std::string& id, bool erased);
tl::unexpected<Refusal> item_minutes_off(int minutes);
/// Of a quick round: not a case, too few of them, too little or too much time for `count` cases.
tl::unexpected<Refusal> round_without_case(const AgendaItem& item);
tl::unexpected<Refusal> round_too_small(int minutes);
tl::unexpected<Refusal> round_minutes_off(int minutes, int count, int most);
/// Of a meeting that cannot be opened again: it is not over, or was over on an earlier day.
tl::unexpected<Refusal> not_over(Date day);
tl::unexpected<Refusal> over_too_long(Date day);
/// Why an item cannot go elsewhere: it is on the table, or done with.
std::optional<Refusal> stays_put(const AgendaItem& item);
/// Who cannot leave, and who cannot take the chair.
tl::unexpected<Refusal> last_there(const std::string& name);
tl::unexpected<Refusal> chair_leaves(const std::string& name);
tl::unexpected<Refusal> chair_away(const std::string& name, const std::string& meeting);
/// Of a line that waits, said by another: `by` is empty for who is erased.
tl::unexpected<Refusal> not_yours_to_let_go(const std::string& line, const std::string& by, const std::string& meeting);
/// Other words for a line that waits, by somebody else; `danger`: by who leads, of somebody's danger.
tl::unexpected<Refusal> not_yours_to_reword(const std::string& line, bool danger, const std::string& meeting);
/// Without words a line that waits is let go of.
tl::unexpected<Refusal> line_waits(const std::string& line, const std::string& meeting);
tl::unexpected<Refusal> nothing_changes();
/// The second person is who asks.
tl::unexpected<Refusal> second_is_another(const std::string& name);
tl::unexpected<Refusal> names_somebody(const std::string& found);

/// How people call an item: its case, else its part of the agenda.
Message called(const AgendaItem& item);

}  // namespace casus::meeting
