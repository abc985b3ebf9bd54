// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/desk/meeting/guided/command_lines.hpp"
#include "core/desk/meeting/guided/guided.hpp"
#include "core/desk/meeting/guided/waiting_line.hpp"
#include "core/desk/words/line.hpp"
#include "core/desk/words/people/names_line.hpp"
#include "core/model/refusal.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace casus::desk {

/// A meeting that is led: takes lines and commands, and says what there is to see after them. It knows no window, and
/// holds nothing that is not in the store, so it can end at any moment and go on where it was.
///
/// Who sits at the keys (`desk.seat()`) needs to know: each case that comes on the table is asked for and the look is
/// logged, once each time that it comes. In whose name something is said and who typed it are both kept.
class GuidedMeeting {
 public:
  struct Place {
    std::optional<MeetingChoice> meeting;  ///< nothing: the case `case_id` alone
    std::string case_id;
    std::string because;  ///< why somebody who is not at the table of a case looks at it
  };

  /// `lines` must outlive it; nullptr: only the words of the meeting.
  GuidedMeeting(Desk& desk, Place place, CommandLines* lines = nullptr);

  /// Sits down: whether this seat may see what is on the table. To be called first; a refusal of a look is logged too.
  std::optional<Refusal> open();

  /// What there is to see at this moment.
  const Guided& now();

  /// How it was sent by a face that is asked for forms; all may be left out.
  struct Sent {
    std::string id;                    ///< of the command: sent twice, done once
    std::optional<std::int64_t> seen;  ///< version of the case that the sender had before them
    std::string by;                    ///< who does what names nobody; empty: the chair
  };

  /// A line as it was typed. An empty one takes what is offered, or closes the page that is open. What is offered
  /// stands beside the line and never in it: whatever else is typed begins anew.
  void take(const std::string& line, Sent sent = {});

  /// Lines that were pasted, with what stood before them. What is one line comes back, to look at and send; of several
  /// it is asked first whether they are done one by one.
  std::optional<std::string> paste(const std::string& text);
  /// Lines that were there at once without being marked as pasted: done one by one, up to the first that is asked
  /// about or refused; the others wait, and answer no question.
  void take_lines(const std::string& text);
  /// What a button gives.
  void take(Meant meant, Sent sent = {});

  /// The last words were no answer, or were one after all: the same words, as what they are. `was` is what
  /// `Guided::answers` said; when that is not so any more nothing is done.
  void answer_otherwise(const Answering& was, Sent sent = {});
  /// What somebody said, by who chooses whose words they are: without a name that is asked, and nobody's are kept.
  void say_for(const std::string& by, Say said, Sent sent = {});
  /// A line of `Guided::asked`, placed by who chooses what it is and whose words they are. `said.text` says it all.
  void place(const std::string& line, const std::string& by, Say said, Sent sent = {});
  /// What a button offered, for itself or for a line of `Guided::asked`, as it stands: nothing when that is offered no
  /// more.
  void take_offered(const std::string& line, Sent sent = {});
  /// A line of `Guided::asked` is let go.
  void let_go(const std::string& line, Sent sent = {});
  /// Danger or a concern about a case of the agenda, whatever is on the table; without a case it is set aside until
  /// somebody says which. `waits`: the report of `Guided::asked` that it is, if it lies there already.
  void report(const std::string& about, const std::string& waits, CommandBody danger, Sent sent = {});
  /// What was noted for the team just now goes, whatever waits for an answer (`Guided::noted`).
  void take_back_noted(Sent sent);
  /// The face itself has something to say; it stands in the place of what was told before.
  void note(std::string text, Tone tone);
  /// Nothing is told any more, until the next thing is taken.
  void quiet();
  /// The lines that a beginning could become.
  std::vector<std::string> completions(const std::string& beginning) const;
  /// Whoever sat at the keys goes: what still waits for an answer is kept in its case.
  void leave();
  /// Why the case on the table is not shown to this seat.
  const std::optional<Refusal>& barred() const { return barred_; }

  /// The day of the meeting; empty when one case is led.
  std::string day() const { return place_.meeting ? place_.meeting->meant.day : std::string(); }

 private:
  /// What an empty line does: closes the page that is open, or becomes what is offered. True: there is no line to take.
  bool enters_nothing(std::string& line);
  /// A no to what is offered or asked is done at once. True: it was one. A yes is the line that it answers.
  bool answered_shortly(std::string& line);
  /// What the line means, where others would be asked about first.
  Meant meant_here(std::string& line);
  void taken(Meant meant, const std::string& line);
  void do_meant(Meant& meant, const std::string& line);
  void do_unsure(Unsure& asked, const std::string& line);
  /// A case was taken: what waits for it, and what lacks before its first step.
  void leads_into_case();
  void begin_by_button(Sent sent);
  void refresh();
  std::shared_ptr<const Case> looked_at(const std::string& case_id);
  const std::vector<Sitting>* sittings_of(const std::string& case_id);
  void greet();
  std::optional<std::string> ended_today();
  bool is_ahead() const;
  void say_which();
  void offer_next();

  void give(const GiveCommand& given, const std::string& line);
  /// While everything stands still, what tells of danger belongs to it, and whatever else is said is a note.
  Command beside_danger(Command command);
  /// A name alone, right behind the question whose words these are, says it; of an action it says who checks.
  std::string answered_by_name(const std::string& line) const;
  /// Behind the question why, words that are nobody's by name are the reason; nothing for other words.
  std::optional<std::string> plain_reason(const std::string& line, const Meant& meant) const;
  /// "ik bedoel: ..." right behind a line that was asked about: that line as it is meant, in its place. Nothing that is
  /// kept is touched.
  std::optional<std::string> instead_of_asked(const std::string& line);
  void tell_instead();
  /// With the line that was given back, where it answers what that asks: a reason, or other words for a line.
  std::string filled(const std::string& line) const;
  /// Whether the last that was kept stands among what was said; a day to look back, a result and a concern do not.
  void mind_last(const Meant& meant, const std::string& line);
  /// "ik bedoel: ..." behind one that does not.
  std::optional<Meant> meant_of_apart(const std::string& line) const;
  /// Which question it was taken as an answer to, or which is open still; and how that is put right.
  void tell_answered(const service::Answer& answer, bool open_too);
  /// The same, and whether words beside danger that no line was typed for tell what was done about it.
  void tell_what_it_may_be(const service::Answer& answer, bool guessed, const std::string& line);
  /// Why what somebody said is a note in this step; of who may answer here, which answer it may belong to.
  void tell_why_note(const service::Answer& answer, const std::string& by, bool said_why);
  void may_count_as(const service::Answer& answer, const service::SaidKind& kind);
  void tell_beside_questions(const service::Answer& answer, const Person& person);
  void tell_left(const service::Answer& answer, const Person& person, const Contribution& question);
  void may_answer(const Contributed& said, const Person& person, const std::string& question);
  bool tell_remark(const service::Answer& answer, const Person& person);
  /// "geen antwoord", "antwoord" right behind it: the same words, as what they are.
  std::optional<Meant> answered_otherwise(const std::string& line) const;
  Meant otherwise_answered(const JustSaid& before) const;
  /// What is asked when somebody else says that kind in this step; nothing when it is theirs.
  std::optional<std::string> whose_kind(const std::string& by, const Say& said) const;
  void forget_halves(const WaitingLine& of);
  /// The line that is answered when the word of the meeting that was offered for it is taken.
  std::optional<WaitingLine> taken_as_offered(Ask word);
  void wait_for_answer(const Unsure& asked, const std::string& line);
  /// The line that waits and is said with this one; nullptr: none.
  const WaitingLine* answered_by(const std::string& line, bool as_offered) const;
  void was_answered(const std::string& line, bool as_offered);
  /// A line that is typed now, with the case and the step that it is typed in.
  WaitingLine typed_here(std::string line) const;
  /// The id of the step in which it was typed; empty when that is the step at hand, or nobody may read it.
  std::string step_typed(const WaitingLine& waits) const;
  /// The same of the line that is said now.
  std::string step_typed(const std::string& line, bool as_offered) const;
  /// The kind that what was offered would have in the step at hand; empty for a choice, and for no contribution.
  std::string kind_here(const Unsure& asked) const;
  std::string kind_typed(const std::string& line, bool as_offered) const;
  /// The line as it was meant, with that kind, where it was typed in an earlier step of this meeting.
  std::string with_kind_typed(const WaitingLine& waits) const;
  /// What is said, with the step in which it was typed.
  Command as_typed(Command command) const;
  /// While it is asked whether there is danger that question stays, and what else is asked about stands beside it.
  Meant noted_beside_danger(Meant meant, const std::string& line) const;
  bool stands_beside_danger(const Unsure& asked, const std::string& line);
  /// Danger was reported: what was typed meanwhile is kept beside it, each line by itself.
  void keep_beside(const std::string& reported);
  bool noted_beside(const WaitingLine& one);
  bool done_beside(const WaitingLine& one);
  /// What was told of help and is not what ended the danger is a note of who told it.
  bool noted_as_help(const WaitingLine& one);
  void note_help(const std::string& reported);
  /// It was asked whether these lines tell of danger, and they do not.
  void mind_no_danger(const std::vector<WaitingLine>& lines);
  void refused(const std::string& typed);
  void list_waiting();
  AskedLine as_asked(const WaitingLine& one) const;
  std::vector<ReportWay> ways_to_report(const WaitingLine& one) const;
  /// The question about the line that is taken now; whether there is danger is asked by buttons where there are any.
  void ask_about(std::string question);
  /// What buttons gave a place is in its case now. `gone` is a copy of the line, and none of those that wait.
  void waits_not(const WaitingLine& gone);
  /// Nothing is done with a line that is not there any more: whatever was to be done with it.
  void waits_no_more();
  void tell_waiting();
  std::optional<std::size_t> waiting_meant(const std::string& about) const;
  /// The case and the step that are on the table.
  std::string where_now() const;
  void ask_again(const std::string& about);
  /// A line that was refused, or asked about in another step, is read as it would be now.
  void read_once_more(WaitingLine& waits) const;
  /// `line` is how it was typed: what waits since an earlier time is all dropped only when that is typed twice.
  void drop_waiting(const std::string& about, const std::string& line);
  bool put_dropped_back();
  /// "ongedaan" right behind a question is about the line that was asked about, and about nothing that is kept: it is
  /// meant as dropping it. False: it is about something else.
  bool undoes_asked(Meant& meant, const std::string& line);
  void tell_taken_back(const service::Answer& answer);
  void mind_noted(const Meant& meant);
  void take_noted_back(const std::string& by);
  /// The case goes from the table: what waits is kept in it without a place, and talk of the meeting is let go.
  void keep_waiting();
  /// What its case keeps without a place waits again when that case is on the table.
  void wait_unplaced();
  void tell_unplaced();
  /// What is typed behind a refused "verder" belongs to the step that is still going on.
  void tell_still_here(const Meant& meant);
  /// The line as a note, where the step that is going on would make something else of what was said elsewhere: a
  /// choice, an idea. Nothing where it stays what it is.
  std::optional<std::string> as_note(const std::string& line) const;
  /// Of a line that comes from elsewhere it is asked which kind it is, where the step would make another of it.
  void ask_kind(WaitingLine& waits) const;
  /// What is asked of words that no kind of this step can be told from; nothing when they have one.
  std::optional<std::string> which_kind(const Command& command) const;
  /// Whether words of which the kind is not clear can lie with the case as a note until somebody says what they are.
  bool may_be_noted(const Command& command) const;
  void tell_which_kind(const service::Answer& answer);
  /// The kind of the step that is typed, in full or by its beginning; nullptr for none, and for two.
  const service::SaidKind* kind_typed_alone(const std::string& typed) const;
  /// The kinds that fit what was said elsewhere, in words.
  std::string kinds_of_before() const;
  /// What of it was placed or dropped is taken back there, the rest stays: how many that is.
  std::size_t settle_unplaced();
  /// What was typed where nobody reads who wrote what, and waits when that step is over: with a name before it, it
  /// would say whose it is. Danger is told all the same (R14).
  void forget_unnamed(bool all);
  /// "veilig: ..." while it is asked whether there is danger: both are recorded by one Enter.
  std::optional<Unsure> danger_and_safe(const std::string& line, const Meant& meant) const;
  void keep_danger(const std::string& line);
  bool keep_report(const std::string& line, const std::string& case_id);
  void take_up(const std::string& line, const std::string& case_id);
  void give_back_kept();
  /// What was reported before is in the case now, when this line is one that waited.
  void was_reported(const std::string& line);
  /// Whether it was asked just before and is typed again: then it is so.
  bool asked_before(const std::string& line);
  /// Reports of danger and lines that wait, of no case or of another than lies on the table.
  std::vector<std::string> in_no_case() const;
  /// Those of them that lie nowhere: one case is led without a meeting, or the text may not be kept.
  std::vector<std::string> unkept() const;
  void tell_in_no_case();
  /// Of what lies aside: who leads all of it, others their own and that of a case whose table they work at.
  bool may_see(const LineAside& aside) const;
  void find_aside();
  void waits_again(const LineAside& aside, const std::string& on);
  bool hear_aside();
  void set_aside(const std::string& line, bool danger, const std::string& case_id);
  void mind_aside(bool dropped);
  void list_aside();
  void keep_left(bool all);
  /// Whether whoever typed may go: with danger that is in no case it is asked once.
  bool may_stop(const std::string& line);
  /// Whether the meeting may end: with cases left it is asked once.
  bool may_end(const std::string& line);
  /// Whether the case may be done: with danger of which nobody said what was done it is asked once.
  bool may_be_done(const std::string& line);
  /// Whether the case may go from the table with words of danger or the meldcode that nobody answered: asked once,
  /// since then they are no more than a note.
  bool may_leave_danger(Ask word, const std::string& line);
  std::vector<std::string> danger_unanswered() const;
  void tell_unanswered();
  /// Who was asked about as a guest and now speaks, is there.
  void let_in_who_speaks(const std::string& line);
  /// Whose names those are: of the team, of who is there, or of everybody who is expected.
  NamesRead names_meant(const std::string& typed) const;
  void begin_with(const std::string& typed, const std::string& line);
  /// Whether the first words of a case in coaching begin its review: then it has begun, and that is told with them.
  bool begins_by_talking(const Meant& meant);
  void give_one(MeetingBody body, const std::string& of, const std::string& line);
  void each_arrives(const std::string& typed, const std::string& line);
  void each_leaves(const std::string& typed, const std::string& line);
  /// "weg ruud, voorzitter joost": the chair first, so that nobody goes when that cannot be.
  void hands_over(const SteerMeeting& steer, const std::string& line);
  void change_seats(const SteerMeeting& steer, const std::string& line);
  Seated seated() const;
  /// Whether that changed: then "ongedaan" puts it back.
  void mind_seats(Seated before);
  void put_seats_back();
  /// After something else was done than a coming or going, "ongedaan" is not about that one.
  void seats_before_were(const Meant& meant);
  /// "begin" with who is expected, as long as the meeting has not begun.
  void offer_begin();
  /// Whether somebody may join: a guest is asked about once.
  bool may_arrive(const std::string& name, const std::string& line);
  /// The resident sits at the table of the case that is on it, and not with the team.
  void seat_resident(const std::string& name, const std::string& line);
  /// Who works alone has no team, and then nobody is from outside it.
  bool is_of_no_team(const std::string& name) const;
  /// Somebody who came as a guest, and sits at the case; empty: nobody.
  std::string guest_at_table() const;
  /// Whether somebody who is not of the team got up from the table of the case.
  bool leaves_table(const std::string& name, const std::string& line);
  /// Who is at the meeting and was not at this table for now, sits down again.
  bool comes_back(const std::string& name, const std::string& line);
  /// Whether they sit here as the resident: then that is said, for nobody is a guest beside that.
  bool sits_as_resident(const std::string& name);
  void give_to_case(CommandBody body, const std::string& line);
  /// A correction that lacks its reason, as it would be typed with one.
  void offers_because(const CommandBody& body, const std::string& line);
  void give(const GiveCommands& given, const std::string& line);
  void keep(const NoteLine& note, const std::string& line);
  void look(const LookAt& look);
  void look_why();
  void steer(const SteerMeeting& steer, const std::string& line);
  void do_pasted();
  void keep_pasted();
  void ready_from_before();
  void stand_ready(std::vector<std::string> lines);
  void turn_to_other(const std::string& day);
  void run(TypedCommand typed, const std::string& line);
  void show(CommandLines::Answer answer);
  void run_line(std::vector<std::string> arguments, const std::string& title);

  void tell(const service::Answer& answer, const std::string& line);
  void tell(const service::MeetingAnswer& answer, const std::string& line);
  void tell(Refusal refusal, const std::string& line = {});
  /// Whether it was done; says why not, and gives the line back to mend.
  template <class Events>
  bool tells_done(const service::AnswerWith<Events>& answer, const std::string& line);
  /// The word for what is missing, when there is one: said, and at hand.
  bool offers_word(const std::vector<Missing>& missing);
  /// A review began before it was said what it should bring: that may come later.
  std::string hopes_later() const;
  text::Way way_to_ask(Ask what) const;
  /// What was said waits, as no case begins without its question.
  void asks_for_question();
  void say(std::string text, Tone tone = Tone::plain);
  /// What says what to type for it, and the same without that, for a face with buttons (see Message).
  void say(std::string text, std::string unasked, Tone tone);
  /// What holds for all that is done with one line, and for each part of it is said anew.
  void say_once(std::string text, Tone tone);
  void not_done(std::string text);
  void not_done(std::string text, std::string unasked);
  void offer(SteerMeeting steer);
  /// A line that can be sent as it stands, or one that lacks something.
  void offer_or_give_back(std::string line, bool whole);
  void open_page(Ask what, std::string title, std::vector<std::string> lines = {});
  void nothing_at_hand(const std::string& line);
  bool asks_for_place(const std::string& about);
  void give_a_place(const SteerMeeting& steer, const std::string& line);
  /// The first case on the agenda that is still to be discussed; empty: none.
  std::string case_to_come() const;

  std::string acting() const;
  Typist typist() const;
  text::Voice voice() const;
  MeetingNames names() const;
  MeetingCommand meeting_command(MeetingBody body) const;
  std::string as_line(const Command& command) const;

  Desk& desk_;
  Place place_;
  CommandLines* lines_;
  Guided shown_;
  Sent sent_;  ///< how what is taken now was sent
  std::vector<Sitting> sittings_;
  std::vector<std::string> pasted_;     ///< lines that wait for somebody to say that they are to be done
  std::vector<std::string> danger_;     ///< lines of danger that wait for their case on the table
  std::vector<std::string> no_danger_;  ///< lines of which somebody answered that they tell of none, folded
  std::vector<WaitingLine> waiting_;
  std::string told_waits_;                 ///< the line of which it was said in full that it waits, and how many do
  std::vector<AsideLine> aside_;           ///< those of both that lie with a meeting
  std::vector<WaitingLine> dropped_;       ///< what was dropped last, as long as nothing was done since
  std::string unplaced_of_;                ///< the case of which what has no place waits again
  std::vector<std::string> unplaced_;      ///< the ids of those lines
  std::optional<WaitingLine> instead_of_;  ///< in the place of which another line is taken now
  std::optional<JustSaid> just_said_;      ///< of which it was told what it is, or may be
  std::optional<Seated> seats_before_;     ///< the last thing that was done changed who sits here or leads
  std::optional<Seated> seats_undone_;     ///< it was put back just now: as it was before that
  std::optional<NotedForTeam> noted_;      ///< the last thing that was done is for the team
  std::string last_apart_;                 ///< the last line that was kept, if it does not stand among what was said
  std::string last_where_;                 ///< where that was; see `where_now`
  std::string stuck_;                      ///< where going on was refused, until that was told with what came next
  std::string typed_in_;                   ///< of the line that is taken now; see `step_typed`
  std::string kind_typed_;                 ///< the kind that it would have had in that step
  bool undone_ = false;                    ///< it was dropped by "ongedaan": the next one is about what is kept
  bool asks_now_ = false;                  ///< the last thing that was taken is the last that waits
  bool asks_aside_ = false;                ///< the last thing that was taken was asked about, and does not wait
  bool in_paste_ = false;                  ///< lines are done one by one; what waits is told at the end
  std::vector<Message> told_before_;       ///< what was done before the line that is taken now
  std::string asked_guest_;                ///< of whom it was asked whether they are the resident
  std::string asked_;                      ///< a line that does something once it is typed again
  std::string looked_at_;                  ///< the case that was asked for
  std::ptrdiff_t destroyed_ = 0;           ///< how much of it was destroyed or erased when it was last looked at
  Sight ground_{};                         ///< on what ground it was shown, or not
  std::optional<Refusal> barred_;          ///< why it is not shown
  bool coached_ = false;                   ///< what does not fit is kept with a word in the case on the table
  bool leads_ = false;                     ///< this seat led when what lies aside was looked at
  bool opened_ = false;                    ///< `open` was called: what lies aside is known
};

/// Where somebody sits down who names a day, or a case without a meeting around it, or neither. Throws Usage for a day
/// without a meeting or with one that is over, and when there is nothing to sit down at.
GuidedMeeting::Place meeting_place(Desk& desk, std::optional<Date> date, std::string case_id, std::string because);

}  // namespace casus::desk
