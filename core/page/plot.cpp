// SPDX-License-Identifier: EUPL-1.2
#include "core/page/plot.hpp"

#include "core/page/safe_text.hpp"
#include "core/page/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace casus::page {

namespace {

constexpr double kWidth = 640, kHeight = 300;
constexpr double kLeft = 60, kRight = 620, kTop = 44, kBottom = 246;

struct Pen {
  const char* colour;
  const char* dashes;
};

constexpr std::array kPens{Pen{"#1a1a1a", "none"}, Pen{"#0b57a4", "8 4"}, Pen{"#8a3c00", "2 3"},
                           Pen{"#4b6b12", "10 3 2 3"}};

/// A round number of parts of the axis: 1, 2 or 5 times a power of ten.
double nice_step(double most) {
  const double rough = most / 4;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double times : {1.0, 2.0, 5.0})
    if (rough <= times * power) return times * power;
  return 10 * power;
}

std::string label(double x, double y, const char* anchor, const std::string& text) {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", x, y, anchor, xml_safe(text));
}

}  // namespace

std::string plot_svg(const Plot& plot, Lang lang) {
  double most = plot.most;
  std::size_t longest = 1;
  for (const auto& line : plot.lines) {
    longest = std::max(longest, line.values.size());
    for (const auto value : line.values)
      if (std::isfinite(value) && plot.most <= 0) most = std::max(most, value);
  }
  if (!(most > 0)) most = 1;
  const double step = nice_step(most);
  const double top = plot.most > 0 ? plot.most : std::ceil(most / step - 1e-9) * step;
  const auto x = [&](std::size_t i) {
    return longest < 2 ? kLeft : kLeft + (kRight - kLeft) * static_cast<double>(i) / static_cast<double>(longest - 1);
  };
  const auto y = [&](double value) { return kBottom - (kBottom - kTop) * std::clamp(value / top, 0.0, 1.0); };

  auto out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"{}\" "
      "font-family=\"sans-serif\" font-size=\"12\" fill=\"#1a1a1a\">\n",
      kWidth, kHeight, xml_safe(one_line(plot.title)));
  out += fmt::format("<rect width=\"{:.0f}\" height=\"{:.0f}\" fill=\"#ffffff\"/>\n", kWidth, kHeight);
  for (double at = 0; at <= top + step / 100; at += step) {
    out += fmt::format("<line x1=\"{0:.1f}\" y1=\"{2:.1f}\" x2=\"{1:.1f}\" y2=\"{2:.1f}\" stroke=\"#cccccc\"/>\n",
                       kLeft, kRight, y(at));
    out += label(kLeft - 6, y(at) + 4, "end", number(at, lang));
  }
  const auto parts = std::min<std::size_t>(longest - 1, 6);
  for (std::size_t i = 0; i <= parts; ++i) {
    const auto at = parts == 0 ? 0 : i * (longest - 1) / parts;
    out += label(x(at), kBottom + 16, "middle", std::to_string(at + 1));
  }
  out += label((kLeft + kRight) / 2, kBottom + 34, "middle", plot.across);
  out += label(8, 16, "start", plot.up);
  double legend = kLeft;
  for (std::size_t i = 0; i < plot.lines.size(); ++i) {
    const auto& line = plot.lines[i];
    const auto& pen = kPens[i % kPens.size()];
    std::string points;
    for (std::size_t at = 0; at < line.values.size(); ++at)
      points += fmt::format("{}{:.1f},{:.1f}", at == 0 ? "" : " ", x(at), y(line.values[at]));
    const auto stroke = fmt::format("stroke=\"{}\" stroke-width=\"2\" stroke-dasharray=\"{}\"", pen.colour, pen.dashes);
    out += fmt::format("<polyline points=\"{}\" fill=\"none\" {}/>\n", points, stroke);
    if (line.name.empty()) continue;
    out += fmt::format("<line x1=\"{0:.1f}\" y1=\"32\" x2=\"{1:.1f}\" y2=\"32\" {2}/>\n", legend, legend + 30, stroke);
    out += label(legend + 36, 36, "start", line.name);
    legend += 54 + 7 * static_cast<double>(columns(line.name));
  }
  return out + "</svg>\n";
}

}  // namespace casus::page
