// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access.hpp"

#include "core/engine/deciding.hpp"
#include "core/engine/readable.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

Sight sight_of(const Case& state, const Person* person, const LookWanted& wanted) {
  if (person != nullptr && person->at_table()) {
    if (works_in_case(*person)) return Sight::table;
    if (person->has(Role::resident)) return Sight::resident;
    if (person->has(Role::circle)) return Sight::circle;
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

Refusal who_is_this(const Case& state) {
  return {"WhoIsThis",
          "",
          both(fmt::format("Casus {} bestaat, maar het is niet duidelijk wie er wil kijken.", state.id),
               fmt::format("Case {} exists, but it is not clear who wants to look.", state.id)),
          both("Zeg erbij wie je bent: --as NAAM.", "Say who you are: --as NAME."),
          {}};
}

/// Whom to ask: the case manager, else the presenter, else the chair.
Text whom_to_ask(const Case& state) {
  for (const auto role : {Role::case_manager, Role::presenter, Role::chair})
    if (const auto* person = state.with(role); person != nullptr && !person->name.empty())
      return both(fmt::format("{} ({})", person->name, label(role, Lang::nl)),
                  fmt::format("{} ({})", person->name, label(role, Lang::en)));
  return both("iemand aan tafel", "somebody at the table");
}

Text whereabouts(const Case& state) {
  const auto in = [&](Lang lang) {
    std::string out(label(state.stage.life, lang));
    if (state.stage.life != Life::intake) out += fmt::format(", {}", label(state.stage.phase, lang));
    return out;
  };
  return both(in(Lang::nl), in(Lang::en));
}

Refusal not_at_table(const Case& state, const LookWanted& wanted) {
  const auto where = whereabouts(state);
  const auto whom = whom_to_ask(state);
  return {"NotAtTable",
          "",
          both(fmt::format("Casus {} bestaat ({}). {} zit daar niet aan tafel en ziet daarom niet wat erin staat.",
                           state.id, where.nl, wanted.by),
               fmt::format("Case {} exists ({}). {} is not at its table and so does not see what is in it.", state.id,
                           where.en, wanted.by)),
          both(fmt::format("Vraag het {}. Moet je er nu in? Zeg waarom: --because \"...\". Dat wordt vastgelegd; de "
                           "tafel en de inwoner kunnen het teruglezen.",
                           whom.nl),
               fmt::format("Ask {}. Must you look now? Say why: --because \"...\". That is recorded; the table and the "
                           "resident can read it back.",
                           whom.en)),
          {}};
}

Refusal not_this_part(const Case& state, const LookWanted& wanted, Sight sight) {
  const auto whom = whom_to_ask(state);
  if (sight == Sight::resident)
    return {
        "NotForResident",
        "",
        both(fmt::format("In dit deel ({}) staan gegevens van anderen.", label(wanted.part, Lang::nl)),
             fmt::format("This part ({}) holds data of other people.", label(wanted.part, Lang::en))),
        both(fmt::format("Bekijk uw eigen uittreksel: casus case export {} --for resident. Of vraag het {}.", state.id,
                         whom.nl),
             fmt::format("See your own extract: casus case export {} --for resident. Or ask {}.", state.id, whom.en)),
        {}};
  return {"NotForCircle",
          "",
          both("De kring ziet de doelen en acties, en niet het dossier.",
               "The circle sees the goals and actions, and not the dossier."),
          both(fmt::format("Bekijk de doelen en acties: casus plan show {}. Of vraag het {}.", state.id, whom.nl),
               fmt::format("See the goals and actions: casus plan show {}. Or ask {}.", state.id, whom.en)),
          {}};
}

}  // namespace

LookDecided decide_look(const Case& state, const LookWanted& wanted) {
  LookDecided decided;
  decided.refusal = unreadable(wanted);
  if (decided.refusal) return decided;
  const auto* person = state.person(wanted.by);
  auto sight = sight_of(state, person, wanted);
  if (sight == Sight::refused) {
    decided.refusal = blank(wanted.by) ? who_is_this(state) : not_at_table(state, wanted);
  } else if (!may_see(sight, wanted.part)) {
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
  return decided;
}

}  // namespace casus::engine
