// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/deciding.hpp"

#include <algorithm>

/// Actions (R8), the plan of the circle (R12), review, telling the resident, evaluation.
namespace casus::engine {

namespace {

std::vector<std::string_view> action_ids(const Case& c) {
  std::vector<std::string_view> ids;
  for (const auto& action : c.actions)
    if (action.state == Done::open) ids.push_back(action.plan.id);
  return ids;
}

const Action* find_action(const Case& c, std::string_view id) {
  const auto found = std::ranges::find_if(c.actions, [&](const Action& a) { return a.plan.id == id; });
  return found == c.actions.end() ? nullptr : &*found;
}

tl::unexpected<Refusal> in_the_past(Date on) {
  return refuse("DayIsPast", "R10",
                both(fmt::format("{} is al geweest.", to_string(on)), fmt::format("{} has passed.", to_string(on))),
                both("Kies vandaag of een latere dag, zoals +14d.", "Choose today or a later day, such as +14d."));
}

tl::unexpected<Refusal> in_the_future(Date on) {
  return refuse(
      "DayNotYet", "",
      both(fmt::format("{} moet nog komen.", to_string(on)), fmt::format("{} is still to come.", to_string(on))),
      both("Leg vast wat gebeurd is, met de dag waarop.", "Write down what happened, with the day on which."));
}

tl::unexpected<Refusal> action_is_finished() {
  return refuse("ActionIsFinished", "", both("Deze actie is al afgerond.", "This action is finished already."),
                both("Maak een nieuwe actie: casus plan action.", "Make a new action: casus plan action."));
}

/// Puts people's ids for their names, and looks whether the goal is there.
std::optional<Refusal> resolve(const Deciding& d, ActionLine& action) {
  for (auto* name : {&action.who, &action.checks}) {
    const auto* person = d.person(*name);
    if (person == nullptr) return nobody(d, *name).value();
    *name = person->id;
  }
  const auto is_it = [&](const Goal& goal) { return goal.set.id == action.goal; };
  if (action.goal.empty() || std::ranges::any_of(d.c.goals, is_it)) return std::nullopt;
  std::vector<std::string_view> ids;
  for (const auto& goal : d.c.goals) ids.push_back(goal.set.id);
  return nothing("doel", "goal", action.goal, ids).value();
}

}  // namespace

Decided decide_on(const Deciding& d, const AddAction& command) {
  if (blank(command.what)) return empty_text("wat er gaat gebeuren", "what will be done", "R8");
  std::string nl;
  std::string en;
  const auto missing = [&](bool is, std::string_view in_nl, std::string_view in_en) {
    if (!is) return;
    nl += (nl.empty() ? "" : ", ") + std::string(in_nl);
    en += (en.empty() ? "" : ", ") + std::string(in_en);
  };
  missing(blank(command.who), "wie het doet (--who)", "who does it (--who)");
  missing(!command.by_when, "voor wanneer (--by-when 2026-05-01)", "by when (--by-when 2026-05-01)");
  missing(blank(command.checks), "wie het nakijkt (--checks)", "who checks it (--checks)");
  if (!nl.empty())
    return refuse("ActionNotComplete", "R8",
                  both("Deze actie is nog geen afspraak.", "This action is not an agreement yet."),
                  both(fmt::format("Vul aan: {}.", nl), fmt::format("Add: {}.", en)));
  if (*command.by_when < d.today()) return in_the_past(*command.by_when);
  ActionAdded added;
  static_cast<ActionFields&>(added) = command;
  if (auto refusal = resolve(d, added)) return failure(std::move(*refusal));
  added.id = next_id('a', d.c.actions.size());
  return d.one(std::move(added));
}

Decided decide_on(const Deciding& d, const ChangeAction& command) {
  const auto* action = find_action(d.c, command.action);
  if (action == nullptr) return nothing("actie", "action", command.action, action_ids(d.c));
  if (action->state != Done::open) return action_is_finished();
  if (blank(command.what) && blank(command.who) && blank(command.checks) && !command.rung && !command.first_step &&
      blank(command.goal))
    return empty_text("wat er anders moet (--what, --who, --checks, --rung, --first-step of --goal)",
                      "what is to change (--what, --who, --checks, --rung, --first-step or --goal)", "R8");
  ActionChanged changed;
  static_cast<ActionLine&>(changed) = action->plan;
  if (!blank(command.what)) changed.what = command.what;
  if (!blank(command.who)) changed.who = command.who;
  if (!blank(command.checks)) changed.checks = command.checks;
  if (command.rung) changed.rung = command.rung;
  if (command.first_step) changed.first_step = *command.first_step;
  if (!blank(command.goal)) changed.goal = command.goal;
  if (auto refusal = resolve(d, changed)) return failure(std::move(*refusal));
  return d.one(std::move(changed));
}

Decided decide_on(const Deciding& d, const AgreePlan& command) {
  const auto is_goal = [&](const Goal& goal) { return goal.set.id == command.line; };
  if (!command.line.empty() && std::ranges::none_of(d.c.goals, is_goal) && find_action(d.c, command.line) == nullptr) {
    std::vector<std::string_view> ids;
    for (const auto& goal : d.c.goals) ids.push_back(goal.set.id);
    for (const auto& action : d.c.actions) ids.push_back(action.plan.id);
    return nothing("doel of actie", "goal or action", command.line, ids);
  }
  if (d.c.goals.empty() && d.c.actions.empty())
    return refuse("NothingToAgree", "",
                  both("Er staat nog niets in het plan om het over eens te zijn.",
                       "There is nothing in the plan yet to agree to."),
                  both(fmt::format("Begin met een doel: casus plan goal {} \"...\".", d.c.id),
                       fmt::format("Begin with a goal: casus plan goal {} \"...\".", d.c.id)));
  const auto on = command.on.value_or(d.today());
  if (on > d.today()) return in_the_future(on);
  return d.one(PlanAgreed{command.line, command.note, on});
}

Decided decide_on(const Deciding& d, const FinishAction& command) {
  const auto* action = find_action(d.c, command.action);
  if (action == nullptr) return nothing("actie", "action", command.action, action_ids(d.c));
  if (command.state == Done::open && action->state == Done::open)
    return refuse(
        "StillOpen", "", both("Deze actie staat al open.", "This action is open already."),
        both("Zeg wat ervan kwam: --state done, partly of not.", "Say what came of it: --state done, partly or not."));
  return d.one(ActionFinished{command});
}

Decided decide_on(const Deciding& d, const MoveAction& command) {
  const auto* action = find_action(d.c, command.action);
  if (action == nullptr) return nothing("actie", "action", command.action, action_ids(d.c));
  if (action->state != Done::open) return action_is_finished();
  if (command.by_when < d.today()) return in_the_past(command.by_when);
  if (blank(command.because))
    return empty_text("de reden van het uitstel (--because)", "the reason for moving it (--because)", "R8");
  return d.one(ActionMoved{command});
}

Decided decide_on(const Deciding& d, const PresentPlan& command) {
  if (blank(command.text)) return empty_text("het plan van de kring", "the plan of the circle");
  return d.one(PlanPresented{command});
}

Decided decide_on(const Deciding& d, const AnswerPlan& command) {
  if (d.c.plans.empty() || d.c.plans.back().state != PlanState::presented)
    return refuse(
        "NoPlanToAnswer", "R12",
        both("Er ligt geen plan van de kring om op te antwoorden.", "There is no plan of the circle to answer."),
        both(fmt::format("Laat de kring het plan voorleggen: casus case circle-plan present {} \"...\".", d.c.id),
             fmt::format("Let the circle present its plan: casus case circle-plan present {} \"...\".", d.c.id)));
  if (command.accepted) {
    AnswerPlan accepted = command;
    accepted.ground = Ground::none;
    return d.one(PlanAnswered{accepted});
  }
  if (command.ground == Ground::none || blank(command.because))
    return refuse(
        "RefusalNeedsGround", "R12",
        both("Een plan van de kring mag je alleen afwijzen om veiligheid of om de wet, en met uitleg.",
             "A plan of the circle may be refused only for safety or for the law, and with an explanation."),
        both("Zeg waarom: --ground veiligheid of --ground wet, met uitleg: --because \"...\". Anders geldt het plan.",
             "Give --ground safety or --ground law, with --because \"...\". Otherwise the plan holds."));
  if (date_of(d.c.plans.back().at) != d.today())
    return refuse("AnswerTooLate", "R12",
                  both("Afwijzen kan alleen op de dag waarop de kring het plan voorlegt. Die dag is voorbij.",
                       "Refusing is possible only on the day the circle presents the plan. That day has passed."),
                  both("Neem het plan aan, of vraag de kring om het opnieuw voor te leggen.",
                       "Accept the plan, or ask the circle to present it again."));
  return d.one(PlanAnswered{command});
}

Decided decide_on(const Deciding& d, const SetReview& command) {
  if (command.on < d.today()) return in_the_past(command.on);
  return d.one(ReviewSet{command});
}

Decided decide_on(const Deciding& d, const TellResident& command) {
  if (blank(command.what)) return empty_text("wat de inwoner gehoord heeft", "what the resident was told", "R16");
  const auto* who = command.who.empty() ? d.actor : d.person(command.who);
  if (who == nullptr) return nobody(d, command.who);
  const auto on = command.on.value_or(d.today());
  if (on > d.today()) return in_the_future(on);
  return d.one(ResidentTold{command.what, who->id, on});
}

Decided decide_on(const Deciding& d, const Evaluate& command) {
  if (d.c.stage.phase != Phase::evaluation)
    return refuse("NotEvaluating", "",
                  both(fmt::format("Terugkijken hoort bij de evaluatie; de casus zit nu in: {}.",
                                   label(d.c.stage.phase, Lang::nl)),
                       fmt::format("Looking back belongs to the evaluation; the case is in: {}.",
                                   label(d.c.stage.phase, Lang::en))),
                  both(fmt::format("Ga stap voor stap verder: casus case next {}.", d.c.id),
                       fmt::format("Go on step by step: casus case next {}.", d.c.id)));
  if (blank(command.better))
    return empty_text("wat er beter gaat (ook 'niets' is een antwoord)", "what is better ('nothing' is an answer too)");
  return d.one(Evaluated{command});
}

}  // namespace casus::engine
