// SPDX-License-Identifier: EUPL-1.2
#include "core/text/field_place.hpp"

#include <algorithm>

namespace casus::text {
namespace {

constexpr std::string_view kField = "@";
constexpr std::string_view kValue = "@:";
constexpr std::string_view kAside = "(@)";

}  // namespace

bool FieldPlace::is_gap() const {
  return value == "\"...\"" ||
         (!value.empty() && std::ranges::all_of(value, [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; }));
}

std::optional<FieldPlace> field_place(std::string_view place) {
  FieldPlace found;
  if (place.starts_with("(@") && place.ends_with(')')) {
    found.kind = FieldPlace::Kind::aside;
    place = place.substr(1, place.size() - 2);
  }
  if (!place.starts_with('@')) return std::nullopt;
  const auto end = place.find_first_of("=:");
  found.name = place.substr(1, end == std::string_view::npos ? end : end - 1);
  if (end == std::string_view::npos) return found;
  found.value = place.substr(end + 1);
  if (place[end] == ':') found.kind = FieldPlace::Kind::value;
  return found;
}

Way way_of(const FieldPlace& place) {
  const auto path = place.kind == FieldPlace::Kind::aside   ? kAside
                    : place.kind == FieldPlace::Kind::value ? kValue
                                                            : kField;
  return {path, {{place.name, Value(place.value)}}};
}

std::optional<FieldPlace> field_of(const Way& way) {
  if ((way.path != kField && way.path != kValue && way.path != kAside) || way.fields.empty()) return std::nullopt;
  const auto kind = way.path == kAside   ? FieldPlace::Kind::aside
                    : way.path == kValue ? FieldPlace::Kind::value
                                         : FieldPlace::Kind::field;
  return FieldPlace{kind, way.fields[0].name, way.fields[0].value.text()};
}

}  // namespace casus::text
