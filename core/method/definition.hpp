// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/text.hpp"
#include "core/method/branching.hpp"
#include "core/method/criterion.hpp"
#include "core/method/phrases.hpp"
#include "core/method/record_type.hpp"
#include "core/method/voting.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casus::method {

/// A sentence of a method with where it comes from: what a source says, or what we made of it.
struct MarkedText : Text {
  Mark mark = Mark::own;
  std::vector<std::string> source{};  ///< keys of Definition::sources

  bool operator==(const MarkedText&) const = default;

  static void fields(auto& self, auto&& visit) {
    Text::fields(self, visit);
    visit.required("mark", self.mark);
    visit.optional("source", self.source);
  }
};

/// Something that must or should hold before a step or a phase is left, with the words to say so.
struct Requirement {
  std::string id;
  Level level = Level::soft;
  std::string rule;       ///< R1-R18 when it keeps one of them, else empty
  Text text;              ///< what must be there, as a full short sentence
  std::vector<Role> who;  ///< who can meet it; empty: anyone in the case
  Criterion holds;
  std::optional<Mark> mark{};         ///< nothing in a workflow, whose status holds for all of it
  std::vector<std::string> source{};  ///< keys of Definition::sources
  bool about_resident = false;        ///< of a workflow: asked only where the method is about a resident

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("level", self.level);
    visit.optional("rule", self.rule);
    visit.required("text", self.text);
    visit.optional("who", self.who);
    visit.required("holds", self.holds);
    visit.optional("mark", self.mark);
    visit.optional("source", self.source);
    visit.optional("about_resident", self.about_resident);
  }
};

/// Who may speak in a step (R4).
struct Floor {
  std::vector<Role> speakers;  ///< empty: nobody
  Order order = Order::free;
  std::map<std::string, int> per_turn;      ///< in turns: most contributions of a kind per turn
  std::optional<int> per_person;            ///< most contributions per speaker in the step; nothing, or 0: no limit
  std::vector<Role> answers;                ///< who may answer out of turn (kind "answer")
  bool hidden = false;                      ///< what is written stays hidden until the step is left
  bool is_private = false;                  ///< the circle's own time: nothing is recorded (R13)
  std::map<std::string, int> per_step{};    ///< most contributions of a kind in the step, of all speakers together
  bool answer_to_question = false;          ///< an answer names the question of another in this step that it answers
  std::vector<Role> only_chosen{};          ///< of these speakers only the one whom the latest choice names
  std::vector<std::string> hidden_kinds{};  ///< kinds that are written unseen here, and told in a later step
  std::vector<Beside> also{};               ///< noted under this floor too, in turn and unseen as what is said
  bool anonymous = false;                   ///< what is hidden bears no name once it is shown, nor its order
  std::optional<PartOfOne> one{};           ///< in groups: what who has the place does; nothing: talks along
  std::vector<std::string> answers_with{};  ///< kinds with which they may do so, beside "answer"

  bool holds_for(Beside what) const;
  /// Whether who may answer out of turn does so with this kind.
  bool is_answered_with(std::string_view kind) const;

  static void fields(auto& self, auto&& visit) {
    visit.required("speakers", self.speakers);
    visit.optional("order", self.order);
    visit.optional("per_turn", self.per_turn);
    visit.optional("per_person", self.per_person);
    visit.optional("per_step", self.per_step);
    visit.optional("answers", self.answers);
    visit.optional("answers_with", self.answers_with);
    visit.optional("answer_to_question", self.answer_to_question);
    visit.optional("only_chosen", self.only_chosen);
    visit.optional("hidden", self.hidden);
    visit.optional("hidden_kinds", self.hidden_kinds);
    visit.optional("private", self.is_private);
    visit.optional("also", self.also);
    visit.optional("anonymous", self.anonymous);
    visit.optional("one", self.one);
  }
};

struct Step {
  std::string id;
  Text name;
  std::string row;  ///< row of the method's table in the sources, "" for a step of our own
  Mark mark = Mark::documented;
  std::vector<std::string> source;          ///< keys of Definition::sources
  double minutes = 0;                       ///< 0: no timer
  bool minutes_per_person = false;          ///< minutes count for each speaker
  std::optional<Mark> minutes_mark;         ///< nothing without minutes
  std::vector<std::string> minutes_source;  ///< keys of Definition::sources
  std::vector<Role> led_by;                 ///< who goes on from here; empty: the table, led by its chair
  Floor floor;
  std::vector<std::string> kinds;    ///< kinds of contribution that fit here
  bool advice_locked = false;        ///< R6: no advice yet, also not in disguise
  bool optional = false;             ///< may be left without meeting soft requirements and without a reason
  std::optional<Role> choice_moves;  ///< a choice here names somebody, who gets this role
  std::vector<MarkedText> prompts;
  MarkedText records;  ///< what is written down in this step, in words
  std::vector<Requirement> done_when;
  std::optional<When> when;
  std::optional<Menu> menu;
  std::optional<Repeat> repeat;
  std::optional<Parallel> parallel{};
  std::optional<Voting> vote{};  ///< what is voted on here; then "vote" is one of the kinds
  std::string in_menu{};         ///< the step with the menu that this is in a branch of
  std::string in_branch{};       ///< and the branch
  std::string in_repeat{};       ///< the step with the repeat that this is in, which may be this one
  bool in_passable = false;      ///< in a repeat that is passed over as a whole: over nothing, or with a `when`
  std::string place{};           ///< where it stands in the file, as a JSON pointer

  /// Whether advice has to wait, in words for people: where it is written unseen it does not, only telling it does.
  bool advice_waits() const;

  /// `kinds`, and what is answered with where somebody may answer out of turn.
  std::vector<std::string> kinds_that_fit() const;
  bool fits(std::string_view kind) const;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("name", self.name);
    visit.optional("row", self.row);
    visit.required("mark", self.mark);
    visit.optional("source", self.source);
    visit.optional("minutes", self.minutes);
    visit.optional("minutes_per_person", self.minutes_per_person);
    visit.optional("minutes_mark", self.minutes_mark);
    visit.optional("minutes_source", self.minutes_source);
    visit.optional("led_by", self.led_by);
    visit.required("floor", self.floor);
    visit.optional("kinds", self.kinds);
    visit.optional("advice_locked", self.advice_locked);
    visit.optional("optional", self.optional);
    visit.optional("choice_moves", self.choice_moves);
    visit.optional("prompts", self.prompts);
    visit.optional("records", self.records);
    visit.optional("done_when", self.done_when);
    visit.optional("when", self.when);
    visit.optional("menu", self.menu);
    visit.optional("repeat", self.repeat);
    visit.optional("parallel", self.parallel);
    visit.optional("vote", self.vote);
  }
};

struct FidelityItem {
  std::string id;
  Text text;
  Mark mark = Mark::own;
  std::vector<std::string> source;
  Criterion holds;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("text", self.text);
    visit.required("mark", self.mark);
    visit.optional("source", self.source);
    visit.required("holds", self.holds);
  }
};

/// A remark for the chair about the words of a contribution. It never refuses: a list can be wrong about a sentence.
struct TextCheck {
  std::string id;                  ///< "no-but"; shown to people as "<plugin>/no-but"
  std::vector<std::string> steps;  ///< where it listens; empty: everywhere
  std::vector<std::string> kinds;  ///< to what; empty: to everything
  std::vector<Role> by;            ///< to whom; empty: to everybody
  std::vector<std::string> says;   ///< lists, of which one phrase stands in the text ...
  std::vector<std::string> lacks;  ///< ... and lists of which no phrase does
  Text text;                       ///< what would be better, said to whoever said it
  Mark mark = Mark::own;           ///< of what it asks; the words that it listens for have their own
  std::vector<std::string> source{};

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.optional("steps", self.steps);
    visit.optional("kinds", self.kinds);
    visit.optional("by", self.by);
    visit.optional("says", self.says);
    visit.optional("lacks", self.lacks);
    visit.required("text", self.text);
    visit.required("mark", self.mark);
    visit.optional("source", self.source);
  }
};

struct RoleUse {
  Role role{};
  Text name;  ///< what this method calls the role
  int min = 0;
  int max = 0;                 ///< 0: no limit
  std::optional<Mark> mark{};  ///< nothing: the status of the method
  std::vector<std::string> source{};

  static void fields(auto& self, auto&& visit) {
    visit.required("role", self.role);
    visit.required("name", self.name);
    visit.optional("min", self.min);
    visit.optional("max", self.max);
    visit.optional("mark", self.mark);
    visit.optional("source", self.source);
  }
};

struct Kind {
  std::string kind;
  Text name;
  std::string retention;       ///< how long it is kept: "case" with the case file, "none" not personal
  std::optional<Mark> mark{};  ///< nothing: the status of the method

  static void fields(auto& self, auto&& visit) {
    visit.required("kind", self.kind);
    visit.required("name", self.name);
    visit.required("retention", self.retention);
    visit.optional("mark", self.mark);
  }
};

struct Source {
  std::string key;
  std::string title;

  static void fields(auto& self, auto&& visit) {
    visit.required("key", self.key);
    visit.required("title", self.title);
  }
};

/// How many people a method asks for; 0: the sources do not say.
struct People {
  int min = 0;
  int max = 0;
  int best = 0;
  std::optional<Mark> mark{};         ///< of these numbers; nothing: the file does not say
  std::vector<std::string> source{};  ///< keys of Definition::sources

  static void fields(auto& self, auto&& visit) {
    visit.optional("min", self.min);
    visit.optional("max", self.max);
    visit.optional("best", self.best);
    visit.optional("mark", self.mark);
    visit.optional("source", self.source);
  }
};

/// A method: steps for the phases that it does not leave out, with their floors, minutes, prompts and criteria. Read
/// from one JSON file by `parse`; immutable after. Every sentence in it has a mark, its own or that of the whole. Field
/// by field: plugins/README.md.
struct Definition {
  std::string id;  ///< "<plugin>/<method>"
  std::string version;
  std::string hash;  ///< content hash of the file as read, hexadecimal; what a case pins
  Text name;
  Text summary;
  Mark status = Mark::documented;
  Text status_note;
  std::string workflow;                         ///< the workflow it is opened with when none is asked for
  std::vector<std::pair<Phase, Phase>> before;  ///< needs: the first phase comes before the second
  People people;
  bool about_resident = true;  ///< false: the work of colleagues, and nothing is asked about a resident (R16)
  std::vector<RoleUse> roles;
  std::vector<Rotation> rotations{};
  std::vector<Kind> kinds;
  std::vector<RecordType> record_types{};
  std::string library;  ///< name of the shared library with native rules, or empty
  std::array<std::vector<Step>, kPhases> phases;
  std::array<std::optional<MarkedText>, kPhases> left_out{};  ///< why it has no steps in a phase
  std::vector<PhraseList> phrases;
  std::vector<TextCheck> text_checks;
  std::vector<FidelityItem> fidelity;
  std::vector<Source> sources;
  std::vector<Text> gaps;  ///< what the sources do not say; shown, never filled in

  const std::vector<Step>& steps(Phase phase) const { return phases[index_of(phase)]; }
  /// Why the method has no such phase; nothing for one that it has.
  const std::optional<MarkedText>& leaves_out(Phase phase) const { return left_out[index_of(phase)]; }
  const Step* step(Phase phase, std::string_view id) const;
  /// Where a step of this phase stands in the file, as a JSON pointer.
  std::string place(Phase phase, std::size_t step) const;
  /// Its own kinds, the common ones, and its record types.
  bool knows_kind(std::string_view kind) const;
  /// What is declared of a kind that has fields; nullptr for one that is a single text.
  const RecordType* record_type(std::string_view kind) const;
  /// A list of its own, or by its whole name one of the program's.
  const PhraseList* phrase_list(std::string_view list) const;
};

/// Parses and checks one method file, of format 2 or 1 (`upgrade.hpp`). `bytes` is the file as read. All problems are
/// given; the definition is usable only when there are none. Three passes: shape, meaning, value (STYLE 7).
std::pair<Definition, Problems> parse(std::string_view bytes);

/// What a kind of contribution is called in this method (its own name goes before the common one); the key itself for
/// an unknown kind. `definition` may be null.
std::string_view kind_label(const Definition* definition, std::string_view kind, Lang lang);

/// The other way: the kind that somebody means by its key or by a name of it in either language, of this method or the
/// common one. A first word will do when no other kind begins so. What is no kind stays as it is.
std::string kind_meant(const Definition* definition, const std::string& typed);

/// The phrase of one of the method's lists, or of `more` (what the team added to it), that comes first in the text.
/// `definition` may be null; then only the program's own lists are known.
Said said_in(const std::string& spoken_text, const Definition* definition, std::string_view list,
             std::span<const std::string> more);

}  // namespace casus::method
