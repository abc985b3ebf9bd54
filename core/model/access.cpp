// SPDX-License-Identifier: EUPL-1.2
#include "core/model/access.hpp"

#include "core/model/case.hpp"

#include <algorithm>

namespace casus {

template class OneOf<AccessEventVariant>;

bool works_in_case(const Person& person) {
  if (person.absent) return false;
  if (person.network && person.network->professional) return true;
  // Somebody around the resident who sat in as a guest is no colleague for that.
  const bool guest = !person.team_member && person.roles == std::vector{Role::member};
  if (guest && person.network) return false;
  return std::ranges::any_of(person.roles, [](Role role) {
    return role != Role::resident && role != Role::circle && role != Role::referrer && role != Role::observer;
  });
}

bool in_the_circle(const Person& person) {
  return person.network && !person.network->professional && !person.erased && !works_in_case(person);
}

}  // namespace casus
