// SPDX-License-Identifier: EUPL-1.2
#include "core/method/criterion.hpp"

#include "core/base/record_field.hpp"
#include "core/method/criterion/criterion_rows.hpp"

#include <algorithm>

namespace casus::method {
namespace {

/// A share is compared with this much room, so that 0.3 of ten rows is three rows.
constexpr double kRoom = 1e-9;

/// The values of a field that such rows have, each once; an empty one is none.
double counted_different(const Criterion& criterion, const View& view, double enough) {
  std::vector<Value> found;
  const auto size = view.size(criterion.collection);
  const Asked asked{criterion.different->field, criterion.different->own};
  for (std::size_t row = 0; row < size && static_cast<double>(found.size()) < enough; ++row) {
    if (!in_scope(view, criterion.collection, row, criterion.scope)) continue;
    if (!matches(criterion.where, view, criterion.collection, row)) continue;
    const auto value = value_of(view, criterion.collection, row, asked);
    if (filled(value) && std::ranges::find(found, value) == found.end()) found.push_back(value);
  }
  return static_cast<double>(found.size());
}

/// Counts up to `enough`: what comes after cannot change the answer.
double counted(const Criterion& criterion, const View& view, double enough) {
  if (criterion.different) return counted_different(criterion, view, enough);
  const auto rows = criterion.collection;
  const auto scope = criterion.scope;
  const auto& filter = criterion.where;
  double found = 0;
  const auto size = view.size(rows);
  for (std::size_t row = 0; row < size && found < enough; ++row)
    if (in_scope(view, rows, row, scope) && matches(filter, view, rows, row)) ++found;
  return found;
}

/// The numbers that such rows hold in the field, the lowest first; a row without one has no part in it.
std::vector<double> numbers_of(const Criterion& criterion, const View& view) {
  std::vector<double> numbers;
  const auto size = view.size(criterion.collection);
  const Asked asked{criterion.numbers->field, criterion.numbers->own};
  for (std::size_t row = 0; row < size; ++row) {
    if (!in_scope(view, criterion.collection, row, criterion.scope)) continue;
    if (!matches(criterion.where, view, criterion.collection, row)) continue;
    const auto value = value_of(view, criterion.collection, row, asked);
    if (const auto* number = std::get_if<double>(&value)) numbers.push_back(*number);
  }
  std::ranges::sort(numbers);
  return numbers;
}

/// The middle one, of an even number half way between the middle two; or how far the ends lie apart. There are some.
double taken_together(Criterion::Op op, const std::vector<double>& sorted) {
  if (op == Criterion::Op::spread) return sorted.back() - sorted.front();
  const auto half = sorted.size() / 2;
  return sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

struct Part {
  double some = 0;
  double whole = 0;
};

Part part_of(const Criterion& criterion, const View& view) {
  Part part;
  const auto size = view.size(criterion.collection);
  for (std::size_t row = 0; row < size; ++row) {
    if (!in_scope(view, criterion.collection, row, criterion.scope)) continue;
    if (!matches(criterion.of, view, criterion.collection, row)) continue;
    ++part.whole;
    if (matches(criterion.where, view, criterion.collection, row)) ++part.some;
  }
  return part;
}

/// The id of a row, by which others name it; empty for a row that has none.
std::string_view id_of(const View& view, Collection rows, std::size_t row) {
  const auto id = view.get(rows, row, Field::id);
  const auto* name = std::get_if<std::string_view>(&id);
  return name == nullptr ? std::string_view{} : *name;
}

/// Whether this row elsewhere is one of those that are asked for, and names the first and, where there is one, the
/// second.
bool names(const Criterion& criterion, const View& view, std::size_t other, std::string_view first,
           std::string_view second) {
  return in_scope(view, criterion.in, other, criterion.in_scope) &&
         holds_word(view, criterion.in, other, {criterion.on, criterion.on_own}, first) &&
         (!criterion.also ||
          holds_word(view, criterion.in, other, {criterion.also->on, criterion.also->on_own}, second)) &&
         matches(criterion.of, view, criterion.in, other);
}

/// How many rows elsewhere name them, counted up to `enough`.
double found_elsewhere(const Criterion& criterion, const View& view, std::string_view first, std::string_view second,
                       double enough) {
  double found = 0;
  const auto size = view.size(criterion.in);
  for (std::size_t other = 0; other < size && found < enough; ++other)
    if (names(criterion, view, other, first, second)) ++found;
  return found;
}

/// Calls `seen(id of the second row)` for each row of "and", until that returns false; once with nothing without one.
void each_second(const Criterion& criterion, const View& view, auto seen) {
  if (!criterion.also) {
    seen(std::string_view{});
    return;
  }
  const auto& also = *criterion.also;
  const auto size = view.size(also.collection);
  for (std::size_t row = 0; row < size; ++row)
    if (in_scope(view, also.collection, row, also.scope) && matches(also.where, view, also.collection, row) &&
        !seen(id_of(view, also.collection, row)))
      return;
}

/// Where counting may end: one more than may be, or just enough.
double enough_of(const Criterion& criterion) {
  return criterion.at_most ? *criterion.at_most + 1 : criterion.least_each();
}

bool are_enough(const Criterion& criterion, double found) {
  return found >= criterion.least_each() && (!criterion.at_most || found <= *criterion.at_most);
}

bool row_has(const Criterion& criterion, const View& view, std::size_t row) {
  if (criterion.op == Criterion::Op::every) return matches(criterion.of, view, criterion.collection, row);
  const auto first = id_of(view, criterion.collection, row);
  bool all = true;
  each_second(criterion, view, [&](std::string_view second) {
    const bool named = !first.empty() && (!criterion.also || !second.empty());
    return all = named && are_enough(criterion, found_elsewhere(criterion, view, first, second, enough_of(criterion)));
  });
  return all;
}

/// What a row lacks elsewhere, or has too much of there.
void add_pairs(const Criterion& criterion, const View& view, std::size_t row, Unmet& unmet) {
  const auto first = id_of(view, criterion.collection, row);
  each_second(criterion, view, [&](std::string_view second) {
    const auto found = found_elsewhere(criterion, view, first, second, enough_of(criterion));
    if (are_enough(criterion, found)) return true;
    const bool too_many = criterion.at_most && found > *criterion.at_most;
    unmet.pairs.push_back({std::string(first), std::string(second), found, too_many});
    return true;
  });
}

/// What a row is called for people to find it: its id, else who made it, else its number from 1.
std::string name_of(const View& view, Collection rows, std::size_t row) {
  for (const auto field : {Field::id, Field::by, Field::goal, Field::from}) {
    const auto value = view.get(rows, row, field);
    if (const auto* text = std::get_if<std::string_view>(&value); text != nullptr && !text->empty())
      return std::string(*text);
  }
  return std::to_string(row + 1);
}

/// Calls `seen(row, whether it has what every row must have)` until that returns false.
void each_of_every(const Criterion& criterion, const View& view, auto seen) {
  const auto size = view.size(criterion.collection);
  for (std::size_t row = 0; row < size; ++row) {
    if (!in_scope(view, criterion.collection, row, criterion.scope)) continue;
    if (!matches(criterion.where, view, criterion.collection, row)) continue;
    if (!seen(row, row_has(criterion, view, row))) return;
  }
}

/// The rows of an "every" that have it, or that lack it.
void rows_that(const Criterion& criterion, const View& view, bool wanted, std::vector<RowRef>& out) {
  each_of_every(criterion, view, [&](std::size_t row, bool has) {
    if (has == wanted) out.push_back({criterion.collection, row});
    return true;
  });
}

bool between(double found, const Criterion& criterion, double whole) {
  return (!criterion.at_least || found >= *criterion.at_least * whole - kRoom) &&
         (!criterion.at_most || found <= *criterion.at_most * whole + kRoom);
}

void collect(const Criterion& criterion, const View& view, std::vector<Unmet>& out) {
  using Op = Criterion::Op;
  if (criterion.op == Op::all) {
    for (const auto& part : criterion.parts) collect(part, view, out);
    return;
  }
  if (holds(criterion, view)) return;
  Unmet unmet{&criterion, 0, {}};
  if (criterion.op == Op::count) {
    const auto all = static_cast<double>(view.size(criterion.collection)) + 1;
    unmet.found = counted(criterion, view, all);
  } else if (criterion.op == Op::share) {
    const auto part = part_of(criterion, view);
    unmet.found = part.some / part.whole;  // a share of nothing holds, so there is a whole here
  } else if (criterion.op == Op::median || criterion.op == Op::spread) {
    unmet.found = taken_together(criterion.op, numbers_of(criterion, view));  // of nothing it holds
  } else if (criterion.op == Op::every || criterion.op == Op::every_in) {
    each_of_every(criterion, view, [&](std::size_t row, bool has) {
      if (has) {
        ++unmet.found;
        return true;
      }
      unmet.lacking.push_back(name_of(view, criterion.collection, row));
      if (criterion.op == Op::every_in) add_pairs(criterion, view, row, unmet);
      return true;
    });
  }
  out.push_back(std::move(unmet));
}

void collect_proof(const Criterion& criterion, const View& view, std::vector<RowRef>& out) {
  using Op = Criterion::Op;
  const auto rows_of = [&](const Filter& filter, const Filter& also) {
    for (std::size_t row = 0; row < view.size(criterion.collection); ++row)
      if (in_scope(view, criterion.collection, row, criterion.scope) &&
          matches(filter, view, criterion.collection, row) && matches(also, view, criterion.collection, row))
        out.push_back({criterion.collection, row});
  };
  const bool met = holds(criterion, view);
  switch (criterion.op) {
    case Op::count: rows_of(criterion.where, {}); break;
    case Op::median:
    case Op::spread:
      rows_of(criterion.where,
              Filter{Condition{criterion.numbers->field, Condition::Op::present, {}, criterion.numbers->own}});
      break;
    case Op::share: rows_of(criterion.where, criterion.of); break;
    case Op::every: rows_that(criterion, view, met, out); break;
    case Op::every_in:
      if (!met) rows_that(criterion, view, false, out);
      else
        each_of_every(criterion, view, [&](std::size_t row, bool) {
          const auto first = id_of(view, criterion.collection, row);
          each_second(criterion, view, [&](std::string_view second) {
            for (std::size_t other = 0; !first.empty() && other < view.size(criterion.in); ++other)
              if (names(criterion, view, other, first, second)) out.push_back({criterion.in, other});
            return true;
          });
          return true;
        });
      break;
    case Op::present: break;
    case Op::all:
    case Op::any:
      // What decided: the parts that fail an "all", the parts that make an "any" hold; else every part.
      for (const auto& part : criterion.parts)
        if ((criterion.op == Op::all) == met || holds(part, view) == met) collect_proof(part, view, out);
      break;
    case Op::negation: collect_proof(criterion.parts.front(), view, out); break;
  }
}

}  // namespace

std::string Condition::name() const { return own.empty() ? std::string(key(field)) : std::string(kOwnField) + own; }

bool holds(const Criterion& criterion, const View& view) {
  using Op = Criterion::Op;
  switch (criterion.op) {
    case Op::count: {
      // One more than the most that is allowed, or just enough, settles it.
      const double enough = criterion.at_most ? *criterion.at_most + 1 : criterion.at_least.value_or(0);
      return between(counted(criterion, view, enough), criterion, 1);
    }
    case Op::share: {
      const auto part = part_of(criterion, view);
      return part.whole == 0 || between(part.some, criterion, part.whole);
    }
    case Op::median:
    case Op::spread: {
      const auto numbers = numbers_of(criterion, view);
      return numbers.empty() || between(taken_together(criterion.op, numbers), criterion, 1);
    }
    case Op::every:
    case Op::every_in: {
      bool all = true;
      each_of_every(criterion, view, [&](std::size_t, bool has) { return all = has; });
      return all;
    }
    case Op::present: return !view.fact(criterion.fact).empty();
    case Op::all: return std::ranges::all_of(criterion.parts, [&](const Criterion& part) { return holds(part, view); });
    case Op::any: return std::ranges::any_of(criterion.parts, [&](const Criterion& part) { return holds(part, view); });
    case Op::negation: return !holds(criterion.parts.front(), view);
  }
  return false;
}

bool holds_of_some(const Criterion& criterion, const View& view) {
  using Op = Criterion::Op;
  const auto again = [&](const Criterion& part) { return holds_of_some(part, view); };
  if (criterion.op == Op::all) return std::ranges::all_of(criterion.parts, again);
  if (criterion.op == Op::any) return std::ranges::any_of(criterion.parts, again);
  if (!holds(criterion, view)) return false;
  if (criterion.numbers) return !numbers_of(criterion, view).empty();
  return criterion.op != Op::share || part_of(criterion, view).whole > 0;
}

std::vector<Unmet> unmet(const Criterion& criterion, const View& view) {
  std::vector<Unmet> out;
  collect(criterion, view, out);
  return out;
}

std::vector<RowRef> proof(const Criterion& criterion, const View& view) {
  std::vector<RowRef> out;
  collect_proof(criterion, view, out);
  std::ranges::sort(out);
  const auto twice = std::ranges::unique(out);
  out.erase(twice.begin(), twice.end());
  return out;
}

}  // namespace casus::method
