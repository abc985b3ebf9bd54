// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin/trial.hpp"

#include <nlohmann/json.hpp>

#include <cstdlib>

namespace casus::test {

std::string method_json(std::string_view id, std::string_view library) {
  const auto text = [](const char* nl, const char* en) { return nlohmann::ordered_json{{"nl", nl}, {"en", en}}; };
  nlohmann::ordered_json json{
      {"format", 1},
      {"id", id},
      {"version", "1.0.0"},
      {"name", text("Proef", "Trial")},
      {"summary", text("Alleen voor een test.", "For a test only.")},
      {"status", "own"},
      {"status_note", text("Bedacht voor een test.", "Made up for a test.")},
      {"workflow", "weekly-review"},
      {"roles", {{{"role", "member"}, {"name", text("teamlid", "team member")}}}},
      {"fidelity",
       {{{"id", "question"},
         {"text", text("Er is een hulpvraag.", "There is a question.")},
         {"source", nlohmann::ordered_json::array()},
         {"holds", {{"present", "question"}}}}}},
      {"sources", nlohmann::ordered_json::array()},
  };
  if (!library.empty()) json["library"] = library;
  for (const auto* phase : {"analysis", "plan_of_action", "network_involvement", "evaluation"})
    json["phases"][phase] = {{{"id", std::string("in-") + phase[0]},
                              {"name", text("Stap", "Step")},
                              {"mark", "own"},
                              {"floor", {{"speakers", {"member"}}}},
                              {"kinds", {"note"}}}};
  return json.dump(1);
}

std::string trial_library(std::string_view name) {
  return std::string(CASUS_TRIAL_PLUGINS) + "/" + std::string(name) + ".so";
}

TrialPlugin::TrialPlugin(std::string_view method_id, std::string_view library_bytes) {
  dir.write("trial/m.json", method_json(method_id, "trial"));
  dir.write("trial/trial.so", library_bytes);
}

bool trial_has_run() {
  const bool has_run = std::getenv("CASUS_TRIAL_HAS_RUN") != nullptr;
  unsetenv("CASUS_TRIAL_HAS_RUN");
  return has_run;
}

}  // namespace casus::test
