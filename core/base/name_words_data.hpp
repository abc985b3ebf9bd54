// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace casus {

/// The words of titles.txt, of between.txt, of short_words.txt (words of two letters that begin a sentence), of
/// relations.txt (who somebody is to the resident) and of words_as_names.txt (words that are a first name too), each
/// between spaces. So too: surnames.txt (common last names that are no word), words_as_surnames.txt (last names that
/// are a word as well, but seldom behind a title), words_in_names.txt (other words that names of people, organisations
/// and roles are made of) and households.txt (what stands before the last name of a household).
extern const std::string_view kTitles;
extern const std::string_view kBetween;
extern const std::string_view kShortWords;
extern const std::string_view kRelations;
extern const std::string_view kWordsAsNames;
extern const std::string_view kSurnames;
extern const std::string_view kWordsAsSurnames;
extern const std::string_view kWordsInNames;
extern const std::string_view kHouseholds;

}  // namespace casus
