// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/simulation/caseload/caseload_figures.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Which assumptions an answer hangs on: each number is changed by itself, down and up, all else the same (one at a
/// time; Saltelli and others, Sensitivity Analysis in Practice, 2004, section 3). What numbers do together it cannot
/// show.
namespace casus::simulation {

/// The assumptions with one number changed; a span is moved as a whole.
struct Turned {
  Turn turn;
  std::string bytes;  ///< the file so changed
};

/// Every number of the file lowered and raised by this share (0.2: by a fifth), as far as it may lie there. What has to
/// be whole moves by at least one. What is nought, and what only says which weeks count, stays. Nothing that would not
/// be read again.
std::vector<Turned> turned(std::string_view bytes, double share);

/// What one number does to one measure: the difference from the assumptions as they are.
struct Influence {
  std::string path;
  std::optional<double> lowered_to, raised_to;
  std::optional<Interval> lowered, raised;
  /// With it the list does not come to rest, as it does now: of what follows the list there is no mean to compare.
  bool upsets_lowered = false, upsets_raised = false;

  bool upsets() const { return upsets_lowered || upsets_raised; }
  /// The greater of the two, either way. Nothing reaches further than what keeps the list from coming to rest.
  double reach() const;
  /// Whether one of the two is certain not to be nought.
  bool is_sure() const;
};

using Influences = std::array<std::vector<Influence>, kMeasures>;

/// Of each measure, the greatest reach first; nothing of a measure that has no mean.
Influences influences(const CaseloadPlan& plan, const CaseloadFigures& figures);

}  // namespace casus::simulation
