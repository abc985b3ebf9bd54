// SPDX-License-Identifier: EUPL-1.2
#include "core/lifecycle/lifecycle.hpp"
#include "tests/lifecycle/shown.hpp"
#include "tests/support/catch.hpp"

#include <initializer_list>

namespace casus::lifecycle {

namespace {

/// The stage after steps that must all be allowed.
Stage after(Stage stage, std::initializer_list<Step> steps) {
  for (const auto& step : steps) {
    INFO(stage << " takes " << step);
    const auto to = next(stage, step);
    REQUIRE(to);
    stage = *to;
  }
  return stage;
}

bool refused(const Stage& stage, const Step& step) { return !next(stage, step); }

const Stage kAtNetwork{Life::open, Phase::network_involvement, Safety::clear, 0};

const Step kPhaseSteps[] = {{Kind::enter_phase, Phase::analysis},
                            {Kind::enter_phase, Phase::plan_of_action},
                            {Kind::enter_phase, Phase::network_involvement},
                            {Kind::enter_phase, Phase::evaluation},
                            {Kind::start_round, Phase::analysis},
                            {Kind::start_round, Phase::plan_of_action},
                            {Kind::start_round, Phase::network_involvement},
                            {Kind::start_round, Phase::evaluation},
                            {Kind::pause},
                            {Kind::close}};

}  // namespace

TEST_CASE("a case goes through its phases, a second round, and closes", "[lifecycle]") {
  const auto closed = after({}, {{Kind::open, Phase::analysis},
                                 {Kind::enter_phase, Phase::plan_of_action},
                                 {Kind::enter_phase, Phase::network_involvement},
                                 {Kind::enter_phase, Phase::evaluation},
                                 {Kind::start_round, Phase::plan_of_action},
                                 {Kind::enter_phase, Phase::evaluation},
                                 {Kind::close}});
  CHECK(closed == Stage{Life::closed, Phase::evaluation, Safety::clear, 0});
}

TEST_CASE("a workflow may begin in any phase", "[lifecycle]") {
  for (const auto phase : kAllPhases) CHECK(after({}, {{Kind::open, phase}}) == Stage{Life::open, phase});
}

TEST_CASE("a new round starts from evaluation only", "[lifecycle]") {
  for (const auto phase : kAllPhases) {
    const Stage stage{Life::open, phase};
    CHECK(refused(stage, {Kind::start_round, Phase::analysis}) == (phase != Phase::evaluation));
  }
}

TEST_CASE("resuming returns the phase and the step of the meldcode where they were", "[lifecycle]") {
  for (const auto phase : kAllPhases) {
    const Stage clear{Life::open, phase, Safety::clear, 0};
    CHECK(after(clear, {{Kind::pause}, {Kind::resume}}) == clear);
    for (int step = 1; step <= kMeldcodeSteps; ++step) {
      const Stage concern{Life::open, phase, Safety::concern, step};
      const auto paused = after(concern, {{Kind::pause}});
      CHECK(paused == Stage{Life::paused, phase, Safety::concern, step});
      CHECK(after(paused, {{Kind::resume}}) == concern);
    }
  }
}

TEST_CASE("while a case is paused it is resumed or erased, and what is about safety goes on", "[lifecycle]") {
  const auto paused = after(kAtNetwork, {{Kind::raise_concern}, {Kind::pause}});
  for (const auto& step : all_steps()) {
    INFO(step);
    const bool about_safety = step.kind == Kind::raise_concern || step.kind == Kind::raise_acute ||
                              step.kind == Kind::clear_safety ||
                              (step.kind == Kind::meldcode && step.meldcode_step <= 2);
    CHECK(refused(paused, step) == (step.kind != Kind::resume && step.kind != Kind::erase && !about_safety));
  }
}

TEST_CASE("acute danger blocks every phase step, pausing and closing, in every phase", "[lifecycle]") {
  for (const auto phase : kAllPhases)
    for (int meldcode = 0; meldcode <= kMeldcodeSteps; ++meldcode)
      for (const auto& step : kPhaseSteps) {
        INFO(key(phase) << " at " << meldcode << " takes " << step);
        CHECK(refused({Life::open, phase, Safety::acute, meldcode}, step));
      }
}

TEST_CASE("once acute danger is handled the phase steps are allowed again", "[lifecycle]") {
  const auto handled = after(kAtNetwork, {{Kind::raise_acute}, {Kind::handle_acute}});
  CHECK(after(handled, {{Kind::enter_phase, Phase::evaluation}}).phase == Phase::evaluation);
}

TEST_CASE("a concern that turned acute returns to the step it had", "[lifecycle]") {
  const auto acute =
      after(kAtNetwork, {{Kind::raise_concern}, {Kind::meldcode, {}, 2}, {Kind::meldcode, {}, 3}, {Kind::raise_acute}});
  CHECK(acute == Stage{Life::open, Phase::network_involvement, Safety::acute, 3});
  CHECK(after(acute, {{Kind::handle_acute}}) == Stage{Life::open, Phase::network_involvement, Safety::concern, 3});
}

TEST_CASE("acute danger without an earlier concern continues at step 1 of the meldcode", "[lifecycle]") {
  const auto acute = after(kAtNetwork, {{Kind::raise_acute}});
  CHECK(acute.meldcode_step == 0);
  CHECK(after(acute, {{Kind::handle_acute}}) == Stage{Life::open, Phase::network_involvement, Safety::concern, 1});
}

TEST_CASE("a concern that was cleared is forgotten by the next one", "[lifecycle]") {
  const auto cleared = after(kAtNetwork, {{Kind::raise_concern}, {Kind::meldcode, {}, 2}, {Kind::clear_safety}});
  CHECK(cleared == kAtNetwork);
  CHECK(after(cleared, {{Kind::raise_concern}}).meldcode_step == 1);
  CHECK(after(cleared, {{Kind::raise_acute}, {Kind::handle_acute}}).meldcode_step == 1);
}

TEST_CASE("the meldcode goes one step at a time, and a step may be done again", "[lifecycle]") {
  for (int at = 1; at <= kMeldcodeSteps; ++at)
    for (int to = 1; to <= kMeldcodeSteps; ++to) {
      const Stage stage{Life::open, Phase::analysis, Safety::concern, at};
      INFO(at << " to " << to);
      CHECK(refused(stage, {Kind::meldcode, {}, to}) == (to != at && to != at + 1));
    }
}

TEST_CASE("a case closes from any phase, but never with a concern open", "[lifecycle]") {
  for (const auto phase : kAllPhases) {
    CHECK(after({Life::open, phase}, {{Kind::close}}) == Stage{Life::closed, phase});
    for (int step = 1; step <= kMeldcodeSteps; ++step)
      CHECK(refused({Life::open, phase, Safety::concern, step}, {Kind::close}));
  }
}

TEST_CASE("a closed case opens again in the phase that is asked for, with safety clear", "[lifecycle]") {
  for (const auto phase : kAllPhases)
    CHECK(after({Life::closed, Phase::evaluation}, {{Kind::reopen, phase}}) == Stage{Life::open, phase});
  CHECK(refused(kAtNetwork, {Kind::reopen, Phase::analysis}));
}

TEST_CASE("every stage can be erased, and nothing follows", "[lifecycle]") {
  for (const auto& stage : all_stages()) {
    if (stage.life == Life::erased) continue;
    const auto erased = after(stage, {{Kind::erase}});
    CHECK(erased == Stage{.life = Life::erased});
    for (const auto& step : all_steps()) CHECK(refused(erased, step));
  }
}

TEST_CASE("what does not go with a kind of step is not looked at", "[lifecycle]") {
  CHECK(next(kAtNetwork, {Kind::pause, Phase::evaluation, 4}) == next(kAtNetwork, {Kind::pause}));
  CHECK(next({Life::intake, Phase::evaluation}, {Kind::open, Phase::analysis}) == Stage{Life::open, Phase::analysis});
}

}  // namespace casus::lifecycle
