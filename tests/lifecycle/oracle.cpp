// SPDX-License-Identifier: EUPL-1.2
#include "core/lifecycle/lifecycle.hpp"
#include "tests/lifecycle/shown.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <tuple>

// The rules written a second time, from the design and without the chart, and held against every answer.

namespace casus::lifecycle {

namespace {

std::optional<Stage> expected(const Stage& from, const Step& step) {
  const bool open = from.life == Life::open;
  const bool alive = open || from.life == Life::intake || from.life == Life::paused;
  const bool acute = from.safety == Safety::acute;
  Stage to = from;
  switch (step.kind) {
    case Kind::open:
      if (from.life != Life::intake || acute) return std::nullopt;
      to.life = Life::open;
      to.phase = step.phase;
      return to;
    case Kind::enter_phase:
      if (!open || acute || step.phase == from.phase) return std::nullopt;
      to.phase = step.phase;
      return to;
    case Kind::start_round:
      if (!open || acute || from.phase != Phase::evaluation || step.phase == Phase::evaluation) return std::nullopt;
      to.phase = step.phase;
      return to;
    case Kind::pause:
      if (!open || acute) return std::nullopt;
      to.life = Life::paused;
      return to;
    case Kind::resume:
      if (from.life != Life::paused) return std::nullopt;
      to.life = Life::open;
      return to;
    case Kind::close:
      if (!open || from.safety != Safety::clear) return std::nullopt;
      to.life = Life::closed;
      return to;
    case Kind::reopen:
      if (from.life != Life::closed) return std::nullopt;
      return Stage{Life::open, step.phase, Safety::clear, 0};
    case Kind::erase:
      if (from.life == Life::erased) return std::nullopt;
      return Stage{Life::erased, Phase::analysis, Safety::clear, 0};
    case Kind::raise_concern:
      if (!alive) return std::nullopt;
      if (acute) return to;
      to.safety = Safety::concern;
      to.meldcode_step = from.meldcode_step == 0 ? 1 : std::min(from.meldcode_step, 3);
      return to;
    case Kind::meldcode:
      if (!alive || from.safety != Safety::concern) return std::nullopt;
      if (step.meldcode_step != from.meldcode_step && step.meldcode_step != from.meldcode_step + 1) return std::nullopt;
      to.meldcode_step = step.meldcode_step;
      return to;
    case Kind::raise_acute:
      if (!alive || acute) return std::nullopt;
      to.safety = Safety::acute;
      return to;
    case Kind::handle_acute:
      if (!alive || !acute) return std::nullopt;
      to.safety = Safety::concern;
      to.meldcode_step = from.meldcode_step == 0 ? 1 : from.meldcode_step;
      return to;
    case Kind::clear_safety:
      if (!alive || from.safety != Safety::concern) return std::nullopt;
      to.safety = Safety::clear;
      to.meldcode_step = 0;
      return to;
  }
  return std::nullopt;
}

/// What the comments of Stage say about its parts.
bool can_exist(const Stage& stage) {
  const bool safe = stage.safety == Safety::clear && stage.meldcode_step == 0;
  const bool concern = stage.safety == Safety::concern && stage.meldcode_step >= 1 && stage.meldcode_step <= 5;
  const bool acute = stage.safety == Safety::acute && stage.meldcode_step >= 0 && stage.meldcode_step <= 5;
  switch (stage.life) {
    case Life::intake: return (safe || concern || acute) && stage.phase == Phase::analysis;
    case Life::erased: return safe && stage.phase == Phase::analysis;
    case Life::open:
    case Life::paused: return safe || concern || acute;
    case Life::closed: return safe;
  }
  return false;
}

std::vector<Stage> every_stage_value() {
  std::vector<Stage> stages;
  for (const auto life : {Life::intake, Life::open, Life::paused, Life::closed, Life::erased})
    for (const auto phase : kAllPhases)
      for (const auto safety : {Safety::clear, Safety::concern, Safety::acute})
        for (int meldcode = -1; meldcode <= kMeldcodeSteps + 1; ++meldcode)
          stages.push_back({life, phase, safety, meldcode});
  return stages;
}

auto tied(const Stage& stage) { return std::tie(stage.life, stage.phase, stage.safety, stage.meldcode_step); }

}  // namespace

TEST_CASE("every stage answers every step as the rules say", "[lifecycle]") {
  std::size_t allowed = 0;
  for (const auto& stage : all_stages())
    for (const auto& step : all_steps()) {
      INFO(stage << " takes " << step);
      const auto to = next(stage, step);
      CHECK(to == expected(stage, step));
      allowed += to.has_value() ? 1U : 0U;
    }
  CHECK(allowed == 660);
}

TEST_CASE("the table says what the chart says, for every value of a stage", "[lifecycle]") {
  for (const auto& stage : every_stage_value())
    for (const auto& step : all_steps()) {
      INFO(stage << " takes " << step);
      CHECK(next(stage, step) == next_by_chart(stage, step));
    }
}

TEST_CASE("the stages that exist are exactly the ones that the meaning of a stage allows", "[lifecycle]") {
  std::vector<Stage> wanted;
  for (const auto& stage : every_stage_value())
    if (can_exist(stage)) wanted.push_back(stage);
  auto found = all_stages();
  const auto before = [](const Stage& a, const Stage& b) { return tied(a) < tied(b); };
  std::sort(wanted.begin(), wanted.end(), before);
  std::sort(found.begin(), found.end(), before);
  CHECK(found == wanted);
  CHECK(found.size() == 113);
}

TEST_CASE("from intake the steps lead to every stage and to no other value", "[lifecycle]") {
  std::vector<Stage> reached{Stage{}};
  for (std::size_t i = 0; i < reached.size(); ++i)
    for (const auto& step : all_steps()) {
      const auto to = next(reached[i], step);
      if (to && std::find(reached.begin(), reached.end(), *to) == reached.end()) reached.push_back(*to);
    }
  const auto stages = all_stages();
  CHECK(std::is_permutation(reached.begin(), reached.end(), stages.begin(), stages.end()));
}

TEST_CASE("every step exists once and keeps its place", "[lifecycle]") {
  const auto steps = all_steps();
  CHECK(steps.size() == 4 * kPhases + kMeldcodeSteps + 8);
  for (std::size_t i = 0; i < steps.size(); ++i) CHECK(std::count(steps.begin(), steps.end(), steps[i]) == 1);
  CHECK(all_steps() == steps);
  CHECK(all_stages() == all_stages());
}

TEST_CASE("a stage that cannot exist has no next, whatever is asked", "[lifecycle]") {
  std::size_t impossible = 0;
  for (const auto& stage : every_stage_value()) {
    const bool phase_counts = stage.life != Life::intake && stage.life != Life::erased;
    Stage plain = stage;
    if (!phase_counts) plain.phase = Phase::analysis;
    if (can_exist(plain)) continue;
    ++impossible;
    for (const auto& step : all_steps()) {
      INFO(stage << " takes " << step);
      CHECK(next(stage, step) == std::nullopt);
    }
  }
  CHECK(impossible > 200);
}

TEST_CASE("values outside their vocabulary are refused and nothing breaks", "[lifecycle]") {
  const Stage open{Life::open, Phase::analysis, Safety::clear, 0};
  const Stage strange[] = {{static_cast<Life>(9), Phase::analysis, Safety::clear, 0},
                           {Life::open, static_cast<Phase>(4), Safety::clear, 0},
                           {Life::open, Phase::analysis, static_cast<Safety>(-1), 0},
                           {Life::open, Phase::analysis, Safety::concern, 1 << 30},
                           {Life::open, Phase::analysis, Safety::concern, -5}};
  for (const auto& stage : strange)
    for (const auto& step : all_steps()) {
      CHECK(next(stage, step) == std::nullopt);
      CHECK(next_by_chart(stage, step) == std::nullopt);
    }
  const Stage concern{Life::open, Phase::analysis, Safety::concern, 5};
  for (const int meldcode : {-1, 0, 6, 1 << 30}) {
    CHECK(next(concern, {Kind::meldcode, {}, meldcode}) == std::nullopt);
    CHECK(next_by_chart(concern, {Kind::meldcode, {}, meldcode}) == std::nullopt);
  }
  for (const auto& step : {Step{Kind::enter_phase, static_cast<Phase>(4)}, Step{static_cast<Kind>(99)}}) {
    CHECK(next(open, step) == std::nullopt);
    CHECK(next_by_chart(open, step) == std::nullopt);
  }
}

}  // namespace casus::lifecycle
