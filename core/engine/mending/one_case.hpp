// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"

#include <cstdint>
#include <optional>
#include <string>

/// Two cases that are one, and two that are two after all. What a command says of the case that ends is decided by
/// `decide`; here is the half of the case that stays. Pure, as `decide` is.
namespace casus::engine {

/// What the case that stays takes over: CaseTakenIn, and behind it an event for everything that stands in the other
/// one: who is there, what was said, the plan, the network, requests, files. Ids are given anew; what both have stays
/// as the case that stays has it. Of the course of the other one - its steps, rounds, safety that is clear again -
/// nothing comes along: that is read in its own history. Refuses what would mix up two people.
Decided take_in(const Case& stays, const Command& command, const Case& gone, const Library& library);

/// What the case that stays gives back: what was said in the other one is destroyed here, where it never belonged; what
/// was added to that since is taken back. Whoever came along leaves, unless something else is theirs here.
Decided give_back(const Case& stays, const Command& command, const Case& gone, const Library& library,
                  const Events& history);

/// The same text is destroyed in the case that it came from: `number` is that of its event there.
Decided destroy_there(const Case& there, const Command& command, std::int64_t number, DestroyGround ground,
                      const Library& library, const Events& history);

/// Why a text that stands only in the history of a case that ended in this one may not be destroyed there; nothing when
/// it may. `number` and `history` are of that case, `ref` is what was typed. Whose the case is that stays decides.
std::optional<Refusal> may_not_destroy_left(const Case& stays, const Command& command, const std::string& ref,
                                            std::int64_t number, const Library& library, const Events& history);

/// A person, or all of it, is erased in the case that ended here too.
Decided erase_there(const Case& there, const Command& command, const EventBody& erased);

/// Why nothing is done any more in a case that goes on in another.
Refusal merged_away(const Case& c);

}  // namespace casus::engine
