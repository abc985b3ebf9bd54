// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/around.hpp"
#include "core/engine/access/no_name.hpp"
#include "core/engine/access/owning.hpp"
#include "core/engine/decide/deciding.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/grouping.hpp"
#include "core/engine/floor/seats.hpp"
#include "core/engine/mending/merging.hpp"
#include "core/model/access.hpp"

#include <algorithm>

/// Who is who in a case: handing over to a colleague, and two entries that are one person.
namespace casus::engine {

namespace {

bool has_role(const std::vector<Role>& roles, Role role) { return std::ranges::find(roles, role) != roles.end(); }

/// Who does what and who is who is the work of colleagues, also when others sit at the table.
std::optional<Refusal> for_colleagues(const Deciding& d) {
  if (d.actor == nullptr || works_in_case(*d.actor)) return std::nullopt;
  return no("ForColleagues", "", msg("identity.for_colleagues"), msg("identity.for_colleagues_do"));
}

std::vector<const Action*> open_actions_of(const Case& c, const Person& person) {
  std::vector<const Action*> out;
  for (const auto& action : c.actions)
    if (action.state == Done::open && (action.plan.who == person.id || action.plan.checks == person.id))
      out.push_back(&action);
  return out;
}

/// Whether the case is one of a team that is known here.
bool is_of_team(const Deciding& d) {
  return std::ranges::any_of(d.c.people,
                             [&](const Person& one) { return one.team_member && d.library.in_team(one.name); });
}

/// A case is not given away by a slip of the pen: who takes it over is known to the team or to the case.
tl::unexpected<Refusal> stranger(const Deciding& d, const std::string& name) {
  std::vector<std::string_view> names;
  for (const auto& person : d.c.people)
    if (!person.erased && works_in_case(person)) names.push_back(person.name);
  return refuse("NobodyTakesOver", "",
                msg("identity.nobody_takes_over", "name"_is = name, "near"_is = did_you_mean(nearest(name, names))),
                msg("identity.nobody_takes_over_do", "add"_is = way("team add", "name"_is = name),
                    "join"_is = way("case join", "case"_is = d.c.id, "name"_is = name, "role"_is = "professional",
                                    "external"_is = text::yes())));
}

/// The colleague who takes it over: somebody of the case or of the team. A case without a team may take a new name.
Outcome<ParticipantAdded, Refusal> taker(const Deciding& d, const Person& from, const std::string& name) {
  ParticipantAdded added;
  const auto* to = d.person(name);
  if (to == nullptr) {
    const auto members = d.library.members_meant(name);
    if (members.size() > 1) return failure(which_one(name, {members.begin(), members.end()}));
    added.person = next_id(d.c, 'p', d.c.people.size());
    added.name = members.empty() ? kept_name(name) : members.front();
    // Under the team's own spelling they may sit here already.
    if (const auto* known = d.c.person(added.name)) to = known;
    else if (!members.empty()) to = seat_of_member(d.c, d.library, added.name);
    if (to == nullptr && members.empty() && is_of_team(d)) return stranger(d, name);
    if (to == nullptr && members.empty())
      if (auto refusal = no_name(name, from.roles)) return failure(std::move(*refusal));
  }
  if (to != nullptr) {
    if (to->id == from.id)
      return refuse("SamePerson", "", msg("identity.same_person", "person"_is = to->name),
                    msg("identity.same_person_do"));
    if (to->erased || is_around(*to))
      return refuse("NotAColleague", "", msg("identity.not_a_colleague", "person"_is = d.c.name_of(to->id, Lang::nl)),
                    msg("identity.not_a_colleague_do"));
    added.person = to->id;
    added.name = to->name;
    added.contact = to->contact;
    added.caseload = to->caseload;
    added.roles = roles_kept(d.c, *to, from.roles);
  }
  added.team_member = true;
  for (const auto role : from.roles)
    if (!has_role(added.roles, role)) added.roles.push_back(role);
  // R3: who presents is not the chair; the chair of a meeting seats itself anew.
  if (has_role(added.roles, Role::presenter)) std::erase(added.roles, Role::chair);
  if (added.roles.empty()) added.roles = {Role::member};
  return added;
}

template <class... Commands>
bool is_command_of(const CommandBody& body) {
  return (std::holds_alternative<Commands>(body) || ...);
}

/// Who is at the table: those around bring somebody of their own circle, and go themselves.
bool is_theirs_to_seat(const Deciding& d, const CommandBody& body) {
  if (const auto* leaves = std::get_if<RemoveParticipant>(&body)) return d.person(leaves->person) == d.actor;
  const auto* joins = std::get_if<AddParticipant>(&body);
  if (joins == nullptr) return true;
  const bool self = d.person(joins->name) == d.actor;
  return std::ranges::all_of(joins->roles,
                             [&](Role role) { return role == Role::circle || (self && d.actor->has(role)); });
}

/// Where a step says who leads it, that is who goes on; elsewhere the talk goes on, or back, at a colleague's word.
std::optional<Refusal> not_theirs_to_move(const Deciding& d) {
  const auto& body = d.command.body;
  if (!is_command_of<NextStep, BackStep, StartRound>(body) || !who_lead(d.c, d.step).empty()) return std::nullopt;
  const bool back = std::holds_alternative<BackStep>(body), round = std::holds_alternative<StartRound>(body);
  const auto by = by_colleague(d.c, d.actor->name);
  return no("ForColleagues", "", msg("identity.colleagues_lead"),
            msg("identity.colleagues_lead_do", "name"_is = by,
                "next"_is = text::Way{back    ? "case back"
                                      : round ? "case round"
                                              : "case next",
                                      {"case"_is = d.c.id, "as"_is = by}}));
}

const std::string* action_changed_by(const CommandBody& body) {
  if (const auto* done = std::get_if<FinishAction>(&body)) return &done->action;
  if (const auto* moved = std::get_if<MoveAction>(&body)) return &moved->action;
  if (const auto* changed = std::get_if<ChangeAction>(&body)) return &changed->action;
  return nullptr;
}

bool leads_here(const Deciding& d) {
  const auto lead = who_lead(d.c, d.step);
  return std::ranges::find(lead, d.actor) != lead.end();
}

/// Those around say what came of what they do, also for each other: the plan of the circle is theirs. What a colleague
/// promised is not, unless they lead the step and look back for all.
std::optional<Refusal> action_of_another(const Deciding& d) {
  const auto* id = action_changed_by(d.command.body);
  if (id == nullptr) return std::nullopt;
  const auto action = std::ranges::find_if(d.c.actions, [&](const Action& one) { return one.plan.id == *id; });
  const auto* doer = action == d.c.actions.end() ? nullptr : d.c.person(action->plan.who);
  if (doer == nullptr || is_no_colleague(*doer)) return std::nullopt;
  if (leads_here(d)) return std::nullopt;
  return no("NotYourAction", "", msg("identity.action_of_another"), msg("identity.for_colleagues_do"));
}

/// What the talk comes to is written down by a colleague, or by who leads the step: a day, a decision, a pause. Another
/// part of life may only be looked into where the work of the team needs it, so that is never theirs.
bool is_settled(const Deciding& d) {
  const auto& body = d.command.body;
  if (is_command_of<OptInDomain>(body)) return true;
  return is_command_of<SetReview, TakeDecision, PauseCase, ResumeCase>(body) && !leads_here(d);
}

/// Whether a colleague typed it for somebody else: of this case, or of the team. On a computer that holds the keys
/// where nobody said who types, it is whoever leads the talk there.
bool typed_by_colleague(const Deciding& d) {
  const auto& seat = d.command.seat;
  if (!seat || comes_from_outside(seat->sureness)) return false;
  if (blank(seat->name)) return !comes_from_afar(seat->sureness);
  if (const auto* typist = d.person(seat->name)) return !is_no_colleague(*typist);
  return of_the_team(d.c, d.library, seat->name);
}

/// The steps of the reporting code, and when danger is dealt with, are weighed by colleagues. What those around say was
/// done counts when a colleague types it for them: danger must not hang on whose words they were.
bool is_weighed(const Deciding& d) {
  const auto& body = d.command.body;
  if (is_command_of<TakeMeldcodeStep, ClearSafety>(body)) return true;
  return is_command_of<HandleAcute>(body) && !typed_by_colleague(d);
}

/// That the resident knows is said by who told it, or by the resident, of somebody else.
std::optional<Refusal> not_told_by_them(const Deciding& d) {
  const auto* told = std::get_if<TellResident>(&d.command.body);
  if (told == nullptr) return std::nullopt;
  if (!d.actor->has(Role::resident)) {
    if (leads_here(d)) return std::nullopt;
    return no("ForColleagues", "R16", msg("identity.told_by_colleagues"), msg("identity.for_colleagues_do"));
  }
  const auto* who = told->who.empty() ? d.actor : d.person(told->who);
  if (who != d.actor) return std::nullopt;
  return no("WhoTold", "R16", msg("identity.who_told"),
            msg("identity.who_told_do",
                "tell"_is = way("case tell", "case"_is = d.c.id, "what"_is = gap(), "who"_is = gap("gap.name"))));
}

const std::string* goal_changed_by(const CommandBody& body) {
  if (const auto* changed = std::get_if<ChangeGoal>(&body)) return &changed->goal;
  if (const auto* scored = std::get_if<ScoreGoal>(&body)) return &scored->goal;
  return nullptr;
}

/// Those around word and score the goals that one of them set; the resident words those in the own words too, and says
/// of every goal how far it is. Nobody gives the figure of the resident but the resident, or a colleague who heard it.
std::optional<Refusal> goal_of_another(const Deciding& d) {
  const auto* id = goal_changed_by(d.command.body);
  if (id == nullptr) return std::nullopt;
  const auto* scored = std::get_if<ScoreGoal>(&d.command.body);
  const bool resident = d.actor->has(Role::resident);
  if (scored != nullptr && resident) return std::nullopt;
  if (scored != nullptr && scored->resident)
    return no("ForColleagues", "", msg("identity.resident_scores"), msg("identity.for_colleagues_do"));
  const auto goal = std::ranges::find_if(d.c.goals, [&](const Goal& one) { return one.set.id == *id; });
  if (goal == d.c.goals.end() || leads_here(d) || (resident && goal->set.resident_words)) return std::nullopt;
  const auto* setter = d.c.person(goal->by);
  if (setter != nullptr && is_no_colleague(*setter)) return std::nullopt;
  return no("NotYourGoal", "", msg("identity.goal_of_another"), msg("identity.goal_of_another_do"));
}

}  // namespace

std::optional<Refusal> not_for_those_around(const Deciding& d) {
  if (d.actor == nullptr || !is_no_colleague(*d.actor)) return std::nullopt;
  const auto& body = d.command.body;
  const bool frames =
      is_command_of<SetBasis, AddBasis, DropBasis, ChangeMethod, AdoptDefinitions, CloseCase, ReopenCase>(body);
  // In their own time these are theirs alone, as the team is told.
  const bool their_time = d.step != nullptr && d.step->floor.is_private;
  if (their_time && is_command_of<ChangeMethod, AdoptDefinitions, CloseCase, PauseCase, ResumeCase>(body))
    return std::nullopt;
  const bool alone = std::ranges::none_of(d.c.people, is_colleague_here);
  if (!alone)
    for (const auto refused : {not_theirs_to_move, action_of_another, goal_of_another, not_told_by_them})
      if (auto refusal = refused(d)) return refusal;
  // That the resident agrees is the resident's to say, or a colleague's who heard it.
  if (!alone && is_command_of<AgreePlan>(body) && !d.actor->has(Role::resident))
    return no("ForColleagues", "", msg("identity.resident_agrees"), msg("identity.for_colleagues_do"));
  if (!alone && is_weighed(d))
    return no("ForColleagues", "", msg("identity.colleagues_weigh"), msg("identity.for_colleagues_do"));
  if (!alone && is_settled(d))
    return no("ForColleagues", "", msg("identity.colleagues_settle"), msg("identity.for_colleagues_do"));
  if (!frames && is_theirs_to_seat(d, body)) return std::nullopt;
  // When every colleague left, whoever stays may bring somebody in: else nobody could.
  if (!frames && alone) return std::nullopt;
  return no("ForColleagues", "", msg("identity.colleagues_frame"), msg("identity.for_colleagues_do"));
}

std::optional<Refusal> two_of_one_name(const Deciding& d, std::string_view text) {
  const auto* person = d.person(text);
  if (person == nullptr || person->id == text || role_meant(text)) return std::nullopt;
  if (person->team_member && !is_around(*person)) return std::nullopt;
  const auto members = d.library.members_meant(text);
  if (works_in_case(*person) || members.empty() || !same_name(members.front(), person->name)) return std::nullopt;
  return no("TwoOfOneName", "", msg("identity.which_of_two", "name"_is = person->name, "case"_is = d.c.id),
            msg("identity.which_of_two_do", "id"_is = person->id, "name"_is = person->name,
                "rename"_is = way("team rename", "name"_is = members.front(), "to"_is = gap("gap.full_name"))));
}

Decided decide_on(const Deciding& d, const HandOver& command) {
  if (auto refusal = for_colleagues(d)) return failure(std::move(*refusal));
  for (const auto* name : {&command.person, &command.to})
    if (auto refusal = two_of_one_name(d, *name)) return failure(std::move(*refusal));
  const auto* from = d.person(command.person);
  if (from == nullptr) return nobody(d, command.person);
  if (blank(command.to)) return empty_text(msg("identity.needs_taker"));
  const auto actions = open_actions_of(d.c, *from);
  if ((!from->has_seat() && actions.empty()) || (is_around(*from) && !works_in_case(*from)))
    return refuse("NothingToHandOver", "",
                  msg("identity.nothing_to_hand_over", "person"_is = d.c.name_of(from->id, Lang::nl)),
                  msg("remedy.leave_it"));
  // Whoever gives away what is another's says why, at the table or not.
  if (d.actor != from && blank(command.because)) return reason_missing(msg("identity.why_hand_over"));
  auto added = taker(d, *from, command.to);
  if (!added) return failure(std::move(added.error()));

  HandedOver over{{.person = from->id, .to = added->person, .because = command.because}};
  Events events{d.event(over)};
  const auto* to = d.c.person(added->person);
  const bool seated = to != nullptr && to->has_seat() && to->roles == added->roles;
  auto groups = d.step == nullptr ? std::nullopt : groups_handed(d.c, *d.step, from->id, added->person, added->roles);
  if (from->has_seat()) events.push_back(d.event(ParticipantLeft{{from->id}}));
  if (!seated) events.push_back(d.event(std::move(*added)));
  if (groups) events.push_back(d.event(std::move(*groups)));
  for (const auto* action : actions) {
    ActionChanged changed;
    static_cast<ActionLine&>(changed) = action->plan;
    if (changed.who == from->id) changed.who = over.to;
    if (changed.checks == from->id) changed.checks = over.to;
    // Nobody checks their own action (R8): then whoever had it checked stays to be found anew.
    if (changed.checks == changed.who) changed.checks.clear();
    events.push_back(d.event(std::move(changed)));
  }
  return events;
}

Decided decide_on(const Deciding& d, const MergePersons& command) {
  if (auto refusal = for_colleagues(d)) return failure(std::move(*refusal));
  // An entry that is called by a role word is meant before who has that role.
  const auto* entry = d.c.person(command.person);
  const auto* gone = entry != nullptr ? entry : d.person(command.person);
  if (gone == nullptr) return nobody(d, command.person);
  const auto* stays = d.person(command.into);
  if (stays == nullptr) return nobody(d, command.into);
  if (gone == stays)
    return refuse("SamePerson", "", msg("identity.same_entry", "person"_is = stays->name), msg("remedy.leave_it"));
  if (gone->erased || stays->erased)
    return refuse("ErasedAlready", "", msg("identity.erased_entry"), msg("identity.erased_entry_do"));
  if (is_around(*gone) != is_around(*stays) && !(gone->roles.empty() && stays->roles.empty()) &&
      (works_in_case(*gone) || works_in_case(*stays)))
    return refuse("NotOnePerson", "", msg("identity.not_one_person", "one"_is = gone->name, "other"_is = stays->name),
                  msg("identity.not_one_person_do"));
  if (d.library.in_team(gone->name) && d.library.in_team(stays->name) && !d.library.one_member(gone->name, stays->name))
    return refuse("TwoColleagues", "", msg("identity.two_colleagues", "one"_is = gone->name, "other"_is = stays->name),
                  msg("identity.two_colleagues_do",
                      "handover"_is = way("case handover", "case"_is = d.c.id, "person"_is = gone->name,
                                          "to"_is = stays->name, "because"_is = gap())));
  if (blank(command.because)) return reason_missing(msg("identity.why_merge"));
  auto after = d.c;
  reword_person(after, gone->id, stays->id);
  if (!generations(after.family))
    return refuse("FamilyGoesRound", "",
                  msg("identity.family_goes_round", "one"_is = gone->name, "other"_is = stays->name),
                  msg("identity.family_goes_round_do"));
  Events events{d.event(PersonsMerged{{.person = gone->id, .into = stays->id, .because = command.because}})};
  if (auto groups = d.step == nullptr ? std::nullopt : groups_merged(d.c, *d.step, gone->id, stays->id))
    events.push_back(d.event(std::move(*groups)));
  return events;
}

}  // namespace casus::engine
