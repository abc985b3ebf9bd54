// SPDX-License-Identifier: EUPL-1.2
#include "core/base/recurrence.hpp"
#include "core/engine/decide/deciding.hpp"
#include "core/engine/remarks/says_nothing.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"

#include <algorithm>

/// Actions (R8), the plan of the circle (R12), review, telling the resident, evaluation.
namespace casus::engine {

namespace {

tl::unexpected<Refusal> no_such_action(const Case& c, std::string_view given) {
  std::vector<std::string_view> ids;
  for (const auto& action : c.actions)
    if (action.state == Done::open) ids.push_back(action.plan.id);
  return nothing(msg("plan.thing_action"), given, ids, way("plan action", "case"_is = c.id, "what"_is = gap()));
}

const Action* find_action(const Case& c, std::string_view id) {
  const auto found = std::ranges::find_if(c.actions, [&](const Action& a) { return a.plan.id == id; });
  return found == c.actions.end() ? nullptr : &*found;
}

tl::unexpected<Refusal> in_the_past(Date on) {
  return refuse("DayIsPast", "R10", msg("plan.day_is_past", "on"_is = text::day_message(on)), msg("remedy.later_day"));
}

tl::unexpected<Refusal> action_is_finished() {
  return refuse("ActionIsFinished", "", msg("plan.action_is_finished"),
                msg("plan.action_is_finished_do", "action"_is = way("plan action")));
}

/// The resident of a case that names none yet can have an action all the same: written down as the one whom it is
/// about, and not as somebody at the table.
ParticipantAdded resident_apart(const Deciding& d, const std::string& called) {
  return ParticipantAdded{.person = next_id(d.c, 'p', d.c.people.size()),
                          .name = kept_name(called),
                          .roles = {Role::resident},
                          .team_member = false,
                          .absent = true};
}

/// Puts people's ids for their names, and looks whether the goal is there. What has to happen before: the resident
/// becomes known.
Decided resolve(const Deciding& d, ActionLine& action) {
  Events before;
  std::string resident;
  for (auto* name : {&action.who, &action.checks}) {
    if (auto refusal = two_of_one_name(d, *name)) return failure(std::move(*refusal));
    const auto* person = d.person(*name);
    if (person != nullptr) {
      *name = person->id;
      continue;
    }
    if (role_meant(*name) != Role::resident) return nobody(d, *name);
    if (resident.empty()) {
      auto apart = resident_apart(d, *name);
      resident = apart.person;
      before.push_back(d.event(std::move(apart)));
    }
    *name = resident;
  }
  const auto is_it = [&](const Goal& goal) { return goal.set.id == action.goal; };
  if (action.goal.empty() || std::ranges::any_of(d.c.goals, is_it)) return before;
  std::vector<std::string_view> ids;
  for (const auto& goal : d.c.goals) ids.push_back(goal.set.id);
  return nothing(msg("plan.thing_goal"), action.goal, ids, way("plan goal", "case"_is = d.c.id, "text"_is = gap()));
}

tl::unexpected<Refusal> no_such_rule(const std::string& typed) {
  return refuse("NoSuchRule", "", msg("plan.no_such_rule", "typed"_is = typed), msg("plan.no_such_rule_do"));
}

/// Told later is an action: who, when, and whoever leads the review asks whether it was done.
Decided will_be_told(const Deciding& d, const std::string& what, const Person& who, Date on) {
  ActionAdded added;
  added.what = what;
  added.who = who.id;
  added.by_when = on;
  // Nobody looks after their own promise, as long as there is somebody else.
  const auto* checks = &who;
  for (const auto role : {Role::presenter, Role::note_taker, Role::chair})
    if (const auto* other = d.c.with(role); other != nullptr && other->at_table() && other->id != who.id)
      checks = other;
  added.checks = checks->id;
  added.tells_resident = true;
  added.id = next_id(d.c, 'a', d.c.actions.size());
  return d.one(std::move(added));
}

/// The same action on its next day that is not over yet; nothing when its last day is past.
std::optional<ActionAdded> next_time(const Deciding& d, const Action& action, const Recurrence& rule) {
  const auto day = next_after(rule, std::max(*action.plan.by_when, plus_days(d.today(), -1)));
  if (!day) return std::nullopt;
  ActionAdded next;
  static_cast<ActionFields&>(next) = action.plan;
  next.id = next_id(d.c, 'a', d.c.actions.size());
  next.first_step = false;
  next.tells_resident = false;
  next.by_when = day;
  return next;
}

}  // namespace

Decided decide_on(const Deciding& d, const AddAction& command) {
  if (says_nothing(command.what)) return empty_text(msg("plan.needs_what_will_done"), "R8");
  std::vector<Message> lacking;
  const auto missing = [&](bool is, Message what) {
    if (is) lacking.push_back(std::move(what));
  };
  missing(blank(command.who), msg("plan.lacks_does"));
  missing(!command.by_when, msg("plan.lacks_by_when"));
  missing(blank(command.checks), msg("plan.lacks_checks_checks"));
  if (!lacking.empty())
    return refuse("ActionNotComplete", "R8", msg("plan.action_not_complete"),
                  msg("remedy.fill_in", "lacking"_is = text::all_of(std::move(lacking))));
  if (*command.by_when < d.today()) return in_the_past(*command.by_when);
  if (!command.repeats.empty() && !recurrence_from(command.repeats)) return no_such_rule(command.repeats);
  ActionAdded added;
  static_cast<ActionFields&>(added) = command;
  // The first complete action is the first small step, until somebody says otherwise.
  const auto is_first_step = [](const Action& action) { return action.plan.first_step; };
  if (std::ranges::none_of(d.c.actions, is_first_step)) added.first_step = true;
  auto events = resolve(d, added);
  if (!events) return events;
  added.id = next_id(d.c, 'a', d.c.actions.size());
  events->push_back(d.event(std::move(added)));
  return events;
}

Decided decide_on(const Deciding& d, const ChangeAction& command) {
  const auto* action = find_action(d.c, command.action);
  if (action == nullptr) return no_such_action(d.c, command.action);
  if (action->state != Done::open) return action_is_finished();
  if (blank(command.what) && blank(command.who) && blank(command.checks) && !command.rung && !command.first_step &&
      blank(command.goal) && blank(command.repeats))
    return empty_text(msg("plan.needs_what_change_what_checks_rung"), "R8");
  if (!command.repeats.empty() && !recurrence_from(command.repeats)) return no_such_rule(command.repeats);
  if (!blank(command.what) && says_nothing(command.what)) return empty_text(msg("plan.needs_what_will_done"), "R8");
  ActionChanged changed;
  static_cast<ActionLine&>(changed) = action->plan;
  if (!blank(command.what)) changed.what = command.what;
  if (!blank(command.who)) changed.who = command.who;
  if (!blank(command.checks)) changed.checks = command.checks;
  if (command.rung) changed.rung = command.rung;
  if (command.first_step) changed.first_step = *command.first_step;
  if (!blank(command.goal)) changed.goal = command.goal;
  if (!blank(command.repeats)) changed.repeats = command.repeats;
  auto events = resolve(d, changed);
  if (!events) return events;
  events->push_back(d.event(std::move(changed)));
  return events;
}

Decided decide_on(const Deciding& d, const AgreePlan& command) {
  const auto is_goal = [&](const Goal& goal) { return goal.set.id == command.line; };
  if (!command.line.empty() && std::ranges::none_of(d.c.goals, is_goal) && find_action(d.c, command.line) == nullptr) {
    std::vector<std::string_view> ids;
    for (const auto& goal : d.c.goals) ids.push_back(goal.set.id);
    for (const auto& action : d.c.actions) ids.push_back(action.plan.id);
    return nothing(msg("plan.thing_goal_action"), command.line, ids,
                   way("plan goal", "case"_is = d.c.id, "text"_is = gap()));
  }
  if (d.c.goals.empty() && d.c.actions.empty())
    return refuse("NothingToAgree", "", msg("plan.nothing_to_agree"),
                  msg("plan.nothing_to_agree_do", "goal"_is = way("plan goal", "case"_is = d.c.id, "text"_is = gap())));
  const auto on = command.on.value_or(d.today());
  if (auto refusal = day_not_yet(on, d.today(), msg("plan.day_not_yet_do"))) return failure(std::move(*refusal));
  return d.one(PlanAgreed{command.line, command.note, on});
}

Decided decide_on(const Deciding& d, const FinishAction& command) {
  const auto* action = find_action(d.c, command.action);
  if (action == nullptr) return no_such_action(d.c, command.action);
  if (command.state == Done::open && action->state == Done::open)
    return refuse("StillOpen", "", msg("plan.still_open"), msg("plan.still_open_do"));
  Events events;
  events.push_back(d.event(ActionFinished{command}));
  if (action->plan.tells_resident && command.state == Done::done)
    events.push_back(d.event(ResidentTold{action->plan.what, action->plan.who, d.today()}));
  const auto rule = recurrence_from(action->plan.repeats);
  const bool was_open = action->state == Done::open && command.state != Done::open;
  // What is no longer needed does not come again.
  if (rule && was_open && !command.last && command.state != Done::dropped && action->plan.by_when)
    if (auto next = next_time(d, *action, *rule)) events.push_back(d.event(std::move(*next)));
  return events;
}

Decided decide_on(const Deciding& d, const MoveAction& command) {
  const auto* action = find_action(d.c, command.action);
  if (action == nullptr) return no_such_action(d.c, command.action);
  if (action->state != Done::open) return action_is_finished();
  if (command.by_when < d.today()) return in_the_past(command.by_when);
  if (blank(command.because)) return empty_text(msg("plan.needs_reason_moving_because"), "R8");
  return d.one(ActionMoved{command});
}

namespace {

/// A word such as "no" is no reason: a refusal says in a sentence what is not safe, or which law forbids it (R12).
bool is_sentence(std::string_view text) {
  int words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool letter = static_cast<unsigned char>(c) > ' ';
    words += letter && !inside ? 1 : 0;
    inside = letter;
  }
  return words >= 3;
}

/// The step in which the circle is alone, when this method has one and the circle did not have it in this round yet.
const method::Step* private_time_to_come(const Deciding& d) {
  const auto* method = d.library.pinned_method(d.c.method(Phase::plan_of_action));
  if (method == nullptr) return nullptr;
  const auto had = [&](const method::Step& step) {
    return std::ranges::any_of(d.c.visits, [&](const Visit& visit) {
      return visit.round == d.c.round && visit.phase == Phase::plan_of_action && visit.step == step.id && visit.left &&
             !visit.back;
    });
  };
  const method::Step* first = nullptr;
  for (const auto& step : method->steps(Phase::plan_of_action)) {
    if (!step.floor.is_private) continue;
    if (had(step)) return nullptr;
    if (first == nullptr) first = &step;
  }
  return first;
}

}  // namespace

/// R12: the plan is the circle's. The circle or the resident tells it, or the coordinator for them: sources differ on
/// who writes it down [TVP1][TVP2].
Decided decide_on(const Deciding& d, const PresentPlan& command) {
  if (!d.actor->has_any({Role::circle, Role::resident, Role::coordinator})) {
    const std::vector<Role> may{Role::circle, Role::resident, Role::coordinator};
    return refuse("NotYourPlan", "R12", msg("plan.not_your_plan", "name"_is = d.actor->name),
                  msg("plan.not_your_plan_do", "who"_is = role_words(d.method, may),
                      "join"_is = way("case join", "case"_is = d.c.id, "name"_is = gap("gap.name"),
                                      "role"_is = "circle", "external"_is = text::yes())));
  }
  if (blank(command.text)) return empty_text(msg("plan.needs_plan_circle"));
  if (const auto* alone = private_time_to_come(d))
    return refuse("PlanBeforePrivateTime", "R13", msg("plan.before_private_time", "step"_is = alone->name),
                  msg("plan.before_private_time_do", "next"_is = way("case next", "case"_is = d.c.id)));
  return d.one(PlanPresented{command});
}

Decided decide_on(const Deciding& d, const AnswerPlan& command) {
  if (d.c.plans.empty() || d.c.plans.back().state != PlanState::presented)
    return refuse("NoPlanToAnswer", "R12", msg("plan.no_plan_to_answer"),
                  msg("plan.no_plan_to_answer_do",
                      "present"_is = way("case circle-plan present", "case"_is = d.c.id, "text"_is = gap())));
  if (!d.actor->has_any({Role::referrer, Role::case_manager})) {
    const std::vector<Role> may{Role::referrer, Role::case_manager};
    return refuse(
        "NotYoursToAnswer", "R12", msg("plan.not_yours_to_answer", "name"_is = d.actor->name),
        msg("plan.not_yours_to_answer_do", "who"_is = role_words(d.method, may),
            "join"_is = way("case join", "case"_is = d.c.id, "name"_is = gap("gap.name"), "role"_is = "case_manager")));
  }
  if (d.c.plans.back().by == d.actor->id)
    return refuse("OwnPlan", "R12", msg("plan.own_plan", "name"_is = d.actor->name), msg("plan.own_plan_do"));
  if (command.accepted) {
    AnswerPlan accepted = command;
    accepted.ground = Ground::none;
    return d.one(PlanAnswered{accepted});
  }
  if (command.ground == Ground::none || !is_sentence(command.because))
    return refuse("RefusalNeedsGround", "R12", msg("plan.refusal_needs_ground"),
                  msg("plan.refusal_needs_ground_do",
                      "answer"_is = way("case circle-plan answer", "case"_is = d.c.id, "accepted"_is = "no",
                                        "ground"_is = "safety", "because"_is = gap())));
  if (date_of(d.c.plans.back().at) != d.today())
    return refuse("AnswerTooLate", "R12", msg("plan.answer_too_late"), msg("plan.answer_too_late_do"));
  return d.one(PlanAnswered{command});
}

Decided decide_on(const Deciding& d, const SetReview& command) {
  if (command.on < d.today()) return in_the_past(command.on);
  return d.one(ReviewSet{command});
}

Decided decide_on(const Deciding& d, const TellResident& command) {
  if (says_nothing(command.what)) return empty_text(msg("plan.needs_what_resident_told"), "R16");
  if (auto refusal = two_of_one_name(d, command.who)) return failure(std::move(*refusal));
  const auto* who = command.who.empty() ? d.actor : d.person(command.who);
  if (who == nullptr) return nobody(d, command.who);
  const auto on = command.on.value_or(d.today());
  if (command.later && on < d.today()) return in_the_past(on);
  if (command.later || on > d.today()) return will_be_told(d, command.what, *who, on);
  return d.one(ResidentTold{command.what, who->id, on});
}

Decided decide_on(const Deciding& d, const Evaluate& command) {
  if (d.c.stage.phase != Phase::evaluation)
    return refuse("NotEvaluating", "", msg("plan.not_evaluating", "phase"_is = text::label(d.c.stage.phase)),
                  msg("plan.not_evaluating_do", "next"_is = way("case next", "case"_is = d.c.id)));
  if (blank(command.better)) return empty_text(msg("plan.needs_what_better_nothing_answer_too"));
  return d.one(Evaluated{command});
}

}  // namespace casus::engine
