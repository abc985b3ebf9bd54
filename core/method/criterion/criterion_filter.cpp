// SPDX-License-Identifier: EUPL-1.2
#include "core/method/criterion/criterion_filter.hpp"

#include "core/base/record_field.hpp"
#include "core/base/text.hpp"

#include <algorithm>

namespace casus::method {

using fields::child;
using fields::ObjectReader;
using nlohmann::json;

namespace {

const std::vector<std::string_view> kComparisons{"at_least", "at_most", "not", "present"};

std::vector<std::string_view> keys_of_fields(Collection collection) {
  std::vector<std::string_view> keys;
  for (const auto field : fields_of(collection)) keys.push_back(key(field));
  return keys;
}

/// The name of a declared field: only records have them, and only the method knows which.
std::optional<std::string> own_field(std::optional<Collection> rows, const json& typed) {
  if (rows != Collection::records || !typed.is_string()) return std::nullopt;
  const auto& name = typed.get_ref<const std::string&>();
  if (!name.starts_with(kOwnField) || !is_id(name.substr(kOwnField.size()))) return std::nullopt;
  return name.substr(kOwnField.size());
}

Telling name_of(FieldType type) {
  switch (type) {
    case FieldType::word: return tell("wrong.text");
    case FieldType::number: return tell("wrong.number");
    case FieldType::flag: return tell("wrong.flag");
    case FieldType::day: return tell("wrong.day");
  }
  return {};
}

}  // namespace

Filter FilterReader::filter(std::string_view name, std::optional<Collection> rows, const json& in,
                            const std::string& outer, ObjectReader& reader, bool required) {
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

void FilterReader::field_named(std::string_view name, std::optional<Collection> rows, const json& in,
                               const std::string& pointer, ObjectReader& reader, Field& field, std::string& own) {
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

void FilterReader::belongs(Collection rows, Field field, const std::string& pointer) {
  const auto& known = fields_of(rows);
  if (std::ranges::find(known, field) == known.end()) unknown_field(rows, key(field), pointer);
}

void FilterReader::unknown_field(Collection rows, std::string_view word, const std::string& pointer) {
  const auto known = keys_of_fields(rows);
  auto near = fields::near(word, known);
  if (near == Telling()) near = tell("wrong.expected_fields", {{"known", joined(known)}});
  problem(pointer, tell("wrong.no_field", {{"rows", key(rows)}, {"field", word}, {"near", std::move(near)}}));
}

void FilterReader::conditions(Collection rows, Field field, const json& in, const std::string& pointer, Filter& out,
                              bool own) {
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

std::vector<Literal> FilterReader::literals(Collection rows, Field field, const json& in, const std::string& pointer) {
  std::vector<Literal> out;
  if (!in.is_array()) {
    literal(rows, field, in, pointer, out);
    return out;
  }
  if (in.empty()) problem(pointer, tell("wrong.one_value"));
  for (std::size_t i = 0; i < in.size(); ++i) literal(rows, field, in[i], pointer + '/' + std::to_string(i), out);
  return out;
}

void FilterReader::literal(Collection rows, Field field, const json& in, const std::string& pointer,
                           std::vector<Literal>& out) {
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
      problem(pointer,
              tell("wrong.not_one_of", {{"known", joined(known)}, {"got", word}, {"near", fields::near(word, known)}}));
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

std::vector<Literal> FilterReader::limit(Collection rows, Field field, const json& in, const std::string& pointer) {
  std::vector<Literal> out;
  const auto type = type_of(rows, field);
  if (own_ && in.is_string() && !date_from(in.get_ref<const std::string&>()))
    fields::wrong(in, name_of(FieldType::day), pointer, problems_);
  else if (!own_ && (type == FieldType::word || type == FieldType::flag))
    problem(pointer, tell("wrong.no_more_or_less", {{"field", key(field)}}));
  else literal(rows, field, in, pointer, out);
  return out;
}

}  // namespace casus::method
