// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/desk/reply.hpp"
#include "core/desk/training/sitting_ways.hpp"
#include "core/desk/training/typed_verbs.hpp"
#include "core/desk/training/words.hpp"
#include "core/service/play/training_run.hpp"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace casus::desk {

/// A group that plays a training: a line in, what came of it out. It knows no window; each move is in the log before it
/// is told, so that the sitting can end at any moment and go on where it was.
class TrainingSitting {
 public:
  /// Takes a run up where its log ends. `verbs` must outlive it. Throws Usage when the scenario or the method is not
  /// that of the log.
  TrainingSitting(Desk& desk, const service::PlayLog& log, const TypedVerbs& verbs);
  TrainingSitting(const TrainingSitting&) = delete;  // its ways on point into it
  TrainingSitting& operator=(const TrainingSitting&) = delete;

  /// What the group sees when it sits down.
  Reply welcome();
  /// What came of one line; before that what somebody else brought into the run meanwhile, by `train inject`.
  Reply take(const std::string& line);
  /// The same of somebody who plays and does not lead: what is for who leads is not done.
  Reply take_of(const std::string& seat, const std::string& line);
  /// The same for a face that knows which move is meant.
  Reply take(training::Move move);
  /// What somebody else brought into the run since the last line; empty when nobody did. What a trainer wrote about the
  /// play elsewhere is not told, nor what was refused there: it belongs to who sent it.
  Reply meanwhile();
  /// Whether what came of the last line or move is not for who plays: a word about the play, the goals and the moves as
  /// who leads reads them, help, and what was not done.
  bool was_apart() const { return apart_; }
  /// Where the group is, what it knows, what it can decide.
  Reply now();
  /// In whose name a line stands that names nobody; said before anything is typed.
  std::string whose_bare_lines() const;
  /// What was played, and how to look back and go on.
  Reply farewell();

  /// Who speaks when a line names nobody.
  const std::string& speaker() const { return speaker_; }
  /// In whose name the trainer's words stand from here on, of whom the face knows that they lead, whatever the names at
  /// the table; at the beginning whoever opened the desk, when they have no place in the play.
  void led_by(const std::string& trainer) {
    trainer_ = trainer;
    leads_for_sure_ = true;
  }
  /// The face is a page: what comes out is read by the whole group, so that no card tells what one place alone knows,
  /// and nothing says what to type.
  void on_pages() {
    all_read_along_ = true;
    ways_.without_keys();
  }
  /// What this place alone knows; empty for who has no place.
  std::vector<const Text*> only_known_to(const std::string& seat) const;
  /// Somebody wants to stop.
  bool stopped() const { return stopped_; }
  /// The lines that a beginning could become.
  std::vector<std::string> completions(const std::string& beginning) const;

  training::Play& play() const { return replay_->play(); }

 private:
  Trainee trainee() const {
    const bool plays = !leads_for_sure_ && play().has_place(trainer_);
    return {desk_.voice(),          play(),         verbs_, speaker_, plays ? std::string() : trainer_,
            Trainee::Whose::nobody, leads_for_sure_};
  }
  /// The desk's, with ways on as they are typed here.
  text::Voice voice() const { return {desk_.lang(), nullptr, &ways_}; }
  /// `led`: by who leads for sure, who reads more than who plays.
  void done(Understood understood, Reply& reply, bool led);

  void sit_down(const service::PlayLog& log);
  void move(training::Move move, Reply& reply);
  void tell_meanwhile(Reply& reply);
  void look_in_case(const Looked& looked, Reply& reply);
  void answer(const Asked& asked, Reply& reply, bool led);
  void tell_moves(Reply& reply, bool led) const;
  void help(const std::string& about, Reply& reply) const;
  void sit(const std::string& name, Reply& reply);
  void branch(const std::vector<std::string>& words, Reply& reply);

  std::string table();
  /// What fits here is that of `seat`, apart from what only others can say; without one, of the table.
  void where(Reply& reply, const std::string& seat = {});
  void fits(Reply& reply, const method::Definition& method, const method::Step& step, const std::string& seat) const;
  void look(Reply& reply, const std::string& seat = {});
  /// What keeps the case where it is, and lines that bring it on; for `seat`, or for who speaks.
  void why(Reply& reply, const std::string& seat);
  void goals(Reply& reply);
  void tell_medium(const training::Medium& medium, Reply& reply) const;
  void tell_only_known(const std::string& seat, Reply& reply);
  /// The card of a role: what somebody plays, and what to look at.
  void roles(const std::string& name, Reply& reply);

  Desk& desk_;
  SittingWays ways_;
  const TypedVerbs& verbs_;
  bool stopped_ = false;
  bool all_read_along_ = false;
  std::unique_ptr<service::Replay> replay_;
  std::optional<service::TrainingRun> training_;
  std::string speaker_;
  std::string offered_;  ///< what an empty line agrees with
  std::string trainer_;  ///< empty: nobody said who leads
  bool leads_for_sure_ = false;
  bool apart_ = false;
  std::set<int> apart_here_;  ///< moves that are not for who plays, and were typed here
};

}  // namespace casus::desk
