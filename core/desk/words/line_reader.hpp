// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/words/line_at_table.hpp"
#include "core/desk/words/line_openings.hpp"
#include "core/desk/words/words_of_line.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Reads one line typed in a meeting: what is said (`contribution.cpp`), and the words of the meeting (`asked.cpp`,
/// `action_line.cpp`). Internal to them.
namespace casus::desk {

struct DayRead;

class LineReader : private LineAtTable {
 public:
  LineReader(const std::string& line, const service::Table& table, const MeetingNames& names, const Spelling& how)
      : LineAtTable(line, table, names, how) {}

  Meant meant();

  /// Whether nobody would type this behind something else: a name and a colon, or a word of the meeting in full.
  bool begins_anew() const;
  /// The same of a line that was pasted: a few words and a colon are somebody too, and it is asked who.
  bool begins_apart() const;
  /// Whether it is a word of the meeting with nothing behind it: what follows is no part of it.
  bool is_whole_word() const;
  /// Whether it tells nothing of a case; see `is_meeting_talk` (line.hpp).
  bool is_meeting_talk();

  /// What stands above a list in what was pasted: "Mo:", "Noor: acties", "Ideeën:".
  using Heading = ListHeading;
  std::optional<Heading> heading(bool list_follows) const;
  /// The line with what stands above its list; nothing when it begins with somebody or something of its own.
  std::optional<std::string> below(const Heading& heading) const;

 private:
  bool does_something() const;
  /// "acties", "wensen": the word of the meeting, or the kind, of which that names several; empty for none.
  std::string listed_kind(const std::string& typed) const;
  bool is_action_of_somebody() const;

  using Head = LineHead;

  /// Whether the line is for this word, and not something that somebody called so says.
  bool is_for(const MeetingWord& word) const;
  bool is_presented(const MeetingWord& word) const;
  bool question_is_due() const;
  bool presenter_asks_here() const;
  bool takes_words(const MeetingWord& word) const;
  bool names_team(const std::string& typed, bool some) const;
  std::optional<Meant> resident_arrives() const;
  /// "ria moet weg", "daan is er weer", "joost van de woningbouw schuift aan": who leaves the table or comes to it.
  std::optional<Unsure> comes_or_goes() const;
  /// "daan is er weer", "ria zit voor", as said by somebody who is named, or by nobody.
  std::optional<Unsure> comes(std::string_view said, const std::string& by) const;
  std::optional<Leaving> leaving(std::string_view said, const std::string& by) const;
  Unsure leaving_asked(const Leaving& out, const std::string& by) const;
  bool tells_of_danger(const Clause& clause) const;
  std::optional<Meant> hands_over() const;
  Unsure who_chairs() const;
  std::string or_said(const std::string& by) const;
  std::optional<Meant> parked() const;
  /// "ik bedoel: ...", "correctie: ...": other words for the last line, of who says so.
  std::optional<Meant> said_otherwise() const;
  std::optional<Meant> slip_mended() const;
  /// "sorry, dat moet donderdag zijn voor ria", "oeps ik bedoel piet ipv daan": what was wrong, or whose, is named.
  std::optional<Unsure> slip_of_named() const;
  std::optional<Unsure> slip_of_day(const std::string& typed, const service::OpenAction& open) const;
  std::optional<Unsure> slip_of_person(const std::string& now, const std::string& was, bool checks) const;
  /// Such a line of which nothing tells what it is about: asked, and a note for who wants it kept.
  std::optional<Unsure> slip_of_which() const;
  std::optional<Meant> said_by_another(const service::SaidLine& last) const;
  /// Done at once where that line is clearly meant; else offered, with what would go.
  Meant put_right(const std::string& by, const OtherWords& told) const;
  Unsure offered_for(const service::SaidLine& line, const std::string& text) const;
  /// "ik bedoel: joke" behind an action: one word of it, who does it, or it is asked. It is not all of its words.
  std::optional<Unsure> word_of_action(const service::SaidLine& line, const std::string& text) const;
  /// "donderdag", "joke kijkt na", "what; day; who checks": what that puts right of an action or score.
  std::optional<Meant> fields_otherwise(const service::SaidLine& line, const std::string& by,
                                        const std::string& text) const;
  /// "b6 is een feit", "maak van b6 een vraag", "zet a1 op naam van Joost".
  std::optional<Meant> record_edited() const;
  std::pair<std::string, std::string> kind_in_full(const std::string& typed) const;
  std::string was_and_is(const std::string& was, const std::string& now) const;
  std::optional<Unsure> put_instead_in_any(const std::string& by, const std::string& right) const;
  std::optional<Unsure> of_a_row() const;
  std::string with_names_joined() const;
  std::optional<Unsure> back_to_a_day() const;
  Unsure stands_nowhere(const SlipPair& pair) const;
  std::optional<Unsure> slip_of_figure(const std::string& rest, bool surely) const;
  std::optional<Unsure> other_figure(const std::string& right) const;
  std::optional<Unsure> instead_in_action(const service::OpenAction& open, const SlipPair& pair) const;
  std::optional<Meant> corrected_in_part(const std::string& ref, const service::SaidLine& stands,
                                         Correct correct) const;
  /// "het doel: ...", "ons doel is dat Mo weer slaapt".
  std::optional<Meant> goal_named() const;
  std::optional<Unsure> goal_told() const;
  std::optional<Unsure> checker_behind_colon() const;
  std::optional<Unsure> checks_the_last() const;
  Unsure absent_passes(const std::string& who) const;
  /// "over zes weken kijken we terug": the day to look back, with the words around it.
  std::optional<Meant> looks_back() const;
  /// "noor: op 14 januari kijken we verder".
  std::optional<Unsure> looks_back_behind(const Head& head) const;
  Meant steered(const MeetingWord& word) const;
  Meant nothing_kept() const;
  /// In private time only what moves on, what safety needs, and the way out (R13).
  Meant private_or(const MeetingWord& word, Meant meant) const;
  Meant typed_command() const;
  Meant again(const std::string& line) const;
  /// "noor: actie daan: bellen; woensdag", "samira: verder": a word of the meeting behind the name of who types it.
  std::optional<Meant> word_behind(const Head& head) const;
  Meant presented(Ask ask, const std::string& by, const std::string& text) const;
  std::optional<Meant> presented_by(const Head& head) const;
  /// "geweld: ...", "zij is in gevaar": a sentence that tells of danger. Whether it is now, is asked.
  std::optional<Unsure> danger_told(const Head& head) const;
  std::optional<Unsure> danger_in_sentence() const;
  /// "opa: gevaar: hij slaat": of somebody who is not at the table, with their word; whoever types reports it.
  std::optional<Meant> danger_of_others(const Head& head) const;
  /// Behind a name it sounds like danger where no such thing fits: "noor: 112 bellen!" among questions.
  std::optional<Unsure> danger_behind(const std::string& by) const;
  /// "noor: 112 is gebeld", where danger stands: what was done about it, and by whom it is told.
  std::optional<Unsure> help_told() const;
  /// "veilig: ...": what was done about the danger that stands; where none does it is what is said of safety.
  Meant told_safe(const std::string& by, const std::string& text) const;
  /// "112 is gebeld", "Veilig Thuis belde": a sentence, that only begins as a word of danger.
  bool is_told_of_danger(const MeetingWord& word) const;
  /// Somebody answered that this line tells of no danger: it is not asked again.
  bool is_no_danger() const;
  /// "geen gevaar", "geen zorgen: alles is rustig".
  std::optional<Meant> no_danger() const;
  /// "a1 is gelukt", "noor: a2 is niet gelukt want zij was er niet".
  std::optional<Meant> outcome_told() const;
  /// "gelukt, klaar": what came of the only action that is open, and a word that moves the meeting on.
  std::optional<Unsure> outcome_and_on() const;
  std::optional<Unsure> outcome_twice() const;
  std::optional<Meant> action_moved(const std::string& id, std::string_view rest, const std::string& by) const;
  std::optional<Meant> action_handed(const std::string& id, std::string_view rest, const std::string& by) const;
  /// "mo vraagt: ...", "noor answers: ...": the kind stands in the verb behind the name.
  std::optional<Meant> kind_in_a_verb() const;
  /// "iedereen is er behalve els": who begins the meeting.
  std::optional<Meant> all_are_there() const;
  std::optional<Meant> all_but_some() const;
  /// "noor geeft een 6 want ...", "noor cijfer vijf: ...": a score, of which it is asked what shows it.
  std::optional<Meant> score_told() const;
  std::optional<Meant> score_in_row() const;
  /// "noor: ik geef het een 5", "noor: van 4 naar 6".
  std::optional<Unsure> score_behind(const std::string& by) const;
  std::optional<Unsure> score_of_two() const;
  /// `why` asks what shows it; `typed` is the figure where it may be two.
  Unsure score_asked(const std::string& who, const FigureSaid& figure, const std::string& typed,
                     const std::string& shown, const text::Message& why) const;
  Unsure no_open_action(const std::string& id) const;
  Unsure still_open(const std::string& action) const;
  Meant finished(FinishAction finish, const MeetingWord& word, bool given) const;
  /// "Noor past", "daan: belt de school", "ria kiest opa", "dank jullie wel": somebody, and what they do.
  std::optional<Meant> sentence_about(const std::string& by, const std::string& rest) const;
  std::optional<Meant> told_without_colon() const;
  /// "noor: sorry, ik moet weg", "noor: daan is er weer": who leaves the table, comes to it or leads there.
  std::optional<Unsure> seats_told(const std::string& by, std::string_view said) const;
  Say chosen(const std::string& what) const;
  std::optional<Meant> choice_in_the_text(const Head& head) const;
  /// "inwoner: ...": the resident's own words, or those that somebody passes on.
  std::optional<Meant> of_the_resident(const Head& head) const;
  /// Whether ideas are what this step asks for, and neither facts nor a choice.
  bool asks_ideas() const;
  Meant all_pass() const;
  /// "verwijder b2", "sorry, foutje": words for taking something back.
  std::optional<Unsure> takes_back() const;
  /// "vernietig b2", "vernietig b2 omdat er een naam staat": for good, so as the command that asks for its ground.
  std::optional<Unsure> destroys() const;
  /// "noor: trek b3 in", "ria: ongedaan": what somebody asks for and not what they told.
  std::optional<Unsure> mends_behind_name() const;
  /// The same as a word of danger, typed as people type it then: without a colon, with more words in front.
  Meant danger(const MeetingWord& word) const;
  /// Whether a word of danger is about something else, as far as can be told: "zorg voor moeder: ...", "danger: no".
  static bool is_beside_safety(const MeetingWord& word, const std::string& behind, const std::string& text);
  Unsure not_of_safety(const MeetingWord& word, const std::string& by) const;
  Meant meldcode(const MeetingWord& word) const;
  bool takes_colleague(std::string part, TakeMeldcodeStep& step) const;
  /// What stands behind the number of a step; false when some of it is not understood.
  bool takes_meldcode_parts(const std::vector<std::string>& words, TakeMeldcodeStep& step) const;
  std::optional<Meant> talk_passed(const TakeMeldcodeStep& step, const std::string& head) const;
  Unsure meldcode_colon(std::size_t number, TakeMeldcodeStep step, const text::Message& form) const;
  /// Going on, or back. Where the method says at whose word, it is asked whether they say so.
  Meant moved(const std::string& by, CommandBody body) const;
  /// "coby: verder": at the word of who leads the step.
  std::optional<Meant> word_of_leader() const;
  Meant tell() const;
  /// "noor vertelt het morgen aan haar": who tells the resident, and when.
  std::optional<Unsure> tells_resident() const;
  /// "vertel noor: het plan morgen": the day stands in the text.
  std::optional<Unsure> day_of_telling(const std::string& who) const;
  /// "dat doet mo wel": the action that was talked about is theirs.
  std::optional<Unsure> taken_up() const;
  std::optional<Unsure> taken_on_day(const std::string& by, const std::string& text) const;
  /// "ik zoek het voor vrijdag uit", of who was asked something where only questions fit.
  std::optional<Unsure> finds_out(const std::string& by, const std::string& text) const;
  Unsure action_for(const std::string& who) const;
  Unsure action_for(const std::string& who, const std::string& typed, const DayRead& day) const;
  /// "maak daar maar volgende week van": another day for the last action.
  std::optional<Unsure> day_of_last() const;
  /// "3 december", "over twee weken": a day and no more is nobody's words.
  std::optional<Unsure> only_a_day() const;
  /// "afspraak mo: school bellen; dinsdag": an action by another word.
  std::optional<Unsure> agreed(const Head& head) const;
  std::optional<Unsure> agreed_by_doer() const;
  /// "we spreken af dat noor de school belt".
  std::optional<Unsure> agreed_in_sentence() const;
  /// "besluit: ...".
  std::optional<Unsure> decided(const Head& head) const;
  /// A reason that is a line of its own: "verder omdat daan: moeder heeft schulden".
  std::optional<std::string> line_behind_because() const;
  Meant part_not_understood(const std::string& part, const text::Message& problem) const;
  bool takes_part(AddAction& action, const std::string& part) const;
  /// Two days or two names behind an action: none of them is dropped.
  std::optional<Unsure> two_of_one(const AddAction& action, const std::vector<std::string>& parts) const;
  /// "actie noor: dinsdag post openen": the day stands in front of what is done.
  std::optional<Unsure> day_before_text(const AddAction& action, const std::vector<std::string>& parts) const;
  Unsure with_its_day(const AddAction& action, const std::vector<std::string>& parts, const std::string& what,
                      const std::string& day) const;
  std::optional<Unsure> day_in_the_text(const AddAction& action, const std::vector<std::string>& parts) const;
  std::optional<Unsure> action_of_two() const;
  std::optional<Unsure> action_together(const std::string& one, const std::string& two) const;
  std::optional<Unsure> action_told() const;
  std::optional<Unsure> action_of_called() const;
  bool can_be_done(const std::vector<std::string>& does) const;
  /// "mentor bellen, anja, maandag".
  std::optional<Unsure> action_in_fields() const;
  std::optional<Unsure> action_on_day() const;
  std::optional<Unsure> action_of_both() const;
  bool comes_again(const std::vector<std::string>& words) const;
  /// "voor woensdag 4 maart 2026", "elke vrijdag".
  std::string by_when(const DayRead& day) const;
  Unsure action_whole(const std::string& who, const std::string& text) const;
  std::optional<Unsure> action_by(const std::string& who, const std::string& text) const;
  std::optional<Unsure> doer_in_the_text() const;
  /// Who does something at the beginning of these words, and where their verb stands; nobody else.
  std::pair<std::string, std::size_t> doer_at(const std::vector<std::string>& words) const;
  std::optional<Unsure> action_of(const std::string& who, const std::vector<std::string>& words) const;
  std::optional<Unsure> action_on_rung(const std::string& who, const std::vector<std::string>& words) const;
  std::string take_checker(std::string& text) const;
  Unsure text_missing(const MeetingWord& word) const;
  std::optional<Unsure> action_without_colon(const std::string& how) const;
  std::optional<std::size_t> words_before_text(const MeetingWord& word) const;
  std::optional<Unsure> word_without_colon() const;
  std::optional<Unsure> corrected_without_word() const;
  std::string as_said(const std::string& name, const std::string& text) const;
  Unsure asked_at_once(Unsure asked) const;
  bool is_only_at_table(const std::string& name, std::size_t from) const;
  bool does_in_the_sentence(const std::string& name, std::size_t from) const;
  Meant asked(const MeetingWord& word) const;
  std::string item_called(const std::string& typed) const;
  /// "neem 3": by the number that the agenda shows, and what else ends so.
  Meant take() const;
  const MeetingNames::Item* item_numbered(const std::string& typed) const;
  Meant pass() const;
  Meant passed_by(const std::string& who) const;
  /// "niks", "nee, geen vragen", "sla mij maar over": whether somebody lets their turn go by, and answers nothing.
  bool lets_pass(const std::string& text, const service::Seat& seat) const;
  std::optional<Meant> pass_unnamed() const;
  /// "volgende" while somebody in the round said nothing yet: whether they pass, or the step is over.
  std::optional<Unsure> next_in_round() const;
  Meant choose(const MeetingWord& word, const std::string& by) const;
  Meant group(const MeetingWord& word) const;
  Meant other() const;
  /// "doel: ...", "doel g1: ...". Whatever else stands before the colon is asked about.
  Meant goal() const;
  Meant network(const MeetingWord& word) const;
  Meant action() const;
  Meant result(const MeetingWord& word) const;
  Meant score(const MeetingWord& word) const;
  /// The figure where the evidence begins with it; that is what stands behind it.
  bool score_in_text(GiveScore& score) const;
  Meant review(const MeetingWord& word) const;
  Unsure text_missing_day(const MeetingWord& word) const;
  Meant signal(const MeetingWord& word) const;
  Meant correct(const MeetingWord& word) const;
  Meant record_corrected(const service::SaidLine& stands, std::size_t why, Correct correct) const;
  Meant mended(const MeetingWord& word) const;
  /// "trek laatste in", "zet laatste terug omdat ...".
  bool mends_last() const;
  std::string why_mended() const;
  /// "omdat REDEN": a place of a line that was offered, which stands for what somebody types.
  std::optional<Unsure> place_left() const;
  /// Without a colon it is not said who speaks: it is asked once more, unless nobody else can be meant.
  Meant no_name() const;
  std::string named_without_colon(std::size_t end) const;
  /// A word of another language than the meeting's opens none where somebody is called so: "Dan asked if ...".
  bool opens_a_sentence() const;
  std::optional<Unsure> other_sign() const;
  /// "ze houdt vol - daan", "fatma, nee sam: ...", "grapje van daan: ...": whose it is stands somewhere else.
  std::optional<Unsure> named_elsewhere() const;
  std::optional<Unsure> named_behind_sign() const;
  std::string kind_called(const std::string& typed) const;
  /// The kind whose whole name begins there, as people say it, and how many words that takes; 0 for none.
  std::pair<std::string, std::size_t> kind_at(const std::vector<std::string>& words, std::size_t from) const;
  std::optional<Unsure> kind_without_colon() const;
  /// How a text opens that names its kind, bare and behind a name: "kracht, ze kookt elke dag", "feit hij is dertien".
  std::optional<KindOpening> kind_opening(const std::string& text) const;
  /// "renee: kracht humor"; "renee: kracht is er genoeg" is a sentence.
  std::optional<Meant> kind_begins_text(const Head& head) const;
  /// "kracht, ze kookt elke dag", where several may say that.
  std::optional<Unsure> kind_opens_line() const;
  /// The same for a word of the meeting: "zorg, hij valt vaker", "doel - weer naar school".
  std::optional<WordOpening> word_opening(const std::string& text) const;
  std::optional<Meant> word_opens_line() const;
  std::optional<Unsure> word_begins_text(const Head& head) const;
  std::optional<Unsure> kind_of_somebody(const Head& head) const;
  /// Whether this goes on as a sentence of which the first word is no name of a kind: "kracht is er genoeg".
  bool is_told_of(std::string_view rest) const;
  /// A name, a kind, "aan NAME", an answer and a number, in whatever order that reads.
  Head head() const;
  void ends_with_whom(const std::vector<std::string>& words, std::size_t from, Head& out) const;
  /// The name of the one kind here of which this is a part: "ervaring" of "eigen ervaring".
  std::string kind_by_part(std::string_view typed) const;
  Meant contribution() const;
  Meant nobody_called(const Head& head) const;
  /// "daan zorg: ..." is danger in the name of Daan, unless concerns are what this step asks for.
  std::optional<Meant> danger_of(const Head& head) const;
  std::optional<Meant> kind_in_the_text(const Head& head) const;
  /// "daan: krcht: ...": a kind that is misspelt.
  std::optional<Unsure> kind_misspelt(const Head& head, const std::string& typed, std::string_view rest) const;
  /// "noor: zij huilt daan: ja klopt": words of several in one line, offered as the lines that they are.
  std::optional<Unsure> of_several(const Head& head) const;
  /// Whether the text behind a name is a word of the meeting that takes the colon that follows.
  bool is_word_with_text() const;
  /// Whether somebody could begin to speak here: the name of another and a colon.
  bool speaks_here(std::string_view before, const std::string& name, const std::string& by) const;
  /// "vreder", "tergukijken vrijdag": the word of the meeting that the whole line fits, for who misspelt it.
  std::optional<Unsure> word_misspelt() const;
  /// Words that say nothing of a case: an answer where nothing was asked, "oké", "wat nu?".
  std::optional<Meant> beside_the_talk() const;
  /// "klaar: zij is weg", "neem: 2": a word of the meeting that takes no text, with a colon behind it.
  std::optional<Meant> word_with_colon(const MeetingWord& word) const;
  /// "noor en daan: ...": a contribution is of one person.
  std::optional<Unsure> of_two() const;
  /// "vraag voor noor": of whom it is asked stands behind this word.
  bool is_asked_of(const std::vector<std::string>& words, std::size_t at) const;
  /// "een idee", "mijn idee": the kind with a small word before it; empty for anything else.
  std::string kind_with_article(const std::string& typed) const;
  Unsure whose_kind(const std::string& kind, const std::string& text) const;
  /// "aan bram: ...": asked of him, by whom is a guess.
  std::optional<Meant> asked_of_somebody() const;
  /// "wens jongen: ...": a kind and whose it is, as told by somebody.
  std::optional<Unsure> kind_of_another(const std::string& typed) const;
  /// A remark where a choice or an idea is asked for, an agreement in plain words, a question among facts.
  std::optional<Meant> not_of_this_step(const std::string& by, const std::string& text) const;
  const service::SaidKind* only_kind(std::string_view key) const;
  const service::SaidKind* chosen_first() const;
  bool picks_what_was_said(std::string_view text) const;
  std::optional<Unsure> agreed_in(const std::string& text) const;
  Meant kind_or_note(const std::string& by, const std::string& text, const service::SaidKind& kind) const;
  std::optional<Unsure> whose_question() const;
  /// Only questions fit here, and this has no mark: what asks all the same gets one, of the rest it is asked.
  std::optional<Meant> no_question(const Head& head) const;
  std::string as_question() const;  ///< the text, with the mark that it lacks

  int made_of_ = 0;  ///< how many lines before it this one was made of
};

}  // namespace casus::desk
