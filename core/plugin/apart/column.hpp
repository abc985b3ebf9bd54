// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/plugin_api.hpp"
#include "core/plugin/apart/wire.hpp"

#include <compare>
#include <string>
#include <vector>

namespace casus::plugin {

/// What rules ask a view row by row, asked at once for all rows of a collection: a question over the socket costs more
/// than a hundred rows in it.
struct Column {
  enum class What : std::uint8_t { get, has, within };

  What what = What::get;
  method::Collection collection{};
  method::Field field{};  ///< of get and has
  method::Scope scope{};  ///< of within
  std::string word;       ///< of has

  auto operator<=>(const Column&) const = default;
};

void write(Writing& out, const Column& column);
/// Throws Garbage for a collection, field or scope that there is not.
Column read_column(Reading& in);

/// The rows of a column, one after another, so that a case that grew begins with the bytes that it had before.
std::string rows_of(const method::View& view, const Column& column);

/// The same rows as values; words point into `bytes`. `has` and `within` are flags.
std::vector<method::Value> values_of(std::string_view bytes);

/// Whether the view can be asked for it: a library can call with any number for a word of the vocabulary.
bool is_known(method::Collection collection);
bool is_known(method::Field field);
bool is_known(method::Scope scope);

/// What the rules are asked.
enum class Function : std::uint8_t { review, assess, suggest, fidelity };

constexpr std::string_view name_of(Function function) {
  constexpr std::string_view kNames[] = {"review", "assess", "suggest", "fidelity"};
  return kNames[static_cast<std::size_t>(function)];
}

void write(Writing& out, const method::Findings& findings);
/// Throws Garbage. What the findings say is not looked at here.
method::Findings read_findings(std::string_view bytes);

}  // namespace casus::plugin
