// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"

#include <string_view>

/// What the ending of a file says, and what comes in it.
namespace casus::desk {

/// As what these bytes are known by how they begin: "svg", "html", "json", "ics"; else a text, "md".
std::string_view ending_of(std::string_view bytes);

/// Throws Usage when the name of the file says another kind than what is to come in it: an `.html` in which a picture
/// would come as SVG. An ending that says nothing here, and `.txt`, is right for all; so is none. `has_html`: the same
/// can be asked for as a page. Throws Usage too when the file may not be written.
void require_ending(const Desk& desk, const store::OutputFile& file, std::string_view ending, bool has_html = true);

}  // namespace casus::desk
