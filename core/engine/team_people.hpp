// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/model/refusal.hpp"
#include "core/model/team.hpp"

#include <string_view>

/// Who is in the team: two of one name are told apart, nobody is made or merged without a word. For the decider of the
/// team, and for who takes in another team.
namespace casus::engine {

/// The member whom a name means; refused when it is nobody's, or could be that of several.
Outcome<const Member*, Refusal> member_meant(const Team& team, std::string_view name);

/// Somebody who joins. The same name with another profession is asked about: it may be another person.
Outcome<MemberAdded, Refusal> member_added(const Team& team, const AddMember& command);

Outcome<MemberRenamed, Refusal> member_renamed(const Team& team, const RenameMember& command);

}  // namespace casus::engine
