// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/seats.hpp"

namespace casus::engine {

std::vector<std::string> seats_over(const Case& state, Date today) {
  std::vector<std::string> over;
  bool others = false;
  for (const auto& person : state.people) {
    if (!person.at_table()) continue;
    if (person.until && *person.until < today && !person.erased) over.push_back(person.id);
    else others = true;
  }
  if (!others) over.clear();
  return over;
}

}  // namespace casus::engine
