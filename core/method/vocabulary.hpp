// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/base/phase.hpp"
#include "core/base/role.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

/// The closed vocabulary that methods, workflows, fidelity lists and learning goals share (DESIGN 3, "criteria are
/// data"). One table each for roles, kinds of contribution, collections and fields; schema, checks, hints, evaluator
/// and documents are held to these tables by tests.
namespace casus::method {

/// Whether something must hold (refused otherwise) or should hold (the chair may go on with a reason).
enum class Level { soft, hard };

constexpr std::array<Named<Level>, 2> names_of(Level) {
  return {{{Level::soft, "soft", "zacht: mag met een reden", "soft: may be passed with a reason"},
           {Level::hard, "hard", "hard: moet", "hard: must hold"}}};
}

/// Whether this names one of the cross-method rules R1 to R18 (domain.md 10).
bool is_rule(std::string_view text);

/// Where a step, a time or a method comes from. Shown to users (R18); `own` is our own addition.
enum class Mark { documented, variant, reconstruction, own };

constexpr std::array<Named<Mark>, 4> names_of(Mark) {
  return {{{Mark::documented, "documented", "beschreven", "documented"},
           {Mark::variant, "variant", "variant", "variant"},
           {Mark::reconstruction, "reconstruction", "reconstructie", "reconstruction"},
           {Mark::own, "own", "eigen", "our own"}}};
}

/// How a step gives the word: to whoever has something to say, or one after the other.
enum class Order { free, turns };

constexpr std::array<Named<Order>, 2> names_of(Order) {
  return {{{Order::free, "free", "vrij", "free"}, {Order::turns, "turns", "om de beurt", "in turn"}}};
}

/// Which part of the history a criterion looks at. `step`: this visit of the step; `round`: all phases of this round.
enum class Scope { step, phase, round, everything };

constexpr std::array<Named<Scope>, 4> names_of(Scope) {
  return {{{Scope::step, "step", "deze stap", "this step"},
           {Scope::phase, "phase", "deze fase", "this phase"},
           {Scope::round, "round", "deze ronde", "this round"},
           {Scope::everything, "case", "de hele casus", "the whole case"}}};
}

/// Kinds of contribution that every method may use. A method can name more in its "kinds".
struct KindName {
  std::string_view key, nl, en;
};
const std::vector<KindName>& core_kinds();

/// What can be counted.
enum class Collection {
  contributions,
  participants,
  turns,
  scores,
  goals,
  goal_scores,
  actions,
  network,
  ties,
  decisions,
  opinions,
  plans,
  meldcode,
  told,
  evaluations,
  learning,
  signals,
};

constexpr std::array<Named<Collection>, 17> names_of(Collection) {
  return {{{Collection::contributions, "contributions", "bijdragen", "contributions"},
           {Collection::participants, "participants", "deelnemers", "participants"},
           {Collection::turns, "turns", "beurten", "turns"},
           {Collection::scores, "scores", "scores", "scores"},
           {Collection::goals, "goals", "doelen", "goals"},
           {Collection::goal_scores, "goal_scores", "doelscores", "goal scores"},
           {Collection::actions, "actions", "acties", "actions"},
           {Collection::network, "network", "mensen in het netwerk", "people in the network"},
           {Collection::ties, "ties", "banden", "ties"},
           {Collection::decisions, "decisions", "besluiten", "decisions"},
           {Collection::opinions, "opinions", "eerste meningen", "first opinions"},
           {Collection::plans, "plans", "plannen van de kring", "plans of the circle"},
           {Collection::meldcode, "meldcode", "stappen van de meldcode", "steps of the meldcode"},
           {Collection::told, "told", "terugkoppelingen aan de inwoner", "reports to the resident"},
           {Collection::evaluations, "evaluations", "evaluaties", "evaluations"},
           {Collection::learning, "learning", "leerlijnen", "learning lines"},
           {Collection::signals, "signals", "signalen", "signals"}}};
}

/// What a row can be asked. Which field belongs to which collection: `fields_of`.
enum class Field {
  id,
  kind,
  by,
  role,
  text,
  to,
  re,
  answer,
  on,
  step,
  phase,
  round,
  method,
  present,
  team_member,
  professional,
  count,
  passed,
  scale,
  value,
  evidence,
  domain,
  good_enough,
  scaled,
  resident_words,
  state,
  goal,
  what,
  who,
  by_when,
  checks,
  rung,
  first_step,
  shell,
  quadrant,
  relation,
  asked,
  spoken,
  from,
  strength,
  tension,
  direction,
  heavy,
  settled,
  stance,
  ground,
  better,
  keep,
  change,
  stop,
  theme,
};

constexpr std::array<Named<Field>, 51> names_of(Field) {
  return {{{Field::id, "id", "", ""},
           {Field::kind, "kind", "", ""},
           {Field::by, "by", "", ""},
           {Field::role, "role", "", ""},
           {Field::text, "text", "", ""},
           {Field::to, "to", "", ""},
           {Field::re, "re", "", ""},
           {Field::answer, "answer", "", ""},
           {Field::on, "on", "", ""},
           {Field::step, "step", "", ""},
           {Field::phase, "phase", "", ""},
           {Field::round, "round", "", ""},
           {Field::method, "method", "", ""},
           {Field::present, "present", "", ""},
           {Field::team_member, "team_member", "", ""},
           {Field::professional, "professional", "", ""},
           {Field::count, "count", "", ""},
           {Field::passed, "passed", "", ""},
           {Field::scale, "scale", "", ""},
           {Field::value, "value", "", ""},
           {Field::evidence, "evidence", "", ""},
           {Field::domain, "domain", "", ""},
           {Field::good_enough, "good_enough", "", ""},
           {Field::scaled, "scaled", "", ""},
           {Field::resident_words, "resident_words", "", ""},
           {Field::state, "state", "", ""},
           {Field::goal, "goal", "", ""},
           {Field::what, "what", "", ""},
           {Field::who, "who", "", ""},
           {Field::by_when, "by_when", "", ""},
           {Field::checks, "checks", "", ""},
           {Field::rung, "rung", "", ""},
           {Field::first_step, "first_step", "", ""},
           {Field::shell, "shell", "", ""},
           {Field::quadrant, "quadrant", "", ""},
           {Field::relation, "relation", "", ""},
           {Field::asked, "asked", "", ""},
           {Field::spoken, "spoken", "", ""},
           {Field::from, "from", "", ""},
           {Field::strength, "strength", "", ""},
           {Field::tension, "tension", "", ""},
           {Field::direction, "direction", "", ""},
           {Field::heavy, "heavy", "", ""},
           {Field::settled, "settled", "", ""},
           {Field::stance, "stance", "", ""},
           {Field::ground, "ground", "", ""},
           {Field::better, "better", "", ""},
           {Field::keep, "keep", "", ""},
           {Field::change, "change", "", ""},
           {Field::stop, "stop", "", ""},
           {Field::theme, "theme", "", ""}}};
}

const std::vector<Field>& fields_of(Collection collection);

/// What a field may be compared with. A day is text like 2026-03-02.
enum class FieldType { word, number, flag, day };

FieldType type_of(Collection collection, Field field);

/// The closed list of words that a field can hold ("rung": self, network, ...); empty when any word will do.
std::vector<std::string_view> words_of(Collection collection, Field field);

/// Single facts of a case that a criterion can ask to be present.
enum class Fact { question, hoped_for, basis, purpose, chair, presenter, coordinator, resident, review_date };

constexpr std::array<Named<Fact>, 9> names_of(Fact) {
  return {{{Fact::question, "question", "de hulpvraag", "the help question"},
           {Fact::hoped_for, "hoped_for", "wat de inbrenger hoopt te bereiken", "what the presenter hopes for"},
           {Fact::basis, "basis", "de grondslag", "the legal basis"},
           {Fact::purpose, "purpose", "het doel van de bespreking", "the purpose of the review"},
           {Fact::chair, "chair", "een gespreksleider", "a chair"},
           {Fact::presenter, "presenter", "een casusinbrenger", "a presenter"},
           {Fact::coordinator, "coordinator", "een coördinator", "a coordinator"},
           {Fact::resident, "resident", "de inwoner", "the resident"},
           {Fact::review_date, "review_date", "een datum om terug te kijken", "a review date"}}};
}

}  // namespace casus::method
