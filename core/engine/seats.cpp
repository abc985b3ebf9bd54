// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/seats.hpp"

#include "core/engine/deciding.hpp"
#include "core/engine/engine.hpp"
#include "core/engine/grouping.hpp"

#include <algorithm>
#include <utility>

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

Events left_with_the_team(const Case& state, const Command& command, const Library& library,
                          const std::string& person) {
  const auto d = deciding_on(state, command, library);
  auto left = d.event(ParticipantLeft{{person}});
  left.at = std::max(command.at, state.changed_at);
  auto events = leaving_table(state, d.step, std::move(left));
  say_who_typed(state, command, d.actor, events);
  return events;
}

}  // namespace casus::engine
