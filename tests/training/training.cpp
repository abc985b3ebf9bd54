// SPDX-License-Identifier: EUPL-1.2
#include "tests/training/training.hpp"

#include "core/engine/explain/explain.hpp"
#include "tests/method/files.hpp"

#include <nlohmann/json.hpp>

namespace casus::training {

std::string small_example() {
  const auto page = source_file("workflows/README.md");
  constexpr std::string_view kBegin = "```json\n";
  const auto section = page.find("# Training with scenarios");
  const auto begin = page.find(kBegin, section) + kBegin.size();
  return page.substr(begin, page.find("```", begin) - begin);
}

std::string small_patched(std::string_view patch) {
  return nlohmann::ordered_json::parse(small_example()).patch(nlohmann::ordered_json::parse(patch)).dump();
}

const plugin::Catalogue& shipped_methods() {
  static const auto kMethods = plugin::Catalogue::scan({CASUS_PLUGIN_DIR}, [](const std::string&) { return true; });
  return kMethods;
}

const workflow::Catalogue& shipped_workflows() {
  static const auto kWorkflows = workflow::Catalogue::scan({CASUS_SOURCE_DIR "/workflows"});
  return kWorkflows;
}

std::vector<ScenarioFile> shipped_scenarios() { return scan_scenarios({CASUS_SOURCE_DIR "/workflows/scenarios"}); }

const Scenario& shipped_scenario(std::string_view id) {
  static const auto kFiles = shipped_scenarios();
  for (const auto& file : kFiles)
    if (file.scenario.id == id) return file.scenario;
  throw std::runtime_error("no scenario " + std::string(id));
}

service::Replay begun(const Scenario& scenario, std::string_view method, std::int64_t seed, Mode mode) {
  Setup setup{.run = "run",
              .scenario = scenario.id,
              .scenario_hash = scenario.hash,
              .method = std::string(method),
              .method_hash = shipped_methods().find(method)->definition.hash,
              .mode = mode,
              .seed = seed,
              .at = *time_from("2026-03-02T09:00:00Z")};
  return service::Replay(scenario, setup, shipped_methods(), shipped_workflows());
}

Move by(std::string_view who, PlayBody body) { return {std::string(who), std::nullopt, std::move(body)}; }

Move says(std::string_view who, std::string_view kind, std::string_view text) {
  return by(who, CommandBody(Say{{.kind = std::string(kind), .text = std::string(text)}}));
}

std::vector<std::string> out_of(const Beat& beat) {
  std::vector<std::string> ids;
  for (const auto& out : beat.came_out) ids.push_back(out.id);
  return ids;
}

bool play_through(service::Replay& replay) {
  auto& play = replay.play();
  for (int moves = 0; moves < 400; ++moves) {
    if (play.state().round > 1 || play.state().stage.life == Life::closed) return true;
    const auto way = engine::explain(play.state(), replay.library(), "Noor", play.clock(), Lang::nl).way;
    if (way.empty()) return false;
    for (const auto& command : way)
      if (play.take(by(command.by, command.body)).refusal) return false;
  }
  return false;
}

}  // namespace casus::training
