// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/model/case.hpp"
#include "core/model/commands.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace casus::service {

/// Fills in what somebody typing in a meeting leaves out: which of the step's kinds it is when none was given, and
/// which question an answer answers. Right behind a question to them, what somebody says is the answer; whatever was
/// said in between, it is what they would say without that question. What was typed in an earlier step is what fits
/// there. What was given stays. Which of several kinds of
/// the method itself it is cannot be told from words: then the kind stays empty, and is to be asked for.
Say completed(const Case& state, const engine::Library& library, const std::string& by, Say say);

/// Whether a line without a question mark asks all the same: "wie is de vader", "how old is he". "Wie er komt, weten we
/// niet" is told.
bool asks_without_mark(std::string_view text);
/// "ADHD? is dat ooit onderzocht": a few words with a mark, and a question behind it that lacks its own. "Werk? heeft
/// hij niet" is told.
bool asks_behind_a_mark(std::string_view text);
/// The same where only questions and their answers fit: "en weet de school ervan, of alleen de buren" asks there, and
/// may be told in another step.
bool asks_among_questions(std::string_view text);
/// Whether such a line only tells: no word that asks and no verb stands in front. "Hoe oud hij is, weet zij niet" and
/// "weet de school niet" are not sure.
bool tells_among_questions(std::string_view text);

/// How many longer words, other than those that ask or stand in any line, stand in both: what an answer is about, its
/// question names too.
std::size_t words_in_common(std::string_view one, std::string_view other);
/// Whether these words can be the answer to that question where other things are told as well: a few words, yes or no,
/// or something that the question names too.
bool may_well_answer(std::string_view text, std::string_view question);
/// "nee, nog niet", and not "nee, geen idee", which fits any question.
bool says_yes_or_no(std::string_view text);
/// "en de moeder, is die in beeld?", and not "wie doet de boodschappen?" or "bij welke school zit hij?".
bool asks_yes_or_no(std::string_view text);
/// Whether these few words say when, or how many, and that question asks it: "maandag nog" answers "wanneer zag jij
/// haar?".
bool answers_in_kind(std::string_view text, std::string_view question);

/// A question of this stay that waits for this person, and that nobody answered; nullptr for none.
const Contribution* open_question(const Case& state, const Person& person);

/// The same of an earlier stay of this round, the latest of those; nullptr for none. What is hidden is left out.
const Contribution* question_left(const Case& state, const Person& person);

}  // namespace casus::service
