// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/engine/access/no_name.hpp"
#include "core/engine/decide/grounds.hpp"
#include "core/engine/decide/steps.hpp"
#include "core/engine/decide/unknown_definition.hpp"
#include "core/engine/mending/mending_meant.hpp"
#include "core/model/person_name.hpp"

#include <algorithm>

/// Opening: question, method. Rule R1 (the question itself); for R2 see `decide_grounds.cpp`, for who is there
/// `decide_joining.cpp`.
namespace casus::engine {

namespace {

/// The workflow of a case that is open stays; before that it can still be chosen.
std::optional<Refusal> does_not_fit(const workflow::Workflow& workflow, const method::Definition& method, bool opened) {
  const auto misfit = workflow.misfit(method);
  if (!misfit) return std::nullopt;
  return no("MethodDoesNotFit", "",
            msg("opening.method_does_not_fit", "method"_is = method.name, "workflow"_is = workflow.name,
                "first"_is = text::label(misfit->first), "second"_is = text::label(misfit->second)),
            opened ? msg("opening.method_does_not_fit_do", "list"_is = way("method list"))
                   : msg("opening.method_does_not_fit_do_2", "workflow"_is = method.workflow));
}

/// A method that cannot be worked with here is no choice for a case.
std::optional<Refusal> not_usable(const Deciding& d, std::string_view method) {
  Message why = d.library.unusable(method);
  if (why.empty()) return std::nullopt;
  return no("MethodMissing", "", std::move(why), msg("opening.method_missing_do", "list"_is = way("method list")));
}

Pin pin_of(const method::Definition& it) { return {it.id, it.version, it.hash}; }
Pin pin_of(const workflow::Workflow& it) { return {it.id, it.version, it.hash}; }

/// The events that put the case on the first step of its phase again, after the method or its text changed under it.
void restart_phase(const Deciding& d, const method::Definition& method, Events& events) {
  StepLeft left;
  left.seconds = static_cast<int>((d.at() - d.c.here()->entered - d.c.here()->idle - d.command.away).count());
  left.back = true;
  events.push_back(d.event(left));
  enter(d, entering(d, d.c.stage.phase, method), method, events);
}

}  // namespace

Decided decide_on(const Deciding& d, const OpenCase& command) {
  // Who does not say who they are hears of no case that it is there.
  if (d.c.exists() && !blank(d.command.by))
    return refuse("CaseExists", "", msg("opening.case_exists", "case"_is = d.c.id), msg("opening.case_exists_do"));
  if (!is_id(d.command.case_id))
    return refuse("CaseIdNotUsable", "", msg("opening.case_id_not_usable", "case"_is = d.command.case_id),
                  msg("opening.case_id_not_usable_do"));
  if (blank(d.command.by)) return refuse("WhoIsThis", "", msg("opening.who_is_this"), msg("remedy.say_who_you_are"));
  if (!d.library.in_team(d.command.by))
    if (auto refusal = no_name(d.command.by, {Role::presenter})) return failure(std::move(*refusal));
  if (auto refusal = ground_missing(d.library, command)) return failure(std::move(*refusal));
  if (auto refusal = reported_off(d, command.reported_on)) return failure(std::move(*refusal));
  if (blank(command.title)) return empty_text(msg("opening.needs_title_which_team_knows_case"));

  const method::Definition* method = nullptr;
  const workflow::Workflow* workflow = nullptr;
  if (!command.method.empty()) {
    method = d.library.method(command.method);
    if (method == nullptr) return unknown_method(d.library, command.method);
  }
  const std::string workflow_id = !command.workflow.empty() ? command.workflow
                                  : method != nullptr       ? method->workflow
                                                            : "weekly-review";
  workflow = d.library.workflow(workflow_id);
  if (workflow == nullptr) return unknown_workflow(d.library, workflow_id);
  if (method == nullptr) {
    method = d.library.method(workflow->method);
    if (method == nullptr) return unknown_method(d.library, workflow->method);
  }
  if (auto refusal = does_not_fit(*workflow, *method, false)) return failure(std::move(*refusal));
  if (auto refusal = not_usable(d, method->id)) return failure(std::move(*refusal));

  CaseOpened opened{.title = command.title,
                    .privacy = command.privacy.value_or(Privacy::anonymous),
                    .basis = command.basis.value_or(Basis::consent),
                    .purpose = command.purpose,
                    .basis_text = command.basis_text,
                    .workflow = pin_of(*workflow),
                    .method = pin_of(*method),
                    .mode = command.mode.value_or(Mode::strict),
                    .neighbourhood = kept_name(command.neighbourhood),
                    .reported_on = command.reported_on,
                    .person = "p1",
                    .name = kept_name(d.command.by)};
  Events events{d.event(std::move(opened))};
  for (const auto& more : others_of(command)) events.push_back(d.event(more));
  return events;
}

Decided decide_on(const Deciding& d, const AskQuestion& command) {
  if (!is_question(command.text))
    return refuse("NotAQuestion", "R1", msg("opening.not_a_question"), msg("opening.not_a_question_do"));
  if (std::ranges::count(command.text, '?') > 1)
    return refuse("MoreThanOneQuestion", "R1", msg("opening.more_than_one_question"),
                  msg("opening.more_than_one_question_do"));
  if (!d.actor->has(Role::presenter)) {
    const auto* presenter = d.c.with(Role::presenter);
    const auto name = presenter == nullptr ? std::string("-") : presenter->name;
    return refuse("NotYourQuestion", "R1", msg("opening.not_your_question", "name"_is = name),
                  msg("opening.not_your_question_do",
                      "question"_is = way("case question", "case"_is = d.c.id, "text"_is = gap(), "as"_is = name),
                      "name"_is = name));
  }
  return d.one(QuestionAsked{command});
}

Decided decide_on(const Deciding& d, const AskForPlace& command) {
  if (!d.actor->has(Role::presenter) && !d.actor->has(Role::case_manager)) {
    const auto* presenter = d.c.with(Role::presenter);
    const auto name = presenter == nullptr ? std::string("-") : presenter->name;
    return refuse("NotYourCase", "R1", msg("opening.not_your_case", "name"_is = name),
                  msg("opening.not_your_case_do", "ask"_is = way("meeting ask", "case"_is = d.c.id, "as"_is = name),
                      "name"_is = name));
  }
  if (command.no_longer) {
    if (d.c.place_asked) return d.one(PlaceAsked{true});
    return refuse("NotAsked", "", msg("opening.not_asked"), msg("remedy.leave_it"));
  }
  Events events;
  if (!blank(command.question) && command.question != d.c.question) {
    auto asked = decide_on(d, AskQuestion{command.question, d.c.hoped_for});
    if (!asked) return asked;
    events = std::move(*asked);
  } else if (blank(d.c.question)) {
    return refuse("QuestionMissing", "R1", msg("opening.question_missing"),
                  msg("opening.question_missing_do", "ask"_is = way("meeting ask", "case"_is = d.c.id,
                                                                    "question"_is = gap("opening.example_how_do_i"))));
  }
  events.push_back(d.event(PlaceAsked{}));
  return events;
}

Decided decide_on(const Deciding& d, const ChangeMethod& command) {
  const auto* method = d.library.method(command.method);
  if (method == nullptr) return unknown_method(d.library, command.method);
  if (d.workflow != nullptr)
    if (auto refusal = does_not_fit(*d.workflow, *method, true)) return failure(std::move(*refusal));
  if (auto refusal = not_usable(d, method->id)) return failure(std::move(*refusal));

  if (method->about_resident && !d.c.has_ground())
    return refuse("GroundMissing", "R2", msg("opening.ground_missing"),
                  msg("opening.ground_first_do", "basis"_is = way("case basis", "case"_is = d.c.id)));

  MethodChanged changed{.method = pin_of(*method), .because = command.because};
  for (const auto phase : kAllPhases)
    if ((!command.phase || *command.phase == phase) && !(d.c.method(phase) == changed.method))
      changed.phases.push_back(phase);
  if (changed.phases.empty())
    return refuse("SameMethod", "", msg("opening.same_method", "method"_is = method->name), msg("remedy.carry_on"));
  const bool here = std::ranges::find(changed.phases, d.c.stage.phase) != changed.phases.end();
  if (command.phase)
    if (auto refusal = phase_left_out(d, *method, *command.phase)) return failure(std::move(*refusal));
  if (here && d.c.here() != nullptr)
    if (auto refusal = phase_left_out(d, *method, d.c.stage.phase)) return failure(std::move(*refusal));
  Events events{d.event(std::move(changed))};
  if (here && d.c.stage.life == Life::open && d.c.here() != nullptr) restart_phase(d, *method, events);
  return events;
}

Decided decide_on(const Deciding& d, const AdoptDefinitions&) {
  const auto* workflow = d.library.workflow(d.c.workflow.id);
  if (workflow == nullptr) return unknown_workflow(d.library, d.c.workflow.id);
  DefinitionsAdopted adopted{.workflow = pin_of(*workflow)};
  bool changed = !(adopted.workflow == d.c.workflow);
  for (const auto phase : kAllPhases) {
    const auto* method = d.library.method(d.c.method(phase).id);
    if (method == nullptr) return unknown_method(d.library, d.c.method(phase).id);
    if (auto refusal = does_not_fit(*workflow, *method, true)) return failure(std::move(*refusal));
    if (phase == d.c.stage.phase && d.c.here() != nullptr)
      if (auto refusal = phase_left_out(d, *method, phase)) return failure(std::move(*refusal));
    adopted.methods.push_back(pin_of(*method));
    changed = changed || !(adopted.methods.back() == d.c.method(phase));
  }
  if (!changed) return refuse("SameDefinitions", "", msg("opening.same_definitions"), msg("remedy.carry_on"));
  Events events{d.event(std::move(adopted))};
  if (d.c.stage.life == Life::open && d.c.here() != nullptr) {
    const auto* method = d.library.method(d.c.method(d.c.stage.phase).id);
    if (method->step(d.c.stage.phase, d.c.here()->step) == nullptr) restart_phase(d, *method, events);
  }
  return events;
}

}  // namespace casus::engine
