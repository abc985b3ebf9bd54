// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/deciding.hpp"
#include "core/engine/transferring.hpp"
#include "core/model/access.hpp"

#include <fmt/format.h>

#include <utility>

/// What a team makes of a case that came from another.
namespace casus::engine {

namespace {

/// Two teams may each have a Daan: a colleague of before has the name of that team in front, so that nobody is taken
/// for somebody else, and a beginning of a name does not find them.
PersonNamed with_team(const Person& person, const std::string& team) {
  PersonNamed named;
  named.person = person.id;
  named.name = fmt::format("({}) {}", team, person.name);
  named.contact = person.contact;
  if (person.network) named.relation = person.network->relation;
  named.listed_relation = person.listed_relation;
  named.again = true;
  return named;
}

bool was_colleague(const Person& person) {
  return person.team_member && !person.erased && !person.merged && !person.name.empty() && works_in_case(person);
}

}  // namespace

Decided receive(const Case& state, const Command& command, const Library& library, const CaseReceived& received) {
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
  for (const auto& person : people)
    if (was_colleague(person)) happened(with_team(person, received.team));
  const auto* owner = now.owner();
  if (owner == nullptr) {
    ParticipantAdded added;
    added.person = next_id(now, 'p', now.people.size());
    added.name = command.by;
    added.roles = {Role::case_manager};
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
    if (was_colleague(person) && is->at_table()) happened(ParticipantLeft{{person.id}});
  }
  return events;
}

}  // namespace casus::engine
