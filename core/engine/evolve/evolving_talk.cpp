// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/evolve/evolving.hpp"
#include "core/model/case/stays.hpp"

/// What is said, recorded and voted at the table, and whose turn that was.
namespace casus::engine {

void contribute(Case& c, const Made& here, const Contributed& e) {
  auto& it = c.contributions.emplace_back();
  static_cast<Made&>(it) = here;
  it.id = e.id;
  it.kind = e.kind;
  it.text = e.text;
  it.to = e.to;
  it.re = e.re;
  it.answer = e.answer;
  it.on = e.on;
  it.hidden = e.hidden;
  it.noticed = e.noticed;
  it.told_in = e.told_in;
  it.typed_visit = earlier_stay(c, e.typed_in);
  say_in_group(c, it);
}

namespace {

/// The last of this stay; nullptr when there was none.
Turn* last_turn(Case& c, std::string_view group) {
  for (auto turn = c.turns.rbegin(); turn != c.turns.rend() && turn->visit == c.visit_index(); ++turn)
    if (turn->group == group) return &*turn;
  return nullptr;
}

}  // namespace

void take_turn(Case& c, const Made& here, TurnUse use, std::string_view group) {
  if (use == TurnUse::aside) return;
  // What a turn began with may have been taken back since: then this begins it.
  auto* last = last_turn(c, group);
  if (use == TurnUse::continues && last != nullptr && last->by == here.by && !last->passed) {
    ++last->count;
    return;
  }
  auto& turn = c.turns.emplace_back();
  static_cast<Made&>(turn) = here;
  turn.count = 1;
  turn.group = group;
}

void pass_turn(Case& c, const Made& here) {
  auto& turn = c.turns.emplace_back();
  static_cast<Made&>(turn) = here;
  turn.passed = true;
  turn.group = group_of_said(c, here.by, {});
}

void record(Case& c, const Made& here, const Recorded& e) {
  auto& it = c.contributions.emplace_back();
  static_cast<Made&>(it) = here;
  it.id = e.id;
  it.kind = e.type;
  it.text = first_text(e.values);
  it.values = e.values;
  it.re = e.re;
  it.hidden = e.hidden;
  it.noticed = e.noticed;
  it.told_in = e.told_in;
  say_in_group(c, it);
}

void vote(Case& c, const Made& here, const Voted& e) {
  std::erase_if(c.votes, [&](const Ballot& it) { return it.by == here.by && it.visit == here.visit; });
  c.votes.push_back({here, e.choices, e.hidden});
}

}  // namespace casus::engine
