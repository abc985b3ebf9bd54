// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/forms/form.hpp"

#include "core/base/first_that.hpp"
#include "core/report/history/naming.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace casus::desk {
namespace {

/// Fields in which people write sentences.
constexpr std::array<std::string_view, 18> kLong{
    "text", "because", "evidence", "next-point", "question", "hoped-for",  "better",     "keep",        "change",
    "stop", "what",    "outcome",  "purpose",    "note",     "first-step", "basis-text", "answer-text", "dissent"};

/// "waarom je verdergaat; wordt vastgelegd": what stands before the first sign is the label, the rest is help.
void label(FormField& field, std::string_view about) {
  const auto end = std::min({about.find(';'), about.find(": "), about.size()});
  field.label = report::capital(trimmed(about.substr(0, end)));
  if (end < about.size()) field.help = std::string(trimmed(about.substr(end + 1)));
}

FormField field_of(const Slot& slot, const text::Voice& voice) {
  FormField field{.name = field_name(slot)};
  label(field, slot.about.in(voice));
  field.input = slot.input;
  if (field.input == Input::text && std::ranges::find(kLong, field.name) != kLong.end()) field.input = Input::lines;
  field.required = slot.required;
  field.usual = slot.usual;
  field.many = slot.many;
  for (const auto& choice : slot.choices)
    field.choices.push_back({std::string(choice.key), std::string(choice.words.in(voice))});
  return field;
}

/// The fields by this name: that of the verb at `path` alone when it has one, else those of all verbs.
std::vector<FormField> fields_called(std::string_view path, std::string_view name, const text::Voice& voice) {
  const auto called_so = [&](const Slot& slot) { return field_name(slot) == name; };
  std::vector<FormField> found;
  for (const auto& entry : catalogue()) {
    const auto verb = entry.fresh();
    Slots slots;
    verb->shape(slots);
    const auto slot = std::ranges::find_if(slots.all(), called_so);
    if (slot == slots.all().end()) continue;
    if (entry.path == path) return {field_of(*slot, voice)};
    found.push_back(field_of(*slot, voice));
  }
  return found;
}

}  // namespace

std::string field_label(std::string_view path, std::string_view field, const text::Voice& voice) {
  std::map<std::string, int> counts;
  for (const auto& one : fields_called(path, field, voice)) ++counts[one.label];
  if (counts.empty()) return std::string(field);
  // Of as many, the shortest.
  return std::ranges::max_element(
             counts, {}, [](const auto& one) { return std::pair(one.second, -static_cast<int>(one.first.size())); })
      ->first;
}

std::optional<std::string> choice_label(std::string_view path, std::string_view field, std::string_view value,
                                        const text::Voice& voice) {
  for (const auto& one : fields_called(path, field, voice))
    for (const auto& choice : one.choices)
      if (choice.key == value || folded(choice.label) == folded(value)) return choice.label;
  return std::nullopt;
}

std::string field_in_words(std::string_view path, const text::FieldPlace& field, const text::Voice& voice) {
  using Kind = text::FieldPlace::Kind;
  if (field.kind == Kind::aside) return {};
  if (const auto word = choice_label(path, field.name, field.value, voice)) return fmt::format("“{}”", *word);
  if (field.kind == Kind::value) return std::string(field.value);
  const auto label = fmt::format("“{}”", field_label(path, field.name, voice));
  const bool example = field.value.starts_with('"') && !field.is_gap();
  return example ? fmt::format("{} ({})", label, field.value) : label;
}

const FormField* EntryForm::field(std::string_view name) const { return first_with(fields, name, &FormField::name); }

const Entry* entry_at(std::string_view path) { return first_with(catalogue(), path, &Entry::path); }

EntryForm form_of(const Entry& entry, const text::Voice& voice) {
  EntryForm form{.path = std::string(entry.path), .about = entry.about.in(voice), .example = entry.example.in(voice)};
  const auto verb = entry.fresh();
  form.access = verb->access();
  form.here = form.access.here;
  form.who = in_words(form.access.ground).in(voice);
  Slots slots;
  verb->shape(slots);
  for (const auto& slot : slots.all())
    if (slot.input != Input::file) form.fields.push_back(field_of(slot, voice));
    else form.here = form.here || slot.required;
  return form;
}

const std::vector<const Entry*>& readings() {
  static const auto all = [] {
    std::vector<const Entry*> found;
    for (const auto& entry : catalogue())
      if (entry.fresh()->access().reads) found.push_back(&entry);
    return found;
  }();
  return all;
}

}  // namespace casus::desk
