// SPDX-License-Identifier: EUPL-1.2
#include "core/base/vote_how.hpp"
#include "core/engine/decide/deciding.hpp"
#include "core/model/access.hpp"

#include <algorithm>

/// What the resident, or somebody of the circle, may do by a link of their own. One
/// rule for every face: what a page offers follows from it.
namespace casus::engine {

namespace {

template <class... Commands>
bool holds_one_of(const CommandBody& body) {
  return (std::holds_alternative<Commands>(body) || ...);
}

std::optional<Refusal> refused(const char* id, Message why, Message what_to_do) {
  return no(id, "", std::move(why), std::move(what_to_do));
}

/// An agreement of nobody is ticked by nobody from outside.
bool is_theirs(const Deciding& d, const std::string& action) {
  const auto found = std::ranges::find_if(d.c.actions, [&](const Action& one) { return one.plan.id == action; });
  return found == d.c.actions.end() || found->plan.who == d.actor->id;
}

/// A vote, a record, or a choice that gives somebody a role: of the table itself, also when it is typed as the kind of
/// what is said.
bool is_of_the_table(const Deciding& d) {
  if (holds_one_of<Record, Vote>(d.command.body)) return true;
  const auto* say = std::get_if<Say>(&d.command.body);
  if (say == nullptr) return false;
  const auto kind = method::kind_meant(d.method, say->kind);
  if (kind == kVoteKind || (d.method != nullptr && d.method->record_type(kind) != nullptr)) return true;
  return kind == "choice" && d.step != nullptr && d.step->choice_moves;
}

}  // namespace

std::optional<Refusal> not_theirs(const Deciding& d) {
  const auto& body = d.command.body;
  const bool resident = d.command.seat->sureness == Sureness::resident;
  const bool may = holds_one_of<FinishAction>(body) ||
                   (resident ? holds_one_of<Say, Record, Vote, AgreePlan, AskRight, Correct, Withdraw, Restore>(body)
                             : holds_one_of<AskPerson>(body));
  const auto ask = msg("outside.ask_the_team");
  if (!may) return refused("NotFromOutside", msg("outside.not_here"), ask);
  if (const auto* done = std::get_if<FinishAction>(&body); done != nullptr && !is_theirs(d, done->action))
    return refused("NotYourAction", msg("outside.action_of_another"), resident ? msg("outside.say_it") : ask);
  if (const auto* answer = std::get_if<AskPerson>(&body); answer != nullptr && d.person(answer->person) != d.actor)
    return refused("NotYourAnswer", msg("outside.answer_of_another"), ask);
  return std::nullopt;
}

bool said_from_home(const Deciding& d) {
  const bool own_link = d.command.seat && d.command.seat->sureness == Sureness::resident;
  const bool apart = d.step != nullptr && d.step->floor.is_private;
  return own_link && !apart && std::holds_alternative<Say>(d.command.body) && !is_of_the_table(d);
}

bool answers_from_home(const Deciding& d) {
  const auto& who = *d.actor;
  if (in_the_circle(who)) return true;
  return who.has(Role::resident) && (who.has_seat() || who.absent) && !is_of_the_table(d);
}

}  // namespace casus::engine
