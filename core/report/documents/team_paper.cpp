// SPDX-License-Identifier: EUPL-1.2
#include "core/page/safe_text.hpp"
#include "core/report/documents/area.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

namespace casus::report {

namespace {

/// Three boxes of this many lines, of at most kLongestPaperLine letters each, and the focus points fit on A4.
constexpr std::size_t kPaperLines = 6;
constexpr std::size_t kPaperFocuses = 3;
constexpr std::size_t kFocusColumns = 200;

std::string layer_heading(PaperLayer layer, const text::Voice& voice) {
  switch (layer) {
    case PaperLayer::me: return text::say(voice, "learn.paper.round_me");
    case PaperLayer::team: return text::say(voice, "learn.paper.round_team");
    case PaperLayer::area: return text::say(voice, "learn.paper.round_area");
  }
  return {};
}

void add_box(page::Page& page, std::string_view heading, const std::vector<std::string>& lines, std::size_t left_out,
             const text::Voice& voice) {
  page.section(heading);
  page.bullets(lines);
  if (left_out > 0) page.paragraph(text::say(voice, "team_paper.from_before", "left_out"_is = left_out));
}

void add_layer(page::Page& page, const Team& team, const Period& period, PaperLayer layer, const text::Voice& voice) {
  std::vector<std::string> lines;
  std::size_t all = 0;
  for (auto line = team.paper.rbegin(); line != team.paper.rend(); ++line) {
    if (line->layer != layer || line->struck || !period.holds(line->on)) continue;
    if (++all <= kPaperLines) lines.push_back(line->text);
  }
  if (lines.empty()) lines.emplace_back(text::say(voice, "team_paper.nothing_written_yet"));
  add_box(page, layer_heading(layer, voice), lines, all > kPaperLines ? all - kPaperLines : 0, voice);
}

void add_focuses(page::Page& page, const Team& team, const Period& period, const text::Voice& voice) {
  std::vector<std::string> lines;
  std::size_t open = 0;
  for (auto it = team.focuses.rbegin(); it != team.focuses.rend(); ++it)
    if (it->state == Done::open && it->on <= period.to && ++open <= kPaperFocuses)
      lines.push_back(page::clipped(page::one_line(it->chosen.text), kFocusColumns));
  if (lines.empty()) return;
  add_box(page, text::say(voice, "team_paper.what_we_work_area"), lines,
          open > kPaperFocuses ? open - kPaperFocuses : 0, voice);
}

std::string paper_days(const Period& period, const text::Voice& voice) {
  return fmt::format("{} {} {}", day(period.from, voice), text::say(voice, "team_paper.to"), day(period.to, voice));
}

}  // namespace

page::Page team_paper(const Team& team, const Period& period, const text::Voice& voice) {
  page::Page page;
  page.boxed = true;
  page.title = fmt::format("{} {}", text::say(voice, "team_paper.team_paper"), team.name);
  page.paragraph(paper_days(period, voice));
  for (const auto& layer : names_of(PaperLayer{})) add_layer(page, team, period, layer.value, voice);
  add_focuses(page, team, period, voice);
  return page;
}

}  // namespace casus::report
