// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace casus::method {

/// What a word denies: nothing; what comes behind it ("geen", "niemand", "zonder"); or what stands around it, as Dutch
/// puts "niet" on either side of what is not so.
enum class Denial { no, ahead, around };

/// By the lists of phrases.json. The word as `spoken` makes it: lower case, with its apostrophe.
Denial denial_of(std::string_view word);

}  // namespace casus::method
