// SPDX-License-Identifier: EUPL-1.2
#include "core/page/page.hpp"
#include "core/page/page_parts.hpp"
#include "core/page/safe_text.hpp"
#include "core/page/style.hpp"
#include "core/page/words.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>

/// A page as HTML that is well-formed XML too.
namespace casus::page {

namespace {

std::string line_html(const Line& line) {
  std::string out;
  for (const auto& run : line.runs) {
    // A space at the edge of a part stands between words.
    if (run.text.starts_with(' ') && !out.empty()) out += ' ';
    const auto text = xml_line(run.text);
    if (run.kind == Run::Kind::strong) out += "<strong>" + text + "</strong>";
    else if (run.kind == Run::Kind::pointer) out += fmt::format("<a href=\"#item-{0}\">[{0}]</a>", text);
    else if (run.kind == Run::Kind::anchor) out += fmt::format("<span id=\"item-{0}\">[{0}]</span>", text);
    else out += text;
    if (run.text.ends_with(' ') && !text.empty()) out += ' ';
  }
  return out;
}

std::string list_html(const Block& block, std::string_view tag) {
  auto out = fmt::format("<{}>\n", tag);
  for (std::size_t i = 0; i < block.items.size();) {
    out += "<li>" + line_html(block.items[i].line);
    const auto first = ++i;
    for (; i < block.items.size() && block.items[i].nested; ++i)
      out += (i == first ? "\n<ul>\n<li>" : "<li>") + line_html(block.items[i].line) + "</li>\n";
    out += i > first ? "</ul>\n</li>\n" : "</li>\n";
  }
  return out + fmt::format("</{}>\n", tag);
}

std::string facts_html(const Block& block) {
  std::string out = "<dl>\n";
  for (const auto& item : block.items)
    out += fmt::format("<dt>{}</dt><dd>{}</dd>\n", xml_line(item.label), line_html(item.line));
  return out + "</dl>\n";
}

/// Of a table that is folded on a narrow screen each cell has its heading before it, as a line of its own.
std::string with_capital(std::string heading) {
  if (!heading.empty() && heading[0] >= 'a' && heading[0] <= 'z')
    heading[0] = static_cast<char>(heading[0] - 'a' + 'A');
  return heading;
}

/// The roles say again what the elements are: on a narrow screen the style lays rows out as blocks, and a reader of
/// the screen would lose the table with that.
std::string table_html(const Block& block) {
  const auto side = [&](std::size_t column) {
    return std::ranges::find(block.right, column) == block.right.end() ? "" : " class=\"number\"";
  };
  auto out = fmt::format("<table role=\"table\"{}>\n", block.to_fill ? " class=\"to-fill\"" : "");
  out += "<thead role=\"rowgroup\"><tr role=\"row\">";
  for (std::size_t i = 0; i < block.header.size(); ++i)
    // An empty heading heads nothing: a reader of the screen would announce it before each cell.
    out += block.header[i].empty()
               ? std::string("<td role=\"cell\"></td>")
               : fmt::format("<th role=\"columnheader\" scope=\"col\"{}>{}</th>", side(i), xml_line(block.header[i]));
  out += "</tr></thead>\n<tbody role=\"rowgroup\">\n";
  for (const auto& row : block.rows) {
    out += "<tr role=\"row\">";
    for (std::size_t i = 0; i < row.size(); ++i)
      out += fmt::format("<td role=\"cell\"{} data-label=\"{}\">{}</td>", side(i),
                         i < block.header.size() ? xml_line(with_capital(block.header[i])) : "", line_html(row[i]));
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n";
}

std::string bars_html(const std::vector<Bar>& bars) {
  std::string out = "<ul class=\"bars\">\n";
  for (const auto& bar : bars)
    out += fmt::format("<li>{}: {} ({}) <meter value=\"{:.2f}\">{}</meter></li>\n", xml_line(bar.label), bar.count,
                       percent(bar.share), std::clamp(bar.share, 0.0, 1.0), percent(bar.share));
  return out + "</ul>\n";
}

std::string figure_html(const Block& block, const text::Voice& voice) {
  auto out = "<figure>\n" + block.picture;
  if (const auto lines = lines_as_list(block.alternative); !lines.empty()) {
    out += fmt::format("<details><summary>{}</summary>\n<ul>\n", text::say(voice, "page.words"));
    for (const auto& line : lines) out += "<li>" + xml_line(line) + "</li>\n";
    out += "</ul>\n</details>\n";
  }
  if (!block.caption.empty()) out += "<figcaption>" + xml_line(block.caption) + "</figcaption>\n";
  return out + "</figure>\n";
}

std::string paragraphs(const Block& block, std::string_view open = "<p>") {
  std::string out;
  for (const auto& item : block.items) out += fmt::format("{}{}</p>\n", open, line_html(item.line));
  return out;
}

std::string block_html(const Block& block, const text::Voice& voice) {
  switch (block.kind) {
    case Block::Kind::paragraph: return paragraphs(block);
    case Block::Kind::notice: return paragraphs(block, "<p class=\"notice\" role=\"note\">");
    case Block::Kind::quote: return "<blockquote>\n" + paragraphs(block) + "</blockquote>\n";
    case Block::Kind::bullets: return list_html(block, "ul");
    case Block::Kind::numbers: return list_html(block, "ol");
    case Block::Kind::facts: return facts_html(block);
    case Block::Kind::table: return table_html(block);
    case Block::Kind::bars: return bars_html(block.bars);
    case Block::Kind::figure: return figure_html(block, voice);
    case Block::Kind::as_set: return "<pre>" + xml_safe(block.alternative) + "</pre>\n";
    case Block::Kind::rule: return "<hr />\n";
  }
  return {};
}

}  // namespace

std::string page_sections_html(const Page& given, const text::Voice& voice) {
  // Nobody types a command in a browser either: what can be done stands beside it as a form.
  const auto page = on_paper(given);
  std::string out;
  bool inside = false;
  for (const auto& section : page.sections) {
    if (!section.heading.empty()) {
      if (section.below == 0) {
        out += inside ? "</section>\n" : "";
        out += section.columns  ? "<section class=\"columns\">\n"
               : section.by_pen ? "<section class=\"by-pen\">\n"
                                : "<section>\n";
        inside = true;
      }
      out += fmt::format("<h{0}>{1}</h{0}>\n", 2 + section.below, xml_line(section.heading));
    }
    for (const auto& block : section.blocks) out += block_html(block, voice);
  }
  if (inside) out += "</section>\n";
  return out;
}

std::string page_html(const Page& page, const text::Voice& voice) {
  // The title element may not be empty, and a page of a case should not be found by a search engine.
  auto title = xml_line(page.title);
  if (title.empty()) title = "Casus";
  return fmt::format(
             "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\" />\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
             "<meta name=\"color-scheme\" content=\"light dark\" />\n<meta name=\"robots\" content=\"noindex\" />\n"
             "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<main{}>\n<h1>{}</h1>\n",
             text::code(voice), title, style(),
             page.boxed   ? " class=\"boxed\""
             : page.dense ? " class=\"dense\""
                          : "",
             title) +
         page_sections_html(page, voice) + "</main>\n</body>\n</html>\n";
}

}  // namespace casus::page
