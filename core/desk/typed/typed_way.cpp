// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/typed/typed_way.hpp"

#include "core/desk/typed/command_text.hpp"
#include "core/desk/typed/typed_line.hpp"
#include "core/model/case/mending.hpp"
#include "core/text/label.hpp"

#include <algorithm>

namespace casus::desk {
namespace {

/// What is typed of a field: gaps stay as they are, for a person to fill in. The texts that a case has one of are
/// called as they are in the language of who types.
std::string typed_value(std::string_view name, const text::Value& value, const Slot* slot, const text::Voice& voice) {
  auto words = voice.write(value);
  if (value.kind() == text::Value::Kind::gap) return words;
  if (name == "ref")
    if (const auto text = from_key<CaseText>(words)) words = voice.say(text::label(*text));
  return shell_quoted(slot == nullptr ? words : shown_to_type(*slot, words, voice));
}

}  // namespace

bool is_personal(const Entries& entries, std::string_view path) {
  const auto* entry = entry_in(entries, path);
  if (entry == nullptr) return true;
  const auto ground = entry->fresh()->access().ground;
  return ground != Ground::anybody && ground != Ground::store;
}

TypedWay typed_way(const Entries& entries, const text::Way& way, const text::Voice& voice) {
  const auto* entry = entry_in(entries, way.path);
  const auto verb = entry == nullptr ? nullptr : entry->fresh();
  Slots slots;
  if (verb) verb->shape(slots);
  TypedWay typed{std::string(way.path), {}, false};
  for (const auto& field : way.fields) {
    const auto slot = std::ranges::find_if(slots.all(), [&](const Slot& one) { return field_name(one) == field.name; });
    const auto* known = slot == slots.all().end() ? nullptr : &*slot;
    typed.named = typed.named || field.name == "as";
    if (field.name != "as" && (known == nullptr || known->kind == Slot::Kind::word)) {
      typed.line += ' ' + typed_value(field.name, field.value, known, voice);
      continue;
    }
    typed.options += " --" + std::string(field.name);
    if (field.value.kind() != text::Value::Kind::flag)
      typed.options += ' ' + typed_value(field.name, field.value, known, voice);
  }
  return typed;
}

}  // namespace casus::desk
