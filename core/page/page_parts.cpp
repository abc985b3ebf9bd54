// SPDX-License-Identifier: EUPL-1.2
#include "core/page/page_parts.hpp"

#include "core/page/safe_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::page {

std::string percent(double share) { return fmt::format("{:.0f}%", 100 * share); }

std::vector<std::string> lines_with_indent(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    const auto indent = std::min(line.find_first_not_of(' '), line.size());
    if (indent < line.size()) out.push_back(std::string(indent, ' ') + one_line(line));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::vector<std::string> lines_as_list(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& line : lines_with_indent(text)) {
    if (line.starts_with(' ') && !out.empty()) out.back() += ": " + one_line(line);
    else out.push_back(one_line(line));
  }
  return out;
}

bool is_picture_alone(const Section& section) {
  return !section.blocks.empty() && std::ranges::all_of(section.blocks, [](const Block& block) {
    return block.kind == Block::Kind::figure && block.alternative.empty();
  });
}

}  // namespace casus::page
