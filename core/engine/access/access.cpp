// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/access.hpp"

#include "core/engine/access/restriction.hpp"
#include "core/engine/decide/deciding.hpp"
#include "core/engine/remarks/readable.hpp"
#include "core/text/label.hpp"

namespace casus::engine {

namespace {

Sight sight_of(const Case& state, const Person* person, const LookWanted& wanted) {
  const bool is_resident = person != nullptr && (person->has_seat() || person->absent) && person->has(Role::resident);
  switch (wanted.sureness) {
    case Sureness::keeper: return Sight::refused;
    case Sureness::resident: return is_resident ? Sight::resident : Sight::refused;
    case Sureness::circle: return person != nullptr && !works_in_case(*person) ? Sight::circle : Sight::refused;
    default: break;
  }
  if (person != nullptr && person->has_seat()) {
    if (works_in_case(*person)) return Sight::table;
    if (person->has(Role::resident)) return Sight::resident;
    if (person->has(Role::circle) || person->has(Role::member)) return Sight::circle;  // a guest from around them
    return Sight::table;
  }
  // What was erased holds nothing to protect.
  if (state.stage.life == Life::erased) return Sight::unnamed;
  // A reason is somebody's: without a name nobody could be asked about it.
  return blank(wanted.because) || blank(wanted.by) ? Sight::refused : Sight::reason;
}

bool may_see(Sight sight, CasePart part) {
  switch (sight) {
    case Sight::table:
    case Sight::reason:
    case Sight::unnamed: return true;
    case Sight::resident:
      return part == CasePart::overview || part == CasePart::history || part == CasePart::dossier ||
             part == CasePart::extract || part == CasePart::plan || part == CasePart::log;
    case Sight::circle: return part == CasePart::plan;
    case Sight::refused: return false;
  }
  return false;
}

/// A case that is only kept (AVG 18) is seen by who answers for that, and by the resident; nothing is made of it.
bool only_kept_from(const Case& state, Sight sight, CasePart part) {
  if (state.restriction() == nullptr) return false;
  const bool made_of_it = part == CasePart::dossier || part == CasePart::texts || part == CasePart::fidelity;
  return sight == Sight::reason || (sight == Sight::table && made_of_it);
}

Refusal who_is_this(const Case& state) {
  return no("WhoIsThis", "", msg("access.who_is_this", "case"_is = state.id), msg("remedy.say_who_you_are"));
}

/// Whom to ask: the case manager, else the presenter, else the chair.
Message whom_to_ask(const Case& state) {
  for (const auto role : {Role::case_manager, Role::presenter, Role::chair})
    if (const auto* person = state.with(role); person != nullptr && !person->name.empty())
      return msg("access.whom", "person"_is = person->name, "role"_is = text::label(role));
  return msg("access.somebody_table");
}

Message whereabouts(const Case& state) {
  std::vector<Message> where{text::label(state.stage.life)};
  if (state.stage.life != Life::intake) where.emplace_back(text::label(state.stage.phase));
  return Message::listed(std::move(where));
}

Refusal not_at_table(const Case& state, const LookWanted& wanted) {
  const auto where = whereabouts(state);
  const auto whom = whom_to_ask(state);
  return no("NotAtTable", "", msg("access.not_at_table", "case"_is = state.id, "where"_is = where, "by"_is = wanted.by),
            msg("access.not_at_table_do", "whom"_is = whom));
}

Refusal not_this_part(const Case& state, const LookWanted& wanted, Sight sight) {
  const auto whom = whom_to_ask(state);
  if (sight == Sight::resident)
    return no("NotForResident", "", msg("access.not_for_resident", "part"_is = text::label(wanted.part)),
              msg("access.not_for_resident_do",
                  "export"_is = way("case export", "case"_is = state.id, "for"_is = "resident"), "whom"_is = whom));
  return no("NotForCircle", "", msg("access.not_for_circle"),
            msg("access.not_for_circle_do", "show"_is = way("plan show", "case"_is = state.id), "whom"_is = whom));
}

/// A name that is typed at a computer says little by itself, so the account that it was typed from is kept beside it.
void say_from_where(const LookWanted& wanted, CaseSeen& seen) {
  if (comes_from_afar(wanted.sureness)) seen.sureness = wanted.sureness;
  else seen.account = wanted.account;
}

}  // namespace

Refusal not_of_the_team(const std::string& by) {
  if (blank(by)) return no("WhoIsThis", "", msg("access.team_who_is_this"), msg("remedy.say_who_you_are"));
  return no("NotOfTheTeam", "", msg("access.not_of_this_team", "by"_is = by), msg("access.ask_the_team"));
}

Refusal keeper_reads_no_case() {
  return no("KeeperReadsNoCase", "", msg("access.keeper_reads_no_case"), msg("access.keeper_reads_no_case_do"));
}

bool may_know_title(const Case& state, const LookWanted& wanted, bool of_the_team) {
  const auto sight = sight_of(state, state.person(wanted.by), {wanted.by, CasePart::texts, {}, false, wanted.sureness});
  if (sight == Sight::table || sight == Sight::resident) return true;
  const bool worker = !comes_from_outside(wanted.sureness) && wanted.sureness != Sureness::keeper;
  return worker && of_the_team && state.privacy == Privacy::anonymous;
}

CaseSeen turned_away(const LookWanted& wanted) {
  CaseSeen seen{"outside", std::string(trimmed(wanted.by)), wanted.part, Sight::refused, {}};
  say_from_where(wanted, seen);
  return seen;
}

LookDecided decide_look(const Case& state, const LookWanted& wanted) {
  LookDecided decided{.refusal = unreadable(wanted)};
  if (decided.refusal) return decided;
  const auto* person = state.person(wanted.by);
  auto sight = sight_of(state, person, wanted);
  if (sight == Sight::refused) {
    if (wanted.sureness == Sureness::keeper) decided.refusal = keeper_reads_no_case();
    else decided.refusal = blank(wanted.by) ? who_is_this(state) : not_at_table(state, wanted);
  } else if (only_kept_from(state, sight, wanted.part)) {
    decided.refusal = kept_only(state);
    sight = Sight::refused;
  } else if (!may_see(sight, wanted.part) || (wanted.whole && sight == Sight::resident)) {
    decided.refusal = not_this_part(state, wanted, sight);
    sight = Sight::refused;
  }
  decided.sight = sight;
  // What the next step asks is read at every turn, and the log itself tells nothing of the case.
  const bool passing = wanted.part == CasePart::guidance || wanted.part == CasePart::log;
  if (passing && sight != Sight::refused && sight != Sight::reason) return decided;
  decided.seen =
      CaseSeen{person == nullptr ? "outside" : person->id,
               person == nullptr ? std::string(trimmed(wanted.by)) : person->name, wanted.part, sight, wanted.because};
  say_from_where(wanted, *decided.seen);
  if (person != nullptr && person->erased) decided.seen->account.clear();  // the key that it would lie under is gone
  if (!decided.refusal) decided.seen->to = wanted.to;
  return decided;
}

}  // namespace casus::engine
