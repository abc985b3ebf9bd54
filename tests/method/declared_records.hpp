// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/definition.hpp"
#include "tests/method/files.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>
#include <vector>

/// The example of a nominal group with records of a type of its own: in the first step, in the turns of the list, and
/// unseen where each votes.
namespace casus::test {

inline const std::string kRecordsMethod = "nominal-group/round";

inline nlohmann::ordered_json records_file() {
  using nlohmann::ordered_json;
  auto file = ordered_json::parse(source_file("plugins/examples/nominal-group/round.json"));
  file["record_types"] = ordered_json::parse(R"([{
    "id": "harm", "name": {"nl": "schade", "en": "harm"}, "mark": "own",
    "fields": [
      {"id": "what", "name": {"nl": "wat er gebeurde", "en": "what happened"}, "type": "text", "required": true, "mark": "own"},
      {"id": "severity", "name": {"nl": "ernst", "en": "severity"}, "type": "number", "required": true, "mark": "own",
       "scale": {"min": 0, "max": 10, "low": {"nl": "niets", "en": "nothing"}, "high": {"nl": "het ergste", "en": "the worst"}, "mark": "own"}},
      {"id": "seen-by", "name": {"nl": "wie zag het", "en": "who saw it"}, "type": "choice", "mark": "own", "options": [
        {"id": "worker", "name": {"nl": "hulpverlener", "en": "worker"}}, {"id": "family", "name": {"nl": "familie", "en": "family"}}]},
      {"id": "signs", "name": {"nl": "signalen", "en": "signs"}, "type": "checklist", "at_least": 0, "mark": "own", "options": [
        {"id": "tired", "name": {"nl": "moe", "en": "tired"}}, {"id": "quiet", "name": {"nl": "stil", "en": "quiet"}}]},
      {"id": "on", "name": {"nl": "wanneer", "en": "when"}, "type": "day", "mark": "own"},
      {"id": "with", "name": {"nl": "met wie", "en": "with whom"}, "type": "person", "mark": "own"},
      {"id": "from", "name": {"nl": "hoort bij", "en": "belongs to"}, "type": "reference", "to": ["fact", "harm"], "mark": "own"},
      {"id": "more", "name": {"nl": "meer", "en": "more"}, "type": "text", "mark": "own"}]}])");
  file["phases"]["analysis"][0]["kinds"].push_back("harm");
  auto& plan = file["phases"]["plan_of_action"];
  plan[1]["kinds"].push_back("harm");
  plan[1]["floor"]["per_turn"]["harm"] = 1;
  plan[3]["kinds"].push_back("harm");
  return file;
}

/// The example, in which each puts three at most in order, unseen.
inline nlohmann::ordered_json ranking(const std::string& how = "rank", bool hidden = true) {
  using nlohmann::json;
  using nlohmann::ordered_json;
  auto file = records_file();
  auto& step = file["phases"]["plan_of_action"][3];
  step["kinds"] = {"vote"};
  step["floor"] = {{"speakers", {"presenter", "member"}}, {"hidden", hidden}};
  step["vote"] = {{"kinds", {"idea", "harm"}}, {"step", "list"}, {"how", how}, {"most", 3}, {"mark", "own"}};
  step["done_when"][0]["holds"] = json::parse(R"({"every": "participants",
    "where": {"role": ["presenter", "member"], "present": true}, "has": {"in": "votes", "on": "by", "scope": "step"}})");
  auto fidelity = ordered_json::array();
  for (const auto& item : file["fidelity"])
    if (item.dump().find("choice") == std::string::npos) fidelity.push_back(item);
  file["fidelity"] = fidelity;
  return file;
}

inline std::pair<method::Definition, Problems> parsed(const nlohmann::ordered_json& file) {
  return method::parse(file.dump());
}

}  // namespace casus::test
