// SPDX-License-Identifier: EUPL-1.2
#include "core/page/page.hpp"

#include "core/page/html.hpp"
#include "core/page/safe_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace casus::page {

namespace {

constexpr std::size_t kBarWidth = 20;

/// "########------------": signs that every terminal and printer has.
std::string bar_of(double share) {
  const auto full = std::min(kBarWidth, static_cast<std::size_t>(std::lround(share * kBarWidth)));
  return std::string(full, '#') + std::string(kBarWidth - full, '.');
}

std::string percent(double share) { return fmt::format("{:.0f}%", 100 * share); }

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

/// The lines of a text that has its own columns: only what a terminal cannot take is changed.
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

std::string block_text(const Block& block) {
  std::string out;
  switch (block.kind) {
    case Block::Kind::paragraph:
      for (const auto& line : block.lines) out += paragraph("", line.text);
      break;
    case Block::Kind::bullets:
      for (const auto& line : block.lines) out += paragraph(line.nested ? "    - " : "- ", line.text);
      break;
    case Block::Kind::table: out = table(block.header, block.rows); break;
    case Block::Kind::bars: out = bars_text(block.bars); break;
    case Block::Kind::figure:
      for (const auto& line : lines_with_indent(block.alternative))
        out += paragraph(std::string(2 + std::min(line.find_first_not_of(' '), line.size()), ' '), line);
      break;
  }
  return out;
}

std::string row_markdown(const Row& row) {
  std::string out = "|";
  for (const auto& cell : row) out += ' ' + markdown_safe(cell) + " |";
  return out + '\n';
}

std::string table_markdown(const Row& header, const std::vector<Row>& rows) {
  std::string out = row_markdown(header) + '|';
  for (std::size_t i = 0; i < header.size(); ++i) out += "---|";
  out += '\n';
  for (const auto& row : rows) out += row_markdown(row);
  return out;
}

std::string heading_markdown(const Section& section, std::size_t level) {
  if (section.heading.empty()) return {};
  return '\n' + std::string(level + section.below, '#') + ' ' + markdown_safe(section.heading) + "\n";
}

std::string block_markdown(const Block& block) {
  std::string out;
  switch (block.kind) {
    case Block::Kind::paragraph:
      for (const auto& line : block.lines) out += markdown_safe(line.text) + "\n";
      break;
    case Block::Kind::bullets:
      for (const auto& line : block.lines) out += (line.nested ? "  - " : "- ") + markdown_safe(line.text) + "\n";
      break;
    case Block::Kind::table: out = table_markdown(block.header, block.rows); break;
    case Block::Kind::bars:
      for (const auto& bar : block.bars)
        out += fmt::format("- {}: {} ({})\n", markdown_safe(bar.label), bar.count, percent(bar.share));
      break;
    case Block::Kind::figure:
      // A line that is set in goes on with the one before it.
      for (const auto& line : lines_with_indent(block.alternative)) {
        const bool goes_on = line.starts_with(' ') && !out.empty();
        if (goes_on) out.pop_back();
        out += (goes_on ? ": " : "- ") + markdown_safe(line) + "\n";
      }
      break;
  }
  return out;
}

}  // namespace

Section& Page::section(std::string_view heading, std::size_t below) {
  return sections.emplace_back(Section{std::string(heading), below, {}});
}

Block& Page::block(Block::Kind kind) {
  if (sections.empty()) section("");
  auto& made = sections.back().blocks.emplace_back();
  made.kind = kind;
  return made;
}

void Page::paragraph(std::string_view text) { block(Block::Kind::paragraph).lines.push_back({std::string(text)}); }

void Page::item(std::string_view text, bool nested) {
  const bool goes_on = !sections.empty() && !sections.back().blocks.empty() &&
                       sections.back().blocks.back().kind == Block::Kind::bullets;
  auto& list = goes_on ? sections.back().blocks.back() : block(Block::Kind::bullets);
  list.lines.push_back({std::string(text), nested});
}

void Page::bullets(const std::vector<std::string>& texts) {
  for (const auto& text : texts) bullet(text);
}

void Page::table(Row header, std::vector<Row> rows) {
  auto& made = block(Block::Kind::table);
  made.header = std::move(header);
  made.rows = std::move(rows);
}

void Page::bars(std::vector<Bar> bars) { block(Block::Kind::bars).bars = std::move(bars); }

void Page::figure(std::string picture, std::string alternative) {
  auto& made = block(Block::Kind::figure);
  made.picture = std::move(picture);
  made.alternative = std::move(alternative);
}

std::string page_text(const Page& page) {
  auto out = paragraph("", page.title);
  for (const auto& section : page.sections) {
    if (!section.heading.empty()) out += heading(section.heading);
    bool first = !section.heading.empty();
    for (const auto& block : section.blocks) {
      out += (first ? "" : "\n") + block_text(block);
      first = false;
    }
  }
  return out;
}

std::string page_markdown(const Page& page) {
  return "# " + markdown_safe(page.title) + "\n" + sections_markdown(page);
}

std::string sections_markdown(const Page& page, std::size_t level) {
  std::string out;
  for (const auto& section : page.sections) {
    out += heading_markdown(section, level);
    for (const auto& block : section.blocks) out += '\n' + block_markdown(block);
  }
  return out;
}

std::string page_html(const Page& page, Lang lang) {
  std::vector<HtmlPart> parts;
  std::string markdown = "# " + markdown_safe(page.title) + "\n";
  for (const auto& section : page.sections) {
    markdown += heading_markdown(section, 2);
    for (const auto& block : section.blocks) {
      if (block.kind != Block::Kind::figure) {
        markdown += '\n' + block_markdown(block);
        continue;
      }
      parts.push_back({std::exchange(markdown, {}), block.picture});
    }
  }
  parts.push_back({markdown, {}});
  return html_page(parts, page.title, lang);
}

}  // namespace casus::page
