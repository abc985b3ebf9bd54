// SPDX-License-Identifier: EUPL-1.2
#include "core/page/plot.hpp"

#include "core/page/picture.hpp"
#include "core/page/safe_text.hpp"
#include "core/page/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace casus::page {

namespace {

constexpr double kWidth = 640, kHeight = 300;
constexpr double kLeft = 60, kRight = 620, kTop = 44, kBottom = 246;
/// Of a letter at the size of labels, on average.
constexpr double kLetter = 7;

constexpr Pen kGrid{"#cccccc", 1};
constexpr Pen kBreak{"#767676", 1, "4 3"};
/// Bands lie over each other: each is light, and told apart by the line inside it.
constexpr std::array<std::string_view, 4> kBands{"#e3e3e3", "#dbe7f5", "#f3e3d3", "#e3ecd6"};
constexpr std::array kPens{Pen{}, Pen{"#0b57a4", 2, "8 4"}, Pen{"#8a3c00", 2, "2 3"}, Pen{"#4b6b12", 2, "10 3 2 3"}};

/// A round number of parts of the axis: 1, 2 or 5 times a power of ten.
double nice_step(double most) {
  const double rough = most / 4;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double times : {1.0, 2.0, 5.0})
    if (rough <= times * power) return times * power;
  return 10 * power;
}

double width_of(std::string_view text) { return kLetter * static_cast<double>(columns(text)); }

/// The axes of a plot: where a value stands.
struct Axes {
  std::size_t longest = 1;
  double step = 1;
  double top = 1;

  explicit Axes(const Plot& plot) {
    double most = plot.most;
    for (const auto& line : plot.lines) {
      longest = std::max(longest, line.values.size());
      for (const auto* values : {&line.values, &line.high})
        for (const auto value : *values)
          if (std::isfinite(value) && plot.most <= 0) most = std::max(most, value);
    }
    if (!(most > 0)) most = 1;
    step = nice_step(most);
    top = plot.most > 0 ? plot.most : std::ceil(most / step - 1e-9) * step;
  }

  double x(std::size_t i) const {
    return longest < 2 ? kLeft : kLeft + (kRight - kLeft) * static_cast<double>(i) / static_cast<double>(longest - 1);
  }
  double y(double value) const { return kBottom - (kBottom - kTop) * std::clamp(value / top, 0.0, 1.0); }
};

void draw_grid(Picture& picture, const Plot& plot, const Axes& axes, const text::Voice& voice) {
  for (double at = 0; at <= axes.top + axes.step / 100; at += axes.step) {
    picture.line({kLeft, axes.y(at)}, {kRight, axes.y(at)}, kGrid);
    picture.text({kLeft - 6, axes.y(at) + 4}, number(at, voice), {"end", 12});
  }
  const auto parts = std::min<std::size_t>(axes.longest - 1, 6);
  for (std::size_t i = 0; i <= parts; ++i) {
    const auto at = parts == 0 ? 0 : i * (axes.longest - 1) / parts;
    picture.text({axes.x(at), kBottom + 16}, std::to_string(static_cast<int>(at) + plot.first), {"middle", 12});
  }
  picture.text({(kLeft + kRight) / 2, kBottom + 34}, plot.across, {"middle", 12});
  picture.text({8, 16}, plot.up, {"start", 12});
}

void draw_band(Picture& picture, const PlotLine& line, const Axes& axes, std::string_view fill) {
  if (line.low.empty() || line.low.size() != line.high.size()) return;
  std::vector<Point> edge;
  for (std::size_t at = 0; at < line.high.size(); ++at) edge.push_back({axes.x(at), axes.y(line.high[at])});
  for (auto at = line.low.size(); at-- > 0;) edge.push_back({axes.x(at), axes.y(line.low[at])});
  picture.area(edge, fill);
}

void draw_line(Picture& picture, const PlotLine& line, const Axes& axes, const Pen& pen, bool steps) {
  std::vector<Point> points;
  for (std::size_t at = 0; at < line.values.size(); ++at) {
    if (steps && at > 0) points.push_back({axes.x(at), axes.y(line.values[at - 1])});
    points.push_back({axes.x(at), axes.y(line.values[at])});
  }
  picture.path(points, pen);
}

}  // namespace

std::string plot_svg(const Plot& plot, const text::Voice& voice) {
  Picture picture(kWidth, kHeight);
  const Axes axes(plot);
  for (std::size_t i = 0; i < plot.lines.size(); ++i)
    draw_band(picture, plot.lines[i], axes, kBands[i % kBands.size()]);
  draw_grid(picture, plot, axes, voice);
  for (const auto at : plot.breaks) picture.line({axes.x(at), kTop}, {axes.x(at), kBottom}, kBreak);
  double legend = kLeft;
  for (std::size_t i = 0; i < plot.lines.size(); ++i) {
    const auto& line = plot.lines[i];
    const auto& pen = kPens[i % kPens.size()];
    draw_line(picture, line, axes, pen, plot.steps);
    if (line.name.empty()) continue;
    picture.line({legend, 32}, {legend + 30, 32}, pen);
    picture.text({legend + 36, 36}, line.name, {"start", 12});
    legend += 54 + width_of(line.name);
  }
  for (const auto at : plot.marks) picture.circle({axes.x(at), axes.y(plot.lines.front().values.at(at))}, 5, false);
  return picture.svg(plot.title, plot.about.empty() ? plot.title : plot.about);
}

std::string rows_svg(const RowPlot& plot) {
  constexpr double kRow = 28, kMostLabel = 350, kNote = 80;
  const std::size_t letters = static_cast<std::size_t>(kMostLabel / kLetter);
  double left = 60;
  for (const auto& row : plot.rows) left = std::max(left, 12 + width_of(clipped(row.label, letters)));
  const double part = (kWidth - left - kNote) / std::max(1, plot.most);
  const double top = plot.scale ? 24 : 0;
  Picture picture(kWidth, top + kRow * static_cast<double>(plot.rows.size()) + 8);
  if (plot.scale)
    for (int at = 0; at <= plot.most; ++at) picture.text({left + part * at, 16}, std::to_string(at), {"middle", 12});
  double y = top + kRow / 2;
  for (const auto& row : plot.rows) {
    picture.text({0, y + 5}, clipped(row.label, letters));
    if (plot.scale) picture.line({left, y}, {left + part * plot.most, y}, {"#b0b0b0", 1});
    if (row.whole > 0) picture.box({left, y - 9}, part * row.whole, 18, "#c8c8c8");
    if (row.part > 0) picture.box({left, y - 9}, part * row.part, 18, "#1a1a1a");
    if (row.dot) picture.circle({left + part * *row.dot, y}, 7, true);
    picture.text({left + part * (plot.scale ? plot.most : row.whole) + 14, y + 5}, row.note);
    y += kRow;
  }
  return picture.svg(plot.title, plot.about);
}

std::string swings_svg(const SwingPlot& plot) {
  constexpr double kRow = 28, kMostLabel = 260, kNote = 120;
  const std::size_t letters = static_cast<std::size_t>(kMostLabel / kLetter);
  double left = 60, most = 0;
  for (const auto& row : plot.rows) {
    left = std::max(left, 12 + width_of(clipped(row.label, letters)));
    most = std::max({most, std::abs(row.lowered), std::abs(row.raised)});
  }
  const double right = kWidth - kNote, middle = (left + right) / 2;
  const double part = most > 0 ? (right - left) / 2 / most : 0;
  const double bottom = 24 + kRow * static_cast<double>(plot.rows.size());
  Picture picture(kWidth, bottom + 8);
  picture.text({middle, 16}, plot.middle, {"middle", 12});
  double y = 24 + kRow / 2;
  for (const auto& row : plot.rows) {
    picture.text({0, y + 5}, clipped(row.label, letters));
    const auto bar = [&](double value, double top, std::string_view colour) {
      picture.box({middle + part * std::min(value, 0.0), top}, part * std::abs(value), 9, colour);
    };
    bar(row.lowered, y - 9, "#c8c8c8");
    bar(row.raised, y, "#1a1a1a");
    picture.text({right + 14, y + 5}, row.note, {"", 12});
    y += kRow;
  }
  picture.line({middle, 22}, {middle, bottom}, kBreak);
  return picture.svg(plot.title, plot.about);
}

}  // namespace casus::page
