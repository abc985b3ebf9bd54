// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/json_fields.hpp"
#include "core/method/criterion.hpp"

/// Where the conditions of a criterion stand in its file.
namespace casus::method {

using fields::child;

std::string literal_place(const Condition& condition, const std::string& place, std::size_t literal) {
  using Op = Condition::Op;
  const char* const under = condition.op == Op::not_one_of ? "/not"
                            : condition.op == Op::at_least ? "/at_least"
                            : condition.op == Op::at_most  ? "/at_most"
                                                           : "";
  // A list of one is as good as the value alone, and is not told from it.
  return place + under + (condition.literals.size() > 1 ? '/' + std::to_string(literal) : "");
}

void each_condition(const Criterion& in, const std::string& pointer, const ConditionSeen& seen) {
  using Op = Criterion::Op;
  const auto filter = [&](const Filter& conditions, Collection rows, const std::string& place) {
    for (const auto& condition : conditions) seen(in, rows, condition, child(place, condition.name()));
  };
  filter(in.where, in.collection, pointer + "/where");
  if (in.op == Op::share) filter(in.of, in.collection, pointer + "/of");
  if (in.op == Op::every) filter(in.of, in.collection, pointer + "/has");
  if (in.op == Op::every_in) filter(in.of, in.in, pointer + "/has/where");
  if (in.also) filter(in.also->where, in.also->collection, pointer + "/has/and/where");
  for (std::size_t i = 0; i < in.parts.size(); ++i) {
    if (in.op == Op::negation) each_condition(in.parts[i], pointer + "/not", seen);
    else each_condition(in.parts[i], pointer + (in.op == Op::all ? "/all/" : "/any/") + std::to_string(i), seen);
  }
}

}  // namespace casus::method
