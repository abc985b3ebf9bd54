// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/floor/turns.hpp"

#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/grouping.hpp"

#include <algorithm>

/// Whose turn it is, and whose comes next.
namespace casus::engine {

const Turn* latest_turn(const Case& state, std::string_view group) {
  for (auto turn = state.turns.rbegin(); turn != state.turns.rend() && turn->visit == state.visit_index(); ++turn)
    if (turn->group == group) return &*turn;
  return nullptr;
}

int in_this_turn(const Case& c, const Person& person, std::string_view group, int said, std::string_view kind) {
  const auto* turn = latest_turn(c, group);
  if (said == 0 || turn == nullptr) return 0;
  // What was noted beside the talk takes a turn too, so it is not by its number that a turn is known.
  const auto begun = turn->event;
  int made = 0;
  for (auto it = c.contributions.rbegin(); it != c.contributions.rend() && it->event >= begun; ++it)
    if (it->visit == c.visit_index() && it->by == person.id && it->kind != "answer" &&
        (kind.empty() || it->kind == kind))
      ++made;
  return made;
}

namespace {

/// Who follows in the order. In coaching somebody may have spoken before their turn: then the first of those who spoke
/// the fewest times in this stay.
const Person* following(const Case& state, const std::vector<const Person*>& order, std::string_view group,
                        std::size_t place) {
  const auto* next = order[(place + 1) % order.size()];
  if (state.mode != Mode::coaching || order.size() == 1) return next;
  const auto turns_of = [&](const Person* person) {
    return std::ranges::count_if(state.turns, [&](const Turn& turn) {
      return turn.visit == state.visit_index() && turn.group == group && turn.by == person->id;
    });
  };
  next = nullptr;
  for (const auto* person : order)
    if (person != order[place] && (next == nullptr || turns_of(person) < turns_of(next))) next = person;
  return next;
}

}  // namespace

TurnNow turn_now(const Case& state, const method::Step& step, std::string_view group) {
  TurnNow now;
  if (step.floor.order != method::Order::turns) return now;
  if (group.empty() && !state.groups_here().empty()) return now;
  const auto order = speakers_in(state, step, group);
  if (order.empty()) return now;
  const auto after = [&](std::size_t i) { return following(state, order, group, i); };
  now.current = order.front();
  now.next = after(0);
  // The last turn in this stay says who is next. Somebody who has left since is passed over by the order itself.
  const auto* latest = latest_turn(state, group);
  if (latest == nullptr) return now;
  const auto& last = *latest;
  const auto at = std::ranges::find(order, last.by, [](const Person* p) { return std::string_view(p->id); });
  if (at == order.end()) {
    // Who spoke last has gone: the first in order after that person's place at the table.
    const auto gone = std::ranges::find(state.people, last.by, &Person::id);
    for (const auto* person : order)
      if (person > &*gone) {
        now.current = person;
        break;
      }
    const auto place = static_cast<std::size_t>(std::ranges::find(order, now.current) - order.begin());
    now.next = after(place);
    return now;
  }
  const auto place = static_cast<std::size_t>(at - order.begin());
  if (last.passed) {
    now.current = after(place);
    const auto to_come = static_cast<std::size_t>(std::ranges::find(order, now.current) - order.begin());
    now.next = after(to_come);
  } else {
    now.current = order[place];
    now.next = after(place);
    now.said = last.count;
  }
  return now;
}

std::vector<TurnNow> turns_now(const Case& state, const method::Step& step) {
  std::vector<TurnNow> turns;
  for (const auto group : floors(state)) turns.push_back(turn_now(state, step, group));
  return turns;
}

TurnNow turn_shown(const Case& state, const method::Step& step, std::string_view group) {
  auto now = turn_now(state, step, group);
  if (now.current == nullptr || now.next == now.current || now.said == 0) return now;
  const auto used_up = [&](const std::string& kind) {
    const auto limit = step.floor.per_turn.find(kind);
    return limit != step.floor.per_turn.end() &&
           in_this_turn(state, *now.current, group, now.said, kind) >= limit->second;
  };
  if (step.kinds.empty() || !std::ranges::all_of(step.kinds, used_up)) return now;
  const auto order = speakers_in(state, step, group);
  const auto at = std::ranges::find(order, now.next);
  now.current = now.next;
  now.next =
      at == order.end() ? order.front() : following(state, order, group, static_cast<std::size_t>(at - order.begin()));
  now.said = 0;
  return now;
}

}  // namespace casus::engine
