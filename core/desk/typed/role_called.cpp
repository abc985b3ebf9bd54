// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/typed/role_called.hpp"

#include "core/base/each_language.hpp"
#include "core/desk/places.hpp"

namespace casus::desk {

std::optional<Role> role_called(std::string_view typed, const plugin::Catalogue& methods) {
  const auto wanted = folded(trimmed(typed));
  std::optional<Role> found;
  for (const auto& entry : methods.entries()) {
    if (!entry.problems.empty()) continue;
    for (const auto& use : entry.definition.roles) {
      if (!is_name_of(wanted, use.name)) continue;
      if (found && *found != use.role) return std::nullopt;
      found = use.role;
    }
  }
  return found;
}

std::optional<Role> role_called_here(std::string_view typed) {
  return role_called(typed, plugin::Catalogue::scan(plugin_folders()));
}

}  // namespace casus::desk
