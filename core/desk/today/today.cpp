// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/today/today.hpp"

#include "core/desk/desk.hpp"
#include "core/desk/from_outside.hpp"
#include "core/desk/meeting/meetings_meant.hpp"
#include "core/desk/reading.hpp"
#include "core/model/case/waits_here.hpp"
#include "core/report/history/event_shown.hpp"
#include "core/report/history/history_text.hpp"
#include "core/report/history/naming.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace casus::desk {
namespace {

using text::gap;
using text::way;

bool is_under_way(const Case& state) { return state.given_over && !state.given_over->confirmed; }

/// A case that is closed, or with another team, and of which the resident still waits for an answer here: the month
/// does not stop.
bool is_waited_for(const Case& state) {
  return state.stage.life == Life::closed &&
         std::ranges::any_of(state.requests, [&](const auto& one) { return waits_here(state, one); });
}

/// Who it is in this case, when they work at its table; nullptr else, and for a case that is over.
const Person* at_work(Desk& desk, const Case& state, const std::string& who) {
  const auto* person = state.person(desk.service().called_in(state, who));
  const bool over = state.stage.life == Life::closed || state.stage.life == Life::erased;
  return (!over || is_under_way(state) || is_waited_for(state)) && person != nullptr && person->has_seat() &&
                 person->team_member
             ? person
             : nullptr;
}

void add_case(Today& today, const Case& state, const Person& person, const text::Voice& voice) {
  if (state.given_over) {
    if (is_under_way(state) && state.owner() == &person)
      today.under_way.push_back({state.id, state.title, state.given_over->what.team, date_of(state.given_over->at)});
    return;
  }
  if (is_waited_for(state)) return;
  Today::Mine mine{.id = state.id,
                   .title = state.title,
                   .stage = state.stage,
                   .owner = state.owner() == &person,
                   .review_on = state.review_on,
                   .place_asked = state.place_asked.has_value(),
                   .only_kept = state.restriction() != nullptr};
  today.cases.push_back(mine);
  if (mine.only_kept) return;
  for (const auto& action : state.actions) {
    const bool does = action.plan.who == person.id, checks = action.plan.checks == person.id;
    if (action.state != Done::open || !action.plan.by_when || (!does && !checks)) continue;
    const auto* who = state.person(action.plan.who);
    today.agreed.push_back({state.id, state.title, action.plan.id, report::what_to_do(action.plan, voice),
                            who == nullptr ? "" : who->name, *action.plan.by_when, action.plan.repeats, !does});
  }
}

/// A term that is over is told while the case is in its first phase; then the help has begun.
void add_days_of_law(Today& today, Desk& desk, const Case& state) {
  const auto* workflow = desk.service().library().pinned_workflow(state.workflow);
  const bool begun = workflow != nullptr && state.here() != nullptr && state.stage.phase != workflow->first();
  for (auto& day : legal_days(desk, state))
    if (!day.request.empty() || (!state.given_over && (day.on >= today.on || !begun)))
      today.by_law.push_back({state.id, state.title, std::move(day)});
}

void add_what_came_in(Today& today, Desk& desk, const Case& state) {
  for (const auto& [event, unseen] : from_cards(desk, state, desk.now() - Today::kCameIn)) {
    const auto* who = state.person(event.by);
    today.came_in.push_back({state.id, state.title,
                             report::is_unnamed(state, event) ? state.name_of(kSomebody, desk.voice())
                             : who == nullptr                 ? std::string()
                                                              : who->name,
                             report::event_in_words(event, state, desk.definitions(), desk.voice()), date_of(event.at),
                             unseen});
    today.came_in.back().danger = may_tell_of_danger(today.came_in.back().what);
  }
}

void add_meeting(Today& today, Desk& desk) {
  auto& meetings = desk.meetings();
  for (const auto& meeting : meetings.forgotten(today.on)) today.never_ended.push_back(meeting.on());
  today.aside = meetings.aside(to_string(today.on)).size();
  if (const auto ended = meeting_ended(meetings, today.on)) today.ended = date_from(*ended);
  const auto meant = meeting_meant(meetings, today.on);
  const auto day = meant ? date_from(meant->day) : std::nullopt;
  if (!day || *day < today.on) return;
  const auto meeting = meetings.kept(meant->day).value();
  Today::MeetingThen then{*day, meant->started, meeting.chair, meeting.minutes, 0};
  for (const auto& item : meeting.items)
    if (!item.line.case_id.empty() && item.state != ItemState::dropped) ++then.cases;
  today.meeting = then;
}

/// The likeliest first: a meeting that goes on or begins, what is due, then what is always there.
void add_next(Today& today) {
  const bool now = today.meeting && today.meeting->on == today.on;
  if (now) today.next.push_back(way("meeting run"));
  if (today.ended && !now) today.next.push_back(way("meeting minutes", "date"_is = to_string(*today.ended)));
  for (const auto day : today.never_ended) today.next.push_back(way("meeting finish", "date"_is = to_string(day)));
  for (const auto& one : today.agreed)
    if (today.is_due(one) && !one.checks && today.next.size() < 4)
      today.next.push_back(way("plan done", "case"_is = one.case_id, "action"_is = one.action, "note"_is = gap()));
  for (const auto& one : today.under_way)
    today.next.push_back(way("case received", "case"_is = one.case_id, "receipt"_is = gap("gap.receipt")));
  for (const auto& one : today.cases)
    if (one.owner && !one.place_asked && today.is_due(one) && today.next.size() < 5)
      today.next.push_back(way("meeting ask", "case"_is = one.id));
  if (today.closed || today.outside) return;
  if (!today.meeting) today.next.push_back(way("meeting plan"));
  if (today.cases.empty()) today.next.push_back(way("case open"));
}

}  // namespace

Today today_of(Desk& desk) {
  Today today;
  today.on = desk.today();
  today.who = desk.who();
  if (const auto team = desk.service().team()) {
    today.team = team->name;
    if (team->closed_at) today.closed = date_of(*team->closed_at);
    today.closed_because = team->closed_because;
  }
  std::vector<std::string> own;
  each_case_kept(desk, [&](const Case& state) {
    if (at_work(desk, state, today.who) != nullptr) own.push_back(state.id);
  });
  // Of the own table, and no more than the own list: nothing that a look would tell.
  for (const auto& id : own) {
    const auto reading = read_again(desk, id, CasePart::overview, {}, Sight::table);
    const auto* person = reading ? at_work(desk, reading->state(), today.who) : nullptr;
    if (person == nullptr) continue;
    add_case(today, reading->state(), *person, desk.voice());
    add_days_of_law(today, desk, reading->state());
    add_what_came_in(today, desk, reading->state());
  }
  std::ranges::stable_sort(today.agreed, {}, [](const auto& one) { return std::pair(one.checks, one.by_when); });
  std::ranges::stable_sort(today.by_law, {}, [](const auto& one) { return one.day.on; });
  std::ranges::stable_sort(today.came_in, {}, [&](const Today::CameIn& one) {
    return std::tuple(!one.unseen, !one.danger, days_between(one.on, today.on));
  });
  std::ranges::stable_sort(today.cases, {}, [&](const Today::Mine& one) {
    return std::tuple(one.stage.safety == Safety::clear, !today.is_due(one), !one.owner, one.id);
  });
  today.outside = not_of_the_team(desk).has_value();
  if (!today.closed && !today.outside) {
    add_meeting(today, desk);
    today.learning = learning_due_for_me(desk, today.on);
  }
  add_next(today);
  return today;
}

}  // namespace casus::desk
