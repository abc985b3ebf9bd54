// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/record_field.hpp"
#include "core/base/text.hpp"
#include "core/method/vocabulary.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Records that a method declares: what is written down in several fields of its own. plugins/README.md says each key.
namespace casus::method {

/// One of the answers of a choice, or one item of a checklist.
struct RecordOption {
  std::string id;
  Text name;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("name", self.name);
  }
};

/// A scale of the method's own: whole numbers between two ends that are said in words.
struct OwnScale {
  int min = 0;
  int max = 0;
  Text low;   ///< what `min` means
  Text high;  ///< what `max` means
  Mark mark = Mark::own;
  std::vector<std::string> source{};  ///< keys of Definition::sources

  static void fields(auto& self, auto&& visit) {
    visit.required("min", self.min);
    visit.required("max", self.max);
    visit.required("low", self.low);
    visit.required("high", self.high);
    visit.required("mark", self.mark);
    visit.optional("source", self.source);
  }
};

struct RecordField {
  std::string id;
  Text name;
  RecordFieldType type = RecordFieldType::text;
  bool required = false;
  std::vector<RecordOption> options{};  ///< of a choice or a checklist
  std::optional<OwnScale> scale{};      ///< of a number
  std::vector<std::string> to{};        ///< kinds that a reference names one of; empty: any
  int at_least = 0;                     ///< of a checklist: fewest items that are ticked
  Mark mark = Mark::own;
  std::vector<std::string> source{};  ///< keys of Definition::sources

  const RecordOption* option(std::string_view id) const;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("name", self.name);
    visit.required("type", self.type);
    visit.optional("required", self.required);
    visit.optional("options", self.options);
    visit.optional("scale", self.scale);
    visit.optional("to", self.to);
    visit.optional("at_least", self.at_least);
    visit.required("mark", self.mark);
    visit.optional("source", self.source);
  }
};

struct RecordType {
  std::string id;  ///< stands among the kinds of a step where it can be recorded
  Text name;
  std::vector<RecordField> parts;  ///< its fields, in the order in which they are asked
  Mark mark = Mark::own;
  std::vector<std::string> source{};  ///< keys of Definition::sources

  const RecordField* field(std::string_view id) const;
  /// The field that somebody means by its id, or by a name of it in any language or the only one that begins so.
  const RecordField* field_meant(std::string_view typed) const;
  /// The first text: what is said without naming a field. nullptr when it has none.
  const RecordField* first_text() const;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("name", self.name);
    visit.required("fields", self.parts);
    visit.required("mark", self.mark);
    visit.optional("source", self.source);
  }
};

/// The answer or item that somebody means by its id or by a name of it; nullptr when none is.
const RecordOption* option_meant(const RecordField& field, std::string_view typed);

}  // namespace casus::method
