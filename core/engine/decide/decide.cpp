// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/around.hpp"
#include "core/engine/access/owning.hpp"
#include "core/engine/access/restriction.hpp"
#include "core/engine/access/typing.hpp"
#include "core/engine/decide/deciding.hpp"
#include "core/engine/decide/steps.hpp"
#include "core/engine/decide/taken_when.hpp"
#include "core/engine/decide/transferring.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/mending/one_case.hpp"
#include "core/engine/remarks/implausible.hpp"
#include "core/engine/remarks/readable.hpp"
#include "core/method/vocabulary.hpp"
#include "core/model/access.hpp"
#include "core/text/moment_words.hpp"

#include <algorithm>
#include <type_traits>

namespace casus::engine {

namespace {

/// A note takes nobody's turn and moves nothing: what else is said is written down while everything stands still.
bool is_note(const auto&) { return false; }
bool is_note(const Say& say) { return say.kind == "note" || say.kind == method::kUnplacedKind; }

template <class C>
std::optional<Refusal> not_theirs_to_lead(const Deciding& d) {
  constexpr bool leaves = is_one_of<C, NextStep, BackStep, StartRound>;
  if (d.step == nullptr || d.c.stage.life != Life::open) return std::nullopt;
  if (!(d.step->floor.is_private ? ends_private_time<C> : leaves)) return std::nullopt;
  constexpr bool back = std::is_same_v<C, BackStep>, round = std::is_same_v<C, StartRound>;
  return not_theirs_to_leave(d, back ? "case back" : round ? "case round" : "case next");
}

/// A case that goes on in another, went to another team, or is erased, takes nothing more.
template <class C>
std::optional<Refusal> no_more(const Deciding& d) {
  if (!d.c.into().empty() && !std::is_same_v<C, SeparateCase>) return merged_away(d.c);
  if (d.c.stage.life != Life::erased) {
    if (!d.c.given_over || when_transferred<C>) return std::nullopt;
    // Who has no place in it hears nothing of which requests there are.
    if (d.actor != nullptr && mends_a_request(d)) return std::nullopt;
    return transferred_away(d.c);
  }
  return no("CaseErased", "", msg("case.case_erased"), msg("case.case_erased_do", "open"_is = way("case open")));
}

template <class C>
std::optional<Refusal> out_of_place(const Deciding& d, const C& body) {
  const auto no = [](auto refusal) { return std::optional<Refusal>(std::move(refusal.value())); };
  switch (d.c.stage.life) {
    case Life::erased: break;  // told before
    case Life::intake:
      if (!in_intake<C> && !said_from_home(d)) return not_begun(d, std::is_same_v<C, CloseCase>);
      break;
    case Life::paused:
      if (!while_paused<C> && !said_from_home(d))
        return no(refuse("CasePaused", "", msg("case.case_paused"),
                         msg("case.case_paused_do", "resume"_is = way("case resume", "case"_is = d.c.id))));
      break;
    case Life::closed:
      if (!when_closed<C>)
        return no(refuse(
            "CaseClosed", "", msg("case.case_closed"),
            msg("case.case_closed_do", "reopen"_is = way("case reopen", "case"_is = d.c.id, "because"_is = gap()))));
      break;
    case Life::open: break;
  }
  if (d.c.stage.safety == Safety::acute && interrupted<C> && !is_note(body) && !said_from_home(d))
    return no(refuse(
        "AcuteSafety", "R14", msg("case.acute_safety"),
        msg("case.acute_safety_do", "handle"_is = way("case safety handle", "case"_is = d.c.id, "text"_is = gap()))));
  if (d.step != nullptr && d.step->floor.is_private && !in_private_time<C> && d.c.stage.life == Life::open)
    return no(refuse("PrivateTime", "R13", msg("case.private_time"),
                     msg("case.private_time_do", "next"_is = way("case next", "case"_is = d.c.id,
                                                                 "as"_is = goes_on(d.c, d.step, d.command.by)))));
  return std::nullopt;
}

/// The definitions of the case must be on this machine for whatever walks through steps.
std::optional<Refusal> missing_definition(const Deciding& d) {
  const auto& pin = d.c.method(d.c.stage.phase);
  Message why = d.library.unusable(pin);
  if (d.method != nullptr && d.workflow != nullptr && why.empty()) return std::nullopt;
  if (d.workflow == nullptr) return workflow_missing(d);
  if (why.empty()) why = msg("case.method_case_machine", "pin"_is = pin.id);
  return no("MethodMissing", "", std::move(why),
            msg("case.method_missing_do", "list"_is = way("method list"),
                "method"_is = way("case method", "case"_is = d.c.id, "method"_is = gap("gap.method"))));
}

/// Who came by the link of the resident or of somebody in the circle acts as that, whatever name is typed.
bool seat_is_another(const Deciding& d) {
  if (!d.command.seat) return false;
  const auto sureness = d.command.seat->sureness;
  if (d.actor == nullptr) return comes_from_outside(sureness);
  switch (sureness) {
    case Sureness::resident: return !d.actor->has(Role::resident);
    case Sureness::circle: return works_in_case(*d.actor) || d.actor->has(Role::resident);
    case Sureness::keeper: return true;
    default: return false;
  }
}

/// Under the floor it is the turn of who notes it, and takes it as what is said does.
template <class C>
Decided noted_beside(const Deciding& d, const C& body) {
  auto verdict = judge(d, *kBeside<C>);
  if (!verdict.broken.empty() && d.c.mode == Mode::strict) return failure(std::move(verdict.broken.front()));
  auto decided = decide_on(d, body);
  if (decided && verdict.broken.empty() && verdict.turn != TurnUse::aside)
    decided->insert(decided->begin(), d.event(TurnTaken{verdict.turn}));
  return decided;
}

struct Decider {
  Deciding d;

  template <class C>
  Decided operator()(const C& body) {
    if (auto refusal = unreadable(d.command, body)) return failure(std::move(*refusal));
    if constexpr (std::is_same_v<C, OpenCase>) {
      if (auto refusal = may_not_type(d)) return failure(std::move(*refusal));
      if (auto refusal = implausible(body, d.today())) return failure(std::move(*refusal));
      return decide_on(d, body);
    } else {
      if (!d.c.exists())
        return refuse("CaseUnknown", "", msg("case.case_unknown", "case"_is = d.command.case_id),
                      msg("case.case_unknown_do", "list"_is = way("case list")));
      if (auto refusal = may_not_type(d)) return failure(std::move(*refusal));
      if (auto refusal = no_more<C>(d)) return failure(std::move(*refusal));
      if (d.command.at < d.c.changed_at)
        return refuse("TimeRunsBack", "",
                      msg("case.time_runs_back", "at"_is = text::moment_message(d.command.at),
                          "changed_at"_is = text::moment_message(d.c.changed_at)),
                      msg("remedy.later_time"));
      if (seat_is_another(d)) return not_at_table();
      const bool outside = d.command.seat && comes_from_outside(d.command.seat->sureness);
      if (outside)
        if (auto refusal = not_theirs(d)) return failure(std::move(*refusal));
      // The resident, and somebody of the circle, who answer from home and may never have sat at the table.
      const bool from_home = outside && answers_from_home(d);
      const bool elsewhere = from_elsewhere<C> && d.actor != nullptr && d.actor->has_seat();
      if (!from_home && !elsewhere && (d.actor == nullptr || !d.actor->at_table())) {
        // Who may erase is told there; and a case that nobody sits at any more can be taken over.
        constexpr bool kErases = is_one_of<C, EraseCase, ErasePerson, EraseDue>;
        // So is whether two cases are one, or whether it goes elsewhere: that takes the owners.
        constexpr bool kIsOne = is_one_of<C, MergeCase, SeparateCase, TransferCase, ConfirmTransfer, CallBackTransfer>;
        // A colleague of the team may do it for who has left.
        if constexpr (std::is_same_v<C, HandOver>)
          if (d.library.in_team(d.command.by)) return decide_on(d, body);
        const bool abandoned = std::ranges::none_of(d.c.people, &Person::has_seat);
        if (!kErases && !kIsOne && !(std::is_same_v<C, AddParticipant> && abandoned)) return not_at_table();
      }
      if (auto refusal = not_for_those_around(d)) return failure(std::move(*refusal));
      if (auto refusal = only_kept(d, outside)) return failure(std::move(*refusal));
      if (auto refusal = out_of_place(d, body)) return failure(std::move(*refusal));
      if (auto refusal = not_theirs_to_lead<C>(d)) return failure(std::move(*refusal));
      if (auto refusal = implausible(body, d.today())) return failure(std::move(*refusal));
      if constexpr (needs_method<C>)
        if (auto refusal = missing_definition(d)) return failure(std::move(*refusal));
      if constexpr (kBeside<C>.has_value()) return noted_beside(d, body);
      else return decide_on(d, body);
    }
  }

  Decided not_at_table() const {
    if (blank(d.command.by)) return refuse("WhoIsThis", "", msg("access.unclear_who"), msg("remedy.say_who_you_are"));
    if (d.actor != nullptr && d.actor->away) {
      const auto role = d.actor->has(Role::chair) ? Role::member : d.actor->roles.front();
      return refuse("NotAtTheTable", "", msg("case.away_from_table", "by"_is = d.actor->name),
                    msg("case.away_from_table_do", "by"_is = d.actor->name,
                        "join"_is = way("case join", "case"_is = d.c.id, "name"_is = d.actor->name,
                                        "role"_is = key(role), "as"_is = d.actor->name)));
    }
    // Of the resident and who is around them nobody from outside hears a name, not of those whose name is nearly so.
    std::vector<std::string_view> names;
    for (const auto& person : d.c.people)
      if (is_colleague_here(person) && !person.erased) names.push_back(person.name);
    const auto near = nearest(d.command.by, names);
    return refuse("NotAtTheTable", "",
                  msg("case.not_at_the_table", "by"_is = d.command.by, "near"_is = did_you_mean(near)),
                  msg("case.not_at_the_table_do",
                      "join"_is = way("case join", "case"_is = d.c.id, "name"_is = d.command.by, "role"_is = "member",
                                      "as"_is = names.empty() ? gap("gap.name") : text::Value(names.front())),
                      "by"_is = d.command.by));
  }
};

/// Who sat at the keys: somebody of the case by id, so that erasing a person reaches it.
Typist typist_of(const Case& state, const Command& command) {
  auto typist = command.seat.value_or(Typist{command.by, {}, {}});
  typist.name = std::string(trimmed(typist.name));
  if (const auto* person = state.person(typist.name)) typist.name = person->id;
  return typist;
}

/// The typist, if that was not the actor, or was the actor from afar: then it says how sure that is.
std::optional<Typist> beside(Typist typist, const Case& state, const Command& command, const std::string& actor) {
  const bool opens = !state.exists() && same_name(typist.name, command.by);
  const bool own = opens || typist.name == actor;
  if (own && !comes_from_afar(typist.sureness)) return std::nullopt;
  if (own) typist.name = actor;
  return typist;
}

}  // namespace

void say_who_typed(const Case& state, const Command& command, const Person* actor, Events& decided) {
  // Without a seat it is the actor who types.
  const auto typed_by_actor = [&](const Event& event) {
    return !command.seat && actor != nullptr && event.by == actor->id;
  };
  std::optional<Typist> typist;
  for (auto& event : decided) {
    event.seat.reset();
    if (typed_by_actor(event)) continue;
    if (!typist) typist = typist_of(state, command);
    event.seat = beside(*typist, state, command, event.by);
  }
}

bool asks_history(const CommandBody& body) {
  return std::holds_alternative<Correct>(body) || std::holds_alternative<Withdraw>(body) ||
         std::holds_alternative<Restore>(body) || std::holds_alternative<Destroy>(body) ||
         std::holds_alternative<MoveOver>(body) || std::holds_alternative<ErasePerson>(body);
}

Deciding deciding_on(const Case& state, const Command& command, const Library& library, const Events* history,
                     const Case* other) {
  Deciding d{state, command, library, history, other};
  if (!state.exists()) return d;
  d.actor = state.person(command.by);
  d.workflow = library.pinned_workflow(state.workflow);
  d.method = library.pinned_method(state.method(state.stage.phase));
  if (const auto* here = state.here(); here != nullptr && d.method != nullptr)
    d.step = d.method->step(here->phase, here->step);
  return d;
}

Decided decide(const Case& state, const Command& command, const Library& library, const Events* history,
               const Case* other) {
  const auto d = deciding_on(state, command, library, history, other);
  auto decided = std::visit(Decider{d}, command.body);
  if (!decided) return decided;
  say_who_typed(state, command, d.actor, *decided);
  return decided;
}

const Person* Deciding::person(std::string_view text) const {
  const auto* found = c.person(text);
  // "Inwoner" may stand in the plan for somebody who has come to the table since, under a name.
  if (found != nullptr && !found->absent) return found;
  if (const auto role = role_meant(text)) {
    if (const auto* here = c.with(*role)) return here;
    const auto apart =
        std::ranges::find_if(c.people, [&](const Person& it) { return it.has(*role) && !it.erased && !it.merged; });
    return apart == c.people.end() ? nullptr : &*apart;
  }
  if (found != nullptr) return found;
  const auto meant = c.people_meant(text);
  if (meant.empty()) return seat_of_member(c, library, text);
  return meant.size() == 1 ? meant.front() : nullptr;
}

Refusal workflow_missing(const Deciding& d) {
  return no("WorkflowMissing", "", msg("case.workflow_missing", "workflow"_is = d.c.workflow.id),
            msg("case.workflow_missing_do", "list"_is = way("workflow list")));
}

std::optional<Refusal> name_of_colleague(const Person* known) {
  const bool sits_to_work = known != nullptr && !known->erased && !known->roles.empty() && known->team_member &&
                            !known->has(Role::resident) && works_in_case(*known);
  if (!sits_to_work) return std::nullopt;
  return no("NameOfAnother", "",
            msg("identity.name_of_another", "name"_is = known->name, "who"_is = msg("identity.colleague")),
            msg("identity.name_of_another_do"));
}

tl::unexpected<Refusal> nobody(const Deciding& d, std::string_view text) {
  std::vector<std::string_view> names;
  const auto meant = d.c.people_meant(text);
  for (const auto* person : meant) names.push_back(person->name);
  if (meant.size() > 1) return failure(which_one(text, names));
  for (const auto& person : d.c.people)
    if (!person.erased) names.push_back(person.name);
  const auto near = nearest(text, names);
  const auto apart = [&](Role role) {
    return way("case join", "case"_is = d.c.id, "name"_is = blank(text) ? gap("gap.name") : text::Value(text),
               "role"_is = key(role), "absent"_is = text::yes());
  };
  return refuse("NobodyCalled", "", msg("case.nobody_called", "value"_is = text, "near"_is = did_you_mean(near)),
                msg("case.nobody_called_do",
                    "around"_is = apart(role_meant(text) == Role::resident ? Role::resident : Role::circle),
                    "works"_is = apart(Role::professional)));
}

tl::unexpected<Refusal> nothing(Message what, std::string_view id, const std::vector<std::string_view>& known,
                                std::optional<text::Way> add) {
  Message remedy = msg("case.not_found_do");
  if (!known.empty()) remedy = msg("remedy.choose_from", "known"_is = joined(known));
  else if (add) remedy = msg("case.not_found_do_add", "add"_is = std::move(*add));
  return refuse("NotFound", "", msg("case.not_found", "what"_is = std::move(what), "id"_is = id), std::move(remedy));
}

}  // namespace casus::engine
