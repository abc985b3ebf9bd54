// SPDX-License-Identifier: EUPL-1.2
#include "core/plugin/stamp.hpp"

#include "core/plugin/c_rules.hpp"
#include "core/plugin/elf.hpp"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <span>

namespace casus::plugin {
namespace {

const Text kRebuild{"bouw de plugin opnieuw tegen deze versie van casus",
                    "rebuild the plugin against this version of casus"};

/// A field of a stamp that somebody else wrote: cut at its end, and only what can safely be printed.
template <std::size_t N>
std::string shown(const char (&field)[N]) {
  std::string text(field, std::find(field, field + N, '\0'));
  std::ranges::replace_if(
      text, [](char c) { return c < 0x20 || c > 0x7e; }, '?');
  return "'" + text + "'";
}

std::string shown(std::uint32_t number) { return std::to_string(number); }

Text differs(const Text& field, const std::string& got, const std::string& expected, const Text& remedy) {
  return {field.nl + " is " + got + ", verwacht " + expected + "; " + remedy.nl,
          field.en + " is " + got + ", expected " + expected + "; " + remedy.en};
}

template <class Value>
bool same(const Value& a, const Value& b) {
  return std::memcmp(&a, &b, sizeof a) == 0;
}

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

Text remedy_for(ElfFault fault, std::string_view name) {
  switch (fault) {
    case ElfFault::missing:
      return {"bouw de plugin, of haal \"library\" weg uit het methodebestand",
              "build the plugin, or take \"library\" out of the method's file"};
    case ElfFault::unreadable: return {"kijk of je het bestand mag lezen", "see whether you may read the file"};
    case ElfFault::cut_off:
    case ElfFault::damaged:
      return {"kopieer " + std::string(name) + " opnieuw", "copy " + std::string(name) + " again"};
    case ElfFault::no_library:
    case ElfFault::other_machine:
    case ElfFault::no_section: return kRebuild;
  }
  return kRebuild;
}

Text about(std::string_view name, const Text& text, std::string_view joint) {
  const auto library = "bibliotheek " + std::string(name) + std::string(joint);
  return {"de " + library + text.nl, "library " + std::string(name) + std::string(joint) + text.en};
}

}  // namespace

std::optional<Text> difference(const method::Stamp& stamp, std::string_view plugin) {
  const bool c = is_c(stamp);
  const auto own = c ? c_stamp_for(plugin) : method::stamp_for(plugin, "");
  if (!same(stamp.magic, own.magic))
    return differs({"het kenmerk (magic)", "the mark (magic)"}, shown(stamp.magic), shown(own.magic), kRebuild);

  const struct {
    Text field;
    std::uint32_t got, expected;
  } numbers[] = {
      {{"de maat van de stempel (size)", "the size of the stamp (size)"}, stamp.size, own.size},
      {{"het nummer van de koppeling (api)", "the number of the interface (api)"}, stamp.api, own.api},
      {{"de maat van View (view_size)", "the size of View (view_size)"}, stamp.view_size, own.view_size},
      {{"de maat van Finding (finding_size)", "the size of Finding (finding_size)"},
       stamp.finding_size,
       own.finding_size},
  };
  // What a library in C was made with does not matter, nor how large a View is: it sees neither.
  for (const auto& [field, got, expected] : std::span(numbers).first(c ? 2 : std::size(numbers)))
    if (got != expected) return differs(field, shown(got), shown(expected), kRebuild);

  if (!c && !same(stamp.toolchain, own.toolchain))
    return differs(
        {"de compiler (toolchain)", "the compiler (toolchain)"}, shown(stamp.toolchain), shown(own.toolchain),
        {"bouw de plugin opnieuw met dezelfde compiler als casus", "rebuild the plugin with the compiler of casus"});
  if (!c && !same(stamp.flavour, own.flavour))
    return differs({"de soort build (flavour)", "the kind of build (flavour)"}, shown(stamp.flavour),
                   shown(own.flavour),
                   {"bouw de plugin opnieuw in dezelfde soort build als casus",
                    "rebuild the plugin in the same kind of build as casus"});
  if (!same(stamp.plugin, own.plugin))
    return differs({"de naam van de plugin (plugin)", "the name of the plugin (plugin)"}, shown(stamp.plugin),
                   quoted(plugin),
                   {"leg de bibliotheek in de map van haar eigen plugin, of bouw haar opnieuw met deze naam",
                    "move the library to the folder of its own plugin, or rebuild it with this name"});
  return std::nullopt;
}

Outcome<method::Stamp, Text> stamp_of(const std::string& path, std::string_view plugin) {
  const auto name = std::filesystem::path(path).filename().string();
  const auto section = section_of(path, method::kStampSection, sizeof(method::Stamp));
  if (!section) {
    const auto remedy = remedy_for(section.error(), name);
    return failure(about(
        name, {words_of(section.error()).nl + "; " + remedy.nl, words_of(section.error()).en + "; " + remedy.en}, " "));
  }
  // A shorter section is the stamp of another version: what there is of it says so, since magic and size come first.
  method::Stamp stamp{};
  std::memcpy(&stamp, section->data(), section->size());
  if (auto text = difference(stamp, plugin)) return failure(about(name, *text, ": "));
  if (section->size() < sizeof stamp) {
    const auto remedy = remedy_for(ElfFault::damaged, name);
    return failure(about(
        name, {words_of(ElfFault::damaged).nl + "; " + remedy.nl, words_of(ElfFault::damaged).en + "; " + remedy.en},
        " "));
  }
  return stamp;
}

}  // namespace casus::plugin
