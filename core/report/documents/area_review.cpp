// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/documents/area.hpp"
#include "core/report/documents/area_rest.hpp"
#include "core/report/naming.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace casus::report {

namespace {

void add_counted(page::Page& page, const CountTable& table, std::string_view corner, const text::Voice& voice) {
  page.table(counts_header(table, corner, voice), counts_rows(table, voice));
  if (const auto note = counts_note(table, voice); !note.empty()) page.paragraph(note);
}

/// A line of counts that are there already; `few`: what is left over of it elsewhere is not shown.
struct Counted {
  std::string name;
  int count = 0;
  bool few = false;
};

CountTable table_of(const std::vector<Counted>& counts, bool few_in_all) {
  std::vector<std::string> names;
  std::vector<std::pair<std::size_t, std::size_t>> marks;
  for (const auto& one : counts) {
    marks.insert(marks.end(), static_cast<std::size_t>(one.count), {names.size(), 0});
    names.push_back(one.name);
  }
  auto table = count_table(std::move(names), {}, marks);
  for (std::size_t row = 0; row < counts.size(); ++row) table.cells[row].back().hidden = counts[row].few;
  table.cells.back().back().hidden = few_in_all;
  hide_small(table);
  return table;
}

void add_signals(page::Page& page, const Team& team, const Period& period, const Elsewhere& elsewhere,
                 const text::Voice& voice) {
  page.section(text::say(voice, "area_review.signals"));
  const auto places = signal_counts(team.signals, period, SignalBy::theme, SignalBy::neighbourhood, voice, elsewhere);
  if (places.total().count == 0 && !places.total().hidden)
    return page.paragraph(text::say(voice, "area_review.signals_were_noted_period"));
  add_counted(page, places, text::say(voice, "area_review.theme"), voice);
  const auto quarters = signal_counts(team.signals, period, SignalBy::quarter, std::nullopt, voice, elsewhere);
  // The two tables have their grand total in common. Shown in both, they tell nothing about each other; hidden in one,
  // the other could give it away.
  if (!places.total().hidden && !quarters.total().hidden) {
    page.section(text::say(voice, "area_review.over_time"), 1);
    add_counted(page, quarters, text::say(voice, "area_review.quarter"), voice);
  }
  page.section(text::say(voice, "area_review.what_said"), 1);
  std::set<std::string> common;
  for (std::size_t i = 0; i < places.rows.size(); ++i)
    if (!places.cells[i].back().hidden) common.insert(folded(places.rows[i]));
  std::vector<std::string> lines;
  for (const auto& signal : team.signals)
    if (period.holds(signal.on) && common.contains(folded(page::one_line(signal.theme))))
      lines.push_back(signal.form.agenda.empty()
                          ? fmt::format("{}: {}", page::one_line(signal.theme), page::one_line(signal.text))
                          : text::say(voice, "area_review.signal_for", "theme"_is = page::one_line(signal.theme),
                                      "text"_is = page::one_line(signal.text),
                                      "agenda"_is = page::one_line(signal.form.agenda)));
  std::ranges::sort(lines);  // not in order of time, and without neighbourhood
  if (lines.size() < static_cast<std::size_t>(kLeastShown))
    return page.paragraph(text::say(voice, "area_review.too_little_said_about_each"));
  page.bullets(lines);
}

void add_figures(page::Page& page, const AreaFigures& figures, const Elsewhere& elsewhere, const text::Voice& voice) {
  page.section(text::say(voice, "area_review.cases_figures"));
  std::vector<Counted> opened;
  for (const auto& [name, count] : figures.opened)
    opened.push_back(
        {name.empty() ? text::say(voice, "area_review.named") : name, count, leaves_few(elsewhere, opened_in(name))});
  if (opened.empty()) {
    page.paragraph(text::say(voice, "area_review.cases_were_opened_period"));
  } else {
    page.paragraph(text::say(voice, "area_review.opened_period_neighbourhood"));
    add_counted(page, table_of(opened, leaves_few(elsewhere, all_opened)),
                text::say(voice, "area_review.neighbourhood"), voice);
  }
  page.paragraph(text::say(voice, "area_review.closed_period",
                           "least_shown"_is = figures.closed > 0 && figures.closed < kLeastShown
                                                  ? fmt::format("< {}", kLeastShown)
                                                  : std::to_string(figures.closed)));
  std::vector<Counted> rungs;
  for (const auto& rung : names_of(Rung{})) {
    const auto place = static_cast<std::size_t>(rung.value);
    const auto left = [&](const AreaFigures& rest) { return rest.actions[place]; };
    rungs.push_back({label(rung.value, voice), figures.actions[place], leaves_few(elsewhere, left)});
  }
  if (figures.actions_without_rung > 0)
    rungs.push_back({text::say(voice, "area_review.rung_chosen_yet"), figures.actions_without_rung,
                     leaves_few(elsewhere, [](const AreaFigures& rest) { return rest.actions_without_rung; })});
  if (all_actions(figures) == 0) return;
  page.paragraph(text::say(voice, "area_review.network_first_actions_agreed_period"));
  add_counted(page, table_of(rungs, leaves_few(elsewhere, all_actions)), text::say(voice, "area_review.rung"), voice);
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
    add("area_review.theme_2", focus.chosen.theme);
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

void add_case(AreaFigures& figures, const Case& state, const Period& period) {
  if (state.stage.life == Life::erased) return;
  if (period.holds(date_of(state.opened_at))) ++figures.opened[page::one_line(state.neighbourhood)];
  for (const auto& ending : state.endings)
    if (ending.life == Life::closed && period.holds(date_of(ending.at))) {
      ++figures.closed;
      break;
    }
  for (const auto& action : state.actions) {
    if (!period.holds(date_of(action.at))) continue;
    if (action.plan.rung) ++figures.actions[static_cast<std::size_t>(*action.plan.rung)];
    else ++figures.actions_without_rung;
  }
}

int all_actions(const AreaFigures& figures) {
  int all = figures.actions_without_rung;
  for (const auto count : figures.actions) all += count;
  return all;
}

page::Page area_review(const Team& team, const AreaFigures& figures, const Period& period, const text::Voice& voice,
                       const Elsewhere& elsewhere) {
  page::Page page;
  page.title = fmt::format("{} {}", text::say(voice, "area_review.area_review"), team.name);
  page.paragraph(text::say(voice, "area_review.from_holds_personal_data_signals", "from"_is = day(period.from, voice),
                           "to"_is = day(period.to, voice)));
  add_signals(page, team, period, elsewhere, voice);
  add_figures(page, figures, elsewhere, voice);
  add_learning(page, team, period, voice);
  add_focus(page, team, period, voice);
  add_talk(page, voice);
  return page;
}

}  // namespace casus::report
