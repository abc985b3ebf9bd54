// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/forms/record_form.hpp"

#include "core/base/text.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/history/naming.hpp"

#include <algorithm>

namespace casus::desk {

using namespace text::literals;

namespace {

constexpr std::size_t kMostWords = 60;

std::vector<FormChoice> options_of(const method::RecordField& field, const text::Voice& voice) {
  std::vector<FormChoice> all;
  for (const auto& option : field.options) all.push_back({option.id, option.name.in(voice)});
  return all;
}

std::vector<FormChoice> people_of(const Case& state, const text::Voice& voice) {
  const auto resident = text::say(voice, "picture.resident");
  std::vector<FormChoice> all{{resident, resident}};
  for (const auto& person : state.people)
    if (!person.name.empty() && !person.erased && !person.merged) all.push_back({person.name, person.name});
  return all;
}

/// What was said and may be read, the last first: that is most often meant.
std::vector<FormChoice> said_of(const Case& state, const std::vector<std::string>& kinds) {
  std::vector<FormChoice> all;
  for (auto it = state.contributions.rbegin(); it != state.contributions.rend(); ++it)
    if (report::is_shown(state, *it) && (kinds.empty() || std::ranges::find(kinds, it->kind) != kinds.end()))
      all.push_back({it->id, it->id + ": " + page::clipped(page::one_line(it->text), kMostWords)});
  return all;
}

FormField field_of(const method::RecordField& field, const Case& state, const text::Voice& voice) {
  FormField out{.name = std::string(kOwnField) + field.id,
                .label = report::capital(field.name.in(voice)),
                .required = field.required && field.type != RecordFieldType::checklist};
  out.usual = true;  // the method asks for it, whether or not it must be there
  switch (field.type) {
    case RecordFieldType::text: out.input = Input::lines; break;
    case RecordFieldType::choice: out.choices = options_of(field, voice); break;
    case RecordFieldType::number:
      if (!field.scale) break;  // it may have a comma, which an input for numbers does not take everywhere
      out.input = Input::number;
      out.help =
          text::say(voice, "records.scale_ends", "min"_is = field.scale->min, "low"_is = field.scale->low.in(voice),
                    "max"_is = field.scale->max, "high"_is = field.scale->high.in(voice));
      break;
    case RecordFieldType::day: out.input = Input::day; break;
    case RecordFieldType::person: out.choices = people_of(state, voice); break;
    case RecordFieldType::reference: out.choices = said_of(state, field.to); break;
    case RecordFieldType::checklist:
      out.choices = options_of(field, voice);
      out.many = true;
      break;
  }
  return out;
}

}  // namespace

std::vector<RecordForm> record_forms(const Case& state, const report::Definitions& definitions,
                                     const text::Voice& voice) {
  std::vector<RecordForm> all;
  const auto* here = state.here();
  const auto* method = here == nullptr ? nullptr : definitions.method(state.method(here->phase));
  const auto* step = method == nullptr ? nullptr : method->step(here->phase, here->step);
  if (step == nullptr) return all;
  for (const auto& kind : step->kinds_that_fit()) {
    const auto* type = method->record_type(kind);
    if (type == nullptr) continue;
    auto& form = all.emplace_back(RecordForm{{type->id, report::capital(type->name.in(voice))}, {}});
    for (const auto& field : type->parts) form.fields.push_back(field_of(field, state, voice));
  }
  return all;
}

std::string set_from(std::string_view field, const std::vector<std::string>& values) {
  std::string given;
  for (const auto& value : values)
    if (const auto one = trimmed(value); !one.empty()) {
      if (!given.empty()) given += kBetweenItems;
      given += one;
    }
  if (given.empty()) return {};
  return std::string(field.substr(kOwnField.size())) + '=' + given;
}

}  // namespace casus::desk
