// SPDX-License-Identifier: EUPL-1.2
// What may be said of a list that does not come to rest: growing only where chance cannot have made the growth.
#include "core/simulation/caseload/caseload_checkpoint.hpp"
#include "core/simulation/caseload/caseload_text.hpp"
#include "core/simulation/sensitivity_text.hpp"
#include "tests/simulation/simulated.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <functional>

namespace casus::test {
namespace {

using Catch::Matchers::Contains;

/// A path that goes up or down by so many cases a week, with a little unrest of its own.
std::vector<int> sloping(double from, double by, std::size_t path) {
  std::vector<int> line;
  for (int week = 0; week < simulation::kFirstLook; ++week)
    line.push_back(
        static_cast<int>(from + by * week + static_cast<double>((static_cast<std::size_t>(week) + path) % 3)));
  return line;
}

simulation::WeekPaths paths_by(double from, const std::function<double(std::size_t)>& by) {
  simulation::WeekPaths paths;
  for (std::size_t path = 0; path < simulation::kLookPaths; ++path) paths.push_back(sloping(from, by(path), path));
  return paths;
}

/// The lists that wait grow; of all that is open as many paths go down as up.
const auto kWaiting = [] { return paths_by(0, [](std::size_t) { return 0.5; }); };
const auto kOpenEitherWay = [] { return paths_by(500, [](std::size_t path) { return path % 2 == 0 ? 0.5 : -0.5; }); };

simulation::CaseloadFigures figures_of(const simulation::Settling& settling) {
  simulation::CaseloadFigures figures;
  figures.settings.emplace_back();
  figures.settings.back().settling = settling;
  figures.warm_up = settling.warm_up;
  figures.paths = 20;
  return figures;
}

simulation::Settling unrest(simulation::Rest rest, simulation::Interval growth) {
  return simulation::Settling{.rest = rest, .weeks = 1664, .warm_up = 52, .growth = growth, .open = {31.5, 28.2, 34.9}};
}

}  // namespace

TEST_CASE("a growth whose interval holds 0 is looked at longer, and never told as growing", "[training]") {
  CHECK_FALSE(simulation::settling(kWaiting(), kOpenEitherWay(), false));
  const auto it = simulation::settling(kWaiting(), kOpenEitherWay(), true);
  REQUIRE(it);
  CHECK(it->growth.low < 0);
  CHECK(it->growth.high > 0);
  CHECK(it->may_be_chance());
  CHECK(it->rest == simulation::Rest::near_limit);
  // The mean of the second half, of what was put in.
  CHECK(it->open.low < 501);
  CHECK(it->open.high > 501);
  // The other way round: where all paths go up, it is growing, and the interval says so too.
  const auto up =
      simulation::settling(kWaiting(), paths_by(500, [](std::size_t path) { return path % 2 ? 0.5 : 0.4; }), false);
  REQUIRE(up);
  CHECK(up->rest == simulation::Rest::growing);
  CHECK(up->growth.low > 0.35);
  CHECK(up->growth.high < 0.55);
  CHECK_FALSE(up->may_be_chance());
}

TEST_CASE("what cannot be told from chance is said so, with what can be said, in both languages and in JSON",
          "[training]") {
  const auto figures = figures_of(unrest(simulation::Rest::near_limit, {0.012, -0.021, 0.044}));
  const auto nl = simulation::told_settling(figures, Lang::nl), en = simulation::told_settling(figures, Lang::en);
  REQUIRE(nl.size() == 2);
  REQUIRE(en.size() == 2);
  INFO(nl.front() << '\n' << en.front());
  CHECK_THAT(nl.front(), Contains("niet van toeval te onderscheiden") && Contains("0,012 (-0,021 – 0,044)") &&
                             Contains("31,5 (28,2 – 34,9)") && Contains("832 van 1664 weken") &&
                             !Contains("De lijst groeit"));
  CHECK_THAT(en.front(), Contains("cannot be told from chance") && Contains("0.012 (-0.021 – 0.044)") &&
                             Contains("31.5 (28.2 – 34.9)") && !Contains("The list grows"));
  CHECK_THAT(nl.back(), Contains("De eerste 52 weken tellen niet mee"));
  CHECK_THAT(en.back(), Contains("The first 52 weeks are left out"));

  simulation::CaseloadRequest request{.assumptions = one_queue(0.5, 60)};
  const auto plan = *simulation::plan_of(request);
  const auto rest = simulation::caseload_json(request, plan, figures, Lang::nl).at("settings").at(0).at("rest");
  CHECK(rest.at("state") == "near_limit");
  CHECK(rest.at("growth_may_be_chance") == true);
  CHECK(rest.at("growth_per_week").at("low") == -0.021);
  CHECK(rest.at("open_cases").at("mean") == 31.5);
}

TEST_CASE("a list that grew but may slow down is told with its growth, and not as growing for ever", "[training]") {
  const auto told =
      simulation::told_settling(figures_of(unrest(simulation::Rest::near_limit, {0.03, 0.01, 0.05})), Lang::nl);
  INFO(told.front());
  CHECK_THAT(told.front(), Contains("tegen de grens") && Contains("0,030 (0,010 – 0,050)") && !Contains("toeval"));
}

TEST_CASE("a growing answer names its rate with the interval, over what, and the warm-up that was used", "[training]") {
  auto figures = figures_of(unrest(simulation::Rest::growing, {0.034, 0.021, 0.047}));
  const auto told = simulation::told_settling(figures, Lang::nl);
  REQUIRE(told.size() == 2);
  // A small rate is not rounded to nothing.
  CHECK_THAT(told.front(), Contains("groeit met 0,034 (0,021 – 0,047) casussen per week") &&
                               Contains("de laatste 832 van 1664 weken"));
  CHECK_THAT(told.back(), Contains("De eerste 52 weken tellen niet mee") && Contains("ligt vast"));
  figures.warm_up = 208;
  CHECK_THAT(simulation::told_settling(figures, Lang::en).back(),
             Contains("The first 208 weeks are left out: that is what the assumptions ask"));
}

TEST_CASE("what hangs on a list that never settles as it is, is not told as found", "[training]") {
  simulation::CaseloadRequest request{.sensitivity = 20, .assumptions = one_queue(0.5, 60)};
  auto plan = *simulation::plan_of(request);
  plan.settings.resize(2);
  REQUIRE(plan.settings.back().turn);
  const auto told = [&](simulation::Rest first, simulation::Rest turned, std::size_t paths) {
    auto figures = figures_of(unrest(first, {0.2, 0.1, 0.3}));
    figures.settings.push_back(figures.settings.front());
    figures.settings.back().settling.rest = turned;
    figures.paths = paths;
    std::string all;
    for (const auto& line : simulation::told_sensitivity(request, plan, figures, Lang::nl)) all += line + '\n';
    return all;
  };
  using simulation::Rest;
  CHECK_THAT(told(Rest::near_limit, Rest::growing, 20), Contains("komt nu al niet tot rust"));
  CHECK_THAT(told(Rest::settled, Rest::growing, 20), Contains("Zo groeit de lijst"));
  CHECK_THAT(told(Rest::settled, Rest::near_limit, 20),
             Contains("niet te zeggen of de lijst tot rust komt") && !Contains("Zo groeit"));
  // Of one run chance cannot be told, so nothing is said of it.
  CHECK_THAT(told(Rest::settled, Rest::settled, 1), Contains("één keer doorgerekend") && !Contains("95%"));
  CHECK_THAT(told(Rest::settled, Rest::settled, 20), Contains("95%-interval") && Contains("wel eens door toeval"));
}

TEST_CASE("a stopped simulation keeps what was found of the list, to the digit", "[training]") {
  simulation::CaseloadRequest request{.assumptions = one_queue(0.5, 60)};
  auto settling = unrest(simulation::Rest::near_limit, {0.012, -0.021, 0.044});
  settling.waiting = {{1.5}, {0.0}, {3.0}};
  const auto back = simulation::checkpoint_from(simulation::checkpoint_json({request, "", {settling}, 52, {}}));
  REQUIRE(back);
  REQUIRE(back->settling.size() == 1);
  CHECK(back->settling.front().open == settling.open);
  CHECK(back->settling.front().growth == settling.growth);
  CHECK(back->settling.front().rest == settling.rest);
}

}  // namespace casus::test
