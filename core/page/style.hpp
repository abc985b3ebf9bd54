// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace casus::page {

/// The one style of every page: light or dark as the reader's machine is set, a table as blocks on a narrow screen, and
/// ink on white paper. No meaning hangs on a colour, and nothing is fetched.
std::string_view style();

}  // namespace casus::page
