// SPDX-License-Identifier: EUPL-1.2
#include "core/method/upgrade.hpp"

#include <nlohmann/json.hpp>

namespace casus::method {
namespace {

using nlohmann::json;

/// Calls `done` with each object in the list under a key, if it is one.
void each_in(json& object, const char* key, auto done) {
  if (!object.is_object()) return;
  const auto list = object.find(key);
  if (list == object.end() || !list->is_array()) return;
  for (auto& item : *list)
    if (item.is_object()) done(item);
}

void mark(json& object, const char* key, const char* as) {
  if (!object.contains(key)) object[key] = as;
}

void mark(json& object, const char* as) { mark(object, "mark", as); }

bool names_source(const json& object) {
  const auto source = object.find("source");
  return source != object.end() && source->is_array() && !source->empty();
}

void upgrade_step(json& step) {
  const auto own = [](json& item) { mark(item, "own"); };
  each_in(step, "prompts", own);
  each_in(step, "done_when", own);
  if (const auto records = step.find("records"); records != step.end() && records->is_object()) own(*records);
  const auto minutes = step.find("minutes");
  if (minutes == step.end() || *minutes == 0) {
    step.erase("minutes_mark");
    return;
  }
  mark(step, "minutes_mark", "documented");
  const auto& says = step["minutes_mark"];
  if (step.contains("minutes_source") || (says != "documented" && says != "variant")) return;
  if (names_source(step)) step["minutes_source"] = step["source"];
  else step["minutes_mark"] = "own";
}

}  // namespace

void upgrade_1_to_2(json& file) {
  if (!file.is_object()) return;
  file["format"] = 2;
  if (const auto phases = file.find("phases"); phases != file.end() && phases->is_object())
    for (auto& [name, steps] : phases->items())
      if (steps.is_array())
        for (auto& step : steps)
          if (step.is_object()) upgrade_step(step);
  each_in(file, "phrases", [](json& list) { mark(list, "own"); });
  each_in(file, "text_checks", [](json& check) { mark(check, "own"); });
  each_in(file, "fidelity", [](json& item) { mark(item, names_source(item) ? "reconstruction" : "own"); });
}

}  // namespace casus::method
