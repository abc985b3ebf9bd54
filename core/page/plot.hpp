// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"

#include <string>
#include <vector>

/// Figures as pictures: SVG for a page, without scripts, fonts or anything to fetch.
namespace casus::page {

struct PlotLine {
  std::string name;
  std::vector<double> values;  ///< at 1, 2, 3, ... on the horizontal axis
};

struct Plot {
  std::string title;
  std::string across;  ///< what the horizontal axis counts
  std::string up;      ///< what the vertical axis measures
  std::vector<PlotLine> lines;
  double most = 0;  ///< top of the vertical axis; 0: what the values need
};

/// Lines that differ in dashes, not in colour alone, each with its name in a legend; the vertical axis begins at zero.
std::string plot_svg(const Plot& plot, Lang lang);

}  // namespace casus::page
