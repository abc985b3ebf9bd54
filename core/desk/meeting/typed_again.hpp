// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace casus::service {
struct Table;
}

/// Whether one line says what another said, as people type it again. Pure functions of the lines.
namespace casus::desk {

struct MeetingWord;
struct WaitingLine;

/// "zij slaapt" of "noor wens: zij slaapt"; empty without a colon.
std::string behind_colon(const std::string& line);
/// "noor wens", folded; empty without a colon.
std::string before_colon(const std::string& line);

/// The word of the meeting that a line begins with; nullptr for what somebody says.
const MeetingWord* word_of_line(const std::string& line);

/// The same line by another word, with whoever says it and all that is told.
std::string with_word_instead(const std::string& line, const std::string& word);

/// Whether a report tells what another line tells, in words of its own: two words that say something stand in both, or
/// the only one of the report.
bool tells_of_the_same(const std::string& report, const std::string& line);

/// Somebody at the table whose name stands before the colon; empty where nobody is named, or it is a guess.
std::string speaker_named(const std::string& line, const service::Table& table);

/// Whether `line` is `waits` typed again: the same words, of the same speaker or of none. What another says in those
/// words is a line of its own, and so is what says something else in nearly the same words.
bool is_typed_again(const std::string& line, const std::string& way, const WaitingLine& waits);

/// Whether what was done says what waits: its words and no others, behind a name. Words of somebody stay theirs: their
/// name is in it, or it is the line that was asked about, or right behind the question whoever says it.
bool says_the_same(const std::string& line, const WaitingLine& waits, bool at_once);

}  // namespace casus::desk
