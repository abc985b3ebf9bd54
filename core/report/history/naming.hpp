// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/vote_how.hpp"
#include "core/model/case.hpp"
#include "core/model/case/unseen.hpp"
#include "core/model/events.hpp"
#include "core/page/words.hpp"
#include "core/report/definitions.hpp"
#include "core/text/voice.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::report {

using page::number;
using text::gap;
using text::Message;
using text::msg;
using text::way;

/// "2 maart 2026", "2 March 2026".
std::string day(Date date, const text::Voice& voice);

/// What somebody is called in a case: who takes part and is not of the team is a guest there.
std::string role_in_case(Role role, bool of_the_team, const text::Voice& voice);

/// By when, and how it comes again: "2 december 2026, elke woensdag". Empty without a day.
std::string due(const ActionFields& action, const text::Voice& voice);
/// The same with the weekday: a day that was typed is said back in full.
std::string due_in_full(const ActionFields& action, const text::Voice& voice);

/// What an action is: "de inwoner vertellen: wat we bespraken" for the one that tells the resident (R16).
std::string what_to_do(const ActionFields& action, const text::Voice& voice);

/// "1 minuut", "2,5 minuten".
std::string minutes(double value, const text::Voice& voice);

/// The same of time that was spent, in whole minutes: "minder dan een minuut".
std::string spent_minutes(double value, const text::Voice& voice);

/// " (getypt door Mallory)", behind the name of the actor; nothing when those were one.
std::string typed_by(const std::optional<Typist>& seat, const std::string& name, const text::Voice& voice);

/// Longer in a step than one sitting (as in Visit::overrun): its minutes say nothing about time at the table.
inline constexpr double kOneSitting = 240;

/// With a capital: for the beginning of a line.
std::string capital(std::string_view text);

using casus::is_shown;

/// " (gewijzigd)" behind what reads otherwise than it was first said; nothing behind all else. `ref` is the id of the
/// record, if it has one.
std::string changed_mark(const Case& state, std::string_view ref, const Made& made, const text::Voice& voice);
/// The same behind the title, the question or the purpose ("title", "question", "purpose").
std::string changed_mark(const Case& state, std::string_view ref, const text::Voice& voice);

/// What a record asks for, as it can be typed: "wat er gebeurde; ernst: 0 tot 10; wanneer: dag". What must be filled in
/// stands without brackets.
std::string fields_in_words(const method::RecordType& type, const text::Voice& voice);

/// Names for what a case refers to by id, in one language. Holds references: no longer than its arguments.
class Naming {
 public:
  Naming(const Case& state, const Definitions& definitions, const text::Voice& voice)
      : state_(state), definitions_(definitions), voice_(voice) {}

  const text::Voice& voice() const { return voice_; }
  const Case& state() const { return state_; }

  /// The name of a person; "inwoner" or "resident" for the resident, who need not be a person in the case.
  std::string person(std::string_view id) const;
  std::string people(const std::vector<std::string>& ids) const;
  /// Who did it, and who sat at the keys when that was another: "Noor (getypt door Mallory)"; of somebody who was not
  /// at a computer that holds the keys, how sure it is: "Noor (uitgenodigd)".
  std::string who(const Event& event) const;
  std::string who(const std::string& by, const std::optional<Typist>& seat, Time at) const;

  /// What somebody with this role is called in the phase where the case is: as its method does; a guest stays a guest.
  std::string role(Role role, bool of_the_team) const;
  /// The same at a moment of the history: as the method of that moment calls it; before the first step as the first one
  /// does.
  std::string role_then(Role role, bool of_the_team, Time at) const;

  const method::Definition* method(std::string_view id) const;
  /// Whether there is a resident to tell: not when every method of the case is about the work of colleagues.
  bool about_resident() const;
  const workflow::Workflow* workflow() const { return definitions_.workflow(state_.workflow); }
  const method::Step* step(const Visit& visit) const;

  std::string method_name(const Pin& pin) const;
  std::string method_name(std::string_view id) const;
  /// With what its source says of it: "Korte ronde (eigen)".
  std::string method_with_status(std::string_view id) const;
  std::string workflow_name() const;
  std::string step_name(Phase phase, std::string_view method, std::string_view step) const;
  /// Of a step that comes again, with which time it was and what about: "Idee bespreken (2e keer: Samen koken)".
  std::string step_name(Phase phase, std::string_view method, std::string_view step, std::string_view about,
                        int again) const;
  std::string step_name(const Visit& visit) const {
    return step_name(visit.phase, visit.method, visit.step, visit.about, visit.again);
  }
  /// What a repeated step is about: the words of a contribution, as far as they may be seen (of a record its first
  /// text, where it has one), or a person.
  std::string about(std::string_view id) const;
  /// A step that was passed over on the way to a phase with this method: its name, and what it would have been entered
  /// for, which is empty when that is not known on this machine. A phase that the method leaves out: its name, and why.
  struct Passed {
    std::string step, when;
    bool is_phase = false;
  };
  Passed passed(const PassedStep& it, Phase phase, std::string_view method) const;
  /// "groep 1: Noor, Ria; groep 2: Bram, Yusuf"; with who has the place in each: "groep 1: Noor, Ria (Ria is cliënt)".
  std::string groups(const GroupsMade& made) const;
  /// What the method calls the place of one person in each group.
  std::string place_name(std::string_view key) const;
  /// The number of a group in its stay, from 1; 0 for one that is no more.
  int group_number(std::string_view id) const;
  /// A branch of the menu of the step where this was made.
  std::string branch_name(const Made& made, std::string_view branch) const;
  std::string kind_name(const Contribution& contribution) const;
  std::string kind_name(std::string_view method, std::string_view kind) const;
  /// What was said; of a record of a declared type all that was filled in: "Hij sloeg haar; ernst: 7".
  std::string words(const Contribution& said) const;
  std::string words(std::string_view method, std::string_view type, const std::vector<RecordedValue>& values) const;
  /// " (getypt bij Feiten)" behind what was typed in an earlier stay than that in which it was said; else nothing.
  std::string typed_mark(const Contribution& said) const;
  /// A declared field that was filled in, with its name and value in words.
  struct Filled {
    std::string field, name, value;
  };
  std::vector<Filled> filled(const Contribution& record) const;
  /// The same without the text that the record reads as where there is room for one text.
  std::vector<Filled> beside_text(const Contribution& record) const;
  /// What was typed, as it stands in a sentence: "(tekst weg)" of a text that always stands there and is destroyed.
  std::string or_gone(const std::string& words) const;
  /// What somebody voted for: "b3 (Samen koken): 3 punten; b5 (De tuin in): 1 punt". Without points where each choice
  /// counts for one and none was put before another; `how` of the step, when that is known.
  std::string words(const std::vector<VoteFor>& choices, std::optional<VoteHow> how = std::nullopt) const;
  /// A declared field of this record that reads otherwise; nothing for a field of the program.
  std::optional<Filled> reads_now(std::string_view ref, const FieldNow& now) const;
  /// Who said, recorded, scored or voted it: "iemand aan tafel" where nobody reads that.
  std::string said_by(const Made& said) const { return person(state_.said_by(said)); }
  /// Where it comes among what was said: in the order of events, all of a stay without names at its first.
  std::int64_t place_of(const Made& said) const;
  /// What was taken back, without its text: "Daan, feit: ingetrokken".
  std::string taken_back(const TakenBack& mark) const;
  /// What was put right, in words: "b3", "de titel", "de naam van Noor", "regel 12".
  std::string ref(std::string_view ref) const;

  /// The words of a requirement that was passed in this visit: of the step, the phase, closing, or of every method. One
  /// that is not known on this machine is called a rule of the method: people never read an id.
  std::string requirement(const Visit& visit, std::string_view id) const;

  /// "Netwerklens (reconstructie)", and what the method says about that (R18). Each method of the case once, with the
  /// phases that it serves when there are several.
  std::vector<std::string> sources() const;

  /// A sentence for each method or workflow that is missing on this machine.
  std::vector<std::string> missing() const;

  /// "open, ronde 2, plan van aanpak: Afronden".
  std::string standing() const;

  /// R14: "zorg over veiligheid: stap 2 van 5 van de meldcode".
  std::string safety() const;

 private:
  /// What a step comes for: its condition, or that there is something to go through; empty for one that always comes.
  std::string comes_if(const method::Definition& definition, Phase phase, const method::Step& step) const;
  std::string value_words(const method::RecordField* field, RecordFieldType type, const std::string& value) const;
  std::vector<Filled> filled(std::string_view method, std::string_view type,
                             const std::vector<RecordedValue>& values) const;
  std::vector<Filled> beside_text(std::string_view method, std::string_view type,
                                  const std::vector<RecordedValue>& values) const;
  /// What a method calls somebody with a role; one that is not on this machine: as everybody calls it.
  std::string role_of(std::string_view method, Role role, bool of_the_team) const;
  /// The method of the step in which it was made.
  std::string method_of(const Made& made) const;

  const Case& state_;
  const Definitions& definitions_;
  text::Voice voice_;
};

}  // namespace casus::report
