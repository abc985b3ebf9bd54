// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace casus {

/// Where in a text something stands, in bytes.
struct TextPlace {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const TextPlace&) const = default;
};

/// Citizen service numbers (BSN): nine digits that pass the eleven test, however they are spaced, dotted or dashed, in
/// wide digits or with signs that nobody sees in between. With the word itself in the text ("BSN", "sofinummer") eight
/// digits count too, as the first may be a nought that was left out. Days, telephone numbers, amounts and account
/// numbers are none. One in eleven other numbers of nine digits passes the test as well: it cannot be told apart.
std::vector<TextPlace> citizen_numbers(std::string_view text);

}  // namespace casus
