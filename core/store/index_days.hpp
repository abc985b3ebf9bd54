// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/store.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>

namespace casus::store {

/// Days of the index as a database keeps them: counted from 1970.

/// Sorts after every day that exists, and fits the same index.
inline constexpr std::int64_t kNever = 1'000'000'000;

inline std::int64_t number_of(Date date) { return std::chrono::sys_days(date).time_since_epoch().count(); }

inline std::optional<std::int64_t> number_of(const std::optional<Date>& date) {
  if (!date) return std::nullopt;
  return number_of(*date);
}

inline std::optional<Date> date_from_number(const std::optional<std::int64_t>& number) {
  if (!number) return std::nullopt;
  return Date(std::chrono::sys_days(std::chrono::days(static_cast<int>(*number))));
}

/// The earlier of review and first action, so that one index gives the order wanted.
inline std::int64_t due_of(const IndexRow& row) {
  return std::min(number_of(row.review_on).value_or(kNever), number_of(row.action_due).value_or(kNever));
}

inline std::optional<std::int64_t> opened_of(const IndexRow& row) {
  if (!row.opened_on.ok()) return std::nullopt;
  return number_of(row.opened_on);
}

}  // namespace casus::store
