// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/service/play/training_run.hpp"
#include "core/training/debrief/compare.hpp"

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace casus::desk {

/// Runs of one scenario, played again to be looked at beside each other. Owns what the comparing looks at.
class RunsBeside {
 public:
  /// Throws Usage when there is no such run, one is named twice, or they are of different scenarios.
  RunsBeside(Desk& desk, const std::string& run, const std::vector<std::string>& others);

  const std::vector<training::Compared>& seen() const { return seen_; }

 private:
  std::vector<std::unique_ptr<service::Replay>> replays_;
  std::deque<training::Debrief> debriefs_;
  std::vector<training::Compared> seen_;
};

/// The other runs of the same scenario on this machine.
std::vector<std::string> runs_to_compare(Desk& desk, const std::string& run);

}  // namespace casus::desk
