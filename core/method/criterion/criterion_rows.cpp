// SPDX-License-Identifier: EUPL-1.2
#include "core/method/criterion/criterion_rows.hpp"

#include "core/base/record_field.hpp"

#include <algorithm>

namespace casus::method {
namespace {

/// Whether a list of ticked items holds this one; of what is no list, whether it is this.
bool is_among(std::string_view items, std::string_view word) {
  while (!items.empty()) {
    const auto end = std::min(items.find(kBetweenItems), items.size());
    if (items.substr(0, end) == word) return true;
    items.remove_prefix(std::min(end + 1, items.size()));
  }
  return false;
}

bool equals(const Literal& literal, const View& view, Collection rows, std::size_t row, const Asked& asked) {
  if (const auto* word = std::get_if<std::string>(&literal)) return holds_word(view, rows, row, asked, *word);
  const auto value = value_of(view, rows, row, asked);
  if (const auto* number = std::get_if<double>(&literal)) {
    const auto* found = std::get_if<double>(&value);
    return found != nullptr && *found == *number;
  }
  const auto* flag = std::get_if<bool>(&value);
  return flag != nullptr && *flag == std::get<bool>(literal);
}

/// Numbers with numbers, days with days (as text, which is in order); anything else is no match.
bool within_limit(const Value& value, const Literal& limit, bool least) {
  const auto fits = [&](const auto& found, const auto& wanted) { return least ? found >= wanted : found <= wanted; };
  if (const auto* number = std::get_if<double>(&limit)) {
    const auto* found = std::get_if<double>(&value);
    return found != nullptr && fits(*found, *number);
  }
  const auto* day = std::get_if<std::string>(&limit);
  const auto* found = std::get_if<std::string_view>(&value);
  return day != nullptr && found != nullptr && !found->empty() && fits(*found, std::string_view(*day));
}

bool fits(const Condition& condition, const View& view, Collection rows, std::size_t row) {
  using Op = Condition::Op;
  const Asked asked{condition.field, condition.own};
  const auto is_one = [&] {
    for (const auto& literal : condition.literals)
      if (equals(literal, view, rows, row, asked)) return true;
    return false;
  };
  switch (condition.op) {
    case Op::one_of: return is_one();
    case Op::not_one_of: return !is_one();
    case Op::present: return filled(value_of(view, rows, row, asked));
    case Op::absent: return !filled(value_of(view, rows, row, asked));
    case Op::at_least:
    case Op::at_most:
      return !condition.literals.empty() &&
             within_limit(value_of(view, rows, row, asked), condition.literals.front(), condition.op == Op::at_least);
  }
  return false;
}

}  // namespace

Value value_of(const View& view, Collection rows, std::size_t row, const Asked& asked) {
  if (asked.own.empty()) return view.get(rows, row, asked.field);
  return rows == Collection::records ? view.own(row, asked.own) : Value{};
}

bool holds_word(const View& view, Collection rows, std::size_t row, const Asked& asked, std::string_view word) {
  if (asked.own.empty()) return view.has(rows, row, asked.field, word);
  const auto value = value_of(view, rows, row, asked);
  const auto* text = std::get_if<std::string_view>(&value);
  return text != nullptr && (*text == word || is_among(*text, word));
}

bool filled(const Value& value) {
  if (const auto* text = std::get_if<std::string_view>(&value)) return !text->empty();
  return !std::holds_alternative<std::monostate>(value);
}

bool matches(const Filter& filter, const View& view, Collection rows, std::size_t row) {
  for (const auto& condition : filter)
    if (!fits(condition, view, rows, row)) return false;
  return true;
}

bool in_scope(const View& view, Collection rows, std::size_t row, Scope scope) {
  return scope == Scope::everything || view.within(rows, row, scope);
}

}  // namespace casus::method
