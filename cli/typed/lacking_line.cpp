// SPDX-License-Identifier: EUPL-1.2
#include "cli/typed/lacking_line.hpp"

#include "cli/typed/tree.hpp"
#include "core/base/citizen_number.hpp"
#include "core/desk/places.hpp"
#include "core/desk/typed/command_text.hpp"

#include <algorithm>

namespace casus::cli {
namespace {

/// What can be given in a line: with its verb, and with every verb.
struct LineTakes {
  Slots own;
  Slots common;

  const desk::Slot* option(std::string_view name) const {
    for (const auto* slots : {&own, &common})
      for (const auto& slot : slots->all())
        if (slot.kind != desk::Slot::Kind::word && slot.name == name) return &slot;
    return nullptr;
  }
  bool takes_value(std::string_view name) const {
    const auto* slot = option(name);
    return slot != nullptr && slot->kind == desk::Slot::Kind::option;
  }
};

/// As in a line that is read: a number below zero is a word.
bool begins_option(std::string_view argument) {
  return argument.size() > 1 && argument.front() == '-' && (argument[1] < '0' || argument[1] > '9');
}

/// What may not be said back: a citizen service number, and an address with what may be a password in it.
bool holds_secret(const std::string& argument) {
  if (!citizen_numbers(argument).empty()) return true;
  const auto scheme = argument.starts_with('-') ? argument.find('=') + 1 : 0;  // "--store=postgresql://..."
  return desk::holds_password(argument.substr(scheme));
}

}  // namespace

std::optional<LackingLine> line_lacking(const std::vector<std::string>& typed, std::string_view option) {
  const auto path = walk_of(typed).path;
  const auto* entry = entry_of(path);
  // Of lines for programs each says itself who does it, and why.
  if (entry == nullptr || path == "apply") return std::nullopt;
  if (std::ranges::any_of(typed, holds_secret)) return std::nullopt;
  const auto verb = entry->fresh();
  Globals globals;
  LineTakes given;
  verb->shape(given.own);
  globals.shape(given.common);
  const auto lacks = "--" + std::string(option);
  if (!given.takes_value(lacks)) return std::nullopt;

  LackingLine line;
  bool words_only = false;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const auto& argument = typed[i];
    if (words_only || !begins_option(argument)) {
      (words_only ? line.behind : line.before) += ' ' + shell_quoted(argument);
      continue;
    }
    if (argument == "--") {
      words_only = true;
      line.behind = " --";
      continue;
    }
    const auto name = argument.substr(0, argument.find('='));
    const bool has_value = name != argument || (given.takes_value(name) && i + 1 < typed.size() &&
                                                typed[i + 1] != "--" && given.option(typed[i + 1]) == nullptr);
    const bool of_store = (name == "--store" || name == "--keys") && !given.own.has(name);
    const bool left_out = of_store || name == lacks;
    if (!left_out) line.before += ' ' + shell_quoted(argument);
    if (has_value && name == argument) {
      ++i;
      if (!left_out) line.before += ' ' + shell_quoted(typed[i]);
    }
    line.named = line.named || name == "--as";
  }
  if (!line.before.empty()) line.before.erase(0, 1);
  return line;
}

}  // namespace casus::cli
