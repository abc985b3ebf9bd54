// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"

#include <string>
#include <string_view>
#include <vector>

/// A page of its own: readable on a screen and on paper, and nothing is fetched.
namespace casus::report {

struct PagePicture {
  std::string heading;
  std::string svg;  ///< drawn by us: put into the page as it is
};

/// `markdown` may hold texts that people typed, made safe by `markdown_safe`; raw HTML in it is left out. The pictures
/// follow it.
std::string html_page(std::string_view markdown, std::string_view title, Lang lang,
                      const std::vector<PagePicture>& pictures);

}  // namespace casus::report
