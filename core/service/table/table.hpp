// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/vote_how.hpp"
#include "core/engine/library.hpp"
#include "core/model/case.hpp"
#include "core/model/meeting/meeting.hpp"
#include "core/model/refusal.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// A case as those at the table see it now: who may do what, what is next, what has been said. One value for every
/// screen in the room, so that a screen only draws.
namespace casus::service {

/// How a step or an agenda item stands in its time. It warns, and never cuts (R5).
struct Countdown {
  enum class Pace { untimed, running, nearly, over, stale };

  Pace pace = Pace::untimed;  ///< stale: begun longer ago than one sitting lasts, so a clock would say nothing
  std::chrono::seconds planned{0};
  std::chrono::seconds left{0};  ///< below zero: over the plan
};

/// `nearly` begins when a fifth of the plan is left, and at the latest with the last minute.
Countdown countdown(double planned_minutes, std::chrono::seconds spent);

/// Somebody at the table of the case.
struct Seat {
  std::string id;
  std::string name;
  std::string roles;       ///< in words
  bool speaks = false;     ///< the step gives this person the word
  bool answers = false;    ///< may answer in between
  bool asked = false;      ///< a question waits for an answer of this person
  std::string question{};  ///< the words of one that nobody answered yet; empty: none
  bool has_turn = false;
  bool is_next = false;
  int said = 0;  ///< contributions in this step that may be seen
  bool passed = false;
  int group = 0;                     ///< the number of the group that they sit in; 0: none
  std::vector<std::string> kinds{};  ///< keys of what this person may say in this step; none where they only listen
};

/// People who talk with each other in a step that goes on in several groups.
struct SeatedGroup {
  int number = 0;
  std::string people;   ///< names
  std::string turn{};   ///< whose turn it is there; empty: nobody's in particular
  std::string one{};    ///< who has the place in it; empty: there is none
  std::string place{};  ///< what the method calls that place
};

/// What a group of the step before brings to all.
struct Brought {
  int number = 0;
  std::string people;
  std::vector<std::string> texts;
};

struct SaidKind {
  /// A field of a record, and its answers: by their ids, and as people call them.
  struct Part {
    std::string id, name;
    std::vector<std::pair<std::string, std::string>> options{};
  };
  std::string key;
  std::string name;
  std::string told_in{};             ///< written unseen, and told in the step of this name; empty: seen at once
  std::string asks{};                ///< of a record the fields that it asks for, in words; empty for one text
  std::vector<std::string> names{};  ///< of a kind of the method, in each of its languages
  std::string whose{};               ///< roles in words, where only who answers in between says it; empty: any speaker
  bool unseen = false;               ///< nobody sees it until the step is left, in a step where others are seen at once
  std::vector<Part> parts{};         ///< of a record
};

/// A step that was not entered, and what it would have been entered for; or a phase that the method leaves out, and
/// why.
struct PassedOver {
  std::string step;
  std::string when;
  bool is_phase = false;
};

/// A branch of the menu at hand.
struct Offered {
  std::string id;
  std::string name;  ///< with what its source says of it
  double minutes = 0;
  bool chosen = false;
};

/// Which time a step that comes again is at.
struct TimeOf {
  int time = 1;
  int of = 0;  ///< how many there are to go through, or with `at_most` how often it may come
  bool at_most = false;
  std::string about_id;               ///< of a contribution or a person; empty for a repeat that lasts until something
  std::string about;                  ///< in words, with who said it
  std::string until;                  ///< what ends it, where the table does not choose that
  bool last_anyway = false;           ///< it comes no more often, though `until` is not so yet
  std::vector<std::string> left_out;  ///< what it does not come to, as there is more than it may go through, in words
};

/// In which step something was typed. Stays that the table went back to count as one, with the number of the first.
struct TypedIn {
  int stay = -1;
  std::string step;  ///< its id; empty before the first step, and where nobody reads who wrote what
};

/// A contribution of this round, in the order in which it was made.
struct SaidLine {
  std::string id;
  std::string who;
  std::string kind;  ///< in words
  std::string text;
  std::string step;   ///< name of the step, with the first line of each visit; else empty
  bool here = false;  ///< said in the step that is going on
  std::vector<Noticed> noticed;
  std::string words{};  ///< what was typed alone, as it is put right: of an action what is done, of a score why
  TypedIn typed{};      ///< of a line that nobody placed yet
  bool record = false;  ///< it has fields, which are put right by their names
};

/// An agreement of which it is not told yet what came of it.
struct OpenAction {
  std::string id;
  std::string what;
  std::string who{};     ///< a name
  std::string checks{};  ///< a name
  std::optional<Date> by_when{};
  bool repeats = false;
};

/// What is voted on in the step that is going on, and what came of the last vote of this round that can be seen: in its
/// own phase, and in the step right behind it.
struct VoteNow {
  struct On {
    std::string id;
    std::string what;  ///< in words, with who said it
    int points = 0;
    int voters = 0;
  };
  VoteHow how{};
  int most = 0;
  std::vector<On> on;      ///< in the order in which it was said; without what it got
  int voted = 0;           ///< how many people did
  std::vector<On> result;  ///< the most first; empty while nothing can be seen
  std::string step;        ///< where `result` was voted
  bool behind = false;     ///< other steps lie between: people read only what got most
};

struct Table {
  std::string case_id;
  std::int64_t version = 0;
  Stage stage;
  bool private_time = false;         ///< the circle is among itself: nothing below is filled in (R13)
  std::vector<std::string> leaders;  ///< at whose word the step ends; empty: anybody's
  std::string title;
  std::string question;
  std::string hoped_for;
  std::string safety;  ///< always there (R14)
  std::string standing;
  std::string method;  ///< with the status of its source (R18)
  std::string presenter;
  std::string acting;         ///< who acts when nobody is named: the chair of the case, else the first colleague here
  bool notes_beside = false;  ///< where only questions fit, each may note something beside them
  std::vector<Seat> seats;
  std::vector<std::string> away{};  ///< names of who has a seat in the case and is not there for now
  bool resident_here = false;

  bool in_step = false;  ///< the rest of the step is filled in
  std::string step;
  TypedIn typed;  ///< of what is typed now
  std::string phase;
  int number = 0;  ///< of the step in its phase, from 1
  int of = 0;
  std::string floor;  ///< who may speak and how, in words
  std::vector<SaidKind> kinds;
  std::vector<SaidKind> other_kinds;  ///< of the method, that do not fit here
  std::vector<std::string> prompts;
  std::string records;
  bool advice_locked = false;
  std::string choice_gives;  ///< role in words that a choice here gives to whom it names; empty: none
  bool hidden = false;       ///< what is written now is shown when the step is over
  bool takes_scores = true;  ///< no score is refused for what others would see of it before they wrote
  bool unnamed = false;      ///< and then too nobody reads who wrote it
  bool stepless = false;     ///< in a step that the method on this machine does not know
  Countdown time;
  std::optional<TimeOf> repeat;         ///< nothing in a step that comes once
  std::vector<PassedOver> passed_over;  ///< on the way to this step
  std::string ended_at_most;            ///< a repeat before this step came as often as it may: a sentence, or nothing
  std::string only_step;                ///< of a phase all other steps were passed over: a sentence, or nothing
  std::optional<VoteNow> vote;          ///< nothing where nobody votes and nobody did
  std::vector<std::string> numbers;     ///< what the numbers that each wrote unseen before this step say together
  std::vector<Offered> menu;            ///< what can be chosen here, in the order of their numbers
  std::vector<SeatedGroup> groups;      ///< none where everybody talks together
  std::vector<Brought> brought;         ///< by the groups of the step before
  std::vector<std::string> role_turns;  ///< roles that came to somebody else with this step, a sentence each
  std::string who_choose;               ///< from the menu, in words
  std::vector<std::string> choosers;    ///< who of those at the table may; empty: anybody

  std::vector<OpenAction> open_actions;
  std::vector<SaidLine> said;
  std::vector<SaidLine> unplaced;  ///< lines of this case that nobody placed yet, of every round; by id, text and step
  int hidden_count = 0;            ///< contributions that wait for the end of this step

  std::vector<Missing> missing;   ///< what keeps the table from going on; empty: `next` works
  std::optional<Refusal> no_way;  ///< why going on is refused for another reason: pause, danger, the round ends

  /// Whose turn it is; nullptr also where several groups have one of their own.
  const Seat* turn() const;
  const Seat* next_turn() const;
};

/// `chair` leads the meeting, if there is one: acts when at the table of this case. `sittings` are the times that the
/// meeting spent on this case: only those count for the clock of a step. Without a meeting the whole stay counts.
Table table(const Case& state, const engine::Library& library, Time now, const text::Voice& voice,
            std::string_view chair = {}, const std::vector<Sitting>* sittings = nullptr);
/// The same for who only reads: what going on would need is not looked for, so that no rule of a library is asked, and
/// what was said is not gone through (`said` and `hidden_count` stay empty), which in a long case is most of the work.
Table table_as_read(const Case& state, const engine::Library& library, Time now, const text::Voice& voice);

/// A kind as the screen that all share names it: with whose it is, and that nobody sees it yet.
std::string kind_at_table(const SaidKind& kind, const text::Voice& voice);

/// What this person may say in the step: their own kinds, or all that fit there for who only listens, as the table may
/// let them speak all the same.
std::vector<SaidKind> kinds_of(const Table& table, const Seat& seat);

/// Which time this step is at and what about, what was passed over on the way to it, who sits with whom, and what the
/// groups of the step before bring; a sentence each.
std::vector<std::string> course_lines(const Table& table, const text::Voice& voice);
/// Whose turn it is at the whole table, and who comes then; empty where nobody has one.
std::string turn_line(const Table& table, const text::Voice& voice);
/// What can be chosen here, a line each with its number: "2. Brainstorm (10 min)"; which one was is said there.
std::vector<std::string> menu_lines(const Table& table, const text::Voice& voice);

/// Stable keys, for another screen.
nlohmann::json countdown_json(const Countdown& clock);
nlohmann::json table_json(const Table& table, const text::Voice& voice);

}  // namespace casus::service
