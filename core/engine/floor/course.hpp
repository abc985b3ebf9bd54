// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/method/definition.hpp"
#include "core/model/case.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Which steps of a phase come in this case: what is entered, what is passed over, and where `back` leads.
namespace casus::engine {

/// The step where the case is, of the method that it is pinned to; nullptr where it is in none, or the definition is
/// not to be had.
const method::Step* step_here(const Case& state, const Library& library);

/// Where a step leads at this moment.
struct Onward {
  const method::Step* step = nullptr;              ///< nullptr: out of the phase
  std::vector<const method::Step*> passed_over{};  ///< on the way, as what they are entered for is not so
  std::string about{};                             ///< of a step that comes again: what it is about this time
  int again = 0;                                   ///< and how often it came before
};

/// Out of `from`, a step of this phase of the case's method. The criteria see the case as it is before that is left.
Onward onward(const Case& state, Time at, const Library& library, const method::Definition& method, Phase phase,
              const method::Step& from);

/// Into a phase of the case: every phase has a step that always comes.
Onward way_in(const Case& state, Time at, const Library& library, const method::Definition& method, Phase phase);

/// The branch that was last taken, in this round, from the menu of this step; empty when none was.
std::string_view branch_taken(const Case& state, Phase phase, std::string_view menu);
/// The same for the step where the case is; whether a repeat goes on is chosen anew in every stay.
std::string_view branch_taken(const Case& state, const method::Step& step);

/// Whether what was chosen in this stay counts in the step where the case is: where the table went back to it, what was
/// chosen from a menu stands, and not whether a repeat goes on.
bool choice_counts(const Case& state, const Library& library, int visit);

/// Whether there is something to choose in the step where the case is: behind the last time of a repeat there is not.
bool offers_choice(const Case& state, const method::Definition& method, const method::Step& step);

/// Who chooses from a menu: those it names, else the chair.
std::vector<Role> who_choose(const method::Menu& menu);

/// Whether the case can go back to this step in this round: it always comes, or was come to and not passed over since.
bool lies_behind(const Case& state, Phase phase, const method::Step& step);

/// Where `back` leads.
struct Backward {
  const method::Step* step = nullptr;  ///< nullptr: out of the phase
  std::string about{};                 ///< as in Onward
  int again = 0;
};

/// The last of the steps before `before` (nullptr: of all) that lies behind; of one that comes again the last time, and
/// before the first step of a time the last one of the time before.
Backward one_before(const Case& state, const method::Definition& method, Phase phase, const method::Step* before);

/// Back to this step, which lies behind: of one that comes again the last time that it came.
Backward back_to(const Case& state, const method::Definition& method, Phase phase, const method::Step& step);

/// The steps of a phase that can still come, from the one where the case is, that included; of a phase where it is not,
/// all that can. Of a menu where nothing was chosen, the branch that takes longest with so many people. A step that
/// comes again stands there for each time: as often as there is something to go through, or as it may.
std::vector<const method::Step*> still_to_come(const Case& state, Time at, const Library& library,
                                               const method::Definition& method, Phase phase, int people);

/// Their minutes together.
double minutes_to_come(const Case& state, Time at, const Library& library, const method::Definition& method,
                       Phase phase, int people);

}  // namespace casus::engine
