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
  return {{{Level::soft, "soft", "word.level.soft"}, {Level::hard, "hard", "word.level.hard"}}};
}

/// Whether this names one of the cross-method rules R1 to R18 (domain.md 10).
bool is_rule(std::string_view text);

/// Where a step, a time or a method comes from. Shown to users (R18); `own` is our own addition.
enum class Mark { documented, variant, reconstruction, own };

constexpr std::array<Named<Mark>, 4> names_of(Mark) {
  return {{{Mark::documented, "documented", "word.mark.documented"},
           {Mark::variant, "variant", "word.mark.variant"},
           {Mark::reconstruction, "reconstruction", "word.mark.reconstruction"},
           {Mark::own, "own", "word.mark.own"}}};
}

/// How a step gives the word: to whoever has something to say, or one after the other.
enum class Order { free, turns };

constexpr std::array<Named<Order>, 2> names_of(Order) {
  return {{{Order::free, "free", "word.order.free"}, {Order::turns, "turns", "word.order.turns"}}};
}

/// What is noted beside the talk, by anybody at any time; or under the floor, where a step says so.
enum class Beside { scores, actions, network };

constexpr std::array<Named<Beside>, 3> names_of(Beside) {
  return {{{Beside::scores, "scores", "word.beside.scores"},
           {Beside::actions, "actions", "word.beside.actions"},
           {Beside::network, "network", "word.beside.network"}}};
}

/// Which part of the history a criterion looks at. `step`: this visit of the step; `round`: all phases of this round.
enum class Scope { step, phase, round, everything };

constexpr std::array<Named<Scope>, 4> names_of(Scope) {
  return {{{Scope::step, "step", "word.scope.step"},
           {Scope::phase, "phase", "word.scope.phase"},
           {Scope::round, "round", "word.scope.round"},
           {Scope::everything, "case", "word.scope.case"}}};
}

/// Kinds of contribution that every method may use. A method can name more in its "kinds".
struct KindName {
  std::string_view key, nl, en;
};
const std::vector<KindName>& core_kinds();

/// The kind of a line that was asked about at the table and that nobody put in its place. No method asks for it and
/// nobody says it: it is kept for the team until it is placed or let go, and stands in no paper of the resident.
inline constexpr std::string_view kUnplacedKind = "unplaced";

/// Who said something in a group where one has a place: that place by its key, or this for the others.
inline constexpr std::string_view kOthers = "others";

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
  branches,
  groups,
  records,
  votes,
};

constexpr std::array<Named<Collection>, 21> names_of(Collection) {
  return {{{Collection::contributions, "contributions", "word.collection.contributions"},
           {Collection::participants, "participants", "word.collection.participants"},
           {Collection::turns, "turns", "word.collection.turns"},
           {Collection::scores, "scores", "word.collection.scores"},
           {Collection::goals, "goals", "word.collection.goals"},
           {Collection::goal_scores, "goal_scores", "word.collection.goal_scores"},
           {Collection::actions, "actions", "word.collection.actions"},
           {Collection::network, "network", "word.collection.network"},
           {Collection::ties, "ties", "word.collection.ties"},
           {Collection::decisions, "decisions", "word.collection.decisions"},
           {Collection::opinions, "opinions", "word.collection.opinions"},
           {Collection::plans, "plans", "word.collection.plans"},
           {Collection::meldcode, "meldcode", "word.collection.meldcode"},
           {Collection::told, "told", "word.collection.told"},
           {Collection::evaluations, "evaluations", "word.collection.evaluations"},
           {Collection::learning, "learning", "word.collection.learning"},
           {Collection::signals, "signals", "word.collection.signals"},
           {Collection::branches, "branches", "word.collection.branches"},
           {Collection::groups, "groups", "word.collection.groups"},
           {Collection::records, "records", "word.collection.records"},
           {Collection::votes, "votes", "word.collection.votes"}}};
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
  branch,
  about,
  group,
  speaker,
  time,
};

constexpr std::array<Named<Field>, 56> names_of(Field) {
  return {{{Field::id, "id"},
           {Field::kind, "kind"},
           {Field::by, "by"},
           {Field::role, "role"},
           {Field::text, "text"},
           {Field::to, "to"},
           {Field::re, "re"},
           {Field::answer, "answer"},
           {Field::on, "on"},
           {Field::step, "step"},
           {Field::phase, "phase"},
           {Field::round, "round"},
           {Field::method, "method"},
           {Field::present, "present"},
           {Field::team_member, "team_member"},
           {Field::professional, "professional"},
           {Field::count, "count"},
           {Field::passed, "passed"},
           {Field::scale, "scale"},
           {Field::value, "value"},
           {Field::evidence, "evidence"},
           {Field::domain, "domain"},
           {Field::good_enough, "good_enough"},
           {Field::scaled, "scaled"},
           {Field::resident_words, "resident_words"},
           {Field::state, "state"},
           {Field::goal, "goal"},
           {Field::what, "what"},
           {Field::who, "who"},
           {Field::by_when, "by_when"},
           {Field::checks, "checks"},
           {Field::rung, "rung"},
           {Field::first_step, "first_step"},
           {Field::shell, "shell"},
           {Field::quadrant, "quadrant"},
           {Field::relation, "relation"},
           {Field::asked, "asked"},
           {Field::spoken, "spoken"},
           {Field::from, "from"},
           {Field::strength, "strength"},
           {Field::tension, "tension"},
           {Field::direction, "direction"},
           {Field::heavy, "heavy"},
           {Field::settled, "settled"},
           {Field::stance, "stance"},
           {Field::ground, "ground"},
           {Field::better, "better"},
           {Field::keep, "keep"},
           {Field::change, "change"},
           {Field::stop, "stop"},
           {Field::theme, "theme"},
           {Field::branch, "branch"},
           {Field::about, "about"},
           {Field::group, "group"},
           {Field::speaker, "speaker"},
           {Field::time, "time"}}};
}

const std::vector<Field>& fields_of(Collection collection);

/// Whether rows of this kind come about at some step, so that a scope can leave some out: not people, who are there.
bool lies_in_time(Collection collection);

/// What a field may be compared with. A day is text like 2026-03-02.
enum class FieldType { word, number, flag, day };

FieldType type_of(Collection collection, Field field);

/// The closed list of words that a field can hold ("rung": self, network, ...); empty when any word will do.
std::vector<std::string_view> words_of(Collection collection, Field field);

/// Single facts of a case that a criterion can ask to be present.
enum class Fact { question, hoped_for, basis, purpose, chair, presenter, coordinator, resident, review_date };

constexpr std::array<Named<Fact>, 9> names_of(Fact) {
  return {{{Fact::question, "question", "word.fact.question"},
           {Fact::hoped_for, "hoped_for", "word.fact.hoped_for"},
           {Fact::basis, "basis", "word.fact.basis"},
           {Fact::purpose, "purpose", "word.fact.purpose"},
           {Fact::chair, "chair", "word.fact.chair"},
           {Fact::presenter, "presenter", "word.fact.presenter"},
           {Fact::coordinator, "coordinator", "word.fact.coordinator"},
           {Fact::resident, "resident", "word.fact.resident"},
           {Fact::review_date, "review_date", "word.fact.review_date"}}};
}

}  // namespace casus::method
