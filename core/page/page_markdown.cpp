// SPDX-License-Identifier: EUPL-1.2
#include "core/page/page.hpp"
#include "core/page/page_parts.hpp"
#include "core/page/safe_text.hpp"

#include <fmt/format.h>

#include <algorithm>

/// A page as Markdown with tables (GFM).
namespace casus::page {

namespace {

std::string line_markdown(const Line& line) {
  std::string out;
  for (const auto& run : line.runs) {
    // Made safe as a whole, a space at the edge of a part would be lost.
    const auto safe = markdown_safe(run.text);
    switch (run.kind) {
      case Run::Kind::strong: out += "**" + safe + "**"; break;
      case Run::Kind::anchor:
      case Run::Kind::pointer: out += '[' + safe + ']'; break;
      case Run::Kind::way_on:
      case Run::Kind::plain:
        if (run.text.starts_with(' ') && !out.empty()) out += ' ';
        out += safe;
        if (run.text.ends_with(' ') && !safe.empty()) out += ' ';
        break;
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string row_markdown(const std::vector<Line>& row) {
  std::string out = "|";
  for (const auto& cell : row) out += ' ' + line_markdown(cell) + " |";
  return out + '\n';
}

std::string table_markdown(const Block& block) {
  auto out = row_markdown({block.header.begin(), block.header.end()}) + '|';
  for (std::size_t i = 0; i < block.header.size(); ++i)
    out += std::ranges::find(block.right, i) == block.right.end() ? "---|" : "---:|";
  out += '\n';
  for (const auto& row : block.rows) out += row_markdown(row);
  return out;
}

std::string block_markdown(const Block& block) {
  std::string out;
  const auto& items = block.items;
  switch (block.kind) {
    case Block::Kind::paragraph:
      for (const auto& item : items) out += line_markdown(item.line) + '\n';
      break;
    case Block::Kind::notice:
      for (const auto& item : items) out += "> " + line_markdown(item.line) + '\n';
      break;
    case Block::Kind::quote:
      for (const auto& item : items) out += "> " + line_markdown(item.line) + "\n>\n";
      break;
    case Block::Kind::bullets:
      for (const auto& item : items) out += (item.nested ? "  - " : "- ") + line_markdown(item.line) + '\n';
      break;
    case Block::Kind::numbers:
      for (std::size_t i = 0; i < items.size(); ++i)
        out += fmt::format("{}. {}\n", i + 1, line_markdown(items[i].line));
      break;
    case Block::Kind::facts:
      for (const auto& item : items)
        out += fmt::format("- **{}:** {}\n", markdown_safe(item.label), line_markdown(item.line));
      break;
    case Block::Kind::table: return table_markdown(block);
    case Block::Kind::bars:
      for (const auto& bar : block.bars)
        out += fmt::format("- {}: {} ({})\n", markdown_safe(bar.label), bar.count, percent(bar.share));
      break;
    case Block::Kind::figure:
      for (const auto& line : lines_as_list(block.alternative)) out += "- " + markdown_safe(line) + '\n';
      break;
    case Block::Kind::as_set:
      // Four spaces in: nothing in it can end it.
      out = "    " + block.alternative;
      for (auto at = out.find('\n'); at != std::string::npos && at + 1 < out.size(); at = out.find('\n', at + 1))
        out.insert(at + 1, "    ");
      break;
    case Block::Kind::rule: out = "---\n"; break;
  }
  return out;
}

}  // namespace

std::string page_markdown(const Page& given) {
  const auto page = on_paper(given);
  auto out = "# " + markdown_safe(page.title) + '\n';
  for (const auto& section : page.sections) {
    if (is_picture_alone(section)) continue;
    if (!section.heading.empty())
      out += '\n' + std::string(2 + section.below, '#') + ' ' + markdown_safe(section.heading) + '\n';
    for (const auto& block : section.blocks)
      if (const auto text = block_markdown(block); !text.empty()) out += '\n' + text;
  }
  return out;
}

}  // namespace casus::page
