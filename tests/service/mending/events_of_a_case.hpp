// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/events.hpp"
#include "tests/support/times.hpp"

#include <string>
#include <vector>

namespace casus::test {

/// Every kind of event that holds a text or a name, in an order that a case could have had. Whoever takes them puts in
/// the texts.
inline std::vector<EventBody> one_of_each_kind(const Case& c) {
  const auto added = [](const std::string& id, const std::string& name) {
    NetworkPersonAdded event;
    event.person = id;
    event.name = name;
    event.relation = "GEHEIM-relatie";
    return event;
  };
  const auto goal = [](auto event) {
    event.id = "g1";
    event.scale = GoalScale::minus2_plus2;
    return event;
  };
  const auto action = [](auto event) {
    event.id = "a1";
    event.who = "p1";
    event.checks = "p2";
    event.by_when = on("2026-04-01");
    return event;
  };
  BasisSet basis;
  basis.basis = Basis::consent;
  NamedForNetwork listed;
  listed.person = "p3";
  listed.name = "GEHEIM-naam";
  listed.relation = "GEHEIM-relatie";
  FamilyMemberPlaced placed;
  placed.person = "p4";
  placed.name = "GEHEIM-naam";
  PersonAsked asked;
  asked.person = "p3";
  TieAdded tie;
  tie.from = "resident";
  tie.to = "p3";
  TieEnded ended;
  ended.from = "resident";
  ended.to = "p3";
  Contributed said;
  said.id = "b1";
  said.kind = "fact";
  said.noticed = {{"R2", {"GEHEIM-opmerking", "GEHEIM-remark"}}};
  Scored scored;
  scored.id = "s1";
  scored.value = 4;
  GoalScored mark;
  mark.goal = "g1";
  mark.value = 1;
  PlanAgreed agreed;
  agreed.line = "g1";
  agreed.on = on("2026-03-03");
  ActionMoved moved;
  moved.action = "a1";
  moved.by_when = on("2026-04-02");
  ActionFinished finished;
  finished.action = "a1";
  DecisionRaised raised;
  raised.id = "d1";
  OpinionGiven opinion;
  opinion.decision = "d1";
  DecisionTaken taken;
  taken.decision = "d1";
  ResidentTold told;
  told.who = "p1";
  told.on = on("2026-03-03");
  MeldcodeStepTaken step;
  step.step = 2;
  StepEntered entered;
  entered.phase = c.here()->phase;
  entered.step = c.here()->step;
  entered.method = c.here()->method;
  BroughtOver brought;
  brought.id = "b2";
  brought.kind = "fact";
  brought.whose = "p2";
  const Recorded recorded{"b3", "harm", {{"what", {}, {}}, {"more", {}, {}}}, {}, {}, {}, said.noticed, {}};
  CaseReopened reopened;
  reopened.phase = Phase::evaluation;
  auto evaluating = entered;
  evaluating.phase = Phase::evaluation;
  RoundStarted round;
  round.phase = entered.phase;
  MethodChanged method;
  method.method = c.method(Phase::analysis);
  return {basis,
          QuestionAsked{},
          listed,
          added("p3", "GEHEIM-naam"),
          placed,
          asked,
          tie,
          ended,
          said,
          brought,
          recorded,
          DomainOptedIn{},
          scored,
          LearningCounted{},
          SignalCounted{},
          goal(GoalSet{}),
          goal(GoalChanged{}),
          mark,
          action(ActionAdded{}),
          action(ActionChanged{}),
          agreed,
          moved,
          finished,
          raised,
          opinion,
          taken,
          PlanPresented{},
          PlanAnswered{{false, Ground::safety, {}}},
          told,
          Evaluated{},
          method,
          StepLeft{},
          entered,
          ConcernRaised{},
          step,
          AcuteRaised{},
          AcuteHandled{},
          CasePaused{},
          CaseResumed{},
          NetworkLeft{{"p3", {}}},
          SafetyCleared{},
          StepLeft{},
          CaseClosed{},
          reopened,
          evaluating,
          StepLeft{},
          round,
          entered};
}

}  // namespace casus::test
