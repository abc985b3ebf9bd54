// SPDX-License-Identifier: EUPL-1.2
#include "core/report/area.hpp"
#include "core/report/markdown.hpp"
#include "core/report/naming.hpp"
#include "core/report/safe_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::report {

namespace {

/// Three boxes of this many lines, of at most kLongestPaperLine letters each, and the focus points fit on A4.
constexpr std::size_t kPaperLines = 6;
constexpr std::size_t kPaperFocuses = 3;
constexpr std::size_t kFocusColumns = 200;

struct PaperBox {
  std::string heading;
  std::vector<std::string> lines;
  std::string more;  ///< that there is more than fits
};

std::string more_lines(std::size_t count, Lang lang) {
  if (count == 0) return {};
  return fmt::format(fmt::runtime(pick(lang, "en nog {} van eerder", "and {} from before")), count);
}

std::string layer_heading(PaperLayer layer, Lang lang) {
  switch (layer) {
    case PaperLayer::me: return std::string(pick(lang, "Ik: hoe sta ik erin?", "Me: how do I stand in it?"));
    case PaperLayer::team: return std::string(pick(lang, "Wij: hoe staat het team ervoor?", "We: how is the team?"));
    case PaperLayer::area:
      return std::string(pick(lang, "Wijk: hoe staan wij in de wijk?", "Area: how is the team in the area?"));
  }
  return {};
}

std::vector<PaperBox> boxes_of(const Team& team, const Period& period, Lang lang) {
  std::vector<PaperBox> boxes;
  for (const auto& layer : names_of(PaperLayer{})) {
    PaperBox box{layer_heading(layer.value, lang), {}, {}};
    std::size_t all = 0;
    for (auto line = team.paper.rbegin(); line != team.paper.rend(); ++line) {
      if (line->layer != layer.value || line->struck || !period.holds(line->on)) continue;
      if (++all <= kPaperLines) box.lines.push_back(one_line(line->text));
    }
    if (box.lines.empty()) box.lines.emplace_back(pick(lang, "(nog niets opgeschreven)", "(nothing written yet)"));
    box.more = more_lines(all > kPaperLines ? all - kPaperLines : 0, lang);
    boxes.push_back(std::move(box));
  }
  PaperBox focus{std::string(pick(lang, "Waar we aan werken in de wijk", "What we work on in the area")), {}, {}};
  std::size_t open = 0;
  for (auto it = team.focuses.rbegin(); it != team.focuses.rend(); ++it)
    if (it->state == Done::open && it->on <= period.to && ++open <= kPaperFocuses)
      focus.lines.push_back(clipped(one_line(it->chosen.text), kFocusColumns));
  focus.more = more_lines(open > kPaperFocuses ? open - kPaperFocuses : 0, lang);
  if (!focus.lines.empty()) boxes.push_back(std::move(focus));
  return boxes;
}

std::string paper_title(const Team& team, Lang lang) {
  return fmt::format("{} {}", pick(lang, "Wijkkrant", "Team paper"), one_line(team.name));
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

std::string team_paper_markdown(const Team& team, const Period& period, Lang lang) {
  auto out = markdown_heading(1, paper_title(team, lang)) + markdown_paragraph(paper_days(period, lang));
  for (const auto& box : boxes_of(team, period, lang)) {
    out += markdown_heading(2, box.heading) + markdown_list(box.lines);
    if (!box.more.empty()) out += markdown_paragraph(box.more);
  }
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

std::string team_paper_html(const Team& team, const Period& period, Lang lang) {
  const auto title = xml_safe(paper_title(team, lang));
  auto out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\" />\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n<title>{}</title>\n"
      "<style>{}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n<p class=\"days\">{}</p>\n",
      key(lang), title, kPaperStyle, title, xml_safe(paper_days(period, lang)));
  for (const auto& box : boxes_of(team, period, lang)) {
    out += fmt::format("<section>\n<h2>{}</h2>\n<ul>\n", xml_safe(box.heading));
    for (const auto& line : box.lines) out += fmt::format("<li>{}</li>\n", xml_safe(line));
    out += "</ul>\n";
    if (!box.more.empty()) out += fmt::format("<p class=\"more\">{}</p>\n", xml_safe(box.more));
    out += "</section>\n";
  }
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace casus::report
