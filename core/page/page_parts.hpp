// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/page/page.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What the forms of a page share.
namespace casus::page {

/// "25%".
std::string percent(double share);

/// The lines of a text that has its own columns: only what a terminal cannot take is changed. Empty ones are left out.
std::vector<std::string> lines_with_indent(std::string_view text);

/// The same as a list: a line that is set in goes on with the one before it, behind a colon.
std::vector<std::string> lines_as_list(std::string_view text);

/// The page without ways on; what held nothing else goes too, with the heading over it.
Page on_paper(const Page& page);

/// Whether a section has nothing but pictures without words: where pictures cannot be shown, it is left out.
bool is_picture_alone(const Section& section);

}  // namespace casus::page
