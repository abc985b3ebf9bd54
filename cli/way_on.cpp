// SPDX-License-Identifier: EUPL-1.2
#include "cli/way_on.hpp"

#include "cli/verbs.hpp"
#include "core/desk/command_text.hpp"

#include <algorithm>

namespace casus::cli {
namespace {

/// What is typed of a field: gaps stay as they are, for a person to fill in.
std::string typed_value(const text::Value& value, const text::Voice& voice) {
  auto words = voice.write(value);
  return value.kind() == text::Value::Kind::gap ? words : shell_quoted(words);
}

/// Names of the options of the verb at this path.
std::vector<std::string> options_of(std::string_view path) {
  std::vector<std::string> names;
  const auto entry = std::ranges::find_if(all_verbs(), [&](const Entry& it) { return it.path == path; });
  if (entry == all_verbs().end()) return names;
  const auto verb = entry->fresh();
  Slots slots;
  verb->shape(slots);
  for (const auto& slot : slots.all())
    if (slot.kind != Slot::Kind::word) names.push_back(slot.name);
  return names;
}

/// Whether it matters who types it: definitions and the proof of a store are the same for everybody.
bool is_personal(std::string_view path) {
  const auto entry = std::ranges::find_if(all_verbs(), [&](const Entry& it) { return it.path == path; });
  if (entry == all_verbs().end()) return true;
  const auto ground = entry->fresh()->access().ground;
  return ground != desk::Ground::anybody && ground != desk::Ground::store;
}

}  // namespace

std::string TypedWays::write(const text::Way& way, const text::Voice& voice) const {
  const auto known = options_of(way.path);
  std::string line = command_ + ' ' + std::string(way.path);
  std::string options;
  bool named = false;
  for (const auto& field : way.fields) {
    const auto option = "--" + std::string(field.name);
    named = named || field.name == "as";
    if (field.name != "as" && std::ranges::find(known, option) == known.end()) {
      line += ' ' + typed_value(field.value, voice);
      continue;
    }
    options += ' ' + option;
    if (field.value.kind() != text::Value::Kind::flag) options += ' ' + typed_value(field.value, voice);
  }
  if (!named && !as_.empty() && is_personal(way.path)) options += " --as " + shell_quoted(as_);
  return line + options + store_;
}

}  // namespace casus::cli
