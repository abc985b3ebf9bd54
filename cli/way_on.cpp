// SPDX-License-Identifier: EUPL-1.2
#include "cli/way_on.hpp"

#include "cli/verbs.hpp"
#include "core/desk/command_text.hpp"
#include "core/desk/typed_way.hpp"
#include "core/text/field_place.hpp"

namespace casus::cli {
namespace {

/// A field that a message names: "--because", "--role member".
std::string option_typed(const text::FieldPlace& field) {
  if (field.kind == text::FieldPlace::Kind::value) return std::string(field.value);
  auto option = "--" + std::string(field.name);
  if (!field.value.empty()) option += ' ' + std::string(field.value);
  return field.kind == text::FieldPlace::Kind::aside ? " (" + option + ')' : option;
}

}  // namespace

std::string TypedWays::write(const text::Way& way, const text::Voice& voice) const {
  if (const auto field = text::field_of(way)) return option_typed(*field);
  auto typed = desk::typed_way(all_verbs(), way, voice);
  if (!typed.named && !as_.empty() && desk::is_personal(all_verbs(), way.path))
    typed.options += (as_.starts_with('-') ? " --as=" : " --as ") + shell_quoted(as_);
  return command_ + ' ' + typed.line + typed.options + store_;
}

}  // namespace casus::cli
