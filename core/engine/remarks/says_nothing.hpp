// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace casus::engine {

/// Whether the text stands where something should be, and says that there is nothing: empty, signs alone ("-", "?",
/// "..."), or one of the words of words.json that fill a field which has to be filled ("niets", "n.v.t.").
bool says_nothing(std::string_view text);

}  // namespace casus::engine
