// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"

#include <optional>
#include <string_view>

/// The place that one person in each group of a step has: who that is, and what it means for who may speak. Internal to
/// core/engine, and for who shows the table.
namespace casus::engine {

/// Gives the place of a step to one in each group with which a stay in it begins: to whom had it last in this round; in
/// a later time of a repeat to the next in the group, first to whom did not have it in that repeat yet; else to the
/// first. Where only the others are mixed anew it stays with who has it. Nothing where the step has no place.
void give_places(const Case& state, const method::Definition& method, const StepEntered& entered, GroupsMade& made);

/// The same of groups of the stay that is going on: it stays with who has it. Where they sit in that group no more the
/// next behind them has it, or `to` where that is who takes over from them (`from`).
void keep_places(const Case& state, GroupsMade& made, std::string_view from = {}, std::string_view to = {});

/// Whether somebody only listens in their group now, as this step says of who has the place, or of the others. Who sits
/// alone does not.
bool listens_in_group(const Case& state, const method::Step& step, const Person& person);

/// Why who listens in their group cannot speak here; nothing when they may.
std::optional<Refusal> only_listens(const Deciding& d);

}  // namespace casus::engine
