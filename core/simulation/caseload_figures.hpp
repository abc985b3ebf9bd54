// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/simulation/caseload.hpp"

namespace casus::simulation {

/// A mean over team-years, each an independent draw, with how sure it is.
struct Estimate {
  double mean = 0;
  double low = 0, high = 0;         ///< 95% interval of the mean (Student's t); the same as the mean for a single one
  double tenth = 0, ninetieth = 0;  ///< between these lie eight team-years in ten
  std::size_t units = 0;

  bool operator==(const Estimate&) const = default;
};

Estimate estimate(std::vector<double> values);

using Estimates = std::array<std::optional<Estimate>, kMeasures>;

struct SettingFigures {
  std::string name;
  Estimates measures;
  /// Against the first setting, team-year by team-year: both met the same arrivals and the same chance.
  Estimates differences;
  std::vector<double> queue;  ///< mean number waiting after each meeting
  std::vector<double> waits;  ///< share of first reviews after 0, 1, 2, ... days
};

struct CaseloadFigures {
  std::vector<SettingFigures> settings;
  std::size_t team_years = 0;  ///< of each setting
  std::uint64_t lives = 0;
  Doings doings;
};

/// Of the results of a plan, in their order; a last team-year that not every setting has is left out.
CaseloadFigures figures(const std::vector<std::string>& names, const std::vector<UnitResult>& results);

}  // namespace casus::simulation
