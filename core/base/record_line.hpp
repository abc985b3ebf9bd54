// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace casus {

/// Whether a field or an answer can stand by its name in a line that tells a record: it has one, without a sign that
/// parts such a line.
inline bool fits_in_record_line(std::string_view name) {
  return !name.empty() && name.find_first_of(":=;|") == std::string_view::npos;
}

}  // namespace casus
