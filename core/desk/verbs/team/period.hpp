// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/catalogue.hpp"
#include "core/report/documents/area.hpp"

#include <optional>

namespace casus::desk {

/// --from and --to: the year that ends today when they are left out, or for what is counted the last that is whole.
struct PeriodTyped {
  std::optional<Date> from;
  std::optional<Date> to;

  void shape(Slots& slots);
  void shape_counted(Slots& slots);  ///< for `counted`
  /// Throws Usage for a period that ends before it begins, or is longer than ten years.
  report::Period period(const Desk& desk) const;
  /// A period that is counted: one calendar year, this one up to its last whole quarter. Throws Usage for any other,
  /// with the nearest that is one.
  report::Period counted(const Desk& desk) const;
};

}  // namespace casus::desk
