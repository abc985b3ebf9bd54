// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/engine/access/no_name.hpp"
#include "core/engine/access/owning.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/grouping.hpp"
#include "core/engine/floor/seats.hpp"
#include "core/model/access.hpp"
#include "core/model/person_name.hpp"
#include "core/text/day_words.hpp"

#include <algorithm>

/// Who takes a seat at a case, and who gets up from it. Rule R3.
namespace casus::engine {

namespace {

/// Who takes a seat: somebody of the case, or a new name in it.
struct Joining {
  const Person* known = nullptr;
  std::string name;
};

bool is_seat_of_others(const std::vector<Role>& roles) {
  return std::ranges::all_of(roles, [](Role role) {
    return role == Role::resident || role == Role::circle || role == Role::referrer || role == Role::observer;
  });
}

/// Who reviews the case does so at the table; all others may belong to it from where they are.
bool can_be_absent(const std::vector<Role>& roles) {
  return std::ranges::all_of(roles, [](Role role) {
    return role == Role::resident || role == Role::circle || role == Role::referrer || role == Role::professional;
  });
}

/// A colleague by the beginning of the name, in the team's spelling. A colleague who is called as somebody around the
/// resident does not become that person, nor the other way round.
Outcome<Joining, Refusal> who_joins(const Deciding& d, const AddParticipant& command) {
  Joining out{person_called(d.c, command.name), new_name(command.name)};
  const bool colleague = !is_seat_of_others(command.roles);
  if (out.known == nullptr && command.team_member && colleague) {
    const auto members = d.library.members_meant(command.name);
    if (members.size() > 1) return failure(which_one(command.name, {members.begin(), members.end()}));
    if (!members.empty()) {
      out.name = members.front();
      out.known = d.c.person(out.name);
      if (out.known == nullptr) out.known = seat_of_member(d.c, d.library, out.name);
    }
  }
  // Under a name of now or before, whole: whatever place is meant, nobody gets a second one beside their seat.
  if (out.known == nullptr) {
    const auto names = d.library.names_of_member(command.name);
    if (std::ranges::any_of(names, [&](const std::string& one) { return same_name(one, command.name); }))
      out.known = seat_of_member(d.c, d.library, command.name);
  }
  if (out.known != nullptr && out.known->erased) out.known = nullptr;
  if (out.known == nullptr) return out;
  const auto& it = *out.known;
  // On the raw list nobody has a place yet: a name there is somebody's whom the resident knows, and no colleague's.
  const bool on_list = it.listed && it.roles.empty() && command.team_member && d.library.in_team(command.name);
  const bool around = it.has(Role::resident) || (it.network && !it.network->professional) || on_list;
  const bool works = works_in_case(it) && !it.has(Role::resident) && !was_guest(d, it);
  const auto becomes = [&](Role role) { return std::ranges::find(command.roles, role) != command.roles.end(); };
  if ((around && colleague) || (works && becomes(Role::resident)))
    return refuse("NameOfAnother", "",
                  msg("identity.name_of_another", "name"_is = it.name,
                      "who"_is = it.has(Role::resident) ? text::label(Role::resident)
                                 : works                ? msg("identity.colleague")
                                                        : msg("identity.of_network")),
                  msg("identity.name_of_another_do"));
  if (auto refusal = becomes(Role::circle) ? name_of_colleague(&it) : std::nullopt) return failure(std::move(*refusal));
  if (auto refusal = named_as_departed(d, command, it)) return failure(std::move(*refusal));
  return out;
}

/// The last day of a seat: as it is asked now, else as it was. Only a guest has one, who owns and leads nothing here.
Outcome<std::optional<Date>, Refusal> seat_until(const Deciding& d, const AddParticipant& command, const Person* known,
                                                 const ParticipantAdded& added) {
  const bool sat = known != nullptr && known->has_seat() && !added.team_member;
  const auto until = command.until || !sat ? command.until : known->until;
  if (!until) return std::optional<Date>();
  if (*until < d.today())
    return refuse("DayIsPast", "", msg("ending.day_is_past", "until"_is = text::day_message(*until)),
                  msg("remedy.later_day"));
  const bool guest = std::ranges::all_of(added.roles, [](Role role) {
    return role == Role::member || role == Role::professional || role == Role::safety_expert ||
           role == Role::observer || role == Role::coach;
  });
  if (added.team_member || added.absent || added.caseload || !guest)
    return refuse(
        "SeatHasNoEnd", "", msg("opening.seat_has_no_end", "name"_is = added.name),
        msg("opening.seat_has_no_end_do",
            "join"_is = way("case join", "case"_is = d.c.id, "name"_is = added.name, "role"_is = "professional",
                            "external"_is = text::yes(), "until"_is = gap("gap.day"))));
  return until;
}

std::optional<Refusal> cannot_be_absent(const Deciding& d, const Person* known, const ParticipantAdded& added) {
  if (known != nullptr && known->has_seat())
    return no(
        "AtTheTable", "", msg("opening.at_the_table", "person"_is = known->name),
        msg("opening.at_the_table_do", "leave"_is = way("case leave", "case"_is = d.c.id, "person"_is = known->name)));
  if (!can_be_absent(added.roles))
    return no("WorksAtTheTable", "", msg("opening.works_at_the_table", "name"_is = added.name),
              msg("opening.works_at_the_table_do"));
  return std::nullopt;
}

/// Two roles that nobody has at once, and a role that somebody else has already.
std::optional<Refusal> roles_clash(const Deciding& d, const ParticipantAdded& added) {
  const auto has = [&](Role role) { return std::ranges::find(added.roles, role) != added.roles.end(); };
  if (has(Role::chair) && has(Role::presenter))
    return no("ChairIsPresenter", "R3", msg("opening.chair_is_presenter", "added"_is = added.name),
              msg("opening.chair_is_presenter_do"));
  for (const auto role : {Role::presenter, Role::chair, Role::coordinator}) {
    const auto* other = d.c.with(role);
    if (has(role) && other != nullptr && other->id != added.person)
      return no(
          "RoleTaken", role == Role::presenter ? "R1" : "R3",
          msg("opening.role_taken", "other"_is = other->name, "role"_is = role_name(d.method, role)),
          msg("opening.role_taken_do", "leave"_is = way("case leave", "case"_is = d.c.id, "person"_is = other->name),
              "other"_is = other->name));
  }
  return std::nullopt;
}

}  // namespace

Decided decide_on(const Deciding& d, const AddParticipant& command) {
  if (blank(command.name)) return empty_text(msg("opening.needs_name_participant"));
  if (command.roles.empty())
    return refuse("RoleMissing", "", msg("opening.role_missing", "name"_is = command.name),
                  msg("opening.role_missing_do"));
  auto meant = who_joins(d, command);
  if (!meant) return failure(std::move(meant.error()));
  const auto* known = meant->known;
  if (known == nullptr && !d.library.in_team(meant->name))
    if (auto refusal = no_name(meant->name, command.roles)) return failure(std::move(*refusal));

  ParticipantAdded added;
  added.person = known != nullptr ? known->id : next_id(d.c, 'p', d.c.people.size());
  added.name = known != nullptr ? known->name : meant->name;
  added.contact = !command.contact.empty() ? command.contact : known != nullptr ? known->contact : std::string();
  if (known != nullptr) added.roles = roles_kept(d.c, *known, command.roles);
  added.absent = command.absent;
  for (const auto role : command.roles)
    if (std::ranges::find(added.roles, role) == added.roles.end()) added.roles.push_back(role);
  const auto has = [&](Role role) { return std::ranges::find(added.roles, role) != added.roles.end(); };
  const bool outside = has(Role::resident) || has(Role::circle);
  if (added.absent)
    if (auto refusal = cannot_be_absent(d, known, added)) return failure(std::move(*refusal));
  added.team_member = command.team_member && !outside && !added.absent;
  added.caseload = command.caseload || (known != nullptr && known->caseload);

  if (auto refusal = roles_clash(d, added)) return failure(std::move(*refusal));
  // Whoever is not of the team that is known here comes from outside, also when nobody says so.
  if (has(Role::coordinator) && d.library.in_team(d.command.by) && !d.library.in_team(added.name))
    added.team_member = false;
  if (has(Role::coordinator) && (added.team_member || added.caseload))
    return refuse("CoordinatorNotIndependent", "R3",
                  msg("opening.coordinator_not_independent", "added"_is = added.name),
                  msg("opening.coordinator_not_independent_do",
                      "join"_is = way("case join", "case"_is = d.c.id, "name"_is = gap("gap.name"),
                                      "role"_is = "coordinator", "external"_is = text::yes())));
  const auto until = seat_until(d, command, known, added);
  if (!until) return failure(until.error());
  auto groups = d.step == nullptr || added.absent ? std::nullopt : groups_with(d.c, *d.step, added.person, added.roles);
  // Who sits there as that already, and for as long: nothing happened.
  if (known != nullptr && known->at_table() && !known->until && !*until && known->roles == added.roles &&
      known->team_member == added.team_member && known->caseload == added.caseload && known->contact == added.contact)
    return Events();
  const auto person = added.person;
  Events events{d.event(std::move(added))};
  if (*until) events.push_back(d.event(SeatLimited{person, **until}));
  if (groups) events.push_back(d.event(std::move(*groups)));
  return events;
}

Decided decide_on(const Deciding& d, const RemoveParticipant& command) {
  const auto* person = d.person(command.person);
  if (person == nullptr) return nobody(d, command.person);
  if (!person->has_seat() || (person->away && command.for_now))
    return refuse("NotThere", "",
                  person->has_seat() ? msg("opening.away_already", "person"_is = person->name)
                                     : msg("opening.not_there", "person"_is = person->name),
                  msg("remedy.leave_it"));
  const auto stay = [&](const Person& it) { return it.at_table() && it.id != person->id; };
  const bool nobody_stays = std::ranges::none_of(d.c.people, stay);
  // Whose seat ends by itself is nobody to leave a case with.
  const bool only_for_a_time =
      !person->until && std::ranges::none_of(d.c.people, [&](const Person& it) { return stay(it) && !it.until; });
  if (nobody_stays || only_for_a_time)
    return refuse(
        "LastAtTheTable", "",
        nobody_stays ? msg("opening.last_at_the_table", "person"_is = person->name)
                     : msg("opening.last_without_a_day", "person"_is = person->name),
        msg("opening.last_at_the_table_do",
            "join"_is = way("case join", "case"_is = d.c.id, "name"_is = gap("gap.name"), "role"_is = "presenter")));
  // Who took the last of the circle away would end its private time (R13).
  const bool is_private = d.step != nullptr && d.step->floor.is_private;
  if (const auto may = who_lead(d.c, d.step); is_private && may.size() == 1 && may.front() == person)
    return refuse("LastOfTheCircle", "R13", msg("opening.last_of_the_circle", "person"_is = person->name),
                  msg("opening.last_of_the_circle_do", "person"_is = person->name,
                      "next"_is = way("case next", "case"_is = d.c.id, "as"_is = person->name)));
  return leaving_table(d.c, d.step, d.event(ParticipantLeft{{person->id, command.for_now}}));
}

}  // namespace casus::engine
