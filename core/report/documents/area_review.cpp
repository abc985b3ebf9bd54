// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/documents/area.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace casus::report {

namespace {

void add_counted(page::Page& page, const CountTable& table, std::string_view corner, const text::Voice& voice) {
  page.table(counts_header(table, corner, voice), counts_rows(table, voice));
}

/// Lines by their name; one that is not counted is left out.
CountTable table_of(const std::vector<std::pair<std::string, std::int64_t>>& lines) {
  std::vector<std::string> names;
  std::vector<Counted> counts;
  for (const auto& [name, count] : lines) {
    if (count == 0) continue;
    counts.push_back({names.size(), 0, count});
    names.push_back(name);
  }
  return count_table(std::move(names), {}, counts);
}

void add_signals(page::Page& page, const Team& team, const Period& period, const text::Voice& voice) {
  page.section(text::say(voice, "team.signals"));
  const auto groups = signal_groups(team.signals, period);
  if (groups.empty()) return page.paragraph(text::say(voice, "area_review.signals_were_noted_period"));
  add_counted(page, signal_counts(team.signals, period, SignalBy::theme, SignalBy::neighbourhood, voice),
              text::say(voice, "area_review.theme"), voice);
  page.section(text::say(voice, "area_review.over_time"), 1);
  add_counted(page, signal_counts(team.signals, period, SignalBy::quarter, std::nullopt, voice),
              text::say(voice, "area_review.quarter"), voice);
  page.section(text::say(voice, "area_review.what_said"), 1);
  std::vector<std::string> lines;  // of what is counted and nothing else: they can be counted too
  for (const auto& group : groups)
    for (const auto* signal : group.signals)
      lines.push_back(signal->form.agenda.empty()
                          ? fmt::format("{}: {}", page::one_line(signal->theme), page::one_line(signal->text))
                          : text::say(voice, "area_review.signal_for", "theme"_is = page::one_line(signal->theme),
                                      "text"_is = page::one_line(signal->text),
                                      "agenda"_is = page::one_line(signal->form.agenda)));
  std::ranges::sort(lines);  // not in order of time, and without neighbourhood
  page.bullets(lines);
}

void add_figures(page::Page& page, const AreaFigures& figures, const Period& period, const text::Voice& voice) {
  page.section(text::say(voice, "area_review.cases_figures"));
  std::vector<std::pair<std::string, std::int64_t>> opened, rungs;
  for (const auto& [name, noted] : figures.opened)
    opened.emplace_back(name.empty() ? text::say(voice, "area_signals.named") : name, counted(noted, period));
  if (const auto table = table_of(opened); table.total() == 0) {
    page.paragraph(text::say(voice, "area_review.cases_were_opened_period"));
  } else {
    page.paragraph(text::say(voice, "area_review.opened_period_neighbourhood"));
    add_counted(page, table, text::say(voice, "area_review.neighbourhood"), voice);
  }
  const auto closed = counted(figures.closed, period);
  page.paragraph(text::say(voice, "area_review.closed_period",
                           "count"_is = closed == 0 ? fmt::format("< {}", kCountedTogether) : std::to_string(closed)));
  for (const auto& rung : names_of(Rung{}))
    rungs.emplace_back(label(rung.value, voice),
                       counted(figures.actions[static_cast<std::size_t>(rung.value)], period));
  rungs.emplace_back(text::say(voice, "plan.rung_chosen_yet"), counted(figures.actions_without_rung, period));
  if (const auto table = table_of(rungs); table.total() > 0) {
    page.paragraph(text::say(voice, "area_review.network_first_actions_agreed_period"));
    add_counted(page, table, text::say(voice, "area_review.rung"), voice);
  }
}

void add_learning(page::Page& page, const Team& team, const Period& period, const text::Voice& voice) {
  std::vector<std::string> lines;
  for (const auto& line : team.learning)
    if (period.holds(line.on)) lines.push_back(line.theme.empty() ? line.text : line.theme + ": " + line.text);
  std::ranges::sort(lines);
  if (lines.empty()) return;
  page.section(text::say(voice, "area_review.what_we_learned"));
  page.bullets(lines);
}

void add_focus(page::Page& page, const Team& team, const Period& period, const text::Voice& voice) {
  page.section(text::say(voice, "area_review.focus_points_contributes_what"));
  bool any = false;
  for (const auto& focus : team.focuses) {
    // What was finished before the period is history.
    if (focus.on > period.to || (focus.state != Done::open && focus.on < period.from)) continue;
    any = true;
    page.section(fmt::format("{}. {}", focus.chosen.id, focus.chosen.text), 1);
    std::vector<std::string> lines;
    const auto add = [&](text::Literal id, std::string_view text) {
      if (!text.empty()) lines.push_back(fmt::format("{}: {}", text::say(voice, id), text));
    };
    add("area_review.chosen", day(focus.on, voice));
    add("area.signal_theme", focus.chosen.theme);
    add("area_review.why", focus.chosen.because);
    std::string together;
    for (const auto& who : focus.chosen.together) together += (together.empty() ? "" : ", ") + who;
    add("area_review.discussed", together);
    for (const auto& part : focus.contributions) {
      auto line = fmt::format("{}: {}", part.who, part.what);
      if (part.by_when) line += fmt::format(" ({} {})", text::say(voice, "area_review.by"), day(*part.by_when, voice));
      lines.push_back(std::move(line));
    }
    if (focus.state != Done::open)
      add("area_review.what_came", fmt::format("{}. {}", label(focus.state, voice), focus.outcome));
    page.bullets(lines);
  }
  if (!any) page.paragraph(text::say(voice, "area_review.focus_points_chosen_yet"));
}

void add_talk(page::Page& page, const text::Voice& voice) {
  page.section(text::say(voice, "area_review.talk"));
  page.paragraph(text::say(voice, "area_review.discuss_everybody_involved_residents_partners"));
  page.bullets({text::say(voice, "area_review.ask_recognise"), text::say(voice, "area_review.ask_goes_well"),
                text::say(voice, "area_review.ask_returns"), text::say(voice, "area_review.ask_choose")});
  page.paragraph(text::say(voice, "area_review.follows_area_analysis_repeat_regularly"));
}

}  // namespace

void add_case(AreaFigures& figures, const Case& state) {
  if (state.stage.life == Life::erased) return;
  ++figures.opened[page::one_line(state.neighbourhood)][quarter_of(date_of(state.opened_at))];
  std::set<Quarter> closed;
  for (const auto& ending : state.endings)
    if (ending.life == Life::closed) closed.insert(quarter_of(date_of(ending.at)));
  for (const auto quarter : closed) ++figures.closed[quarter];
  for (const auto& action : state.actions) {
    const auto quarter = quarter_of(date_of(action.at));
    if (action.plan.rung) ++figures.actions[static_cast<std::size_t>(*action.plan.rung)][quarter];
    else ++figures.actions_without_rung[quarter];
  }
}

page::Page area_review(const Team& team, const AreaFigures& figures, const Period& period, const text::Voice& voice) {
  page::Page page;
  page.title = fmt::format("{} {}", text::say(voice, "area_review.area_review"), team.name);
  page.paragraph(text::say(voice, "area_review.from_holds_personal_data_signals", "from"_is = day(period.from, voice),
                           "to"_is = day(period.to, voice)));
  page.paragraph(counts_note(voice));
  add_signals(page, team, period, voice);
  add_figures(page, figures, period, voice);
  add_learning(page, team, period, voice);
  add_focus(page, team, period, voice);
  add_talk(page, voice);
  return page;
}

}  // namespace casus::report
