// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/typed/known_in_case.hpp"

#include "core/desk/desk.hpp"
#include "core/desk/forms/told_apart.hpp"
#include "core/desk/outsider.hpp"
#include "core/desk/reading.hpp"
#include "core/engine/floor/course.hpp"
#include "core/model/access.hpp"
#include "core/service/table/table.hpp"
#include "core/text/day_words.hpp"
#include "core/text/label.hpp"

#include <algorithm>
#include <array>

namespace casus::desk {
namespace {

/// Of fields that name somebody at the table.
constexpr std::array<std::string_view, 3> kPeople{"who", "checks", "resident"};
/// Of fields that name somebody of the case.
constexpr std::array<std::string_view, 8> kAround{"person", "to", "from", "name", "parent", "child", "one", "other"};

std::vector<FormChoice> menu_at_hand(Desk& desk, const Case& state) {
  std::vector<FormChoice> branches;
  const auto* here = state.here();
  const auto* method = here == nullptr ? nullptr : desk.definitions().method(state.method(here->phase));
  const auto* step = method == nullptr ? nullptr : method->step(here->phase, here->step);
  if (step != nullptr && engine::offers_choice(state, *method, *step))
    for (const auto& one : step->menu->branches) branches.push_back({one.id, one.name.in(desk.voice())});
  return branches;
}

std::vector<FormChoice> kinds_at_hand(Desk& desk, const Case& state) {
  const auto table = service::table_as_read(state, desk.service().library(), desk.now(), desk.voice());
  std::vector<FormChoice> kinds;
  for (const auto* all : {&table.kinds, &table.other_kinds})
    for (const auto& one : *all)
      if (one.asks.empty()) kinds.push_back({one.key, one.name});  // a record has a form of its own
  return kinds;
}

}  // namespace

const std::vector<FormChoice>* KnownInCase::for_field(std::string_view name) const {
  if (name == "goal") return &goals;
  if (name == "action") return &actions;
  if (name == "decision") return &decisions;
  if (name == "branch") return &branches;
  if (name == "kind") return &kinds;
  if (name == "ref") return &refs;
  if (std::ranges::find(kAround, name) != kAround.end()) return &around;
  return std::ranges::find(kPeople, name) == kPeople.end() ? nullptr : &people;
}

Outcome<KnownInCase, Refusal> known_in_case(Desk& desk, const std::string& case_id) {
  if (auto refusal = missing_case(desk, case_id)) return failure(std::move(*refusal));
  const bool outside = comes_from_outside(desk.seat().sureness);
  // It stands beside a page of the same case that was asked for and logged. Of who does not work there nothing but the
  // plan, which is that page.
  auto let_in =
      outside ? read(desk, case_id, CasePart::plan) : read_again(desk, case_id, CasePart::overview, {}, Sight::table);
  if (!let_in) return failure(std::move(let_in.error()));
  const auto& state = let_in->state();
  const auto* self = state.person(desk.who_or_nobody());
  KnownInCase known;
  if (!outside) {
    for (const auto& person : state.people)
      if (person.at_table() && !person.name.empty()) known.people.push_back({person.name, person.name});
    const auto resident = desk.voice().say("picture.resident");
    known.around.push_back({resident, resident});
    for (const auto& person : state.people)
      if (!person.name.empty() && !person.erased) known.around.push_back({person.name, person.name});
    for (const auto& goal : state.goals)
      if (goal.state == Done::open) known.goals.push_back({goal.set.id, goal.set.text});
    for (const auto& decision : state.decisions)
      if (!decision.taken) known.decisions.push_back({decision.raised.id, decision.raised.question});
    known.question = state.question;
    known.hoped_for = state.hoped_for;
    known.branches = menu_at_hand(desk, state);
    known.kinds = kinds_at_hand(desk, state);
    known.records = record_forms(state, desk.definitions(), desk.voice());
  }
  if (outside && self != nullptr && in_the_circle(*self)) {
    known.asked = true;
    known.answered = self->network->answer;
  }
  // Numbers of the case say nothing at home: there, what comes again has its day.
  const auto at_home = [&](const Action& action) {
    const auto is_so_called = [&](const Action& one) {
      return one.plan.who == action.plan.who && one.plan.what == action.plan.what;
    };
    const bool several = std::ranges::count_if(state.actions, is_so_called) > 1;
    if (!several || !action.plan.by_when) return action.plan.what;
    return action.plan.what + ", " + text::day_in_words(*action.plan.by_when, desk.lang());
  };
  for (const auto& action : state.actions) {
    if (action.state != Done::open) continue;
    if (outside && (self == nullptr || action.plan.who != self->id)) continue;
    auto label = outside ? at_home(action) : action.plan.what;
    if (!outside && !action.plan.who.empty()) label += " (" + state.name_of(action.plan.who, desk.voice()) + ")";
    known.actions.push_back({action.plan.id, std::move(label)});
  }
  // What somebody ticked at home by mistake, they tick otherwise there.
  for (const auto& action : state.actions)
    if (outside && self != nullptr && action.plan.who == self->id && action.state != Done::open)
      known.actions.push_back(
          {action.plan.id, at_home(action) + " (" + desk.voice().say(text::label(action.state)) + ')'});
  if (outside) return known;
  for (auto* all : {&known.goals, &known.actions, &known.decisions, &known.branches, &known.kinds})
    tell_apart(*all, &FormChoice::key, &FormChoice::label);
  return known;
}

}  // namespace casus::desk
