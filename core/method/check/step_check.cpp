// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/json_fields.hpp"
#include "core/base/text.hpp"
#include "core/method/check/definition_check.hpp"
#include "core/method/choosing.hpp"
#include "core/method/course.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace casus::method::checks {
namespace {

constexpr double kLongestStep = 600;  // minutes; ten hours is longer than any step in the sources

/// As short as it was typed: 601, 2.5.
std::string number(double value) { return fmt::format("{}", value); }

bool among(const std::vector<std::string>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

std::string at(const std::string& pointer, std::size_t index) { return pointer + '/' + std::to_string(index); }

void check_private(const Step& step, const std::string& pointer, Check& check) {
  const auto none = [&](bool wrong, const std::string& place, Telling what) {
    if (wrong) check.add(pointer + place, tell("wrong.private", {{"what", std::move(what)}}));
  };
  if (!step.floor.speakers.empty()) check.add(pointer + "/floor/speakers", tell("wrong.private_nobody_speaks"));
  none(!step.floor.answers.empty(), "/floor/answers", tell("wrong.private_answers"));
  none(!step.floor.per_step.empty(), "/floor/per_step", tell("wrong.private_limits"));
  none(!step.floor.only_chosen.empty(), "/floor/only_chosen", tell("wrong.private_speakers"));
  none(!step.floor.answers_with.empty(), "/floor/answers_with", tell("wrong.private_answers"));
  none(step.floor.answer_to_question, "/floor/answer_to_question", tell("wrong.private_answers"));
  none(step.floor.hidden, "/floor/hidden", tell("wrong.private_hidden"));
  none(!step.floor.hidden_kinds.empty(), "/floor/hidden_kinds", tell("wrong.private_hidden"));
  none(step.floor.anonymous, "/floor/anonymous", tell("wrong.private_hidden"));
  none(!step.floor.also.empty(), "/floor/also", tell("wrong.private_kinds"));
  none(!step.kinds.empty(), "/kinds", tell("wrong.private_kinds"));
  none(step.minutes != 0, "/minutes", tell("wrong.private_timer"));
  none(step.menu && !step.menu->of_repeat, "/menu", tell("wrong.private_menu"));
}

void check_limits(const std::map<std::string, int>& limits, const Step& step, const std::string& place, Check& check) {
  for (const auto& [kind, most] : limits) {
    if (most < 1) check.add(place + '/' + kind, tell("wrong.below_one", {{"got", most}}));
    if (!among(step.kinds, kind))
      check.add(place + '/' + kind,
                tell("wrong.kind_not_in_step",
                     {{"kind", kind}, {"near", check.near(kind, {step.kinds.begin(), step.kinds.end()})}}));
  }
}

/// Roles of whom one talks with the other speakers: there must be others, who choose.
void check_chosen(const Floor& floor, const std::string& place, Check& check) {
  if (floor.only_chosen.empty()) return;
  if (!check.sound(place + "/only_chosen") || !check.sound(place + "/speakers")) return;
  const auto in = [](const std::vector<Role>& roles, Role role) {
    return std::ranges::find(roles, role) != roles.end();
  };
  for (std::size_t i = 0; i < floor.only_chosen.size(); ++i)
    if (!in(floor.speakers, floor.only_chosen[i]))
      check.add(at(place + "/only_chosen", i), tell("wrong.role_not_speaker", {{"role", key(floor.only_chosen[i])}}));
  if (std::ranges::all_of(floor.speakers, [&](Role role) { return in(floor.only_chosen, role); }))
    check.add(place + "/only_chosen", tell("wrong.nobody_chooses"));
}

/// What is written unseen must be one of the kinds of this step, and be told in another.
void check_hidden(const Step& step, const std::string& place, Check& check) {
  Seen seen;
  const auto& kinds = step.floor.hidden_kinds;
  const auto tells = [&](const Step& other, const std::string& kind) {
    return &other != &step && among(other.kinds, kind) && !among(other.floor.hidden_kinds, kind) &&
           !other.floor.anonymous;  // the name stands with what was written
  };
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const auto& kind = kinds[i];
    check.unique(seen, kind, tell("wrong.what_kind"), at(place, i));
    if (!among(step.kinds, kind)) {
      check.add(at(place, i),
                tell("wrong.kind_not_in_step",
                     {{"kind", kind}, {"near", check.near(kind, {step.kinds.begin(), step.kinds.end()})}}));
      continue;
    }
    const bool told = std::ranges::any_of(check.definition.phases, [&](const auto& steps) {
      return std::ranges::any_of(steps, [&](const Step& other) { return tells(other, kind); });
    });
    if (!told && check.sound("/phases")) check.add(at(place, i), tell("wrong.never_told", {{"kind", kind}}));
  }
}

/// There is something to answer, by somebody, and what is said in turn is no answer out of turn.
void check_answers(const Step& step, const std::string& place, Check& check) {
  const auto& floor = step.floor;
  const auto& own = check.definition.kinds;
  const auto asks = [&](const std::string& kind) {
    return kind == "question" || kind == "follow_up" || std::ranges::find(own, kind, &Kind::kind) != own.end();
  };
  if (!floor.answers.empty() && std::ranges::none_of(step.kinds, asks))
    check.add(place + "/answers", tell("wrong.nothing_to_answer"));
  if (!floor.answers_with.empty() && floor.answers.empty() && check.sound(place + "/answers"))
    check.add(place + "/answers_with", tell("wrong.answers_with_nobody"));
  Seen seen;
  for (std::size_t i = 0; i < floor.answers_with.size(); ++i) {
    const auto& kind = floor.answers_with[i];
    const auto where = at(place + "/answers_with", i);
    check.unique(seen, kind, tell("wrong.what_kind"), where);
    check.kind(kind, where);
    if (kind != "answer" && among(step.kinds, kind))
      check.add(where, tell("wrong.answers_with_kind", {{"kind", kind}}));
    if (kind == kVoteKind) check.add(where, tell("wrong.answers_with_vote"));
    if (step.advice_locked && kind == "advice") check.add(where, tell("wrong.advice_locked"));
  }
}

/// Where nobody reads who said what, nothing else of the step may tell it.
void check_anonymous(const Step& step, const std::string& pointer, Check& check) {
  const auto& floor = step.floor;
  const auto place = pointer + "/floor";
  if (!floor.hidden && check.sound(place + "/hidden")) check.add(place + "/anonymous", tell("wrong.anonymous_seen"));
  if (floor.order == Order::turns && check.sound(place + "/order"))
    check.add(place + "/order", tell("wrong.anonymous_turns"));
  if (!floor.hidden_kinds.empty()) check.add(place + "/hidden_kinds", tell("wrong.anonymous_told"));
  if (!floor.answers.empty()) check.add(place + "/answers", tell("wrong.anonymous_answers"));
  if (!floor.only_chosen.empty()) check.add(place + "/only_chosen", tell("wrong.anonymous_chosen"));
  if (step.choice_moves) check.add(pointer + "/choice_moves", tell("wrong.anonymous_moves"));
  if (step.parallel) check.add(pointer + "/parallel", tell("wrong.anonymous_groups"));
}

void check_floor(const Step& step, const std::string& pointer, Check& check) {
  const auto& floor = step.floor;
  const auto place = pointer + "/floor";
  check.roles(floor.speakers, place + "/speakers");
  check.roles(floor.answers, place + "/answers");
  check.roles(floor.only_chosen, place + "/only_chosen");
  if (floor.per_person.value_or(0) < 0)
    check.add(place + "/per_person", tell("wrong.negative", {{"got", *floor.per_person}}));
  if (floor.one && (!step.parallel || !step.parallel->one) && check.sound(pointer + "/parallel"))
    check.add(place + "/one", tell("wrong.floor_one"));
  if (floor.is_private) return check_private(step, pointer, check);

  const bool nobody = floor.speakers.empty() && check.sound(place + "/speakers");
  if (floor.order == Order::turns && nobody) check.add(place + "/order", tell("wrong.turns_nobody"));
  if (!floor.per_turn.empty() && floor.order != Order::turns && check.sound(place + "/order"))
    check.add(place + "/per_turn", tell("wrong.per_turn_free"));
  check_limits(floor.per_turn, step, place + "/per_turn", check);
  check_limits(floor.per_step, step, place + "/per_step", check);
  check_chosen(floor, place, check);
  check_hidden(step, place + "/hidden_kinds", check);
  if (floor.answer_to_question && floor.answers.empty() && !among(step.kinds, "answer") &&
      check.sound(place + "/answers"))
    check.add(place + "/answer_to_question", tell("wrong.nobody_answers"));
  check_answers(step, place, check);
  Seen seen;
  for (std::size_t i = 0; i < floor.also.size(); ++i) {
    check.unique(seen, key(floor.also[i]), tell("wrong.what_beside"), at(place + "/also", i));
    if (floor.hidden && floor.also[i] != Beside::scores)
      check.add(at(place + "/also", i), tell("wrong.beside_seen", {{"what", key(floor.also[i])}}));
  }
  if (nobody && !floor.also.empty()) check.add(place + "/also", tell("wrong.kinds_nobody"));
  if (nobody && floor.hidden) check.add(place + "/hidden", tell("wrong.nothing_to_hide"));
  if (floor.anonymous) check_anonymous(step, pointer, check);
  if (nobody && !step.kinds.empty()) check.add(pointer + "/kinds", tell("wrong.kinds_nobody"));
}

void check_time(const Step& step, const std::string& pointer, Check& check) {
  if (!(step.minutes >= 0 && step.minutes <= kLongestStep))
    check.add(pointer + "/minutes", tell("wrong.minutes", {{"got", number(step.minutes)}}));
  if (step.minutes_per_person && step.minutes == 0)
    check.add(pointer + "/minutes_per_person", tell("wrong.per_person_no_minutes"));
  if (!check.sound(pointer + "/minutes") || !check.sound(pointer + "/minutes_mark")) return;
  if (step.minutes != 0 && !step.minutes_mark) check.add(pointer, fields::missing("minutes_mark"));
  if (step.minutes == 0 && step.minutes_mark) check.add(pointer + "/minutes_mark", tell("wrong.mark_no_minutes"));
  check.origin(step.minutes_mark.value_or(Mark::own), step.minutes_source, tell("wrong.minutes_word"), pointer,
               "minutes_");
}

void check_kinds(const Step& step, const std::string& pointer, Check& check) {
  Seen seen;
  for (std::size_t i = 0; i < step.kinds.size(); ++i) {
    check.unique(seen, step.kinds[i], tell("wrong.what_kind"), at(pointer + "/kinds", i));
    check.kind(step.kinds[i], at(pointer + "/kinds", i));
    const bool unseen = among(step.floor.hidden_kinds, step.kinds[i]);
    if (step.advice_locked && step.kinds[i] == "advice" && !unseen)
      check.add(at(pointer + "/kinds", i), tell("wrong.advice_locked"));
  }
}

std::size_t vote_among(const std::vector<std::string>& kinds) {
  return static_cast<std::size_t>(std::ranges::find(kinds, kVoteKind) - kinds.begin());
}

/// What is voted on, and that votes are a kind of a step where something is.
void check_vote(const Step& step, const std::string& pointer, Check& check) {
  const auto place = pointer + "/vote";
  if (among(step.kinds, kVoteKind) != step.vote.has_value() && check.sound(place) && check.sound(pointer + "/kinds"))
    check.add(step.vote ? place : at(pointer + "/kinds", vote_among(step.kinds)), tell("wrong.vote_and_kind"));
  if (!step.vote) return;
  for (std::size_t i = 0; i < step.vote->kinds.size(); ++i) check.kind(step.vote->kinds[i], at(place + "/kinds", i));
  if (step.vote->kinds.empty() && check.sound(place + "/kinds"))
    check.add(place + "/kinds", tell("wrong.at_least_one"));
  if (!step.vote->step.empty()) check.step(step.vote->step, place + "/step");
  if ((step.vote->most < 1 || step.vote->most > kMostVotes) && check.sound(place + "/most"))
    check.add(place + "/most", tell("wrong.vote_most", {{"got", step.vote->most}, {"most", kMostVotes}}));
  check.origin(step.vote->mark, step.vote->source, tell("wrong.a_vote"), place);
  if (among(step.floor.hidden_kinds, kVoteKind))
    check.add(pointer + "/floor/hidden_kinds", tell("wrong.vote_hidden_kind"));
}

/// Parts that must hold for the whole to hold; what stands under "any" or "not" may fail on purpose.
void each_needed(const Criterion& criterion, const std::string& pointer,
                 const std::function<void(const Criterion&, const std::string&)>& seen) {
  if (criterion.op != Criterion::Op::all) return seen(criterion, pointer);
  for (std::size_t i = 0; i < criterion.parts.size(); ++i)
    each_needed(criterion.parts[i], at(pointer + "/all", i), seen);
}

bool looks_at_this_step(const Criterion& criterion) {
  if (criterion.scope == Scope::step) return true;
  if (criterion.op == Criterion::Op::every_in && criterion.in_scope == Scope::step) return true;
  if (criterion.also && criterion.also->scope == Scope::step) return true;
  return std::ranges::any_of(criterion.parts, looks_at_this_step);
}

/// A demand for contributions of a kind that the step does not allow could never be met.
void check_reachable(const Step& step, const Criterion& criterion, const std::string& pointer, Check& check) {
  if (criterion.op != Criterion::Op::count || criterion.collection != Collection::contributions) return;
  if (criterion.scope != Scope::step || criterion.at_least.value_or(0) < 1) return;
  for (const auto& condition : criterion.where) {
    if (condition.field != Field::kind || condition.op != Condition::Op::one_of) continue;
    const bool possible = std::ranges::any_of(condition.literals, [&](const Literal& literal) {
      const auto* kind = std::get_if<std::string>(&literal);
      return kind == nullptr || step.fits(*kind) || !check.knows_kind(*kind);
    });
    if (!possible) check.add(pointer + "/where/kind", tell("wrong.kind_never"));
  }
}

void check_done_when(const Step& step, const std::string& pointer, Check& check) {
  Seen seen;
  for (std::size_t i = 0; i < step.done_when.size(); ++i) {
    const auto& requirement = step.done_when[i];
    const auto place = at(pointer + "/done_when", i);
    check.id(requirement.id, place + "/id");
    check.unique(seen, requirement.id, tell("wrong.what_requirement"), place + "/id");
    if (!requirement.rule.empty() && !is_rule(requirement.rule))
      check.add(place + "/rule", tell("wrong.rule", {{"got", requirement.rule}}));
    check.words(requirement.text, place + "/text");
    check.roles(requirement.who, place + "/who");
    check.criterion(requirement.holds, place + "/holds");
    if (requirement.about_resident)
      check.add(place + "/about_resident", tell("wrong.unknown", {{"key", "about_resident"}, {"near", Telling()}}));
    if (!requirement.mark && check.sound(place + "/mark")) check.add(place, fields::missing("mark"));
    check.origin(requirement.mark.value_or(Mark::own), requirement.source, tell("wrong.a_criterion"), place);
    if (step.floor.is_private) {
      if (looks_at_this_step(requirement.holds)) check.add(place + "/holds", tell("wrong.private_never"));
      continue;
    }
    each_needed(requirement.holds, place + "/holds", [&](const Criterion& needed, const std::string& where) {
      check_reachable(step, needed, where, check);
    });
  }
}

bool has_steps(const Definition& definition, std::string_view menu, std::string_view branch) {
  for (const auto& steps : definition.phases)
    for (const auto& step : steps)
      if (step.in_menu == menu && step.in_branch == branch) return true;
  return false;
}

void check_menu(const Step& step, const std::string& pointer, Check& check) {
  const auto place = pointer + "/menu";
  const auto& menu = *step.menu;
  if (!step.in_menu.empty()) return check.add(place, tell("wrong.menu_in_menu"));
  check.roles(menu.who, place + "/who");
  if (menu.branches.size() < 2 && check.sound(place + "/branches"))
    check.add(place + "/branches", tell("wrong.one_branch"));
  Seen seen;
  for (std::size_t i = 0; i < menu.branches.size(); ++i) {
    const auto& branch = menu.branches[i];
    const auto where = at(place + "/branches", i);
    check.id(branch.id, where + "/id");
    check.unique(seen, branch.id, tell("wrong.what_branch"), where + "/id");
    check.words(branch.name, where + "/name");
    if (!has_steps(check.definition, step.id, branch.id) && check.sound(where + "/steps"))
      check.add(where + "/steps", tell("wrong.at_least_one"));
    check.origin(branch.mark, branch.source, tell("wrong.a_branch"), where);
  }
}

void check_when(const When& when, const std::string& pointer, Check& check) {
  check.words(when.text, pointer + "/text");
  check.origin(when.mark, when.source, tell("wrong.a_when"), pointer);
  check.criterion(when.holds, pointer + "/holds");
}

/// What comes before the first step of a phase is another phase, which no part of this one can look back on.
void check_first(const When& when, const std::string& pointer, Check& check) {
  const auto looks_near = [](const Criterion& criterion, const auto& again) -> bool {
    const auto near = [](Scope scope) { return scope == Scope::step || scope == Scope::phase; };
    return near(criterion.scope) || (criterion.op == Criterion::Op::every_in && near(criterion.in_scope)) ||
           (criterion.also && near(criterion.also->scope)) ||
           std::ranges::any_of(criterion.parts, [&](const Criterion& part) { return again(part, again); });
  };
  if (looks_near(when.holds, looks_near)) check.add(pointer + "/when/holds", tell("wrong.when_first_scope"));
}

void check_step(const Step& step, const std::string& pointer, Check& check) {
  check.words(step.name, pointer + "/name");
  check.origin(step.mark, step.source, tell("wrong.a_step"), pointer);
  check_time(step, pointer, check);
  check.roles(step.led_by, pointer + "/led_by");
  check_floor(step, pointer, check);
  check_kinds(step, pointer, check);
  if (step.choice_moves) {
    check.role(*step.choice_moves, pointer + "/choice_moves");
    if (!among(step.kinds, "choice")) check.add(pointer + "/choice_moves", tell("wrong.no_choice"));
    // Only where no presenter speaks: one who chooses again is told by the audit.
    if (*step.choice_moves == Role::presenter && gives_to_nobody(step.floor.speakers, Role::presenter) &&
        std::ranges::find(step.floor.speakers, Role::presenter) == step.floor.speakers.end())
      check.add(pointer + "/choice_moves", tell("wrong.nobody_to_choose"));
  }
  for (std::size_t i = 0; i < step.prompts.size(); ++i) {
    check.words(step.prompts[i], at(pointer + "/prompts", i));
    check.origin(step.prompts[i].mark, step.prompts[i].source, tell("wrong.a_prompt"), at(pointer + "/prompts", i));
  }
  if (!step.records.empty()) {
    check.words(step.records, pointer + "/records");
    check.origin(step.records.mark, step.records.source, tell("wrong.a_record"), pointer + "/records");
  }
  check_vote(step, pointer, check);
  check_done_when(step, pointer, check);
  if (step.when) check_when(*step.when, pointer + "/when", check);
  if (step.menu && !step.menu->of_repeat) check_menu(step, pointer, check);
}

/// Whether it begins a repeat that does not come where there is nothing to go through.
bool goes_through_some(const Step& step) { return step.repeat && step.repeat->for_each && !step.when; }

}  // namespace

void check_steps(Check& check) {
  Seen seen;
  for (const auto phase : kAllPhases) {
    const auto& steps = check.definition.steps(phase);
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const auto pointer = check.definition.place(phase, i);
      check.id(steps[i].id, pointer + "/id");
      check.unique(seen, steps[i].id, tell("wrong.what_step"), pointer + "/id");
      check_step(steps[i], pointer, check);
      if (steps[i].repeat) check_repeat(phase, i, check);
      if (steps[i].parallel) check_parallel(phase, i, check);
      if (i == 0 && steps[i].when) check_first(*steps[i].when, pointer, check);
    }
    if (!steps.empty() && std::ranges::all_of(steps, may_not_come))
      check.add("/phases/" + std::string(key(phase)),
                std::ranges::any_of(steps, goes_through_some)
                    ? tell("wrong.phase_of_repeats", {{"step", std::ranges::find_if(steps, goes_through_some)->id}})
                    : tell("wrong.phase_may_be_empty"));
  }
}

}  // namespace casus::method::checks
