// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/refusal.hpp"

#include <optional>
#include <string>

/// Who comes to a meeting and is not of the team comes for one case: whoever leads lets them in for what is on the
/// table then.
namespace casus::desk {

class Desk;

/// The case for which a guest of this meeting was let in last; empty when it was for none, or they went since. Nothing
/// for who is of the team, and before there is a team.
std::optional<std::string> guest_of(Desk& desk, const std::string& day, const std::string& name);

/// Whether somebody was at this meeting and went: nobody is about to let them in.
bool has_gone(Desk& desk, const std::string& day, const std::string& name);

/// Why what is on the table is not shown to such a guest.
Refusal not_for_guest();

}  // namespace casus::desk
