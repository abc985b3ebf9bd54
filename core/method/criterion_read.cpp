// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/json_fields.hpp"
#include "core/base/record_field.hpp"
#include "core/base/text.hpp"
#include "core/method/criterion.hpp"

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
constexpr std::array<std::string_view, 7> kOperators{"count", "share", "every", "present", "all", "any", "not"};
/// What stands beside an operator.
constexpr std::array<std::string_view, 7> kPartsOfOne{"at_least", "at_most", "different", "has",
                                                      "of",       "scope",   "where"};
const std::vector<std::string_view> kComparisons{"at_least", "at_most", "not", "present"};

std::vector<std::string_view> keys_of_fields(Collection collection) {
  std::vector<std::string_view> keys;
  for (const auto field : fields_of(collection)) keys.push_back(key(field));
  return keys;
}

/// Reads one criterion tree; knows the vocabulary, nothing of a method.
class Reader {
 public:
  explicit Reader(Problems& problems) : problems_(problems) {}

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

  void count(const json& in, const std::string& pointer, Criterion& out) {
    out.op = Criterion::Op::count;
    ObjectReader reader(in, pointer, problems_);
    const auto rows = collection(reader, "count", out.collection);
    reader.optional("scope", out.scope);
    out.where = filter("where", rows, in, pointer, reader, false);
    if (in.contains("different")) {
      auto& different = out.different.emplace();
      field_named("different", rows, in, pointer, reader, different.field, different.own);
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
    const auto rows = collection(reader, "share", out.collection);
    reader.optional("scope", out.scope);
    out.where = filter("where", rows, in, pointer, reader, true);
    out.of = filter("of", rows, in, pointer, reader, false);
    bounds(in, pointer, reader, out, 1.0);
    reader.finish();
  }

  void every(const json& in, const std::string& pointer, Criterion& out) {
    out.op = Criterion::Op::every;
    ObjectReader reader(in, pointer, problems_);
    const auto rows = collection(reader, "every", out.collection);
    reader.optional("scope", out.scope);
    out.where = filter("where", rows, in, pointer, reader, false);
    const auto has = in.find("has");
    if (has != in.end() && has->is_object() && has->contains("in")) {
      reader.allow("has");
      every_in(*has, pointer, rows, out);
    } else {
      out.of = filter("has", rows, in, pointer, reader, true);
    }
    reader.finish();
  }

  void every_in(const json& has, const std::string& outer, std::optional<Collection> rows, Criterion& out) {
    out.op = Criterion::Op::every_in;
    const auto pointer = outer + "/has";
    has_ids(rows, outer + "/every");
    ObjectReader reader(has, pointer, problems_);
    const auto others = collection(reader, "in", out.in);
    field_named("on", others, has, pointer, reader, out.on, out.on_own);
    reader.optional("scope", out.in_scope);
    out.of = filter("where", others, has, pointer, reader, false);
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
    field_named("on", others, in, pointer, reader, out.on, out.on_own);
    reader.optional("scope", out.scope);
    out.where = filter("where", rows, in, pointer, reader, false);
    reader.finish();
  }

  /// Rows elsewhere name a row by its id.
  void has_ids(std::optional<Collection> rows, const std::string& pointer) {
    if (rows && std::ranges::find(fields_of(*rows), Field::id) == fields_of(*rows).end())
      problem(pointer, tell("wrong.no_id_rows", {{"rows", key(*rows)}}));
  }

  /// The name of a field of these rows, declared ones too.
  void field_named(std::string_view name, std::optional<Collection> rows, const json& in, const std::string& pointer,
                   ObjectReader& reader, Field& field, std::string& own) {
    if (const auto declared = own_field(rows, in.value(name, json()))) {
      reader.allow(name);
      own = *declared;
      return;
    }
    const auto typed = in.find(name);
    // Of which rows it must be is known: a list of every field that there is would help nobody.
    if (rows && typed != in.end() && typed->is_string() && !from_key<Field>(typed->get_ref<const std::string&>())) {
      reader.allow(name);
      return unknown_field(*rows, typed->get_ref<const std::string&>(), child(pointer, name));
    }
    const auto before = problems_.size();
    reader.required(name, field);
    if (rows && problems_.size() == before) belongs(*rows, field, child(pointer, name));
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
    if (out.at_least && out.at_most && *out.at_least > *out.at_most)
      problem(pointer, tell("wrong.least_most", {{"least", number(*out.at_least)}, {"most", number(*out.at_most)}}));
  }

  static std::string number(double value) { return fmt::format("{}", value); }

  Filter filter(std::string_view name, std::optional<Collection> rows, const json& in, const std::string& outer,
                ObjectReader& reader, bool required) {
    reader.allow(name);
    Filter out;
    const auto found = in.find(name);
    if (found == in.end()) {
      if (required) problem(outer, fields::missing(name));
      return out;
    }
    const auto pointer = child(outer, name);
    if (!found->is_object()) {
      fields::wrong(*found, tell("wrong.object"), pointer, problems_);
      return out;
    }
    if (required && found->empty()) problem(pointer, tell("wrong.one_field"));
    if (!rows) return out;
    for (const auto& [word, condition] : found->items()) {
      const auto place = child(pointer, word);
      if (const auto own = own_field(rows, word)) {
        const auto first = out.size();
        conditions(*rows, Field::id, condition, place, out, true);
        for (auto added = first; added < out.size(); ++added) out[added].own = *own;
        continue;
      }
      const auto field = from_key<Field>(word);
      const auto& known = fields_of(*rows);
      if (field && std::ranges::find(known, *field) != known.end()) conditions(*rows, *field, condition, place, out);
      else unknown_field(*rows, word, place);
    }
    return out;
  }

  /// The name of a declared field: only records have them, and only the method knows which.
  static std::optional<std::string> own_field(std::optional<Collection> rows, const json& typed) {
    if (rows != Collection::records || !typed.is_string()) return std::nullopt;
    const auto& name = typed.get_ref<const std::string&>();
    if (!name.starts_with(kOwnField) || !is_id(name.substr(kOwnField.size()))) return std::nullopt;
    return name.substr(kOwnField.size());
  }

  void belongs(Collection rows, Field field, const std::string& pointer) {
    const auto& known = fields_of(rows);
    if (std::ranges::find(known, field) == known.end()) unknown_field(rows, key(field), pointer);
  }

  void unknown_field(Collection rows, std::string_view word, const std::string& pointer) {
    const auto known = keys_of_fields(rows);
    auto near = fields::near(word, known);
    if (near == Telling()) near = tell("wrong.expected_fields", {{"known", joined(known)}});
    problem(pointer, tell("wrong.no_field", {{"rows", key(rows)}, {"field", word}, {"near", std::move(near)}}));
  }

  void conditions(Collection rows, Field field, const json& in, const std::string& pointer, Filter& out,
                  bool own = false) {
    using Op = Condition::Op;
    own_ = own;
    if (!in.is_object()) {
      out.push_back({field, Op::one_of, literals(rows, field, in, pointer)});
      return;
    }
    if (in.empty()) fields::wrong(in, tell("wrong.one_of", {{"known", joined(kComparisons)}}), pointer, problems_);
    for (const auto& [word, value] : in.items()) {
      const auto place = child(pointer, word);
      if (word == "not") {
        out.push_back({field, Op::not_one_of, literals(rows, field, value, place)});
      } else if (word == "present") {
        bool there = true;
        fields::read(value, there, place, problems_);
        out.push_back({field, there ? Op::present : Op::absent, {}});
      } else if (word == "at_least" || word == "at_most") {
        out.push_back({field, word == "at_least" ? Op::at_least : Op::at_most, limit(rows, field, value, place)});
      } else {
        problem(place, tell("wrong.comparison", {{"got", word}, {"near", fields::near(word, kComparisons)}}));
      }
    }
    if ((in.contains("not") || in.contains("present")) && in.size() > 1) problem(pointer, tell("wrong.alone"));
  }

  std::vector<Literal> literals(Collection rows, Field field, const json& in, const std::string& pointer) {
    std::vector<Literal> out;
    if (!in.is_array()) {
      literal(rows, field, in, pointer, out);
      return out;
    }
    if (in.empty()) problem(pointer, tell("wrong.one_value"));
    for (std::size_t i = 0; i < in.size(); ++i) literal(rows, field, in[i], pointer + '/' + std::to_string(i), out);
    return out;
  }

  void literal(Collection rows, Field field, const json& in, const std::string& pointer, std::vector<Literal>& out) {
    if (own_ && (in.is_string() || in.is_number())) {  // what fits it is for the method to say
      if (in.is_string()) out.emplace_back(in.get<std::string>());
      else out.emplace_back(in.get<double>());
      return;
    }
    const auto type = type_of(rows, field);
    if (in.is_string() && type == FieldType::word) {
      const auto& word = in.get_ref<const std::string&>();
      const auto known = words_of(rows, field);
      if (!known.empty() && std::ranges::find(known, word) == known.end())
        problem(pointer, tell("wrong.not_one_of",
                              {{"known", joined(known)}, {"got", word}, {"near", fields::near(word, known)}}));
      out.emplace_back(word);
    } else if (in.is_string() && type == FieldType::day && date_from(in.get_ref<const std::string&>())) {
      out.emplace_back(in.get<std::string>());
    } else if (in.is_number() && type == FieldType::number) {
      out.emplace_back(in.get<double>());
    } else if (in.is_boolean() && type == FieldType::flag) {
      out.emplace_back(in.get<bool>());
    } else {
      fields::wrong(in, name_of(type), pointer, problems_);
    }
  }

  static Telling name_of(FieldType type) {
    switch (type) {
      case FieldType::word: return tell("wrong.text");
      case FieldType::number: return tell("wrong.number");
      case FieldType::flag: return tell("wrong.flag");
      case FieldType::day: return tell("wrong.day");
    }
    return {};
  }

  std::vector<Literal> limit(Collection rows, Field field, const json& in, const std::string& pointer) {
    std::vector<Literal> out;
    const auto type = type_of(rows, field);
    if (own_ && in.is_string() && !date_from(in.get_ref<const std::string&>()))
      fields::wrong(in, name_of(FieldType::day), pointer, problems_);
    else if (!own_ && (type == FieldType::word || type == FieldType::flag))
      problem(pointer, tell("wrong.no_more_or_less", {{"field", key(field)}}));
    else literal(rows, field, in, pointer, out);
    return out;
  }

  Problems& problems_;
  bool own_ = false;  ///< the condition that is read is on a declared field
};

}  // namespace

Criterion criterion_from(const json& in, const std::string& pointer, Problems& problems) {
  return Reader(problems).criterion(in, pointer, 1);
}

void read(const json& in, Criterion& out, const std::string& pointer, Problems& problems) {
  out = criterion_from(in, pointer, problems);
}

}  // namespace casus::method
