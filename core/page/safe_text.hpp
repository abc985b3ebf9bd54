// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What people typed, made harmless for the place where it is shown. Every function takes any bytes and gives
/// well-formed UTF-8: broken bytes become U+FFFD; control characters (an escape sequence would reach the terminal) and
/// the invisible characters that turn the reading direction are left out.
namespace casus::page {

/// On one line: line breaks and tabs become spaces, several spaces one, none at the ends.
std::string one_line(std::string_view text);

/// Each line by itself, as `one_line` makes it; empty lines are left out.
std::vector<std::string> lines_of(std::string_view text);

/// As it is, line breaks, tabs and spaces too: for a line of an answer in which words of people stand.
std::string terminal_safe(std::string_view text);

/// For Markdown: cannot begin a heading, list, quote, link, table cell, code or HTML, nor end what it stands in.
std::string markdown_safe(std::string_view text);

/// For text and attributes of XML and HTML. Line breaks stay.
std::string xml_safe(std::string_view text);
/// The same on one line.
std::string xml_line(std::string_view text);

/// Within a quoted Mermaid label.
std::string mermaid_safe(std::string_view text);

/// Within a quoted DOT string, without the quotes; "\n" is the only line break that is added by the caller.
std::string dot_safe(std::string_view text);

/// Columns on a terminal: 0 for a combining mark, 2 for wide signs such as most emoji. Used for widths in pictures too.
std::size_t columns(std::string_view text);

/// At most `width` columns, with "…" at the end when something was left out.
std::string clipped(std::string_view text, std::size_t width);

}  // namespace casus::page
