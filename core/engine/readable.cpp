// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/readable.hpp"

#include "core/engine/refusing.hpp"
#include "core/model/event_field.hpp"

namespace casus::engine {

namespace {

/// As people call the field; a key that has no word stays as files write it.
text::Value called_by_people(std::string_view key) {
  for (const auto& name : names_of(EventField{}))
    if (name.key == key) return text::label(name.value);
  return key;
}

}  // namespace

void ReadableTexts::look(std::string_view key, const std::string& text) {
  if (refusal_) return;
  if (text.size() > kLongestText) {
    refusal_ = no("TextTooLong", "",
                  msg("refuse.text_too_long", "field"_is = called_by_people(key), "size"_is = text.size(),
                      "limit"_is = kLongestText),
                  msg("refuse.text_too_long_do"));
  } else if (!is_utf8(text) || text.find('\0') != std::string::npos) {
    refusal_ = no("TextNotReadable", "", msg("refuse.text_not_readable", "field"_is = called_by_people(key)),
                  msg("refuse.text_not_readable_do"));
  } else if (!citizen_numbers(text).empty()) {
    refusal_ = no("CitizenNumber", "", msg("refuse.citizen_number", "field"_is = called_by_people(key)),
                  msg("refuse.citizen_number_do"));
  }
}

}  // namespace casus::engine
