// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/kept_definitions.hpp"
#include "core/service/play/play_room.hpp"
#include "core/training/play/play.hpp"

#include <memory>
#include <string>
#include <vector>

namespace casus::service {

/// A log as read: the setup and its moves, or what is wrong with which line.
struct PlayLog {
  training::Setup setup;
  std::vector<training::Move> moves;
  struct LineWrong {
    int line = 0;
    Problems problems;
  };
  std::vector<LineWrong> problems;
  std::size_t bytes = 0;  ///< of the file as it was read
};

PlayLog read_play_log(std::string_view bytes);

/// A play without a store: for looking back, and to try a log. Owns what the play needs.
class Replay {
 public:
  /// `scenario` must outlive it.
  Replay(const training::Scenario& scenario, training::Setup setup, const plugin::Catalogue& methods,
         const workflow::Catalogue& workflows, KeptDefinitions kept = {});
  /// Of a scenario that nobody else keeps.
  Replay(training::Scenario&& scenario, training::Setup setup, const plugin::Catalogue& methods,
         const workflow::Catalogue& workflows, KeptDefinitions kept = {});
  ~Replay();

  training::Play& play();
  const engine::Library& library() const;
  /// What it goes by instead of what this machine offers.
  const KeptDefinitions& kept() const;

  /// The log that makes this play again, byte for byte.
  std::string log() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A training that is kept: each move first goes into the log, then into the store, so that a run that was cut short is
/// taken up where it was. A group and its trainer may each have one of the same log, in two programs: what the other
/// wrote is taken first.
class TrainingRun {
 public:
  /// `log_path` is the file of the log; it is made when it is not there. Throws Fault(store).
  TrainingRun(Service& service, Replay& replay, std::string log_path);

  /// Moves that stand in the log already.
  void again(const PlayLog& log);
  /// Numbers of the moves that another program wrote since. Throws Fault(store) when the log was changed otherwise.
  std::vector<int> catch_up();
  const training::Beat& take(training::Move move);

 private:
  std::vector<int> catch_up_held();
  void write(const std::string& line);

  Replay& replay_;
  PlayRoom room_;
  std::string log_path_;
  std::size_t read_ = 0;  ///< bytes of the log that are played
};

}  // namespace casus::service
