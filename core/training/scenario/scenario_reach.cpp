// SPDX-License-Identifier: EUPL-1.2
#include "core/training/scenario/scenario_reach.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace casus::training {
namespace {

using method::Collection;
using method::Criterion;
using Ids = std::set<std::string, std::less<>>;

/// A criterion that asks for more than it allows, or for more of a share than all, can never hold. What can be made to
/// hold by recording the right things is taken to be possible.
bool contradicts_itself(const Criterion& in) {
  switch (in.op) {
    case Criterion::Op::count:
    case Criterion::Op::share:
    case Criterion::Op::median:
    case Criterion::Op::spread: return in.at_least && in.at_most && *in.at_least > *in.at_most;
    case Criterion::Op::all: return std::ranges::any_of(in.parts, contradicts_itself);
    case Criterion::Op::any: return std::ranges::all_of(in.parts, contradicts_itself);
    case Criterion::Op::every:
    case Criterion::Op::every_in:
    case Criterion::Op::present:
    case Criterion::Op::negation: return false;
  }
  return false;
}

/// What can come about once these choices are made: one option, or none, for each decision.
class World {
 public:
  World(const Scenario& scenario, std::vector<std::size_t> options) : s_(scenario), options_(std::move(options)) {
    for (bool grown = true; grown;) {
      grown = false;
      for (const auto& fact : s_.facts) grown = add(facts, fact.id, fact.when) || grown;
      for (const auto& event : s_.events) grown = add(events, event.id, event.when) || grown;
      for (const auto& decision : s_.decisions) grown = add(decisions, decision.id, decision.when) || grown;
    }
  }

  Ids facts, events, decisions;

  bool can(const std::optional<Condition>& when) const { return !when || can(*when); }
  bool can_come(const Condition& condition) const { return can(condition); }

  /// Whether every choice of this world can really be made in it.
  bool holds_together() const {
    for (std::size_t i = 0; i < s_.decisions.size(); ++i)
      if (options_[i] > 0 && !decisions.contains(s_.decisions[i].id)) return false;
    return true;
  }

 private:
  bool add(Ids& ids, const std::string& id, const std::optional<Condition>& when) {
    return !ids.contains(id) && can(when) && ids.insert(id).second;
  }

  bool is_chosen(const Condition& condition) const {
    const auto found = std::ranges::find(s_.decisions, condition.id, &DecisionPoint::id);
    const auto option = options_[static_cast<std::size_t>(found - s_.decisions.begin())];
    return option > 0 && decisions.contains(condition.id) &&
           std::ranges::find(condition.options, found->options[option - 1].id) != condition.options.end();
  }

  bool can(const Condition& condition) const {
    using Op = Condition::Op;
    switch (condition.op) {
      case Op::said:
      case Op::consulted:
      case Op::reached:
      case Op::passed:
      case Op::counter: return true;  // a counter that nothing moves is found by the check
      case Op::chosen: return is_chosen(condition);
      case Op::known: return facts.contains(condition.id);
      case Op::happened: return events.contains(condition.id);
      case Op::before: return can(condition.parts.front());
      case Op::holds: return !contradicts_itself(condition.holds);
      case Op::all: return std::ranges::all_of(condition.parts, [&](const Condition& part) { return can(part); });
      case Op::any: return std::ranges::any_of(condition.parts, [&](const Condition& part) { return can(part); });
      case Op::negation: return can_be_false(condition.parts.front());
    }
    return false;
  }

  /// Before it was said, waited for or found out, it is not so: only what holds from the start never fails.
  bool can_be_false(const Condition& condition) const {
    using Op = Condition::Op;
    switch (condition.op) {
      case Op::known: return s_.fact(condition.id)->when.has_value();
      case Op::all:
        return std::ranges::any_of(condition.parts, [&](const Condition& part) { return can_be_false(part); });
      case Op::any:
        return std::ranges::all_of(condition.parts, [&](const Condition& part) { return can_be_false(part); });
      case Op::negation: return can(condition.parts.front());
      default: return true;
    }
  }

  const Scenario& s_;
  std::vector<std::size_t> options_;  ///< 0: not made, else number of the option from 1
};

/// All combinations, each decision made in one way or not at all; empty when there are too many.
std::vector<std::vector<std::size_t>> combinations(const Scenario& scenario) {
  std::vector<std::vector<std::size_t>> all{{}};
  for (const auto& decision : scenario.decisions) {
    if (all.size() * (decision.options.size() + 1) > kMostCombinations) return {};
    std::vector<std::vector<std::size_t>> more;
    for (const auto& choices : all)
      for (std::size_t option = 0; option <= decision.options.size(); ++option) {
        more.push_back(choices);
        more.back().push_back(option);
      }
    all = std::move(more);
  }
  return all;
}

template <class T>
void report_missing(const std::vector<T>& all, const Ids& reached, std::string_view where,
                    Telling (*told)(const std::string& id), Problems& problems) {
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!reached.contains(all[i].id)) problems.push_back({fmt::format("/{}/{}/when", where, i), told(all[i].id)});
}

/// The kinds that some step of the method takes.
Ids kinds_of(const method::Definition& method) {
  Ids kinds;
  for (const auto& phase : method.phases)
    for (const auto& step : phase) {
      const auto fit = step.kinds_that_fit();
      kinds.insert(fit.begin(), fit.end());
    }
  return kinds;
}

class Playability {
 public:
  Playability(const Scenario& scenario, const method::Definition& method)
      : s_(scenario), method_(method), kinds_(kinds_of(method)) {
    for (const auto& phase : method.phases)
      for (const auto& step : phase) steps_.insert(step.id);
  }

  Problems run() {
    for (std::size_t i = 0; i < s_.goals.size(); ++i)
      if (!can_come(s_.goals[i].counted))
        add(fmt::format("/goals/{}/counted", i),
            tell("wrong.goal_unmet", {{"id", s_.goals[i].id}, {"method", method_.id}}));
    for (std::size_t i = 0; i < s_.facts.size(); ++i)
      if (s_.facts[i].when && !can_come(*s_.facts[i].when))
        add(fmt::format("/facts/{}/when", i),
            tell("wrong.fact_hidden", {{"id", s_.facts[i].id}, {"method", method_.id}}));
    for (std::size_t i = 0; i < s_.decisions.size(); ++i)
      if (s_.decisions[i].when && !can_come(*s_.decisions[i].when))
        add(fmt::format("/decisions/{}/when", i),
            tell("wrong.decision_hidden", {{"id", s_.decisions[i].id}, {"method", method_.id}}));
    return std::move(problems_);
  }

 private:
  void add(std::string pointer, Telling what) { problems_.push_back({std::move(pointer), std::move(what)}); }

  bool takes(const method::Filter& where, Collection rows) const {
    if (rows != Collection::contributions) return true;
    for (const auto& condition : where) {
      if (condition.field != method::Field::kind || condition.op != method::Condition::Op::one_of) continue;
      const bool any = std::ranges::any_of(condition.literals, [&](const method::Literal& literal) {
        const auto* word = std::get_if<std::string>(&literal);
        return word != nullptr && kinds_.contains(*word);
      });
      if (!any) return false;
    }
    return true;
  }

  bool can_hold(const Criterion& in) const {
    if (contradicts_itself(in)) return false;
    switch (in.op) {
      case Criterion::Op::count: return !in.at_least || *in.at_least <= 0 || takes(in.where, in.collection);
      case Criterion::Op::all:
        return std::ranges::all_of(in.parts, [&](const Criterion& part) { return can_hold(part); });
      case Criterion::Op::any:
        return std::ranges::any_of(in.parts, [&](const Criterion& part) { return can_hold(part); });
      default: return true;
    }
  }

  bool can_come(const Condition& in) const {
    using Op = Condition::Op;
    switch (in.op) {
      case Op::said:
        return in.kinds.empty() ||
               std::ranges::any_of(in.kinds, [&](const std::string& kind) { return kinds_.contains(kind); });
      case Op::reached:
        return in.steps.empty() ||
               std::ranges::any_of(in.steps, [&](const std::string& step) { return steps_.contains(step); });
      case Op::before: return can_come(in.parts.front());
      case Op::holds: return can_hold(in.holds);
      case Op::all: return std::ranges::all_of(in.parts, [&](const Condition& part) { return can_come(part); });
      case Op::any: return std::ranges::any_of(in.parts, [&](const Condition& part) { return can_come(part); });
      default: return true;
    }
  }

  const Scenario& s_;
  const method::Definition& method_;
  Ids kinds_;
  Ids steps_;
  Problems problems_;
};

}  // namespace

Problems unreachable(const Scenario& scenario) {
  Problems problems;
  const auto all = combinations(scenario);
  if (all.empty()) {
    problems.push_back({"/decisions", tell("wrong.combinations", {{"most", kMostCombinations}})});
    return problems;
  }
  Ids facts, events, decisions;
  std::vector<bool> hints(scenario.hints.size()), paths(scenario.paths.size()), goals(scenario.goals.size());
  for (const auto& options : all) {
    const World world(scenario, options);
    if (!world.holds_together()) continue;
    facts.insert(world.facts.begin(), world.facts.end());
    events.insert(world.events.begin(), world.events.end());
    decisions.insert(world.decisions.begin(), world.decisions.end());
    for (std::size_t i = 0; i < goals.size(); ++i) goals[i] = goals[i] || world.can_come(scenario.goals[i].counted);
    for (std::size_t i = 0; i < hints.size(); ++i) hints[i] = hints[i] || world.can(scenario.hints[i].when);
    for (std::size_t i = 0; i < paths.size(); ++i)
      paths[i] = paths[i] || std::ranges::all_of(scenario.paths[i].choices, [&](const auto& choice) {
                   const auto found = std::ranges::find(scenario.decisions, choice.first, &DecisionPoint::id);
                   const auto option = options[static_cast<std::size_t>(found - scenario.decisions.begin())];
                   return option > 0 && found->options[option - 1].id == choice.second;
                 });
  }
  report_missing(
      scenario.facts, facts, "facts",
      [](const std::string& id) {
        return tell("wrong.never_out", {{"id", id}});
      },
      problems);
  report_missing(
      scenario.events, events, "events",
      [](const std::string& id) {
        return tell("wrong.never_happens", {{"id", id}});
      },
      problems);
  report_missing(
      scenario.decisions, decisions, "decisions",
      [](const std::string& id) {
        return tell("wrong.never_up", {{"id", id}});
      },
      problems);
  for (std::size_t i = 0; i < goals.size(); ++i)
    if (!goals[i])
      problems.push_back(
          {fmt::format("/goals/{}/counted", i), tell("wrong.goal_never", {{"id", scenario.goals[i].id}})});
  for (std::size_t i = 0; i < hints.size(); ++i)
    if (!hints[i]) problems.push_back({fmt::format("/hints/{}/when", i), tell("wrong.hint_never")});
  for (std::size_t i = 0; i < paths.size(); ++i)
    if (!paths[i])
      problems.push_back(
          {fmt::format("/paths/{}/choices", i), tell("wrong.path_never", {{"id", scenario.paths[i].id}})});
  return problems;
}

Problems unplayable(const Scenario& scenario, const method::Definition& method) {
  return Playability(scenario, method).run();
}

}  // namespace casus::training
