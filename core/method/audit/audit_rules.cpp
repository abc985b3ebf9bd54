// SPDX-License-Identifier: EUPL-1.2
#include "core/method/audit/audit_rules.hpp"

#include "core/base/first_that.hpp"
#include "core/method/audit/audit_joins.hpp"
#include "core/method/audit/audit_values.hpp"
#include "core/method/audit/audit_voices.hpp"
#include "core/method/check/vacuous.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::method {
namespace {

using Weight = Remark::Weight;
using Op = Criterion::Op;

class RuleAudit {
 public:
  RuleAudit(const Definition& definition, const RuleHere* here, std::vector<Remark>& remarks)
      : d_(definition), here_(here), remarks_(remarks), before_(remarks.size()) {}

  void whole(const Criterion& c, const std::string& pointer) {
    if (const auto verdict = verdict_of(c); verdict == Verdict::always) {
      warn(pointer, tell("wrong.always"));
    } else if (verdict == Verdict::never) {
      add(here_ != nullptr && here_->hard ? Weight::error : Weight::warning, pointer, tell("wrong.never"));
    } else {
      part(c, pointer, false);
    }
  }

 private:
  void add(Weight weight, std::string pointer, Telling message) {
    remarks_.push_back({weight, {std::move(pointer), std::move(message)}});
  }
  void warn(std::string pointer, Telling message) { add(Weight::warning, std::move(pointer), std::move(message)); }
  void error(std::string pointer, Telling message) { add(Weight::error, std::move(pointer), std::move(message)); }

  /// `free`: it stands where it may fail on purpose, under "any" or "not".
  void part(const Criterion& c, const std::string& pointer, bool free) {
    for (std::size_t i = 0; i < c.parts.size(); ++i) {
      const char* list = c.op == Op::all ? "/all/" : c.op == Op::any ? "/any/" : nullptr;
      part(c.parts[i], list == nullptr ? pointer + "/not" : fmt::format("{}{}{}", pointer, list, i),
           free || c.op != Op::all);
    }
    if (!c.parts.empty() || c.op == Op::present) return;
    audit_join(d_, c, here_, pointer, remarks_);
    const bool asks = c.op == Op::count && c.at_least && *c.at_least > 0;
    if (asks) counted(c, pointer);
    if (c.op == Op::share) shared(c, pointer, free);
    audit_voices(d_, c, here_, pointer, remarks_);
    if (asks && !free) in_reach(c.where, c.collection, c.scope, pointer + "/where");
    if (c.op == Op::every_in && c.least_each() > 0) {
      matched(c.of, c.in, pointer + "/has/where");
      if (!free) in_reach(c.of, c.in, c.in_scope, pointer + "/has/where");
    }
    // Of a number none may be there on purpose; an "every" and a share of nothing hold wherever they stand.
    if (!asks && (!free || c.op != Op::count)) nothing_to_judge(c, pointer);
    scope(c.collection, c.scope, pointer);
    within(c.collection, c.scope, c.where, pointer + "/where");
    if (c.op == Op::share) within(c.collection, c.scope, c.of, pointer + "/of");
    if (c.op == Op::every_in) {
      scope(c.in, c.in_scope, pointer + "/has");
      within(c.in, c.in_scope, c.of, pointer + "/has/where");
    }
    if (c.also) {
      const auto place = pointer + "/has/and";
      if (!free) over_nothing(c.also->collection, c.also->where, c.also->scope, place + "/where");
      scope(c.also->collection, c.also->scope, place);
      within(c.also->collection, c.also->scope, c.also->where, place + "/where");
    }
    if (c.different) differing(c, pointer);
    if (!free) too_many(c, pointer);
    if (c.numbers) together(c, pointer, free);
    too_early(c, pointer);
  }

  /// What was said stays said: one too many, and what is hard could keep the table in its step.
  void too_many(const Criterion& c, const std::string& pointer) {
    const auto rows = c.op == Op::every_in ? c.in : c.collection;
    const bool stays = rows == Collection::contributions || rows == Collection::records || rows == Collection::turns ||
                       rows == Collection::scores || rows == Collection::votes;
    if (here_ == nullptr || !here_->hard || !stays || !c.at_most) return;
    if (c.op == Op::count) warn(pointer + "/at_most", tell("wrong.hard_at_most"));
    if (c.op == Op::every_in) warn(pointer + "/has/at_most", tell("wrong.hard_at_most"));
  }

  /// Numbers together: what was given stays given, and what is written unseen is told by whether it is met.
  void together(const Criterion& c, const std::string& pointer, bool free) {
    if (here_ == nullptr) return;
    const auto& step = d_.steps(here_->phase)[here_->step];
    const bool records = c.collection == Collection::records, scores = c.collection == Collection::scores,
               votes = c.collection == Collection::votes;
    if (!free && here_->hard && (records || scores)) warn(pointer, tell("wrong.hard_numbers"));
    const auto kinds = words_of(c.where, Field::kind);
    const auto unseen_kind = [&](const std::string& kind) {
      return d_.record_type(kind) != nullptr && (kinds.empty() || std::ranges::find(kinds, kind) != kinds.end());
    };
    const auto in_steps = steps_of(d_, c.where, c.scope, here_);
    const bool unseen = (step.floor.hidden && (records || votes || (scores && step.floor.holds_for(Beside::scores)))) ||
                        (records && std::ranges::any_of(step.floor.hidden_kinds, unseen_kind));
    if (here_->asked && unseen && (in_steps.empty() || std::ranges::find(in_steps, step.id) != in_steps.end()))
      warn(pointer, tell("wrong.numbers_unseen"));
  }

  /// What must be there, can it be?
  void counted(const Criterion& c, const std::string& pointer) {
    if (auto lacks = rows_lacking(d_, c.collection, steps_of(d_, c.where, c.scope, here_), OverNone::never))
      return error(pointer + "/count", std::move(*lacks));
    matched(c.where, c.collection, pointer + "/where");
    limited(c, pointer);
    if (c.collection != Collection::participants) return;
    const auto roles = words_of(c.where, Field::role);
    for (const auto& role : roles) {
      const auto* use = use_of(role);
      if (use == nullptr) warn(pointer + "/where/role", tell("wrong.role_not_added", {{"role", role}}));
      else if (use->max > 0 && roles.size() == 1 && *c.at_least > use->max)
        error(pointer, tell("wrong.too_many_roles",
                            {{"least", fmt::format("{:g}", *c.at_least)}, {"role", role}, {"most", use->max}}));
    }
    // More than there may be in all; of one role more than it has is told above.
    const auto* only = roles.size() == 1 ? use_of(roles.front()) : nullptr;
    if ((only == nullptr || only->max <= 0) && d_.people.max > 0 && *c.at_least > d_.people.max)
      error(pointer,
            tell("wrong.too_many_people", {{"least", fmt::format("{:g}", *c.at_least)}, {"most", d_.people.max}}));
  }

  /// A part of what is there, of which none can be such; and a declared field that no record of the whole has.
  void shared(const Criterion& c, const std::string& pointer, bool free) {
    auto kinds = words_of(c.of, Field::kind);
    if (kinds.empty()) kinds = words_of(c.where, Field::kind);
    for (const auto& condition : c.where) {
      const auto has_it = [&](const RecordType& type) {
        return type.field(condition.own) != nullptr && std::ranges::find(kinds, type.id) != kinds.end();
      };
      if (!condition.own.empty() && !kinds.empty() && std::ranges::none_of(d_.record_types, has_it))
        error(pointer + "/where/" + condition.name(),
              tell("wrong.no_own_field", {{"got", condition.own}, {"near", Telling()}}));
    }
    if (c.at_least.value_or(0) <= 0) return;
    matched(c.where, c.collection, pointer + "/where");
    if (!free) in_reach(c.where, c.collection, c.scope, pointer + "/where");
  }

  /// More of a kind than the floor of this step lets anybody say.
  void limited(const Criterion& c, const std::string& pointer) {
    if (here_ == nullptr || c.collection != Collection::contributions || c.scope != Scope::step) return;
    const auto kinds = words_of(c.where, Field::kind);
    if (kinds.size() != 1) return;
    const auto& limits = d_.steps(here_->phase)[here_->step].floor.per_step;
    if (const auto limit = limits.find(kinds.front()); limit != limits.end() && *c.at_least > limit->second)
      error(pointer + "/at_least",
            tell("wrong.over_limit",
                 {{"kind", kinds.front()}, {"least", fmt::format("{:g}", *c.at_least)}, {"most", limit->second}}));
  }

  /// A contribution of a kind that no step lets anybody make.
  void matched(const Filter& where, Collection rows, const std::string& pointer) {
    if (rows != Collection::contributions && rows != Collection::records) return;
    const auto kinds = words_of(where, Field::kind);
    if (kinds.empty()) return;
    const auto steps = words_of(where, Field::step);
    if (said_somewhere(kinds, steps)) return;
    error(pointer + "/kind", steps.empty()
                                 ? tell("wrong.kind_nowhere", {{"kind", kinds.front()}})
                                 : tell("wrong.kind_not_there", {{"kind", kinds.front()}, {"step", steps.front()}}));
  }

  /// A contribution that can be made, and not in this step or this phase, where alone it is looked for.
  void in_reach(const Filter& where, Collection rows, Scope scope, const std::string& pointer) {
    if (here_ == nullptr || (scope != Scope::step && scope != Scope::phase)) return;
    if (rows != Collection::contributions && rows != Collection::records) return;
    const auto kinds = words_of(where, Field::kind);
    if (kinds.empty() || !words_of(where, Field::step).empty() || !said_somewhere(kinds, {})) return;
    const auto& here = d_.steps(here_->phase)[here_->step];
    std::vector<std::string> near{here.id};
    if (scope == Scope::phase)
      for (const auto& step : d_.steps(here_->phase)) near.push_back(step.id);
    if (said_somewhere(kinds, near)) return;
    error(pointer + "/kind",
          scope == Scope::step
              ? tell("wrong.kind_not_there", {{"kind", kinds.front()}, {"step", here.id}})
              : tell("wrong.kind_not_in_phase", {{"kind", kinds.front()}, {"phase", key(here_->phase)}}));
  }

  /// "Every question has an answer" where nobody asks: it holds, and says nothing.
  void nothing_to_judge(const Criterion& c, const std::string& pointer) {
    const bool of_whole = c.op == Op::share;
    // "At most none of a kind": where a team may leave the way of working, that kind is said all the same.
    if (c.op == Op::count && c.collection != Collection::participants) return;
    over_nothing(c.collection, of_whole ? c.of : c.where, c.scope, pointer + (of_whole ? "/of" : "/where"));
  }

  void over_nothing(Collection rows, const Filter& where, Scope scope, const std::string& place) {
    if (rows == Collection::participants) {
      for (const auto& role : words_of(where, Field::role))
        if (use_of(role) == nullptr) warn(place + "/role", tell("wrong.role_not_added", {{"role", role}}));
      return;
    }
    if (rows != Collection::contributions && rows != Collection::records) return;
    const auto kinds = words_of(where, Field::kind);
    if (kinds.empty() || said_somewhere(kinds, steps_of(d_, where, scope, here_))) return;
    // Once for all parts of a rule that ask it again.
    auto told = tell("wrong.nobody_says", {{"kind", kinds.front()}});
    const bool known = std::ranges::any_of(remarks_.begin() + static_cast<std::ptrdiff_t>(before_), remarks_.end(),
                                           [&](const Remark& one) { return one.problem.message == told; });
    if (!known) warn(place + "/kind", std::move(told));
  }

  /// Values of a field of which there is but one where it looks: one step, one time, one round.
  void differing(const Criterion& c, const std::string& pointer) {
    if (!c.different->own.empty()) return;
    const auto field = c.different->field;
    const bool within_step = c.scope == Scope::step && here_ != nullptr;
    const bool within_phase = within_step || (c.scope == Scope::phase && here_ != nullptr);
    const bool one = (within_step && (field == Field::time || field == Field::step || field == Field::about)) ||
                     (within_phase && field == Field::phase) ||
                     ((within_phase || c.scope == Scope::round) && field == Field::round);
    if (one)
      return error(pointer + "/different",
                   tell("wrong.different_one", {{"field", key(field)}, {"scope", key(c.scope)}}));
    if (field != Field::time || c.at_least.value_or(0) <= 1) return;
    const auto most = most_times(d_, words_of(c.where, Field::step));
    if (most <= 1) error(pointer + "/different", tell("wrong.different_time"));
    else if (*c.at_least > most)
      error(pointer + "/at_least",
            tell("wrong.different_times", {{"least", fmt::format("{:g}", *c.at_least)}, {"most", most}}));
  }

  /// A scope that nothing comes of.
  void scope(Collection rows, Scope scope, const std::string& pointer) {
    const auto place = pointer + "/scope";
    if (scope == Scope::everything) return;
    if (!lies_in_time(rows)) return warn(place, tell("wrong.scope_without_time", {{"rows", key(rows)}}));
    if (scope == Scope::step && here_ == nullptr) warn(place, tell("wrong.scope_afterwards"));
  }

  /// A step and a phase that do not go together, with each other or with the scope.
  void within(Collection rows, Scope scope, const Filter& filter, const std::string& pointer) {
    if (type_of(rows, Field::step) != FieldType::word) return;
    const auto steps = words_of(filter, Field::step);
    const auto phases = words_of(filter, Field::phase);
    const auto is_in = [&](const std::string& phase) {
      const auto known = from_key<Phase>(phase);
      return known && std::ranges::any_of(steps, [&](const std::string& id) { return d_.step(*known, id) != nullptr; });
    };
    if (!steps.empty() && !phases.empty() && std::ranges::none_of(phases, is_in))
      return error(pointer + "/phase",
                   tell("wrong.step_other_phase", {{"step", steps.front()}, {"phase", phases.front()}}));
    if (here_ == nullptr || scope == Scope::everything || !lies_in_time(rows)) return;
    const auto& here = d_.steps(here_->phase)[here_->step].id;
    if (scope == Scope::step && !steps.empty() && std::ranges::find(steps, here) == steps.end())
      return error(pointer + "/step", tell("wrong.scope_other_step", {{"step", steps.front()}}));
    if (scope != Scope::round && !phases.empty() && std::ranges::find(phases, key(here_->phase)) == phases.end())
      error(pointer + "/phase", tell("wrong.scope_other_phase", {{"phase", phases.front()}}));
  }

  /// A hard requirement on what comes later in the same phase keeps the case where it is for ever.
  void too_early(const Criterion& c, const std::string& pointer) {
    if (here_ == nullptr || !here_->hard || c.op != Op::count || !c.at_least || *c.at_least <= 0) return;
    const auto steps = words_of(c.where, Field::step);
    const auto& phase = d_.steps(here_->phase);
    const bool later = !steps.empty() && std::ranges::all_of(steps, [&](const std::string& id) {
      const auto found = std::ranges::find(phase, id, &Step::id);
      return found != phase.end() && static_cast<std::size_t>(found - phase.begin()) > here_->step;
    });
    if (later) error(pointer + "/where/step", tell("wrong.later_step", {{"step", steps.front()}}));
  }

  /// Whether somebody can say one of these kinds in one of these steps; no steps: in any.
  bool said_somewhere(const std::vector<std::string>& kinds, const std::vector<std::string>& in_steps) const {
    for (const auto& steps : d_.phases)
      for (const auto& step : steps)
        if (in_steps.empty() || std::ranges::find(in_steps, step.id) != in_steps.end())
          if (std::ranges::any_of(kinds, [&](const std::string& kind) { return step.fits(kind); })) return true;
    return false;
  }

  const RoleUse* use_of(std::string_view word) const {
    const auto role = from_key<Role>(word);
    return first_that(d_.roles, [&](const RoleUse& use) { return role && use.role == *role; });
  }

  const Definition& d_;
  const RuleHere* here_;
  std::vector<Remark>& remarks_;
  std::size_t before_;  ///< remarks of others
};

}  // namespace

void audit_rule(const Definition& definition, const Criterion& rule, const std::string& pointer, const RuleHere* here,
                std::vector<Remark>& remarks) {
  if (!audit_values(definition, rule, pointer, here, remarks))
    RuleAudit(definition, here, remarks).whole(rule, pointer);
}

std::vector<std::string> words_of(const Filter& filter, Field field) {
  std::vector<std::string> all;
  for (const auto& condition : filter)
    if (condition.field == field && condition.op == Condition::Op::one_of)
      for (const auto& literal : condition.literals)
        if (const auto* word = std::get_if<std::string>(&literal)) all.push_back(*word);
  return all;
}

std::vector<std::string> steps_of(const Definition& definition, const Filter& filter, Scope scope,
                                  const RuleHere* here) {
  if (here != nullptr && scope == Scope::step) return {definition.steps(here->phase)[here->step].id};
  return words_of(filter, Field::step);
}

}  // namespace casus::method
