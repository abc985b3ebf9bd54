// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/role.hpp"
#include "core/plugin/catalogue.hpp"

#include <optional>
#include <string_view>

namespace casus::desk {

/// The role that one of these methods calls so, in any language: "hoofdpersoon" is the resident of a conference. What
/// a screen shows is taken, whichever method made it. Nothing when two methods give one word to two roles.
std::optional<Role> role_called(std::string_view typed, const plugin::Catalogue& methods);

/// The same, of the methods on this machine.
std::optional<Role> role_called_here(std::string_view typed);

}  // namespace casus::desk
