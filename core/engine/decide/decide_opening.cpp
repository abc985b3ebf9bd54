// SPDX-License-Identifier: EUPL-1.2
#include "core/base/text.hpp"
#include "core/engine/access/no_name.hpp"
#include "core/engine/access/owning.hpp"
#include "core/engine/decide/grounds.hpp"
#include "core/engine/decide/steps.hpp"
#include "core/engine/decide/unknown_definition.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/grouping.hpp"
#include "core/engine/floor/seats.hpp"
#include "core/engine/mending/mending_meant.hpp"
#include "core/model/access.hpp"
#include "core/model/person_name.hpp"
#include "core/text/day_words.hpp"

#include <algorithm>

/// Opening: question, people, method. Rules R1 (the question itself) and R3; for R2 see `decide_grounds.cpp`.
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

/// The workflow of a case that is open stays; before that it can still be chosen.
std::optional<Refusal> does_not_fit(const workflow::Workflow& workflow, const method::Definition& method, bool opened) {
  const auto misfit = workflow.misfit(method);
  if (!misfit) return std::nullopt;
  return no("MethodDoesNotFit", "",
            msg("opening.method_does_not_fit", "method"_is = method.name, "workflow"_is = workflow.name,
                "first"_is = text::label(misfit->first), "second"_is = text::label(misfit->second)),
            opened ? msg("opening.method_does_not_fit_do", "list"_is = way("method list"))
                   : msg("opening.method_does_not_fit_do_2", "workflow"_is = method.workflow));
}

/// A method that cannot be worked with here is no choice for a case.
std::optional<Refusal> not_usable(const Deciding& d, std::string_view method) {
  Message why = d.library.unusable(method);
  if (why.empty()) return std::nullopt;
  return no("MethodMissing", "", std::move(why), msg("opening.method_missing_do", "list"_is = way("method list")));
}

Pin pin_of(const method::Definition& it) { return {it.id, it.version, it.hash}; }
Pin pin_of(const workflow::Workflow& it) { return {it.id, it.version, it.hash}; }

/// The events that put the case on the first step of its phase again, after the method or its text changed under it.
void restart_phase(const Deciding& d, const method::Definition& method, Events& events) {
  StepLeft left;
  left.seconds = static_cast<int>((d.at() - d.c.here()->entered - d.c.here()->idle - d.command.away).count());
  left.back = true;
  events.push_back(d.event(left));
  enter(d, entering(d, d.c.stage.phase, method), method, events);
}

}  // namespace

Decided decide_on(const Deciding& d, const OpenCase& command) {
  if (d.c.exists())
    return refuse("CaseExists", "", msg("opening.case_exists", "case"_is = d.c.id), msg("opening.case_exists_do"));
  if (!is_id(d.command.case_id))
    return refuse("CaseIdNotUsable", "", msg("opening.case_id_not_usable", "case"_is = d.command.case_id),
                  msg("opening.case_id_not_usable_do"));
  if (blank(d.command.by)) return refuse("WhoIsThis", "", msg("opening.who_is_this"), msg("opening.who_is_this_do"));
  if (!d.library.in_team(d.command.by))
    if (auto refusal = no_name(d.command.by, {Role::presenter})) return failure(std::move(*refusal));
  if (auto refusal = ground_missing(d.library, command)) return failure(std::move(*refusal));
  if (auto refusal = reported_off(d, command.reported_on)) return failure(std::move(*refusal));
  if (blank(command.title)) return empty_text(msg("opening.needs_title_which_team_knows_case"));

  const method::Definition* method = nullptr;
  const workflow::Workflow* workflow = nullptr;
  if (!command.method.empty()) {
    method = d.library.method(command.method);
    if (method == nullptr) return unknown_method(d.library, command.method);
  }
  const std::string workflow_id = !command.workflow.empty() ? command.workflow
                                  : method != nullptr       ? method->workflow
                                                            : "weekly-review";
  workflow = d.library.workflow(workflow_id);
  if (workflow == nullptr) return unknown_workflow(d.library, workflow_id);
  if (method == nullptr) {
    method = d.library.method(workflow->method);
    if (method == nullptr) return unknown_method(d.library, workflow->method);
  }
  if (auto refusal = does_not_fit(*workflow, *method, false)) return failure(std::move(*refusal));
  if (auto refusal = not_usable(d, method->id)) return failure(std::move(*refusal));

  CaseOpened opened;
  opened.title = command.title;
  opened.privacy = command.privacy.value_or(Privacy::anonymous);
  opened.basis = command.basis.value_or(Basis::consent);
  opened.purpose = command.purpose;
  opened.basis_text = command.basis_text;
  opened.workflow = pin_of(*workflow);
  opened.method = pin_of(*method);
  opened.mode = command.mode.value_or(Mode::strict);
  opened.neighbourhood = kept_name(command.neighbourhood);
  opened.reported_on = command.reported_on;
  opened.person = "p1";
  opened.name = kept_name(d.command.by);
  Events events{d.event(std::move(opened))};
  for (const auto& more : others_of(command)) events.push_back(d.event(more));
  return events;
}

Decided decide_on(const Deciding& d, const AskQuestion& command) {
  if (!is_question(command.text))
    return refuse("NotAQuestion", "R1", msg("opening.not_a_question"), msg("opening.not_a_question_do"));
  if (std::ranges::count(command.text, '?') > 1)
    return refuse("MoreThanOneQuestion", "R1", msg("opening.more_than_one_question"),
                  msg("opening.more_than_one_question_do"));
  if (!d.actor->has(Role::presenter)) {
    const auto* presenter = d.c.with(Role::presenter);
    const auto name = presenter == nullptr ? std::string("-") : presenter->name;
    return refuse("NotYourQuestion", "R1", msg("opening.not_your_question", "name"_is = name),
                  msg("opening.not_your_question_do",
                      "question"_is = way("case question", "case"_is = d.c.id, "text"_is = gap(), "as"_is = name),
                      "name"_is = name));
  }
  return d.one(QuestionAsked{command});
}

Decided decide_on(const Deciding& d, const AskForPlace& command) {
  if (!d.actor->has(Role::presenter) && !d.actor->has(Role::case_manager)) {
    const auto* presenter = d.c.with(Role::presenter);
    const auto name = presenter == nullptr ? std::string("-") : presenter->name;
    return refuse("NotYourCase", "R1", msg("opening.not_your_case", "name"_is = name),
                  msg("opening.not_your_case_do", "ask"_is = way("meeting ask", "case"_is = d.c.id, "as"_is = name),
                      "name"_is = name));
  }
  if (command.no_longer) {
    if (d.c.place_asked) return d.one(PlaceAsked{true});
    return refuse("NotAsked", "", msg("opening.not_asked"), msg("opening.not_asked_do"));
  }
  Events events;
  if (!blank(command.question) && command.question != d.c.question) {
    auto asked = decide_on(d, AskQuestion{command.question, d.c.hoped_for});
    if (!asked) return asked;
    events = std::move(*asked);
  } else if (blank(d.c.question)) {
    return refuse("QuestionMissing", "R1", msg("opening.question_missing"),
                  msg("opening.question_missing_do", "ask"_is = way("meeting ask", "case"_is = d.c.id,
                                                                    "question"_is = gap("opening.example_how_do_i"))));
  }
  events.push_back(d.event(PlaceAsked{}));
  return events;
}

/// The last day of a seat: as it is asked now, else as it was. Only a guest has one, who owns and leads nothing here.
static Outcome<std::optional<Date>, Refusal> seat_until(const Deciding& d, const AddParticipant& command,
                                                        const Person* known, const ParticipantAdded& added) {
  const bool sat = known != nullptr && known->has_seat() && !added.team_member;
  const auto until = command.until || !sat ? command.until : known->until;
  if (!until) return std::optional<Date>();
  if (*until < d.today())
    return refuse("DayIsPast", "", msg("ending.day_is_past", "until"_is = text::day_message(*until)),
                  msg("ending.day_is_past_do"));
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

namespace {

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
                  msg("opening.not_there_do"));
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

Decided decide_on(const Deciding& d, const ChangeMethod& command) {
  const auto* method = d.library.method(command.method);
  if (method == nullptr) return unknown_method(d.library, command.method);
  if (d.workflow != nullptr)
    if (auto refusal = does_not_fit(*d.workflow, *method, true)) return failure(std::move(*refusal));
  if (auto refusal = not_usable(d, method->id)) return failure(std::move(*refusal));

  if (method->about_resident && !d.c.has_ground())
    return refuse("GroundMissing", "R2", msg("opening.ground_missing"),
                  msg("opening.ground_first_do", "basis"_is = way("case basis", "case"_is = d.c.id)));

  MethodChanged changed;
  changed.method = pin_of(*method);
  changed.because = command.because;
  for (const auto phase : kAllPhases)
    if ((!command.phase || *command.phase == phase) && !(d.c.method(phase) == changed.method))
      changed.phases.push_back(phase);
  if (changed.phases.empty())
    return refuse("SameMethod", "", msg("opening.same_method", "method"_is = method->name),
                  msg("opening.same_method_do"));
  const bool here = std::ranges::find(changed.phases, d.c.stage.phase) != changed.phases.end();
  if (command.phase)
    if (auto refusal = phase_left_out(d, *method, *command.phase)) return failure(std::move(*refusal));
  if (here && d.c.here() != nullptr)
    if (auto refusal = phase_left_out(d, *method, d.c.stage.phase)) return failure(std::move(*refusal));
  Events events{d.event(std::move(changed))};
  if (here && d.c.stage.life == Life::open && d.c.here() != nullptr) restart_phase(d, *method, events);
  return events;
}

Decided decide_on(const Deciding& d, const AdoptDefinitions&) {
  const auto* workflow = d.library.workflow(d.c.workflow.id);
  if (workflow == nullptr) return unknown_workflow(d.library, d.c.workflow.id);
  DefinitionsAdopted adopted;
  adopted.workflow = pin_of(*workflow);
  bool changed = !(adopted.workflow == d.c.workflow);
  for (const auto phase : kAllPhases) {
    const auto* method = d.library.method(d.c.method(phase).id);
    if (method == nullptr) return unknown_method(d.library, d.c.method(phase).id);
    if (auto refusal = does_not_fit(*workflow, *method, true)) return failure(std::move(*refusal));
    if (phase == d.c.stage.phase && d.c.here() != nullptr)
      if (auto refusal = phase_left_out(d, *method, phase)) return failure(std::move(*refusal));
    adopted.methods.push_back(pin_of(*method));
    changed = changed || !(adopted.methods.back() == d.c.method(phase));
  }
  if (!changed)
    return refuse("SameDefinitions", "", msg("opening.same_definitions"), msg("opening.same_definitions_do"));
  Events events{d.event(std::move(adopted))};
  if (d.c.stage.life == Life::open && d.c.here() != nullptr) {
    const auto* method = d.library.method(d.c.method(d.c.stage.phase).id);
    if (method->step(d.c.stage.phase, d.c.here()->step) == nullptr) restart_phase(d, *method, events);
  }
  return events;
}

}  // namespace casus::engine
