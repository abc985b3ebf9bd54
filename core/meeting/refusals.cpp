// SPDX-License-Identifier: EUPL-1.2
#include "core/meeting/refusals.hpp"

#include "core/engine/remarks/implausible.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"
#include "core/text/moment_words.hpp"

#include <fmt/format.h>

namespace casus::meeting {

namespace {
constexpr int kEarliest = 14;  // days before its own that a meeting may begin
}  // namespace

Message called(const AgendaItem& item) {
  if (!item.line.case_id.empty()) return msg("meeting.case", "case"_is = item.line.case_id);
  if (!item.line.because.empty()) return Message::verbatim(item.line.because);
  return text::label(item.line.part);
}

std::optional<Refusal> day_off(const MeetingCommand& command) {
  const auto on = date_from(command.meeting);
  if (!on)
    return engine::no("NotADay", "", msg("meeting.not_a_day", "id"_is = command.meeting), msg("meeting.not_a_day_do"));
  const auto today = date_of(command.at);
  if (std::holds_alternative<PlanMeeting>(command.body)) return engine::implausible_to_plan(*on, today);
  // The agenda of next week may lie open some days before; what happens on it happens now.
  const bool begins = std::holds_alternative<StartMeeting>(command.body);
  if (begins && days_between(today, *on) > kEarliest)
    return engine::no("MeetingToCome", "", msg("meeting.to_come", "day"_is = text::day_message(*on)),
                      msg("meeting.to_come_do", "plan"_is = way("meeting plan", "date"_is = to_string(today)),
                          "start"_is = way("meeting start", "date"_is = to_string(today))));
  return std::nullopt;
}

tl::unexpected<Refusal> not_planned(const std::string& id) {
  return refuse("MeetingNotPlanned", "", msg("meeting.meeting_not_planned", "id"_is = text::day_message(id)),
                msg("meeting.meeting_not_planned_do", "plan"_is = way("meeting plan", "date"_is = id)));
}

tl::unexpected<Refusal> planned_already(const std::string& id) {
  return refuse("MeetingPlannedAlready", "", msg("meeting.meeting_planned_already", "id"_is = text::day_message(id)),
                msg("meeting.meeting_planned_already_do", "agenda"_is = way("meeting agenda"),
                    "plan"_is = way("meeting plan", "date"_is = id, "again"_is = text::yes())));
}

tl::unexpected<Refusal> started_already(const std::string& id) {
  return refuse("MeetingStartedAlready", "", msg("meeting.meeting_started_already", "id"_is = text::day_message(id)),
                msg("meeting.meeting_started_already_do", "take"_is = way("meeting take")));
}

tl::unexpected<Refusal> not_started(const std::string& id) {
  return refuse(
      "MeetingNotStarted", "", msg("meeting.meeting_not_started", "id"_is = text::day_message(id)),
      msg("meeting.meeting_not_started_do", "start"_is = way("meeting start", "present"_is = gap("gap.name"))));
}

tl::unexpected<Refusal> finished_already(const std::string& id) {
  return refuse("MeetingOver", "", msg("meeting.meeting_over", "id"_is = text::day_message(id)),
                msg("meeting.meeting_over_do", "propose"_is = way("meeting propose"),
                    "reopen"_is = way("meeting reopen", "because"_is = gap())));
}

tl::unexpected<Refusal> runs_back(const MeetingCommand& command, const Meeting& meeting) {
  return refuse("TimeRunsBack", "",
                msg("meeting.time_runs_back", "at"_is = text::moment_message(command.at),
                    "changed_at"_is = text::moment_message(meeting.changed_at)),
                msg("remedy.later_time"));
}

tl::unexpected<Refusal> nobody_there() {
  return refuse("NobodyThere", "", msg("meeting.nobody_there"),
                msg("meeting.nobody_there_do",
                    "start"_is = way("meeting start", "present"_is = gap("gap.name"), "present"_is = gap("gap.name"))));
}

tl::unexpected<Refusal> no_chair(const std::string& planned) {
  return refuse("NoChair", "R3",
                planned.empty() ? msg("meeting.no_chair") : msg("meeting.chair_not_there", "name"_is = planned),
                msg("meeting.no_chair_do", "start"_is = way("meeting start", "chair"_is = gap("gap.name"))));
}

tl::unexpected<Refusal> not_there(const std::string& name) {
  return refuse("NotThere", "", msg("meeting.not_there", "name"_is = name),
                msg("meeting.not_there_do", "arrive"_is = way("meeting arrive", "name"_is = name), "name"_is = name));
}

tl::unexpected<Refusal> not_in_team(const std::string& name, const std::vector<std::string_view>& team) {
  const auto near = nearest(name, team);
  return refuse("NotInTeam", "R3", msg("team.not_in_team", "name"_is = name, "near"_is = did_you_mean(near)),
                msg("meeting.not_in_team_do", "add"_is = way("team add", "name"_is = name), "team"_is = joined(team)));
}

tl::unexpected<Refusal> not_of_meeting(const std::string& name, const std::vector<std::string_view>& team) {
  const auto near = nearest(name, team);
  return refuse(
      "NotOfMeeting", "", msg("meeting.not_of_meeting", "name"_is = name, "near"_is = did_you_mean(near)),
      msg("meeting.not_of_meeting_do", "arrive"_is = way("meeting arrive", "name"_is = name, "as"_is = gap("gap.name")),
          "name"_is = name));
}

tl::unexpected<Refusal> chair_presents(const std::string& name) {
  return refuse("ChairIsPresenter", "R3", msg("meeting.chair_is_presenter", "name"_is = name),
                msg("meeting.chair_is_presenter_do", "chair"_is = way("meeting chair", "name"_is = gap("gap.name"))));
}

tl::unexpected<Refusal> nobody_else_chairs(const std::string& presenter) {
  return refuse("NobodyElseChairs", "R3", msg("meeting.nobody_else_chairs", "presenter"_is = presenter),
                msg("meeting.nobody_else_chairs_do"));
}

tl::unexpected<Refusal> no_item(const std::string& item, const Meeting& meeting) {
  std::vector<Message> names;
  for (const auto& one : meeting.items)
    if (one.state != ItemState::dropped)
      names.push_back(msg("meeting.item_called", "item"_is = one.line.id,
                          "called"_is = one.line.case_id.empty() ? called(one) : Message::verbatim(one.line.case_id)));
  return refuse("ItemUnknown", "", msg("meeting.item_unknown", "item"_is = item),
                names.empty()
                    ? msg("meeting.item_unknown_do", "add"_is = way("meeting agenda add", "case"_is = gap("gap.case")))
                    : msg("meeting.item_unknown_do_2", "list"_is = text::any_of(std::move(names))));
}

tl::unexpected<Refusal> no_place(const std::string& case_id) {
  constexpr int kMinutes = 10;
  return refuse("ItemUnknown", "", msg("meeting.item_unknown", "item"_is = case_id),
                msg("meeting.item_unknown_do_3",
                    "add"_is = way("meeting agenda add", "case"_is = case_id, "minutes"_is = kMinutes),
                    "take"_is = way("meeting take", "item"_is = case_id)));
}

tl::unexpected<Refusal> at_hand_already(const AgendaItem& item) {
  const auto name = called(item);
  return refuse("ItemAtHand", "", msg("meeting.item_at_hand", "name"_is = name),
                msg("meeting.item_at_hand_do", "done"_is = way("meeting done"), "park"_is = way("meeting park")));
}

tl::unexpected<Refusal> nothing_at_hand() {
  return refuse("NothingAtHand", "", msg("meeting.nothing_at_hand"),
                msg("meeting.nothing_at_hand_do", "take"_is = way("meeting take")));
}

tl::unexpected<Refusal> nothing_left() {
  return refuse("NothingLeft", "", msg("meeting.nothing_left"),
                msg("meeting.nothing_left_do", "finish"_is = way("meeting finish"),
                    "take"_is = way("meeting take", "item"_is = gap("gap.item"))));
}

tl::unexpected<Refusal> item_over(const AgendaItem& item) {
  const auto name = called(item);
  return refuse("ItemOver", "", msg("meeting.item_over", "name"_is = name, "state"_is = text::label(item.state)),
                item.line.case_id.empty()
                    ? msg("meeting.item_over_do", "show"_is = way("meeting show"))
                    : msg("meeting.item_over_do_2", "add"_is = way("meeting agenda add", "case"_is = item.line.case_id,
                                                                   "minutes"_is = item.line.minutes)));
}

tl::unexpected<Refusal> on_agenda_already(const AgendaItem& item) {
  return refuse("OnAgendaAlready", "",
                msg("meeting.on_agenda_already", "case"_is = item.line.case_id, "line"_is = item.line.id),
                msg("meeting.on_agenda_already_do",
                    "move"_is = way("meeting agenda move", "item"_is = item.line.id, "before"_is = gap("gap.item"))));
}

tl::unexpected<Refusal> case_gone(const std::string& id, bool erased) {
  if (erased)
    return refuse("CaseErased", "", msg("meeting.case_erased", "id"_is = id),
                  msg("meeting.case_erased_do", "drop"_is = way("meeting agenda drop")));
  return refuse("CaseUnknown", "", msg("meeting.case_unknown", "id"_is = id),
                msg("meeting.case_unknown_do", "list"_is = way("case list")));
}

tl::unexpected<Refusal> not_yours_to_let_go(const std::string& line, const std::string& by,
                                            const std::string& meeting) {
  return refuse(
      "NotYoursToLetGo", "",
      by.empty() ? msg("meeting.nobodys_to_let_go", "line"_is = line)
                 : msg("meeting.not_yours_to_let_go", "line"_is = line, "name"_is = by),
      msg("meeting.not_yours_to_let_go_do",
          "together"_is = way("meeting taken-up", "line"_is = line, "date"_is = meeting, "because"_is = gap(),
                              "with"_is = gap("gap.name")),
          "into"_is = way("meeting taken-up", "line"_is = line, "date"_is = meeting, "into"_is = gap("gap.case"))));
}

tl::unexpected<Refusal> not_yours_to_reword(const std::string& line, bool danger, const std::string& meeting) {
  return refuse(
      "NotYoursToReword", "", msg("meeting.not_yours_to_reword", "line"_is = line),
      danger ? msg("meeting.danger_not_yours_to_reword_do",
                   "drop"_is = way("meeting taken-up", "line"_is = line, "date"_is = meeting, "because"_is = gap()))
             : msg("meeting.not_yours_to_reword_do"));
}

tl::unexpected<Refusal> line_waits(const std::string& line, const std::string& meeting) {
  return refuse("LineWaits", "", msg("meeting.line_waits", "line"_is = line),
                msg("meeting.line_waits_do",
                    "reword"_is = way("meeting reword", "item"_is = line, "text"_is = gap(), "date"_is = meeting),
                    "drop"_is = way("meeting taken-up", "line"_is = line, "date"_is = meeting, "because"_is = gap())));
}

tl::unexpected<Refusal> nothing_changes() {
  return refuse("NothingChanges", "", msg("mending.nothing_changes"), msg("mending.nothing_changes_do"));
}

tl::unexpected<Refusal> second_is_another(const std::string& name) {
  return refuse("SecondIsYou", "", msg("meeting.second_is_you", "name"_is = name), msg("meeting.second_is_you_do"));
}

tl::unexpected<Refusal> item_minutes_off(int minutes) {
  return refuse("MinutesOff", "", msg("meeting.item_minutes_off", "minutes"_is = minutes),
                msg("meeting.item_minutes_off_do"));
}

tl::unexpected<Refusal> round_without_case(const AgendaItem& item) {
  return refuse("NoCaseInRound", "", msg("meeting.round_without_case", "item"_is = called(item)),
                msg("meeting.round_without_case_do"));
}

tl::unexpected<Refusal> round_too_small(int minutes) {
  const auto round = way("meeting agenda round", "items"_is = gap("gap.items"), "minutes"_is = minutes);
  return refuse("RoundTooSmall", "", msg("meeting.round_too_small"),
                msg("meeting.round_too_small_do", "round"_is = round));
}

tl::unexpected<Refusal> round_minutes_off(int minutes, int count, int most) {
  return refuse("MinutesOff", "", msg("meeting.round_minutes_off", "minutes"_is = minutes, "count"_is = count),
                msg("meeting.round_minutes_off_do", "count"_is = count, "most"_is = most));
}

tl::unexpected<Refusal> not_over(Date day) {
  return refuse("NotOver", "", msg("meeting.not_over", "day"_is = text::day_message(day)), msg("meeting.not_over_do"));
}

tl::unexpected<Refusal> over_too_long(Date day) {
  return refuse("OverTooLong", "", msg("meeting.over_too_long", "day"_is = text::day_message(day)),
                msg("meeting.over_too_long_do", "plan"_is = way("meeting plan")));
}

std::optional<Refusal> stays_put(const AgendaItem& item) {
  if (item.state == ItemState::at_hand) return at_hand_already(item).value();
  if (item.state != ItemState::planned && item.state != ItemState::parked) return item_over(item).value();
  return std::nullopt;
}

tl::unexpected<Refusal> last_there(const std::string& name) {
  return refuse("LastThere", "", msg("meeting.last_there", "there"_is = name),
                msg("meeting.last_there_do", "finish"_is = way("meeting finish")));
}

tl::unexpected<Refusal> chair_leaves(const std::string& name) {
  return refuse("ChairLeaves", "R3", msg("meeting.chair_leaves", "there"_is = name),
                msg("meeting.chair_leaves_do", "chair"_is = way("meeting chair", "name"_is = gap("gap.name"))));
}

tl::unexpected<Refusal> chair_away(const std::string& name, const std::string& meeting) {
  return refuse("ChairAway", "R3", msg("meeting.chair_away", "name"_is = name, "m"_is = text::day_message(meeting)),
                msg("meeting.chair_away_do", "back"_is = way("team back", "name"_is = name), "name"_is = name));
}

tl::unexpected<Refusal> names_somebody(const std::string& found) {
  return refuse("PersonalData", "R2", msg("meeting.personal_data", "found"_is = found),
                msg("meeting.personal_data_do"));
}

}  // namespace casus::meeting
