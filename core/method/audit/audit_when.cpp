// SPDX-License-Identifier: EUPL-1.2
#include "core/method/audit/audit_rules.hpp"
#include "core/method/audit/audit_values.hpp"
#include "core/method/check/vacuous.hpp"
#include "core/method/course.hpp"

#include <algorithm>
#include <iterator>

/// When a step comes, and when steps come again: whether it can be so at that moment.
namespace casus::method {
namespace {

using Weight = Remark::Weight;
using Op = Criterion::Op;

/// Whether the first asks no more than the second, of the same rows or of more.
bool asks_no_more(const Criterion& it, const Criterion& than) {
  const auto in_both = [&](const Condition& one) { return std::ranges::find(than.where, one) != than.where.end(); };
  return it.op == Op::count && than.op == Op::count && it.collection == than.collection &&
         std::ranges::all_of(it.where, in_both) && it.scope >= than.scope && !it.at_most &&
         it.at_least.value_or(0) <= than.at_least.value_or(0);
}

/// What was so once stays so: it was said, given or chosen, and more of it is no less. Who was there may have left.
bool stays_so(const Criterion& it) {
  if (it.op == Op::present)
    return it.fact != Fact::chair && it.fact != Fact::presenter && it.fact != Fact::coordinator &&
           it.fact != Fact::resident;
  return it.op == Op::count && it.scope > Scope::step && !it.at_most &&
         (it.collection == Collection::contributions || it.collection == Collection::records ||
          it.collection == Collection::scores || it.collection == Collection::votes);
}

/// Whether it holds where what is given does; `later`: some steps after that.
bool follows(const Criterion& it, const Criterion& given, bool later) {
  if ((!later || stays_so(it)) && (given == it || asks_no_more(it, given))) return true;
  const auto from_part = [&](const Criterion& part) { return follows(it, part, later); };
  const auto part_follows = [&](const Criterion& part) { return follows(part, given, later); };
  if (given.op == Op::all && std::ranges::any_of(given.parts, from_part)) return true;
  if (it.op == Op::all) return !it.parts.empty() && std::ranges::all_of(it.parts, part_follows);
  return it.op == Op::any && std::ranges::any_of(it.parts, part_follows);
}

/// Whether whoever leaves the step `left` has been through this one before it.
bool comes_before(const std::vector<Step>& steps, std::size_t at, std::size_t left) {
  const auto& step = steps[at];
  if (at >= left || step.when || !step.in_branch.empty()) return false;
  if (step.in_repeat.empty() || step.in_repeat == steps[left].in_repeat) return true;
  const auto first = std::ranges::find(steps, step.in_repeat, &Step::id);
  return first != steps.end() && first->repeat && !first->repeat->for_each && !first->when;
}

/// Whether a step cannot be left before this holds: it is asked there already, or in one that comes before it, or the
/// people whom the method asks for are all that it asks.
bool always_by_then(const Definition& definition, const Criterion& it, const RuleHere& left) {
  const auto& steps = definition.steps(left.phase);
  for (std::size_t at = 0; at <= left.step; ++at)
    if (at == left.step || comes_before(steps, at, left.step))
      for (const auto& need : steps[at].done_when)
        if (need.level == Level::hard && follows(it, need.holds, at != left.step)) return true;
  if (it.op != Op::count || it.collection != Collection::participants || it.at_most) return false;
  return it.where.empty() && it.at_least.value_or(0) <= 1;  // somebody is there
}

/// What ends a repeat is a part of what nobody can say where it is asked, or its numbers together: of nothing neither
/// ends one.
bool is_part_of_nothing(const Definition& definition, const Criterion& it, const RuleHere& last) {
  if ((it.op != Op::share && !it.numbers) ||
      (it.collection != Collection::contributions && it.collection != Collection::records))
    return false;
  const auto& whole = it.numbers ? it.where : it.of;
  const auto kinds = words_of(whole, Field::kind), in_steps = steps_of(definition, whole, it.scope, &last);
  return !kinds.empty() && std::ranges::none_of(definition.phases, [&](const auto& steps) {
    return std::ranges::any_of(steps, [&](const Step& step) {
      return (in_steps.empty() || std::ranges::find(in_steps, step.id) != in_steps.end()) &&
             std::ranges::any_of(kinds, [&](const std::string& kind) { return step.fits(kind); });
    });
  });
}

/// When a step is entered: what can have been said by then.
class WhenAudit {
 public:
  WhenAudit(const Definition& definition, Phase phase, std::size_t step) : d_(definition), phase_(phase), step_(step) {}

  /// What is told whichever step is left just before: behind a menu, and behind steps that do not always come, that is
  /// one of several.
  void look(std::vector<Remark>& remarks) const {
    const auto before = steps_before();
    auto told = told_after(before.empty() ? nullptr : &before.front());
    for (std::size_t i = 1; i < before.size() && !told.empty(); ++i) {
      const auto other = told_after(&before[i]);
      std::erase_if(told, [&](const Remark& one) {
        return std::ranges::none_of(
            other, [&](const Remark& it) { return it.weight == one.weight && it.problem == one.problem; });
      });
    }
    std::ranges::move(told, std::back_inserter(remarks));
  }

 private:
  std::vector<RuleHere> steps_before() const {
    const auto& steps = d_.steps(phase_);
    std::vector<RuleHere> before;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const auto ways = ways_on(steps, i);
      if (i != step_ && std::ranges::find(ways, step_) != ways.end()) before.push_back({phase_, i, false});
    }
    return before;
  }

  std::vector<Remark> told_after(const RuleHere* left) const {
    const auto& holds = d_.steps(phase_)[step_].when->holds;
    const auto pointer = d_.place(phase_, step_) + "/when/holds";
    std::vector<Remark> told;
    if (audit_values(d_, holds, pointer, left, told)) return told;
    auto verdict = of(holds, left);
    if (verdict == Verdict::depends && left != nullptr && always_by_then(d_, holds, *left)) verdict = Verdict::always;
    if (verdict == Verdict::never) told.push_back({Weight::error, {pointer, tell("wrong.when_never")}});
    else if (verdict == Verdict::always) told.push_back({Weight::warning, {pointer, tell("wrong.when_always")}});
    else audit_rule(d_, holds, pointer, left, told);
    return told;
  }

  /// Whether a contribution of one of these kinds can be there, in this part of the history. What was said in another
  /// phase, or in a step behind this one in an earlier round, counts for the whole case alone.
  bool said_by_then(const std::vector<std::string>& kinds, const std::vector<std::string>& in_steps, Scope scope,
                    const RuleHere* left) const {
    for (const auto phase : kAllPhases)
      for (std::size_t i = 0; i < d_.steps(phase).size(); ++i) {
        const auto& step = d_.steps(phase)[i];
        if (!in_steps.empty() && std::ranges::find(in_steps, step.id) == in_steps.end()) continue;
        if (std::ranges::none_of(kinds, [&](const std::string& kind) { return step.fits(kind); })) continue;
        const bool earlier = phase == phase_ && (i < step_ || comes_again_before(i));
        if (scope == Scope::step    ? earlier && left != nullptr && i == left->step
            : scope == Scope::phase ? earlier
            : scope == Scope::round ? earlier || phase != phase_
                                    : true)
          return true;
      }
    return false;
  }

  /// A later step of the same repeat comes before this one, from the second time on.
  bool comes_again_before(std::size_t later) const {
    const auto& steps = d_.steps(phase_);
    return !steps[step_].in_repeat.empty() && steps[later].in_repeat == steps[step_].in_repeat &&
           steps[step_].in_repeat != steps[step_].id;
  }

  Verdict of(const Criterion& it, const RuleHere* left) const {
    if (const auto found = verdict_of(it); found != Verdict::depends) return found;
    switch (it.op) {
      case Op::all: return together(it, left, Verdict::never, Verdict::always);
      case Op::any: return together(it, left, Verdict::always, Verdict::never);
      case Op::negation: {
        const auto part = of(it.parts.front(), left);
        return part == Verdict::always ? Verdict::never : part == Verdict::never ? Verdict::always : part;
      }
      case Op::count: break;
      default: return Verdict::depends;
    }
    if (it.collection != Collection::contributions) return Verdict::depends;
    const auto kinds = words_of(it.where, Field::kind);
    if (kinds.empty() || said_by_then(kinds, words_of(it.where, Field::step), it.scope, left)) return Verdict::depends;
    return it.at_least.value_or(0) > 0 ? Verdict::never : Verdict::always;
  }

  Verdict together(const Criterion& it, const RuleHere* left, Verdict settles, Verdict otherwise) const {
    bool same = true;
    for (const auto& part : it.parts) {
      const auto found = of(part, left);
      if (found == settles) return settles;
      same = same && found == otherwise;
    }
    return same ? otherwise : Verdict::depends;
  }

  const Definition& d_;
  Phase phase_;
  std::size_t step_;
};

}  // namespace

void audit_when(const Definition& definition, Phase phase, std::size_t step, std::vector<Remark>& remarks) {
  WhenAudit(definition, phase, step).look(remarks);
}

void audit_repeat(const Definition& definition, Phase phase, std::size_t step, std::vector<Remark>& remarks) {
  const auto& steps = definition.steps(phase);
  const auto& repeat = *steps[step].repeat;
  if (!repeat.until || !repeat.until->holds) return;
  const auto pointer = definition.place(phase, step) + "/repeat/until/holds";
  const RuleHere here{phase, repeated_at(steps, step)->last, false};
  if (audit_values(definition, *repeat.until->holds, pointer, &here, remarks)) return;
  auto verdict = verdict_of(*repeat.until->holds);
  if (verdict == Verdict::depends && always_by_then(definition, *repeat.until->holds, here)) verdict = Verdict::always;
  if (is_part_of_nothing(definition, *repeat.until->holds, here)) verdict = Verdict::never;
  if (verdict == Verdict::always) remarks.push_back({Weight::warning, {pointer, tell("wrong.until_always")}});
  else if (verdict == Verdict::never)
    remarks.push_back({Weight::warning, {pointer, tell("wrong.until_never", {{"most", repeat.at_most}})}});
  else audit_rule(definition, *repeat.until->holds, pointer, &here, remarks);
}

}  // namespace casus::method
