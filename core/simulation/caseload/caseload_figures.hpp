// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/simulation/caseload/caseload_run.hpp"

namespace casus::simulation {

/// Of fewer periods nobody can say between what eight in ten lie: two runs of one team give as many.
inline constexpr std::size_t kFewestPeriods = 8;

/// A mean over paths, each an independent draw, with how sure it is.
struct Estimate {
  Interval mean;
  double tenth = 0, ninetieth = 0;  ///< between these lie eight periods in ten
  std::size_t paths = 0;
  std::size_t periods = 0;  ///< in which it happened

  bool has_eight_in_ten() const { return periods >= kFewestPeriods; }

  bool operator==(const Estimate&) const = default;
};

using Estimates = std::array<std::optional<Estimate>, kMeasures>;

struct SettingFigures {
  std::string name;
  Settling settling;
  Estimates measures;  ///< nothing where there is no mean: it did not happen, or the list does not come to rest
  /// Against the first setting, path by path: both met the same arrivals and the same chance.
  std::array<std::optional<Interval>, kMeasures> differences;
  std::vector<double> waits;  ///< share of first reviews after 0, 1, 2, ... days
  PathBand reviewed;          ///< share of first reviews within 0, 1, 2, ... days
};

struct CaseloadFigures {
  std::vector<SettingFigures> settings;
  std::size_t paths = 0;    ///< of each setting
  std::size_t periods = 0;  ///< of each setting, all paths together
  int warm_up = 0;          ///< weeks left out of every path
  std::uint64_t lives = 0;
  Doings doings;
};

/// Of the results of a plan that has been looked at (`settle`), in their order; a last path that not every setting has
/// is left out.
CaseloadFigures figures(const CaseloadPlan& plan, const std::vector<UnitResult>& results);

}  // namespace casus::simulation
