// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

namespace casus::training {

/// The lines of such a text; an empty one is none.
std::vector<std::string_view> lines_of(std::string_view bytes);

/// The bytes of small_talk.txt.
extern const std::string_view kSmallTalk;

/// The bytes of table_words.txt: words, in small letters, of what is on and around any table.
extern const std::string_view kTableWords;

/// The bytes of not_asked.txt: phrases of who says that something is not to be asked, or not now, asks whether to ask,
/// who of the table does it, or reproaches in the form of a question. Brackets hold what can stand in their place, or
/// nothing: "[we|wij] vragen [|hem] niet".
extern const std::string_view kNotAsked;

/// The bytes of told_by_another.txt: phrases of who tells what somebody said.
extern const std::string_view kToldByAnother;

/// The bytes of second_person.txt: words for whoever is spoken to.
extern const std::string_view kSecondPerson;

/// The bytes of clause_words.txt: words that begin a clause within a sentence, beside "dat": what is said not to be
/// wished is not wished with a "dat" behind it either.
extern const std::string_view kClauseWords;

/// The bytes of called.txt: what people call the resident, behind the words for it ("hij/hem: ie, die man"); behind a
/// dash the words that make it somebody else ("die man van de bank").
extern const std::string_view kCalled;

/// The bytes of titles.txt: the title in the name of a resident, how it is typed where that is otherwise, and the words
/// for who is called so ("meneer mr: he/him").
extern const std::string_view kTitles;

/// The bytes of not_reached.txt: phrases of who tells that somebody was not reached, with brackets as in not_asked.txt.
extern const std::string_view kNotReached;

/// The bytes of topic_words.txt: words that begin what a talk is about ("spreek Saskia waarom zij niet komt").
extern const std::string_view kTopicWords;

/// The bytes of about_table.txt: words for whoever a case is about, words that stand before a name that is not who does
/// something, words for what is of the table itself, and what can stand behind a pronoun in the same word ("hijzelf").
extern const std::string_view kAboutTable;

/// The words behind a key in about_table.txt.
std::vector<std::string_view> table_list(std::string_view key);

}  // namespace casus::training
