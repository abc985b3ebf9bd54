// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"

#include <string>
#include <utility>

namespace casus::service {

/// The definitions that a case goes by without one plugin, as if its library could not be used here: for who wants to
/// know what can be done all the same when that library does harm once it is asked.
class LibraryWithout final : public engine::Library {
 public:
  /// The plugin of this method. `all` must live as long.
  LibraryWithout(const engine::Library& all, std::string_view method, Text why)
      : all_(all), plugin_(method.substr(0, method.find('/') + 1)), why_(std::move(why)) {}

  const workflow::Workflow* pinned_workflow(const Pin& pin) const override { return all_.pinned_workflow(pin); }
  const method::Definition* pinned_method(const Pin& pin) const override { return all_.pinned_method(pin); }
  const workflow::Workflow* workflow(std::string_view id) const override { return all_.workflow(id); }
  const method::Definition* method(std::string_view id) const override { return all_.method(id); }
  std::vector<std::string_view> workflow_ids() const override { return all_.workflow_ids(); }
  std::vector<std::string_view> method_ids() const override { return all_.method_ids(); }

  const method::Rules* rules(std::string_view id) const override { return is_out(id) ? nullptr : all_.rules(id); }
  const method::Rules* rules(const method::Definition& pinned) const override {
    return is_out(pinned.id) ? nullptr : all_.rules(pinned);
  }
  Text unusable(std::string_view id) const override { return is_out(id) ? why_ : all_.unusable(id); }
  Text broken(std::string_view id) const override { return all_.broken(id); }
  Text unusable(const Pin& pin) const override { return is_out(pin.id) ? why_ : all_.unusable(pin); }

  std::span<const std::string> own_phrases(std::string_view list) const override { return all_.own_phrases(list); }
  std::vector<std::string> members_meant(std::string_view name) const override { return all_.members_meant(name); }
  std::vector<std::string> names_of_member(std::string_view name) const override { return all_.names_of_member(name); }
  std::optional<Time> in_team_since(std::string_view name) const override { return all_.in_team_since(name); }
  bool has_team() const override { return all_.has_team(); }

 private:
  bool is_out(std::string_view id) const { return id.starts_with(plugin_); }

  const engine::Library& all_;
  std::string plugin_;  ///< with the slash
  Text why_;
};

}  // namespace casus::service
