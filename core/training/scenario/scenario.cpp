// SPDX-License-Identifier: EUPL-1.2
#include "core/training/scenario/scenario.hpp"

#include "core/base/files/definition_file.hpp"
#include "core/base/files/definition_head.hpp"
#include "core/base/first_that.hpp"
#include "core/base/json/json_fields.hpp"
#include "core/base/json/json_place.hpp"
#include "core/method/content_hash.hpp"
#include "core/model/person_name.hpp"
#include "core/training/scenario/scenario_reach.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace casus::training {
namespace {

constexpr int kScenarioFormat = 2;

/// Format 1 had a text that claimed, beside a criterion that counted something else. The text becomes what it always
/// was: a question for people.
void upgrade_1_to_2(nlohmann::json& in) {
  if (!in.is_object() || in.value("format", nlohmann::json()) != 1) return;
  in["format"] = 2;
  if (!in.contains("goals") || !in["goals"].is_array()) return;
  for (auto& goal : in["goals"]) {
    if (!goal.is_object()) continue;
    if (goal.contains("text")) {
      goal["name"] = goal["text"];
      goal["judged"] = nlohmann::json::array({goal["text"]});
      goal.erase("text");
    }
    if (goal.contains("holds")) {
      goal["counted"] = {{"holds", goal["holds"]}};
      goal.erase("holds");
    }
  }
}

Scenario read_scenario(const nlohmann::json& in, Problems& problems) {
  Scenario out;
  fields::ObjectReader reader(in, "", problems);
  read_head(reader, kScenarioFormat, out);
  reader.optional("sources", out.sources);
  reader.required("goals", out.goals);
  reader.required("debrief", out.debrief);
  reader.required("persona", out.persona);
  reader.required("opening", out.opening);
  reader.required("network", out.network);
  reader.required("table", out.table);
  reader.optional("counters", out.counters);
  reader.required("facts", out.facts);
  reader.optional("events", out.events);
  reader.required("decisions", out.decisions);
  reader.required("paths", out.paths);
  reader.optional("hints", out.hints);
  reader.required("observe", out.observe);
  reader.optional("media", out.media);
  reader.finish();
  return out;
}

ScenarioFile scenario_file(const std::string& path) {
  ScenarioFile file{path, {}, {}};
  const auto bytes = read_definition(path);
  if (!bytes) file.problems.push_back(bytes.error());
  else std::tie(file.scenario, file.problems) = parse(*bytes);
  return file;
}

}  // namespace

const Option* DecisionPoint::option(std::string_view wanted) const { return with_id(options, wanted); }
const HiddenFact* Scenario::fact(std::string_view wanted) const { return with_id(facts, wanted); }
const PlannedEvent* Scenario::event(std::string_view wanted) const { return with_id(events, wanted); }
const Counter* Scenario::counter(std::string_view wanted) const { return with_id(counters, wanted); }
const Medium* Scenario::medium(std::string_view wanted) const { return with_id(media, wanted); }
const DecisionPoint* Scenario::decision(std::string_view wanted) const { return with_id(decisions, wanted); }

const Acquaintance* Scenario::acquaintance(std::string_view id_or_name) const {
  const auto wanted = folded(trimmed(id_or_name));
  for (const auto& person : network)
    if (wanted == person.id || same_name(person.name, id_or_name)) return &person;
  return nullptr;
}

void each_condition(const Scenario& s, const std::function<void(const Condition&, const std::string&)>& seen) {
  const auto one = [&](const std::optional<Condition>& when, const std::string& place) {
    if (when) seen(*when, place + "/when");
  };
  const auto versions = [&](const Delivery& delivery, const std::string& place) {
    for (std::size_t i = 0; i < delivery.versions.size(); ++i)
      seen(delivery.versions[i].when, fmt::format("{}/versions/{}/when", place, i));
  };
  for (std::size_t i = 0; i < s.goals.size(); ++i) seen(s.goals[i].counted, fmt::format("/goals/{}/counted", i));
  for (std::size_t i = 0; i < s.network.size(); ++i)
    for (std::size_t k = 0; k < s.network[i].answers.size(); ++k)
      seen(s.network[i].answers[k].when, fmt::format("/network/{}/answers/{}/when", i, k));
  for (std::size_t i = 0; i < s.facts.size(); ++i) {
    one(s.facts[i].when, fmt::format("/facts/{}", i));
    versions(s.facts[i].delivery, fmt::format("/facts/{}", i));
  }
  for (std::size_t i = 0; i < s.events.size(); ++i) {
    one(s.events[i].when, fmt::format("/events/{}", i));
    versions(s.events[i].delivery, fmt::format("/events/{}", i));
  }
  for (std::size_t i = 0; i < s.decisions.size(); ++i) {
    const auto place = fmt::format("/decisions/{}", i);
    one(s.decisions[i].when, place);
    for (std::size_t k = 0; k < s.decisions[i].options.size(); ++k)
      for (std::size_t e = 0; e < s.decisions[i].options[k].effects.size(); ++e)
        versions(s.decisions[i].options[k].effects[e].delivery, fmt::format("{}/options/{}/effects/{}", place, k, e));
  }
  for (std::size_t i = 0; i < s.hints.size(); ++i) one(s.hints[i].when, fmt::format("/hints/{}", i));
  for (std::size_t i = 0; i < s.media.size(); ++i) one(s.media[i].when, fmt::format("/media/{}", i));
}

std::pair<Scenario, Problems> parse(std::string_view bytes) {
  Problems problems;
  auto in = strict_json(bytes, kDefinitionBounds, problems);
  if (!in.is_object()) return {Scenario{}, std::move(problems)};
  upgrade_1_to_2(in);
  auto scenario = read_scenario(in, problems);
  scenario.hash = method::content_hash(bytes);
  scenario.source = bytes;
  // Meaning is looked at once the shape is right: half a scenario refers to what is not there.
  if (problems.empty()) problems = check(scenario);
  if (problems.empty()) problems = unreachable(scenario);
  place(problems, bytes);
  return {std::move(scenario), std::move(problems)};
}

std::vector<ScenarioFile> scan_scenarios(const std::vector<std::string>& folders) {
  std::vector<ScenarioFile> all;
  std::map<std::string, std::string> by_id;
  for (const auto& folder : existing_folders(folders)) {
    const auto paths = definition_files(folder);
    if (!paths) {
      all.push_back({folder, {}, {paths.error()}});
      continue;
    }
    for (const auto& path : *paths) {
      auto file = scenario_file(path);
      if (file.problems.empty())
        if (const auto [first, fresh] = by_id.emplace(file.scenario.id, path); !fresh) {
          // A copy of what ships, in a folder beside it, is the same scenario.
          const bool same = std::ranges::any_of(
              all, [&](const ScenarioFile& other) { return other.scenario.hash == file.scenario.hash; });
          if (same) continue;
          file.problems.push_back(
              {"/id", tell("wrong.taken_scenario", {{"id", file.scenario.id}, {"path", first->second}})});
        }
      all.push_back(std::move(file));
    }
  }
  return all;
}

}  // namespace casus::training
