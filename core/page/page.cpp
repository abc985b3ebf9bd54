// SPDX-License-Identifier: EUPL-1.2
#include "core/page/page.hpp"

#include <utility>

namespace casus::page {

Line& Line::add(std::string text, Run::Kind kind) {
  runs.push_back({std::move(text), kind});
  return *this;
}

Line& Line::pointers(const std::vector<int>& numbers) {
  for (const auto number : numbers) {
    if (!runs.empty()) plain(" ");
    add(std::to_string(number), Run::Kind::pointer);
  }
  return *this;
}

std::string Line::text() const {
  std::string out;
  for (const auto& run : runs) out += run.is_number() ? '[' + run.text + ']' : run.text;
  return out;
}

Section& Page::section(std::string_view heading, std::size_t below) {
  auto& made = sections.emplace_back();
  made.heading = heading;
  made.below = below;
  return made;
}

Block& Page::block(Block::Kind kind) {
  if (sections.empty()) section("");
  auto& made = sections.back().blocks.emplace_back();
  made.kind = kind;
  return made;
}

void Page::item(Block::Kind kind, Item item) {
  const bool goes_on =
      !sections.empty() && !sections.back().blocks.empty() && sections.back().blocks.back().kind == kind;
  auto& list = goes_on ? sections.back().blocks.back() : block(kind);
  list.items.push_back(std::move(item));
}

void Page::quote(const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  auto& made = block(Block::Kind::quote);
  for (const auto& line : lines) made.items.push_back({line});
}

void Page::bullets(const std::vector<std::string>& texts) {
  for (const auto& text : texts) bullet(text);
}

void Page::fact(std::string_view label, std::string_view text) {
  if (!text.empty()) item(Block::Kind::facts, {text, false, std::string(label)});
}

void Page::table(Row header, const std::vector<Row>& rows, std::vector<std::size_t> right) {
  std::vector<std::vector<Line>> lines;
  for (const auto& row : rows) lines.emplace_back(row.begin(), row.end());
  table_of_lines(std::move(header), std::move(lines), std::move(right));
}

void Page::table_to_fill(Row header, const std::vector<Row>& rows) {
  table(std::move(header), rows);
  sections.back().blocks.back().to_fill = true;
}

void Page::table_of_lines(Row header, std::vector<std::vector<Line>> rows, std::vector<std::size_t> right) {
  auto& made = block(Block::Kind::table);
  made.header = std::move(header);
  made.rows = std::move(rows);
  made.right = std::move(right);
}

void Page::figure(std::string picture, std::string alternative, std::string caption) {
  auto& made = block(Block::Kind::figure);
  made.picture = std::move(picture);
  made.alternative = std::move(alternative);
  made.caption = std::move(caption);
}

void Page::append(Page other, std::size_t below) {
  for (auto& section : other.sections) {
    section.below += below;
    sections.push_back(std::move(section));
  }
}

void each_text(Page& page, const std::function<void(std::string&)>& each) {
  const auto look = [&](Line& line) {
    for (auto& run : line.runs) each(run.text);
  };
  for (auto& section : page.sections) {
    if (section.below > 0) each(section.heading);
    for (auto& block : section.blocks) {
      for (auto& item : block.items) look(item.line);
      for (auto& row : block.rows)
        for (auto& cell : row) look(cell);
      for (auto& bar : block.bars) each(bar.label);
      each(block.alternative);
    }
  }
}

}  // namespace casus::page
