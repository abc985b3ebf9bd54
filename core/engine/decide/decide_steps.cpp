// SPDX-License-Identifier: EUPL-1.2
#include "core/base/each_language.hpp"
#include "core/engine/access/around.hpp"
#include "core/engine/decide/steps.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/group_places.hpp"
#include "core/engine/floor/grouping.hpp"
#include "core/engine/floor/phases.hpp"
#include "core/engine/floor/rotating.hpp"
#include "core/text/label.hpp"

#include <algorithm>

/// Walking through steps and phases (R5: time spent is kept beside the plan, and nothing is cut off).
namespace casus::engine {

std::vector<Role> leading_roles(const method::Step* step) {
  if (step == nullptr) return {};
  if (step->led_by.empty() && step->floor.is_private) return {Role::coordinator, Role::circle, Role::resident};
  return step->led_by;
}

std::vector<const Person*> who_lead(const Case& state, const method::Step* step) {
  return with_any_role(state, leading_roles(step));
}

std::string goes_on(const Case& state, const method::Step* step, const std::string& by) {
  const auto may = who_lead(state, step);
  if (may.empty()) return by_colleague(state, by);
  if (std::ranges::find(may, state.person(by)) != may.end()) return by;
  return may.front()->name;
}

std::string goes_on(const Case& state, const Library& library, const std::string& by) {
  return goes_on(state, step_here(state, library), by);
}

std::optional<Refusal> not_theirs_to_leave(const Deciding& d, std::string_view verb) {
  const auto may = who_lead(d.c, d.step);
  if (may.empty() || std::ranges::find(may, d.actor) != may.end()) return std::nullopt;
  const auto& name = may.front()->name;
  if (d.step->floor.is_private)
    return no("TheirPrivateTime", "R13", msg("case.private_time_is_theirs"),
              msg("case.private_time_is_theirs_do", "name"_is = name,
                  "next"_is = way("case next", "case"_is = d.c.id, "as"_is = name)));
  return no("NotYoursToLead", "R3",
            msg("case.led_by_others", "step"_is = d.step->name, "who"_is = role_words(d.method, d.step->led_by),
                "name"_is = d.actor->name),
            msg("case.led_by_others_do", "first"_is = name,
                "next"_is = text::Way{verb, {"case"_is = d.c.id, "as"_is = name}}));
}

StepLeft leaving(const Deciding& d, const std::string& because, const std::vector<Open>& explained, bool back) {
  StepLeft left;
  const auto* here = d.c.here();
  left.seconds = static_cast<int>((d.at() - here->entered - here->idle - d.command.away).count());
  if (d.step != nullptr) left.planned_minutes = planned_minutes(d.c, *d.step);
  left.because = because;
  for (const auto& it : explained) left.explained.emplace_back(it.id());
  left.back = back;
  return left;
}

StepEntered entering(const Deciding& d, Phase phase, const method::Step& step, const std::string& about, int again) {
  return StepEntered{.phase = phase,
                     .step = step.id,
                     .method = d.c.method(phase).id,
                     .about = about,
                     .again = again,
                     .anonymous = step.floor.anonymous};
}

namespace {

void pass_over(StepEntered& entered, Phase phase, const Onward& way) {
  for (const auto* step : way.passed_over) entered.passed_over.push_back({phase, step->id});
}

}  // namespace

StepEntered entering(const Deciding& d, Phase phase, const method::Definition& method, const Onward& passed,
                     const std::vector<Phase>& left_out) {
  const auto way = way_in(d.c, d.at(), d.library, method, phase);
  auto entered =
      entering(d, phase, way.step == nullptr ? method.steps(phase).front() : *way.step, way.about, way.again);
  entered.method = method.id;
  pass_over(entered, d.c.stage.phase, passed);
  for (const auto none : left_out) entered.passed_over.push_back({none, {}});
  pass_over(entered, phase, way);
  return entered;
}

void enter(const Deciding& d, StepEntered entered, const method::Definition& method, Events& events) {
  auto groups = groups_to_begin(d.c, method, entered);
  events.push_back(d.event(entered));
  turn_with_repeat(d, entered, method, events);
  if (!groups) return;
  give_places(d.c, method, entered, *groups);
  events.push_back(d.event(std::move(*groups)));
}

std::optional<Refusal> phase_left_out(const Deciding& d, const method::Definition& method, Phase phase) {
  const auto& why = method.leaves_out(phase);
  if (!why) return std::nullopt;
  return no(
      "PhaseLeftOut", "",
      msg("steps.phase_left_out", "method"_is = method.name, "phase"_is = text::label(phase),
          "why"_is = static_cast<const Text&>(*why)),
      msg("steps.phase_left_out_do", "method"_is = way("case method", "case"_is = d.c.id,
                                                       "method"_is = gap("gap.method"), "phase"_is = key(phase))));
}

Outcome<const method::Definition*, Refusal> method_of(const Deciding& d, Phase phase) {
  const auto& pin = d.c.method(phase);
  const auto* method = d.library.pinned_method(pin);
  const auto why = d.library.unusable(pin);
  if (method != nullptr && why.empty()) return method;
  return refuse(
      "MethodMissing", "",
      why.empty() ? msg("steps.method_missing", "pin"_is = pin.id, "phase"_is = text::label(phase)) : Message(why),
      msg("steps.method_missing_do", "method"_is = way("case method", "case"_is = d.c.id,
                                                       "method"_is = gap("gap.method"), "phase"_is = key(phase))));
}

Decided decide_on(const Deciding& d, const NextStep& command) {
  const auto door = next_door(d);
  if (door == Door::round) {
    return refuse("RoundEnds", "", msg("steps.round_ends"),
                  msg("steps.round_ends_do", "round"_is = way("case round", "case"_is = d.c.id),
                      "close"_is = way("case close", "case"_is = d.c.id)));
  }
  const auto open = unmet(d, door);
  // What was passed over in beginning is kept with the step, and asked for on.
  if (any_hard(open) || (blank(command.because) && holds_back(d, door, open))) return not_done(d, open, "next");

  Events events;
  events.reserve(2);
  if (door == Door::begin) {
    const auto phase = first_phase(d.c, d.library, *d.workflow);
    const auto method = method_of(d, phase);
    if (!method) return failure(method.error());
    auto entered =
        entering(d, phase, **method, {}, left_out_on_the_way(d.c, d.library, *d.workflow, std::nullopt, phase));
    entered.because = command.because;
    for (const auto& it : open) entered.explained.emplace_back(it.id());
    enter(d, std::move(entered), **method, events);
    return events;
  }
  events.push_back(d.event(leaving(d, command.because, open, false)));
  if (door == Door::step && d.step == nullptr) {
    enter(d, entering(d, d.c.stage.phase, *d.method), *d.method, events);
    return events;
  }
  const auto way = onward(d);
  if (door == Door::step) {
    auto entered = entering(d, d.c.stage.phase, *way.step, way.about, way.again);
    pass_over(entered, d.c.stage.phase, way);
    enter(d, std::move(entered), *d.method, events);
    return events;
  }
  const auto phase = *phase_after(d.c, d.library, *d.workflow, d.c.stage.phase);
  const auto method = method_of(d, phase);
  if (!method) return failure(method.error());
  const auto left_out = left_out_on_the_way(d.c, d.library, *d.workflow, d.c.stage.phase, phase);
  enter(d, entering(d, phase, **method, way, left_out), **method, events);
  return events;
}

namespace {

struct Target {
  Phase phase{};
  Backward to;
};

Outcome<Target, Refusal> one_back(const Deciding& d) {
  if (d.step != nullptr)
    if (auto to = one_before(d.c, *d.method, d.c.stage.phase, d.step); to.step != nullptr)
      return Target{d.c.stage.phase, std::move(to)};
  const auto phase = phase_before(d.c, d.library, *d.workflow, d.c.stage.phase);
  if (!phase)
    return refuse("FirstStep", "", msg("steps.first_step"),
                  msg("steps.first_step_do", "next"_is = way("case next", "case"_is = d.c.id)));
  const auto method = method_of(d, *phase);
  if (!method) return failure(method.error());
  auto last = one_before(d.c, **method, *phase, nullptr);
  if (last.step == nullptr) last.step = &(*method)->steps(*phase).back();
  return Target{*phase, std::move(last)};
}

Refusal not_come_to(const Deciding& d, Phase phase, const method::Step& step) {
  const bool on_branch = step.in_menu.empty() || branch_taken(d.c, phase, step.in_menu) == step.in_branch;
  if (on_branch && !step.when)
    return no("StepPassedOver", "", msg("steps.not_repeated", "step"_is = step.name), msg("steps.passed_over_do"));
  if (on_branch)
    return no("StepPassedOver", "", msg("steps.passed_over", "step"_is = step.name, "when"_is = step.when->text),
              msg("steps.passed_over_do"));
  const auto* menu = d.library.pinned_method(d.c.method(phase))->step(phase, step.in_menu);
  return no("BranchNotTaken", "", msg("steps.branch_not_taken", "step"_is = step.name),
            msg("steps.branch_not_taken_do", "back"_is = way("case back", "case"_is = d.c.id, "step"_is = step.in_menu),
                "menu"_is = menu == nullptr ? Text{} : menu->name));
}

/// By its id, or by its name in a language that it has.
bool is_called(const method::Step& step, const std::string& wanted) {
  return step.id == wanted || is_name_of(folded(trimmed(wanted)), step.name);
}

Outcome<Target, Refusal> named(const Deciding& d, const std::string& wanted) {
  std::vector<Message> known;
  for (const auto& rule : d.workflow->phases) {
    const auto method = method_of(d, rule.phase);
    if (!method) return failure(method.error());
    for (const auto& step : (*method)->steps(rule.phase)) {
      if (rule.phase == d.c.stage.phase && &step == d.step) goto looked;
      if (is_called(step, wanted)) {
        if (!lies_behind(d.c, rule.phase, step)) return failure(not_come_to(d, rule.phase, step));
        return Target{rule.phase, back_to(d.c, **method, rule.phase, step)};
      }
      known.emplace_back(step.name);
    }
    if (rule.phase == d.c.stage.phase) break;
  }
looked:
  return refuse("NotFound", "", msg("case.not_found", "what"_is = msg("steps.thing_earlier_step"), "id"_is = wanted),
                known.empty() ? msg("steps.no_earlier_do")
                              : msg("remedy.choose_from", "known"_is = text::any_of(std::move(known))));
}

}  // namespace

Decided decide_on(const Deciding& d, const BackStep& command) {
  const auto target = command.step.empty() ? one_back(d) : named(d, command.step);
  if (!target) return failure(target.error());
  Events events;
  events.reserve(2);
  events.push_back(d.event(leaving(d, command.because, {}, true)));
  const auto& to = target->to;
  const auto method = method_of(d, target->phase);
  if (!method) return failure(method.error());
  enter(d, entering(d, target->phase, *to.step, to.about, to.again), **method, events);
  return events;
}

}  // namespace casus::engine
