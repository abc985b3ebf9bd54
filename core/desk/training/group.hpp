// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/desk/training/media.hpp"
#include "core/desk/training/sitting.hpp"
#include "core/page/page.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

/// A training played by a group at a face without lines to type: each plays a seat, one leads. The same moves, the same
/// log as in `train play`.
namespace casus::desk {

/// Something that can be chosen by its id.
struct Choosable {
  std::string id;
  std::string name;
  std::string summary = {};
};

/// What can be begun on this machine.
std::vector<Choosable> playable_scenarios(Desk& desk);
std::vector<Choosable> playable_methods(Desk& desk);
/// Laid open for who leads it; nothing when there is none of that id.
std::optional<page::Page> scenario_preview(Desk& desk, const std::string& id);

/// Where the trainings of somebody lie who works with this store: never among its cases.
std::string training_store_beside(const std::string& store);
std::vector<std::string> trainings_of(Desk& desk);
bool has_training(Desk& desk, const std::string& run);

/// A new training; its name, or in words why not.
Outcome<std::string, std::string> begin_training(Desk& desk, const std::string& scenario, const std::string& method);

class GroupTraining {
 public:
  /// Takes the run up where its log ends. Throws Usage when that cannot be.
  GroupTraining(Desk& desk, const std::string& run);
  ~GroupTraining();

  const std::string& run() const { return run_; }
  std::string title() const;
  /// Who can be played: those at the table, then who observes.
  std::vector<std::string> seats() const;
  /// Of what this place can say in this step; of all that can be said where it only listens or has no place at the
  /// table.
  std::vector<Choosable> kinds(const std::string& seat) const;
  /// What this place alone knows: to be shown to who plays it, and to nobody else.
  std::vector<std::string> only_known_to(const std::string& seat) const;

  /// Pictures and sounds that there are by now for this place; for who leads all that the scenario has.
  std::vector<Choosable> media(const std::string& seat, bool leads) const;
  /// One of those; nothing when it is none of them, or lies not on this machine as it should.
  std::optional<MediaFile> medium(const std::string& id, const std::string& seat, bool leads) const;

  struct Decision {
    std::string id;
    std::string question;
    std::string time;  ///< that there is to choose, in words; empty where it waits
    std::vector<Choosable> options;
  };
  /// That came up and were not taken yet.
  std::vector<Decision> decisions() const;
  /// What the trainer can bring in beside a message of his own, nearest first: an id for `inject`, and what the group
  /// would hear. For the trainer's eyes alone.
  std::vector<Choosable> injectable() const;

  Reply welcome();
  Reply now();

  Reply says(const std::string& seat, const std::string& kind, const std::string& text);
  /// The table goes on, by its chair; `because` may be empty.
  Reply next(const std::string& because);
  /// What is done for the whole group is the trainer's, whoever speaks at the table.
  Reply hint(const std::string& trainer);
  Reply wait_weeks(const std::string& trainer, int weeks);
  Reply choose(const std::string& trainer, const std::string& decision, const std::string& option,
               const std::string& because);
  Reply take_back(const std::string& trainer);
  /// What the scenario wants learned, by its name; and the trainer's word about one ("yes", "partly", "no"), with what
  /// they saw.
  std::vector<Choosable> goals() const;
  static std::vector<Choosable> verdicts(const text::Voice& voice);
  Reply judge(const std::string& trainer, const std::string& goal, const std::string& verdict,
              const std::string& because);
  /// What the debrief finds, under its headings: who leads puts a word of their own against one, and it counts no more.
  std::vector<Choosable> findings() const;
  Reply overrule(const std::string& trainer, const std::string& finding, const std::string& because);
  /// What the trainer saw, of nothing in particular.
  Reply remark(const std::string& trainer, const std::string& text);
  /// By the trainer: one of `injectable`, or with an empty id a message.
  Reply inject(const std::string& trainer, const std::string& id, const std::string& text);
  /// A line as it is typed in a training, by who leads.
  Reply line(const std::string& trainer, const std::string& line);
  /// What another program brought into the run since the last move; empty when none did.
  Reply meanwhile();
  /// Whether what came of the last move or line is for who sent it, and not for who plays.
  bool was_apart() const;
  /// How many moves were played, without those that were refused and what was written about the play.
  int played() const;
  /// The case is closed: nothing of it is to be played any more.
  bool closed() const;

  page::Page debrief();
  /// The other runs of the same scenario, and this one beside one of them. Throws Usage.
  std::vector<std::string> comparable() const;
  page::Page beside(const std::string& other) const;

 private:
  std::string chair() const;

  Desk& desk_;
  std::string run_;
  std::unique_ptr<TypedVerbs> verbs_;
  std::unique_ptr<TrainingSitting> sitting_;
};

}  // namespace casus::desk
