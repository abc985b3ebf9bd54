// SPDX-License-Identifier: EUPL-1.2
#include "cli/typed/way_on.hpp"

#include "cli/typed/lacking_line.hpp"
#include "cli/verbs.hpp"
#include "core/desk/forms/form.hpp"
#include "core/desk/typed/command_text.hpp"
#include "core/desk/typed/typed_way.hpp"
#include "core/desk/words/spoken_line.hpp"
#include "core/text/field_place.hpp"

#include <algorithm>

namespace casus::cli {
namespace {

/// What is given with a field, in the words of who reads: a key of a closed list is English.
std::string given(const text::FieldPlace& field, const text::Voice& voice) {
  if (field.is_gap() || voice.lang() == Lang::en) return std::string(field.value);
  const auto word = desk::choice_label({}, field.name, field.value, voice);
  return word ? shell_quoted(*word) : std::string(field.value);
}

/// A field that a message names: "--because", "--role teamlid".
std::string option_typed(const text::FieldPlace& field, const text::Voice& voice) {
  if (field.kind == text::FieldPlace::Kind::value) return given(field, voice);
  auto option = "--" + std::string(field.name);
  if (!field.value.empty()) option += ' ' + given(field, voice);
  return field.kind == text::FieldPlace::Kind::aside ? " (" + option + ')' : option;
}

std::string option_as(const std::string& name) {
  return (name.starts_with('-') ? " --as=" : " --as ") + shell_quoted(name);
}

/// Whether it is something that was left out and that a person fills in.
bool is_lacking(const text::FieldPlace& field) { return field.kind == text::FieldPlace::Kind::field && field.is_gap(); }

}  // namespace

std::string TypedWays::write(const text::Way& way, const text::Voice& voice) const {
  if (const auto field = text::field_of(way)) {
    const auto option = option_typed(*field, voice);
    const auto line = is_lacking(*field) && !typed_.empty() ? line_lacking(typed_, field->name) : std::nullopt;
    if (!line) return option;
    const auto as = line->named || as_.empty() || field->name == "as" ? std::string() : option_as(as_);
    return command_ + ' ' + line->before + ' ' + option + as + store_ + line->behind;
  }
  auto typed = desk::typed_way(all_verbs(), way, voice);
  if (!typed.named && !as_.empty() && desk::is_personal(all_verbs(), way.path)) typed.options += option_as(as_);
  return command_ + ' ' + typed.line + typed.options + store_;
}

std::string SpokenWays::write(const text::Way& way, const text::Voice& voice) const {
  const auto is_of_another = [&](const text::Argument& field) {
    return field.name == "case" && voice.write(field.value) != case_at_hand_;
  };
  if (!case_at_hand_.empty() && !text::field_of(way) && std::ranges::none_of(way.fields, is_of_another))
    if (auto word = desk::word_for(way, voice)) return std::move(*word);
  return TypedWays::write(way, voice);
}

}  // namespace casus::cli
