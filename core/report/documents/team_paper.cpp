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

}  // namespace

page::Page team_paper(const Team& team, const Period& period, Lang lang) {
  page::Page page;
  page.boxed = true;
  page.title = fmt::format("{} {}", pick(lang, "Wijkkrant", "Team paper"), team.name);
  page.paragraph(paper_days(period, lang));
  for (const auto& layer : names_of(PaperLayer{})) add_layer(page, team, period, layer.value, lang);
  add_focuses(page, team, period, lang);
  return page;
}

}  // namespace casus::report
