// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/reply.hpp"
#include "core/desk/typed/words.hpp"
#include "core/text/voice.hpp"
#include "core/training/play/play.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// The words of a training: what somebody types at the table, understood as a move or as a question to the program.
namespace casus::desk {

/// Things asked of the program itself; nothing is played.
enum class PlayAsk { look, why, roles, goals, moves, help, stop, speaker, branch };

struct Asked {
  PlayAsk what{};
  std::vector<std::string> words;  ///< what was typed behind it
  std::string of = {};             ///< the place in whose name it is asked; empty: of the table
};

/// A verb that only looks: its arguments for the program.
struct Looked {
  std::vector<std::string> arguments;
};

/// Not understood; what to do instead, in the language of the user.
struct NotUnderstood {
  std::string message;
  std::string meant{};  ///< the line that it was probably: with an empty line behind it, that is typed
};

using Understood = std::variant<training::Move, Asked, Looked, NotUnderstood>;

class TypedVerbs;

/// Who types, in which training, on which face.
struct Trainee {
  text::Voice voice = Lang::nl;
  const training::Play& play;
  const TypedVerbs& verbs;
  std::string by;
  std::string trainer = {};  ///< who leads, when somebody said so
  /// In whose name the line was typed: nobody's (then it is `by` who speaks), of a place in the play, of who leads.
  enum class Whose { nobody, place, leader };
  Whose whose = Whose::nobody;
  bool led = false;    ///< the face knows that whoever types leads
  bool alone = false;  ///< at a device of their own: nobody else types here, and who leads does so elsewhere

  const std::string& case_id() const { return play.state().id; }
  Understood move(training::PlayBody body) const { return training::Move{by, std::nullopt, std::move(body)}; }
  /// Done for the whole group: of who leads, where that is whoever types and the line names nobody.
  Understood for_group(training::PlayBody body) const {
    const bool leads = led && whose == Whose::nobody && !trainer.empty();
    return training::Move{leads ? trainer : by, std::nullopt, std::move(body)};
  }
  /// Of the trainer: about the play, or brought into it.
  /// Whoever types has a place at the table: the trainer says who that is.
  Understood of_trainer(training::PlayBody body) const {
    if (trainer.empty()) return not_understood("words.who_leads");
    return training::Move{trainer, std::nullopt, std::move(body)};
  }
  template <std::same_as<text::Argument>... Arguments>
  Understood not_understood(Words words, Arguments... arguments) const {
    return NotUnderstood{words.said(voice, std::move(arguments)...)};
  }
};

/// The trainee is who speaks when the line names nobody. A line is one of
///     Ria: Wat wil hij zelf?   Ria: vraag ... somebody says something, of a kind or of the kind that fits
///     verder   doel: ...   actie noor: ...    the words of a meeting (core/desk/words)
///     goal "..."    case back                 the words of the command line, without the case
///     wacht 3 weken   kies a omdat ...   spreek zus waarover   hint   observeer Ria sterk: ...   terug 2
///     Ineke: gebeurt Er komt een brief   Ineke: gebeurt feit zus   Ineke: beoordeel wens ja   Ineke leads; without a
///                                             name it is of `trainer`
Understood understand(const Trainee& trainee, const std::string& line);

/// What a trainer tells the group: a message, or the fact or event whose id is all that was typed. Nobody means to tell
/// it "samira-tells".
training::Inject told_to_group(const training::Scenario& scenario, const std::string& text);

/// Who takes back what: who leads anything; the table its own moves, by a line that names nobody or by its chair; who
/// is named what they themselves did last in this step. What the trainer brought in only who leads.

/// Whose line of the observation sheet it is that names nobody: who watches, not who happens to speak. The speaker's
/// where nobody observes.
std::string bare_sheet_of(const training::Play& play, const std::string& speaker);

/// The first word of a text, and what is left.
std::pair<std::string, std::string> split_first(std::string_view text);

/// The lines that a beginning could become: names, kinds behind a name, words.
std::vector<std::string> play_completions(const training::Play& play, const std::string& beginning,
                                          const text::Voice& voice);

/// Says that the debrief has no such finding, with the nearest it has; nothing when it has.
std::optional<std::string> no_such_finding(const training::Play& play, const std::string& finding,
                                           const text::Voice& voice);

/// All words of a training, for help.
std::string play_help(const text::Voice& voice);

}  // namespace casus::desk
