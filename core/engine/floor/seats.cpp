// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/floor/seats.hpp"

#include "core/engine/decide/deciding.hpp"
#include "core/engine/engine.hpp"
#include "core/engine/floor/grouping.hpp"
#include "core/engine/remarks/likely_names.hpp"
#include "core/engine/remarks/word_lists.hpp"

#include <algorithm>
#include <utility>

namespace casus::engine {

namespace {

/// "Jan de Wit": of a name of two parts nobody else comes from the same office by chance.
bool is_whole_name(std::string_view name) {
  return std::ranges::count_if(words_of(name), [](const Word& word) {
           return is_capital(word.text) && !word_lists().is_role_word(word.lower);
         }) > 1;
}

/// Who came for their work from elsewhere, under a name that says no more than that ("jongerenwerker"), or under one
/// that many have: the next who comes so may be somebody else of the same office.
bool may_be_another_of_office(const Person& person) {
  const bool for_work =
      std::ranges::all_of(person.roles, [](Role role) { return role == Role::professional || role == Role::referrer; });
  return for_work && !is_whole_name(person.name);
}

}  // namespace

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

bool was_guest(const Deciding& d, const Person& person) {
  return person.left && d.library.in_team(d.command.by) && d.library.members_meant(person.name).empty() &&
         std::ranges::all_of(person.roles, [](Role role) { return role == Role::member; });
}

std::optional<Refusal> named_as_departed(const Deciding& d, const AddParticipant& command, const Person& person) {
  const bool by_number = trimmed(command.name) == person.id;
  if (!person.left || by_number || d.command.of_meeting || person.team_member || person.roles.empty())
    return std::nullopt;
  if (d.library.in_team(person.name) || was_guest(d, person)) return std::nullopt;
  const auto had = [&](Role role) { return std::ranges::find(person.roles, role) != person.roles.end(); };
  if (std::ranges::any_of(command.roles, had) && !may_be_another_of_office(person)) return std::nullopt;
  // As they would come now: who is of elsewhere becomes no colleague by it.
  auto same = way("case join", "case"_is = d.c.id, "name"_is = person.id, "role"_is = key(command.roles.front()));
  if (!command.team_member) same.fields.push_back("external"_is = text::yes());
  if (command.absent) same.fields.push_back("absent"_is = text::yes());
  if (command.until) same.fields.push_back("until"_is = to_string(*command.until));
  return no("WasHereBefore", "",
            msg("identity.was_here_before", "name"_is = person.name, "roles"_is = role_words(d.method, person.roles)),
            msg("identity.was_here_before_do", "same"_is = same));
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
