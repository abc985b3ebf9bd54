// SPDX-License-Identifier: EUPL-1.2
#include "core/page/plot.hpp"
#include "core/report/naming.hpp"
#include "core/simulation/caseload_text.hpp"

#include <fmt/format.h>

/// A simulation as a page, to read or to print.
namespace casus::simulation {

namespace {

using report::pick;

std::string measure_name(Measure measure, Lang lang) { return std::string(label(measure, lang)); }

std::string shown(const std::optional<Estimate>& it, Lang lang) { return it ? shown_estimate(*it, lang) : "-"; }

CaseloadTable of_one(const Estimates& measures, Lang lang) {
  CaseloadTable table{
      {},
      {std::string(pick(lang, "maat", "measure")), std::string(pick(lang, "gemiddeld (95%)", "mean (95%)")),
       std::string(pick(lang, "8 van de 10 teams", "8 teams in 10"))},
      {}};
  for (const auto& name : names_of(Measure{})) {
    const auto& it = measures[static_cast<std::size_t>(name.value)];
    table.rows.push_back(
        {measure_name(name.value, lang), shown(it, lang),
         it ? fmt::format("{} – {}", shown_number(it->tenth, lang), shown_number(it->ninetieth, lang)) : "-"});
  }
  return table;
}

/// The tables above say it in figures for who cannot see a picture.
void add_plot(page::Page& page, const page::Plot& plot, Lang lang) {
  page.section(plot.title);
  page.figure(page::plot_svg(plot, lang),
              std::string(pick(lang, "Een lijn voor elke instelling.", "A line for each setting.")));
}

void add_plots(page::Page& page, const CaseloadFigures& figures, Lang lang) {
  page::Plot queue, waits;
  queue.title = pick(lang, "Wachtend op een eerste bespreking, per week", "Waiting for a first review, by week");
  queue.across = "week";
  queue.up = pick(lang, "casussen per team", "cases in a team");
  waits.title = pick(lang, "Van melding tot eerste bespreking", "From report to first review");
  waits.across = pick(lang, "dagen na de melding", "days after the report");
  waits.up = pick(lang, "aandeel dat besproken is", "share that was reviewed");
  waits.most = 1;
  for (const auto& setting : figures.settings) {
    queue.lines.push_back({setting.name, setting.queue});
    page::PlotLine line{setting.name, {}};
    double sum = 0;
    for (const auto share : setting.waits) line.values.push_back(sum += share);
    waits.lines.push_back(std::move(line));
  }
  add_plot(page, queue, lang);
  add_plot(page, waits, lang);
}

}  // namespace

std::vector<CaseloadTable> caseload_tables(const CaseloadFigures& figures, bool intervals, Lang lang) {
  if (figures.settings.size() == 1) return {of_one(figures.settings.front().measures, lang)};
  const auto& first = figures.settings.front();
  CaseloadTable means{{}, {std::string(pick(lang, "maat", "measure"))}, {}};
  CaseloadTable differences{
      fmt::format("{} {}", pick(lang, "Verschil met", "Difference from"), first.name), means.header, {}};
  for (const auto& setting : figures.settings) {
    means.header.push_back(setting.name);
    if (&setting != &first) differences.header.push_back(setting.name);
  }
  for (const auto& name : names_of(Measure{})) {
    auto& mean = means.rows.emplace_back(page::Row{measure_name(name.value, lang)});
    auto& difference = differences.rows.emplace_back(mean);
    for (const auto& setting : figures.settings) {
      const auto& it = setting.measures[static_cast<std::size_t>(name.value)];
      mean.push_back(intervals || !it ? shown(it, lang) : shown_number(it->mean, lang));
      if (&setting != &first)
        difference.push_back(shown(setting.differences[static_cast<std::size_t>(name.value)], lang));
    }
  }
  if (figures.settings.size() > 2) return {means, differences};
  // Two settings fit in one table with their difference.
  means.header.emplace_back(pick(lang, "verschil (95%)", "difference (95%)"));
  for (std::size_t i = 0; i < means.rows.size(); ++i) means.rows[i].push_back(differences.rows[i].back());
  return {means};
}

page::Page caseload_page(const CaseloadRequest& request, const CaseloadPlan& plan, const CaseloadFigures& figures,
                         Lang lang) {
  page::Page page;
  page.title = pick(lang, "Wat een regel of agenda doet: een doorgerekende caseload",
                    "What a rule or an agenda does: a simulated caseload");
  page.paragraph(fmt::format("{} {}",
                             pick(lang, "Verzonnen casussen, de echte methoden en werkwijzen.",
                                  "Made-up cases, the real methods and workflows."),
                             told_request(request, plan, lang)));
  for (auto& table : caseload_tables(figures, true, lang)) {
    if (!table.heading.empty()) page.section(table.heading);
    page.table(std::move(table.header), std::move(table.rows));
  }
  for (const auto& line : how_to_read(figures, lang)) page.paragraph(line);
  add_plots(page, figures, lang);
  page.section(pick(lang, "Wat dit niet kan zeggen", "What this cannot say"));
  page.bullets(cannot_say(plan, lang));
  const auto& assumptions = plan.settings.front().assumptions;
  page.section(pick(lang, "Bronnen", "Sources"));
  for (const auto& source : assumptions.sources) page.bullet(fmt::format("{}: {}", source.key, source.title));
  page.paragraph(fmt::format(
      fmt::runtime(pick(lang, "Aannames: {} versie {}, inhoud {}.", "Assumptions: {} version {}, content {}.")),
      assumptions.id, assumptions.version, assumptions.hash.substr(0, 12)));
  return page;
}

}  // namespace casus::simulation
