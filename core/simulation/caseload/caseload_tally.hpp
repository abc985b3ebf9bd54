// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/simulation/caseload/caseload.hpp"

namespace casus::simulation {

/// What is counted of one team while the weeks of a period go by.
struct Tally {
  double terms = 0, kept_terms = 0;
  double follow_ups = 0, missed = 0;
  double used = 0, time = 0, meetings = 0;  ///< minutes for cases: taken, and there to take; meetings held
  double open = 0, busiest = 0;             ///< cases per worker, added up over the weeks

  void first_review(double days);
  void closed(const CaseLife& life, double minutes, const engine::Library& library);

  /// `waiting`: for a first review, at the end.
  Measures measures(const Assumptions& assumptions, int waiting) const;

  const std::vector<int>& waits() const { return waits_; }

 private:
  /// The number of days within which this share of the first reviews came.
  double within(double share) const;

  std::vector<int> waits_;  ///< how many after 0, 1, 2, ... days
  double wait_days_ = 0, reviewed_ = 0;
  double closed_ = 0, minutes_ = 0, rounds_ = 0, supporters_ = 0, actions_ = 0, own_ = 0, explained_ = 0;
  double kept_ = 0, judged_ = 0;  ///< points of the methods' checklists
};

}  // namespace casus::simulation
