// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace casus::method {

/// The bytes of phrases.json.
extern const std::string_view kPhrasesData;

}  // namespace casus::method
