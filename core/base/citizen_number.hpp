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

/// Whether nine digits pass the eleven test of citizen service numbers and of numbers of organisations (RSIN):
/// 9a + 8b + ... + 2h - i is a multiple of 11.
bool passes_eleven_test(std::string_view nine_digits);

/// Citizen service numbers (BSN): nine digits that pass the eleven test, however they are spaced, dotted or dashed, in
/// wide digits or with signs that nobody sees in between. With the word itself in the text ("BSN", "sofinummer") eight
/// digits count too, as the first may be a nought that was left out; unless they are a day (14012027) or a telephone's,
/// and do not stand right behind the word. Days, telephone numbers, amounts and account
/// numbers are none. One in eleven other numbers of nine digits passes the test as well: it cannot be told apart.
/// Right behind that word ten digits are one too, when nine of them in a row pass.
std::vector<TextPlace> citizen_numbers(std::string_view text);

/// Whether one stands close behind that word in the clear, in bytes that are no text: the title of a PDF, the comment
/// of a photo. Of digits without the word nothing is said there: any file of some size has some that pass.
bool has_called_citizen_number(std::string_view bytes);

}  // namespace casus
