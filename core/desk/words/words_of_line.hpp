// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/words/line.hpp"
#include "core/text/label.hpp"
#include "core/text/message.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What a few words of a line are: a record, an answer, a name, a way of saying something. For the reader of lines.
namespace casus::desk {

std::vector<std::string> words_in(std::string_view text);
std::string joined_words(const std::vector<std::string>& words, std::size_t from, std::size_t to);
/// Without the comma or stop that ends a word.
std::vector<std::string> without_end_signs(std::vector<std::string> words);
bool is_because(std::string_view word);
/// "??", ":-)": no letter and no figure.
bool is_signs_only(std::string_view text);

/// "b4", "a1", "g2".
bool is_record(std::string_view text, char letter);
/// "ja", "nee", "later": the answer that a check or an offer asks for.
std::optional<Answer> answer_called(std::string_view typed);
/// "aan", "to", ">": a name follows, of whom it is said to.
bool is_to_whom(std::string_view word);
/// What can be put right: any record, "titel", "vraag", "doel", or a number of the history.
bool is_ref(std::string_view text);
/// "corrigeer b1: TEKST": the line that puts a record right; without a text it is there to be filled in.
std::string correcting(std::string_view ref, std::string_view text, const text::Voice& voice);

/// The one that is called so, or begins so; empty when none is, or several are.
std::string called(std::string_view typed, const std::vector<std::string_view>& known);

/// The value whose word or key begins so.
template <NamedEnum E>
std::optional<E> word_of(std::string_view typed) {
  const auto wanted = folded(trimmed(typed));
  if (wanted.empty()) return std::nullopt;
  for (const auto& name : names_of(E{}))
    if (wanted == name.key || text::begins_word(name.word, wanted)) return name.value;
  return std::nullopt;
}

/// How much of the beginning of a text is one of the ways of saying something in a list of the catalogue, in any
/// language: the longest that stands there as whole words; 0 for none.
std::size_t begins_as(std::string_view text, const text::Message& list);
/// Whether the whole text is one of them, but for what ends a sentence.
bool is_said_as(std::string_view text, const text::Message& list);
/// The same of the ways of one language: "dan" opens a sentence in Dutch, and in English he is Dan.
bool is_said_in(Lang lang, std::string_view text, const text::Message& list);
/// "oma", "de buurvrouw" without its article: one of the family, a friend or a neighbour, or who is called like one
/// ("mevrouw", "juf").
bool is_family(std::string_view text);
/// The value in the list of which the whole text is a way of saying it, as it stands there; empty for none.
std::string use_in_list(std::string_view text, const text::Message& list);
/// The first value in the list of which a way of saying it stands somewhere in the text; empty for none.
std::string value_told(std::string_view text, const text::Message& list);

/// What a text has in the open place of a way of saying something: "mo" of "dat doet mo wel", in "dat doet * wel".
struct Filling {
  std::string use;   ///< the value in the list of which it is a way of saying
  std::string open;  ///< as it was typed, without a sign at its end
};
/// Every way in a list of the catalogue, in any language, that the whole text is one of; the least open first.
std::vector<Filling> fillings(std::string_view text, const text::Message& list);

/// Somebody by three letters or more, or by all of a shorter name: "mo" is Mo, and "de" is not Denise.
std::string called_plainly(std::string_view typed, const std::vector<std::string_view>& known);
/// How a name is told from other words: `called` or `called_plainly`.
using NameSaid = std::string (*)(std::string_view typed, const std::vector<std::string_view>& known);
/// "noor kijkt mee", "en samira vraagt hoe het ging": who checks; empty when the piece is something else.
std::string checker_in(std::string_view piece, const std::vector<std::string_view>& people,
                       NameSaid name_said = called);
/// "dat doet mo wel": who takes what is talked about; empty for another line.
std::string taker_in(std::string_view line, const std::vector<std::string_view>& people);
/// "dinsdag", "maak daar maar volgende week van": the day as it was typed, where a line says no more than that.
std::string day_alone(std::string_view line, Date today);

/// The words from `from` to `to` say a day: which of them do, without an hour beside it. That is no part of the day,
/// and stays in the text: "vrijdag om tien uur" is "vrijdag".
std::pair<std::size_t, std::size_t> day_without_hour(const std::vector<std::string>& words, std::size_t from,
                                                     std::size_t to, Date today);

/// "op, uiterlijk vrijdag": where the day begins, without what stands before a comma and is no day itself.
std::size_t day_behind_comma(const std::vector<std::string>& words, std::size_t from, std::size_t to, Date today);
/// "(stuurt het verslag) rond voor vrijdag": where the day begins, without the end of the verb in front of it.
std::size_t day_behind_verb(const std::vector<std::string>& words, std::size_t from, std::size_t to, Date today);

/// "2 weken, niet 3", "de stadsbank en niet de kredietbank": the text with the one in the place of the other; nothing
/// where that does not stand in it, or more than once.
std::optional<std::string> put_instead(const std::string& text, const std::string& typed);

/// "84 ipv 82", "84 niet 82", "niet 82 maar 84": what it is, and what it was. Both empty for other words.
struct SlipPair {
  std::string now, was;
  bool instead = false;        ///< by a word that says so, and not by a denial
  bool figures() const;        ///< what it was is a number, and one stands in what it is
  std::string denied() const;  ///< "84, niet 82"
};
SlipPair slip_pair(std::string_view text);

/// "ik bedoel: ...", "correctie: ...", "nee, ik bedoel woensdag": what stands behind those words.
struct OtherWords {
  std::string text;
  bool colon = false;  ///< without one it may be said as well
};
std::optional<OtherWords> other_words_in(const std::string& line);

/// "niet morgen maar overmorgen": what stands behind "maar"; empty for another text.
std::string behind_not_but(std::string_view text);
/// "nee, dat was 3 weken", "2025 sorry": what is left without the words that say that it was wrong; empty where none of
/// them stands there.
std::string without_slip(std::string_view text);
/// "niet vrijdag, donderdag" as "donderdag, niet vrijdag", of two days, two figures or two names; empty for anything
/// else: "niet bellen, ze slaapt" is told.
std::string this_not_that(std::string_view text, Date today);
/// "dat doet sam", "sam", "de mail is voor sam", behind words that say that it was wrong: who does it; empty for
/// nobody.
std::string doer_meant(std::string_view right, const std::vector<std::string_view>& people);
/// The text with the one day or number in it as it is meant; nothing where it is not sure which that is.
std::optional<std::string> put_in_words(const std::string& text, const std::string& typed, Date today);

/// Where questions are asked, and this is none: who answers them, when that is one. Empty for nobody, or several.
std::string only_answerer(const service::Table& table, const std::string& line, bool asks_only);

/// "super idee Fatima", "ja, ben ik het helemaal mee eens": every word judges what somebody said, names them or says
/// nothing, so that it holds nothing of its own. "goed idee, oma bellen" does.
bool is_verdict(std::string_view text, const std::vector<std::string_view>& people);

/// "goed plan", "mee eens": a verdict that answers nobody.
bool judges_an_idea(std::string_view text);

/// "ok verder", "iedereen geweest? verder", "klaar, door naar de laatste": the word of the meeting that such a line
/// means, when every piece of it says so or says nothing. `at_item`: something lies on the table, which is done first.
/// nullptr for a line that says something else as well.
const struct MeetingWord* moving_on(std::string_view line, bool at_item);

/// "ze wil weer durven opendoen", "haar sterke kant is dat ze kookt": what they tell, offered as the wish or the
/// strength that it is where the step asks for those. Nothing for whatever else is told.
std::optional<Unsure> told_as_kind(const service::Table& table, const text::Voice& voice, const std::string& by,
                                   const std::string& text);

/// "idee 1: een klusdag, idee 2: de zus": what stands behind each number, of the kind with that name; empty where the
/// text does not begin so.
std::vector<std::string> numbered_parts(const std::string& text, const std::string& kind);

/// Without the sign of a list in front.
std::string_view without_bullet(std::string_view line);
/// Without the signs that stand between a kind or a word and what is said: "; weer naar de markt".
std::string_view behind_signs(std::string_view text);
/// What stands behind all the ways of saying one of them that it begins with, one after another: "nee, sorry, ". All of
/// it where nothing would be left.
std::string_view behind_each(std::string_view text, const text::Message& list);

/// A name of a kind as people say it: "wens van de inwoner" of "wens van de inwoner: in eigen woorden".
std::string spoken(std::string_view name);

/// "ik moet weg", "sorry, moet even naar buiten": whether somebody says no more than that they go.
bool says_to_go(std::string_view text);
/// Without "sorry" and such before it or behind it.
std::string_view without_excuse(std::string_view text);

/// "gaat nu echt even weg" as "gaat weg": without the words that fill it, and whether they say that it is for a moment.
struct PlainWords {
  std::string text;
  bool moment = false;
};
PlainWords without_fillers(std::string_view text);

/// A sentence, and what stands behind a comma or a word that joins it to more.
struct Clause {
  std::string said;
  std::string behind;      ///< empty: it is all
  bool is_reason = false;  ///< a few words behind a comma, or behind "want"
};
/// Every way to part it in two, the whole first.
std::vector<Clause> clauses_of(std::string_view text);

/// The same as `called_plainly`, and a word for family is the beginning of nobody's name.
std::string somebody_called(std::string_view typed, const std::vector<std::string_view>& known);
/// "joost neemt het over", "joost zit voor": who that is; empty for another line.
std::string who_takes_over(std::string_view text, const std::vector<std::string_view>& people);

/// Who goes, of those at the table, and who leads then.
struct Leaving {
  std::string who;      ///< empty: whoever typed it
  std::string next;     ///< who takes the chair; empty: nobody
  bool moment = false;  ///< and is back soon
};

/// "5", "vijf", "zes,": a figure from 0 to 10, in any language; nothing for other words.
std::optional<int> figure_in(std::string_view typed);

/// A figure as people say it, in any language, where it may be two.
struct FigureSaid {
  int value = 0;
  std::optional<int> other{};  ///< which of two it is, is not said: "tussen 5 en 6", "vijf en een half"
  bool moved = false;          ///< "van 4 naar 6": it is 6 now, and was `other`
  bool of_ten = false;         ///< "6/10", "6 van de 10": it says itself that it is a score
};
/// Nothing when the whole text is none.
std::optional<FigureSaid> figure_said(std::string_view typed);

}  // namespace casus::desk
