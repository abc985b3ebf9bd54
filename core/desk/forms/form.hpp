// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/catalogue.hpp"
#include "core/text/field_place.hpp"
#include "core/text/voice.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What can be given with a verb, for a face that asks for it field by field: a form on a page, questions one by one.
/// Made from the catalogue, so a new verb has its form at once.
namespace casus::desk {

struct FormChoice {
  std::string key;    ///< what is handed over
  std::string label;  ///< what people read
};

struct FormField {
  std::string name;   ///< as `call` takes it: "case", "text", "by-when"
  std::string label;  ///< short, in the language
  std::string help;   ///< the rest that there is to say; may be empty
  Input input = Input::text;
  bool required = false;
  bool usual = false;  ///< see Slot
  bool many = false;   ///< may be given more than once
  std::vector<FormChoice> choices;
};

struct EntryForm {
  std::string path;     ///< "case say"
  std::string about;    ///< what it does
  std::string example;  ///< a line that can be typed, without "casus "
  std::string who;      ///< who may, in words
  Access access;
  bool here = false;              ///< only on this computer: it works with a file, or for long
  std::vector<FormField> fields;  ///< none that names a file on this computer: those are not asked at a distance

  const FormField* field(std::string_view name) const;  ///< nullptr when there is none
};

/// The verb of the catalogue at this path; nullptr when there is none.
const Entry* entry_at(std::string_view path);

EntryForm form_of(const Entry& entry, const text::Voice& voice);

/// What a face that does not type calls a field: as the form of the verb at `path` has it ("Waarom"), else as most
/// forms do; its own name when no form has it.
std::string field_label(std::string_view path, std::string_view field, const text::Voice& voice);
/// A field that a message names, by its label: “Waarom”, or “lid” of one that is chosen. See text/field_place.
std::string field_in_words(std::string_view path, const text::FieldPlace& field, const text::Voice& voice);
/// The word for a value of a field that has choices ("lid" of "member"); nothing when it has none, or none like that.
std::optional<std::string> choice_label(std::string_view path, std::string_view field, std::string_view value,
                                        const text::Voice& voice);

/// All pages that can be asked for, in the order of help: the entries that read.
const std::vector<const Entry*>& readings();

}  // namespace casus::desk
