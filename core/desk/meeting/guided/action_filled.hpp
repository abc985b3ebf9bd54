// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// An action that was asked about, with what is typed right behind it in its place. Pure functions of the lines.
namespace casus::desk {

/// An action lacks who does it, or who checks: a name alone says that. As it was offered when it was: with the day
/// apart from the text.
std::string action_with_person(const std::string& name, const std::string& action);

/// "vrijdag", "dat doet mo wel", "vrijdag, anja kijkt na", "anja luistert mee", "nee, overmorgen", "nee dat doet anja":
/// the action with it; nothing when the line says more, or a field that stands there already and is not taken back.
std::optional<std::string> action_filled(const std::string& action, const std::string& line,
                                         const std::vector<std::string_view>& people, Date today);

}  // namespace casus::desk
