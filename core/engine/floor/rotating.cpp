// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/floor/rotating.hpp"

#include "core/base/role_apart.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/method/course.hpp"

#include <algorithm>
#include <ranges>

namespace casus::engine {
namespace {

using method::Rotation;

bool may_have(const Person& person, Role role) {
  const auto apart = role_apart_from(role);
  return !apart || !person.has(*apart);
}

/// Who comes after the one that has it now, in the order in which people joined; nullptr when there is nobody else.
const Person* next_of(const Case& state, const Rotation& one) {
  auto roles = one.among;
  roles.push_back(one.role);
  const auto circle = with_any_role(state, roles);
  const auto now = std::ranges::find(circle, state.with(one.role));
  const auto start = now == circle.end() ? std::size_t{0} : static_cast<std::size_t>(now - circle.begin()) + 1;
  for (std::size_t i = 0; i < circle.size(); ++i) {
    const auto* person = circle[(start + i) % circle.size()];
    if (!person->has(one.role) && may_have(*person, one.role)) return person;
  }
  return nullptr;
}

/// Who had it in this time of the repeat when the case was there before, in this round.
const Person* had_it(const Case& state, const Rotation& one, const method::Repeated& repeat,
                     const std::vector<method::Step>& steps, int again) {
  const auto in_repeat = [&](const Visit& visit) {
    return visit.round == state.round &&
           std::ranges::any_of(steps.begin() + static_cast<std::ptrdiff_t>(repeat.first),
                               steps.begin() + static_cast<std::ptrdiff_t>(repeat.last) + 1,
                               [&](const method::Step& it) { return it.id == visit.step; });
  };
  std::string_view id;
  for (const auto& turn : std::views::reverse(state.role_turns)) {
    if (turn.role != one.role || turn.visit < 0) continue;
    const auto& visit = state.visits[static_cast<std::size_t>(turn.visit)];
    if (!in_repeat(visit)) continue;
    if (visit.again == again) id = turn.person;
    else if (visit.again == again + 1 && id.empty()) id = turn.from;
    if (!id.empty()) break;
  }
  const auto* person = id.empty() ? nullptr : state.person(id);
  return person != nullptr && person->at_table() && may_have(*person, one.role) ? person : nullptr;
}

/// Who presents in a repeat that goes through people: whom this time is about, where the role can come to them.
const Person* about_whom(const Case& state, const Rotation& one, const method::Repeated& repeat,
                         const StepEntered& entered) {
  if (one.role != Role::presenter || !repeat.how->for_each || !repeat.how->for_each->role) return nullptr;
  const auto* person = state.person(state.became(entered.about));
  if (person == nullptr || !person->at_table() || !may_have(*person, one.role)) return nullptr;
  const bool is_among =
      person->has(one.role) || std::ranges::any_of(one.among, [&](Role role) { return person->has(role); });
  return is_among ? person : nullptr;
}

void give(const Deciding& d, const Rotation& one, const Person* to, Events& events) {
  if (to != nullptr && !to->has(one.role)) events.push_back(d.event(RoleTurned{one.role, to->id}));
}

}  // namespace

void turn_with_repeat(const Deciding& d, const StepEntered& entered, const method::Definition& method, Events& events) {
  const auto& steps = method.steps(entered.phase);
  const auto* step = method.step(entered.phase, entered.step);
  if (step == nullptr || step->in_repeat.empty()) return;
  const auto repeat = method::repeated_at(steps, static_cast<std::size_t>(step - steps.data()));
  const auto* here = d.c.here();
  const bool on = here != nullptr && repeat && entered.again > 0 && here->again == entered.again - 1 &&
                  here->phase == entered.phase;
  for (const auto& one : method.rotations) {
    if (one.per != method::Per::repeat || !repeat || one.step != steps[repeat->first].id) continue;
    const auto* to = about_whom(d.c, one, *repeat, entered);
    if (to == nullptr) to = had_it(d.c, one, *repeat, steps, entered.again);
    give(d, one, to == nullptr && on ? next_of(d.c, one) : to, events);
  }
}

void turn_with_round(const Deciding& d, const method::Definition& method, Events& events) {
  for (const auto& one : method.rotations)
    if (one.per == method::Per::round) give(d, one, next_of(d.c, one), events);
}

}  // namespace casus::engine
