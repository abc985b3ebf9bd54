// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace casus {

/// A number as somebody published it: every decimal stays, the noughts behind too. 12,40 is 1240 with two places.
struct Decimal {
  std::int64_t digits = 0;
  int places = 0;

  bool operator==(const Decimal&) const = default;
};

/// Most digits of a number, and most of them behind the sign: more is a slip of the key.
inline constexpr std::size_t kMostDigits = 15;
inline constexpr std::size_t kMostPlaces = 6;

/// "12.40", as files and events have it.
std::string to_string(Decimal number);
/// The same back; nothing for what is written in any other way.
std::optional<Decimal> decimal_from(std::string_view text);

/// What somebody typed, in either notation: "12,4", "12.4", "1.234.567", "1.234,5".
struct DecimalRead {
  std::optional<Decimal> number;  ///< nothing when it is no number, or could be two
  std::optional<Decimal> other;   ///< "1.200": with a decimal sign it is this, and `whole` without
  std::optional<Decimal> whole;
};
DecimalRead decimal_as_typed(std::string_view typed);

}  // namespace casus
