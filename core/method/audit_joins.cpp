// SPDX-License-Identifier: EUPL-1.2
#include "core/method/audit_joins.hpp"

#include "core/base/record_field.hpp"
#include "core/method/audit_rules.hpp"
#include "core/method/audit_values.hpp"

#include <algorithm>

namespace casus::method {
namespace {

bool are_people(Collection rows) { return rows == Collection::participants || rows == Collection::network; }
bool are_said(Collection rows) { return rows == Collection::contributions || rows == Collection::records; }

bool is_listed(const std::vector<std::string>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

/// Whether one of these steps (none named: any) comes again for each of such rows.
bool comes_for_each(const Definition& definition, const std::vector<std::string>& in_steps, Collection rows) {
  for (const auto& steps : definition.phases)
    for (const auto& step : steps) {
      if (step.in_repeat.empty() || (!in_steps.empty() && !is_listed(in_steps, step.id))) continue;
      const auto first = std::ranges::find(steps, step.in_repeat, &Step::id);
      if (first == steps.end() || !first->repeat || !first->repeat->for_each) continue;
      if (first->repeat->for_each->role ? are_people(rows) : are_said(rows)) return true;
    }
  return false;
}

/// Whether a declared field of these records names people, or what was said.
bool own_field_names_rows(const Definition& definition, const Criterion& rule) {
  const auto kinds = words_of(rule.of, Field::kind);
  return std::ranges::any_of(definition.record_types, [&](const RecordType& type) {
    const auto* field = kinds.empty() || is_listed(kinds, type.id) ? type.field(rule.on_own) : nullptr;
    return field != nullptr && ((field->type == RecordFieldType::person && are_people(rule.collection)) ||
                                (field->type == RecordFieldType::reference && are_said(rule.collection)));
  });
}

bool names_rows(const Criterion& rule) {
  const auto rows = rule.collection;
  switch (rule.on) {
    case Field::by:
    case Field::to:
    case Field::from:
    case Field::who:
    case Field::checks: return are_people(rows);
    case Field::re:
    case Field::about: return !are_people(rows) && rows != Collection::groups;
    case Field::goal: return rows == Collection::goals;
    case Field::group: return rows == Collection::groups;
    case Field::id: return rows == rule.in || (are_people(rows) && are_people(rule.in));
    default: return false;
  }
}

}  // namespace

void audit_join(const Definition& definition, const Criterion& rule, const std::string& pointer,
                std::vector<Remark>& remarks) {
  using Op = Criterion::Op;
  if (rule.op != Op::every && rule.op != Op::every_in) return;
  if (const auto lacks = key_without_rows(definition, rule.collection); !lacks.empty()) {
    remarks.push_back(
        {Remark::Weight::warning,
         {pointer + "/every", tell("wrong.every_of_none", {{"rows", key(rule.collection)}, {"key", lacks}})}});
    return;
  }
  if (rule.op != Op::every_in) return;
  // Where none is asked of each, what never matches makes it hold for ever.
  const auto weight = rule.least_each() > 0 ? Remark::Weight::error : Remark::Weight::warning;
  if (const auto lacks = key_without_rows(definition, rule.in); !lacks.empty()) {
    if (rule.least_each() > 0)
      remarks.push_back(
          {weight, {pointer + "/has/in", tell("wrong.rows_nowhere", {{"rows", key(rule.in)}, {"key", lacks}})}});
    return;
  }
  const auto place = pointer + "/has/on";
  if (rule.on_own.empty() && rule.on == Field::about && (are_people(rule.collection) || are_said(rule.collection))) {
    if (!comes_for_each(definition, words_of(rule.of, Field::step), rule.collection))
      remarks.push_back({weight, {place, tell("wrong.about_none", {{"rows", key(rule.collection)}})}});
    return;
  }
  if (rule.on_own.empty() ? names_rows(rule) : own_field_names_rows(definition, rule)) return;
  const auto on = rule.on_own.empty() ? std::string(key(rule.on)) : std::string(kOwnField) + rule.on_own;
  remarks.push_back(
      {weight, {place, tell("wrong.joins_none", {{"on", on}, {"in", key(rule.in)}, {"rows", key(rule.collection)}})}});
}

}  // namespace casus::method
