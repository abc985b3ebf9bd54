// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/deciding.hpp"

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
  return nothing("besluit", "decision", id, open);
}

tl::unexpected<Refusal> taken_already() {
  return refuse(
      "DecisionTaken", "", both("Dit besluit is al genomen.", "This decision is taken already."),
      both("Leg een nieuw besluit voor: casus case decide raise.", "Raise a new decision: casus case decide raise."));
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
  if (blank(command.question)) return empty_text("wat er besloten moet worden", "what is to be decided");
  DecisionRaised raised;
  static_cast<DecisionFields&>(raised) = command;
  raised.id = next_id('d', d.c.decisions.size());
  return d.one(std::move(raised));
}

Decided decide_on(const Deciding& d, const GiveOpinion& command) {
  const auto* decision = find_decision(d.c, command.decision);
  if (decision == nullptr) return unknown(d.c, command.decision);
  if (decision->taken) return taken_already();
  const bool again = std::ranges::any_of(
      d.c.opinions, [&](const Opinion& it) { return it.by == d.actor->id && it.given.decision == command.decision; });
  if (again)
    return refuse(
        "OpinionGiven", "R17",
        both("Je gaf je eerste mening al; die blijft staan.", "You gave your first opinion already; it stands."),
        both("Denk je er nu anders over, zeg dat dan in het gesprek.",
             "If you see it differently now, say so in the talk."));
  return d.one(OpinionGiven{command});
}

Decided decide_on(const Deciding& d, const TakeDecision& command) {
  const auto* decision = find_decision(d.c, command.decision);
  if (decision == nullptr) return unknown(d.c, command.decision);
  if (decision->taken) return taken_already();
  if (blank(command.outcome)) return empty_text("wat er besloten is", "what was decided");
  if (blank(command.because))
    return empty_text("waarom dit besluit (--because)", "why this decision (--because)", "R17");
  if (decision->raised.heavy && blank(command.without_opinions)) {
    std::string names;
    for (const auto* person : voices(d.c)) {
      const bool heard = std::ranges::any_of(d.c.opinions, [&](const Opinion& it) {
        return it.by == person->id && it.given.decision == command.decision;
      });
      if (!heard) names += (names.empty() ? "" : ", ") + person->name;
    }
    if (!names.empty())
      return refuse(
          "OpinionsMissing", "R17",
          both(fmt::format("Bij een zwaar besluit geeft ieder eerst een eigen mening. Die ontbreekt nog van: {}.",
                           names),
               fmt::format("With a heavy decision everybody gives a first opinion. Still missing from: {}.", names)),
          both(fmt::format("Laat ieder voor zichzelf een mening geven: casus case decide opinion {} {} "
                           "voor|tegen|twijfel. "
                           "Of geef een reden: --without-opinions \"...\".",
                           d.c.id, command.decision),
               fmt::format("Let each give an opinion: casus case decide opinion {} {} for|against|unsure. "
                           "Or give a reason: --without-opinions \"...\".",
                           d.c.id, command.decision)));
  }
  return d.one(DecisionTaken{command});
}

}  // namespace casus::engine
