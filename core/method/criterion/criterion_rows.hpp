// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/criterion.hpp"
#include "core/method/view.hpp"

#include <string_view>

/// Which rows of a view a criterion is about, and what they hold; of evaluating only. Nothing here allocates.
namespace casus::method {

/// A field of the vocabulary, or one that a method declared for its records.
struct Asked {
  Field field{};
  std::string_view own;
};

/// What the row holds there; a declared field of anything but a record is empty.
Value value_of(const View& view, Collection rows, std::size_t row, const Asked& asked);

/// Whether the word is what the row holds there, or one of several: a role, a ticked item.
bool holds_word(const View& view, Collection rows, std::size_t row, const Asked& asked, std::string_view word);

/// An empty text is not filled in.
bool filled(const Value& value);

/// Whether the row meets every condition.
bool matches(const Filter& filter, const View& view, Collection rows, std::size_t row);

bool in_scope(const View& view, Collection rows, std::size_t row, Scope scope);

}  // namespace casus::method
