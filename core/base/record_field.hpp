// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"

namespace casus {

/// What somebody fills in at a field of a record that a method declares.
enum class RecordFieldType { text, choice, number, day, person, reference, checklist };

constexpr std::array<Named<RecordFieldType>, 7> names_of(RecordFieldType) {
  return {{{RecordFieldType::text, "text", "word.record_field_type.text"},
           {RecordFieldType::choice, "choice", "word.record_field_type.choice"},
           {RecordFieldType::number, "number", "word.record_field_type.number"},
           {RecordFieldType::day, "day", "word.record_field_type.day"},
           {RecordFieldType::person, "person", "word.record_field_type.person"},
           {RecordFieldType::reference, "reference", "word.record_field_type.reference"},
           {RecordFieldType::checklist, "checklist", "word.record_field_type.checklist"}}};
}

/// Stands before the name of a declared field wherever fields of the program stand beside it: "own.severity".
inline constexpr std::string_view kOwnField = "own.";

/// Between the items of a checklist that are ticked.
inline constexpr char kBetweenItems = '|';

}  // namespace casus
