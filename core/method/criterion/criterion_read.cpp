// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/json_fields.hpp"
#include "core/base/text.hpp"
#include "core/method/criterion/criterion_filter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace casus::method {
namespace {

using fields::child;
using fields::ObjectReader;
using nlohmann::json;

constexpr double kMostRows = 1000000;  ///< more of anything is a slip of the hand
constexpr std::array<std::string_view, 9> kOperators{"count",   "share", "median", "spread", "every",
                                                     "present", "all",   "any",    "not"};
/// What stands beside an operator.
constexpr std::array<std::string_view, 8> kPartsOfOne{"at_least", "at_most", "different", "field",
                                                      "has",      "of",      "scope",     "where"};

/// Reads one criterion tree; knows the vocabulary, nothing of a method.
class Reader {
 public:
  explicit Reader(Problems& problems) : problems_(problems), filters_(problems) {}

  Criterion criterion(const json& in, const std::string& pointer, int depth) {
    Criterion out;
    if (!in.is_object()) {
      fields::wrong(in, tell("wrong.object"), pointer, problems_);
      return out;
    }
    if (depth > kCriterionDepth) {
      problem(pointer, tell("wrong.criterion_deep", {{"most", kCriterionDepth}}));
      return out;
    }
    const auto op = operator_of(in, pointer);
    if (op.empty()) return out;
    if (op == "count") count(in, pointer, out);
    else if (op == "share") share(in, pointer, out);
    else if (op == "median") numbers(op, Criterion::Op::median, in, pointer, out);
    else if (op == "spread") numbers(op, Criterion::Op::spread, in, pointer, out);
    else if (op == "every") every(in, pointer, out);
    else if (op == "present") present(in, pointer, out);
    else parts(op, in, pointer, depth, out);
    return out;
  }

 private:
  void problem(const std::string& pointer, Telling message) { problems_.push_back({pointer, std::move(message)}); }

  std::string_view operator_of(const json& in, const std::string& pointer) {
    std::vector<std::string_view> found;
    for (const auto op : kOperators)
      if (in.contains(op)) found.push_back(op);
    const std::vector<std::string_view> known(kOperators.begin(), kOperators.end());
    if (found.size() == 1) return found.front();
    Telling got;
    if (!found.empty()) {
      got = tell("wrong.got_words", {{"got", joined(found)}});
    } else if (!in.empty()) {
      // Of several keys, the one that looks like an operator was meant as one; else the one that is no part of any.
      const auto is_part = [](const std::string& word) {
        return std::ranges::find(kPartsOfOne, word) != kPartsOfOne.end();
      };
      auto name = in.begin().key();
      for (const auto& [word, value] : in.items())
        if (is_part(name) && !is_part(word)) name = word;
      for (const auto& [word, value] : in.items())
        if (!is_part(word) && !nearest(word, known).empty()) name = word;
      got = tell("wrong.got_instead", {{"got", name}, {"near", fields::near(name, known)}});
    }
    problem(pointer, tell("wrong.one_operator", {{"known", joined(known)}, {"got", std::move(got)}}));
    return {};
  }

  /// A collection that is wrong is told once; its fields are then not judged.
  std::optional<Collection> collection(ObjectReader& reader, std::string_view name, Collection& out) {
    const auto before = problems_.size();
    reader.required(name, out);
    return problems_.size() == before ? std::optional(out) : std::nullopt;
  }

  /// Which rows are asked about: all of a list, those of a scope, those that a filter lets through.
  std::optional<Collection> rows_asked(std::string_view name, const json& in, const std::string& pointer,
                                       ObjectReader& reader, Criterion& out, bool required) {
    const auto rows = collection(reader, name, out.collection);
    reader.optional("scope", out.scope);
    out.where = filters_.filter("where", rows, in, pointer, reader, required);
    return rows;
  }

  void count(const json& in, const std::string& pointer, Criterion& out) {
    out.op = Criterion::Op::count;
    ObjectReader reader(in, pointer, problems_);
    const auto rows = rows_asked("count", in, pointer, reader, out, false);
    if (in.contains("different")) {
      auto& different = out.different.emplace();
      filters_.field_named("different", rows, in, pointer, reader, different.field, different.own);
      // Of a role somebody has several at once, and no row holds which of them counts.
      if (different.own.empty() && different.field == Field::role && in.at("different") == key(Field::role))
        problem(pointer + "/different", tell("wrong.different_role"));
    }
    bounds(in, pointer, reader, out, std::nullopt);
    reader.finish();
  }

  void share(const json& in, const std::string& pointer, Criterion& out) {
    out.op = Criterion::Op::share;
    ObjectReader reader(in, pointer, problems_);
    const auto rows = rows_asked("share", in, pointer, reader, out, true);
    out.of = filters_.filter("of", rows, in, pointer, reader, false);
    bounds(in, pointer, reader, out, 1.0);
    reader.finish();
  }

  /// What the numbers of a field come to together.
  void numbers(std::string_view name, Criterion::Op op, const json& in, const std::string& pointer, Criterion& out) {
    out.op = op;
    ObjectReader reader(in, pointer, problems_);
    const auto rows = rows_asked(name, in, pointer, reader, out, false);
    auto& field = out.numbers.emplace();
    const auto before = problems_.size();
    filters_.field_named("field", rows, in, pointer, reader, field.field, field.own);
    // Of a declared field the method says what it holds.
    if (rows && problems_.size() == before && field.own.empty() && type_of(*rows, field.field) != FieldType::number)
      problem(pointer + "/field", tell("wrong.field_no_number", {{"field", key(field.field)}}));
    reader.optional("at_least", out.at_least);
    reader.optional("at_most", out.at_most);
    if (!in.contains("at_least") && !in.contains("at_most")) problem(pointer, tell("wrong.no_bound"));
    for (const auto& [limit, place] : {std::pair(out.at_least, "/at_least"), std::pair(out.at_most, "/at_most")})
      if (op == Criterion::Op::spread && limit && *limit < 0)
        problem(pointer + place, tell("wrong.negative", {{"got", number(*limit)}}));
    in_order(pointer, out);
    reader.finish();
  }

  void every(const json& in, const std::string& pointer, Criterion& out) {
    out.op = Criterion::Op::every;
    ObjectReader reader(in, pointer, problems_);
    const auto rows = rows_asked("every", in, pointer, reader, out, false);
    const auto has = in.find("has");
    if (has != in.end() && has->is_object() && has->contains("in")) {
      reader.allow("has");
      every_in(*has, pointer, rows, out);
    } else {
      out.of = filters_.filter("has", rows, in, pointer, reader, true);
    }
    reader.finish();
  }

  void every_in(const json& has, const std::string& outer, std::optional<Collection> rows, Criterion& out) {
    out.op = Criterion::Op::every_in;
    const auto pointer = outer + "/has";
    has_ids(rows, outer + "/every");
    ObjectReader reader(has, pointer, problems_);
    const auto others = collection(reader, "in", out.in);
    filters_.field_named("on", others, has, pointer, reader, out.on, out.on_own);
    reader.optional("scope", out.in_scope);
    out.of = filters_.filter("where", others, has, pointer, reader, false);
    limits(pointer, reader, out, std::nullopt);
    if (!out.at_least && !out.at_most) out.at_least = 1;
    if (const auto also = has.find("and"); also != has.end()) {
      reader.allow("and");
      second(*also, pointer + "/and", others, out.also.emplace());
    }
    reader.finish();
  }

  /// The second list that the rows of `others` name too.
  void second(const json& in, const std::string& pointer, std::optional<Collection> others, Criterion::Also& out) {
    if (!in.is_object()) return fields::wrong(in, tell("wrong.object"), pointer, problems_);
    ObjectReader reader(in, pointer, problems_);
    const auto rows = collection(reader, "every", out.collection);
    has_ids(rows, pointer + "/every");
    filters_.field_named("on", others, in, pointer, reader, out.on, out.on_own);
    reader.optional("scope", out.scope);
    out.where = filters_.filter("where", rows, in, pointer, reader, false);
    reader.finish();
  }

  /// Rows elsewhere name a row by its id.
  void has_ids(std::optional<Collection> rows, const std::string& pointer) {
    if (rows && std::ranges::find(fields_of(*rows), Field::id) == fields_of(*rows).end())
      problem(pointer, tell("wrong.no_id_rows", {{"rows", key(*rows)}}));
  }

  void present(const json& in, const std::string& pointer, Criterion& out) {
    out.op = Criterion::Op::present;
    ObjectReader reader(in, pointer, problems_);
    reader.required("present", out.fact);
    reader.finish();
  }

  void parts(std::string_view op, const json& in, const std::string& pointer, int depth, Criterion& out) {
    ObjectReader reader(in, pointer, problems_);
    reader.allow(op);
    reader.finish();
    const auto& body = in.at(op);
    const auto below = child(pointer, op);
    if (op == "not") {
      out.op = Criterion::Op::negation;
      out.parts.push_back(criterion(body, below, depth + 1));
      return;
    }
    out.op = op == "all" ? Criterion::Op::all : Criterion::Op::any;
    if (!body.is_array() || body.empty()) return fields::wrong(body, tell("wrong.list_of_criteria"), below, problems_);
    for (std::size_t i = 0; i < body.size(); ++i)
      out.parts.push_back(criterion(body[i], below + '/' + std::to_string(i), depth + 1));
  }

  /// One limit: a whole number of rows, or a part of them from 0 to `most`.
  void bound(const std::optional<double>& value, const std::string& pointer, std::optional<double> most) {
    if (!value) return;
    if (most && (*value < 0 || *value > *most)) problem(pointer, tell("wrong.share", {{"got", number(*value)}}));
    if (!most && *value > kMostRows)
      return problem(pointer, tell("wrong.count_high", {{"most", number(kMostRows)}, {"got", number(*value)}}));
    if (!most && (*value < 0 || std::floor(*value) != *value))
      problem(pointer, tell("wrong.whole_from", {{"got", number(*value)}}));
  }

  void bounds(const json& in, const std::string& pointer, ObjectReader& reader, Criterion& out,
              std::optional<double> most) {
    if (!in.contains("at_least") && !in.contains("at_most")) problem(pointer, tell("wrong.no_bound"));
    limits(pointer, reader, out, most);
  }

  void limits(const std::string& pointer, ObjectReader& reader, Criterion& out, std::optional<double> most) {
    reader.optional("at_least", out.at_least);
    reader.optional("at_most", out.at_most);
    bound(out.at_least, pointer + "/at_least", most);
    bound(out.at_most, pointer + "/at_most", most);
    in_order(pointer, out);
  }

  void in_order(const std::string& pointer, const Criterion& out) {
    if (out.at_least && out.at_most && *out.at_least > *out.at_most)
      problem(pointer, tell("wrong.least_most", {{"least", number(*out.at_least)}, {"most", number(*out.at_most)}}));
  }

  static std::string number(double value) { return fmt::format("{}", value); }

  Problems& problems_;
  FilterReader filters_;
};

}  // namespace

Criterion criterion_from(const json& in, const std::string& pointer, Problems& problems) {
  return Reader(problems).criterion(in, pointer, 1);
}

void read(const json& in, Criterion& out, const std::string& pointer, Problems& problems) {
  out = criterion_from(in, pointer, problems);
}

}  // namespace casus::method
