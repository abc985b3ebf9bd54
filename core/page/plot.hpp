// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/text/voice.hpp"

#include <optional>
#include <string>
#include <vector>

/// Figures as pictures, from what they show: each with its words for who cannot see it.
namespace casus::page {

struct PlotLine {
  std::string name;
  std::vector<double> values;  ///< at `first`, `first` + 1, ... on the horizontal axis
  /// A band around it: as many values as the line has, or none.
  std::vector<double> low{}, high{};
};

/// Lines over an axis that begins at zero, each with its name in a legend.
struct Plot {
  std::string title;
  std::string across;  ///< what the horizontal axis counts
  std::string up;      ///< what the vertical axis measures
  std::vector<PlotLine> lines;
  double most = 0;  ///< top of the vertical axis; 0: what the values need
  int first = 1;
  bool steps = false;                 ///< a value holds until the next
  std::vector<std::size_t> marks{};   ///< a circle at these values of the first line
  std::vector<std::size_t> breaks{};  ///< a broken line up at these places
  std::string about{};                ///< the same in words
};

std::string plot_svg(const Plot& plot, const text::Voice& voice);

/// A row for each item on one scale from zero: a bar of which a part is dark, or a dot.
struct RowPlot {
  struct Row {
    std::string label;
    double whole = 0;
    double part = 0;
    std::optional<double> dot;
    std::string note;  ///< behind the bar or the scale
  };

  std::string title;
  std::string about;
  std::vector<Row> rows;
  int most = 1;        ///< of the scale
  bool scale = false;  ///< with its numbers above, and a line for each row
};

std::string rows_svg(const RowPlot& plot);

/// A row for each item, with a bar to both sides of one line in the middle: what two changes do (a tornado). What is
/// lowered is light and what is raised is dark, so that it can be told apart without colour.
struct SwingPlot {
  struct Row {
    std::string label;
    double lowered = 0, raised = 0;  ///< from the middle; below nought to the left
    std::string note;
  };

  std::string title;
  std::string about;
  std::string middle;  ///< what the line stands for
  std::vector<Row> rows;
};

std::string swings_svg(const SwingPlot& plot);

}  // namespace casus::page
