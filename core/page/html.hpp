// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::page {

/// A Markdown text and the picture below it: an SVG element, such as `plot_svg` makes, or nothing.
struct HtmlPart {
  std::string markdown;
  std::string picture;
};

/// A complete HTML page of Markdown texts and pictures: printable, with its style in it, and nothing fetched from
/// elsewhere. HTML inside the Markdown is left out; a picture is put in as it is. The page is well-formed XML too.
std::string html_page(const std::vector<HtmlPart>& parts, std::string_view title, Lang lang);

}  // namespace casus::page
