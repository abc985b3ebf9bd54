// SPDX-License-Identifier: EUPL-1.2
#include "cli/typed/lacking_line.hpp"

#include "cli/typed/tree.hpp"
#include "cli/verbs.hpp"
#include "core/base/citizen_number.hpp"
#include "core/desk/places.hpp"
#include "core/desk/typed/command_text.hpp"

#include <algorithm>
#include <filesystem>

namespace casus::cli {
namespace {

/// A file is found from another folder too.
std::string file_from_anywhere(const std::string& typed) {
  std::error_code none;
  if (!std::filesystem::exists(typed, none)) return typed;
  const auto whole = std::filesystem::absolute(typed, none).lexically_normal();
  return none ? typed : whole.string();
}

/// What may not be said back: a citizen service number, and an address with what may be a password in it.
bool holds_secret(const std::string& argument) {
  if (!citizen_numbers(argument).empty()) return true;
  const auto scheme = argument.starts_with('-') ? argument.find('=') + 1 : 0;  // "--store=postgresql://..."
  return desk::holds_password(argument.substr(scheme));
}

}  // namespace

std::optional<LackingLine> line_lacking(const std::vector<std::string>& typed, std::string_view option) {
  if (std::ranges::any_of(typed, holds_secret)) return std::nullopt;
  Globals globals;
  Slots common;
  globals.shape(common);
  const desk::TypedLine read(all_verbs(), common, typed);
  const auto lacks = "--" + std::string(option);
  const auto* lacking = read.option(lacks);
  // Of lines for programs each says itself who does it, and why.
  if (entry_of(read.path()) == nullptr || read.path() == "apply" || lacking == nullptr ||
      lacking->kind != desk::Slot::Kind::option)
    return std::nullopt;

  std::vector<const desk::Slot*> places(static_cast<std::size_t>(1 + std::ranges::count(read.path(), ' ')), nullptr);
  for (const auto& slot : read.slots().all())
    if (slot.kind == desk::Slot::Kind::word) places.push_back(&slot);
  LackingLine line;
  std::size_t words = 0;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const auto& name = read.options()[i];
    const bool of_store = (name == "--store" || name == "--keys") && !read.slots().has(name);
    if (of_store || name == lacks) continue;
    if (name == "--") {
      line.behind = " --";
      continue;
    }
    const auto* slot = !name.empty() ? read.option(name) : words < places.size() ? places[words] : nullptr;
    words += name.empty() ? 1 : 0;
    const bool is_file = slot != nullptr && slot->input == desk::Input::file;
    auto& part = name.empty() && !line.behind.empty() ? line.behind : line.before;
    part += ' ' + shell_quoted(is_file ? file_from_anywhere(typed[i]) : typed[i]);
    line.named = line.named || name == "--as";
  }
  if (!line.before.empty()) line.before.erase(0, 1);
  return line;
}

}  // namespace casus::cli
