// SPDX-License-Identifier: EUPL-1.2
#include "core/lifecycle/chart.hpp"
#include "tests/lifecycle/shown.hpp"
#include "tests/support/catch.hpp"

#include <random>

// The table is made of charts that took the shortest way to a stage. A chart with a long life behind it carries
// histories of its own; they must not show.

namespace casus::lifecycle {

TEST_CASE("a chart with a long past answers like the table", "[lifecycle]") {
  const auto steps = all_steps();
  std::mt19937 random(20260302);  // the standard fixes its numbers: every run walks the same way
  std::size_t taken = 0;
  for (int life = 0; life < 200; ++life) {
    Chart chart;
    for (int i = 0; i < 400; ++i) {
      const auto& step = steps[random() % steps.size()];
      if (step.kind == Kind::erase && i < 390) continue;  // or most lives would be short
      const auto before = chart.stage();
      const auto expected = next(before, step);
      INFO(before << " takes " << step);
      REQUIRE(chart.take(step) == expected.has_value());
      REQUIRE(chart.stage() == expected.value_or(before));
      taken += expected.has_value() ? 1U : 0U;
    }
  }
  CHECK(taken > 5000);
}

TEST_CASE("a step that is refused leaves the chart where it was, and the next one is heard", "[lifecycle]") {
  Chart chart;
  REQUIRE(chart.take({Kind::open, Phase::evaluation}));
  REQUIRE(chart.take({Kind::raise_acute}));
  const auto acute = chart.stage();
  for (const auto& step : all_steps()) {
    if (step.kind == Kind::handle_acute || step.kind == Kind::erase || step.kind == Kind::raise_concern) continue;
    INFO(step);
    CHECK_FALSE(chart.take(step));
    CHECK(chart.stage() == acute);
  }
  CHECK(chart.take({Kind::handle_acute}));
  CHECK(chart.take({Kind::start_round, Phase::analysis}));
  CHECK(chart.stage() == Stage{Life::open, Phase::analysis, Safety::concern, 1});
}

TEST_CASE("a concern of before a pause and a danger does not return in a new one", "[lifecycle]") {
  Chart chart;
  for (const auto& step : {Step{Kind::open}, Step{Kind::raise_concern}, Step{Kind::meldcode, {}, 2}, Step{Kind::pause},
                           Step{Kind::resume}, Step{Kind::clear_safety}, Step{Kind::close}, Step{Kind::reopen},
                           Step{Kind::raise_acute}, Step{Kind::handle_acute}}) {
    INFO(step);
    REQUIRE(chart.take(step));
  }
  CHECK(chart.stage() == Stage{Life::open, Phase::analysis, Safety::concern, 1});
}

}  // namespace casus::lifecycle
