// SPDX-License-Identifier: EUPL-1.2
#include "tests/engine/shipped.hpp"

#include "tests/support/catch.hpp"

namespace casus::test {

namespace {

const workflow::Catalogue& shipped_workflows() {
  static const auto kWorkflows = workflow::Catalogue::scan({CASUS_SOURCE_DIR "/workflows"});
  return kWorkflows;
}

template <class Map>
auto* found(Map& in, std::string_view id) {
  const auto at = in.find(id);
  return at == in.end() ? nullptr : &at->second;
}

}  // namespace

const plugin::Catalogue& shipped_plugins() {
  static const auto kPlugins = plugin::Catalogue::scan({CASUS_PLUGIN_DIR}, [](const std::string&) { return true; });
  return kPlugins;
}

std::vector<std::string> shipped_methods() {
  std::vector<std::string> ids;
  for (const auto id : shipped_plugins().ids()) ids.emplace_back(id);
  REQUIRE(ids.size() == 8);
  return ids;
}

Shipped::Shipped() {
  for (const auto& entry : shipped_plugins().entries())
    if (entry.problems.empty()) methods_[entry.definition.id] = entry.definition;
  for (const auto& entry : shipped_workflows().entries())
    if (entry.problems.empty()) workflows_[entry.workflow.id] = entry.workflow;
  REQUIRE(methods_.size() == 8);
  REQUIRE(workflows_.size() == 3);
}

void Shipped::use_native_rules() {
  for (const auto& [id, definition] : methods_)
    if (!definition.library.empty()) rules_[id] = shipped_plugins().rules(id);
}

const workflow::Workflow* Shipped::pinned_workflow(const Pin& pin) const {
  if (const auto* now = workflow(pin.id); now != nullptr && now->hash == pin.hash) return now;
  return found(old_workflows_, pin.hash);
}

const method::Definition* Shipped::pinned_method(const Pin& pin) const {
  if (const auto* now = method(pin.id); now != nullptr && now->hash == pin.hash) return now;
  return found(old_methods_, pin.hash);
}

const workflow::Workflow* Shipped::workflow(std::string_view id) const { return found(workflows_, id); }
const method::Definition* Shipped::method(std::string_view id) const { return found(methods_, id); }

std::vector<std::string_view> Shipped::workflow_ids() const {
  std::vector<std::string_view> ids;
  for (const auto& [id, workflow] : workflows_) ids.push_back(id);
  return ids;
}

std::vector<std::string_view> Shipped::method_ids() const {
  std::vector<std::string_view> ids;
  for (const auto& [id, method] : methods_) ids.push_back(id);
  return ids;
}

const method::Rules* Shipped::rules(std::string_view method_id) const {
  const auto* rules = found(rules_, method_id);
  return rules == nullptr ? nullptr : *rules;
}

Text Shipped::unusable(std::string_view method_id) const {
  if (const auto* why = found(broken_, method_id)) return *why;
  if (method(method_id) != nullptr) return {};
  return {"De methode staat niet op deze computer.", "The method is not on this machine."};
}

std::span<const std::string> Shipped::own_phrases(std::string_view list) const {
  const auto* phrases = found(phrases_, list);
  return phrases == nullptr ? std::span<const std::string>{} : *phrases;
}

void Shipped::offer(method::Definition definition) {
  if (const auto* now = method(definition.id)) old_methods_[now->hash] = *now;
  methods_[definition.id] = std::move(definition);
}

void Shipped::offer(workflow::Workflow workflow) {
  if (const auto* now = this->workflow(workflow.id)) old_workflows_[now->hash] = *now;
  workflows_[workflow.id] = std::move(workflow);
}

void Shipped::lose_method(const std::string& id) { methods_.erase(id); }
void Shipped::lose_workflow(const std::string& id) { workflows_.erase(id); }

}  // namespace casus::test
