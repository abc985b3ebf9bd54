// SPDX-License-Identifier: EUPL-1.2
#pragma once

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

/// A log played at once.
class TrainApply final : public TerminalVerb {
 public:
  void shape(Slots& slots) override;
  int run(Context& context) override;

 private:
  std::string path_;
};

}  // namespace casus::cli
