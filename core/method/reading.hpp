// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/plugin_api.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What native rules need to read a case and a sentence. Small and inline, so that a plugin stays a plugin.
namespace casus::method {

/// The word in a field of a row, empty when it is not there.
inline std::string_view word_at(const View& view, Collection rows, std::size_t row, Field field) {
  const auto value = view.get(rows, row, field);
  const auto* word = std::get_if<std::string_view>(&value);
  return word == nullptr ? std::string_view{} : *word;
}

/// Whether a yes/no field of a row says yes.
inline bool flag_at(const View& view, Collection rows, std::size_t row, Field field) {
  const auto value = view.get(rows, row, field);
  const auto* flag = std::get_if<bool>(&value);
  return flag != nullptr && *flag;
}

/// The rows of a scope for which `wanted(row)` holds, oldest first.
std::vector<std::size_t> rows_where(const View& view, Collection rows, Scope scope, auto&& wanted) {
  std::vector<std::size_t> found;
  for (std::size_t row = 0; row < view.size(rows); ++row)
    if (view.within(rows, row, scope) && wanted(row)) found.push_back(row);
  return found;
}

/// Contributions of one kind in a scope.
inline std::vector<std::size_t> contributions(const View& view, std::string_view kind, Scope scope) {
  return rows_where(view, Collection::contributions, scope,
                    [&](std::size_t row) { return view.has(Collection::contributions, row, Field::kind, kind); });
}

/// What rows are called, as proof of a finding.
inline std::vector<std::string> ids_of(const View& view, Collection rows, const std::vector<std::size_t>& found) {
  std::vector<std::string> ids;
  for (const auto row : found) ids.emplace_back(word_at(view, rows, row, Field::id));
  return ids;
}

/// Whether the person has the role in this case.
inline bool has_role(const View& view, std::string_view person, std::string_view role) {
  for (std::size_t row = 0; row < view.size(Collection::participants); ++row)
    if (word_at(view, Collection::participants, row, Field::id) == person)
      return view.has(Collection::participants, row, Field::role, role);
  return false;
}

/// How many people around the resident are not there for their job.
inline std::size_t own_people(const View& view) {
  return rows_where(view, Collection::network, Scope::everything,
                    [&](std::size_t row) { return !flag_at(view, Collection::network, row, Field::professional); })
      .size();
}

/// A finding, in one line. `rule` is "<plugin>/<rule>".
inline Finding found(std::string_view rule, Finding::Weight weight, std::string nl, std::string en,
                     std::vector<std::string> proof = {}) {
  return {std::string(rule), weight, {std::move(nl), std::move(en)}, std::move(proof)};
}

}  // namespace casus::method
