// SPDX-License-Identifier: EUPL-1.2
#include "core/method/fidelity.hpp"

#include "core/method/fidelity_tally.hpp"

#include <algorithm>

namespace casus::method {
namespace {

std::string text_at(const View& view, RowRef at, std::initializer_list<Field> fields) {
  for (const auto field : fields) {
    const auto value = view.get(at.rows, at.row, field);
    if (const auto* text = std::get_if<std::string_view>(&value); text != nullptr && !text->empty())
      return std::string(*text);
  }
  return {};
}

Proof proof_of(const View& view, RowRef at) {
  return {at.rows, at.row, text_at(view, at, {Field::id}), text_at(view, at, {Field::by}),
          text_at(view, at, {Field::text, Field::what, Field::better, Field::evidence, Field::relation})};
}

/// A native rule names records by id, whatever they are.
Proof proof_of(const View& view, const std::string& id) {
  for (const auto& named : names_of(Collection{}))
    for (std::size_t row = 0; row < view.size(named.value); ++row)
      if (text_at(view, {named.value, row}, {Field::id}) == id) return proof_of(view, RowRef{named.value, row});
  return {};
}

void add_steps_named(const Filter& filter, std::vector<std::string_view>& steps) {
  for (const auto& condition : filter)
    if (condition.field == Field::step && condition.op == Condition::Op::one_of)
      for (const auto& literal : condition.literals)
        if (const auto* step = std::get_if<std::string>(&literal)) steps.emplace_back(*step);
}

/// The steps that an item names; an item that names none is about the whole case.
void add_steps_named(const Criterion& criterion, std::vector<std::string_view>& steps) {
  add_steps_named(criterion.where, steps);
  add_steps_named(criterion.of, steps);
  if (criterion.also) add_steps_named(criterion.also->where, steps);
  for (const auto& part : criterion.parts) add_steps_named(part, steps);
}

/// Steps that an item is about: those it names, or else all of the method.
std::vector<std::string_view> steps_of(const FidelityItem& item, const Definition& method) {
  std::vector<std::string_view> steps;
  add_steps_named(item.holds, steps);
  if (steps.empty())
    for (const auto phase : kAllPhases)
      for (const auto& step : method.steps(phase)) steps.emplace_back(step.id);
  return steps;
}

/// Whether nothing is wrong yet, only missing.
bool only_lacks(const Criterion& criterion, const View& view) {
  using Op = Criterion::Op;
  return std::ranges::all_of(unmet(criterion, view), [](const Unmet& it) {
    const auto op = it.criterion->op;
    if (op == Op::count || op == Op::share) return it.criterion->at_least && it.found < *it.criterion->at_least;
    if (op == Op::every_in) return std::ranges::none_of(it.pairs, &Unmet::Pair::too_many);
    return op != Op::negation;
  });
}

/// Whether all that it asks is of each, or of their numbers, and there was none: then it holds, and nothing was
/// followed.
bool asks_of_none(const Criterion& criterion, const View& view) {
  using Op = Criterion::Op;
  if (criterion.op == Op::all)
    return !criterion.parts.empty() &&
           std::ranges::all_of(criterion.parts, [&](const auto& part) { return asks_of_none(part, view); });
  if (criterion.op != Op::every && criterion.op != Op::every_in && !criterion.numbers) return false;
  const auto none = [&](Collection rows, const Filter& where, Scope scope) {
    return !holds(Criterion{.op = Op::count, .collection = rows, .scope = scope, .where = where, .at_least = 1}, view);
  };
  const auto& also = criterion.also;
  auto rows = criterion.where;
  if (const auto& numbers = criterion.numbers)  // a row without a number has no part in it
    rows.push_back({numbers->field, Condition::Op::present, {}, numbers->own});
  return none(criterion.collection, rows, criterion.scope) ||
         (also && none(also->collection, also->where, also->scope));
}

/// Whether it asks of numbers together: of what each gives, and it is met by all of them.
bool asks_numbers(const Criterion& criterion) {
  return criterion.numbers || std::ranges::any_of(criterion.parts, asks_numbers);
}

/// Whether the table is in this step of the method, and what is said there is written unseen.
bool is_writing_unseen(const Definition& method, const Position& here, std::string_view id) {
  const auto* step = here.method == method.id && here.step == id ? method.step(here.phase, here.step) : nullptr;
  return step != nullptr && (step->floor.hidden || !step->floor.hidden_kinds.empty());
}

/// Whether it asks what must not be ("no idea of the presenter in this step"), nothing was there that breaks it, and
/// all that is missing is the occasion: then "no" would say that it was broken.
bool shows_nothing(const Criterion& criterion, const View& view) {
  using Op = Criterion::Op;
  if (criterion.op != Op::all) return false;
  const bool forbids = std::ranges::any_of(criterion.parts, [&](const Criterion& part) {
    const bool limits = part.op == Op::count && part.at_most && !part.at_least;
    return limits || part.op == Op::negation || asks_of_none(part, view);
  });
  return forbids && std::ranges::all_of(unmet(criterion, view), [](const Unmet& it) {
           return it.criterion->op == Op::count && it.criterion->at_least && it.found < *it.criterion->at_least;
         });
}

Judged::Kept judge(const FidelityItem& item, const Definition& method, const View& view,
                   const std::vector<std::string_view>& visited) {
  const auto steps = steps_of(item, method);
  const auto been = [&](auto step) { return std::ranges::find(visited, step) != visited.end(); };
  if (std::ranges::none_of(steps, been)) return Judged::Kept::not_yet;
  const auto here = view.position();
  // While each writes unseen an answer would tell what the others wrote.
  if (asks_numbers(item.holds) &&
      std::ranges::any_of(steps, [&](auto step) { return is_writing_unseen(method, here, step); }))
    return Judged::Kept::not_yet;
  const bool kept = holds(item.holds, view);
  if (kept && !asks_of_none(item.holds, view)) return Judged::Kept::yes;
  const bool can_come = !here.step.empty() && std::ranges::any_of(steps, [&](auto step) {
    return !been(step) || (here.method == method.id && here.step == step);
  });
  if (can_come && (kept || only_lacks(item.holds, view))) return Judged::Kept::not_yet;
  return kept ? Judged::Kept::nothing : Judged::Kept::no;
}

Judged::Kept kept_by(const Finding& found) {
  return found.weight == Finding::Weight::info ? Judged::Kept::yes : Judged::Kept::no;
}

}  // namespace

std::size_t Fidelity::kept() const {
  return static_cast<std::size_t>(std::ranges::count(items, Judged::Kept::yes, &Judged::kept));
}

std::size_t Fidelity::judged() const {
  return static_cast<std::size_t>(std::ranges::count_if(items, &Judged::is_judged));
}

std::size_t Fidelity::described() const {
  return static_cast<std::size_t>(std::ranges::count(items, Mark::documented, &Judged::mark));
}

FidelityTally fidelity_tally(const Definition& method, const Rules* rules, const View& view,
                             const std::vector<std::string_view>& visited) {
  FidelityTally out;
  const auto count = [&](Judged::Kept kept) {
    if (kept == Judged::Kept::yes || kept == Judged::Kept::no) ++out.judged;
    if (kept == Judged::Kept::yes) ++out.kept;
  };
  for (const auto& item : method.fidelity) {
    const auto kept = judge(item, method, view, visited);
    if (kept != Judged::Kept::no || !shows_nothing(item.holds, view)) count(kept);
  }
  if (rules != nullptr)
    for (const auto& found : rules->fidelity(view)) count(kept_by(found));
  return out;
}

Fidelity fidelity(const Definition& method, const Rules* rules, const View& view,
                  const std::vector<std::string_view>& visited) {
  Fidelity out;
  for (const auto& item : method.fidelity) {
    Judged judged{item.id, item.text, item.mark, item.source, judge(item, method, view, visited), {}};
    judged.no_occasion = judged.kept == Judged::Kept::no && shows_nothing(item.holds, view);
    if (judged.kept == Judged::Kept::yes || judged.kept == Judged::Kept::no)
      for (const auto& row : proof(item.holds, view)) judged.proof.push_back(proof_of(view, row));
    out.items.push_back(std::move(judged));
  }
  if (rules == nullptr) return out;
  for (auto& found : rules->fidelity(view)) {
    Judged judged{std::move(found.rule), std::move(found.message), Mark::own, {}, kept_by(found), {}};
    for (const auto& id : found.proof) judged.proof.push_back(proof_of(view, id));
    out.items.push_back(std::move(judged));
  }
  return out;
}

}  // namespace casus::method
