// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

namespace casus {

/// Something wrong in a file that a person wrote. `pointer` is the JSON pointer (RFC 6901) of the place, `message` one
/// technical sentence in English, lower case, without a full stop: what, expected, got, nearest known name.
struct Problem {
  std::string pointer;
  std::string message;

  bool operator==(const Problem&) const = default;
};

/// All problems of one file; empty means that it is good. Never just the first.
using Problems = std::vector<Problem>;

}  // namespace casus
