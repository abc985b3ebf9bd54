// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/model/commands.hpp"
#include "core/model/refusal.hpp"
#include "core/model/team/team.hpp"

#include <optional>
#include <string_view>

/// Who is in the team: two of one name are told apart, nobody is made or merged without a word. For the decider of the
/// team, and for who takes in another team.
namespace casus::engine {

/// The member whom a name means; refused when it is nobody's, or could be that of several.
Outcome<const Member*, Refusal> member_meant(const Team& team, std::string_view name);

/// Somebody who joins. The same name with another profession is asked about: it may be another person.
Outcome<MemberAdded, Refusal> member_added(const Team& team, const AddMember& command);

Outcome<MemberRenamed, Refusal> member_renamed(const Team& team, const RenameMember& command);

/// Why who asks may not do this to the team, whatever face it came by; asked before anything else is told. A team with
/// members is theirs, and of whoever looks after the store: both who does it and who types it is one of them. A team is
/// set up without a name; a name that is said is held to all the same. So is a line of learning or a signal, which is
/// kept without one (R15). Erasing who left asks more: decide_erasing.
std::optional<Refusal> may_not_change(const Team& team, const TeamCommand& command);

/// Why who asks may not open this case. In a team with members a case is opened by one of them: whoever opens it
/// answers for it, and a name that nobody knows answers for nothing. Without members nobody can be told apart.
std::optional<Refusal> may_not_open(const Team& team, const Command& command);

}  // namespace casus::engine
