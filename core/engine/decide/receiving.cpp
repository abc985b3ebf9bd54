// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/decide/deciding.hpp"
#include "core/engine/decide/transferring.hpp"
#include "core/model/access.hpp"
#include "core/model/person_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

/// What a team makes of a case that came from another.
namespace casus::engine {

namespace {

PersonNamed named_as(const Person& person, std::string name) {
  PersonNamed named{.person = person.id, .name = std::move(name), .contact = person.contact};
  if (person.network) named.relation = person.network->relation;
  named.listed_relation = person.listed_relation;
  named.again = true;
  return named;
}

/// Two teams may each have a Daan: a colleague of before has the name of that team in front, so that nobody is taken
/// for somebody else, and a beginning of a name does not find them. Two teams may be called alike as well: then a
/// number comes behind it.
PersonNamed with_team(const Case& now, const Person& person, const std::string& team) {
  auto name = fmt::format("({}) {}", team, person.name);
  const auto is_taken = [&](const Person& other) {
    return other.id != person.id && !other.erased && !other.merged && same_name(other.name, name);
  };
  for (std::size_t number = 2; number <= now.people.size() + 1 && std::ranges::any_of(now.people, is_taken); ++number)
    name = fmt::format("({}) {} ({})", team, person.name, number);
  return named_as(person, std::move(name));
}

/// Has the name of a team in front since the case came to another one before: a second would tell nothing more.
bool has_team_in_front(const Case& state, const Person& person) {
  return std::ranges::any_of(state.came_from, [&](const CameFrom& one) {
    return person.name.starts_with(fmt::format("({}) ", one.what.team));
  });
}

bool was_colleague(const Person& person) {
  return person.team_member && !person.erased && !person.merged && !person.name.empty() && works_in_case(person);
}

}  // namespace

Decided receive(const Case& state, const Command& command, const Library& library, const CaseReceived& received,
                const std::map<std::string, std::string>& members) {
  if (!library.in_team(command.by))
    return refuse("NotOfTheTeam", "", msg("transfer.not_of_the_team", "by"_is = command.by),
                  msg("transfer.not_of_the_team_do", "add"_is = way("team add", "name"_is = gap("gap.name"))));
  auto now = state;
  Events events;
  const bool another = command.seat && !same_name(command.seat->name, command.by);
  const auto happened = [&](EventBody body) {
    events.push_back({command.at, command.by, std::move(body), another ? command.seat : std::nullopt});
    evolve(now, events.back());
  };
  happened(received);
  const auto people = state.people;
  // A name that somebody else keeps in this case would make one of two: then it is a colleague of before, as any other.
  const auto keeps_name = [&](const Person& person) {
    return !person.erased && !person.merged && (!was_colleague(person) || members.contains(person.id));
  };
  const auto member_here = [&](const Person& person) {
    const auto found = members.find(person.id);
    if (found == members.end()) return members.end();
    const bool taken = std::ranges::any_of(people, [&](const Person& other) {
      return other.id != person.id && keeps_name(other) && same_name(other.name, found->second);
    });
    return taken ? members.end() : found;
  };
  const auto left_behind = [&](const Person& person) {
    return was_colleague(person) && member_here(person) == members.end();
  };
  for (const auto& person : people)
    if (left_behind(person) && !has_team_in_front(state, person)) happened(with_team(now, person, received.team));
  for (const auto& person : people) {
    const auto member = was_colleague(person) ? member_here(person) : members.end();
    if (member != members.end() && member->second != person.name) happened(named_as(person, member->second));
  }
  const auto* owner = now.owner();
  const bool stays = owner != nullptr && std::ranges::any_of(people, [&](const Person& person) {
                       return person.id == owner->id && member_here(person) != members.end();
                     });
  if (stays) {
    // Whose it was goes on with it.
  } else if (owner == nullptr) {
    const auto* known = now.person(command.by);  // a colleague in whose team it comes home
    const bool comes_home =
        known != nullptr && std::ranges::any_of(people, [&](const Person& person) {
          return person.id == known->id && was_colleague(person) && member_here(person) != members.end();
        });
    ParticipantAdded added;
    if (comes_home) {
      added.contact = known->contact;
      added.caseload = known->caseload;
    }
    added.person = comes_home ? known->id : next_id(now, 'p', now.people.size());
    added.name = command.by;
    added.roles = {Role::case_manager};
    if (comes_home && known->has_seat())
      for (const auto role : known->roles)
        if (role != Role::case_manager) added.roles.push_back(role);
    happened(std::move(added));
  } else {
    Command over = command;
    over.body = HandOver{{owner->id, command.by, received.team}};
    auto decided = decide(now, over, library);
    if (!decided) return decided;
    for (auto& event : *decided) {
      if (auto* handed = std::get_if<HandedOver>(&event.body)) handed->because.clear();  // said by what is before it
      events.push_back(event);
      evolve(now, event);
    }
  }
  for (const auto& person : people) {
    const auto* is = now.person(person.id);
    if (left_behind(person) && is->has_seat()) happened(ParticipantLeft{{person.id}});
  }
  return events;
}

}  // namespace casus::engine
