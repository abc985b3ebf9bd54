// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/training.hpp"
#include "cli/verbs.hpp"

#include <optional>
#include <string>

namespace casus::cli {

/// Playing in the terminal, or from lines that come in by a pipe.
class TrainPlay final : public TerminalVerb {
 public:
  void shape(Slots& slots) override;
  int run(Context& context) override;

 private:
  std::string scenario_;
  std::string method_;
  std::string run_;
  int seed_ = 1;
  Mode mode_ = Mode::strict;
};

/// Plays a run on from where its log ends, until the last line or "stop"; the exit code.
int play_at_the_table(Context& context, service::PlayLog log);

/// A new run with the first `moves` moves of a log; returns its name. Throws Usage when there are not so many, or when
/// the name is taken.
std::string branch_off(Context& context, const service::PlayLog& log, int moves, const std::string& name);

}  // namespace casus::cli
