// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/text/message.hpp"

#include <string>
#include <string_view>

namespace casus {

/// What a ref (mending.hpp) is called in a sentence: "the title", "line 12"; the id of a record as it is.
text::Message ref_words(std::string_view ref);

/// A ref as it was typed, as it is kept: "#B3 " is "b3".
std::string ref_typed(std::string_view typed);

/// Whether it can be the number of an event.
bool is_line_number(std::string_view ref);

}  // namespace casus
