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

namespace {

/// Whether there was a way on in it.
bool drop_ways_on(Line& line) {
  if (std::erase_if(line.runs, [](const Run& run) { return run.kind == Run::Kind::way_on; }) == 0) return false;
  while (!line.runs.empty() && line.runs.back().text.ends_with(' ')) line.runs.back().text.pop_back();
  return true;
}

}  // namespace

Page on_paper(const Page& given) {
  auto page = given;
  for (auto& section : page.sections) {
    std::size_t gone = 0;
    for (auto& block : section.blocks) {
      gone +=
          std::erase_if(block.items, [](Item& item) { return drop_ways_on(item.line) && item.line.text().empty(); });
      for (auto& row : block.rows)
        for (auto& cell : row) drop_ways_on(cell);
    }
    if (gone == 0) continue;
    std::erase_if(section.blocks, [](const Block& block) {
      return block.items.empty() && block.rows.empty() && block.bars.empty() && block.picture.empty() &&
             block.alternative.empty() && block.kind != Block::Kind::rule;
    });
    if (section.blocks.empty()) section.heading.clear();
  }
  std::erase_if(page.sections, [](const Section& one) { return one.heading.empty() && one.blocks.empty(); });
  return page;
}

bool is_picture_alone(const Section& section) {
  return !section.blocks.empty() && std::ranges::all_of(section.blocks, [](const Block& block) {
    return block.kind == Block::Kind::figure && block.alternative.empty();
  });
}

}  // namespace casus::page
