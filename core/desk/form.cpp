// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/form.hpp"

#include "core/report/naming.hpp"

#include <algorithm>
#include <array>

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
  FormField field;
  field.name = field_name(slot);
  label(field, slot.about.in(voice));
  field.input = slot.input;
  if (field.input == Input::text && std::ranges::find(kLong, field.name) != kLong.end()) field.input = Input::lines;
  field.required = slot.required;
  field.many = slot.many;
  for (const auto& choice : slot.choices)
    field.choices.push_back({std::string(choice.key), std::string(choice.words.in(voice))});
  return field;
}

}  // namespace

const FormField* EntryForm::field(std::string_view name) const {
  const auto found = std::ranges::find(fields, name, &FormField::name);
  return found == fields.end() ? nullptr : &*found;
}

const Entry* entry_at(std::string_view path) {
  const auto found = std::ranges::find(catalogue(), path, &Entry::path);
  return found == catalogue().end() ? nullptr : &*found;
}

EntryForm form_of(const Entry& entry, const text::Voice& voice) {
  EntryForm form;
  form.path = entry.path;
  form.about = entry.about.in(voice);
  form.example = entry.example.in(voice);
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
