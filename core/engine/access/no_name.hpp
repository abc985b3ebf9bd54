// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/role.hpp"
#include "core/model/case.hpp"
#include "core/model/refusal.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::engine {

/// What a new name may be besides a name.
enum class NameAlso { nothing, role_word };

/// The name of somebody new as it is kept (kept_name), without the full stop of the sentence that it was copied with:
/// "Ria." is Ria. An initial and what is cut short keep theirs: "N.", "Noor B.", "Jan Jr.".
std::string new_name(std::string_view name);
/// Who is called so in a case, with that stop or without; nullptr for somebody new.
const Person* person_called(const Case& state, std::string_view name);

/// Why this cannot be the name of somebody new: the program has it for something else, so that whoever is called so
/// would be taken for another. A number of the program ("p1", "b3", "5"); what stands in the place of a name
/// ("(gewist)"); and the word of a role, but for who has that role (`roles`), or where people are called by what they
/// are (`also`).
std::optional<Refusal> no_name(std::string_view name, const std::vector<Role>& roles = {},
                               NameAlso also = NameAlso::nothing);

/// Why nobody acts or looks under this name, whoever they are: it would be kept. What the program calls people by is
/// another person in each case; and a citizen service number, broken text or a whole page may be kept nowhere.
std::optional<Refusal> nobodys_name(std::string_view name);

}  // namespace casus::engine
