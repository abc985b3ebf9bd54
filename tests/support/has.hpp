// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace casus::test {

/// Whether a part stands somewhere in a text.
inline bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace casus::test
