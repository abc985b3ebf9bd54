// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/json_fields.hpp"
#include "core/base/text.hpp"
#include "core/method/check/definition_check.hpp"

#include <algorithm>

/// What a method says of its records: fields that can be filled in, scales that have two ends, and criteria that ask
/// only for what is declared.
namespace casus::method::checks {
namespace {

std::string item_of(std::string_view pointer, std::size_t index) {
  return std::string(pointer) + '/' + std::to_string(index);
}

bool has_options(RecordFieldType type) { return type == RecordFieldType::choice || type == RecordFieldType::checklist; }

void check_options(const RecordField& field, const std::string& pointer, Check& check) {
  if (!check.sound(pointer + "/type") || !check.sound(pointer + "/options")) return;
  if (has_options(field.type) && field.options.size() < (field.type == RecordFieldType::choice ? 2U : 1U))
    check.add(pointer + "/options", tell("wrong.too_few_options", {{"type", key(field.type)}}));
  if (!has_options(field.type) && !field.options.empty())
    check.add(pointer + "/options", tell("wrong.not_of_type", {{"type", key(field.type)}}));
  Seen seen;
  for (std::size_t i = 0; i < field.options.size(); ++i) {
    const auto place = item_of(pointer + "/options", i);
    check.id(field.options[i].id, place + "/id");
    check.unique(seen, field.options[i].id, tell("wrong.what_option"), place + "/id");
    check.words(field.options[i].name, place + "/name");
  }
}

void check_scale(const RecordField& field, const std::string& pointer, Check& check) {
  if (!field.scale) return;
  const auto place = pointer + "/scale";
  if (field.type != RecordFieldType::number && check.sound(pointer + "/type"))
    check.add(place, tell("wrong.not_of_type", {{"type", key(field.type)}}));
  if (field.scale->min >= field.scale->max && check.sound(place + "/min") && check.sound(place + "/max"))
    check.add(place, tell("wrong.scale_ends", {{"min", field.scale->min}, {"max", field.scale->max}}));
  check.words(field.scale->low, place + "/low");
  check.words(field.scale->high, place + "/high");
  check.origin(field.scale->mark, field.scale->source, tell("wrong.a_scale"), place);
}

void check_record_field(const RecordField& field, const std::string& pointer, Check& check) {
  check.id(field.id, pointer + "/id");
  check.words(field.name, pointer + "/name");
  check.origin(field.mark, field.source, tell("wrong.a_field"), pointer);
  check_options(field, pointer, check);
  check_scale(field, pointer, check);
  if (!field.to.empty() && field.type != RecordFieldType::reference && check.sound(pointer + "/type"))
    check.add(pointer + "/to", tell("wrong.not_of_type", {{"type", key(field.type)}}));
  for (std::size_t i = 0; i < field.to.size(); ++i) check.kind(field.to[i], item_of(pointer + "/to", i));
  if (field.at_least == 0) return;
  if (field.type != RecordFieldType::checklist && check.sound(pointer + "/type"))
    check.add(pointer + "/at_least", tell("wrong.not_of_type", {{"type", key(field.type)}}));
  else if (field.at_least < 0) check.add(pointer + "/at_least", tell("wrong.negative", {{"got", field.at_least}}));
  else if (field.at_least > static_cast<int>(field.options.size()) && check.sound(pointer + "/options"))
    check.add(pointer + "/at_least",
              tell("wrong.min_max", {{"min", field.at_least}, {"max", static_cast<int>(field.options.size())}}));
}

/// Types that a row of this filter can be of: those that its `kind` names, else all.
std::vector<const RecordType*> types_meant(const Definition& definition, const Filter& filter) {
  std::vector<const RecordType*> all, named;
  for (const auto& type : definition.record_types) all.push_back(&type);
  for (const auto& condition : filter)
    if (condition.field == Field::kind && condition.own.empty() && condition.op == Condition::Op::one_of)
      for (const auto* type : all)
        if (std::ranges::find(condition.literals, Literal(type->id)) != condition.literals.end()) named.push_back(type);
  return named.empty() ? all : named;
}

bool fits_field(const RecordField& field, const Literal& literal) {
  const auto* word = std::get_if<std::string>(&literal);
  if (field.type == RecordFieldType::number) return std::holds_alternative<double>(literal);
  if (word == nullptr) return false;
  if (has_options(field.type)) return field.option(*word) != nullptr;
  return field.type != RecordFieldType::day || date_from(*word).has_value();
}

/// Why a value does not fit: what the field can be instead.
Telling unfit(const RecordField& field, const Literal& literal, const Check& check) {
  const auto* word = std::get_if<std::string>(&literal);
  if (word == nullptr || !has_options(field.type))
    return tell("wrong.own_value", {{"field", field.id}, {"type", key(field.type)}});
  std::vector<std::string_view> known;
  for (const auto& option : field.options) known.push_back(option.id);
  return tell("wrong.own_option",
              {{"field", field.id}, {"got", *word}, {"near", check.near(*word, known)}, {"known", joined(known)}});
}

}  // namespace

void check_record_types(Check& check) {
  Seen seen;
  const auto& types = check.definition.record_types;
  for (std::size_t i = 0; i < types.size(); ++i) {
    const auto& type = types[i];
    const auto pointer = item_of("/record_types", i);
    const bool taken =
        type.id == kVoteKind || type.id == kUnplacedKind ||
        std::ranges::any_of(core_kinds(), [&](const KindName& core) { return core.key == type.id; }) ||
        std::ranges::any_of(check.definition.kinds, [&](const Kind& own) { return own.kind == type.id; });
    if (!is_kind(type.id)) check.add(pointer + "/id", tell("wrong.kind_id", {{"got", type.id}}));
    check.unique(seen, type.id, tell("wrong.what_record_type"), pointer + "/id");
    if (taken) check.add(pointer + "/id", tell("wrong.record_type_is_kind", {{"got", type.id}}));
    check.words(type.name, pointer + "/name");
    check.origin(type.mark, type.source, tell("wrong.a_record_type"), pointer);
    if (type.parts.empty() && check.sound(pointer + "/fields"))
      check.add(pointer + "/fields", tell("wrong.at_least_one"));
    Seen fields;
    for (std::size_t k = 0; k < type.parts.size(); ++k) {
      const auto place = item_of(pointer + "/fields", k);
      check.unique(fields, type.parts[k].id, tell("wrong.what_field"), place + "/id");
      check_record_field(type.parts[k], place, check);
    }
  }
}

void check_own_field(const Filter& filter, const Condition& found, const std::string& pointer, Check& check) {
  if (!check.sound("/record_types")) return;
  const auto types = types_meant(check.definition, filter);
  std::vector<std::string> names;
  const RecordField* field = nullptr;
  for (const auto* type : types) {
    for (const auto& one : type->parts) names.push_back(std::string(kOwnField) + one.id);
    if (field == nullptr) field = type->field(found.own);
  }
  if (field == nullptr) {
    const std::vector<std::string_view> known(names.begin(), names.end());
    return check.add(pointer,
                     tell("wrong.no_own_field", {{"got", found.own}, {"near", check.near(found.name(), known)}}));
  }
  for (std::size_t i = 0; i < found.literals.size(); ++i)
    if (!fits_field(*field, found.literals[i]))
      return check.add(literal_place(found, pointer, i), unfit(*field, found.literals[i], check));
}

namespace {

/// A median and a spread are of numbers.
void check_own_numbers(const Criterion& criterion, const std::string& pointer, Check& check) {
  const auto& own = criterion.numbers->own;
  const auto known = check.problems.size();
  check_own_field(criterion.where, Condition{.own = own}, pointer, check);
  if (check.problems.size() > known || !check.sound("/record_types")) return;
  for (const auto* type : types_meant(check.definition, criterion.where))
    if (const auto* field = type->field(own); field != nullptr && field->type != RecordFieldType::number)
      return check.add(pointer, tell("wrong.field_no_number", {{"field", std::string(kOwnField) + own}}));
}

}  // namespace

void check_own_joins(const Criterion& criterion, const std::string& pointer, Check& check) {
  const auto named = [&](const Filter& filter, const std::string& own, const char* place) {
    if (own.empty()) return;
    check_own_field(filter, Condition{.own = own}, pointer + place, check);
  };
  named(criterion.of, criterion.on_own, "/has/on");
  if (criterion.also) named(criterion.of, criterion.also->on_own, "/has/and/on");
  if (criterion.different) named(criterion.where, criterion.different->own, "/different");
  if (criterion.numbers && !criterion.numbers->own.empty()) check_own_numbers(criterion, pointer + "/field", check);
  for (std::size_t i = 0; i < criterion.parts.size(); ++i) {
    const char* list = criterion.op == Criterion::Op::all ? "/all" : "/any";
    check_own_joins(criterion.parts[i],
                    criterion.op == Criterion::Op::negation ? pointer + "/not" : item_of(pointer + list, i), check);
  }
}

}  // namespace casus::method::checks
