// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"

#include <optional>
#include <string_view>

/// Whose a case is, and when it can go elsewhere as a whole. Internal to core/engine.
namespace casus::engine {

/// Whether somebody owns the case: whose it is, or, when it is nobody's any more, who works in it or is of the team.
bool owns(const Case& c, const Library& library, std::string_view name);

/// Whether a name is that of a member of the team. Where somebody of the case who got up is called so, it is theirs,
/// and not that of a member whose name only begins so.
bool of_the_team(const Case& c, const Library& library, std::string_view name);

/// The seat of a member of the team, who may have been called otherwise when they came to the case; nullptr without
/// one.
const Person* seat_of_member(const Case& c, const Library& library, std::string_view name);

/// Enters anew the step that was left at that moment; nothing when none was.
std::optional<StepEntered> left_at(const Case& c, Time at);

/// Refuses in a step in which what is said stays hidden, or is nobody's to keep: that is finished first.
std::optional<Refusal> in_the_middle(const Case& c, const Library& library);

}  // namespace casus::engine
