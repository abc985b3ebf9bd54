// SPDX-License-Identifier: EUPL-1.2
#include "core/training/play/play.hpp"

#include <algorithm>

/// What the case answers: what comes due by the virtual clock, and what comes up because something else did.
namespace casus::training {
namespace {

bool waits_for_words(const Condition& condition) {
  bool by_words = false;
  each_part(condition, "", [&](const Condition& part, const std::string&) { by_words |= part.hears_words(); });
  return by_words;
}

/// Whether it holds when its words were heard: what waits for another fact or for a day too comes out no sooner.
bool held_but_for_words(const Play& play, const Condition& condition) {
  using Op = Condition::Op;
  if (!waits_for_words(condition)) return play.holds(condition);
  const auto held = [&](const Condition& part) { return held_but_for_words(play, part); };
  if (condition.op == Op::all) return std::ranges::all_of(condition.parts, held);
  if (condition.op == Op::any) return std::ranges::any_of(condition.parts, held);
  return true;
}

}  // namespace

/// Puts it behind what is due at the same moment already, so that the order is that of the file.
void Play::schedule(Due due) {
  const auto after = std::ranges::upper_bound(now_.due, due.at, {}, &Due::at);
  now_.due.insert(after, std::move(due));
}

void Play::move_clock(Time to, std::vector<CameOut>& out) {
  while (!now_.due.empty() && now_.due.front().at <= to) {
    auto due = std::move(now_.due.front());
    now_.due.erase(now_.due.begin());
    now_.clock = std::max(now_.clock, due.at);
    if (due.only_look) {
      settle(out);
      continue;
    }
    if (due.timed != nullptr) {
      run_out(*due.timed, out);
      continue;
    }
    if (due.when != nullptr && !holds(*due.when)) continue;
    tell(std::move(due), out);
    settle(out);
  }
  now_.clock = std::max(now_.clock, to);
}

/// What comes due, in the words that hold now.
void Play::tell(Due due, std::vector<CameOut>& out) {
  if (due.out.what == CameOut::What::event) now_.happened.insert(due.out.id);
  if (due.delivery != nullptr) due.out.text = worded(due.out.text, *due.delivery);
  out.push_back(std::move(due.out));
  if (due.delivery != nullptr) change(due.delivery->changes, out);
}

Text Play::worded(const Text& text, const Delivery& delivery) const {
  for (const auto& version : delivery.versions)
    if (holds(version.when)) return version.text;
  return text;
}

void Play::change(const Changes& changes, std::vector<CameOut>& out) {
  for (const auto& [id, by] : changes) {
    const auto* counter = scenario_.counter(id);
    auto& now = now_.counters[id];
    const auto* before = mood(*counter);
    now = std::clamp(now + by, counter->least, counter->most);
    now_.changed_by[id].push_back(beat_);
    const auto* after = mood(*counter);
    if (after != nullptr && after != before) out.push_back({CameOut::What::mood, id, after->text, now_.clock});
  }
}

/// The time to choose is over. Nobody chose, so no option counts as chosen; what comes of waiting comes all the same.
void Play::run_out(const DecisionPoint& decision, std::vector<CameOut>& out) {
  if (chosen(decision.id) != nullptr || !now_.late.insert(decision.id).second) return;
  const auto* option = decision.option(decision.otherwise);
  out.push_back({CameOut::What::late, decision.id, option->text, now_.clock});
  change(option->changes, out);
  follow(decision.id, *option);
  settle(out);
}

/// What an option leads to is due from now on.
void Play::follow(const std::string& decision, const Option& option) {
  for (const auto& effect : option.effects) {
    const auto at = now_.clock + effect.after.seconds();
    schedule(
        {at, {CameOut::What::effect, decision + '/' + option.id, effect.text, at}, nullptr, false, &effect.delivery});
  }
}

/// Of a move that was played before, what came out by words is what came out then.
bool Play::comes_out(const HiddenFact& fact) const {
  if (heard_ == nullptr || !fact.when) return holds(fact.when);
  if (!waits_for_words(*fact.when)) return holds(fact.when);
  return std::ranges::find(*heard_, fact.id) != heard_->end() && held_but_for_words(*this, *fact.when);
}

/// Facts and decisions whose condition now holds come up, until nothing follows from anything.
void Play::settle(std::vector<CameOut>& out) {
  for (bool more = true; more;) {
    more = false;
    for (const auto& fact : scenario_.facts)
      if (!now_.known.contains(fact.id) && comes_out(fact)) {
        now_.known.insert(fact.id);
        now_.told_as[fact.id] = worded(fact.text, fact.delivery);
        out.push_back({CameOut::What::fact, fact.id, now_.told_as[fact.id], now_.clock});
        change(fact.delivery.changes, out);
        more = true;
      }
    for (const auto& decision : scenario_.decisions)
      if (!now_.up.contains(decision.id) && holds(decision.when)) {
        now_.up.insert(decision.id);
        out.push_back({CameOut::What::decision, decision.id, decision.question, now_.clock});
        if (decision.within)
          schedule({now_.clock + decision.within->seconds(), {}, nullptr, false, nullptr, &decision});
        more = true;
      }
  }
  note_order();
  move_clock(now_.clock, out);
}

/// What comes first is known only while it happens: whether it still holds afterwards says nothing of the order.
void Play::note_order() {
  for (const auto* order : orders_)
    for (const auto& part : order->parts)
      if (!now_.first_held.contains(&part) && holds(part)) now_.first_held.emplace(&part, beat_);
}

}  // namespace casus::training
