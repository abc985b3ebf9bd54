// SPDX-License-Identifier: EUPL-1.2
#include "core/page/plot.hpp"
#include "core/report/history/naming.hpp"
#include "core/simulation/assumption_words.hpp"
#include "core/simulation/caseload/caseload_text.hpp"
#include "core/simulation/sensitivity_text.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

/// A simulation as a page, to read or to print.
namespace casus::simulation {

namespace {

std::string measure_name(Measure measure, const text::Voice& voice) { return label(measure, voice); }

/// "-" where nothing of the kind happened; where the list does not come to rest, that.
std::string shown(const std::optional<Interval>& it, bool at_rest, Measure measure, std::size_t paths,
                  const text::Voice& voice) {
  if (it) return shown_interval(*it, paths, voice);
  return at_rest || !follows_list(measure) ? "-" : text::say(voice, "caseload.no_mean");
}

std::string shown(const SettingFigures& setting, Measure measure, std::size_t paths, const text::Voice& voice) {
  const auto& it = setting.measures[static_cast<std::size_t>(measure)];
  return shown(it ? std::optional(it->mean) : std::nullopt, setting.settling.rest == Rest::settled, measure, paths,
               voice);
}

CaseloadTable of_one(const SettingFigures& setting, std::size_t paths, const text::Voice& voice) {
  CaseloadTable table{{},
                      {text::say(voice, "caseload.measure"), text::say(voice, "caseload.mean_95"),
                       text::say(voice, "caseload.8_times_10")},
                      {}};
  for (const auto& name : names_of(Measure{})) {
    const auto& it = setting.measures[static_cast<std::size_t>(name.value)];
    table.rows.push_back({measure_name(name.value, voice), shown(setting, name.value, paths, voice),
                          it && it->has_eight_in_ten() ? fmt::format("{} – {}", shown_number(it->tenth, voice),
                                                                     shown_number(it->ninetieth, voice))
                                                       : "-"});
  }
  return table;
}

/// The tables above say it in figures for who cannot see a picture.
void add_plot(page::Page& page, const page::Plot& plot, const std::string& caption, const text::Voice& voice) {
  page.section(plot.title);
  page.figure(page::plot_svg(plot, voice), caption);
}

void add_plots(page::Page& page, const CaseloadFigures& figures, const text::Voice& voice) {
  page::Plot queue, waits;
  queue.title = text::say(voice, "caseload.waiting_first_review_week");
  queue.across = "week";
  queue.up = text::say(voice, "caseload.cases_team");
  queue.breaks = {static_cast<std::size_t>(figures.warm_up)};
  waits.title = text::say(voice, "caseload.from_report_first_review");
  waits.across = text::say(voice, "caseload.days_after_report");
  waits.up = text::say(voice, "caseload.share_reviewed");
  waits.most = 1;
  waits.first = 0;
  for (const auto& setting : figures.settings) {
    const auto& waiting = setting.settling.waiting;
    queue.lines.push_back({setting.name, waiting.mean, waiting.tenth, waiting.ninetieth});
    const auto& within = setting.reviewed;
    waits.lines.push_back({setting.name, within.mean, within.tenth, within.ninetieth});
  }
  add_plot(page, queue, text::say(voice, "caseload.line_band_each_setting"), voice);
  add_plot(page, waits, text::say(voice, "caseload.band_each_setting"), voice);
}

}  // namespace

std::vector<CaseloadTable> caseload_tables(const CaseloadFigures& figures, bool intervals, const text::Voice& voice) {
  if (figures.settings.size() == 1) return {of_one(figures.settings.front(), figures.paths, voice)};
  const auto& first = figures.settings.front();
  CaseloadTable means{{}, {text::say(voice, "caseload.measure")}, {}};
  CaseloadTable differences{
      fmt::format("{} {}", text::say(voice, "caseload.difference_from"), first.name), means.header, {}};
  for (const auto& setting : figures.settings) {
    means.header.push_back(setting.name);
    if (&setting != &first) differences.header.push_back(setting.name);
  }
  for (const auto& name : names_of(Measure{})) {
    auto& mean = means.rows.emplace_back(page::Row{measure_name(name.value, voice)});
    auto& difference = differences.rows.emplace_back(mean);
    for (const auto& setting : figures.settings) {
      const auto& it = setting.measures[static_cast<std::size_t>(name.value)];
      mean.push_back(intervals || !it ? shown(setting, name.value, figures.paths, voice)
                                      : shown_number(it->mean.mean, voice));
      if (&setting == &first) continue;
      const bool at_rest = setting.settling.rest == Rest::settled && first.settling.rest == Rest::settled;
      difference.push_back(
          shown(setting.differences[static_cast<std::size_t>(name.value)], at_rest, name.value, figures.paths, voice));
    }
  }
  if (figures.settings.size() > 2) return {means, differences};
  // Two settings fit in one table with their difference.
  means.header.emplace_back(text::say(voice, "caseload.difference_95"));
  for (std::size_t i = 0; i < means.rows.size(); ++i) means.rows[i].push_back(differences.rows[i].back());
  return {means};
}

page::Page caseload_page(const CaseloadRequest& request, const CaseloadPlan& plan, const CaseloadFigures& everything,
                         const text::Voice& voice) {
  const auto figures = as_they_are(plan, everything);
  page::Page page;
  page.title = text::say(voice, "caseload.what_rule_agenda_does_simulated");
  page.paragraph(fmt::format("{} {}", text::say(voice, "caseload.made_up_cases_real_methods"),
                             told_request(request, plan, voice)));
  for (const auto& line : told_settling(figures, voice)) page.paragraph(line);
  for (auto& table : caseload_tables(figures, true, voice)) {
    if (!table.heading.empty()) page.section(table.heading);
    page.table(std::move(table.header), std::move(table.rows));
  }
  for (const auto& line : how_to_read(plan, figures, true, voice)) page.paragraph(line);
  add_plots(page, figures, voice);
  if (request.sensitivity) add_sensitivity(page, request, plan, everything, voice);
  page.section(text::say(voice, "caseload.what_cannot_say"));
  page.bullets(cannot_say(plan, voice));
  const auto& assumptions = plan.settings.front().assumptions;
  add_assumptions(page, assumptions, voice);
  page.section(text::say(voice, "text.sources"));
  for (const auto& source : assumptions.sources) page.bullet(fmt::format("{}: {}", source.key, source.title));
  page.paragraph(text::say(voice, "caseload.assumptions_version_content", "assumptions"_is = assumptions.id,
                           "version"_is = assumptions.version, "substr"_is = assumptions.hash.substr(0, 12)));
  return page;
}

}  // namespace casus::simulation
