// SPDX-License-Identifier: EUPL-1.2
#include "core/page/picture.hpp"

#include "core/page/safe_text.hpp"

#include <fmt/format.h>

namespace casus::page {

namespace {

constexpr std::string_view kInk = "#1a1a1a";

std::string drawn_points(const std::vector<Point>& points) {
  std::string at;
  for (const auto& point : points) at += fmt::format("{}{:.5g},{:.5g}", at.empty() ? "" : " ", point.x, point.y);
  return at;
}

}  // namespace

void Picture::text(Point at, std::string_view text, const Lettering& how) {
  inside_ += fmt::format(
      "<text x=\"{:.5g}\" y=\"{:.5g}\" text-anchor=\"{}\" font-size=\"{}\"{}>{}</text>\n", at.x, at.y, how.anchor,
      how.size, how.bold ? " font-weight=\"bold\" stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\"" : "",
      xml_line(text));
}

void Picture::path(const std::vector<Point>& points, const Pen& pen) {
  const auto at = drawn_points(points);
  inside_ +=
      fmt::format("<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{:.5g}\"{}/>\n", at, pen.colour,
                  pen.width, pen.dashes.empty() ? "" : fmt::format(" stroke-dasharray=\"{}\"", pen.dashes));
}

void Picture::area(const std::vector<Point>& points, std::string_view fill) {
  inside_ += fmt::format("<polygon points=\"{}\" fill=\"{}\"/>\n", drawn_points(points), fill);
}

void Picture::circle(Point middle, double radius, bool filled) {
  inside_ +=
      fmt::format("<circle cx=\"{:.5g}\" cy=\"{:.5g}\" r=\"{:.5g}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"2\"/>\n",
                  middle.x, middle.y, radius, filled ? kInk : "#fff", kInk);
}

void Picture::box(Point corner, double width, double height, std::string_view fill, bool edge) {
  inside_ +=
      fmt::format("<rect x=\"{:.5g}\" y=\"{:.5g}\" width=\"{:.5g}\" height=\"{:.5g}\" fill=\"{}\"{}/>\n", corner.x,
                  corner.y, width, height, fill, edge ? fmt::format(" stroke=\"{}\" stroke-width=\"2\"", kInk) : "");
}

std::string Picture::svg(std::string_view title, std::string_view about) const {
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:.5g} {1:.5g}\" role=\"img\" aria-label=\"{2}\" "
      "font-family=\"'Segoe UI', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif\" fill=\"{4}\">\n<title>{2}</title>\n"
      "<desc>{3}</desc>\n<rect width=\"{0:.5g}\" height=\"{1:.5g}\" fill=\"#fff\"/>\n{5}</svg>\n",
      width_, height_, xml_line(title), xml_line(about), kInk, inside_);
}

}  // namespace casus::page
