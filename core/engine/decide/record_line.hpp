// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"
#include "core/text/catalogue.hpp"

#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A line in which a record is typed: which part of it belongs to which field. Internal to core/engine.
namespace casus::engine {

/// What was typed for each field; the first text has no name. "He hit her; severity: 7; on = 2026-03-02".
using TypedFields = std::vector<std::pair<const method::RecordField*, std::string>>;
TypedFields fields_in(const method::RecordType& type, const std::string& line);

/// The same of a line that puts a record right: it may begin with another field than the text, by its whole name, and
/// then the text stays as it is. "severity: 7".
TypedFields fields_corrected(const method::RecordType& type, const std::string& line);

/// What was typed for one field, empty when nothing was. The items of a checklist may come one by one; of any other
/// field one value is meant, and a second is refused.
Outcome<std::string, Refusal> given_for(const method::RecordField& field, const TypedFields& typed);

/// Refuses because the type has no such field; names those that it has.
tl::unexpected<Refusal> no_such_field(const method::RecordType& type, std::string_view typed);

/// Asks about a part behind the text that begins with what is nearly the name of a field: it would be taken for text.
std::optional<Refusal> nearly_named(const method::RecordType& type, std::string_view line);

/// The names of fields or of answers, in each language of the method, as they can be typed in each.
Text joined_names(const auto& all) {
  const auto in = [&](Lang lang) {
    std::string names;
    for (const auto& one : all) names += (names.empty() ? "" : ", ") + one.name.in(lang);
    return names;
  };
  auto joined = text::in_both(in);
  if (!std::ranges::empty(all))
    for (const auto& other : std::ranges::begin(all)->name.more) joined.more.push_back({other.lang, in(other.lang)});
  return joined;
}

}  // namespace casus::engine
