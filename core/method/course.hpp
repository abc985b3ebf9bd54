// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/definition.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

/// How the steps of a phase follow one another. They stand in one row, as in the file, the steps of a branch behind the
/// menu that offers it; `steps.size()` is the way out of the phase.
namespace casus::method {

/// Steps that come again together, from `first` to `last`.
struct Repeated {
  std::size_t first = 0, last = 0;
  const Repeat* how = nullptr;

  bool holds(std::size_t place) const { return place >= first && place <= last; }
};

/// The repeat that the step at this place is in; nothing when it comes once.
std::optional<Repeated> repeated_at(const std::vector<Step>& steps, std::size_t place);

/// How often a repeat comes at most, with so many people at the table; 0: not known how many.
int most_times(const Repeat& repeat, int people);

/// Whether a step does not come in every run of its phase: it is asked for when it is entered, stands in a branch, or
/// in a repeat over what may not be there.
bool may_not_come(const Step& step);

/// Both in no branch, or in the same one.
bool in_one_branch(const Step& a, const Step& b);

/// The place that is looked at after `place`, when that is left or passed over. `branch`: what was chosen from its
/// menu; empty when it has none, or nothing was chosen. A repeat is gone through once.
std::size_t place_after(const std::vector<Step>& steps, std::size_t place, std::string_view branch);

/// Every place that `next` can lead to from `place`, in the order in which they are looked at.
std::vector<std::size_t> ways_on(const std::vector<Step>& steps, std::size_t place);
/// The same for coming into the phase.
std::vector<std::size_t> ways_in(const std::vector<Step>& steps);

/// Every place before `place` that `back` can lead to, the nearest first; nothing more to be found leads out of the
/// phase, which `steps.size()` stands for. `place` may be `steps.size()`: coming back into the phase.
std::vector<std::size_t> ways_back(const std::vector<Step>& steps, std::size_t place);

/// The steps of a phase when it takes longest: all that are only asked for come, and of a menu the branch with most
/// minutes, and a repeat as often as it may with so many `people`. `minutes_of`: of one step.
std::vector<const Step*> longest_way(const std::vector<Step>& steps,
                                     const std::function<double(const Step&)>& minutes_of, int people = 0);
/// The same with the branch of fewest minutes of each menu.
std::vector<const Step*> shortest_way(const std::vector<Step>& steps,
                                      const std::function<double(const Step&)>& minutes_of, int people = 0);
/// The branch with most minutes; empty where the step has no menu.
std::string_view longest_branch(const std::vector<Step>& steps, const Step& menu,
                                const std::function<double(const Step&)>& minutes_of);

/// The branch that is meant by its id, its number in the list, or a name of it in either language as far as it says
/// which; nullptr when it could be none, or more than one.
const Branch* branch_meant(const Menu& menu, std::string_view typed);

/// Whether it can still come to hold in this round, as more is said; false only when nothing that is added can help.
/// `in_phase`: it is asked in the phase where the case is, so what was said in that phase counts then too.
bool can_still_hold(const Criterion& criterion, const View& view, bool in_phase);

/// Whether somebody may present in this step whose question was not asked at the beginning: who presents is chosen in
/// it, or goes round.
bool presenter_moves(const Definition& method, const Step& step);

/// How many of so many in a group may speak in this step.
int speakers_of(const Step& step, int in_group);

/// Minutes of a step with so many people, at least one; groups talk at the same time.
double minutes_with(const Step& step, int people);

}  // namespace casus::method
