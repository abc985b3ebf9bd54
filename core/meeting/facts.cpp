// SPDX-License-Identifier: EUPL-1.2
#include "core/meeting/meeting.hpp"
#include "core/model/case.hpp"

#include <algorithm>

/// What is asked of a command before it is decided, and of what happened in a case.
namespace casus::meeting {

std::string case_meant(const Meeting& meeting, const MeetingBody& body) {
  if (const auto* add = std::get_if<AddItem>(&body)) return add->case_id;
  if (const auto* taken = std::get_if<TakeLineUp>(&body)) {
    const auto found = std::ranges::find(meeting.aside, taken->line, [](const LineAside& one) { return one.kept.id; });
    return !taken->case_id.empty() || found == meeting.aside.end() ? taken->case_id : found->kept.case_id;
  }
  const AgendaItem* item = nullptr;
  if (const auto* take = std::get_if<TakeItem>(&body)) {
    item = take->item.empty() ? meeting.next() : meeting.item(take->item);
    if (item == nullptr) return take->item;  // a case without a place, perhaps
  } else if (const auto* drop = std::get_if<DropItem>(&body)) item = meeting.item(drop->item);
  else if (std::holds_alternative<ParkItem>(body) || std::holds_alternative<FinishItem>(body) ||
           std::holds_alternative<FinishMeeting>(body))
    item = meeting.at_hand();
  return item == nullptr ? std::string() : item->line.case_id;
}

bool is_move(const MeetingBody& body) {
  return std::holds_alternative<PlanMeeting>(body) || std::holds_alternative<StartMeeting>(body) ||
         std::holds_alternative<TakeChair>(body) || std::holds_alternative<TakeItem>(body) ||
         std::holds_alternative<ParkItem>(body) || std::holds_alternative<FinishItem>(body) ||
         std::holds_alternative<MoveItem>(body) || std::holds_alternative<FinishMeeting>(body) ||
         std::holds_alternative<ReopenMeeting>(body);
}

bool says_something(const EventBody& body) {
  return !std::holds_alternative<ParticipantAdded>(body) && !std::holds_alternative<ParticipantLeft>(body) &&
         !std::holds_alternative<SeatLimited>(body) && !std::holds_alternative<StepEntered>(body) &&
         !std::holds_alternative<StepLeft>(body) && !std::holds_alternative<TurnPassed>(body) &&
         !std::holds_alternative<MethodChanged>(body) && !std::holds_alternative<DefinitionsAdopted>(body) &&
         !std::holds_alternative<PlaceAsked>(body);
}

bool is_half_way(const Case& state, Date today) {
  const auto* here = state.here();
  if (here == nullptr || state.stage.life != Life::open || here->phase == Phase::evaluation) return false;
  if (state.review_on && *state.review_on > today) return false;
  return std::ranges::none_of(state.actions, [&](const auto& action) {
    return action.state == Done::open && action.plan.by_when && *action.plan.by_when > today;
  });
}

}  // namespace casus::meeting
