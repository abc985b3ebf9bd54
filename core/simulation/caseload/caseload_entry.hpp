// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/simulation/caseload/caseload_life.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

namespace casus::simulation {

/// A case of a simulated team, and what it waits for. Moments are in minutes from the beginning of the path.
struct CaseEntry {
  enum class Waits { first, goes_on, follow_up, outside };

  int number = 0;
  std::unique_ptr<CaseLife> life;  ///< from the day that its owner asks for a place on the agenda
  bool begun = false;              ///< it was on the table
  const ProblemKind* problem = nullptr;
  const MethodUse* use = nullptr;
  std::size_t worker = 0;
  double reported = 0;
  double ready = 0;  ///< from when a place is asked for, or an outside phase is done
  Waits waits = Waits::first;
  std::optional<double> due;  ///< the day to look back
  double used = 0;            ///< meeting minutes
  bool counted_term = false;
  /// While its case stays at this version, nothing brings it on an agenda before that day; nothing: no day does.
  std::int64_t silent_at = -1;
  std::optional<Date> silent_until{};

  bool is_outside(Phase phase) const;  ///< not done in the meeting, by this method
};

}  // namespace casus::simulation
