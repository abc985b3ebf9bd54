// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/decide/record_line.hpp"

#include "core/base/each_language.hpp"
#include "core/base/matching.hpp"
#include "core/base/part_of_name.hpp"

#include <algorithm>
#include <iterator>

namespace casus::engine {

namespace {

using method::RecordField;
using method::RecordType;

/// So much of a name tells a field from a word of a text with a sign behind it.
constexpr std::size_t kBeginsName = 3;

/// The field that a part of a line begins with, and what stands behind it: by its name, or with `cut_short` by a
/// beginning of the name of just one.
std::pair<const RecordField*, std::string> named_part(const RecordType& type, std::string_view part, bool cut_short) {
  const auto sign = part.find_first_of(":=");
  if (sign == std::string_view::npos) return {nullptr, {}};
  const auto name = folded(trimmed(part.substr(0, sign)));
  const auto* field = type.field_meant(name);
  const bool whole = field != nullptr && (name == field->id || is_name_of(name, field->name));
  if (!whole && (!cut_short || name.size() < kBeginsName)) field = nullptr;
  if (field == nullptr) return {nullptr, {}};
  return {field, std::string(trimmed(part.substr(sign + 1)))};
}

/// The parts of a line between its semicolons, without those that are empty.
std::vector<std::string_view> parts_of_line(std::string_view line) {
  std::vector<std::string_view> parts;
  while (!line.empty()) {
    const auto end = std::min(line.find(';'), line.size());
    if (const auto part = trimmed(line.substr(0, end)); !part.empty()) parts.push_back(part);
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return parts;
}

/// What a field can be called.
std::vector<std::string_view> names_of_fields(const RecordType& type) {
  std::vector<std::string_view> names;
  for (const auto& field : type.parts) {
    names.emplace_back(field.id);
    std::ranges::copy(each_language(field.name), std::back_inserter(names));
  }
  return names;
}

}  // namespace

TypedFields fields_in(const RecordType& type, const std::string& line) {
  TypedFields found;
  for (const auto part : parts_of_line(line)) {
    // What comes first is the text itself, whatever word it begins with; where there is one.
    auto [field, value] = named_part(type, part, !found.empty() || type.first_text() == nullptr);
    // A semicolon may stand in a text as well: then what follows belongs to it.
    if (field != nullptr) found.emplace_back(field, std::move(value));
    else if (!found.empty() && found.back().first == type.first_text()) found.back().second += "; " + std::string(part);
    else found.emplace_back(type.first_text(), std::string(part));
  }
  return found;
}

Outcome<std::string, Refusal> given_for(const RecordField& field, const TypedFields& typed) {
  std::string given;
  for (const auto& [of, text] : typed) {
    if (of != &field || blank(text)) continue;
    if (given.empty() || trimmed(given) == trimmed(text)) given = text;
    else if (field.type == RecordFieldType::checklist) given += '|' + text;
    else
      return refuse("RecordFieldTwice", "",
                    msg("records.field_twice", "field"_is = field.name, "first"_is = given, "second"_is = text),
                    msg("records.field_twice_do", "field"_is = field.name));
  }
  return given;
}

TypedFields fields_corrected(const RecordType& type, const std::string& line) {
  const auto parts = parts_of_line(line);
  if (parts.empty()) return {};
  auto [field, value] = named_part(type, parts.front(), false);
  if (field == nullptr || field == type.first_text()) return fields_in(type, line);
  // Nobody says the text again of which another field is put right.
  TypedFields found{{field, std::move(value)}};
  const auto rest = line.find(';');
  if (rest == std::string::npos) return found;
  for (const auto part : parts_of_line(std::string_view(line).substr(rest + 1))) {
    auto [other, typed] = named_part(type, part, true);
    if (other != nullptr) found.emplace_back(other, std::move(typed));
    else found.back().second += "; " + std::string(part);
  }
  return found;
}

tl::unexpected<Refusal> no_such_field(const RecordType& type, std::string_view typed) {
  const auto names = names_of_fields(type);
  auto near = nearest(typed, names);
  if (near.empty()) near = named_by_part(typed, names);
  return refuse(
      "RecordNoSuchField", "",
      msg("records.no_such_field", "type"_is = type.name, "field"_is = typed, "near"_is = did_you_mean_quoted(near)),
      msg("records.no_such_field_do", "known"_is = joined_names(type.parts)));
}

std::optional<Refusal> nearly_named(const RecordType& type, std::string_view line) {
  const auto names = names_of_fields(type);
  bool behind = type.first_text() == nullptr;
  for (const auto part : parts_of_line(line)) {
    const auto sign = part.find_first_of(":=");
    const auto name = sign == std::string_view::npos ? std::string_view() : trimmed(part.substr(0, sign));
    const bool may_be = std::exchange(behind, true) && name.size() > kBeginsName;
    if (!may_be || named_part(type, part, true).first != nullptr) continue;
    if (const auto near = nearest(name, names); !near.empty())
      return no(
          "RecordNoSuchField", "",
          msg("records.no_such_field", "type"_is = type.name, "field"_is = name, "near"_is = did_you_mean_quoted(near)),
          msg("records.nearly_named_do", "known"_is = joined_names(type.parts)));
  }
  return std::nullopt;
}

}  // namespace casus::engine
