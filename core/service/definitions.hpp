// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/model/events.hpp"
#include "core/plugin/catalogue.hpp"
#include "core/store/store.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>

namespace casus::service {

/// The definitions that cases work by: what this machine offers, and what the store kept when a case was pinned to it.
/// A definition is kept once, by its content hash, in a stream of its own ("definition/<hash>"), so that an edited or
/// removed file never changes or hides a running case.
class Definitions final : public engine::Library {
 public:
  Definitions(store::Store& store, const plugin::Catalogue& methods, const workflow::Catalogue& workflows);

  const workflow::Workflow* pinned_workflow(const Pin& pin) const override;
  const method::Definition* pinned_method(const Pin& pin) const override;
  const workflow::Workflow* workflow(std::string_view id) const override;
  const method::Definition* method(std::string_view id) const override;
  std::vector<std::string_view> workflow_ids() const override { return workflows_.ids(); }
  std::vector<std::string_view> method_ids() const override { return methods_.ids(); }
  const method::Rules* rules(std::string_view method_id) const override;
  Text unusable(std::string_view method_id) const override;
  std::span<const std::string> own_phrases(std::string_view list) const override;
  bool in_team(std::string_view name) const override;

  /// What the team of this store listens for besides; until it is said again.
  void listen_for(std::map<std::string, std::vector<std::string>, std::less<>> phrases) {
    own_phrases_ = std::move(phrases);
  }

  /// Who is in the team of this store; until it is said again.
  void know_members(std::set<std::string> folded_names) { members_ = std::move(folded_names); }

  /// Keeps the definitions that these events pin, before the events themselves are kept.
  void keep(const Events& events, Time at);

  /// A group of commands was rolled back: what it kept is not in the store.
  void forget() { in_store_.clear(); }

 private:
  std::optional<std::string> kept(const Pin& pin) const;
  void keep(const Pin& pin, const std::string* bytes, Time at);
  const std::string* bytes_of_method(const Pin& pin) const;
  const std::string* bytes_of_workflow(const Pin& pin) const;

  store::Store& store_;
  const plugin::Catalogue& methods_;
  const workflow::Catalogue& workflows_;
  std::set<std::string> in_store_;
  std::map<std::string, std::vector<std::string>, std::less<>> own_phrases_;
  std::set<std::string> members_;  ///< folded
  mutable std::map<std::string, std::unique_ptr<method::Definition>> old_methods_;
  mutable std::map<std::string, std::unique_ptr<workflow::Workflow>> old_workflows_;
};

}  // namespace casus::service
