// SPDX-License-Identifier: EUPL-1.2
#include "core/method/audit/audit_joins.hpp"

#include "core/base/record_field.hpp"
#include "core/method/audit/audit_rules.hpp"
#include "core/method/audit/audit_values.hpp"

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

/// Whether something of one of these kinds can be named there.
bool is_named_of(const std::vector<std::string>& kinds, const std::vector<std::string>& named) {
  return named.empty() || std::ranges::any_of(kinds, [&](const std::string& kind) { return is_listed(named, kind); });
}

/// Whether rows of what was said in one of these kinds can be named: `re` of a vote names what is voted on, `about`
/// what a repeat goes through, a reference what it is declared to name. `re` of what is said names anything.
bool names_kinds(const Definition& definition, const Criterion& rule, const std::vector<std::string>& in_steps,
                 const std::vector<std::string>& kinds) {
  const auto in = [&](const Step& step) { return in_steps.empty() || is_listed(in_steps, step.id); };
  if (!rule.on_own.empty()) {
    const auto of = words_of(rule.of, Field::kind);
    return std::ranges::any_of(definition.record_types, [&](const RecordType& type) {
      const auto* field = is_named_of({type.id}, of) ? type.field(rule.on_own) : nullptr;
      return field != nullptr && field->type == RecordFieldType::reference && is_named_of(kinds, field->to);
    });
  }
  const bool by_vote = rule.on == Field::re && rule.in == Collection::votes;
  if (!by_vote && rule.on != Field::about) return true;
  return std::ranges::any_of(definition.phases, [&](const auto& steps) {
    return std::ranges::any_of(steps, [&](const Step& step) {
      if (!in(step)) return false;
      if (by_vote) return step.vote && is_named_of(kinds, step.vote->kinds);
      const auto first = std::ranges::find(steps, step.in_repeat, &Step::id);
      return first != steps.end() && first->repeat && first->repeat->for_each &&
             is_listed(kinds, first->repeat->for_each->kind);
    });
  });
}

/// The rows elsewhere, by a field that should name those of one "every".
void audit_tie(const Definition& definition, const Criterion& rule, const RuleHere* here, const std::string& place,
               std::vector<Remark>& remarks) {
  // Where none is asked of each, what never matches makes it hold for ever.
  const auto weight = rule.least_each() > 0 ? Remark::Weight::error : Remark::Weight::warning;
  const auto in_steps = steps_of(definition, rule.of, rule.in_scope, here);
  const auto tells = [&](Telling message) { remarks.push_back({weight, {place, std::move(message)}}); };
  const auto on = rule.on_own.empty() ? std::string(key(rule.on)) : std::string(kOwnField) + rule.on_own;
  const bool about =
      rule.on_own.empty() && rule.on == Field::about && (are_people(rule.collection) || are_said(rule.collection));
  if (about && !comes_for_each(definition, in_steps, rule.collection))
    return tells(tell("wrong.about_none", {{"rows", key(rule.collection)}}));
  if (!about && !(rule.on_own.empty() ? names_rows(rule) : own_field_names_rows(definition, rule)))
    return tells(tell("wrong.joins_none", {{"on", on}, {"in", key(rule.in)}, {"rows", key(rule.collection)}}));
  if (rule.on == Field::group && rule.on_own.empty() &&
      rows_lacking(definition, Collection::groups, in_steps, OverNone::never))
    return tells(tell("wrong.group_none"));
  const auto kinds = words_of(rule.where, Field::kind);
  if (are_said(rule.collection) && !kinds.empty() && !names_kinds(definition, rule, in_steps, kinds))
    tells(tell("wrong.joins_no_kind", {{"on", on}, {"in", key(rule.in)}, {"kind", kinds.front()}}));
}

}  // namespace

void audit_join(const Definition& definition, const Criterion& rule, const RuleHere* here, const std::string& pointer,
                std::vector<Remark>& remarks) {
  using Op = Criterion::Op;
  if (rule.op != Op::every && rule.op != Op::every_in) return;
  const auto goes_over_none = [&](Collection rows, const Filter& where, Scope scope, const std::string& place) {
    auto lacks = rows_lacking(definition, rows, steps_of(definition, where, scope, here), OverNone::holds);
    if (lacks) remarks.push_back({Remark::Weight::warning, {place, std::move(*lacks)}});
    return lacks.has_value();
  };
  if (goes_over_none(rule.collection, rule.where, rule.scope, pointer + "/every")) return;
  if (rule.op != Op::every_in) return;
  const auto in_steps = steps_of(definition, rule.of, rule.in_scope, here);
  if (auto lacks = rows_lacking(definition, rule.in, in_steps, OverNone::never)) {
    if (rule.least_each() > 0) remarks.push_back({Remark::Weight::error, {pointer + "/has/in", std::move(*lacks)}});
    return;
  }
  audit_tie(definition, rule, here, pointer + "/has/on", remarks);
  if (!rule.also) return;
  const auto& also = *rule.also;
  const auto place = pointer + "/has/and";
  if (goes_over_none(also.collection, also.where, also.scope, place + "/every")) return;
  if (also.on == rule.on && also.on_own == rule.on_own)
    return remarks.push_back({Remark::Weight::error, {place + "/on", tell("wrong.joins_twice")}});
  auto second = rule;
  second.collection = also.collection;
  second.where = also.where;
  second.scope = also.scope;
  second.on = also.on;
  second.on_own = also.on_own;
  audit_tie(definition, second, here, place + "/on", remarks);
}

}  // namespace casus::method
