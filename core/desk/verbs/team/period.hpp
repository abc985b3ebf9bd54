// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/catalogue.hpp"
#include "core/report/documents/area.hpp"

#include <optional>

namespace casus::desk {

/// --from and --to: the year that ends today when they are left out.
struct PeriodTyped {
  std::optional<Date> from;
  std::optional<Date> to;

  void shape(Slots& slots);
  /// Throws Usage for a period that ends before it begins, or is longer than ten years.
  report::Period period(const Desk& desk) const;
};

}  // namespace casus::desk
