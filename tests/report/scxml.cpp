// SPDX-License-Identifier: EUPL-1.2
#include "core/report/exchange/scxml.hpp"

#include "core/lifecycle/lifecycle.hpp"
#include "core/plugin/catalogue.hpp"
#include "core/service/play/rehearsal.hpp"
#include "tests/report/golden.hpp"
#include "tests/report/sample.hpp"
#include "tests/report/scxml_judging.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <random>
#include <set>

namespace casus::test {

namespace {

const plugin::Catalogue& scxml_methods() {
  static const auto kMethods = plugin::Catalogue::scan({CASUS_PLUGIN_DIR});
  return kMethods;
}

const workflow::Catalogue& scxml_workflows() {
  static const auto kWorkflows = workflow::Catalogue::scan({CASUS_SOURCE_DIR "/workflows"});
  return kWorkflows;
}

std::string event_of(const lifecycle::Step& step) {
  using lifecycle::Kind;
  const auto phase = key(step.phase);
  switch (step.kind) {
    case Kind::open: return fmt::format("open.{}", phase);
    case Kind::enter_phase: return fmt::format("enter_phase.{}", phase);
    case Kind::start_round: return fmt::format("start_round.{}", phase);
    case Kind::pause: return "pause";
    case Kind::resume: return "resume";
    case Kind::close: return "close";
    case Kind::reopen: return fmt::format("reopen.{}", phase);
    case Kind::erase: return "erase";
    case Kind::raise_concern: return "raise_concern";
    case Kind::meldcode: return fmt::format("meldcode.{}", step.meldcode_step);
    case Kind::raise_acute: return "raise_acute";
    case Kind::handle_acute: return "handle_acute";
    case Kind::clear_safety: return "clear_safety";
  }
  return {};
}

/// The active states of a chart without steps that is in this stage, in alphabetical order.
std::string states_of(const Stage& stage) {
  const auto life = stage.life == Life::open ? fmt::format("phase_{}", key(stage.phase)) : std::string(key(stage.life));
  if (stage.life == Life::closed || stage.life == Life::erased) return life;
  const std::string safety = stage.safety == Safety::clear     ? "safety_clear"
                             : stage.safety == Safety::concern ? fmt::format("meldcode_{}", stage.meldcode_step)
                             : stage.meldcode_step == 0        ? "acute_new"
                                                               : "acute_within_concern";
  return std::min(life, safety) + " " + std::max(life, safety);
}

}  // namespace

TEST_CASE("Qt's SCXML interpreter and the lifecycle go through the same states on random events", "[report][scxml]") {
  std::mt19937 random(20260302);
  const auto steps = lifecycle::all_steps();
  for (const auto& entry : scxml_workflows().entries()) {
    REQUIRE(entry.problems.empty());
    Stage stage;
    std::vector<std::string> events, expected{states_of(stage)};
    std::size_t moved = 0;
    std::set<std::string> seen;
    for (int i = 0; i < 6000; ++i) {
      // Erasing and closing end or empty a walk: seldom. Most events here are not allowed, and must change nothing.
      auto step = steps[random() % steps.size()];
      if ((step.kind == lifecycle::Kind::erase && i < 5990) ||
          (step.kind == lifecycle::Kind::close && random() % 4 != 0))
        step = {lifecycle::Kind::raise_concern};
      events.push_back(event_of(step));
      if (const auto next = lifecycle::next(stage, step)) {
        ++moved;
        stage = *next;
      }
      expected.push_back(states_of(stage));
      seen.insert(expected.back());
    }
    CHECK(moved > 500);
    CHECK(seen.size() > 30);
    const auto states = judged(report::scxml(entry.workflow, nullptr, Lang::nl), events);
    for (std::size_t i = 0; i < states.size(); ++i) {
      INFO(entry.workflow.id << ", event " << i << ": " << (i == 0 ? "start" : events[i - 1]));
      REQUIRE(states[i] == expected[i]);
    }
  }
}

TEST_CASE("Qt's SCXML interpreter walks the steps of every shipped method as the engine does", "[report][scxml]") {
  for (const auto id : scxml_methods().ids()) {
    INFO(id);
    const auto& method = scxml_methods().find(id)->definition;
    const auto& workflow = scxml_workflows().find(method.workflow)->workflow;
    const auto played = service::rehearse(scxml_methods(), scxml_workflows(), std::string(id), Lang::nl);
    REQUIRE(played.through);
    // Everything that moved the case, as an event; where the engine was after it.
    std::vector<std::string> events, expected{"intake safety_clear"};
    const auto in_step = [&](const StepEntered& entered) {
      const auto& steps = method.steps(entered.phase);
      const auto place = std::ranges::find(steps, entered.step, &method::Step::id) - steps.begin();
      return fmt::format("step_{}_{}", key(entered.phase), place + 1);
    };
    std::optional<Phase> round;
    for (const auto& event : played.events) {
      if (const auto* started = std::get_if<RoundStarted>(&event.body)) round = started->phase;
      if (std::holds_alternative<CaseClosed>(event.body)) {
        events.push_back("close");
        expected.push_back("closed");
      }
      const auto* entered = std::get_if<StepEntered>(&event.body);
      if (entered == nullptr) continue;
      events.push_back(round ? fmt::format("start_round.{}", key(*round)) : "next");
      round.reset();
      expected.push_back("safety_clear " + in_step(*entered));
    }
    CHECK(events.size() > 5);
    CHECK(judged(report::scxml(workflow, &method, Lang::en), events) == expected);
    // And back again, step by step, from the end of the method drawn alone.
    const auto alone = report::scxml(method, Lang::nl);
    std::vector<std::string> there_and_back;
    std::size_t steps = 0;
    for (const auto phase : kAllPhases) steps += method.steps(phase).size();
    for (std::size_t i = 0; i < steps; ++i) there_and_back.push_back("next");
    for (std::size_t i = 0; i + 1 < steps; ++i) there_and_back.push_back("back");
    const auto states = judged(alone, there_and_back);
    for (std::size_t i = 1; i < steps; ++i) CHECK(states[steps + i] == states[steps - i]);
  }
}

TEST_CASE("Qt's SCXML interpreter walks a step that comes again as the engine does", "[report][scxml]") {
  const auto examples = plugin::Catalogue::scan({CASUS_SOURCE_DIR "/plugins/examples"});
  const std::string id = "nominal-group/round";
  const auto& method = examples.find(id)->definition;
  const auto played = service::rehearse(examples, scxml_workflows(), id, Lang::nl);
  REQUIRE(played.through);
  std::vector<std::string> events, expected;
  int again = 0;
  for (const auto& event : played.events) {
    if (std::holds_alternative<RoundStarted>(event.body) || std::holds_alternative<CaseClosed>(event.body)) break;
    const auto* entered = std::get_if<StepEntered>(&event.body);
    if (entered == nullptr) continue;
    again = std::max(again, entered->again);
    const auto& steps = method.steps(entered->phase);
    const auto place = std::ranges::find(steps, entered->step, &method::Step::id) - steps.begin();
    const auto state = fmt::format("step_{}_{}", key(entered->phase), place + 1);
    if (!expected.empty()) events.push_back("next." + state);
    expected.push_back("safety_clear " + state);
  }
  CHECK(again > 0);
  const auto& workflow = scxml_workflows().find(method.workflow)->workflow;
  events.insert(events.begin(), "next");
  expected.insert(expected.begin(), "intake safety_clear");
  CHECK(judged(report::scxml(workflow, &method, Lang::nl), events) == expected);
}

TEST_CASE("acute danger holds the steps of a chart, and a pause keeps both regions", "[report][scxml]") {
  const auto known = sample_definitions();
  const auto chart = report::scxml(known.known_workflow, &known.known_method, Lang::nl);
  const auto states = judged(chart, {"next", "raise_concern", "meldcode.2", "raise_acute", "next", "pause",
                                     "handle_acute", "next", "pause", "next", "resume", "close", "clear_safety"});
  CHECK(states[4] == "acute_within_concern step_analysis_1");
  CHECK(states[5] == states[4]);
  CHECK(states[6] == states[4]);
  CHECK(states[7] == "meldcode_2 step_analysis_1");
  CHECK(states[8] == "meldcode_2 step_analysis_2");
  CHECK(states[9] == "meldcode_2 paused");
  CHECK(states[10] == states[9]);
  CHECK(states[11] == states[8]);
  CHECK(states[12] == states[8]);
  CHECK(states[13] == "safety_clear step_analysis_2");
}

TEST_CASE("a chart goes past a phase that the method leaves out", "[report][scxml]") {
  auto known = sample_definitions();
  auto& method = known.known_method;
  const auto left_out = known.known_workflow.phases[1].phase;
  const auto next = known.known_workflow.phases[2].phase;
  method.phases[index_of(left_out)].clear();
  method.left_out[index_of(left_out)] = {{"Hoort er niet bij.", "No part of it."}};
  const auto chart = report::scxml(known.known_workflow, &method, Lang::nl);
  const auto first = known.known_workflow.phases.front().phase;
  const std::vector<std::string> on(method.steps(first).size() + 1, "next");
  CHECK(judged(chart, on).back() == fmt::format("safety_clear step_{}_1", key(next)));
  CHECK(chart.find(fmt::format("phase_{}", key(left_out))) == std::string::npos);
}

TEST_CASE("a hostile name does not break a chart", "[report][scxml]") {
  auto known = sample_definitions();
  known.known_workflow.name = {kHostile, kHostile};
  for (auto& steps : known.known_method.phases)
    for (auto& step : steps) step.name = {kHostile, kHostile};
  const auto chart = report::scxml(known.known_workflow, &known.known_method, Lang::nl);
  CHECK(judged(chart, {"next"}).back() == "safety_clear step_analysis_1");
  CHECK(accepted_by("xmllint", "--noout", chart));
}

}  // namespace casus::test
