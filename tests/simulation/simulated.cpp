// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/simulated.hpp"
#include "tests/support/problems.hpp"

#include "core/plugin/catalogue.hpp"
#include "core/service/definitions.hpp"
#include "core/store/store.hpp"
#include "core/workflow/workflow.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {

const engine::Library& simulated_library() {
  static const auto kMethods = plugin::Catalogue::scan(
      {CASUS_PLUGIN_DIR, CASUS_SOURCE_DIR "/tests/bench/light/methods"}, [](const std::string&) { return true; });
  static const auto kWorkflows =
      workflow::Catalogue::scan({CASUS_SOURCE_DIR "/workflows", CASUS_SOURCE_DIR "/tests/bench/light/workflows"});
  static const auto kStore = store::open_memory();
  static const service::Definitions kLibrary(*kStore, kMethods, kWorkflows);
  return kLibrary;
}

std::string shipped_assumptions() { return content_of(CASUS_SOURCE_DIR "/workflows/caseload/neighbourhood-team.json"); }

std::string assumptions_with(const std::map<std::string, double>& numbers) {
  auto bytes = shipped_assumptions();
  for (const auto& [pointer, value] : numbers) {
    auto [changed, problems] = simulation::with_number(bytes, pointer, value);
    if (!problems.empty()) throw std::runtime_error(pointer + ": " + english(problems.front()));
    bytes = std::move(changed);
  }
  return bytes;
}

std::string one_queue(double cases_per_week, double meeting_minutes) {
  auto in = nlohmann::ordered_json::parse(assumptions_with({{"/team/cases_per_week", cases_per_week},
                                                            {"/team/workers", 4},
                                                            {"/team/absence", 0},
                                                            {"/meeting/minutes", meeting_minutes},
                                                            {"/meeting/fixed_minutes", 0},
                                                            {"/meeting/overrun", 0},
                                                            {"/meeting/spread", 0},
                                                            {"/days/intake/from", 0},
                                                            {"/days/intake/to", 0},
                                                            {"/days/warm_up_weeks", 60},
                                                            {"/ending/closes", 1}}));
  const nlohmann::ordered_json sure{{"value", 1}, {"source", "assumption"}};
  in["methods"] = {{{"method", "light/phases"},
                    {"weight", sure},
                    {"outside", {"network_involvement", "evaluation"}},
                    {"outside_days", {{"from", 0}, {"to", 0}, {"source", "assumption"}}}}};
  auto problem = in["problems"][0];
  problem["size"] = sure;
  problem["concern"]["value"] = 0;
  in["problems"] = {problem};
  return in.dump();
}

std::vector<simulation::UnitResult> simulated(const simulation::CaseloadPlan& plan, int threads) {
  std::vector<simulation::UnitResult> all;
  const std::atomic<bool> never = false;
  (void)simulation::run_caseload(simulated_library(), plan, 0, threads, never,
                                 [&](simulation::UnitResult result) { all.push_back(std::move(result)); });
  return all;
}

}  // namespace casus::test
