// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/page/layout.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A page as a value, written once and shown in three ways: on a terminal, as Markdown, as HTML. What people typed is
/// made safe for each place where it is shown.
namespace casus::page {

/// One bar: how many, and which share of all.
struct Bar {
  std::string label;
  std::size_t count = 0;
  double share = 0;  ///< 0-1
};

struct PageLine {
  std::string text;
  bool nested = false;  ///< below the item before it
};

struct Block {
  enum class Kind { paragraph, bullets, table, bars, figure };

  Kind kind{};
  std::vector<PageLine> lines;  ///< of a paragraph or list
  Row header;
  std::vector<Row> rows;
  std::vector<Bar> bars;
  std::string picture;      ///< an SVG element, in HTML
  std::string alternative;  ///< the same as text with its own lines, on a terminal and in Markdown
};

struct Section {
  std::string heading;
  std::size_t below = 0;  ///< 1: belongs to the section before it, with a smaller heading
  std::vector<Block> blocks;
};

struct Page {
  std::string title;
  std::vector<Section> sections;  ///< the first may have no heading

  Section& section(std::string_view heading, std::size_t below = 0);
  void paragraph(std::string_view text);
  /// One item of a list; items in a row make one list.
  void bullet(std::string_view text) { item(text, false); }
  void bullets(const std::vector<std::string>& texts);
  /// One below the item before it.
  void detail(std::string_view text) { item(text, true); }
  void table(Row header, std::vector<Row> rows);
  void bars(std::vector<Bar> bars);
  void figure(std::string picture, std::string alternative);

 private:
  Block& block(Block::Kind kind);
  void item(std::string_view text, bool nested);
};

/// 80 columns, no colour.
std::string page_text(const Page& page);
std::string page_markdown(const Page& page);
/// The sections alone, without the title, with headings of this level: for inside another document.
std::string sections_markdown(const Page& page, std::size_t level = 2);
/// A complete page: printable, well-formed XML too, nothing fetched from elsewhere.
std::string page_html(const Page& page, Lang lang);

}  // namespace casus::page
