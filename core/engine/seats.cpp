// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/seats.hpp"

namespace casus::engine {

std::vector<std::string> seats_over(const Case& state, Date today) {
  std::vector<std::string> over;
  for (const auto& person : state.people)
    if (person.until && *person.until < today && person.at_table() && !person.erased) over.push_back(person.id);
  return over;
}

}  // namespace casus::engine
