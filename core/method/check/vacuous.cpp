// SPDX-License-Identifier: EUPL-1.2
#include "core/method/check/vacuous.hpp"

#include <algorithm>

namespace casus::method {
namespace {

using Op = Criterion::Op;

Verdict other(Verdict verdict) {
  return verdict == Verdict::always ? Verdict::never : verdict == Verdict::never ? Verdict::always : verdict;
}

bool has(const std::vector<Literal>& list, const Literal& literal) {
  return std::ranges::find(list, literal) != list.end();
}

/// Two conditions on one field that no value meets.
bool exclude(const Condition& a, const Condition& b) {
  using Is = Condition::Op;
  if (a.field != b.field || a.own != b.own) return false;
  if (a.op == Is::at_least && b.op == Is::at_most && !a.literals.empty() && !b.literals.empty())
    return a.literals.front().index() == b.literals.front().index() && a.literals.front() > b.literals.front();
  if (a.op == Is::one_of && b.op == Is::not_one_of)
    return std::ranges::all_of(a.literals, [&](const Literal& it) { return has(b.literals, it); });
  // A person has several roles at once, and a checklist several items; of other fields there is one value.
  if (a.op == Is::one_of && b.op == Is::one_of && a.field != Field::role && a.own.empty())
    return std::ranges::none_of(a.literals, [&](const Literal& it) { return has(b.literals, it); });
  return a.op == Is::absent && (b.op == Is::present || b.op == Is::one_of || b.op == Is::at_least);
}

/// Whether each row of the first is one of the second without more ado.
bool implies(const Filter& rows, const Filter& wanted) {
  return std::ranges::all_of(wanted, [&](const Condition& it) { return std::ranges::find(rows, it) != rows.end(); });
}

/// How many different values there can be: those that the filter names, of a field with one value; else any number.
double most_different(const Criterion& it) {
  double most = 1e9;
  for (const auto& condition : it.where)
    if (condition.op == Condition::Op::one_of && condition.field == it.different->field && condition.own.empty() &&
        it.different->own.empty())
      most = std::min(most, static_cast<double>(condition.literals.size()));
  return most;
}

Verdict counted(const Criterion& it) {
  const bool possible = can_match(it.where);
  const double most = !possible ? 0 : it.different ? most_different(it) : 1e9;
  if (it.at_least && *it.at_least > most) return Verdict::never;
  const bool least_holds = it.at_least.value_or(0) <= 0;
  const bool most_holds = !it.at_most || *it.at_most >= most;
  return least_holds && most_holds ? Verdict::always : Verdict::depends;
}

Verdict shared(const Criterion& it) {
  if (!can_match(it.of)) return Verdict::always;  // a share of nothing holds
  const bool all = implies(it.of, it.where);
  if (all && it.at_most && *it.at_most < 1) return Verdict::depends;
  const bool least_holds = it.at_least.value_or(0) <= 0 || all;
  return least_holds && it.at_most.value_or(1) >= 1 ? Verdict::always : Verdict::depends;
}

/// All of them, or one of them: the same looked at from two sides.
Verdict together(const Criterion& it, Verdict settles, Verdict otherwise) {
  bool same = true;
  for (const auto& part : it.parts) {
    const auto found = verdict_of(part);
    if (found == settles) return settles;
    same = same && found == otherwise;
  }
  for (const auto& part : it.parts)
    if (part.op == Op::negation && std::ranges::find(it.parts, part.parts.front()) != it.parts.end()) return settles;
  return same ? otherwise : Verdict::depends;
}

}  // namespace

bool can_match(const Filter& filter) {
  for (const auto& a : filter)
    for (const auto& b : filter)
      if (&a != &b && exclude(a, b)) return false;
  return true;
}

Verdict verdict_of(const Criterion& it) {
  switch (it.op) {
    case Op::count: return counted(it);
    case Op::share: return shared(it);
    case Op::median: return can_match(it.where) ? Verdict::depends : Verdict::always;
    case Op::spread:
      return can_match(it.where) && (it.at_least.value_or(0) > 0 || it.at_most) ? Verdict::depends : Verdict::always;
    case Op::every: return !can_match(it.where) || implies(it.where, it.of) ? Verdict::always : Verdict::depends;
    case Op::every_in: {
      const bool most_holds = !it.at_most || !can_match(it.of);
      return !can_match(it.where) || (it.also && !can_match(it.also->where)) || (it.least_each() <= 0 && most_holds)
                 ? Verdict::always
                 : Verdict::depends;
    }
    case Op::present: return Verdict::depends;
    case Op::all: return together(it, Verdict::never, Verdict::always);
    case Op::any: return together(it, Verdict::always, Verdict::never);
    case Op::negation: return other(verdict_of(it.parts.front()));
  }
  return Verdict::depends;
}

}  // namespace casus::method
