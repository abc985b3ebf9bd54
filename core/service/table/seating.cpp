// SPDX-License-Identifier: EUPL-1.2
#include "core/service/table/seating.hpp"

#include "core/base/text.hpp"
#include "core/model/person_name.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::service {

namespace {

bool is_called(std::string_view left, std::string_view right) { return same_name(left, right); }

/// One who has the say over who sits at this table: the presenter, else whoever is there.
std::string host(const Case& state) {
  if (const auto* presenter = state.with(Role::presenter)) return presenter->id;
  for (const auto& person : state.people)
    if (person.at_table() && person.team_member) return person.id;
  for (const auto& person : state.people)
    if (person.at_table()) return person.id;
  for (const auto& person : state.people)
    if (person.has_seat() && person.team_member) return person.id;
  return {};
}

/// What somebody keeps besides being a member or the chair: coach, safety expert, case manager, ...
std::vector<Role> other_roles(const Person& person) {
  std::vector<Role> roles;
  for (const auto role : person.roles)
    if (role != Role::chair && role != Role::member) roles.push_back(role);
  return roles;
}

bool is_among(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::any_of(names, [&](const auto& one) { return is_called(one, name); });
}

/// No more than a place at the talk: no colleague, and not there as somebody of the case.
bool sits_as_guest(const Person& person) {
  return person.at_table() && !person.team_member && !person.until && person.roles == std::vector{Role::member};
}

struct Seater {
  const Case& state;
  const Seating& wanted;
  const std::string& id;
  Time at;
  const Typist& typist;
  std::vector<Command> joins{}, leaves{}, returns{}, chairs{};

  bool present(const Person& person) const { return is_among(wanted.present, person.name); }

  Command command(std::string what, CommandBody body, const std::string& by) const {
    // Who asks stands in the id too: done again after an end in between, somebody else may be the host.
    Command seats{fmt::format("{}/{}/{}", id, what, by), state.id, by, at, std::nullopt, std::move(body), typist};
    seats.of_meeting = true;
    return seats;
  }
  Command join(const std::string& name, std::vector<Role> roles, const std::string& by) const {
    std::string what = "join/" + name;
    for (const auto role : roles) what += fmt::format("/{}", key(role));
    const bool guest = is_among(wanted.guests, name);
    return command(std::move(what), AddParticipant{name, std::move(roles), !guest, false, ""}, by);
  }

  std::vector<Role> seat_of(const std::string& name) const {
    if (is_called(name, wanted.chair)) return {Role::chair};
    if (is_called(name, wanted.note_taker)) return {Role::member, Role::note_taker};
    // A guest who is of the resident's own network sits here as that.
    if (const auto* known = state.person(name); known != nullptr && is_among(wanted.guests, name) && known->network)
      return {known->network->professional ? Role::member : Role::circle};
    return {Role::member};
  }

  /// Who notes that somebody got up: whoever leads the meeting, when they sit here and stay where they are.
  std::string noted_by(const std::string& host) const {
    const auto* person = wanted.by.empty() ? nullptr : state.person(wanted.by);
    if (person == nullptr || !person->at_table() || (!wanted.present.empty() && !present(*person))) return host;
    const auto moves = [&](const Command& one) {
      const auto* leaves_now = std::get_if<RemoveParticipant>(&one.body);
      return leaves_now != nullptr && leaves_now->person == person->id;
    };
    return std::ranges::any_of(leaves, moves) ? host : person->id;
  }

  void newcomer(const std::string& name, const std::string& by) {
    auto& list = is_called(name, wanted.chair) ? chairs : joins;
    list.push_back(join(name, seat_of(name), by));
  }

  /// Somebody of the team who sits at the table already.
  void seated(const Person& person, const std::string& by) {
    if (person.has(Role::presenter) || is_among(wanted.guests, person.name)) return;
    const bool chairs_here = is_called(person.name, wanted.chair);
    const bool right = chairs_here ? person.has(Role::chair) && !person.has(Role::member) : !person.has(Role::chair);
    if (right) return;
    // Roles cannot be taken off one by one: get up, sit down again.
    leaves.push_back(command("leave/" + person.id, RemoveParticipant{person.id}, by));
    auto roles = other_roles(person);
    roles.insert(roles.begin(), chairs_here ? Role::chair : Role::member);
    (chairs_here ? chairs : returns).push_back(join(person.name, std::move(roles), by));
  }
};

}  // namespace

std::vector<Command> seating_commands(const Case& state, const Seating& wanted, const std::string& id, Time at,
                                      const Typist& typist) {
  Seater seater{state, wanted, id, at, typist};
  auto by = host(state);
  for (const auto& name : wanted.present)  // a table that everybody left: the first who sits down lets the others in
    if (by.empty() && !is_called(name, wanted.chair)) by = name;
  if (by.empty()) by = wanted.chair;
  for (const auto& name : wanted.present) {
    const auto* person = state.person(name);
    if (person != nullptr && person->at_table()) seater.seated(*person, by);
    else seater.newcomer(name, by);
  }
  const auto noted_by = seater.noted_by(by);
  for (const auto& person : state.people)
    if (sits_as_guest(person) && is_among(wanted.gone, person.name))
      seater.leaves.push_back(seater.command("leave/" + person.id, RemoveParticipant{person.id}, noted_by));
  for (const auto& person : state.people) {
    if (!person.at_table() || !person.team_member || seater.present(person)) continue;
    if (person.has(Role::presenter) || person.has(Role::case_manager) || person.id == by) {
      // Absent, and still theirs: only a chair who is not here hands over.
      if (person.has(Role::chair) && person.id != by) {
        seater.leaves.push_back(seater.command("leave/" + person.id, RemoveParticipant{person.id}, by));
        seater.returns.push_back(seater.join(person.name, other_roles(person), by));
      }
      continue;
    }
    // A colleague who is not here today is still of the case; who sat there as a guest was seen off before.
    const auto& notes = noted_by == person.id ? by : noted_by;
    seater.leaves.push_back(seater.command("leave/" + person.id, RemoveParticipant{{person.id, true}}, notes));
  }
  auto all = std::move(seater.joins);
  for (auto* part : {&seater.leaves, &seater.returns, &seater.chairs})
    std::ranges::move(*part, std::back_inserter(all));
  return all;
}

std::vector<Command> leaving_commands(const Case& state, const Seating& wanted, const std::string& id, Time at,
                                      const Typist& typist) {
  const Seater seater{state, wanted, id, at, typist};
  const auto by = seater.noted_by(host(state));
  std::vector<Command> leaves;
  for (const auto& person : state.people)
    if (sits_as_guest(person) && is_among(wanted.gone, person.name))
      leaves.push_back(
          seater.command("leave/" + person.id, RemoveParticipant{person.id}, by == person.id ? host(state) : by));
  return leaves;
}

}  // namespace casus::service
