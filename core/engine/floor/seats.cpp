// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/floor/seats.hpp"

#include "core/engine/decide/deciding.hpp"
#include "core/engine/engine.hpp"
#include "core/engine/floor/grouping.hpp"

#include <algorithm>
#include <utility>

namespace casus::engine {

std::vector<std::string> seats_over(const Case& state, Date today) {
  std::vector<std::string> over;
  bool others = false;
  for (const auto& person : state.people) {
    if (!person.has_seat()) continue;
    if (person.until && *person.until < today && !person.erased) over.push_back(person.id);
    else if (person.at_table()) others = true;
  }
  if (!others) over.clear();
  return over;
}

std::vector<Role> roles_kept(const Case& state, const Person& person, const std::vector<Role>& asked) {
  if (person.left) return {};
  auto roles = person.roles;
  if (!person.away) return roles;
  const bool chairs = std::ranges::find(asked, Role::chair) != asked.end();
  std::erase_if(roles, [&](Role role) {
    const bool is_for_one = role == Role::presenter || role == Role::coordinator;
    return role == Role::chair || role == Role::note_taker || (role == Role::member && chairs) ||
           (is_for_one && state.with(role) != nullptr);
  });
  return roles;
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
