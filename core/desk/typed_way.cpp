// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/typed_way.hpp"

#include "core/desk/command_text.hpp"
#include "core/desk/typed_line.hpp"

#include <algorithm>

namespace casus::desk {
namespace {

/// What is typed of a field: gaps stay as they are, for a person to fill in.
std::string typed_value(const text::Value& value, const text::Voice& voice) {
  auto words = voice.write(value);
  return value.kind() == text::Value::Kind::gap ? words : shell_quoted(words);
}

/// Names of the options of the verb at this path.
std::vector<std::string> options_of(const Entries& entries, std::string_view path) {
  std::vector<std::string> names;
  const auto* entry = entry_in(entries, path);
  if (entry == nullptr) return names;
  const auto verb = entry->fresh();
  Slots slots;
  verb->shape(slots);
  for (const auto& slot : slots.all())
    if (slot.kind != Slot::Kind::word) names.push_back(slot.name);
  return names;
}

}  // namespace

bool is_personal(const Entries& entries, std::string_view path) {
  const auto* entry = entry_in(entries, path);
  if (entry == nullptr) return true;
  const auto ground = entry->fresh()->access().ground;
  return ground != Ground::anybody && ground != Ground::store;
}

TypedWay typed_way(const Entries& entries, const text::Way& way, const text::Voice& voice) {
  const auto known = options_of(entries, way.path);
  TypedWay typed{std::string(way.path), {}, false};
  for (const auto& field : way.fields) {
    const auto option = "--" + std::string(field.name);
    typed.named = typed.named || field.name == "as";
    if (field.name != "as" && std::ranges::find(known, option) == known.end()) {
      typed.line += ' ' + typed_value(field.value, voice);
      continue;
    }
    typed.options += ' ' + option;
    if (field.value.kind() != text::Value::Kind::flag) typed.options += ' ' + typed_value(field.value, voice);
  }
  return typed;
}

}  // namespace casus::desk
