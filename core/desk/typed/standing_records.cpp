// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/typed/standing_records.hpp"

#include "core/desk/desk.hpp"
#include "core/desk/forms/told_apart.hpp"
#include "core/desk/from_outside.hpp"
#include "core/desk/outsider.hpp"
#include "core/desk/reading.hpp"
#include "core/method/definition.hpp"
#include "core/model/access.hpp"
#include "core/model/case/unseen.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <ranges>
#include <utility>

namespace casus::desk {
namespace {

/// What was said longer ago has its number on the page of the history.
constexpr std::size_t kMostLines = 100;

using MayMend = std::function<bool(const std::string& by)>;

std::vector<FormChoice> texts_of_case(const Case& state, const report::Naming& names) {
  std::vector<FormChoice> all;
  const auto add = [&](CaseText which, const std::string& words) {
    if (!words.empty())
      all.push_back({std::string(key(which)), fmt::format("{}: {}", report::capital(names.ref(key(which))), words)});
  };
  add(CaseText::title, state.title);
  add(CaseText::question, state.question);
  add(CaseText::purpose, state.purpose);
  return all;
}

std::vector<FormChoice> lines_said(const Case& state, const report::Naming& names, const MayMend& may) {
  std::vector<FormChoice> all;
  for (const auto& it : state.contributions | std::views::reverse) {
    if (!report::is_shown(state, it) || state.is_anonymous(it) || !may(it.by)) continue;
    all.push_back({it.id, fmt::format("{} ({}): {}", names.said_by(it), names.kind_name(it), names.words(it))});
    if (all.size() == kMostLines) break;
  }
  return all;
}

std::vector<FormChoice> plan_and_scores(const Case& state, const report::Naming& names, const MayMend& may) {
  std::vector<FormChoice> all;
  const auto& voice = names.voice();
  for (const auto& goal : state.goals)
    if (may(goal.by)) all.push_back({goal.set.id, voice.say("mend.a_goal", "text"_is = goal.set.text)});
  for (const auto& action : state.actions)
    if (may(action.by))
      all.push_back({action.plan.id, voice.say("mend.an_action", "text"_is = report::what_to_do(action.plan, voice))});
  for (const auto& decision : state.decisions)
    if (may(decision.by))
      all.push_back({decision.raised.id, voice.say("mend.a_decision", "text"_is = decision.raised.question)});
  for (const auto& score : state.scores)
    if (report::is_shown(state, score) && !state.is_anonymous(score) && may(score.by))
      all.push_back(
          {score.given.id, fmt::format("{} ({}): {}. {}", names.said_by(score), label(score.given.scale, voice),
                                       score.given.value, score.given.evidence)});
  return all;
}

std::vector<FormChoice> names_of_people(const Case& state, const report::Naming& names) {
  std::vector<FormChoice> all;
  for (const auto& person : state.people)
    if (!person.name.empty() && !person.erased) all.push_back({person.id, report::capital(names.ref(person.id))});
  return all;
}

/// Whether it was written where nobody else sees it yet (R4): standing again is theirs who wrote it.
bool is_gone_unseen(const Case& state, const report::Naming& names, const TakenBack& gone) {
  const auto visit = static_cast<std::size_t>(gone.visit);
  if (gone.visit < 0 || visit >= state.visits.size() || is_opened(state, gone)) return false;
  const bool said = gone.ref.empty() ? gone.type == Voted::kName : gone.ref[0] == 'b' || gone.ref[0] == 's';
  const auto* step = names.step(state.visits[visit]);
  if (!said || step == nullptr) return false;
  const auto& kinds = step->floor.hidden_kinds;
  return step->floor.hidden || std::ranges::find(kinds, gone.kind) != kinds.end();
}

std::vector<FormChoice> taken_back(const Case& state, const report::Naming& names, const Person& self,
                                   const MayMend& may) {
  std::vector<FormChoice> all;
  for (const auto& gone : state.taken_back | std::views::reverse) {
    if (state.is_anonymous(gone) || !may(gone.by)) continue;  // its words stand in no page
    if (gone.by != self.id && is_gone_unseen(state, names, gone)) continue;
    all.push_back({gone.ref.empty() ? std::to_string(gone.event) : gone.ref, names.taken_back(gone)});
  }
  return all;
}

void append(std::vector<FormChoice>& all, std::vector<FormChoice> more) {
  std::ranges::move(more, std::back_inserter(all));
}

Outcome<Reading, Refusal> let_in_to(Desk& desk, const std::string& case_id) {
  return read_again(desk, case_id, CasePart::overview, {}, Sight::table);
}

}  // namespace

std::vector<FormChoice> records_to_mend(Desk& desk, std::string_view verb, const std::string& case_id) {
  std::vector<FormChoice> all;
  const bool corrects = verb == "case correct", destroys = verb == "case destroy", moves = verb == "case move-to";
  const bool withdraws = verb == "case withdraw", restores = verb == "case restore";
  if (!corrects && !destroys && !moves && !withdraws && !restores) return all;
  if (comes_from_outside(desk.seat().sureness) || missing_case(desk, case_id)) return all;
  const auto let_in = let_in_to(desk, case_id);
  if (!let_in) return all;
  const auto& state = let_in->state();
  const auto* self = state.person(desk.service().called_in(state, desk.who()));
  if (self == nullptr || !works_in_case(*self)) return all;
  const auto* owner = state.owner();
  const bool of_all = owner == nullptr || owner == self;
  const MayMend may = [&](const std::string& by) { return of_all || by == self->id; };
  const report::Naming names(state, desk.definitions(), desk.voice());
  if (restores) {
    all = taken_back(state, names, *self, may);
  } else {
    if (of_all && (corrects || destroys)) all = texts_of_case(state, names);
    append(all, lines_said(state, names, may));
    if (!moves) append(all, plan_and_scores(state, names, may));
    if (of_all && (corrects || destroys)) append(all, names_of_people(state, names));
    if (destroys || withdraws)
      for (const auto& one : state.files)
        if (may(one.by)) all.push_back({one.file.id, desk.say("mend.a_file", "text"_is = one.file.what)});
  }
  tell_apart(all, &FormChoice::key, &FormChoice::label);
  return all;
}

std::vector<FormChoice> records_beside_talk(Desk& desk, const std::string& case_id) {
  std::vector<FormChoice> all;
  const auto let_in = let_in_to(desk, case_id);
  if (!let_in) return all;
  const auto& state = let_in->state();
  const report::Naming names(state, desk.definitions(), desk.voice());
  all = texts_of_case(state, names);
  append(all, plan_and_scores(state, names, [](const std::string&) { return true; }));
  tell_apart(all, &FormChoice::key, &FormChoice::label);
  return all;
}

std::string words_beside_talk(Desk& desk, const std::string& case_id, std::string_view ref) {
  const auto let_in = let_in_to(desk, case_id);
  if (!let_in) return {};
  const auto& state = let_in->state();
  if (ref == key(CaseText::title)) return state.title;
  if (ref == key(CaseText::question)) return state.question;
  if (ref == key(CaseText::purpose)) return state.purpose;
  for (const auto& goal : state.goals)
    if (goal.set.id == ref) return goal.set.text;
  for (const auto& action : state.actions)
    if (action.plan.id == ref) return action.plan.what;
  for (const auto& decision : state.decisions)
    if (decision.raised.id == ref) return decision.raised.question;
  for (const auto& score : state.scores)
    if (score.given.id == ref && report::is_shown(state, score) && !state.is_anonymous(score))
      return score.given.evidence;
  return {};
}

}  // namespace casus::desk
