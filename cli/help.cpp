// SPDX-License-Identifier: EUPL-1.2
#include "cli/help.hpp"

#include "cli/context.hpp"
#include "cli/tree.hpp"
#include "core/page/layout.hpp"

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

std::string slot_lines(const Slots& slots, Lang lang, bool words) {
  std::string out;
  for (const auto& slot : slots.all()) {
    if ((slot.kind == Slot::Kind::word) != words) continue;
    std::string text(slot.about.in(lang));
    if (!slot.choices.empty()) text += " (" + in_words(slot.choices, lang) + ")";
    if (slot.required && !words) text += said(lang, {"; moet", "; required"});
    out += line(slot.name, text);
  }
  return out;
}

std::string common_lines(Lang lang) {
  Globals globals;
  Slots slots;
  globals.shape(slots);
  return slot_lines(slots, lang, false);
}

std::string verb_help(const Entry& entry, Lang lang) {
  const auto verb = entry.fresh();
  Slots slots;
  verb->shape(slots);
  std::string usage = "casus " + std::string(entry.path);
  for (const auto& slot : slots.all())
    if (slot.kind == Slot::Kind::word) usage += slot.required ? " " + slot.name : " [" + slot.name + "]";
  const auto words = slot_lines(slots, lang, true);
  const auto options = slot_lines(slots, lang, false);
  return fmt::format("{}: {}\n\n  {}{}\n\n{}{}{}{}\n{}:\n  casus {}\n", entry.path, entry.about.in(lang), usage,
                     said(lang, {" [opties]", " [options]"}), words, options,
                     words.empty() && options.empty() ? "" : "\n",
                     said(lang, {"altijd:\n", "always:\n"}) + common_lines(lang), said(lang, {"voorbeeld", "example"}),
                     entry.example.in(lang));
}

std::string group_help(std::string_view path, Lang lang) {
  std::string out = path.empty() ? said(lang, {"casus: het casusberaad van een wijkteam, stap voor stap\n\n",
                                               "casus: the case review of a neighbourhood team, step by step\n\n"})
                                 : fmt::format("{}: {}\n\n", path, about(path).in(lang));
  const auto prefix = path.empty() ? std::string() : std::string(path) + ' ';
  for (const auto name : names_below(path)) out += line(name, about(prefix + std::string(name)).in(lang));
  if (path.empty()) out += line("--version", said(lang, {"welke versie dit is", "which version this is"}));
  out += '\n' + said(lang, {"altijd:\n", "always:\n"}) + common_lines(lang);
  out += path.empty() ? said(lang, {"\nbegin met:\n  casus demo\n  casus case open --help\n",
                                    "\nbegin with:\n  casus demo\n  casus case open --help\n"})
                      : said(lang, {"\nvoorbeeld:\n  casus {}\n", "\nexample:\n  casus {}\n"}, [&] {
                          for (const auto& entry : all_verbs())
                            if (entry.path.starts_with(prefix)) return entry.example.in(lang);
                          return std::string_view();
                        }());
  return out;
}

}  // namespace

std::string help_of(std::string_view path, Lang lang) {
  const auto* const entry = entry_of(path);
  return entry == nullptr ? group_help(path, lang) : verb_help(*entry, lang);
}

}  // namespace casus::cli
