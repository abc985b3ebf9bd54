// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/text/message.hpp"

#include <string_view>

namespace casus {

/// What a ref (mending.hpp) is called in a sentence: "the title", "line 12"; the id of a record as it is.
text::Message ref_words(std::string_view ref);

}  // namespace casus
