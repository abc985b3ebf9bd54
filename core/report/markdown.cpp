// SPDX-License-Identifier: EUPL-1.2
#include "core/report/markdown.hpp"

#include "core/report/safe_text.hpp"

#include <fmt/format.h>

namespace casus::report {

std::string markdown_heading(int level, std::string_view text) {
  return fmt::format("{} {}\n\n", std::string(static_cast<std::size_t>(level), '#'), markdown_safe(one_line(text)));
}

std::string markdown_paragraph(std::string_view text) { return markdown_safe(one_line(text)) + "\n\n"; }

std::string markdown_list(const std::vector<std::string>& lines) {
  std::string out;
  for (const auto& line : lines) out += "- " + markdown_safe(one_line(line)) + '\n';
  return out.empty() ? out : out + '\n';
}

std::string markdown_table(const Row& header, const std::vector<Row>& rows) {
  if (rows.empty()) return {};
  std::string out;
  const auto add = [&](const Row& row) {
    out += '|';
    for (const auto& cell : row) out += ' ' + markdown_safe(one_line(cell)) + " |";
    out += '\n';
  };
  add(header);
  out += '|';
  for (std::size_t i = 0; i < header.size(); ++i) out += "---|";
  out += '\n';
  for (const auto& row : rows) add(row);
  return out + '\n';
}

}  // namespace casus::report
