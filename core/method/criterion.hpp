// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/problem.hpp"
#include "core/method/view.hpp"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace casus::method {

/// A literal in a filter: a word, a number, or true/false.
using Literal = std::variant<std::string, double, bool>;

/// One condition on a field of a row. In JSON: "kind": "question", "kind": ["question", "follow_up"],
/// "value": {"at_least": 7}, "who": {"present": true}, "rung": {"not": "customised"}; of a field that a method declares
/// for its records "own.severity": {"at_least": 7}.
struct Condition {
  enum class Op { one_of, not_one_of, at_least, at_most, present, absent };

  Field field{};
  Op op = Op::one_of;  ///< an empty field is not one of anything, so not_one_of holds for it
  std::vector<Literal> literals;
  std::string own{};  ///< the declared field of a record; then `field` says nothing

  /// As it is written in a filter: "kind", "own.severity".
  std::string name() const;

  bool operator==(const Condition&) const = default;
};

using Filter = std::vector<Condition>;

/// A condition on the case, as data. In JSON one of:
///
///     {"count": COLLECTION, "different": FIELD, "where": FILTER, "scope": SCOPE, "at_least": N, "at_most": N}
///     {"share": COLLECTION, "where": FILTER, "of": FILTER, "scope": SCOPE, "at_least": 0..1, "at_most": 0..1}
///     {"median": COLLECTION, "field": FIELD, "where": FILTER, "scope": SCOPE, "at_least": N, "at_most": N}
///     {"spread": COLLECTION, "field": FIELD, "where": FILTER, "scope": SCOPE, "at_least": N, "at_most": N}
///     {"every": COLLECTION, "where": FILTER, "scope": SCOPE, "has": FILTER}
///     {"every": COLLECTION, "where": FILTER, "scope": SCOPE,
///      "has": {"in": COLLECTION, "on": FIELD, "where": FILTER, "scope": SCOPE, "at_least": N, "at_most": N,
///              "and": {"every": COLLECTION, "on": FIELD, "where": FILTER, "scope": SCOPE}}}
///     {"present": FACT}
///     {"all": [CRITERION...]}   {"any": [CRITERION...]}   {"not": CRITERION}
///
/// An "every" over nothing holds, a "share", a "median" and a "spread" of nothing hold. "scope" is "case" when left
/// out. Of other rows one is asked for each when neither limit is given. With "different" the values of that field are
/// counted, each once, and not the rows; with "and" it is asked of each row of "every" with each row of the second
/// "every": each person about each thing. Over no pairs it holds.
struct Criterion {
  /// The second "every": its rows, and the field of the other rows that holds the id of one.
  struct Also {
    Collection collection{};
    Scope scope = Scope::everything;
    Filter where;
    Field on{};
    std::string on_own{};

    bool operator==(const Also&) const = default;
  };
  /// A field whose values are looked at together; a declared one of records by its name.
  struct FieldOfRows {
    Field field{};
    std::string own{};

    bool operator==(const FieldOfRows&) const = default;
  };

  enum class Op { count, share, median, spread, every, every_in, present, all, any, negation };

  Op op = Op::all;
  Collection collection{};
  Scope scope = Scope::everything;
  Filter where;
  Filter of;             ///< share: the whole; every: what each row must have; every_in: `where` of the other rows
  Collection in{};       ///< every_in: the other collection ...
  Field on{};            ///< ... whose field `on` holds the id of the row
  std::string on_own{};  ///< or its declared field
  Scope in_scope = Scope::everything;
  std::optional<double> at_least;
  std::optional<double> at_most;
  Fact fact{};
  std::vector<Criterion> parts;
  std::optional<FieldOfRows> different{};  ///< count: the values of which each is counted once
  std::optional<FieldOfRows> numbers{};    ///< median, spread: the field that holds the numbers
  std::optional<Also> also{};              ///< every_in

  /// every_in: how many other rows each row must have.
  double least_each() const { return at_least.value_or(at_most ? 0 : 1); }

  bool operator==(const Criterion&) const = default;
};

/// Deeper is a mistake or an attack: nobody can read it.
inline constexpr int kCriterionDepth = 8;

/// Reads a criterion; every problem is added with its JSON pointer, and the result is then not to be used.
Criterion criterion_from(const nlohmann::json& in, const std::string& pointer, Problems& problems);

/// The same, in the form by which the field reader (core/base/json/json_fields.hpp) finds it.
void read(const nlohmann::json& in, Criterion& out, const std::string& pointer, Problems& problems);

nlohmann::json to_json(const Criterion& criterion);

/// Calls `seen` for every condition of every filter, with the collection it is about, the criterion that it stands in
/// and its JSON pointer. For checks that need more than the vocabulary: own kinds of a method, ids of its steps.
using ConditionSeen = std::function<void(const Criterion&, Collection, const Condition&, const std::string& pointer)>;
void each_condition(const Criterion& criterion, const std::string& pointer, const ConditionSeen& seen);

/// Where one of the values of a condition stands, given the place of the condition: ".../kind/1", ".../value/at_least".
std::string literal_place(const Condition& condition, const std::string& place, std::size_t literal);

/// Whether the criterion holds for what the view shows. Pure, no allocation on the usual path, linear in the rows.
bool holds(const Criterion& criterion, const View& view);

/// The same, where a share, a median and a spread of nothing do not hold: nobody agreed yet that it is enough. An
/// "every" over nothing does.
bool holds_of_some(const Criterion& criterion, const View& view);

/// The parts that keep a criterion from holding: the leaves of "all", the whole of "any" and "not", and for "every"
/// the ids of the rows that lack something. Empty when it holds.
struct Unmet {
  const Criterion* criterion = nullptr;
  double found = 0;                  ///< count, share, median, spread, or rows that satisfy
  std::vector<std::string> lacking;  ///< every, every_in: ids of the rows that do not
  /// One row elsewhere that there should be, or should not: of which row, and with "and" of which of the second.
  struct Pair {
    std::string first, second;
    double found = 0;
    bool too_many = false;
  };
  std::vector<Pair> pairs{};  ///< every_in: what each of them lacks, or has too much of
};
std::vector<Unmet> unmet(const Criterion& criterion, const View& view);

/// One row of a view.
struct RowRef {
  Collection rows{};
  std::size_t row = 0;

  auto operator<=>(const RowRef&) const = default;
};

/// The rows that show why a criterion holds, or why it does not, each once and oldest first within a collection:
/// of a count, a share, a median or a spread the rows that were counted; of an "every" the rows that lack something, or
/// when it holds the rows that have it and, for another collection, what they have there. A fact has no rows.
std::vector<RowRef> proof(const Criterion& criterion, const View& view);

}  // namespace casus::method
