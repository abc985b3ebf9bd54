// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/assumption_words.hpp"
#include "core/simulation/sensitivity_text.hpp"
#include "tests/report/golden.hpp"
#include "tests/simulation/simulated.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <set>

namespace casus::test {
namespace {

using Catch::Matchers::Contains;

/// One queue, of which only these numbers are turned: each way costs a simulation.
struct TurnedQueue {
  simulation::CaseloadRequest request;
  simulation::CaseloadPlan plan;
  simulation::CaseloadFigures figures;

  explicit TurnedQueue(const std::set<std::string>& paths) {
    request.weeks = 26;
    request.runs = 8;
    request.sensitivity = 20;
    request.assumptions = one_queue(0.9, 20);
    plan = *simulation::plan_of(request);
    std::erase_if(plan.settings, [&](const auto& it) { return it.turn && !paths.contains(it.turn->path); });
    const std::atomic<bool> never = false;
    (void)simulation::settle(simulated_library(), plan, 2, never, [](int, int) {});
    std::vector<simulation::UnitResult> all;
    (void)simulation::run_caseload(simulated_library(), plan, 0, 2, never,
                                   [&](simulation::UnitResult result) { all.push_back(std::move(result)); });
    figures = simulation::figures(plan, all);
  }
};

TEST_CASE("looking for rest goes on where it was stopped, with the same answer", "[training]") {
  simulation::CaseloadRequest request{
      .weeks = 6, .runs = 1, .compare = "minutes=60,90", .assumptions = one_queue(0.5, 20)};
  const auto plan = simulation::plan_of(request);
  REQUIRE(plan.has_value());
  const auto settled = [](simulation::CaseloadPlan it, std::atomic<bool>& stop, std::size_t stop_at) {
    const auto looked = [&](int, int) { stop = it.settling.size() >= stop_at; };
    (void)simulation::settle(simulated_library(), it, 1, stop, looked);
    return it;
  };
  std::atomic<bool> stop = false;
  const auto whole = settled(*plan, stop, 99);
  REQUIRE(whole.settling.size() == 2);
  const auto half = settled(*plan, stop, 1);
  REQUIRE(stop);
  REQUIRE(half.settling.size() == 1);
  stop = false;
  const auto on = settled(half, stop, 99);
  REQUIRE(on.settling.size() == 2);
  CHECK(on.scale.warm_up == whole.scale.warm_up);
  CHECK(on.settling[0].warm_up == whole.settling[0].warm_up);
  CHECK(on.settling[1].warm_up == whole.settling[1].warm_up);
  CHECK(on.settling[1].growth.mean == whole.settling[1].growth.mean);
}

TEST_CASE("every number is put lower and higher by itself, and stays one that may stand there", "[training]") {
  const auto bytes = shipped_assumptions();
  const auto assumptions = simulation::parse_assumptions(bytes).first;
  std::map<std::string, int> ways;
  for (const auto& one : simulation::turned(bytes, 0.2)) {
    const auto& turn = one.turn;
    CAPTURE(turn.path, turn.up, turn.value);
    ++ways[turn.path];
    const auto [read, problems] = simulation::parse_assumptions(one.bytes);
    REQUIRE(problems.empty());
    int changed = 0;
    const auto before = simulation::numbers_of(assumptions), after = simulation::numbers_of(read);
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (before[i].value != nullptr
              ? before[i].value->value == after[i].value->value
              : before[i].span->from == after[i].span->from && before[i].span->to == after[i].span->to)
        continue;
      ++changed;
      CHECK(after[i].path == turn.path);
      if (before[i].value != nullptr) CHECK((after[i].value->value > before[i].value->value) == turn.up);
      if (before[i].whole) CHECK(after[i].value->value == std::floor(after[i].value->value));
    }
    CHECK(changed == 1);
  }
  CHECK(ways["/team/workers"] == 2);
  CHECK(ways["/days/intake"] == 2);
  CHECK(ways.count("/days/warm_up_weeks") == 0);           // only says which weeks count
  CHECK(ways.count("/ending/closes_per_supporter") == 0);  // a fifth of nought
}

TEST_CASE("given a queue, what it hangs on is found and what it does not hang on is not", "[training]") {
  const TurnedQueue it({"/team/cases_per_week", "/meeting/minutes", "/network/says_yes"});
  REQUIRE(it.plan.settings.size() == 7);
  const auto all = simulation::influences(it.plan, it.figures);
  const auto& waiting = all[static_cast<std::size_t>(simulation::Measure::wait_days)];
  REQUIRE(waiting.size() == 3);
  const auto arrivals = std::ranges::find(waiting, "/team/cases_per_week", &simulation::Influence::path);
  CHECK(arrivals->is_sure());
  CHECK(arrivals->raised->mean > 0);  // more come: they wait longer
  CHECK(arrivals->lowered->mean < 0);
  CHECK(waiting.back().path == "/network/says_yes");
  CHECK_FALSE(waiting.back().is_sure());
  CHECK(waiting.back().reach() == 0);  // the same chance: not a day's difference
  CHECK(std::ranges::is_sorted(waiting, std::ranges::greater(), &simulation::Influence::reach));

  const auto table = simulation::sensitivity_table(it.request, it.plan, it.figures, true, Lang::nl);
  const auto rows = table.rows;
  CHECK(std::ranges::any_of(rows, [](const auto& row) { return row[1] == "nieuwe casussen per week"; }));
  CHECK(all[static_cast<std::size_t>(simulation::Measure::supporters)].front().path == "/network/says_yes");
  for (const auto lang : {Lang::nl, Lang::en}) {
    const auto page = page::page_html(simulation::caseload_page(it.request, it.plan, it.figures, lang), lang);
    CHECK(accepted_by("xmllint", "--noout", page));
    CHECK_THAT(page, Contains(lang == Lang::nl ? "Waar dit van afhangt: dagen van melding" : "What this depends on: "));
  }
  const auto told = simulation::caseload_json(it.request, it.plan, it.figures, Lang::nl);
  CHECK(told["settings"].size() == 1);
  CHECK(told["sensitivity"]["wait_days"][0]["number"] == waiting.front().path);
}

TEST_CASE("what keeps the list from coming to rest matters most, and is told as that", "[training]") {
  simulation::CaseloadRequest request{.sensitivity = 20, .assumptions = one_queue(0.9, 20)};
  auto plan = *simulation::plan_of(request);
  const std::set<std::string> turned{"/team/cases_per_week", "/meeting/minutes", "/network/says_yes"};
  std::erase_if(plan.settings, [&](const auto& it) { return it.turn && !turned.contains(it.turn->path); });
  REQUIRE(plan.settings.size() == 7);
  // Fewer minutes and it never settles; the other five each do a little, the arrivals most.
  constexpr auto kWait = static_cast<std::size_t>(simulation::Measure::wait_days);
  constexpr auto kSupporters = static_cast<std::size_t>(simulation::Measure::supporters);
  for (const auto rest : {simulation::Rest::growing, simulation::Rest::near_limit}) {
    simulation::CaseloadFigures figures{.paths = 12};
    figures.settings.resize(7);
    for (std::size_t i = 1; i < 7; ++i) {
      const auto& turn = *plan.settings[i].turn;
      figures.settings[i].differences[kSupporters] = simulation::Interval{0.5, 0.2, 0.8};
      if (turn.path == "/meeting/minutes" && !turn.up) figures.settings[i].settling.rest = rest;
      else
        figures.settings[i].differences[kWait] =
            turn.path == "/team/cases_per_week" ? simulation::Interval{9, 8, 10} : simulation::Interval{-2, -3, -1};
    }
    const auto all = simulation::influences(plan, figures);
    REQUIRE(all[kWait].size() == 3);
    const auto& most = all[kWait].front();
    CHECK(most.path == "/meeting/minutes");
    CHECK(most.upsets_lowered);
    CHECK_FALSE(most.upsets_raised);
    CHECK(most.is_sure());
    CHECK(most.lowered_to == 16);
    CHECK(all[kWait][1].path == "/team/cases_per_week");
    // What does not follow the list is compared as ever.
    CHECK_FALSE(all[kSupporters].front().upsets());
    CHECK(all[kSupporters].front().reach() == 0.5);

    for (const bool intervals : {true, false}) {
      const auto rows = simulation::sensitivity_table(request, plan, figures, intervals, Lang::nl).rows;
      REQUIRE_FALSE(rows.empty());
      CHECK(rows.front()[1] == "minuten van het overleg");
      CHECK(rows.front()[2] == "geen gemiddelde");
      CHECK_THAT(rows.front()[3], Catch::StartsWith("-2"));
    }
    const auto told = simulation::sensitivity_json(plan, figures)["wait_days"][0];
    CHECK(told["number"] == "/meeting/minutes");
    CHECK(told["lowered"]["value"] == 16);
    CHECK(told["lowered"]["at_rest"] == false);
    CHECK(told["lowered"]["difference"].is_null());
    CHECK(told["raised"]["difference"] == -2);
    const auto page = page::page_html(simulation::caseload_page(request, plan, figures, Lang::nl), Lang::nl);
    CHECK(accepted_by("xmllint", "--noout", page));
    CHECK_THAT(page, Contains("geen gemiddelde / -2"));
  }
}

TEST_CASE("a number that matters stands under its own measure, also where the greatest may be chance", "[training]") {
  simulation::CaseloadRequest request{.sensitivity = 20, .assumptions = one_queue(0.9, 20)};
  auto plan = *simulation::plan_of(request);
  const std::set<std::string> turned{"/team/cases_per_week", "/network/says_yes"};
  std::erase_if(plan.settings, [&](const auto& it) { return it.turn && !turned.contains(it.turn->path); });
  simulation::CaseloadFigures figures{.paths = 12};
  figures.settings.resize(plan.settings.size());
  for (std::size_t i = 1; i < plan.settings.size(); ++i)
    figures.settings[i].differences[static_cast<std::size_t>(simulation::Measure::rounds)] =
        plan.settings[i].turn->path == "/network/says_yes" ? simulation::Interval{2, 1, 3}
                                                           : simulation::Interval{5, -1, 11};
  const auto rows = simulation::sensitivity_table(request, plan, figures, false, Lang::nl).rows;
  REQUIRE(rows.size() == 1);
  CHECK(rows.front()[0] == "rondes per afgesloten casus");
  CHECK(rows.front()[1] == "kans dat een naaste ja zegt");
}

TEST_CASE("every number of the shipped file has words, and stands on the page with its source", "[training]") {
  const auto assumptions = simulation::parse_assumptions(shipped_assumptions()).first;
  for (const auto lang : {Lang::nl, Lang::en})
    for (const auto& at : simulation::numbers_of(assumptions))
      CHECK(simulation::number_name(at.path, assumptions, lang) != at.path);
  page::Page page;
  simulation::add_assumptions(page, assumptions, Lang::nl);
  const auto& table = page.sections.front().blocks.back();
  const auto& rows = table.rows;
  REQUIRE(rows.size() == simulation::numbers_of(assumptions).size() + assumptions.terms.size());
  // What counts as keeping a term is an assumption as well, and the page says so: as many as are counted as such.
  const auto rests = simulation::rests_on(assumptions);
  CHECK(static_cast<std::size_t>(rests.assumed + rests.sourced) == rows.size());
  REQUIRE_FALSE(assumptions.terms.empty());
  CHECK_THAT(rows.back().front().runs.front().text, Contains("wmo-investigation") && Contains("plan van aanpak"));
  CHECK_THAT(rows.back().back().runs.front().text, Contains("[WMO232]"));
}

TEST_CASE("a number of one's own stands in place of the file's", "[training]") {
  simulation::CaseloadRequest request{.set = {"minutes=60", "/network/says_yes=0.25"},
                                      .assumptions = shipped_assumptions()};
  const auto plan = *simulation::plan_of(request);
  CHECK(plan.settings.front().assumptions.minutes.value == 60);
  CHECK(plan.settings.front().assumptions.says_yes.value == 0.25);
}

}  // namespace
}  // namespace casus::test
