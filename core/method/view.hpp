// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/phrases.hpp"
#include "core/method/vocabulary.hpp"

#include <string_view>
#include <variant>

namespace casus::method {

/// What a field of a row holds; monostate when it is empty or unknown. Dates are text like 2026-03-02, so that they
/// compare in order. The text belongs to the view and lives as long as the view.
using Value = std::variant<std::monostate, std::string_view, double, bool>;

/// Where the case stands: what a scope is measured from.
struct Position {
  Phase phase = Phase::analysis;
  int round = 1;
  std::string_view step;    ///< id of the current step; empty in intake
  std::string_view method;  ///< id of the method of this phase
};

/// A case as a method sees it: rows and facts, read-only. The engine implements it over a case, tests and method play
/// over made-up rows. A view is a value of one moment; it never changes while it is looked at.
class View {
 public:
  virtual ~View() = default;

  virtual Position position() const = 0;
  virtual std::size_t size(Collection collection) const = 0;
  virtual Value get(Collection collection, std::size_t row, Field field) const = 0;

  /// Whether the row's field holds this word. Differs from `get` only for fields with several values at once (`role`).
  virtual bool has(Collection collection, std::size_t row, Field field, std::string_view word) const = 0;

  /// Whether the row was made in this part of the history, seen from `position`. People and ties are always in scope.
  virtual bool within(Collection collection, std::size_t row, Scope scope) const = 0;

  /// The single fact, empty when it is not there.
  virtual std::string_view fact(Fact fact) const = 0;

  /// What the declared field of a record holds, of a row of `records`; empty when there is none. A checklist is its
  /// items with "|" between.
  virtual Value own(std::size_t row, std::string_view field) const {
    static_cast<void>(row), static_cast<void>(field);
    return {};
  }

  /// The phrase of a list that comes first in the text, nothing when none stands in it or there is no such list. The
  /// list is one of the method ("but") or of the program ("casus/advice"), with what the team of the case added to it.
  virtual Said said(std::string_view list, std::string_view text) const = 0;

 protected:
  View() = default;
  View(const View&) = default;
  View& operator=(const View&) = default;
};

}  // namespace casus::method
