// SPDX-License-Identifier: EUPL-1.2
#include "core/page/plot.hpp"
#include "core/simulation/caseload/caseload_text.hpp"
#include "tests/report/golden.hpp"
#include "tests/simulation/simulated.hpp"

#include <nlohmann/json.hpp>

#include <sstream>

namespace casus::test {
namespace {

using Catch::Matchers::Contains;

struct SmallSimulation {
  simulation::CaseloadRequest request;
  simulation::CaseloadPlan plan;
  simulation::CaseloadFigures figures;
};

SmallSimulation simulation_of(const std::string& compare) {
  SmallSimulation out;
  out.request.teams = 2;
  out.request.weeks = 4;
  out.request.runs = 1;
  out.request.compare = compare;
  out.request.assumptions = one_queue(0.5, 60);
  out.plan = *simulation::plan_of(out.request);
  const std::atomic<bool> never = false;
  (void)simulation::settle(simulated_library(), out.plan, 1, never, [](int, int) {});
  out.figures = simulation::figures(out.plan, simulated(out.plan, 1));
  return out;
}

}  // namespace

TEST_CASE("the figures as CSV: a row for each setting and measure", "[training]") {
  const auto it = simulation_of("minutes=30,60");
  std::istringstream csv(simulation::caseload_csv(it.figures));
  std::string line;
  std::getline(csv, line);
  const auto columns = std::ranges::count(line, ',');
  std::size_t rows = 0;
  while (std::getline(csv, line)) {
    ++rows;
    CHECK(std::ranges::count(line, ',') == columns);
  }
  CHECK(rows == 2 * simulation::kMeasures);
}

TEST_CASE("the page of a simulation is well-formed and says what it cannot say", "[training]") {
  for (const auto* compare : {"", "minutes=30,60", "/network/says_yes=0.1,0.5,0.9"}) {
    const auto it = simulation_of(compare);
    for (const auto lang : {Lang::nl, Lang::en}) {
      const auto page = page::page_html(simulation::caseload_page(it.request, it.plan, it.figures, lang), lang);
      CHECK(accepted_by("xmllint", "--noout", page));
      CHECK_THAT(page, Contains(lang == Lang::nl ? "Wat dit niet kan zeggen" : "What this cannot say"));
      CHECK_THAT(page, Contains("<polyline"));
      CHECK_THAT(page, Contains(it.plan.settings[0].assumptions.sources[0].title));
      CHECK_THAT(page, Contains("<polygon"));  // the band
    }
  }
}

TEST_CASE("the figures as JSON have the same keys in both languages", "[training]") {
  const auto it = simulation_of("minutes=30,60");
  const auto nl = simulation::caseload_json(it.request, it.plan, it.figures, Lang::nl);
  const auto en = simulation::caseload_json(it.request, it.plan, it.figures, Lang::en);
  CHECK(nl.at("settings") == en.at("settings"));
  CHECK(nl.at("settings").at(1).at("differences").at("wait_days").contains("low"));
  CHECK(nl.at("cannot_say") != en.at("cannot_say"));
}

TEST_CASE("more than all the time of a meeting is explained where it is shown, and nowhere else", "[training]") {
  const auto plan = *simulation::plan_of(simulation::CaseloadRequest{.assumptions = one_queue(0.5, 60)});
  const auto told = [&](const simulation::Estimate& used, std::size_t paths, const text::Voice& voice,
                        std::size_t settings, bool intervals) {
    simulation::CaseloadFigures figures{.paths = paths};
    figures.settings.resize(settings);  // of what is put side by side one is enough
    figures.settings.back().measures[static_cast<std::size_t>(simulation::Measure::meeting_used)] = used;
    return std::ranges::any_of(simulation::how_to_read(plan, figures, intervals, voice), [](const std::string& line) {
      return line.find("/meeting/overrun") != std::string::npos;
    });
  };
  const auto explained = [&](const simulation::Estimate& used, std::size_t paths, const text::Voice& voice) {
    return told(used, paths, voice, 1, true);
  };
  for (const auto lang : {Lang::nl, Lang::en}) {
    CHECK(explained({{106, 98, 113}, 103, 109, 20, 80}, 20, lang));
    CHECK(explained({{96, 90, 104}, 90, 99, 20, 80}, 20, lang));  // the end of the interval
    CHECK(explained({{96, 94, 98}, 90, 103, 20, 80}, 20, lang));  // eight in ten
    CHECK(explained({{105, 105, 105, false}, 105, 105, 1, 1}, 1, lang));
    CHECK_FALSE(explained({{96, 94, 98}, 90, 99, 20, 80}, 20, lang));
    // Beside each other: the means alone, or with their intervals, and never eight in ten.
    CHECK(told({{106, 98, 113}, 103, 109, 20, 80}, 20, lang, 2, false));
    CHECK(told({{96, 90, 104}, 90, 99, 20, 80}, 20, lang, 2, true));
    CHECK_FALSE(told({{96, 90, 104}, 90, 99, 20, 80}, 20, lang, 2, false));
    for (const bool intervals : {false, true})
      CHECK_FALSE(told({{96, 94, 98}, 90, 103, 20, 80}, 20, lang, 2, intervals));
    CHECK_FALSE(explained({{100, 100, 100, false}, 100, 100, 1, 1}, 1, lang));
  }
}

TEST_CASE("between what eight in ten lie is not said of a few periods", "[training]") {
  const auto plan = *simulation::plan_of(simulation::CaseloadRequest{.assumptions = one_queue(0.5, 60)});
  const auto told = [&](std::size_t periods, std::size_t paths) {
    simulation::CaseloadFigures figures{.paths = paths};
    figures.settings.resize(1);
    figures.settings.front().measures[static_cast<std::size_t>(simulation::Measure::rounds)] =
        simulation::Estimate{{1.5, 1.2, 1.8}, 1.25, 1.75, paths, periods};
    const auto row = simulation::caseload_tables(figures, true, Lang::nl)
                         .front()
                         .rows.at(static_cast<std::size_t>(simulation::Measure::rounds));
    const bool why = std::ranges::any_of(simulation::how_to_read(plan, figures, true, Lang::nl), [](const auto& line) {
      return line.find("in minder dan 8 keer 52 weken") != std::string::npos;
    });
    return std::pair(row.back(), why);
  };
  CHECK(told(8, 2) == std::pair<std::string, bool>("1,25 – 1,75", false));
  CHECK(told(7, 2) == std::pair<std::string, bool>("-", true));
  CHECK(told(4, 1) == std::pair<std::string, bool>("-", true));
}

TEST_CASE("a plot of names that could break a page is well-formed", "[report]") {
  const page::Plot plot{
      "<wachtend> & zo", "week", "casussen", {{"een & <twee>", {1, 2.5, 0}, {0, 1, 0}, {2, 3, 1}}, {"", {}}}, 0};
  CHECK(accepted_by("xmllint", "--noout", page::plot_svg(plot, Lang::nl)));
}

TEST_CASE("an empty plot is still a picture", "[report]") {
  for (const auto& plot :
       {page::Plot{}, page::Plot{"t", "x", "y", {{"a", {}}}, 0}, page::Plot{"t", "x", "y", {{"a", {0}}}, 1}})
    CHECK(accepted_by("xmllint", "--noout", page::plot_svg(plot, Lang::nl)));
}

}  // namespace casus::test
