// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/plugin/catalogue.hpp"

#include <map>
#include <set>
#include <string>

namespace casus::test {

/// The definitions that ship, as a library whose content a test can change. Native rules only where a test asks for
/// them: without, what a method's JSON says is looked at alone.
class Shipped final : public engine::Library {
 public:
  Shipped();

  const workflow::Workflow* pinned_workflow(const Pin& pin) const override;
  const method::Definition* pinned_method(const Pin& pin) const override;
  const workflow::Workflow* workflow(std::string_view id) const override;
  const method::Definition* method(std::string_view id) const override;
  std::vector<std::string_view> workflow_ids() const override;
  std::vector<std::string_view> method_ids() const override;
  const method::Rules* rules(std::string_view method_id) const override;
  Text unusable(std::string_view method_id) const override;
  std::span<const std::string> own_phrases(std::string_view list) const override;

  /// From now on this is what the machine offers under its id; what cases are pinned to stays to be had.
  void offer(method::Definition definition);
  void offer(workflow::Workflow workflow);
  /// Taken from the machine, and what was kept of it too.
  void lose_method(const std::string& id);
  void lose_workflow(const std::string& id);
  void break_library(const std::string& id, Text why) { broken_[id] = std::move(why); }
  void set_rules(const std::string& id, const method::Rules* rules) { rules_[id] = rules; }
  void listen_for(const std::string& list, std::string phrase) { phrases_[list].push_back(std::move(phrase)); }
  /// The plugins' own rules, as built.
  void use_native_rules();

 private:
  std::map<std::string, method::Definition, std::less<>> methods_;
  std::map<std::string, workflow::Workflow, std::less<>> workflows_;
  std::map<std::string, method::Definition, std::less<>> old_methods_;  ///< by hash
  std::map<std::string, workflow::Workflow, std::less<>> old_workflows_;
  std::map<std::string, Text, std::less<>> broken_;
  std::map<std::string, const method::Rules*, std::less<>> rules_;
  std::map<std::string, std::vector<std::string>, std::less<>> phrases_;
};

/// "solution-focused/reflecting-team" and the six others.
std::vector<std::string> shipped_methods();

const plugin::Catalogue& shipped_plugins();

}  // namespace casus::test
