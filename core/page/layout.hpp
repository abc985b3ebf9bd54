// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Plain text for a terminal: no colour, no control signs, never wider than asked (save a word or a line to type that
/// is).
namespace casus::page {

inline constexpr std::size_t kTerminal = 80;

/// The text in lines of at most `width` columns, broken at spaces; a longer word is cut.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// One paragraph: `lead` before its first line, as many spaces before the others. Ends in a line break. A line to type
/// ("casus ... --as Noor") is never broken, also when it is wider: half of it, copied, would do something else.
std::string paragraph(std::string_view lead, std::string_view text, std::size_t width = kTerminal);

/// "  Label        text", the text wrapped beside the label. Nothing when the text is empty.
std::string field(std::string_view label, std::string_view text, std::size_t label_width = 16);

/// A heading with a line of its own width below it, after an empty line.
std::string heading(std::string_view text);

using Row = std::vector<std::string>;

/// Columns under a header; cells that do not fit are wrapped, the widest columns first.
std::string table(const Row& header, const std::vector<Row>& rows, std::size_t width = kTerminal);

}  // namespace casus::page
