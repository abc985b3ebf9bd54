// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace casus {

/// The words of titles.txt, of between.txt and of short_words.txt (words of two letters that begin a sentence), each
/// between spaces.
extern const std::string_view kTitles;
extern const std::string_view kBetween;
extern const std::string_view kShortWords;

}  // namespace casus
