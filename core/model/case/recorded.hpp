// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/record_field.hpp"
#include "core/model/case/talk.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Records with fields that a method declares. Command and event.
namespace casus {

/// Command. A record of a declared type, in the current step. What is typed first goes to its first text; other fields
/// stand behind it ("; severity: 7") or in `set`.
struct Record {
  static constexpr std::string_view kName = "Record";

  std::string type;
  std::string text;
  std::vector<std::string> set;  ///< other fields, each as "field=value"

  static void fields(auto& self, auto&& visit) {
    visit.required("type", self.type);
    visit.optional("text", self.text);
    visit.optional("set", self.set);
  }
};

/// One field as it was filled in. Of a person and a reference the id, of a choice and a checklist the ids of what was
/// chosen with "|" between, of a day and a number as files write them.
struct RecordedValue {
  std::string field;
  RecordFieldType type{};
  std::string value;  ///< empty: left open

  bool operator==(const RecordedValue&) const = default;

  /// What the field is called where fields of the program stand beside it: "own_text.what". The type stands in it, so
  /// that texts, people and records are known by the name alone.
  std::string key() const;

  static void fields(auto& self, auto&& visit) {
    visit.required("field", self.field);
    visit.required("type", self.type);
    visit.optional("value", self.value);
  }
};

/// The field that such a key names.
struct RecordedKey {
  RecordFieldType type{};
  std::string_view field;
};
std::optional<RecordedKey> recorded_key(std::string_view key);

/// All fields of the type, also those that were left open: they can be filled in later on.
struct Recorded {
  static constexpr std::string_view kName = "Recorded";
  static constexpr int kVersion = 1;

  std::string id;
  std::string type;
  std::vector<RecordedValue> values;
  std::string re;  ///< id of the record that is told here, when it was written unseen
  TurnUse turn = TurnUse::begins;
  bool hidden = false;  ///< not shown before the step is left, or with `told_in` before it is told there
  std::vector<Noticed> noticed;
  std::string told_in;  ///< id of the later step in which what is hidden is told

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("type", self.type);
    visit.required("values", self.values);
    visit.optional("re", self.re);
    visit.optional("turn", self.turn);
    visit.optional("hidden", self.hidden);
    visit.optional("noticed", self.noticed);
    visit.optional("told_in", self.told_in);
  }
};

/// The first text that was filled in: what a record reads as where there is room for one text.
std::string first_text(const std::vector<RecordedValue>& values);

}  // namespace casus
