// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"

#include <optional>
#include <string>
#include <string_view>

/// Who may type in somebody else's name. Internal to core/engine.
namespace casus::engine {

/// A name by one spelling: that of the case, else that of the team.
std::string known_as(const Deciding& d, std::string_view name);

bool same_person(const Deciding& d, std::string_view one, std::string_view other);

/// Our own rule, as nothing in the sources says who: at a table with one screen people type for each other, and so does
/// a colleague of the team. A stranger types for nobody; and nobody types for another what gets the typist into a case,
/// or makes it the typist's. Without a team nobody can be told to be a stranger. A meeting that seats those present has
/// decided for itself who may.
std::optional<Refusal> may_not_type(const Deciding& d);

/// What cannot be brought back is typed by whoever answers for it, and not in their name by somebody else.
std::optional<Refusal> typed_for_another(const Deciding& d);

}  // namespace casus::engine
