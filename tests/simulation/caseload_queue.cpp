// SPDX-License-Identifier: EUPL-1.2
// Where theory knows the answer, the simulation must give it: cases arrive by a Poisson process, and each weekly
// meeting takes one. That is a queue with constant service in discrete time; by Pollaczek and Khinchine a case waits,
// beyond the meeting it first could have been in, r / (2 (1 - r)) weeks on average, where r is the number of arrivals a
// week. Until that meeting it is half a week.
#include "core/simulation/caseload/caseload_figures.hpp"
#include "core/simulation/caseload/caseload_text.hpp"
#include "tests/simulation/simulated.hpp"
#include "tests/support/catch.hpp"

namespace casus::test {
namespace {

double theory(double arrivals) { return 7 * (0.5 + arrivals / (2 * (1 - arrivals))); }

simulation::CaseloadFigures queue(double arrivals, double warm_up, int runs) {
  simulation::CaseloadRequest request{.weeks = 52, .runs = runs, .seed = 42, .assumptions = one_queue(arrivals, 10)};
  request.assumptions = simulation::with_number(request.assumptions, "/days/warm_up_weeks", warm_up).first;
  auto plan = simulation::plan_of(request);
  REQUIRE(plan);
  const std::atomic<bool> never = false;
  REQUIRE(simulation::settle(simulated_library(), *plan, 2, never, [](int, int) {}));
  return simulation::figures(*plan, simulated(*plan, 2));
}

simulation::Interval waited(const simulation::CaseloadFigures& figures) {
  const auto& wait = figures.settings[0].measures[static_cast<std::size_t>(simulation::Measure::wait_days)];
  REQUIRE(wait);
  return wait->mean;
}

}  // namespace

TEST_CASE("one meeting with one case a week waits as long as queueing theory says", "[training][queue]") {
  for (const auto arrivals : {0.4, 0.7}) {
    const auto wait = waited(queue(arrivals, 0, 16));
    INFO(arrivals << " cases a week: theory " << theory(arrivals) << ", simulated " << wait.low << " to " << wait.high);
    CHECK(wait.low <= theory(arrivals));
    CHECK(theory(arrivals) <= wait.high);
    CHECK(wait.high - wait.low < theory(arrivals) / 2);  // else it would agree with anything
  }
}

TEST_CASE("whatever warm-up the assumptions ask, the intervals meet", "[training][queue]") {
  double highest_low = 0, lowest_high = 1e9;
  for (const double warm_up : {0, 13, 52, 208}) {
    const auto figures = queue(0.7, warm_up, 12);
    const auto wait = waited(figures);
    INFO("asked " << warm_up << ": " << wait.low << " to " << wait.high << " after " << figures.warm_up);
    CHECK(figures.warm_up >= simulation::kFirstLook * 3 / 4);
    CHECK(figures.warm_up >= warm_up);
    // What was asked is not told as found.
    const auto told = simulation::told_settling(figures, Lang::nl);
    REQUIRE(told.size() == 1);
    CHECK((told.front().find("zo veel vragen de aannames") != std::string::npos) ==
          (warm_up > figures.settings[0].settling.warm_up));
    highest_low = std::max(highest_low, wait.low);
    lowest_high = std::min(lowest_high, wait.high);
  }
  CHECK(highest_low <= lowest_high);
}

TEST_CASE("a list that gets more than it can take is growing, with the rate", "[training][queue]") {
  const auto figures = queue(1.4, 0, 2);
  const auto& setting = figures.settings[0];
  CHECK(setting.settling.rest == simulation::Rest::growing);
  const auto told = simulation::told_settling(figures, Lang::en);
  REQUIRE(told.size() == 2);
  INFO(told.front());
  CHECK_THAT(told.front(), Catch::Contains("grows") && Catch::Contains("a week") &&
                               Catch::Contains(simulation::shown_growth(setting.settling, Lang::en)));
  // What does not hang on the list has a warm-up all the same, and that is said too.
  CHECK_THAT(told.back(), Catch::StartsWith("The first " + std::to_string(figures.warm_up) + " weeks are left out"));
  CHECK(setting.settling.growth.low <= 0.4);
  CHECK(0.4 <= setting.settling.growth.high);
  for (const auto& name : simulation::names_of(simulation::Measure{})) {
    INFO(name.key);
    const auto& it = setting.measures[static_cast<std::size_t>(name.value)];
    if (simulation::follows_list(name.value)) CHECK_FALSE(it);
  }
}

TEST_CASE("half an hour more makes nobody wait longer, also by a method whose whole sitting fills the meeting",
          "[training][queue]") {
  // A conference is 105 minutes of plan after a phase without times: it fits two hours only when nothing else is on.
  simulation::CaseloadRequest request{.runs = 4,
                                      .method = "eigen-kracht/conference",
                                      .set = {"minutes=120", "cases-per-week=0.4"},
                                      .assumptions = shipped_assumptions()};
  auto plan = simulation::plan_of(request);
  REQUIRE(plan);
  const std::atomic<bool> never = false;
  REQUIRE(simulation::settle(simulated_library(), *plan, 2, never, [](int, int) {}));
  const auto figures = simulation::figures(*plan, simulated(*plan, 2));
  CHECK(figures.settings.at(0).settling.rest == simulation::Rest::settled);
  const auto wait = figures.settings.at(0).measures[static_cast<std::size_t>(simulation::Measure::wait_days)];
  REQUIRE(wait);
  CHECK(wait->mean.mean < 18);  // with ninety minutes it is twelve
}

TEST_CASE("in a list that grows nothing has a mean that the weeks left out would change", "[training][queue]") {
  simulation::CaseloadRequest request{.weeks = 13,
                                      .runs = 6,
                                      .seed = 7,
                                      .method = "eigen-kracht/lens",
                                      .set = {"minutes=45", "cases-per-week=1.5"},
                                      .assumptions = shipped_assumptions()};
  auto plan = *simulation::plan_of(request);
  plan.settling.resize(1);
  plan.settling.front().rest = simulation::Rest::growing;
  const auto after = [&](int warm_up) {
    plan.scale.warm_up = warm_up;
    return simulated(plan, 2);
  };
  const auto early = after(52), late = after(208);
  const auto reviewed = [](const std::vector<simulation::UnitResult>& results) {
    double sum = 0;
    for (const auto& path : results)
      for (const auto& period : path.periods)
        sum += period[static_cast<std::size_t>(simulation::Measure::reviewed)].sum;
    return sum;
  };
  // The longer the list, the less comes to a first review: any mean of that would be of the weeks that were chosen.
  CHECK(reviewed(early) > 2 * reviewed(late));
  const auto first = simulation::figures(plan, early).settings.at(0),
             last = simulation::figures(plan, late).settings.at(0);
  int told = 0;
  for (const auto& name : simulation::names_of(simulation::Measure{})) {
    INFO(name.key);
    const auto &one = first.measures[static_cast<std::size_t>(name.value)],
               &other = last.measures[static_cast<std::size_t>(name.value)];
    if (!one || !other || !one->mean.known || !other->mean.known) continue;
    ++told;
    CHECK(std::max(one->mean.low, other->mean.low) <= std::min(one->mean.high, other->mean.high));
  }
  CHECK(told > 0);
}

TEST_CASE("the shipped team keeps up with its ninety minutes; with an hour its list grows, and how much is said",
          "[training][queue]") {
  const auto simulated_with = [](std::vector<std::string> set) {
    simulation::CaseloadRequest request{
        .weeks = 13, .runs = 4, .set = std::move(set), .assumptions = shipped_assumptions()};
    auto plan = simulation::plan_of(request);
    REQUIRE(plan);
    const std::atomic<bool> never = false;
    REQUIRE(simulation::settle(simulated_library(), *plan, 2, never, [](int, int) {}));
    return simulation::figures(*plan, simulated(*plan, 2));
  };
  const auto measured = [](const simulation::CaseloadFigures& figures, simulation::Measure measure) {
    return figures.settings.at(0).measures[static_cast<std::size_t>(measure)];
  };

  const auto ninety = simulated_with({});
  CHECK(ninety.settings.at(0).settling.rest == simulation::Rest::settled);
  for (const auto& name : simulation::names_of(simulation::Measure{})) {
    INFO(name.key);
    CHECK(measured(ninety, name.value));
  }
  const auto wait = measured(ninety, simulation::Measure::wait_days);
  REQUIRE(wait);
  CHECK(wait->mean.mean > 7);
  CHECK(wait->mean.mean < 60);
  // Neither idle nor so full that a case more would upset it.
  CHECK(measured(ninety, simulation::Measure::meeting_used)->mean.mean > 60);
  CHECK(measured(ninety, simulation::Measure::meeting_used)->mean.mean < 95);

  const auto hour = simulated_with({"minutes=60"});
  const auto& settling = hour.settings.at(0).settling;
  INFO(settling.growth.low << " to " << settling.growth.high << " a week, after " << settling.weeks);
  REQUIRE(settling.rest == simulation::Rest::growing);
  CHECK(settling.growth.low > 0);
  const auto told = simulation::told_settling(hour, Lang::nl);
  REQUIRE(told.size() == 2);
  CHECK_THAT(told.front(), Catch::Contains(simulation::shown_growth(settling, Lang::nl)));
  CHECK_THAT(told.back(), Catch::StartsWith("De eerste " + std::to_string(hour.warm_up) + " weken tellen niet mee"));
  CHECK_FALSE(measured(hour, simulation::Measure::wait_days));
}

}  // namespace casus::test
