// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace casus::engine {

/// The bytes of words.json.
extern const std::string_view kWordsData;

}  // namespace casus::engine
