// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/engine.hpp"
#include "core/model/team/team.hpp"
#include "core/training/play/play_moves.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace casus::training {

/// Something that the case answered with.
struct CameOut {
  enum class What { fact, event, effect, decision, hint, mood, late };

  What what{};
  std::string id;  ///< of the fact, event, decision or counter; "<decision>/<option>" of an effect; late: the decision
  Text text;
  Time at{};            ///< on the virtual clock
  std::string by = {};  ///< the trainer who brought it in; empty: the scenario
};

/// One move and what came of it.
struct Beat {
  int number = 0;  ///< from 1: line in the log after the setup
  Move move;
  Time at{};
  std::string step;  ///< in which step of which method; empty in intake
  std::string method;
  std::optional<Refusal> refusal;  ///< then nothing happened
  Events events;                   ///< of the case
  std::vector<CameOut> came_out;
  int taken_back = 0;  ///< number of the move that took it back

  bool counts() const { return !refusal && taken_back == 0; }
  bool of_trainer() const { return is_of_trainer(move.body); }
};

/// The words of what the trainer brought in with this move, of the scenario or the trainer's own.
Text brought_in(const Beat& beat);

/// A choice that was made and not taken back.
struct Chosen {
  std::string decision;
  std::string option;
  std::string because;
  std::string by;
  int beat = 0;
  Time at{};
};

/// A command of the case as it is kept, and the line that goes with it to the team.
struct Kept {
  Command command;
  std::optional<TeamCommand> line;
};

/// A scenario being played: a real case through the real engine, by a virtual clock, with the same answer to the same
/// moves on any machine. Values only: who keeps the case hands `kept()` to a service.
class Play {
 public:
  /// Opens the case and seats the table. `scenario` and `library` must outlive it. Throws Fault(definition) when the
  /// scenario cannot be opened with this method.
  Play(const Scenario& scenario, Setup setup, const engine::Library& library);

  /// Does one move. A refused one changes nothing, and is a beat all the same; when it holds a number that nobody may
  /// keep, a beat without its texts. The reference holds until the next move.
  const Beat& take(Move move);

  const Scenario& scenario() const { return scenario_; }
  const Setup& setup() const { return setup_; }
  const engine::Library& library() const { return library_; }
  const Case& state() const { return now_.state; }
  Time clock() const { return now_.clock; }
  const std::vector<Beat>& beats() const { return beats_; }
  /// What was told at the start: facts, and decisions that are up from the start.
  const std::vector<CameOut>& opening() const { return opening_; }
  /// All commands of the present case, the opening too. Taking back begins a new case.
  const std::vector<Kept>& kept() const { return now_.kept; }

  /// An event of the present case and the beat that made it; 0 for the opening.
  struct Happened {
    int beat = 0;
    Event event;
  };
  const std::vector<Happened>& history() const { return now_.history; }

  bool is_known(std::string_view fact) const { return now_.known.contains(fact); }
  /// The fact as it was told: another version may have held then.
  const Text& told_as(const HiddenFact& fact) const;
  bool is_up(std::string_view decision) const { return now_.up.contains(decision); }
  /// Nobody chose in time.
  bool is_late(std::string_view decision) const { return now_.late.contains(decision); }
  /// Up, and to be chosen about.
  bool is_open(std::string_view decision) const;
  /// Until when there is time to choose; nothing where it waits, or is over.
  std::optional<Time> open_until(std::string_view decision) const;
  int counter(std::string_view id) const;
  /// What there is to notice of a counter now; nullptr when it has no moods, or none so low.
  const Mood* mood(const Counter& counter) const;
  std::vector<int> moves_that_changed(const std::string& counter) const;
  const std::vector<Chosen>& chosen() const { return now_.chosen; }
  const Chosen* chosen(std::string_view decision) const;
  /// Facts that the trainer told and no scenario has.
  const std::vector<Text>& told() const { return now_.told; }
  bool has_happened(std::string_view event) const { return now_.happened.contains(event); }
  /// Effects of what was chosen that are still to come.
  int to_come(std::string_view decision) const;
  /// What somebody in the network says when asked: as in the scenario, until the trainer brings in another answer.
  Answer answer_of(const Acquaintance& person) const;
  /// Whom the group has heard of.
  std::vector<const Acquaintance*> in_view() const;
  std::vector<std::string> observers() const;
  /// Whether somebody of this name plays: at the table, or beside it as an observer. Who plays does not lead: where
  /// only a name says who leads, it is none of these.
  bool has_place(std::string_view name) const;
  /// Pictures and sounds that there are by now, for everybody and for this place alone.
  std::vector<const Medium*> shown_to(std::string_view seat) const;
  int hints() const;
  /// The last so many moves that taking back would undo, the latest first; fewer when there are fewer. Notes are none
  /// of them: who wrote one retracts it.
  std::vector<const Beat*> to_take_back(int moves) const;
  /// Whether the group took something of its own back: what the trainer brought in and took back is not theirs.
  bool takes_back(const Beat& beat) const;
  int retries() const;

  /// Whether it holds now.
  bool holds(const Condition& condition) const;
  /// Whether what was said with this move was withdrawn since: it counts nowhere any more.
  bool is_withdrawn(const Beat& beat) const;
  /// What a question asks about the case; empty where it asks something of the table alone, or reproaches.
  std::string asked_of_the_case(std::string_view text) const;
  /// The moves that said what a `said` asks, of those that count.
  std::vector<int> moves_that_said(const Condition& condition) const;
  /// The moves that would have, and were refused: at a real table it was said all the same.
  std::vector<int> refused_that_said(const Condition& condition) const;
  /// The first move with which somebody of the network was spoken to or asked; nothing when nobody did.
  std::optional<int> move_of_consulting(const std::string& person) const;
  /// With which move a part of a `before` came to hold; 0: at the opening, nothing: not yet.
  std::optional<int> first_held(const Condition& part) const;

 private:
  std::optional<std::pair<text::Message, text::Message>> owner_not_there(const CommandBody& body) const;
  bool is_to_colleague(std::string_view to, std::string_view text) const;
  std::optional<std::string> of_the_case(std::string_view text) const;
  struct Said {
    std::string kind, text, by;
    std::string to;  ///< id in the network
    int beat = 0;
    std::string record{};       ///< id in the case; empty: said to somebody of the network
    bool to_colleague = false;  ///< said to somebody of the team: "you" is not the resident then
    bool elsewhere = false;     ///< to somebody of the network, and not at the table
    /// Without the sentences about the table alone, where that is less than the text.
    std::optional<std::string> of_the_case{};
  };
  struct Due {
    Time at{};
    CameOut out;
    const Condition* when = nullptr;
    bool only_look = false;  ///< nothing happens, but a condition on the time begins to hold
    const Delivery* delivery = nullptr;
    const DecisionPoint* timed = nullptr;  ///< nothing to tell, but the time to choose is over
  };
  /// Everything that taking back makes anew.
  struct Present {
    Case state;
    Time clock{};
    std::vector<Kept> kept;
    std::vector<Happened> history;
    std::vector<Said> said;
    std::set<std::string, std::less<>> withdrawn;  ///< records of what was said that count no more
    std::vector<Chosen> chosen;
    std::vector<Due> due;  ///< by time
    std::set<std::string, std::less<>> known, up, happened, late;
    std::map<std::string, Text, std::less<>> told_as;  ///< facts
    std::map<std::string, int, std::less<>> counters;
    std::map<std::string, std::vector<int>, std::less<>> changed_by;  ///< counter to the moves
    std::map<std::string, int, std::less<>> consulted;                ///< person in the network to the first move
    std::map<const Condition*, int> first_held;                       ///< parts of a `before`
    std::map<std::string, Answer, std::less<>> answers;  ///< brought in by the trainer, by person in the network
    std::vector<Text> told;
    std::set<std::size_t> hinted;
  };

  using Done = Outcome<Events, Refusal>;

  void begin();
  void seat();
  void schedule(Due due);
  Done apply(Beat& beat);
  Done decide(const std::string& by, const CommandBody& body);
  Done keep_line(const std::string& by, const CommandBody& count, const TeamBody& line);
  Done apply_body(Beat& beat, const CommandBody& body);
  Done apply_body(Beat& beat, const Wait& body);
  Done apply_body(Beat& beat, const Choose& body);
  Done apply_body(Beat& beat, const Consult& body);
  Done apply_body(Beat& beat, const TakeHint& body);
  Done apply_body(Beat& beat, const Observe& body);
  Done apply_body(Beat& beat, const Learn& body);
  Done apply_body(Beat& beat, const Signal& body);
  Done apply_body(Beat& beat, const TakeBack& body);
  Done apply_body(Beat& beat, const JudgeGoal& body);
  Done apply_body(Beat& beat, const Overrule& body);
  Done apply_body(Beat& beat, const Remark& body);
  Done apply_body(Beat& beat, const Inject& body);
  Done apply_body(Beat& beat, const Retract& body);
  Done apply_body(Beat& beat, const Withheld& body);
  Done bring_in_fact(Beat& beat, const Inject& body);
  Done bring_in_event(Beat& beat, const Inject& body);
  Done bring_in_effect(Beat& beat, const Inject& body);
  Done bring_in_answer(Beat& beat, const Inject& body);
  void move_clock(Time to, std::vector<CameOut>& out);
  void settle(std::vector<CameOut>& out);
  bool comes_out(const HiddenFact& fact) const;
  void tell(Due due, std::vector<CameOut>& out);
  void change(const Changes& changes, std::vector<CameOut>& out);
  void run_out(const DecisionPoint& decision, std::vector<CameOut>& out);
  void follow(const std::string& decision, const Option& option);
  Text worded(const Text& text, const Delivery& delivery) const;
  void listen(const Events& events);
  void note_order();
  bool said_so(const Condition& condition, const Said& said) const;
  bool holds(const std::optional<Condition>& when) const { return !when || holds(*when); }

  const Scenario& scenario_;
  Setup setup_;
  const engine::Library& library_;
  std::vector<const Condition*> orders_;  ///< each `before` of the scenario
  Present now_;
  int cases_ = 0;
  int beat_ = 0;  ///< the one that is being done
  /// What was heard when it was played before; nullptr: it is heard now.
  const std::vector<std::string>* heard_ = nullptr;
  std::vector<CameOut> opening_;
  std::vector<Beat> beats_;
};

}  // namespace casus::training
