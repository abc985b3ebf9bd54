// SPDX-License-Identifier: EUPL-1.2
#include "cli/help.hpp"

#include "cli/context.hpp"
#include "cli/tree.hpp"
#include "core/page/layout.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::cli {
namespace {

Words about(std::string_view path) {
  if (const auto* entry = entry_of(path)) return entry->about;
  const auto group = std::ranges::find(all_groups(), path, &Group::path);
  return group == all_groups().end() ? Words{} : group->about;
}

std::string line(std::string_view name, std::string_view text) {
  return page::paragraph(fmt::format("  {:<24} ", name), text);
}

/// Without those that `hidden` names too.
std::string slot_lines(const Slots& slots, const text::Voice& voice, bool words, const Slots& hidden = {}) {
  std::string out;
  for (const auto& slot : slots.all()) {
    if ((slot.kind == Slot::Kind::word) != words) continue;
    if (hidden.has(slot.name)) continue;
    std::string text(slot.about.in(voice));
    if (!slot.choices.empty()) text += " (" + in_words(slot.choices, voice) + ")";
    if (slot.required && !words) text += text::say(voice, "help.required");
    out += line(slot.name, text);
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
  std::string usage = "casus " + std::string(entry.path);
  for (const auto& slot : slots.all())
    if (slot.kind == Slot::Kind::word) usage += slot.required ? " " + slot.name : " [" + slot.name + "]";
  const auto words = slot_lines(slots, voice, true);
  const auto options = slot_lines(slots, voice, false);
  return fmt::format("{}: {}\n\n  {}{}\n\n{}{}{}{}\n{}:\n  casus {}\n", entry.path, entry.about.in(voice), usage,
                     text::say(voice, "help.options"), words, options, words.empty() && options.empty() ? "" : "\n",
                     text::say(voice, "help.always") + '\n' + common_lines(voice, slots),
                     text::say(voice, "help.example_2"), entry.example.in(voice));
}

std::string group_help(std::string_view path, const text::Voice& voice) {
  std::string out = path.empty() ? text::say(voice, "help.casus_case_review_neighbourhood_team") + '\n'
                                 : fmt::format("{}: {}\n\n", path, about(path).in(voice));
  const auto prefix = path.empty() ? std::string() : std::string(path) + ' ';
  for (const auto name : names_below(path)) out += line(name, about(prefix + std::string(name)).in(voice));
  if (path.empty()) out += line("--version", text::say(voice, "help.which_version"));
  out += '\n' + text::say(voice, "help.always") + '\n' + common_lines(voice);
  if (path.empty())
    return out + '\n' + text::say(voice, "help.begin", "demo"_is = "casus demo", "open"_is = "casus case open --help") +
           '\n';
  for (const auto& entry : all_verbs())
    if (entry.path.starts_with(prefix))
      return out + '\n' + text::say(voice, "help.example_below", "example"_is = entry.example.in(voice)) + '\n';
  return out;
}

}  // namespace

std::string help_of(std::string_view path, const text::Voice& voice) {
  const auto* const entry = entry_of(path);
  return entry == nullptr ? group_help(path, voice) : verb_help(*entry, voice);
}

}  // namespace casus::cli
