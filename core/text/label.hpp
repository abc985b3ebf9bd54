// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/base/text.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/voice.hpp"

#include <algorithm>
#include <string>

/// The words for the values of closed vocabularies.
namespace casus::text {

/// The word for a value.
template <NamedEnum E>
Message label(E value) {
  for (const auto& name : names_of(value))
    if (name.value == value) return Message(name.word, {});
  return Message::verbatim("?");
}

/// Whether this is what a value is called, in any language that the program speaks; as somebody types it.
inline bool is_word(std::string_view id, std::string_view typed) {
  const auto entry = find(id);
  if (!entry) return false;
  const auto wanted = folded(typed);
  return std::ranges::any_of(languages(), [&](Lang lang) { return folded(entry->text(lang)) == wanted; });
}

/// The same for the beginning of a word.
inline bool begins_word(std::string_view id, std::string_view typed) {
  const auto entry = find(id);
  if (!entry) return false;
  const auto wanted = folded(typed);
  return std::ranges::any_of(languages(), [&](Lang lang) { return folded(entry->text(lang)).starts_with(wanted); });
}

/// Whether that is how this value is called, in any language.
template <NamedEnum E>
bool is_value(E value, std::string_view typed) {
  return std::ranges::any_of(names_of(value),
                             [&](const Named<E>& name) { return name.value == value && is_word(name.word, typed); });
}

/// The value that is typed by its key, or by its word in any language.
template <NamedEnum E>
std::optional<E> typed_as(std::string_view typed) {
  for (const auto& name : names_of(E{}))
    if (typed == name.key || is_word(name.word, typed)) return name.value;
  return std::nullopt;
}

/// What a function of the language gives.
Text in_both(auto words) { return {std::string(words(Lang::nl)), std::string(words(Lang::en))}; }

}  // namespace casus::text

namespace casus {

/// The word for a value, put in words.
template <NamedEnum E>
std::string label(E value, const text::Voice& voice) {
  return voice.say(text::label(value));
}

}  // namespace casus
