// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/record_line.hpp"

#include <string>
#include <vector>

/// What is filled in at the fields of a record that a method declares. Internal to core/engine.
namespace casus::engine {

/// The value as it is kept (RecordedValue), from what was typed: a number, a day, an answer by its name, a person, the
/// id of what was said. Refuses with what the field asks for. Nothing typed leaves the field open.
Outcome<std::string, Refusal> value_from(const Deciding& d, const method::RecordField& field, const std::string& typed);

/// The same for a field that must be filled in: why it cannot be left so; nothing when it can.
std::optional<Refusal> left_open(const Deciding& d, const method::RecordType& type,
                                 const std::vector<RecordedValue>& values);

/// Whether this field may refer to it, for who asks.
bool may_refer_to(const Deciding& d, const method::RecordField& field, const Contribution& it);

/// The first field that must refer to something of which nothing was said yet; nullptr when there is none.
const method::RecordField* refers_to_nothing(const Deciding& d, const method::RecordType& type);

/// The kinds that a reference names, in words.
Text kinds_of_reference(const Deciding& d, const method::RecordField& field);

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
