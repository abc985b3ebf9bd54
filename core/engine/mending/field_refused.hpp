// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/mending/said.hpp"
#include "core/engine/refusing.hpp"

#include <optional>
#include <string>
#include <utility>

namespace casus::engine {

/// Why a field got no other value, of a case and of the team alike; nothing when it did.
std::optional<Refusal> field_refused(FieldSet came, const auto& body, const std::string& field,
                                     const std::string& value) {
  using text::msg;
  using namespace text::literals;
  if (came == FieldSet::no_such_field && field.empty()) {  // new words, for what holds none
    auto fields = words_of_fields(body);
    return no("NoSuchField", "", msg("mending.no_words_in_it"),
              fields.empty() ? msg("remedy.leave_it") : msg("remedy.choose_from", "known"_is = std::move(fields)));
  }
  if (came == FieldSet::no_such_field)
    return no("NoSuchField", "", msg("mending.no_such_field", "field"_is = field),
              msg("remedy.choose_from", "known"_is = words_of_fields(body)));
  if (came == FieldSet::does_not_fit)
    return no("DoesNotFit", "", msg("mending.does_not_fit", "field"_is = field_words(field), "value"_is = value),
              msg("mending.does_not_fit_do", "field"_is = field_words(field)));
  return std::nullopt;
}

}  // namespace casus::engine
