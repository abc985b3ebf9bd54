// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief/debrief_plots.hpp"

#include "core/model/person_name.hpp"
#include "core/page/plot.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/voice.hpp"
#include "core/training/debrief/debrief_scores.hpp"
#include "core/training/debrief/without_name.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::training {
namespace {

/// Facts that came out so far, move by move; a mark where a choice was made or moves were taken back.
page::Plot found_plot(const Play& play, const text::Voice& voice) {
  const auto& scenario = play.scenario();
  const auto all = std::ranges::count_if(scenario.facts, [](const HiddenFact& fact) { return fact.when.has_value(); });
  page::Plot plot{.title = text::say(voice, "debrief_plots.what_came_out"),
                  .across = text::say(voice, "debrief_plots.move"),
                  .up = text::say(voice, "debrief_plots.facts"),
                  .most = static_cast<double>(std::max<std::ptrdiff_t>(1, all)),
                  .first = 0,
                  .steps = true};
  auto& values = plot.lines.emplace_back().values;
  values.push_back(0);
  int found = 0;
  for (const auto& beat : play.beats()) {
    if (beat.counts() && !beat.of_trainer())
      for (const auto& out : beat.came_out) found += out.what == CameOut::What::fact ? 1 : 0;
    values.push_back(found);
    if (beat.counts() && std::holds_alternative<Choose>(beat.move.body)) plot.marks.push_back(values.size() - 1);
    if (!beat.refusal && std::holds_alternative<TakeBack>(beat.move.body)) plot.breaks.push_back(values.size() - 1);
  }
  plot.about = fmt::format("{} {} {} {}. {}", found, text::say(voice, "debrief_plots.of"), all,
                           text::say(voice, "debrief_plots.facts_came_out_move_move"),
                           text::say(voice, "debrief_plots.circle_choice_dashed_line_moves"));
  return plot;
}

page::RowPlot choices_plot(const Debrief& debrief, const text::Voice& voice) {
  page::RowPlot plot{.title = text::say(voice, "debrief_plots.what_choices_were_worth"),
                     .about = text::say(voice, "debrief_plots.each_choice_scale_scenario_0"),
                     .most = kBestQuality,
                     .scale = true};
  for (const auto& one : debrief.decisions) {
    auto& row = plot.rows.emplace_back();
    row.label = one.decision->question.in(voice);
    if (one.option == nullptr) row.note = "–";
    else if (one.overruled) row.note = text::say(voice, "debrief_plots.worth_overruled");
    else row.dot = one.option->quality;
  }
  return plot;
}

page::RowPlot talk_plot(const Play& play, const text::Voice& voice) {
  page::RowPlot plot;
  plot.title = text::say(voice, "debrief_plots.spoke_asked");
  plot.about = text::say(voice, "debrief_plots.each_person_questions_dark_all");
  for (const auto& person : play.state().people)
    if (person.at_table()) plot.rows.emplace_back().label = person.name;
  for (const auto& one : spoken(play)) {
    if (is_without_name(play, *one.of)) continue;
    for (auto& row : plot.rows)
      if (same_name(row.label, one.of->move.by)) {
        row.whole += 1;
        row.part += one.say->kind == "question" || one.say->kind == "follow_up" ? 1 : 0;
      }
  }
  for (auto& row : plot.rows) {
    plot.most = std::max(plot.most, static_cast<int>(row.whole));
    row.note = fmt::format("{:.0f} / {:.0f}", row.part, row.whole);
  }
  return plot;
}

}  // namespace

void add_debrief_plots(page::Page& page, const Debrief& debrief, const Play& play, const text::Voice& voice) {
  const auto add = [&](const std::string& title, const std::string& about, std::string picture) {
    page.section(title);
    page.figure(std::move(picture), {}, about);
  };
  const auto found = found_plot(play, voice);
  add(found.title, found.about, page::plot_svg(found, voice));
  for (const auto& plot : {choices_plot(debrief, voice), talk_plot(play, voice)})
    add(plot.title, plot.about, page::rows_svg(plot));
}

}  // namespace casus::training
