// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"

#include <string>
#include <vector>

namespace casus::engine {

/// People at the table who have one of these roles, in the order in which they joined: the order of turns.
std::vector<const Person*> with_any_role(const Case& state, const std::vector<Role>& roles);

/// The roles that lead a step in the chair's place. Private time that names none ends at the word of the circle, the
/// resident or the coordinator (R13). Empty: whoever is at the table goes on.
std::vector<Role> leading_roles(const method::Step* step);

/// Who at the table has one of those roles. Empty when nobody has, or when anybody may go on.
std::vector<const Person*> who_lead(const Case& state, const method::Step* step);

/// Who goes on from a step when `by` asked: the first of those who lead it, unless `by` is one of them; where nobody in
/// particular leads it, `by` or a colleague.
std::string goes_on(const Case& state, const method::Step* step, const std::string& by);
/// The same in the step that the case is in.
std::string goes_on(const Case& state, const Library& library, const std::string& by);

/// The time of a step for those who are there: minutes per person count for each who may speak. 0: no timer.
double planned_minutes(const Case& state, const method::Step& step);

/// "Ria, Yusuf".
std::string names_of_people(const std::vector<const Person*>& people);

/// Who is expected to speak now. In turns: the one whose turn is going on or begins; `next` is who follows.
/// Free floor: nobody in particular. Both nullptr when nobody may speak.
struct TurnNow {
  const Person* current = nullptr;
  const Person* next = nullptr;
  int said = 0;  ///< contributions of `current` in the turn that is going on; 0 when it begins
};
/// `group`: on the floor of this group; empty: of the whole table, which has none where people talk in groups.
TurnNow turn_now(const Case& state, const method::Step& step, std::string_view group = {});
/// The same for who looks at the table: a turn in which all was said that it holds is over, without a word that it is.
TurnNow turn_shown(const Case& state, const method::Step& step, std::string_view group = {});

/// Of each floor: every group has its own, else there is one.
std::vector<TurnNow> turns_now(const Case& state, const method::Step& step);

/// What floor control (R4, R6) says of a contribution to the current step: how it counts for the turns, and every rule
/// that it breaks. An empty list: it fits.
struct FloorVerdict {
  TurnUse turn = TurnUse::begins;
  std::vector<Refusal> broken;
};
FloorVerdict judge(const Deciding& d, const Say& say);

/// Advice that waits for a later step (R6), also when it came as something else and is called advice afterwards.
std::optional<Refusal> advice_waits(const Deciding& d, const std::string& kind);

/// The same for what is noted beside the talk, where the step puts it under its floor: who may, and in whose turn.
FloorVerdict judge(const Deciding& d, method::Beside what);

/// The same for giving up a turn.
std::vector<Refusal> judge_pass(const Deciding& d);

}  // namespace casus::engine
