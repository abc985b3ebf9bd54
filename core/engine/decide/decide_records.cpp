// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/decide/record_values.hpp"
#include "core/engine/decide/saying.hpp"
#include "core/engine/decide/unordered_id.hpp"
#include "core/engine/floor/floor_limits.hpp"
#include "core/engine/remarks/implausible.hpp"

#include <algorithm>

/// Records of the types that a method declares: what each field asks, and then as whatever else is said in a step.
namespace casus::engine {

namespace {

/// All of it as it would be said, for who listens to words.
std::string texts_together(const std::vector<RecordedValue>& values) {
  std::string all;
  for (const auto& one : values)
    if (one.type == RecordFieldType::text && !one.value.empty()) all += (all.empty() ? "" : ". ") + one.value;
  return all;
}

/// What was typed, at its fields.
Outcome<TypedFields, Refusal> typed_in(const method::RecordType& type, const Record& command) {
  if (auto asked = nearly_named(type, command.text)) return failure(std::move(*asked));
  auto typed = fields_in(type, command.text);
  for (const auto& one : typed)
    if (one.first == nullptr) return no_such_field(type, one.second);  // a type without a text
  for (const auto& set : command.set) {
    const auto sign = std::min(set.find('='), set.size());
    const auto* field = type.field_meant(set.substr(0, sign));
    if (field == nullptr) return no_such_field(type, trimmed(std::string_view(set).substr(0, sign)));
    typed.emplace_back(field, set.substr(std::min(sign + 1, set.size())));
  }
  return typed;
}

Outcome<std::vector<RecordedValue>, Refusal> values_of(const Deciding& d, const method::RecordType& type,
                                                       const TypedFields& typed) {
  std::vector<RecordedValue> values;
  for (const auto& field : type.parts) {
    auto& one = values.emplace_back(RecordedValue{field.id, field.type, {}});
    const auto given = given_for(field, typed);
    if (!given) return failure(given.error());
    auto value = value_from(d, field, *given);
    if (!value) return failure(std::move(value.error()));
    one.value = std::move(*value);
    if (const auto day = date_from(one.value); field.type == RecordFieldType::day && day)
      if (auto refusal = implausible_day(*day, d.today())) return failure(std::move(*refusal));
  }
  if (auto refusal = left_open(d, type, values)) return failure(std::move(*refusal));
  if (std::ranges::all_of(values, [](const RecordedValue& one) { return one.value.empty(); }))
    return empty_text(msg("records.needs_something", "type"_is = type.name));
  return values;
}

}  // namespace

Decided decide_on(const Deciding& d, const Record& command) {
  if (d.step == nullptr) return step_unknown(d);
  const auto kind = method::kind_meant(d.method, command.type);
  const auto* type = d.method->record_type(kind);
  if (type == nullptr) {
    if (!d.method->knows_kind(kind)) return kind_unknown(d, command.type);
    return refuse("NotARecord", "",
                  msg("records.is_a_kind", "kind"_is = text::in_both([&](Lang lang) {
                                             return std::string(method::kind_label(d.method, kind, lang));
                                           })),
                  msg("records.is_a_kind_do",
                      "say"_is = way("case say", "case"_is = d.c.id, "kind"_is = kind, "text"_is = gap())));
  }
  Recorded recorded{.type = type->id};
  const auto* written = untold(d.c, *d.actor, d.step->id, type->id);
  if (written != nullptr && blank(command.text) && command.set.empty()) {
    recorded.values = written->values;
    recorded.re = written->id;
  } else {
    const auto typed = typed_in(*type, command);
    if (!typed) return failure(typed.error());
    auto values = values_of(d, *type, *typed);
    if (!values) return failure(std::move(values.error()));
    recorded.values = std::move(*values);
    if (written != nullptr) recorded.re = written->id;
  }
  auto how = heard(d, Say{{type->id, texts_together(recorded.values), {}, recorded.re, std::nullopt, std::nullopt}});
  if (!how) return failure(std::move(how.error()));
  recorded.id = id_here(d, 'b', d.c.contributions.size(), texts_together(recorded.values));
  recorded.turn = how->turn;
  recorded.hidden = how->hidden;
  recorded.noticed = std::move(how->noticed);
  recorded.told_in = std::move(how->told_in);
  return d.one(std::move(recorded));
}

}  // namespace casus::engine
