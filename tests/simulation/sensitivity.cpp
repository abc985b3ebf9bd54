// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/assumption_words.hpp"
#include "core/simulation/sensitivity_text.hpp"
#include "tests/simulation/simulated.hpp"

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
  simulation::CaseloadRequest request;
  request.weeks = 6;
  request.runs = 1;
  request.compare = "minutes=60,90";
  request.assumptions = one_queue(0.5, 20);
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

TEST_CASE("every number of the shipped file has words, and stands on the page with its source", "[training]") {
  const auto assumptions = simulation::parse_assumptions(shipped_assumptions()).first;
  for (const auto lang : {Lang::nl, Lang::en})
    for (const auto& at : simulation::numbers_of(assumptions))
      CHECK(simulation::number_name(at.path, assumptions, lang) != at.path);
  page::Page page;
  simulation::add_assumptions(page, assumptions, Lang::nl);
  const auto& table = page.sections.front().blocks.back();
  CHECK(table.rows.size() == simulation::numbers_of(assumptions).size());
}

TEST_CASE("a number of one's own stands in place of the file's", "[training]") {
  simulation::CaseloadRequest request;
  request.assumptions = shipped_assumptions();
  request.set = {"minutes=60", "/network/says_yes=0.25"};
  const auto plan = *simulation::plan_of(request);
  CHECK(plan.settings.front().assumptions.minutes.value == 60);
  CHECK(plan.settings.front().assumptions.says_yes.value == 0.25);
}

}  // namespace
}  // namespace casus::test
