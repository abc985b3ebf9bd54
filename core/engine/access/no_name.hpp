// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/role.hpp"
#include "core/model/refusal.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace casus::engine {

/// What a new name may be besides a name.
enum class NameAlso { nothing, role_word };

/// Why this cannot be the name of somebody new: the program has it for something else, so that whoever is called so
/// would be taken for another. A number of the program ("p1", "b3", "5"); what stands in the place of a name
/// ("(gewist)"); and the word of a role, but for who has that role (`roles`), or where people are called by what they
/// are (`also`).
std::optional<Refusal> no_name(std::string_view name, const std::vector<Role>& roles = {},
                               NameAlso also = NameAlso::nothing);

}  // namespace casus::engine
