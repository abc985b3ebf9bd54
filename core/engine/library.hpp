// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/method/definition.hpp"
#include "core/method/plugin_api.hpp"
#include "core/model/case/opening.hpp"
#include "core/workflow/workflow.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace casus::engine {

/// The definitions that `decide` works with. What it answers may not change while a command is decided.
class Library {
 public:
  virtual ~Library() = default;

  /// The definition with exactly this content, or nullptr when it is nowhere to be had.
  virtual const workflow::Workflow* pinned_workflow(const Pin& pin) const = 0;
  virtual const method::Definition* pinned_method(const Pin& pin) const = 0;

  /// What this machine offers now under an id.
  virtual const workflow::Workflow* workflow(std::string_view id) const = 0;
  virtual const method::Definition* method(std::string_view id) const = 0;
  virtual std::vector<std::string_view> workflow_ids() const = 0;
  virtual std::vector<std::string_view> method_ids() const = 0;

  /// Native rules of a method, nullptr without a library. Pure, guarded (see method::Rules).
  virtual const method::Rules* rules(std::string_view method_id) const = 0;

  /// Why a method cannot be worked with on this machine (plugin gone, library refused); empty when it can.
  virtual Text unusable(std::string_view method_id) const = 0;

  /// The same of a definition that a case is pinned to, which may be another than what this machine offers now.
  virtual const method::Rules* rules(const method::Definition& pinned) const { return rules(pinned.id); }
  virtual Text unusable(const Pin& pin) const { return unusable(pin.id); }

  /// What is wrong with the file that should give a method which this machine does not offer; empty when there is none.
  virtual Text broken(std::string_view method_id) const {
    (void)method_id;
    return {};
  }

  /// Phrases that the team added to a list, by its whole name ("werf/advice", "casus/advice"; see
  /// method::phrase_list_name). They serve remarks and suggestions only: nothing is refused for them.
  virtual std::span<const std::string> own_phrases(std::string_view list) const = 0;

  /// Members of the team of this store whom a name may mean, in the team's spelling: who is called so, else all whose
  /// name begins so. None for a store without a team.
  virtual std::vector<std::string> members_meant(std::string_view name) const {
    (void)name;
    return {};
  }
  /// All that the one member whom the name means is and was called, the name of now first; none when it means nobody,
  /// or several.
  virtual std::vector<std::string> names_of_member(std::string_view name) const {
    (void)name;
    return {};
  }
  /// When the one member whom the name means joined; nothing when it means nobody, or several.
  virtual std::optional<Time> in_team_since(std::string_view name) const {
    (void)name;
    return std::nullopt;
  }
  /// Whether the store has a team with somebody in it.
  virtual bool has_team() const { return false; }
  /// Whether the team has exactly one member whom the name means.
  bool in_team(std::string_view name) const { return members_meant(name).size() == 1; }
  /// Whether two names are of one member, who was called otherwise once.
  bool one_member(std::string_view one, std::string_view other) const {
    const auto meant = members_meant(one);
    return meant.size() == 1 && meant == members_meant(other);
  }

 protected:
  Library() = default;
  Library(const Library&) = default;
  Library& operator=(const Library&) = default;
};

}  // namespace casus::engine
