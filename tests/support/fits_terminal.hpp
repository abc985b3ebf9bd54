// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/text.hpp"
#include "core/page/layout.hpp"
#include "core/page/safe_text.hpp"

#include <string_view>

namespace casus::test {

/// Whether a line of a page keeps to the width of a terminal. A line to type stays whole, however wide.
inline bool fits_terminal(std::string_view line) {
  return page::columns(line) <= page::kTerminal || trimmed(line).starts_with("casus ");
}

}  // namespace casus::test
