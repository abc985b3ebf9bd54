// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace casus {

/// The words of titles.txt, of between.txt, of short_words.txt (words of two letters that begin a sentence), of
/// relatives.txt and relations.txt (who somebody is to the resident) and of words_as_names.txt (words that are a first
/// name too), each between spaces. So too: surnames.txt (common last names that are no word), words_as_surnames.txt
/// (last names that are a word as well, but seldom behind a title), words_in_names.txt (other words that names of
/// people, organisations and roles are made of), households.txt (what stands before the last name of a household),
/// profile_sites.txt (where people have a page of their own), birth_words.txt (what stands before a date of birth),
/// months.txt, verbs_as_names.txt (verbs that begin a question and are a first name too) and pronouns.txt (who it is
/// asked of).
extern const std::string_view kTitles;
extern const std::string_view kBetween;
extern const std::string_view kShortWords;
extern const std::string_view kRelatives;  ///< of family, friends and neighbours alone
extern const std::string_view kRelations;
extern const std::string_view kWordsAsNames;
extern const std::string_view kSurnames;
extern const std::string_view kWordsAsSurnames;
extern const std::string_view kWordsInNames;
extern const std::string_view kHouseholds;
extern const std::string_view kProfileSites;
extern const std::string_view kBirthWords;
extern const std::string_view kMonths;
extern const std::string_view kVerbsAsNames;
extern const std::string_view kPronouns;

/// "oma", "buurvrouw", "stepfather", in small letters: one of the family, a friend or a neighbour. The one list of
/// them.
bool is_relative(std::string_view word);

}  // namespace casus
