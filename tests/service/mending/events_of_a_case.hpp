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
    return NetworkPersonAdded{.person = id, .name = name, .relation = "GEHEIM-relatie"};
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
  BasisSet basis{{.basis = Basis::consent}};
  NamedForNetwork listed{.person = "p3", .name = "GEHEIM-naam", .relation = "GEHEIM-relatie"};
  FamilyMemberPlaced placed{.person = "p4", .name = "GEHEIM-naam"};
  PersonAsked asked{{.person = "p3"}};
  TieAdded tie{{.from = "resident", .to = "p3"}};
  TieEnded ended{{.from = "resident", .to = "p3"}};
  Contributed said;
  said.id = "b1";
  said.kind = "fact";
  said.noticed = {{"R2", {"GEHEIM-opmerking", "GEHEIM-remark"}}};
  Scored scored{{.value = 4}, "s1"};
  GoalScored mark{{.goal = "g1", .value = 1}};
  PlanAgreed agreed{.line = "g1", .on = on("2026-03-03")};
  ActionMoved moved{{.action = "a1", .by_when = on("2026-04-02")}};
  ActionFinished finished{{.action = "a1"}};
  DecisionRaised raised{{}, "d1"};
  OpinionGiven opinion{{.decision = "d1"}};
  DecisionTaken taken{{.decision = "d1"}};
  ResidentTold told{.who = "p1", .on = on("2026-03-03")};
  MeldcodeStepTaken step{{.step = 2}};
  StepEntered entered{.phase = c.here()->phase, .step = c.here()->step, .method = c.here()->method};
  BroughtOver brought{.id = "b2", .kind = "fact", .whose = "p2"};
  const Recorded recorded{"b3", "harm", {{"what", {}, {}}, {"more", {}, {}}}, {}, {}, {}, said.noticed, {}};
  CaseReopened reopened{.phase = Phase::evaluation};
  auto evaluating = entered;
  evaluating.phase = Phase::evaluation;
  RoundStarted round{.phase = entered.phase};
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
