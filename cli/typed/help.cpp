// SPDX-License-Identifier: EUPL-1.2
#include "cli/typed/help.hpp"

#include "cli/context.hpp"
#include "cli/typed/tree.hpp"
#include "core/page/layout.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace casus::cli {
namespace {

std::string line(std::string_view name, std::string_view text) {
  return page::paragraph(fmt::format("  {:<24} ", name), text);
}

/// Without those that `hidden` names too.
std::string slot_lines(const Slots& slots, const text::Voice& voice, bool words, const Slots& hidden = {}) {
  std::string out;
  for (const auto& slot : slots.all()) {
    if ((slot.kind == Slot::Kind::word) != words) continue;
    if (hidden.has(slot.name)) continue;
    out += line(slot.name, about_slot(slot, voice));
  }
  return out;
}

std::string common_lines(const text::Voice& voice, const Slots& own = {}) {
  Globals globals;
  Slots slots;
  globals.shape(slots);
  return slot_lines(slots, voice, false, own);
}

std::string verb_help(const Entry& entry, const text::Voice& voice) {
  const auto verb = entry.fresh();
  Slots slots;
  verb->shape(slots);
  const auto words = slot_lines(slots, voice, true);
  const auto options = slot_lines(slots, voice, false);
  return fmt::format("{0}: {1}\n\n  casus {0}{2}\n\n{3}{4}{5}{6}\n{7}:\n  casus {8}\n", entry.path,
                     entry.about.in(voice), rest_of_usage(entry, voice), words, options,
                     words.empty() && options.empty() ? "" : "\n",
                     text::say(voice, "help.always") + '\n' + common_lines(voice, slots),
                     text::say(voice, "help.example_2"), entry.example.in(voice));
}

std::string group_help(std::string_view path, const text::Voice& voice) {
  std::string out =
      fmt::format("{}: {}\n{}", path.empty() ? "casus" : path, about_of(path).in(voice), path.empty() ? "" : "\n");
  const auto prefix = path.empty() ? std::string() : std::string(path) + ' ';
  for (const auto name : names_below(path)) out += line(name, about_of(prefix + std::string(name)).in(voice));
  if (path.empty()) out += line("--version", text::say(voice, "help.which_version"));
  out += '\n' + text::say(voice, "help.always") + '\n' + common_lines(voice);
  if (path.empty())
    return out + '\n' +
           text::say(voice, "help.begin", "demo"_is = "casus demo", "team"_is = "casus team init --help",
                     "open"_is = "casus case open --help") +
           '\n';
  for (const auto& entry : all_verbs())
    if (entry.path.starts_with(prefix))
      return out + '\n' + text::say(voice, "help.example_below", "example"_is = entry.example.in(voice)) + '\n';
  return out;
}

/// What a program that asks for help can build a form of: words, options and what can be chosen, by key.
nlohmann::json slots_json(const Slots& slots, const text::Voice& voice, const Slots& hidden = {}) {
  auto out = nlohmann::json::array();
  for (const auto& slot : slots.all()) {
    if (hidden.has(slot.name)) continue;
    nlohmann::json one{{"name", slot.name},
                       {"about", slot.about.in(voice)},
                       {"required", slot.required},
                       {"many", slot.many},
                       {"value", slot.kind != Slot::Kind::flag}};
    if (!slot.key.empty()) one["key"] = slot.key;
    for (const auto& choice : slot.choices)
      one["choices"].push_back({{"key", choice.key}, {"about", choice.words.in(voice)}});
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace

std::string about_slot(const Slot& slot, const text::Voice& voice) {
  auto text = slot.about.in(voice);
  if (!slot.choices.empty()) text += " (" + in_words(slot.choices, voice) + ")";
  if ((slot.required || slot.stops) && slot.kind != Slot::Kind::word) text += text::say(voice, "help.required");
  return text;
}

std::string rest_of_usage(const Entry& entry, const text::Voice& voice) {
  const auto verb = entry.fresh();
  Slots slots;
  verb->shape(slots);
  std::string usage;
  for (const auto& slot : slots.all())
    if (slot.kind == Slot::Kind::word) usage += slot.required ? " " + slot.name : " [" + slot.name + "]";
  return usage + text::say(voice, "help.options");
}

nlohmann::json help_json(std::string_view path, const text::Voice& voice) {
  nlohmann::json out{{"path", path}, {"about", about_of(path).in(voice)}};
  Slots own, common;
  if (const auto* const entry = entry_of(path)) {
    const auto verb = entry->fresh();
    verb->shape(own);
    out["usage"] = fmt::format("casus {}{}", path, rest_of_usage(*entry, voice));
    out["takes"] = slots_json(own, voice);
    out["example"] = "casus " + entry->example.in(voice);
  } else {
    const auto prefix = path.empty() ? std::string() : std::string(path) + ' ';
    for (const auto name : names_below(path))
      out["below"].push_back({{"name", name}, {"about", about_of(prefix + std::string(name)).in(voice)}});
  }
  Globals globals;
  globals.shape(common);
  out["always"] = slots_json(common, voice, own);
  return out;
}

std::string help_of(std::string_view path, const text::Voice& voice) {
  const auto* const entry = entry_of(path);
  return entry == nullptr ? group_help(path, voice) : verb_help(*entry, voice);
}

}  // namespace casus::cli
