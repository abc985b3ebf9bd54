// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/meeting/reasons.hpp"
#include "core/simulation/caseload/caseload_entry.hpp"

#include <string>
#include <vector>

namespace casus::simulation {

/// The agenda of a simulated team: the one that the meeting proposes to people (core/meeting), from week to week. What
/// earlier meetings left is kept up here, so that no meeting is read twice.
class Agenda {
 public:
  Agenda(const engine::Library& library, const Assumptions& assumptions);

  /// What comes on, in its order; what falls off is left until the next. `present` is by worker. Remembers in an entry
  /// until when nothing can bring it on.
  std::vector<AgendaLine> lines(Date on, const std::vector<bool>& present, std::vector<CaseEntry>& entries);

  /// The table turned to it from this moment on, and was done with it.
  void finished(const AgendaLine& line, Time from);
  /// The meeting was over before it was done.
  void left(const AgendaLine& line) { memory_.left.insert(line.case_id); }
  /// A case that is closed never comes back.
  void forget(const std::string& case_id);

 private:
  const engine::Library& library_;
  std::vector<std::string> names_;  ///< by worker
  meeting::Situation situation_;
  meeting::Memory memory_;
};

}  // namespace casus::simulation
