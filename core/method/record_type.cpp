// SPDX-License-Identifier: EUPL-1.2
#include "core/method/record_type.hpp"

#include "core/base/each_language.hpp"
#include "core/base/first_that.hpp"

#include <algorithm>

namespace casus::method {

namespace {

bool begins_so(std::string_view wanted, const Text& name) {
  const auto sought = matched(wanted);
  return !sought.empty() && std::ranges::any_of(each_language(name), [&](std::string_view words) {
    return matched(words).starts_with(sought);
  });
}

/// The one that is called so, else the only one whose name begins so.
template <class Named>
const Named* meant(const std::vector<Named>& all, std::string_view typed) {
  const auto wanted = folded(trimmed(typed));
  if (wanted.empty()) return nullptr;
  for (const auto& one : all)
    if (wanted == one.id || is_name_of(wanted, one.name)) return &one;
  const auto begins = [&](const Named& one) { return begins_so(wanted, one.name); };
  const auto first = std::ranges::find_if(all, begins);
  return first == all.end() || std::ranges::count_if(all, begins) > 1 ? nullptr : &*first;
}

}  // namespace

const RecordOption* RecordField::option(std::string_view wanted) const { return with_id(options, wanted); }

const RecordField* RecordType::field(std::string_view wanted) const { return with_id(parts, wanted); }

const RecordField* RecordType::field_meant(std::string_view typed) const { return meant(parts, typed); }

const RecordField* RecordType::first_text() const {
  return first_with(parts, RecordFieldType::text, &RecordField::type);
}

const RecordOption* option_meant(const RecordField& field, std::string_view typed) {
  return meant(field.options, typed);
}

}  // namespace casus::method
