// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"

#include <string_view>
#include <vector>

/// Which stays in a step count as one: the table went back to it.
namespace casus {

/// In the same round, about the same.
bool same_time(const Visit& one, const Visit& other);

/// Whether what was noted in this stay counts in the phase that is going on. Going back within the phase changes
/// nothing; a new question, for which the case goes back to an earlier phase, starts afresh, and so does a new round.
bool counts_in_phase(const Case& state, int visit);

/// The group as which this one goes on: the last of the same people in the same step, when the table went back to it;
/// else itself.
std::string_view goes_on_as(const Case& state, std::string_view group);

/// Whether it counts in the step that is going on: noted there now, or before the table went back to it. What was noted
/// in a group (`group`: its id) counts on where the same people sit together again, else it is of that stay alone.
bool counts_here(const Case& state, int visit, std::string_view group = {});

/// The last stay in the step with this id that is over, that does not count as one with the stay that is going on, and
/// of which people read who said what; -1 when there was none.
int earlier_stay(const Case& state, std::string_view step);

/// What was chosen from menus, of each the last of those stays that count as one: where the table went back and chose
/// otherwise, what it chose before is no choice. In the order of `Case::branches`.
std::vector<const TakenBranch*> standing_branches(const Case& state);

/// The votes of this stay and of those that count as one with it; of who voted again when the table came back, the
/// last.
std::vector<const Ballot*> ballots(const Case& state, const Visit& visit);

}  // namespace casus
