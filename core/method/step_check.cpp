// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json_fields.hpp"
#include "core/base/text.hpp"
#include "core/method/definition_check.hpp"

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
  none(!step.floor.speakers.empty(), "/floor/speakers", tell("wrong.private_speakers"));
  none(!step.floor.answers.empty(), "/floor/answers", tell("wrong.private_answers"));
  none(!step.floor.per_step.empty(), "/floor/per_step", tell("wrong.private_limits"));
  none(!step.floor.only_chosen.empty(), "/floor/only_chosen", tell("wrong.private_speakers"));
  none(step.floor.answer_to_question, "/floor/answer_to_question", tell("wrong.private_answers"));
  none(step.floor.hidden, "/floor/hidden", tell("wrong.private_hidden"));
  none(!step.kinds.empty(), "/kinds", tell("wrong.private_kinds"));
  none(step.minutes != 0, "/minutes", tell("wrong.private_timer"));
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

void check_floor(const Step& step, const std::string& pointer, Check& check) {
  const auto& floor = step.floor;
  const auto place = pointer + "/floor";
  check.roles(floor.speakers, place + "/speakers");
  check.roles(floor.answers, place + "/answers");
  check.roles(floor.only_chosen, place + "/only_chosen");
  if (floor.per_person < 0) check.add(place + "/per_person", tell("wrong.negative", {{"got", floor.per_person}}));
  if (floor.is_private) return check_private(step, pointer, check);

  const bool nobody = floor.speakers.empty() && check.sound(place + "/speakers");
  if (floor.order == Order::turns && nobody) check.add(place + "/order", tell("wrong.turns_nobody"));
  if (!floor.per_turn.empty() && floor.order != Order::turns && check.sound(place + "/order"))
    check.add(place + "/per_turn", tell("wrong.per_turn_free"));
  check_limits(floor.per_turn, step, place + "/per_turn", check);
  check_limits(floor.per_step, step, place + "/per_step", check);
  check_chosen(floor, place, check);
  if (floor.answer_to_question && floor.answers.empty() && !among(step.kinds, "answer") &&
      check.sound(place + "/answers"))
    check.add(place + "/answer_to_question", tell("wrong.nobody_answers"));
  if (!floor.answers.empty() && !among(step.kinds, "question") && !among(step.kinds, "follow_up"))
    check.add(place + "/answers", tell("wrong.nothing_to_answer"));
  if (nobody && floor.hidden) check.add(place + "/hidden", tell("wrong.nothing_to_hide"));
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
    if (step.advice_locked && step.kinds[i] == "advice")
      check.add(at(pointer + "/kinds", i), tell("wrong.advice_locked"));
  }
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

}  // namespace

void check_step(const Step& step, const std::string& pointer, Check& check) {
  check.words(step.name, pointer + "/name");
  check.origin(step.mark, step.source, tell("wrong.a_step"), pointer);
  check_time(step, pointer, check);
  check_floor(step, pointer, check);
  check_kinds(step, pointer, check);
  for (std::size_t i = 0; i < step.prompts.size(); ++i) {
    check.words(step.prompts[i], at(pointer + "/prompts", i));
    check.origin(step.prompts[i].mark, step.prompts[i].source, tell("wrong.a_prompt"), at(pointer + "/prompts", i));
  }
  if (!step.records.empty()) {
    check.words(step.records, pointer + "/records");
    check.origin(step.records.mark, step.records.source, tell("wrong.a_record"), pointer + "/records");
  }
  check_done_when(step, pointer, check);
}

}  // namespace casus::method::checks
