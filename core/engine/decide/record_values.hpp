// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"

#include <string>
#include <utility>
#include <vector>

/// What is filled in at the fields of a record that a method declares. Internal to core/engine.
namespace casus::engine {

/// The value as it is kept (RecordedValue), from what was typed: a number, a day, an answer by its name, a person, the
/// id of what was said. Refuses with what the field asks for. Nothing typed leaves the field open.
Outcome<std::string, Refusal> value_from(const Deciding& d, const method::RecordField& field, const std::string& typed);

/// The same for a field that must be filled in: why it cannot be left so; nothing when it can.
std::optional<Refusal> left_open(const Deciding& d, const method::RecordType& type,
                                 const std::vector<RecordedValue>& values);

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

/// Something that can be typed at this field, for an example.
std::string sample_of(const Deciding& d, const method::RecordField& field, Lang lang);

/// A record that fits the declaration, as an example: what must be filled in, and nothing else.
Record example_of(const Deciding& d, const method::RecordType& type, Lang lang);

/// What is declared of a record of this kind, by a method of the case; nullptr when none is to be had.
const method::RecordType* declared(const Deciding& d, std::string_view kind);

/// The field of an event that is meant; of a record of a declared type by what the method calls it.
std::string field_called(const Deciding& d, const EventBody& body, const std::string& typed);

/// What is put in a declared field, as the declaration asks for it; as it is when that is not to be had.
Outcome<std::string, Refusal> declared_value(const Deciding& d, const EventBody& body, std::string_view key,
                                             const std::string& typed);

}  // namespace casus::engine
