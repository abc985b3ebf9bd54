// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/role.hpp"

#include <optional>

namespace casus {

/// The role that nobody has beside this one: nobody leads the talk about what they brought in themselves (R3).
constexpr std::optional<Role> role_apart_from(Role role) {
  if (role == Role::presenter) return Role::chair;
  if (role == Role::chair) return Role::presenter;
  return std::nullopt;
}

}  // namespace casus
