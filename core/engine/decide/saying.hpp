// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"

#include <string>
#include <vector>

/// What holds for everything that somebody says in a step: a contribution, a record. Internal to core/engine.
namespace casus::engine {

/// What the floor and the rules make of it.
struct Heard {
  TurnUse turn = TurnUse::begins;
  bool hidden = false;
  std::string told_in;
  std::vector<Noticed> noticed;
};

/// Asks the floor, what the method listens for and its native rules. The step and the method must be there; people and
/// other contributions stand in `say` by their ids.
Outcome<Heard, Refusal> heard(const Deciding& d, const Say& say);

/// What somebody else wrote unseen is theirs to tell.
std::optional<Refusal> theirs_to_tell(const Deciding& d, const std::string& re);

tl::unexpected<Refusal> step_unknown(const Deciding& d);

/// Refuses because the method knows no such kind; names those of the step.
tl::unexpected<Refusal> kind_unknown(const Deciding& d, const std::string& kind);

}  // namespace casus::engine
