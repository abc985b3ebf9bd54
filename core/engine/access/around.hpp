// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/access.hpp"
#include "core/model/case.hpp"

namespace casus::engine {

/// Whether somebody's place in the case is that of the resident or of who is around them.
inline bool is_around(const Person& person) {
  return person.has(Role::resident) || person.has(Role::circle) || (person.network && !works_in_case(person));
}

/// A colleague who sits at the table now.
inline bool is_colleague_here(const Person& person) { return person.at_table() && works_in_case(person); }

}  // namespace casus::engine
