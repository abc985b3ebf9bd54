// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/access.hpp"
#include "core/model/case.hpp"

#include <algorithm>
#include <string>

namespace casus::engine {

/// Whether somebody's place in the case is that of the resident or of who is around them.
inline bool is_around(const Person& person) {
  return person.has(Role::resident) || person.has(Role::circle) || (person.network && !works_in_case(person));
}

/// A colleague who sits at the table now.
inline bool is_colleague_here(const Person& person) { return person.at_table() && works_in_case(person); }

/// The resident, somebody of the circle, or who looks on from elsewhere; a colleague who only looks on is not.
inline bool is_no_colleague(const Person& person) {
  return !works_in_case(person) && (!person.team_member || is_around(person));
}

/// Who does what is the work of colleagues: `by`, unless they are none and one is at the table; the chair before
/// others.
inline std::string by_colleague(const Case& state, const std::string& by) {
  const auto* asks = state.person(by);
  if (asks == nullptr || !is_no_colleague(*asks)) return by;
  const auto* chair = state.with(Role::chair);
  if (chair != nullptr && is_colleague_here(*chair)) return chair->name;
  const auto other = std::ranges::find_if(state.people, is_colleague_here);
  return other == state.people.end() ? by : other->name;
}

}  // namespace casus::engine
