// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/page/layout.hpp"
#include "core/text/voice.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// A page as a value, written once and shown in four ways: on a terminal, as Markdown, as HTML, and as HTML on paper.
/// What people typed is made safe for each place where it is shown.
namespace casus::page {

/// A part of a line: as it is, stressed, the number of an item that is pointed at ("[4]"), that number at the item
/// itself (in a browser the one leads to the other), or what to do next where it is read, which is left out on paper:
/// nobody types on a sheet.
struct Run {
  enum class Kind { plain, strong, pointer, anchor, way_on };

  bool is_number() const { return kind == Kind::pointer || kind == Kind::anchor; }

  std::string text;
  Kind kind = Kind::plain;
};

/// A text on one line, in parts. A plain text is a line of one part.
struct Line {
  std::vector<Run> runs;

  Line() = default;
  Line(std::string text) { plain(std::move(text)); }        // NOLINT: most lines are plain texts
  Line(std::string_view text) : Line(std::string(text)) {}  // NOLINT
  Line(const char* text) : Line(std::string(text)) {}       // NOLINT

  Line& plain(std::string text) { return add(std::move(text), Run::Kind::plain); }
  Line& strong(std::string text) { return add(std::move(text), Run::Kind::strong); }
  Line& way_on(const std::string& text) { return add((runs.empty() ? "" : " ") + text, Run::Kind::way_on); }
  /// " [4] [12]"; nothing without numbers.
  Line& pointers(const std::vector<int>& numbers);
  /// "[4]", where pointers to 4 lead. Once on a page for each number.
  Line& anchor(int number) { return add(std::to_string(number), Run::Kind::anchor); }
  /// All parts in a row, as on a terminal.
  std::string text() const;

 private:
  Line& add(std::string text, Run::Kind kind);
};

/// One bar: how many, and which share of all.
struct Bar {
  std::string label;
  std::size_t count = 0;
  double share = 0;  ///< 0-1
};

struct Item {
  Line line;
  bool nested = false;     ///< below the item before it
  std::string label = {};  ///< of a fact
};

struct Block {
  enum class Kind {
    paragraph,
    notice,  ///< what the reader must know first
    quote,   ///< somebody's own words
    bullets,
    numbers,  ///< a list in which order counts
    facts,    ///< each item with a label
    table,
    bars,
    figure,
    as_set,  ///< a text that keeps its own lines and columns
    rule     ///< a line across the page
  };

  Kind kind{};
  std::vector<Item> items;
  Row header;
  std::vector<std::vector<Line>> rows;
  std::vector<std::size_t> right;  ///< columns of figures, which stand to the right
  bool to_fill = false;            ///< a table with room to write by hand
  std::vector<Bar> bars;
  std::string picture;      ///< an SVG element, in HTML
  std::string alternative;  ///< the same as text with its own lines; of `as_set` the text itself
  std::string caption;      ///< below the picture
};

struct Section {
  std::string heading;
  std::size_t below = 0;  ///< 1: belongs to the section before it, with a smaller heading
  /// For a screen that is looked at often: on a terminal no empty lines between blocks, and all set in under the
  /// heading.
  bool close = false;
  bool columns = false;  ///< on paper, what is below it stands in two columns
  bool by_pen = false;   ///< for the printed sheet alone: a face with buttons of its own does not show it on a screen
  std::vector<Block> blocks;
};

struct Page {
  std::string title;
  std::vector<Section> sections;  ///< the first may have no heading
  bool boxed = false;             ///< each section in a box of its own, on one sheet
  bool dense = false;             ///< small and close on paper: a long one still goes on one sheet

  Section& section(std::string_view heading, std::size_t below = 0);
  void paragraph(Line text) { block(Block::Kind::paragraph).items.push_back({std::move(text)}); }
  void notice(Line text) { block(Block::Kind::notice).items.push_back({std::move(text)}); }
  /// Each line a paragraph.
  void quote(const std::vector<std::string>& lines);
  /// One item of a list; items in a row make one list.
  void bullet(Line text) { item(Block::Kind::bullets, {std::move(text)}); }
  void bullets(const std::vector<std::string>& texts);
  /// One below the item before it.
  void detail(Line text) { item(Block::Kind::bullets, {std::move(text), true}); }
  void number(Line text) { item(Block::Kind::numbers, {std::move(text)}); }
  /// "label: text"; nothing when the text is empty.
  void fact(std::string_view label, std::string_view text);
  void table(Row header, const std::vector<Row>& rows, std::vector<std::size_t> right = {});
  void table_of_lines(Row header, std::vector<std::vector<Line>> rows, std::vector<std::size_t> right = {});
  /// A table with empty cells to write in by hand.
  void table_to_fill(Row header, const std::vector<Row>& rows);
  void bars(std::vector<Bar> bars) { block(Block::Kind::bars).bars = std::move(bars); }
  /// On a terminal and in Markdown only the alternative; a section that has nothing but a picture is left out there.
  void figure(std::string picture, std::string alternative = {}, std::string caption = {});
  /// A text that was laid out for a terminal before, and is safe there: its lines and columns stay.
  void as_set(std::string text) { block(Block::Kind::as_set).alternative = std::move(text); }
  void rule() { block(Block::Kind::rule); }
  /// The sections of another page behind these, each a level lower.
  void append(Page other, std::size_t below = 0);

 private:
  Block& block(Block::Kind kind);
  void item(Block::Kind kind, Item item);
};

/// Calls `each` with every text that may hold words of people; not with titles of the page and its main sections, and
/// not with headers of tables.
void each_text(Page& page, const std::function<void(std::string&)>& each);

/// 80 columns, no colour.
std::string page_text(const Page& page);
/// For a file or paper, so without ways on.
std::string page_markdown(const Page& page);
/// A complete page, without ways on: printable, light or dark as the reader's machine is set, readable at 320 pixels,
/// well-formed XML too, nothing fetched from elsewhere and no script.
std::string page_html(const Page& page, const text::Voice& voice);
/// Only its sections, to stand in a document that has a title and a style of its own. Pictures are drawn without a
/// style of the page, and nothing in it is a script.
std::string page_sections_html(const Page& page, const text::Voice& voice);

}  // namespace casus::page
