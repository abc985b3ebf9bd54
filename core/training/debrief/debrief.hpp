// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/page/page.hpp"
#include "core/text/voice.hpp"
#include "core/training/play/play.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

/// Looking back on a play: five scores kept apart, each with the moves that prove it, never one mark (domain.md 9).
namespace casus::training {

using text::msg;

enum class Level { protocol, talk, content, decisions, reflection };

constexpr std::array<Named<Level>, 5> names_of(Level) {
  return {{{Level::protocol, "protocol", "word.level.protocol"},
           {Level::talk, "talk", "word.level.talk"},
           {Level::content, "content", "word.level.content"},
           {Level::decisions, "decisions", "word.level.decisions"},
           {Level::reflection, "reflection", "word.level.reflection"}}};
}

/// A trainer's word against a finding of the program: the finding stays to be read, and counts no more.
struct Overruled {
  std::string by;
  std::string because;
  int beat = 0;
};

/// One thing that is looked at.
struct Item {
  std::string id;
  text::Message text;
  std::optional<int> points;  ///< nothing: cannot be judged here
  int of = 0;                 ///< 0: a count without a most
  text::Message note;         ///< why, in one sentence; may be empty
  std::vector<int> beats;     ///< the moves that show it
  std::optional<Overruled> overruled = {};
  std::optional<method::Mark> mark = {};  ///< of an item of the method: where it comes from (R18)
};

struct LevelScore {
  Level level{};
  std::vector<Item> items;

  int points() const;  ///< of what can be judged and was not overruled
  int of() const;
};

/// One part of what a goal counts, in the words of counted_in_words.
struct CountedPart {
  const Condition* condition = nullptr;
  bool held = false;
  std::vector<int> beats;         ///< that made it so, or that stand against it
  bool by_trainer = false;        ///< one of them is what the trainer brought in
  bool from_start = false;        ///< it held before the first move too: nobody had to do anything for it
  std::vector<int> refused = {};  ///< of what must not be said: lines that said it, and were refused
  std::vector<int> heard = {};    ///< of what holds: moves in which words were heard; what was meant is not
  /// Moves in which none were heard, and that may have said it: whether they did is for the trainer to hear.
  std::vector<int> unheard = {};

  /// Neither there nor missing: the program has no ear for it.
  bool is_open() const { return !held && !unheard.empty(); }
};

/// What the trainer made of a goal.
struct Judgement {
  std::string by;
  Verdict verdict{};
  std::string because;
  int beat = 0;
};

/// What was counted for a goal, and beside it what the trainer says: neither stands for the other.
struct GoalResult {
  const LearningGoal* goal = nullptr;
  std::vector<CountedPart> parts;
  std::optional<Judgement> judgement;  ///< the latest
  std::vector<Judgement> others{};     ///< of other trainers, the latest of each
  std::optional<Overruled> overruled;

  bool counted() const;       ///< every part
  std::size_t given() const;  ///< parts that held before the first move
  std::vector<int> beats() const;
};

/// A line of the trainer: an observation, a finding that was overruled, or what was brought in.
struct TrainerLine {
  std::string by;
  std::string finding;  ///< empty: an observation, or brought in
  std::string text;
  int beat = 0;
  std::optional<Injected> injected = {};
  Text brought_in = {};  ///< the words of the scenario or of the trainer
};

/// A fact that mattered, and the move that brought it out; 0 when it never came out.
struct FactResult {
  const HiddenFact* fact = nullptr;
  bool known = false;
  int beat = 0;
  bool by_trainer = false;        ///< the trainer told it
  std::vector<int> unheard = {};  ///< of what did not come out: moves that may have asked for it in other words
};

/// A decision point beside what was chosen and what followed.
struct DecisionResult {
  const DecisionPoint* decision = nullptr;
  const Option* option = nullptr;  ///< nullptr: not chosen
  bool up = false;                 ///< came up at all
  bool late = false;               ///< nobody chose in time: what follows is that of `otherwise`
  std::string because;
  std::string by;
  int beat = 0;
  std::vector<CameOut> followed;            ///< effects that came
  int to_come = 0;                          ///< effects that the group did not live to see
  std::optional<Overruled> overruled = {};  ///< what it is worth
};

struct PathResult {
  const GoodPath* path = nullptr;
  int shared = 0;                           ///< choices made as on this path
  const DecisionResult* left_at = nullptr;  ///< the first choice that was made otherwise
};

struct PersonNote {
  std::string name;
  text::Message strength;  ///< what an observer called strong, else what the log shows; empty: it shows nothing of note
  bool in_log = false;     ///< the log has a move of theirs
  int strength_beat = 0;
  text::Message next_try;  ///< may be empty
  int try_beat = 0;
  bool observed = false;                      ///< from an observation sheet; else from what the play shows
  std::vector<std::string> observed_by = {};  ///< who wrote that sheet
  std::vector<int> sheets = {};               ///< moves with a line about this person that says more than the two above
  std::optional<Overruled> overruled = {};
};

/// One phase of the debrief form, in our own words.
struct DebriefPhase {
  text::Message name;
  text::Message prompt;
};

/// How a form goes, and where it comes from.
struct DebriefGuide {
  DebriefForm form{};
  text::Message source;
  std::vector<DebriefPhase> phases;
};

const DebriefGuide& guide_of(DebriefForm form);

struct Debrief {
  std::vector<text::Message> notices;  ///< what the reader must know first
  std::array<LevelScore, 5> levels;
  std::vector<GoalResult> goals;
  std::vector<FactResult> facts;
  std::vector<DecisionResult> decisions;  ///< in the order of the scenario
  std::vector<PathResult> paths;          ///< the nearest first
  std::vector<PersonNote> people;
  std::vector<TrainerLine> trainer;
  int moves = 0;
  int hints = 0;
  int retries = 0;
  int refused = 0;        ///< by a rule
  int refused_other = 0;  ///< for another reason: a name that nobody has, a step that was not done
};

/// A pure function of the play: the same play, the same debrief. Holds references into the play's scenario.
Debrief debrief(const Play& play, const engine::Library& library);

/// What a trainer can overrule, as it is named: "talk/questions", "person/ria", "goal/wish".
std::vector<std::string> findings(const Debrief& debrief);
std::string finding_of(const LevelScore& level, const Item& item);
std::string finding_of(const PersonNote& note);
std::string finding_of(const DecisionResult& decision);
std::string finding_of(const GoalResult& goal);
/// Whether somebody who typed this means that finding.
bool is_finding(std::string_view one, std::string_view typed);

/// "3 maart 2026 09:14 · Ria (vraag): Wat wil hij zelf?"
std::string beat_in_words(const Play& play, const engine::Library& library, int number, const text::Voice& voice);

/// The page to talk about, with pictures.
page::Page debrief_page(const Debrief& debrief, const Play& play, const engine::Library& library,
                        const text::Voice& voice);

}  // namespace casus::training
