// SPDX-License-Identifier: EUPL-1.2
#include "core/page/safe_text.hpp"
#include "core/report/documents/area.hpp"
#include "core/report/naming.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

namespace {

/// Three boxes of this many lines, of at most kLongestPaperLine letters each, and the focus points fit on A4.
constexpr std::size_t kPaperLines = 6;
constexpr std::size_t kPaperFocuses = 3;
constexpr std::size_t kFocusColumns = 200;

std::string layer_heading(PaperLayer layer, Lang lang) {
  switch (layer) {
    case PaperLayer::me: return std::string(pick(lang, "Ik: hoe sta ik erin?", "Me: how do I stand in it?"));
    case PaperLayer::team: return std::string(pick(lang, "Wij: hoe staat het team ervoor?", "We: how is the team?"));
    case PaperLayer::area:
      return std::string(pick(lang, "Wijk: hoe staan wij in de wijk?", "Area: how is the team in the area?"));
  }
  return {};
}

void add_box(page::Page& page, std::string_view heading, const std::vector<std::string>& lines, std::size_t left_out,
             Lang lang) {
  page.section(heading);
  page.bullets(lines);
  if (left_out > 0)
    page.paragraph(fmt::format(fmt::runtime(pick(lang, "en nog {} van eerder", "and {} from before")), left_out));
}

void add_layer(page::Page& page, const Team& team, const Period& period, PaperLayer layer, Lang lang) {
  std::vector<std::string> lines;
  std::size_t all = 0;
  for (auto line = team.paper.rbegin(); line != team.paper.rend(); ++line) {
    if (line->layer != layer || line->struck || !period.holds(line->on)) continue;
    if (++all <= kPaperLines) lines.push_back(line->text);
  }
  if (lines.empty()) lines.emplace_back(pick(lang, "(nog niets opgeschreven)", "(nothing written yet)"));
  add_box(page, layer_heading(layer, lang), lines, all > kPaperLines ? all - kPaperLines : 0, lang);
}

void add_focuses(page::Page& page, const Team& team, const Period& period, Lang lang) {
  std::vector<std::string> lines;
  std::size_t open = 0;
  for (auto it = team.focuses.rbegin(); it != team.focuses.rend(); ++it)
    if (it->state == Done::open && it->on <= period.to && ++open <= kPaperFocuses)
      lines.push_back(page::clipped(page::one_line(it->chosen.text), kFocusColumns));
  if (lines.empty()) return;
  add_box(page, pick(lang, "Waar we aan werken in de wijk", "What we work on in the area"), lines,
          open > kPaperFocuses ? open - kPaperFocuses : 0, lang);
}

std::string paper_days(const Period& period, Lang lang) {
  return fmt::format("{} {} {}", day(period.from, lang), pick(lang, "tot en met", "to"), day(period.to, lang));
}

constexpr std::string_view kPaperStyle = R"(
@page { size: A4; margin: 14mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { font: 11pt/1.35 "Segoe UI", "Noto Sans", "DejaVu Sans", Arial, sans-serif; color: #1a1a1a; background: #fff;
  max-width: 182mm; margin: 0 auto; overflow-wrap: break-word; }
h1 { font-size: 22pt; line-height: 1.15; margin: 0; border-bottom: 4px double #1a1a1a; padding-bottom: 2mm; }
h2 { font-size: 12pt; margin: 0 0 2mm; border-bottom: 1px solid #1a1a1a; }
.days { margin: 1mm 0 4mm; }
section { border: 1px solid #1a1a1a; padding: 3mm; margin: 0 0 4mm; break-inside: avoid; }
ul { margin: 0; padding-left: 5mm; }
.more { margin: 1mm 0 0; font-style: italic; }
@media screen { body { padding: 1rem; } }
)";

}  // namespace

page::Page team_paper(const Team& team, const Period& period, Lang lang) {
  page::Page page;
  page.title = fmt::format("{} {}", pick(lang, "Wijkkrant", "Team paper"), team.name);
  page.paragraph(paper_days(period, lang));
  for (const auto& layer : names_of(PaperLayer{})) add_layer(page, team, period, layer.value, lang);
  add_focuses(page, team, period, lang);
  return page;
}

std::string team_paper_html(const page::Page& page, Lang lang) {
  const auto title = page::xml_safe(page.title);
  auto out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\" />\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n<title>{}</title>\n"
      "<style>{}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n",
      key(lang), title, kPaperStyle, title);
  for (const auto& section : page.sections) {
    const bool box = !section.heading.empty();
    if (box) out += fmt::format("<section>\n<h2>{}</h2>\n", page::xml_safe(section.heading));
    for (const auto& block : section.blocks) {
      const bool list = block.kind == page::Block::Kind::bullets;
      const std::string_view open = list ? "<li>" : box ? "<p class=\"more\">" : "<p class=\"days\">";
      if (list) out += "<ul>\n";
      for (const auto& line : block.lines)
        out += fmt::format("{}{}{}\n", open, page::xml_safe(line.text), list ? "</li>" : "</p>");
      if (list) out += "</ul>\n";
    }
    if (box) out += "</section>\n";
  }
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace casus::report
