// SPDX-License-Identifier: EUPL-1.2
// Sessions of chance, in the engine and in an SCXML interpreter of others: after each step both are in the same states.
#include "core/engine/engine.hpp"
#include "core/report/exchange/scxml.hpp"
#include "core/service/definitions.hpp"
#include "core/service/play/sessions.hpp"
#include "tests/engine/shipped.hpp"
#include "tests/method/files.hpp"
#include "tests/report/scxml_judging.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/size_asked.hpp"
#include "tests/support/temp_dir.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <set>

namespace casus::test {
namespace {

using nlohmann::ordered_json;
using report::DataModel;

constexpr int kAtOnce = 200;  ///< sessions that are held in memory

/// What a session is to a chart: its events, and the states in which the engine was before the first and after each.
struct Row {
  std::vector<std::string> events, states{"intake safety_clear"};
};

std::string state_of(const method::Definition& method, const StepEntered& entered) {
  const auto& steps = method.steps(entered.phase);
  const auto place = std::ranges::find(steps, entered.step, &method::Step::id) - steps.begin();
  return fmt::format("step_{}_{}", key(entered.phase), place + 1);
}

/// The name of the event for who was to go there by this command.
std::string event_for(const CommandBody& body, const StepEntered& entered, const std::string& state) {
  if (std::holds_alternative<NextStep>(body)) return "next." + state;
  if (std::holds_alternative<StartRound>(body)) return fmt::format("start_round.{}.{}", key(entered.phase), state);
  const auto* back = std::get_if<BackStep>(&body);
  REQUIRE(back != nullptr);  // by nothing else does a case come into a step here
  return (back->step.empty() ? "back." : "back_to.") + state;
}

/// Decided on anew.
Row row_of(const std::vector<Command>& moves, const method::Definition& method, const engine::Library& library) {
  Row row;
  Case state{.id = moves.front().case_id};
  for (const auto& command : moves) {
    const auto events = engine::decide(state, command, library);
    REQUIRE(events.has_value());
    for (const auto& event : *events) {
      engine::evolve(state, event);
      if (std::holds_alternative<CaseClosed>(event.body)) {
        row.events.push_back("close");
        row.states.push_back("closed");
      }
      const auto* entered = std::get_if<StepEntered>(&event.body);
      if (entered == nullptr) continue;
      const auto step = state_of(method, *entered);
      row.events.push_back(event_for(command.body, *entered, step));
      row.states.push_back("safety_clear " + step);
    }
  }
  return row;
}

void check_same(const std::string& chart, const std::vector<Row>& rows, DataModel model, std::uint64_t seed) {
  std::vector<std::vector<std::string>> events;
  for (const auto& row : rows) {
    auto& named = events.emplace_back();
    for (const auto& event : row.events) named.push_back(report::chart_name(event, model));
  }
  const auto states = judged_each(chart, events);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (states[i] == rows[i].states) continue;
    const auto [theirs, ours] = std::ranges::mismatch(states[i], rows[i].states);
    const auto at = static_cast<std::size_t>(ours - rows[i].states.begin());
    FAIL_CHECK("session " << seed + i << ", event " << at << " '" << (at == 0 ? "" : events[i][at - 1])
                          << "': the interpreter is in '" << *theirs << "', the engine in '" << *ours << "'");
  }
}

/// Plays the method in both, and gives how many of its steps were come to.
std::size_t check_method(const plugin::Catalogue& methods, std::string_view id) {
  static const auto kWorkflows = workflow::Catalogue::scan({CASUS_SOURCE_DIR "/workflows"});
  const auto& method = methods.find(id)->definition;
  const auto* workflow = &kWorkflows.find(method.workflow)->workflow;
  const auto memory = store::open_memory();
  const service::Definitions library(*memory, methods, kWorkflows);
  const int count = size_asked("CASUS_SESSIONS", 80);
  std::set<std::string> reached;
  for (int from = 0; from < count; from += kAtOnce) {
    const auto seed = static_cast<std::uint64_t>(1 + from);
    std::vector<Row> rows;
    for (const auto& moves :
         service::moves_of_sessions(methods, kWorkflows, method, std::min(kAtOnce, count - from), seed, Lang::nl))
      rows.push_back(row_of(moves, method, library));
    for (const auto model : {DataModel::null, DataModel::ecmascript})
      check_same(report::scxml(*workflow, &method, Lang::nl, model), rows, model, seed);
    for (const auto& row : rows) reached.insert(row.states.begin(), row.states.end());
  }
  return static_cast<std::size_t>(
      std::ranges::count_if(reached, [](const auto& states) { return states.starts_with("safety_clear step_"); }));
}

std::size_t steps_of(const method::Definition& method) {
  std::size_t count = 0;
  for (const auto phase : kAllPhases) count += method.steps(phase).size();
  return count;
}

/// The example of the guide, changed.
plugin::Catalogue changed(const TempDir& dir, const ordered_json& patch) {
  std::filesystem::create_directory(dir.path() / "nominal-group");
  const auto file = ordered_json::parse(source_file("plugins/examples/nominal-group/round.json")).patch(patch);
  dir.write("nominal-group/round.json", file.dump(1));
  return plugin::Catalogue::scan({dir.path().string()});
}

ordered_json add(const char* path, const char* value) {
  return {{"op", "add"}, {"path", path}, {"value", ordered_json::parse(value)}};
}

}  // namespace

TEST_CASE("Qt's SCXML interpreter goes through sessions of every method that ships as the engine does",
          "[report][scxml][sessions]") {
  for (const auto& id : shipped_methods()) {
    CAPTURE(id);
    CHECK(check_method(shipped_plugins(), id) == steps_of(shipped_plugins().find(id)->definition));
  }
}

TEST_CASE("Qt's SCXML interpreter goes through sessions of every example as the engine does",
          "[report][scxml][sessions]") {
  const auto examples = plugin::Catalogue::scan({CASUS_SOURCE_DIR "/plugins/examples"});
  // What makes the steps of a phase more than a straight line: among them they have each of these.
  bool when = false, menu = false, repeat = false, parallel = false, left_out = false;
  for (const auto id : examples.ids()) {
    CAPTURE(std::string(id));
    const auto& method = examples.find(id)->definition;
    CHECK(check_method(examples, id) == steps_of(method));
    for (const auto phase : kAllPhases) {
      left_out = left_out || method.leaves_out(phase).has_value();
      for (const auto& step : method.steps(phase)) {
        when = when || step.when;
        menu = menu || step.menu;
        repeat = repeat || step.repeat;
        parallel = parallel || step.parallel;
      }
    }
  }
  CHECK(when);
  CHECK(menu);
  CHECK(repeat);
  CHECK(parallel);
  CHECK(left_out);
}

TEST_CASE(
    "Qt's SCXML interpreter follows repeats until something, a role that goes round and a vote as the engine does",
    "[report][scxml][sessions]") {
  const auto until_holds = add("/phases/plan_of_action/2/repeat",
                               R"({"at_most": 3, "mark": "own", "until": {
        "text": {"nl": "Niemand noemt nog een bezwaar.", "en": "Nobody names a concern any more."},
        "holds": {"count": "contributions", "where": {"kind": "concern"}, "scope": "step", "at_most": 0}}})");
  const auto until_chosen = add("/phases/plan_of_action/2/repeat",
                                R"({"at_most": 3, "mark": "own", "until": {
        "text": {"nl": "Genoeg gepraat.", "en": "Enough said."}, "chosen_by": ["chair"],
        "again": {"nl": "Nog een keer.", "en": "Once more."}}})");
  const auto rotation =
      add("/rotations",
          R"([{"role": "note_taker", "per": "repeat", "step": "discuss", "among": ["member"], "mark": "own"}])");
  const auto vote = add("/phases/plan_of_action/3/vote",
                        R"({"kinds": ["idea"], "step": "list", "how": "choose", "most": 3, "mark": "own"})");
  const auto voting = add("/phases/plan_of_action/3/kinds", R"(["vote"])");
  const auto no_limit =
      add("/phases/plan_of_action/3/floor", R"({"speakers": ["presenter", "member"], "hidden": true})");
  for (const auto& patch : {ordered_json::array({until_holds, rotation, vote, voting, no_limit}),
                            ordered_json::array({until_chosen, rotation, vote, voting, no_limit})}) {
    const TempDir dir;
    const auto methods = changed(dir, patch);
    REQUIRE(methods.find("nominal-group/round") != nullptr);
    CHECK(check_method(methods, "nominal-group/round") == steps_of(methods.find("nominal-group/round")->definition));
  }
}

TEST_CASE("a chart for who has ECMAScript only asks nothing of names but that they are equal", "[report][scxml]") {
  const auto& method = shipped_plugins().find("eigen-kracht/lens")->definition;
  const auto chart = report::scxml(method, Lang::nl, DataModel::ecmascript);
  CHECK(chart.find("datamodel=\"ecmascript\" name=\"eigen_kracht_lens\"") != std::string::npos);
  CHECK(chart.find("casus:") == std::string::npos);
  CHECK(chart.find("cond=\"In('calm')\"") != std::string::npos);
  for (std::size_t at = 0; (at = chart.find("event=\"", at)) != std::string::npos;) {
    at += 7;
    const auto name = chart.substr(at, chart.find('"', at) - at);
    INFO(name);
    CHECK(std::ranges::all_of(name, [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; }));
  }
  // A step has one way on, and it is there by its whole name too.
  CHECK(judged(chart, {"next", "next_step_analysis_2"}).back() == "safety_clear step_analysis_2");
  CHECK(judged(chart, {"next", "next_step_analysis_3"}).back() == "safety_clear step_analysis_1");
}

TEST_CASE("a chart leads back to a step before by its name, and to none that is not behind", "[report][scxml]") {
  const auto& method = shipped_plugins().find("werf/werf")->definition;
  const auto states = judged(report::scxml(method, Lang::nl),
                             {"next", "next", "next", "back_to.step_analysis_3", "back_to.step_analysis_1",
                              "back_to.step_analysis_2", "raise_acute", "back_to.step_analysis_1"});
  CHECK(states[3] == states[4]);
  CHECK(states[5] == "safety_clear step_analysis_1");
  CHECK(states[6] == states[5]);
}

}  // namespace casus::test
