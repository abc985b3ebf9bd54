// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace casus {

/// A text in which names and numbers were replaced.
struct Redacted {
  std::string text;
  std::size_t names = 0;    ///< places where a name stood
  std::size_t numbers = 0;  ///< telephone, e-mail, postcode, date of birth, citizen service number
};

/// Replaces these names by `mark`: whole ones without regard to case, and each part of a name that begins with a
/// capital as it is written, with a possessive s behind it too. Numbers and addresses that `personal_data` finds are
/// replaced by `number_mark`. A name that is not given, or is written otherwise, stays: this takes away what can be
/// known, and is no proof that nobody is to be recognised.
Redacted redacted(std::string_view text, const std::vector<std::string>& names, std::string_view mark,
                  std::string_view number_mark);

}  // namespace casus
