// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/report/layout.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Pieces of Markdown with what people typed made safe: a heading, paragraphs, a list, a table (GFM).
namespace casus::report {

std::string markdown_heading(int level, std::string_view text);
std::string markdown_paragraph(std::string_view text);
/// Nothing for an empty list.
std::string markdown_list(const std::vector<std::string>& lines);
/// Nothing without rows.
std::string markdown_table(const Row& header, const std::vector<Row>& rows);

}  // namespace casus::report
