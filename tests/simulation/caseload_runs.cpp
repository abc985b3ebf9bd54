// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/engine.hpp"
#include "core/simulation/caseload/caseload_checkpoint.hpp"
#include "core/simulation/caseload/caseload_figures.hpp"
#include "tests/simulation/simulated.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/problems.hpp"

namespace casus::test {
namespace {

simulation::CaseloadRequest small_request() {
  return simulation::CaseloadRequest{
      .teams = 3, .weeks = 6, .runs = 1, .seed = 7, .assumptions = shipped_assumptions()};
}

std::string as_bytes(const simulation::CaseloadRequest& request, std::vector<simulation::UnitResult> done) {
  return simulation::checkpoint_json({request, "", {}, 0, std::move(done)});
}

TEST_CASE("the number of threads changes no byte of a simulation", "[training]") {
  const auto request = small_request();
  const auto plan = simulation::plan_of(request);
  REQUIRE(plan);
  const auto one = as_bytes(request, simulated(*plan, 1));
  CHECK(as_bytes(request, simulated(*plan, 2)) == one);
  CHECK(as_bytes(request, simulated(*plan, 5)) == one);
  auto other = request;
  other.seed = 8;
  CHECK(as_bytes(request, simulated(*simulation::plan_of(other), 2)) != one);
}

TEST_CASE("a simulation that was stopped goes on to the same end", "[training]") {
  const auto request = small_request();
  const auto plan = simulation::plan_of(request);
  REQUIRE(plan);
  std::vector<simulation::UnitResult> done;
  std::atomic<bool> stop = false;
  const auto count =
      simulation::run_caseload(simulated_library(), *plan, 0, 1, stop, [&](simulation::UnitResult result) {
        done.push_back(std::move(result));
        stop = true;
      });
  REQUIRE(count == done.size());
  CHECK(count < plan->units());
  auto kept = simulation::checkpoint_from(as_bytes(request, std::move(done)));
  REQUIRE(kept);
  const auto again = simulation::plan_of(kept->request);
  REQUIRE(again);
  stop = false;
  (void)simulation::run_caseload(simulated_library(), *again, kept->done.size(), 2, stop,
                                 [&](simulation::UnitResult result) { kept->done.push_back(std::move(result)); });
  CHECK(as_bytes(kept->request, kept->done) == as_bytes(request, simulated(*plan, 1)));
}

TEST_CASE("every simulated case is a history that the engine reads back", "[training]") {
  auto plan = simulation::plan_of(small_request());
  REQUIRE(plan);
  plan->scale.keep_events = true;
  std::size_t closed = 0, histories = 0;
  for (const auto& result : simulated(*plan, 2)) {
    std::uint64_t events = 0;
    for (const auto& [id, history] : result.histories) {
      const auto state = engine::fold(id, history);
      CHECK(state.version == static_cast<std::int64_t>(history.size()));
      events += history.size();
      ++histories;
      if (state.stage.life == Life::closed) ++closed;
    }
    CHECK(events == result.doings.events);
    CHECK(result.doings.refused > 0);  // people skip what is soft, and are asked why
  }
  CHECK(histories > 20);
  CHECK(closed > 0);
}

TEST_CASE("two settings meet the same cases and the same chance", "[training]") {
  // Whether people say yes changes nothing of the agenda, so nothing else may differ.
  auto request = small_request();
  request.compare = "/network/says_yes=0.1,0.9";
  const auto plan = simulation::plan_of(request);
  REQUIRE(plan);
  const auto results = simulated(*plan, 2);
  REQUIRE(results.size() == 6);
  for (std::size_t i = 0; i < results.size(); i += 2) {
    CHECK(results[i].unit.team == results[i + 1].unit.team);
    CHECK(results[i].lives == results[i + 1].lives);
    CHECK(results[i].waits == results[i + 1].waits);
    CHECK(results[i].doings.events == results[i + 1].doings.events);
  }
  auto looked = *plan;
  looked.settling.resize(2);
  const auto figures = simulation::figures(looked, results);
  const auto& yes = figures.settings[1].differences[static_cast<std::size_t>(simulation::Measure::supporters)];
  REQUIRE(yes);
  CHECK(yes->mean > 0);
}

TEST_CASE("what is wrong with a request is told by its option", "[training]") {
  const auto told = [](const simulation::CaseloadRequest& request) {
    std::vector<std::string> out;
    if (const auto plan = simulation::plan_of(request); !plan)
      for (const auto& problem : plan.error()) out.push_back(problem.pointer + ": " + english(problem));
    return out;
  };
  auto request = small_request();
  request.teams = 0;
  request.compare = "minutes=60";
  CHECK(told(request) == std::vector<std::string>{"--teams: expected a whole number from 1 to 100000, got 0",
                                                  "--compare: expected 2 to 4 values, got 1"});
  request = small_request();
  request.compare = "minutes=60,lang";
  CHECK(told(request) == std::vector<std::string>{"--compare: expected a number, got 'lang'"});
  request.compare = "chairs=1,2";
  CHECK(told(request) == std::vector<std::string>{
                             "--compare: the assumptions have no number at 'chairs'; html puts them all on the page"});
  request.compare = "method=werf/werf,werf/wurf";
  CHECK_THAT(told(request).front(),
             Catch::StartsWith("--compare: ") && Catch::EndsWith("got 'werf/wurf' (did you mean 'werf/werf'?)"));
  request.compare.clear();
  request.method = "werf/wurf";
  CHECK_THAT(told(request).front(),
             Catch::StartsWith("--method: ") && Catch::EndsWith("got 'werf/wurf' (did you mean 'werf/werf'?)"));
  request = small_request();
  request.minutes = 10;
  CHECK(told(request) == std::vector<std::string>{"--minutes: nothing of the meeting is left for cases"});
}

TEST_CASE("what is set is told by what was typed, never as a fault of the file", "[training]") {
  const auto told = [](std::vector<std::string> set) {
    auto request = small_request();
    request.set = std::move(set);
    std::vector<std::string> out;
    if (const auto plan = simulation::plan_of(request); !plan)
      for (const auto& problem : plan.error()) out.push_back(problem.pointer + ": " + english(problem));
    return out;
  };
  using Lines = std::vector<std::string>;
  CHECK(told({"/network/says_yes=1.5"}) ==
        Lines{"--set /network/says_yes=1.5: expected a number from 0 to 1, got 1.5"});
  // Of two numbers the one that spoils it, wherever it stands.
  CHECK(told({"minutes=10", "/meeting/spread=0.2"}) ==
        Lines{"--set minutes=10: nothing of the meeting is left for cases"});
  CHECK(told({"minutes=30", "/meeting/fixed_minutes=5"}).empty());
  CHECK(told({"minutes=60", "/meeting/minutes=90"}) ==
        Lines{"--set /meeting/minutes=90: '/meeting/minutes' is given already by --set minutes=60"});
  CHECK(told({"/days/intake=3"}) ==
        Lines{"--set /days/intake=3: '/days/intake' goes from a number to a number: take '/days/intake/from' or "
              "'/days/intake/to'"});
  CHECK(told({"/days/intake/to=300"}).empty());
  for (const auto* nonsense : {"/format=2", "/sources/0=1", "/network=1"})
    CHECK_THAT(told({nonsense}).front(), Catch::Contains("the assumptions have no number at"));
  for (const auto* nonsense : {"minutes=nan", "minutes=inf", "minutes=1e400", "minutes="})
    CHECK_THAT(told({nonsense}).front(), Catch::StartsWith("--set: expected a name and a number"));
}

TEST_CASE("a team too small for a method is told by what gave it, and a number that is only turned is left",
          "[training]") {
  const auto told = [](const simulation::CaseloadRequest& request) {
    auto plan = *simulation::plan_of(request);
    std::vector<std::string> out;
    for (const auto& problem : simulation::cannot_play(simulated_library(), request, plan))
      out.push_back(problem.pointer + ": " + english(problem));
    return out;
  };
  auto request = small_request();
  request.method = "werf/werf";
  const std::string few = "method 'werf/werf' asks for 5 people at the table, the team has 4";
  using Lines = std::vector<std::string>;
  request.workers = 4;
  CHECK(told(request) == Lines{"--workers: " + few});
  request.workers.reset();
  request.set = {"minutes=60", "workers=4"};
  CHECK(told(request) == Lines{"--set workers=4: " + few});
  request.set = {"/team/workers=4"};
  CHECK(told(request) == Lines{"--set /team/workers=4: " + few});
  request.set.clear();
  request.compare = "workers=4,8";
  CHECK(told(request) == Lines{"--compare: " + few});
  request.compare = "method=werf/werf,eigen-kracht/lens";
  request.assumptions = assumptions_with({{"/team/workers", 4}});
  CHECK(told(request) == Lines{"/team/workers: " + few});
  request.assumptions = shipped_assumptions();
  CHECK(told(request).empty());

  // Six is enough; a fifth fewer is not, and that way is not looked at.
  request.compare.clear();
  request.workers = 6;
  request.sensitivity = 20;
  auto plan = *simulation::plan_of(request);
  const auto fewer = [&] {
    return std::ranges::count_if(plan.settings, [](const auto& it) { return it.assumptions.workers.value < 5; });
  };
  const auto before = plan.settings.size();
  REQUIRE(fewer() == 1);
  CHECK(simulation::cannot_play(simulated_library(), request, plan).empty());
  CHECK(fewer() == 0);
  CHECK(plan.settings.size() == before - 1);
  REQUIRE_FALSE(plan.settings.front().turn);
}

TEST_CASE("a file that is no stopped simulation is refused", "[training]") {
  for (const auto* bytes :
       {"", "{}", "[1]", R"({"format": 2})", R"({"format": 3})",
        R"({"format": 3, "request": {}, "definitions": "", "settling": [], "warm_up": 0, "done": [{}]})"}) {
    INFO(bytes);
    const auto read = simulation::checkpoint_from(bytes);
    REQUIRE_FALSE(read);
    CHECK_FALSE(read.error().empty());
  }
}

}  // namespace
}  // namespace casus::test
