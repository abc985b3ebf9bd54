// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"

#include <optional>
#include <string_view>
#include <vector>

/// Groups of a step that goes on in several at once. Internal to core/engine, and for who shows the table.
namespace casus::engine {

/// The groups with which a stay in a step begins: those of its last stay in this round, else what is made of the groups
/// that join here, or of who is there. Where people are mixed anew (or groups join that are), only a stay in the same
/// time of a repeat finds its groups again. Nothing where everybody talks together.
std::optional<GroupsMade> groups_to_begin(const Case& state, const method::Definition& method,
                                          const StepEntered& entered);

/// Those of the stay that is going on, with somebody who may speak from now on; nothing where that changes none.
std::optional<GroupsMade> groups_with(const Case& state, const method::Step& step, const std::string& person,
                                      const std::vector<Role>& roles);

/// The same without somebody who sits in one: whoever would be left alone by that sits with others.
std::optional<GroupsMade> groups_without(const Case& state, const method::Step& step, const std::string& person);

/// The same when `to` takes over from somebody who leaves the table, and has these roles from then on.
std::optional<GroupsMade> groups_handed(const Case& state, const method::Step& step, const std::string& from,
                                        const std::string& to, const std::vector<Role>& roles);

/// The same when two who sit in groups are one person; nothing where one of them sits in none.
std::optional<GroupsMade> groups_merged(const Case& state, const method::Step& step, const std::string& gone,
                                        const std::string& stays);

/// Somebody leaves the table (a ParticipantLeft), and whoever would be left alone in a group by that sits with others.
/// `step`: that is going on, or nullptr.
Events leaving_table(const Case& state, const method::Step* step, Event left);

/// Who may speak in this step, in one of its groups; empty: in all of it, or it has none. Without who only listens in
/// theirs.
std::vector<const Person*> speakers_in(const Case& state, const method::Step& step, std::string_view group);

/// The group of somebody in the stay that is going on; empty: none.
std::string_view group_of(const Case& state, std::string_view person);

/// Every group with a floor of its own: those of this stay, or one empty id where everybody talks together.
std::vector<std::string_view> floors(const Case& state);

/// Why somebody who may speak here cannot yet: they sit in no group. Nothing when they do, or there are none.
std::optional<Refusal> in_no_group(const Deciding& d);

}  // namespace casus::engine
