// SPDX-License-Identifier: EUPL-1.2
#include "core/training/scenario/scenario_contradictions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace casus::training {
namespace {

using Op = Condition::Op;
using Pointer = std::string;

/// What a counter can come to: everything that moves it happens at most once, of each decision one option.
struct Reach {
  int low = 0, high = 0;

  void move(int by) { (by < 0 ? low : high) += by; }
};

int change_of(const Changes& changes, const std::string& counter) {
  const auto found = changes.find(counter);
  return found == changes.end() ? 0 : found->second;
}

Reach reach_of(const Scenario& scenario, const Counter& counter) {
  Reach reach{counter.start, counter.start};
  for (const auto& fact : scenario.facts) reach.move(change_of(fact.delivery.changes, counter.id));
  for (const auto& event : scenario.events) reach.move(change_of(event.delivery.changes, counter.id));
  for (const auto& decision : scenario.decisions) {
    Reach furthest;
    for (const auto& option : decision.options) {
      Reach of;
      of.move(change_of(option.changes, counter.id));
      for (const auto& effect : option.effects) of.move(change_of(effect.delivery.changes, counter.id));
      furthest.low = std::min(furthest.low, of.low);
      furthest.high = std::max(furthest.high, of.high);
    }
    reach.low += furthest.low;
    reach.high += furthest.high;
  }
  return {std::max(reach.low, counter.least), std::min(reach.high, counter.most)};
}

/// The same thing asked twice, of what comes once.
bool are_same(const Condition& one, const Condition& other) {
  if (one.op != other.op || one.id != other.id) return false;
  if (one.op == Op::chosen) return one.options == other.options;
  return one.op == Op::known || one.op == Op::happened || one.op == Op::consulted;
}

/// To say something takes a minute: what is over by then is over at the first word about it.
constexpr std::chrono::seconds kOneWord = std::chrono::minutes(1);
/// Whoever waits days comes back later than that by what was played at the table before: what is over sooner has run
/// out while they wait.
constexpr std::chrono::seconds kAtTheTable = std::chrono::hours(1);
constexpr std::chrono::seconds kWait = std::chrono::days(1);

/// Both a thing and that it is not so.
bool holds_its_opposite(const Condition& all_or_any) {
  return std::ranges::any_of(all_or_any.parts, [&](const Condition& denied) {
    return denied.op == Op::negation && std::ranges::any_of(all_or_any.parts, [&](const Condition& part) {
             return are_same(part, denied.parts.front());
           });
  });
}

class Contradictions {
 public:
  explicit Contradictions(const Scenario& scenario) : s_(scenario) {}

  Problems found() {
    each_condition(s_, [&](const Condition& when, const Pointer& pointer) {
      each_part(when, pointer, [&](const Condition& part, const Pointer& place) { look_at(part, place); });
    });
    for (std::size_t i = 0; i < s_.goals.size(); ++i) {
      const auto place = fmt::format("/goals/{}/counted", i);
      met_at_the_start(s_.goals[i], place);
      goal(s_.goals[i], s_.goals[i].counted, place, false);
      settled_beforehand(s_.goals[i], place);
    }
    for (std::size_t i = 0; i < s_.decisions.size(); ++i) in_time(s_.decisions[i], fmt::format("/decisions/{}", i));
    for (std::size_t i = 0; i < s_.network.size(); ++i) heard_of(s_.network[i], fmt::format("/network/{}", i));
    return std::move(problems_);
  }

 private:
  void add(Pointer pointer, Telling message) { problems_.push_back({std::move(pointer), std::move(message)}); }

  bool from_the_start(const Condition& part) const {
    const auto* fact = part.op == Op::known ? s_.fact(part.id) : nullptr;
    return fact != nullptr && !fact->when;
  }

  void look_at(const Condition& part, const Pointer& place) {
    if (part.op == Op::consulted) spoken_to(part.id, place + "/consulted");
    if (part.op == Op::said)
      for (const auto& whom : part.to) spoken_to(whom, place + "/said/to");
    if (part.op == Op::counter) reached(part, place + "/counter");
    if (part.op != Op::before) return;
    if (are_same(part.parts.front(), part.parts.back())) add(place + "/before", tell("wrong.first_is_then"));
    else if (from_the_start(part.parts.back()))
      add(place + "/before/then/known", tell("wrong.before_the_start", {{"fact", part.parts.back().id}}));
  }

  void spoken_to(const std::string& id, const Pointer& place) {
    const auto* person = s_.acquaintance(id);
    if (person != nullptr && !person->speaks_for_self)
      add(place, tell("wrong.spoken_to_who_cannot", {{"name", person->name}}));
  }

  void reached(const Condition& part, const Pointer& place) {
    const auto* counter = s_.counter(part.id);
    if (counter == nullptr) return;
    const auto reach = reach_of(s_, *counter);
    if ((part.least && *part.least > reach.high) || (part.most && *part.most < reach.low))
      add(place, tell("wrong.counter_out_of_reach", {{"id", part.id}, {"low", reach.low}, {"high", reach.high}}));
  }

  /// What is counted says something only where a run can have it and another not.
  void settled_beforehand(const LearningGoal& of, const Pointer& place) {
    const auto look = [&](const Condition& part, const Pointer& where) {
      if (always(part)) add(where, tell("wrong.goal_always_met", {{"id", of.id}}));
      if (never(part)) add(where, tell("wrong.goal_never_met", {{"id", of.id}}));
    };
    look(of.counted, place);
    if (of.counted.op != Op::all || always(of.counted) || never(of.counted)) return;
    for (std::size_t i = 0; i < of.counted.parts.size(); ++i)
      look(of.counted.parts[i], fmt::format("{}/all/{}", place, i));
  }

  bool always(const Condition& part) const {
    const auto each = [&](const Condition& one) { return always(one); };
    switch (part.op) {
      case Op::counter: {
        const auto* counter = s_.counter(part.id);
        if (counter == nullptr) return false;
        const auto reach = reach_of(s_, *counter);
        return part.least.value_or(reach.low) <= reach.low && part.most.value_or(reach.high) >= reach.high;
      }
      case Op::holds:
        return part.holds.op == method::Criterion::Op::count && !part.holds.at_most &&
               part.holds.at_least.value_or(1) <= 0;
      case Op::all: return !part.parts.empty() && std::ranges::all_of(part.parts, each);
      case Op::any: return holds_its_opposite(part) || std::ranges::any_of(part.parts, each);
      case Op::negation: return never(part.parts.front());
      default: return false;
    }
  }

  /// A counter out of reach is told by itself.
  bool never(const Condition& part) const {
    const auto each = [&](const Condition& one) { return never(one); };
    switch (part.op) {
      case Op::all: return holds_its_opposite(part) || std::ranges::any_of(part.parts, each);
      case Op::any: return !part.parts.empty() && std::ranges::all_of(part.parts, each);
      case Op::negation: return always(part.parts.front());
      default: return false;
    }
  }

  /// What makes it hold before anybody did anything: a fact that is known, and all of what has to come together. The
  /// pointer is that of the first fact; nothing when something has to be done.
  std::optional<std::pair<const Condition*, Pointer>> given(const Condition& part, const Pointer& place) const {
    if (from_the_start(part)) return std::pair(&part, place + "/known");
    const bool all = part.op == Op::all;
    if (part.op == Op::before)
      return given(part.parts.back(), place) ? std::nullopt : given(part.parts.front(), place + "/before/first");
    if (!all && part.op != Op::any) return std::nullopt;
    std::optional<std::pair<const Condition*, Pointer>> first;
    for (std::size_t i = 0; i < part.parts.size(); ++i) {
      auto one = given(part.parts[i], fmt::format("{}/{}/{}", place, all ? "all" : "any", i));
      if (all && !one) return std::nullopt;
      if (!first) first = std::move(one);
    }
    return first;
  }

  /// Of what is counted together each part stands by itself in the debrief. Deeper down, a fact that is known beside
  /// something that has to be done takes nothing away.
  void met_at_the_start(const LearningGoal& of, const Pointer& place) {
    const auto look = [&](const Condition& part, const Pointer& where) {
      if (const auto found = given(part, where))
        add(found->second, tell("wrong.goal_from_the_start", {{"id", of.id}, {"fact", found->first->id}}));
    };
    if (of.counted.op != Op::all) return look(of.counted, place);
    for (std::size_t i = 0; i < of.counted.parts.size(); ++i)
      look(of.counted.parts[i], fmt::format("{}/all/{}", place, i));
  }

  /// `denied`: the goal is met where this does not hold.
  void goal(const LearningGoal& of, const Condition& part, const Pointer& place, bool denied) {
    if (denied && part.op == Op::said) not_said(of, part, place + "/said/about");
    if (part.op == Op::before) {
      goal(of, part.parts.front(), place + "/before/first", denied);
      return;
    }
    for (std::size_t i = 0; i < part.parts.size(); ++i) {
      if (part.op == Op::negation) goal(of, part.parts[i], place + "/not", !denied);
      else goal(of, part.parts[i], fmt::format("{}/{}/{}", place, part.op == Op::all ? "all" : "any", i), denied);
    }
  }

  /// Whoever tells what the resident wants, says it in these words.
  void not_said(const LearningGoal& of, const Condition& part, const Pointer& place) {
    constexpr std::string_view kTold[]{"wish", "fact", "information", "answer"};
    const bool told = part.kinds.empty() || std::ranges::any_of(part.kinds, [&](const std::string& kind) {
                        return std::ranges::find(kTold, kind) != std::ranges::end(kTold);
                      });
    const bool tellers = part.by.empty() || std::ranges::any_of(part.by, [](Role role) {
                           return role == Role::presenter || role == Role::resident;
                         });
    const bool heard = part.to.empty() || std::ranges::find(part.to, kTheTable) != part.to.end();
    if (!told || !tellers || !heard) return;
    const auto look = [&](const std::vector<std::string>& phrases, const std::string& wish, const char* lang) {
      for (std::size_t i = 0; i < phrases.size(); ++i)
        if (mentions(wish, {{phrases[i]}, {}}))
          add(fmt::format("{}/{}/{}", place, lang, i),
              tell("wrong.goal_against_the_wish", {{"id", of.id}, {"got", phrases[i]}}));
    };
    look(part.about.nl, s_.persona.wish.nl, "nl");
    look(part.about.en, s_.persona.wish.en, "en");
  }

  /// Whether it comes to hold while the group waits, and never at the table.
  bool comes_in_a_wait(const Condition& part) const {
    const auto comes = [&](const Condition& one) { return comes_in_a_wait(one); };
    if (part.op == Op::passed) return part.passed.seconds() >= kWait;
    if (part.op == Op::happened) {
      const auto* event = s_.event(part.id);
      return event != nullptr && event->after.seconds() >= kWait;
    }
    if (part.op == Op::any) return std::ranges::all_of(part.parts, comes);
    if (part.op != Op::all) return false;
    return std::ranges::any_of(part.parts, comes) &&
           std::ranges::all_of(part.parts, [&](const Condition& one) { return comes(one) || from_the_start(one); });
  }

  void in_time(const DecisionPoint& decision, const Pointer& place) {
    if (!decision.within) return;
    const auto within = decision.within->seconds();
    if (within <= kOneWord) add(place + "/within", tell("wrong.over_at_a_word", {{"id", decision.id}}));
    else if (within < kAtTheTable && decision.when && comes_in_a_wait(*decision.when))
      add(place + "/within", tell("wrong.over_in_the_wait", {{"id", decision.id}}));
  }

  void heard_of(const Acquaintance& person, const Pointer& place) {
    const bool heard =
        person.told || std::ranges::any_of(s_.facts, [&](const HiddenFact& fact) { return fact.person == person.id; });
    if (!heard) add(place, tell("wrong.never_heard_of", {{"name", person.name}, {"id", person.id}}));
  }

  const Scenario& s_;
  Problems problems_;
};

}  // namespace

Problems contradictions(const Scenario& scenario) { return Contradictions(scenario).found(); }

}  // namespace casus::training
