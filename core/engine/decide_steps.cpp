// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/floor.hpp"
#include "core/engine/steps.hpp"
#include "core/text/label.hpp"

#include <algorithm>

/// Walking through steps and phases (R5: time spent is kept beside the plan, and nothing is cut off).
namespace casus::engine {

StepLeft leaving(const Deciding& d, const std::string& because, const std::vector<Open>& explained, bool back) {
  StepLeft left;
  const auto* here = d.c.here();
  left.seconds = static_cast<int>((d.at() - here->entered - here->idle).count());
  if (d.step != nullptr) left.planned_minutes = planned_minutes(d.c, *d.step);
  left.because = because;
  for (const auto& it : explained) left.explained.push_back(it.missing.id);
  left.back = back;
  return left;
}

StepEntered entering(const Deciding& d, Phase phase, const method::Step& step) {
  return {phase, step.id, d.c.method(phase).id, {}, {}};
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
  if (any_hard(open) || (!open.empty() && blank(command.because))) return not_done(d, open, "next");

  Events events;
  events.reserve(2);
  if (door == Door::begin) {
    const auto phase = d.workflow->first();
    const auto method = method_of(d, phase);
    if (!method) return failure(method.error());
    auto entered = entering(d, phase, (*method)->steps(phase).front());
    entered.because = command.because;
    for (const auto& it : open) entered.explained.push_back(it.missing.id);
    events.push_back(d.event(std::move(entered)));
    return events;
  }
  events.push_back(d.event(leaving(d, command.because, open, false)));
  if (door == Door::step) {
    const auto& steps = d.method->steps(d.c.stage.phase);
    const auto place = d.step == nullptr ? 0 : static_cast<std::size_t>(d.step - steps.data()) + 1;
    events.push_back(d.event(entering(d, d.c.stage.phase, steps[place])));
    return events;
  }
  const auto phase = *d.workflow->after(d.c.stage.phase);
  const auto method = method_of(d, phase);
  if (!method) return failure(method.error());
  events.push_back(d.event(entering(d, phase, (*method)->steps(phase).front())));
  return events;
}

namespace {

struct Target {
  Phase phase{};
  const method::Step* step = nullptr;
};

/// The phase before `phase` in the workflow, or nothing before the first.
std::optional<Phase> before(const workflow::Workflow& workflow, Phase phase) {
  std::optional<Phase> last;
  for (const auto& rule : workflow.phases) {
    if (rule.phase == phase) return last;
    last = rule.phase;
  }
  return std::nullopt;
}

Outcome<Target, Refusal> one_back(const Deciding& d) {
  const auto& steps = d.method->steps(d.c.stage.phase);
  if (d.step != nullptr && d.step != &steps.front()) return Target{d.c.stage.phase, d.step - 1};
  const auto phase = before(*d.workflow, d.c.stage.phase);
  if (!phase)
    return refuse("FirstStep", "", msg("steps.first_step"),
                  msg("steps.first_step_do", "next"_is = way("case next", "case"_is = d.c.id)));
  const auto method = method_of(d, *phase);
  if (!method) return failure(method.error());
  return Target{*phase, &(*method)->steps(*phase).back()};
}

Outcome<Target, Refusal> named(const Deciding& d, const std::string& wanted) {
  std::vector<std::string_view> known;
  for (const auto& rule : d.workflow->phases) {
    const auto method = method_of(d, rule.phase);
    if (!method) return failure(method.error());
    for (const auto& step : (*method)->steps(rule.phase)) {
      if (rule.phase == d.c.stage.phase && &step == d.step) goto looked;
      if (step.id == wanted) return Target{rule.phase, &step};
      known.push_back(step.id);
    }
    if (rule.phase == d.c.stage.phase) break;
  }
looked:
  return nothing(msg("steps.thing_earlier_step"), wanted, known);
}

}  // namespace

Decided decide_on(const Deciding& d, const BackStep& command) {
  const auto target = command.step.empty() ? one_back(d) : named(d, command.step);
  if (!target) return failure(target.error());
  Events events;
  events.reserve(2);
  events.push_back(d.event(leaving(d, command.because, {}, true)));
  events.push_back(d.event(entering(d, target->phase, *target->step)));
  return events;
}

}  // namespace casus::engine
