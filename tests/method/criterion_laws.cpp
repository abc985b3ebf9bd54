// SPDX-License-Identifier: EUPL-1.2
#include "core/method/criterion.hpp"
#include "tests/method/files.hpp"
#include "tests/method/made_up_view.hpp"
#include "tests/support/catch.hpp"

#include <rapidcheck.h>
#include <nlohmann/json.hpp>

namespace casus::method {
namespace {

using Op = Criterion::Op;

Literal any_literal(Collection rows, Field field) {
  const auto known = words_of(rows, field);
  switch (type_of(rows, field)) {
    case FieldType::number: return static_cast<double>(*rc::gen::inRange(0, 4));
    case FieldType::flag: return *rc::gen::arbitrary<bool>();
    case FieldType::day: return std::string("2026-03-0") + static_cast<char>('1' + *rc::gen::inRange(0, 4));
    case FieldType::word: break;
  }
  if (!known.empty()) return std::string(*rc::gen::elementOf(known));
  return *rc::gen::element<std::string>("p1", "p2", "p3", "question");
}

Condition any_condition(Collection rows, Field field) {
  const bool ordered = type_of(rows, field) == FieldType::number || type_of(rows, field) == FieldType::day;
  Condition out{field, static_cast<Condition::Op>(*rc::gen::inRange(0, 6)), {}};
  if (!ordered && (out.op == Condition::Op::at_least || out.op == Condition::Op::at_most))
    out.op = Condition::Op::one_of;
  if (out.op == Condition::Op::present || out.op == Condition::Op::absent) return out;
  const bool single = out.op == Condition::Op::at_least || out.op == Condition::Op::at_most;
  for (int left = single ? 1 : *rc::gen::inRange(1, 4); left > 0; --left)
    out.literals.push_back(any_literal(rows, field));
  return out;
}

/// In the order of the keys, as a file gives them.
Filter any_filter(Collection rows, bool empty_too) {
  std::map<std::string_view, Field> chosen;
  for (int left = *rc::gen::inRange(empty_too ? 0 : 1, 3); left > 0; --left) {
    const auto field = *rc::gen::elementOf(fields_of(rows));
    chosen.emplace(key(field), field);
  }
  Filter out;
  for (const auto& [word, field] : chosen) out.push_back(any_condition(rows, field));
  return out;
}

Criterion any_criterion(int depth) {
  // Rows that the made-up cases have: a law over empty collections says little.
  const std::vector<Collection> filled{Collection::participants, Collection::contributions, Collection::scores,
                                       Collection::actions};
  Criterion out{.op = static_cast<Op>(*rc::gen::inRange(0, depth > 1 ? 10 : 7))};
  if (out.op == Op::present) {
    out.fact = *rc::gen::element(Fact::question, Fact::chair, Fact::basis);
    return out;
  }
  if (out.op == Op::all || out.op == Op::any || out.op == Op::negation) {
    for (int left = out.op == Op::negation ? 1 : *rc::gen::inRange(1, 4); left > 0; --left)
      out.parts.push_back(any_criterion(depth - 1));
    return out;
  }
  out.collection = *rc::gen::elementOf(filled);
  out.scope = static_cast<Scope>(*rc::gen::inRange(0, 4));
  out.where = any_filter(out.collection, out.op != Op::share);
  if (out.op == Op::share) out.of = any_filter(out.collection, true);
  if (out.op == Op::every) out.of = any_filter(out.collection, false);
  if (out.op == Op::every_in) {
    out.in = *rc::gen::elementOf(filled);
    out.on = *rc::gen::elementOf(fields_of(out.in));
    out.of = any_filter(out.in, true);
    out.in_scope = static_cast<Scope>(*rc::gen::inRange(0, 4));
    out.at_least = *rc::gen::inRange(0, 3);
    if (*rc::gen::arbitrary<bool>()) out.at_most = *out.at_least + *rc::gen::inRange(0, 3);
    if (*rc::gen::arbitrary<bool>()) {
      auto& also = out.also.emplace();
      also.collection = *rc::gen::elementOf(filled);
      also.on = *rc::gen::elementOf(fields_of(out.in));
      also.where = any_filter(also.collection, true);
      also.scope = static_cast<Scope>(*rc::gen::inRange(0, 4));
    }
  }
  if (out.op == Op::median || out.op == Op::spread) {
    out.collection = Collection::scores;
    out.where = any_filter(out.collection, true);
    out.numbers = Criterion::FieldOfRows{*rc::gen::element(Field::value, Field::good_enough, Field::time), {}};
    out.at_least = *rc::gen::inRange(0, 4);
    if (*rc::gen::arbitrary<bool>()) out.at_most = *out.at_least + *rc::gen::inRange(0, 3);
  }
  if (out.op == Op::count) out.at_least = *rc::gen::inRange(0, 4);
  if (out.op == Op::count && *rc::gen::arbitrary<bool>()) {
    const auto field = *rc::gen::elementOf(fields_of(out.collection));
    if (field != Field::role) out.different = Criterion::FieldOfRows{field, {}};
  }
  if (out.op == Op::share) out.at_least = *rc::gen::inRange(0, 5) / 4.0;
  if ((out.op == Op::count || out.op == Op::share) && *rc::gen::arbitrary<bool>())
    out.at_most = *out.at_least + (out.op == Op::count ? *rc::gen::inRange(0, 3) : (1 - *out.at_least) / 2);
  return out;
}

MadeUpView any_view() {
  MadeUpView view;
  for (const auto rows : {Collection::participants, Collection::contributions, Collection::scores, Collection::actions})
    for (int left = *rc::gen::inRange(0, 5); left > 0; --left) {
      std::map<Field, MadeUpView::Cell> cells;
      for (const auto field : fields_of(rows)) {
        if (*rc::gen::inRange(0, 3) == 0) continue;
        std::visit([&](auto value) { cells.emplace(field, std::move(value)); }, any_literal(rows, field));
      }
      view.add(rows, std::move(cells), static_cast<Scope>(*rc::gen::inRange(0, 4)));
    }
  if (*rc::gen::arbitrary<bool>()) view.facts[Fact::question] = "Hoe nu verder?";
  if (*rc::gen::arbitrary<bool>()) view.facts[Fact::chair] = "p2";
  return view;
}

Criterion negation_of(const Criterion& inner) {
  Criterion out{.op = Op::negation};
  out.parts.push_back(inner);
  return out;
}

Criterion group(Op op, std::vector<Criterion> parts) { return Criterion{.op = op, .parts = std::move(parts)}; }

void check_law(const char* name, auto law) {
  INFO(name);
  CHECK(rc::check(name, law));
}

TEST_CASE("the logic of criteria is the logic of people", "[method]") {
  check_law("not (not c) is c", [] {
    const auto view = any_view();
    const auto c = any_criterion(3);
    RC_ASSERT(holds(negation_of(negation_of(c)), view) == holds(c, view));
    RC_ASSERT(holds(negation_of(c), view) != holds(c, view));
  });
  check_law("not (a and b) is (not a) or (not b)", [] {
    const auto view = any_view();
    const auto a = any_criterion(2);
    const auto b = any_criterion(2);
    RC_ASSERT(holds(negation_of(group(Op::all, {a, b})), view) ==
              holds(group(Op::any, {negation_of(a), negation_of(b)}), view));
    RC_ASSERT(holds(negation_of(group(Op::any, {a, b})), view) ==
              holds(group(Op::all, {negation_of(a), negation_of(b)}), view));
  });
}

TEST_CASE("nothing is unmet exactly when the criterion holds", "[method]") {
  check_law("unmet is empty iff holds", [] {
    const auto view = any_view();
    const auto c = any_criterion(4);
    RC_CLASSIFY(holds(c, view), "holds");
    RC_ASSERT(unmet(c, view).empty() == holds(c, view));
  });
}

TEST_CASE("every row has it exactly when no row lacks it", "[method]") {
  check_law("every is a count of none without", [] {
    const auto view = any_view();
    Criterion every;
    every.op = Op::every;
    every.collection = *rc::gen::element(Collection::participants, Collection::contributions, Collection::actions);
    every.scope = static_cast<Scope>(*rc::gen::inRange(0, 4));
    every.where = any_filter(every.collection, true);
    // Not for limits: an empty field is on neither side of one.
    const auto field = *rc::gen::elementOf(fields_of(every.collection));
    using Opposites = std::pair<Condition::Op, Condition::Op>;
    const auto [op, opposite] = *rc::gen::element(Opposites{Condition::Op::one_of, Condition::Op::not_one_of},
                                                  Opposites{Condition::Op::not_one_of, Condition::Op::one_of},
                                                  Opposites{Condition::Op::present, Condition::Op::absent});
    Condition wanted{field, op, {}};
    if (op != Condition::Op::present) wanted.literals.push_back(any_literal(every.collection, field));
    every.of = {wanted};
    auto lacking = every.where;
    wanted.op = opposite;
    lacking.push_back(wanted);
    Criterion none{
        .op = Op::count, .collection = every.collection, .scope = every.scope, .where = lacking, .at_most = 0};
    RC_ASSERT(holds(every, view) == holds(none, view));
  });
}

TEST_CASE("a criterion written and read again is the same criterion", "[method]") {
  check_law("from(to_json(c)) is c", [] {
    const auto c = any_criterion(4);
    Problems problems;
    const auto again = criterion_from(to_json(c), "", problems);
    // An id is what rows elsewhere name; collections without one cannot stand in "every ... has in".
    RC_ASSERT(lines_of(problems).empty());
    RC_ASSERT(again == c);
  });
}

}  // namespace
}  // namespace casus::method
