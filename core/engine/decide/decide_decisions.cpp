// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/decide/deciding.hpp"

#include <algorithm>

/// Decisions (R17): with a heavy one everybody first gives an opinion that nobody else sees; other views are kept.
namespace casus::engine {

namespace {

const Decision* find_decision(const Case& c, std::string_view id) {
  const auto found = std::ranges::find_if(c.decisions, [&](const Decision& it) { return it.raised.id == id; });
  return found == c.decisions.end() ? nullptr : &*found;
}

tl::unexpected<Refusal> unknown(const Case& c, std::string_view id) {
  std::vector<std::string_view> open;
  for (const auto& it : c.decisions)
    if (!it.taken) open.push_back(it.raised.id);
  return nothing(msg("decisions.thing_decision"), id, open,
                 way("case decide raise", "case"_is = c.id, "question"_is = gap()));
}

tl::unexpected<Refusal> taken_already() {
  return refuse("DecisionTaken", "", msg("decisions.decision_taken"),
                msg("decisions.decision_taken_do", "raise"_is = way("case decide raise")));
}

/// Those whose first opinion counts: everybody at the table, except who only watches or writes.
std::vector<const Person*> voices(const Case& c) {
  std::vector<const Person*> people;
  for (const auto& person : c.people)
    if (person.at_table() &&
        std::ranges::any_of(person.roles, [](Role r) { return r != Role::observer && r != Role::note_taker; }))
      people.push_back(&person);
  return people;
}

}  // namespace

Decided decide_on(const Deciding& d, const RaiseDecision& command) {
  if (blank(command.question)) return empty_text(msg("decisions.needs_what_decided_2"));
  DecisionRaised raised;
  static_cast<DecisionFields&>(raised) = command;
  raised.id = next_id(d.c, 'd', d.c.decisions.size());
  return d.one(std::move(raised));
}

Decided decide_on(const Deciding& d, const GiveOpinion& command) {
  const auto* decision = find_decision(d.c, command.decision);
  if (decision == nullptr) return unknown(d.c, command.decision);
  if (decision->taken) return taken_already();
  const bool again = std::ranges::any_of(
      d.c.opinions, [&](const Opinion& it) { return it.by == d.actor->id && it.given.decision == command.decision; });
  if (again) return refuse("OpinionGiven", "R17", msg("decisions.opinion_given"), msg("decisions.opinion_given_do"));
  return d.one(OpinionGiven{command});
}

Decided decide_on(const Deciding& d, const TakeDecision& command) {
  const auto* decision = find_decision(d.c, command.decision);
  if (decision == nullptr) return unknown(d.c, command.decision);
  if (decision->taken) return taken_already();
  if (blank(command.outcome)) return empty_text(msg("decisions.needs_what_decided"));
  if (blank(command.because)) return empty_text(msg("decisions.needs_why_decision_because"), "R17");
  if (decision->raised.heavy && blank(command.without_opinions)) {
    std::string names;
    for (const auto* person : voices(d.c)) {
      const bool heard = std::ranges::any_of(d.c.opinions, [&](const Opinion& it) {
        return it.by == person->id && it.given.decision == command.decision;
      });
      if (!heard) names += (names.empty() ? "" : ", ") + person->name;
    }
    if (!names.empty())
      return refuse("OpinionsMissing", "R17", msg("decisions.opinions_missing", "names"_is = names),
                    msg("decisions.opinions_missing_do",
                        "opinion"_is = way("case decide opinion", "case"_is = d.c.id, "decision"_is = command.decision,
                                           "opinion"_is = gap("gap.opinion"))));
  }
  return d.one(DecisionTaken{command});
}

}  // namespace casus::engine
