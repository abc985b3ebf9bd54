// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/engine/library.hpp"
#include "core/model/case.hpp"
#include "core/model/commands.hpp"
#include "core/model/events.hpp"
#include "core/model/refusal.hpp"

namespace casus::engine {

/// What a command comes to: the events that follow from it, or why it is refused. A pure function of its arguments: no
/// clock, file, random number or global. The case is as it was; nothing has happened before the events are kept.
/// Rules R1-R18: core/engine/rules.hpp names the place of each. What puts an earlier event right (mending.hpp) is
/// decided on the history that made the case, and is refused without it; what says that two cases are one, or are not,
/// on the other case.
Outcome<Events, Refusal> decide(const Case& state, const Command& command, const Library& library,
                                const Events* history = nullptr, const Case* other = nullptr);

/// Somebody leaves the table because they left the team, or sat there for a time that is over. `command` says who says
/// so, who need not be at that table. Where groups go on side by side, nobody is left alone in one.
Events left_with_the_team(const Case& state, const Command& command, const Library& library, const std::string& person);

/// Whether a command is decided on the history.
bool asks_history(const CommandBody& body);

/// What the case becomes by an event. Knows no definition and calls no plugin, so a history can be read anywhere and
/// for ever. Throws Fault(store) for an event that cannot follow from `state` (a damaged history). An event that puts
/// an earlier one right (said.hpp: `puts_right`) is only noted: then the case has to be folded anew.
void evolve(Case& state, const Event& event);

/// The case that a history makes, as it was put right (put_right.hpp).
Case fold(std::string id, const Events& history);

}  // namespace casus::engine
