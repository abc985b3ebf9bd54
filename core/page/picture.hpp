// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// The one place that draws figures: an SVG element for a page, without scripts, fonts or anything to fetch.
namespace casus::page {

struct Point {
  double x = 0;
  double y = 0;
};

/// Lines differ in dashes, not in colour alone.
struct Pen {
  std::string_view colour = "#1a1a1a";
  double width = 2;
  std::string_view dashes = {};
};

struct Lettering {
  std::string_view anchor = "start";  ///< or "middle", "end"
  int size = 13;
  bool bold = false;  ///< and readable on top of a line
};

/// Ink on white, x to the right and y down. Texts are made safe.
class Picture {
 public:
  Picture(double width, double height) : width_(width), height_(height) {}

  void text(Point at, std::string_view text, const Lettering& how = {});
  void line(Point from, Point to, const Pen& pen = {}) { path({from, to}, pen); }
  void path(const std::vector<Point>& points, const Pen& pen = {});
  /// What lies between these points, without an edge.
  void area(const std::vector<Point>& points, std::string_view fill);
  void circle(Point middle, double radius, bool filled);
  void box(Point corner, double width, double height, std::string_view fill, bool edge = false);

  /// `title` and `about` say the same for who cannot see it.
  std::string svg(std::string_view title, std::string_view about) const;

 private:
  double width_;
  double height_;
  std::string inside_;
};

}  // namespace casus::page
