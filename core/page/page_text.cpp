// SPDX-License-Identifier: EUPL-1.2
#include "core/page/page.hpp"
#include "core/page/page_parts.hpp"
#include "core/page/safe_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

/// A page on a terminal.
namespace casus::page {

namespace {

constexpr std::size_t kBarWidth = 20;

/// "########------------": signs that every terminal and printer has.
std::string bar_of(double share) {
  const auto full = std::min(kBarWidth, static_cast<std::size_t>(std::lround(share * kBarWidth)));
  return std::string(full, '#') + std::string(kBarWidth - full, '.');
}

std::string bars_text(const std::vector<Bar>& bars) {
  std::size_t width = 0;
  for (const auto& bar : bars) width = std::max(width, columns(one_line(bar.label)));
  std::string out;
  for (const auto& bar : bars) {
    const auto label = one_line(bar.label);
    out += fmt::format("  {}{}  {} {:>3} {:>4}\n", label, std::string(width - columns(label), ' '), bar_of(bar.share),
                       bar.count, percent(bar.share));
  }
  return out;
}

std::string table_text(const Block& block) {
  std::vector<Row> rows;
  for (const auto& lines : block.rows) {
    auto& row = rows.emplace_back();
    for (const auto& line : lines) row.push_back(line.text());
  }
  return table(block.header, rows);
}

std::string items_text(const Block& block, std::string_view lead, std::string_view nested = {}) {
  std::string out;
  for (const auto& item : block.items) out += paragraph(item.nested ? nested : lead, item.line.text());
  return out;
}

std::string block_text(const Block& block, bool close) {
  std::string out;
  switch (block.kind) {
    case Block::Kind::paragraph: return items_text(block, close ? "  " : "");
    case Block::Kind::notice: return items_text(block, "! ");
    case Block::Kind::quote: return items_text(block, "  > ");
    case Block::Kind::bullets: return items_text(block, close ? "  - " : "- ", "    - ");
    case Block::Kind::numbers:
      for (std::size_t i = 0; i < block.items.size(); ++i)
        out += paragraph(fmt::format("{}. ", i + 1), block.items[i].line.text());
      break;
    case Block::Kind::facts:
      for (const auto& item : block.items) out += field(item.label, item.line.text());
      break;
    case Block::Kind::table: return table_text(block);
    case Block::Kind::bars: return bars_text(block.bars);
    case Block::Kind::figure:
      for (const auto& line : lines_with_indent(block.alternative))
        out += paragraph(std::string(2 + std::min(line.find_first_not_of(' '), line.size()), ' '), line);
      break;
    case Block::Kind::as_set: return block.alternative;
    case Block::Kind::rule: out = "---\n"; break;
  }
  return out;
}

}  // namespace

std::string page_text(const Page& page) {
  auto out = paragraph("", page.title);
  for (const auto& section : page.sections) {
    if (is_picture_alone(section)) continue;
    if (!section.heading.empty()) out += heading(section.heading);
    bool first = !section.heading.empty();
    for (const auto& block : section.blocks) {
      const auto text = block_text(block, section.close);
      if (text.empty()) continue;
      out += (first ? "" : "\n") + text;
      first = section.close;
    }
  }
  return out;
}

}  // namespace casus::page
