// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/training/kept_definitions.hpp"

#include "core/base/fault.hpp"
#include "core/desk/definitions.hpp"
#include "core/desk/training/runs.hpp"
#include "core/text/problem_words.hpp"

namespace casus::desk {
namespace {

/// A log holds no signs that a terminal obeys.
std::string as_kept(std::string bytes) {
  std::erase(bytes, '\r');
  return bytes;
}

/// Reads what a run keeps by its own reader.
auto read_kept(Desk& desk, const training::Setup& setup, const std::string& id, const std::string& bytes,
               const auto& parse) {
  auto [definition, problems] = parse(bytes);
  if (!problems.empty())
    throw Fault(Fault::Kind::definition, desk.say("runs.kept_definition_wrong", "run"_is = setup.run, "id"_is = id,
                                                  "pointer"_is = problems.front().pointer,
                                                  "message"_is = text::problem_words(problems.front(), desk.voice())));
  return std::move(definition);
}

std::string kept_method(Desk& desk, const training::Setup& setup) {
  if (!setup.kept_method.empty()) return setup.kept_method;
  if (desk.has_store())
    if (auto bytes = desk.service().kept_definition(setup.method_hash)) return std::move(*bytes);
  desk.require_method(setup.method);
  throw played_otherwise(desk, setup, setup.method);
}

/// Which of the two texts holds: with the number of the version where that tells them apart.
text::Message changed(const std::string& id, const std::string& then, const std::string& now) {
  return then == now ? text::msg("runs.definition_changed_same_version", "id"_is = id, "version"_is = now)
                     : text::msg("runs.definition_changed", "id"_is = id, "then"_is = then, "now"_is = now);
}

}  // namespace

void keep_definitions(Desk& desk, training::Setup& setup) {
  const auto* method = desk.methods().find(setup.method);
  setup.method_hash = method->definition.hash;
  const auto* workflow = desk.workflows().find(method->definition.workflow);
  if (workflow == nullptr) return;  // the case cannot be opened, and says so
  setup.kept_method = as_kept(method->bytes);
  setup.kept_workflow = as_kept(workflow->bytes);
}

service::KeptDefinitions definitions_of(Desk& desk, const training::Setup& setup) {
  service::KeptDefinitions kept;
  const auto* here = desk.methods().find(setup.method);
  if (here == nullptr || here->definition.hash != setup.method_hash) {
    kept.method_bytes = kept_method(desk, setup);
    kept.method = read_kept(desk, setup, setup.method, kept.method_bytes, method::parse);
    if (const auto why = desk.methods().why_not(*kept.method); !why.empty())
      throw Usage{desk.say("methods.not_usable", "method"_is = setup.method, "why"_is = why)};
  }
  if (setup.kept_workflow.empty()) return kept;
  const auto& id = kept.method ? kept.method->workflow : here->definition.workflow;
  const auto* workflow = desk.workflows().find(id);
  if (workflow != nullptr && as_kept(workflow->bytes) == setup.kept_workflow) return kept;
  kept.workflow_bytes = setup.kept_workflow;
  kept.workflow = read_kept(desk, setup, id, kept.workflow_bytes, workflow::parse);
  return kept;
}

std::vector<text::Message> changed_since(Desk& desk, service::Replay& replay) {
  std::vector<text::Message> all;
  const auto& setup = replay.play().setup();
  const auto* scenario = scenario_here(setup.scenario);
  if (scenario == nullptr) all.push_back(text::msg("runs.scenario_gone", "scenario"_is = setup.scenario));
  else if (scenario->hash != setup.scenario_hash)
    all.push_back(text::msg("runs.scenario_changed", "scenario"_is = setup.scenario,
                            "then"_is = replay.play().scenario().version, "now"_is = scenario->version));
  const auto tell = [&](const auto& kept, const auto* now) {
    if (kept)
      all.push_back(now == nullptr ? text::msg("runs.definition_gone", "id"_is = kept->id)
                                   : changed(kept->id, kept->version, now->version));
  };
  const auto& kept = replay.kept();
  const auto* method = desk.methods().find(setup.method);
  tell(kept.method, method == nullptr ? nullptr : &method->definition);
  const auto* workflow = kept.workflow ? desk.workflows().find(kept.workflow->id) : nullptr;
  tell(kept.workflow, workflow == nullptr ? nullptr : &workflow->workflow);
  return all;
}

}  // namespace casus::desk
