// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/model/events.hpp"
#include "core/model/team/team.hpp"
#include "core/plugin/catalogue.hpp"
#include "core/service/kept_definitions.hpp"
#include "core/store/store.hpp"

#include <atomic>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

namespace casus::service {

/// Each definition that these events pin.
void each_pin(const Events& events, const std::function<void(const Pin& pin, bool is_workflow)>& visit);

/// The definitions that cases work by: what this machine offers, and what the store kept when a case was pinned to it.
/// A definition is kept once, by its content hash, in a stream of its own ("definition/<hash>"), so that an edited or
/// removed file never changes or hides a running case. Any thread may ask; what it gives stays until this goes.
class Definitions final : public engine::Library {
 public:
  /// `with`: what the store is held by while it is used; nothing when one thread alone uses it.
  Definitions(store::Store& store, const plugin::Catalogue& methods, const workflow::Catalogue& workflows,
              std::recursive_mutex* with = nullptr);

  const workflow::Workflow* pinned_workflow(const Pin& pin) const override;
  const method::Definition* pinned_method(const Pin& pin) const override;
  const workflow::Workflow* workflow(std::string_view id) const override;
  const method::Definition* method(std::string_view id) const override;
  std::vector<std::string_view> workflow_ids() const override { return workflows_.ids(); }
  std::vector<std::string_view> method_ids() const override { return methods_.ids(); }
  const method::Rules* rules(std::string_view method_id) const override;
  Text unusable(std::string_view method_id) const override;
  const method::Rules* rules(const method::Definition& pinned) const override { return methods_.rules(pinned); }
  Text unusable(const Pin& pin) const override;
  Text broken(std::string_view method_id) const override;
  std::span<const std::string> own_phrases(std::string_view list) const override;
  std::vector<std::string> members_meant(std::string_view name) const override;
  std::vector<std::string> names_of_member(std::string_view name) const override;
  std::optional<Time> in_team_since(std::string_view name) const override;
  bool has_team() const override;

  /// What a run keeps goes before what this machine offers under the same ids, until it is said again; nullptr: no run.
  /// Must live as long.
  void go_by(const KeptDefinitions* run) { run_ = run; }

  /// What the team of this store listens for besides; until it is said again.
  void listen_for(std::map<std::string, std::vector<std::string>, std::less<>> phrases);

  /// Who is in the team of this store; until it is said again.
  void know_members(std::vector<Member> members);
  /// Its members as they were said last, and nothing else of it. For who keeps others out meanwhile.
  const Team& known_team() const { return team_; }

  /// Keeps the definitions that these events pin, before the events themselves are kept.
  void keep(const Events& events, Time at);

  /// What the store keeps of a definition; nothing when it has none by this content hash.
  std::optional<std::string> kept(const std::string& hash) const;
  /// The same from another store, which kept it there. False when these bytes are another content.
  bool keep(const std::string& hash, const std::string& bytes, Time at);

  /// A group of commands was rolled back: what it kept is not in the store.
  void forget();

 private:
  using Phrases = std::map<std::string, std::vector<std::string>, std::less<>>;

  const method::Definition* of_run(std::string_view method_id) const;
  void keep(const Pin& pin, const std::string* bytes, Time at);
  void write(const std::string& hash, const std::string& bytes, Time at);
  const std::string* bytes_of_method(const Pin& pin) const;
  const std::string* bytes_of_workflow(const Pin& pin) const;

  auto hold() const { return std::unique_lock(mutex_); }

  std::recursive_mutex own_mutex_;
  std::recursive_mutex& mutex_;
  store::Store& store_;
  const plugin::Catalogue& methods_;
  const workflow::Catalogue& workflows_;
  std::atomic<const KeptDefinitions*> run_ = nullptr;
  std::set<std::string> in_store_;
  std::list<Phrases> own_phrases_;  ///< last the ones that hold; earlier ones for who was still looking at them
  Team team_;                       ///< its members alone
  mutable std::map<std::string, std::unique_ptr<method::Definition>> old_methods_;
  mutable std::map<std::string, std::unique_ptr<workflow::Workflow>> old_workflows_;
};

}  // namespace casus::service
