// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/mending/taking_in.hpp"
#include "core/engine/mending/one_case.hpp"

#include <algorithm>

/// What a case takes over from one that it is one with: all but the people.
namespace casus::engine {

Decided Taking::all() {
  for (const auto& person : gone_.people)
    if (auto refusal = one_person(person)) return failure(std::move(*refusal));
  opening();
  for (const auto& ask : gone_.requests) request(ask);
  said();
  plan();
  decided();
  around();
  if (auto refusal = family()) return failure(std::move(*refusal));
  for (const auto& it : gone_.files) {
    auto file = it.file;
    file.id = next('f', stays_.files.size());
    refs_[it.file.id] = file.id;
    add(it, std::move(file));
  }
  for (const auto& [was, is] : people_) taken_.people.push_back({was, is});
  Events events{{at(), actor(), EventBody(std::move(taken_))}};
  std::ranges::move(events_, std::back_inserter(events));
  return events;
}

void Taking::opening() {
  const auto has = [&](Basis basis) {
    return std::ranges::any_of(stays_.grounds(), [&](const GroundSince& one) { return one.basis == basis; });
  };
  if (!has(gone_.basis)) add(BasisAdded{{gone_.basis, gone_.purpose, gone_.basis_text, gone_.reported_on}});
  for (const auto& more : gone_.more_bases)
    if (!has(more.added.basis) && more.added.basis != gone_.basis) add(more, more.added);
  for (const auto& ground : gone_.grounds())
    if (ground.basis == stays_.basis && ground.reported_on &&
        (!stays_.reported_on || *ground.reported_on < *stays_.reported_on))
      taken_.reported_on = ground.reported_on;
  if (stays_.question.empty() && !gone_.question.empty()) add(QuestionAsked{{gone_.question, gone_.hoped_for}});
  else taken_.question = gone_.question;
  if (gone_.place_asked && !stays_.place_asked) add(*gone_.place_asked, PlaceAsked{});
  if (gone_.review_on && (!stays_.review_on || *gone_.review_on < *stays_.review_on))
    add(ReviewSet{{*gone_.review_on}});
  for (const auto& it : gone_.domains)
    if (std::ranges::find(stays_.domains, it.domain, &OptedDomain::domain) == stays_.domains.end())
      add(it, DomainOptedIn{{it.domain, it.because}});
}

void Taking::request(const RightRequest& it) {
  auto asked = it.asked;
  asked.id = next('r', stays_.requests.size());
  refs_[it.asked.id] = asked.id;
  const auto id = asked.id;
  add(it, std::move(asked));
  for (auto answer : it.answers) {
    answer.request = id;
    add(std::move(answer));
  }
  if (!it.lifted) return;
  auto lifted = *it.lifted;
  lifted.request = id;
  add(std::move(lifted));
}

void Taking::said() {
  for (const auto& it : gone_.contributions) refs_[it.id] = next('b', stays_.contributions.size());
  for (const auto& it : gone_.contributions) {
    if (it.is_record()) {
      record(it);
      continue;
    }
    Contributed said;
    said.id = ref(it.id);
    said.kind = it.kind;
    said.text = it.text;
    said.to = it.to.empty() ? std::string() : person(it.to);
    said.re = ref(it.re);
    said.answer = it.answer;
    said.on = it.on;
    said.turn = TurnUse::aside;
    add(as_read(it), std::move(said));
  }
  for (const auto& it : gone_.scores) {
    auto scored = it.given;
    scored.id = next('s', stays_.scores.size());
    refs_[it.given.id] = scored.id;
    add(as_read(it), std::move(scored));
  }
  for (const auto& it : gone_.learning) add(it, LearningCounted{{it.theme}});
  for (const auto& it : gone_.signals) add(it, SignalCounted{{it.theme}});
  for (const auto& it : gone_.told) {
    auto told = it.told;
    if (!told.who.empty()) told.who = person(told.who);
    add(it, std::move(told));
  }
  for (const auto& it : gone_.evaluations) add(it, it.said);
}

void Taking::record(const Contribution& it) {
  Recorded said{.id = ref(it.id), .type = it.kind, .values = it.values};
  for (auto& one : said.values) {
    if (one.value.empty()) continue;
    if (one.type == RecordFieldType::person) one.value = person(one.value);
    if (one.type == RecordFieldType::reference) one.value = ref(one.value);
  }
  said.re = ref(it.re);
  said.turn = TurnUse::aside;
  add(as_read(it), std::move(said));
}

void Taking::plan() {
  for (const auto& it : gone_.goals) {
    GoalSet set;
    static_cast<GoalLine&>(set) = it.set;
    set.id = next('g', stays_.goals.size());
    refs_[it.set.id] = set.id;
    add(it, std::move(set));
  }
  for (const auto& it : gone_.goal_marks) {
    auto scored = it.given;
    scored.goal = ref(scored.goal);
    add(it, std::move(scored));
  }
  for (const auto& it : gone_.actions) action(it);
  for (const auto& it : gone_.agreed) {
    if (it.given.line.empty()) continue;  // all of a plan that is another now
    auto agreed = it.given;
    agreed.line = ref(agreed.line);
    add(it, std::move(agreed));
  }
  if (!stays_.plans.empty()) return;
  for (const auto& it : gone_.plans) {
    add(it, PlanPresented{{it.text}});
    if (it.state != PlanState::presented) add(PlanAnswered{{it.state == PlanState::accepted, it.ground, it.because}});
  }
}

void Taking::action(const Action& it) {
  ActionAdded added;
  static_cast<ActionLine&>(added) = it.plan;
  added.id = next('a', stays_.actions.size());
  refs_[it.plan.id] = added.id;
  if (!added.who.empty()) added.who = person(added.who);
  if (!added.checks.empty()) added.checks = person(added.checks);
  added.goal = ref(added.goal);
  const auto id = added.id;
  add(it, std::move(added));
  for (const auto& because : it.moved_because)
    if (it.plan.by_when) add(ActionMoved{{id, *it.plan.by_when, because}});
  if (it.state != Done::open) add(ActionFinished{{id, it.state, it.result}});
}

void Taking::decided() {
  for (const auto& it : gone_.decisions) {
    auto raised = it.raised;
    raised.id = next('d', stays_.decisions.size());
    refs_[it.raised.id] = raised.id;
    add(it, std::move(raised));
  }
  for (const auto& it : gone_.opinions) {
    auto given = it.given;
    given.decision = ref(given.decision);
    add(it, std::move(given));
  }
  for (const auto& it : gone_.decisions) {
    if (!it.taken) continue;
    auto taken = *it.taken;
    taken.decision = ref(taken.decision);
    add(std::move(taken));
  }
}

Decided take_in(const Case& stays, const Command& command, const Case& gone, const Library& library) {
  return Taking(stays, command, gone, library).all();
}

}  // namespace casus::engine
