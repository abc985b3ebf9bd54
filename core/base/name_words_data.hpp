// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace casus {

/// The words of titles.txt, of between.txt, of short_words.txt (words of two letters that begin a sentence), of
/// relations.txt (who somebody is to the resident) and of words_as_names.txt (words that are a first name too), each
/// between spaces.
extern const std::string_view kTitles;
extern const std::string_view kBetween;
extern const std::string_view kShortWords;
extern const std::string_view kRelations;
extern const std::string_view kWordsAsNames;

}  // namespace casus
