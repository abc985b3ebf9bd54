// SPDX-License-Identifier: EUPL-1.2
#include "tests/report/sample.hpp"

namespace casus::test {

namespace {

template <class Body, class Set>
void add(Events& events, Set&& set) {
  Body body;
  set(body);
  events.push_back({at("2026-03-02T09:00:00Z"), "p1", body});
}

}  // namespace

Events one_of_each() {
  Events events;
  add<CaseOpened>(events, [](CaseOpened& e) {
    e.title = "Man alleen";
    e.method = {"sample/round", "1.0.0", "abc"};
    e.person = "p1";
    e.name = "Fatima";
  });
  add<BasisSet>(events, [](BasisSet& e) { e.purpose = "meedenken"; });
  add<QuestionAsked>(events, [](QuestionAsked& e) { e.text = "Hoe nu verder?"; });
  add<PlaceAsked>(events, [](PlaceAsked&) {});
  add<ParticipantAdded>(events, [](ParticipantAdded& e) {
    e.person = "p2";
    e.roles = {Role::chair, Role::member};
  });
  add<ParticipantLeft>(events, [](ParticipantLeft& e) { e.person = "p3"; });
  add<MethodChanged>(events, [](MethodChanged& e) {
    e.method = {"sample/round", "1.0.0", "abc"};
    e.phases = {Phase::analysis, Phase::evaluation};
    e.because = "past beter";
  });
  add<DefinitionsAdopted>(events, [](DefinitionsAdopted& e) { e.workflow = {"sample-week", "1.2.0", "def"}; });
  add<StepEntered>(events, [](StepEntered& e) {
    e.step = "present";
    e.method = "sample/round";
    e.passed_over = {{Phase::analysis, "clarify"}};
  });
  add<StepLeft>(events, [](StepLeft& e) {
    e.seconds = 630;
    e.planned_minutes = 8;
    e.because = "liep uit";
  });
  add<Contributed>(events, [](Contributed& e) {
    e.id = "c3";
    e.kind = "question";
    e.text = "Wat wil hij?";
    e.to = "p1";
  });
  add<TurnPassed>(events, [](TurnPassed&) {});
  add<DomainOptedIn>(events, [](DomainOptedIn& e) {
    e.domain = "wonen";
    e.because = "daar gaat het over";
  });
  add<Scored>(events, [](Scored& e) {
    e.id = "s1";
    e.value = 4;
    e.evidence = "Hij belde";
  });
  add<LearningCounted>(events, [](LearningCounted& e) { e.theme = "GEHEIM THEMA"; });
  add<SignalCounted>(events, [](SignalCounted& e) { e.theme = "GEHEIM SIGNAAL"; });
  add<GoalSet>(events, [](GoalSet& e) {
    e.id = "g1";
    e.text = "Elke week bezoek";
  });
  add<GoalScored>(events, [](GoalScored& e) {
    e.goal = "g1";
    e.value = 1;
    e.state = Done::done;
  });
  add<ActionAdded>(events, [](ActionAdded& e) {
    e.id = "a1";
    e.what = "Bellen";
    e.who = "p1";
    e.by_when = on("2026-03-09");
    e.checks = "p2";
  });
  add<ActionFinished>(events, [](ActionFinished& e) {
    e.action = "a1";
    e.note = "goed gesprek";
  });
  add<ActionMoved>(events, [](ActionMoved& e) {
    e.action = "a2";
    e.by_when = on("2026-03-16");
    e.because = "ziek";
  });
  add<DecisionRaised>(events, [](DecisionRaised& e) {
    e.id = "d1";
    e.question = "Blijft hij thuis?";
    e.heavy = true;
  });
  add<OpinionGiven>(events, [](OpinionGiven& e) {
    e.decision = "d2";
    e.text = "GEHEIME MENING";
  });
  add<DecisionTaken>(events, [](DecisionTaken& e) {
    e.decision = "d1";
    e.outcome = "Ja";
    e.because = "hij wil het";
    e.dissent = {"nee"};
  });
  add<PlanPresented>(events, [](PlanPresented& e) { e.text = "Ons plan"; });
  add<PlanAnswered>(events, [](PlanAnswered& e) {
    e.accepted = false;
    e.ground = Ground::safety;
    e.because = "de nachten";
  });
  add<ReviewSet>(events, [](ReviewSet& e) { e.on = on("2026-04-13"); });
  add<ResidentTold>(events, [](ResidentTold& e) {
    e.what = "alles";
    e.who = "p2";
    e.on = on("2026-03-02");
  });
  add<Evaluated>(events, [](Evaluated& e) { e.better = "Slaapt beter"; });
  add<NetworkPersonAdded>(events, [](NetworkPersonAdded& e) {
    e.person = "p4";
    e.shell = Shell::friend_;
  });
  add<PersonAsked>(events, [](PersonAsked& e) {
    e.person = "p4";
    e.answer = Answer::yes;
    e.in_person = true;
    e.on = on("2026-03-03");
  });
  add<TieAdded>(events, [](TieAdded& e) {
    e.from = "inwoner";
    e.to = "p4";
    e.strength = Strength::strong;
    e.tension = true;
  });
  add<ConcernRaised>(events, [](ConcernRaised& e) { e.text = "blauwe plek"; });
  add<AcuteRaised>(events, [](AcuteRaised& e) { e.text = "dreiging"; });
  add<MeldcodeStepTaken>(events, [](MeldcodeStepTaken& e) {
    e.step = 2;
    e.text = "overlegd";
  });
  add<AcuteHandled>(events, [](AcuteHandled& e) { e.text = "politie is geweest"; });
  add<SafetyCleared>(events, [](SafetyCleared& e) { e.because = "stap 5 is gezet"; });
  add<RoundStarted>(events, [](RoundStarted& e) { e.phase = Phase::analysis; });
  add<CasePaused>(events, [](CasePaused& e) {
    e.until = on("2026-05-01");
    e.because = "vakantie";
  });
  add<CaseResumed>(events, [](CaseResumed&) {});
  add<CaseClosed>(events, [](CaseClosed& e) { e.because = "doel bereikt"; });
  add<CaseReopened>(events, [](CaseReopened& e) {
    e.phase = Phase::analysis;
    e.because = "nieuwe vraag";
  });
  add<PersonErased>(events, [](PersonErased& e) {
    e.person = "p3";
    e.because = "gevraagd";
  });
  add<CaseErased>(events, [](CaseErased& e) { e.because = "termijn voorbij"; });
  add<GoalChanged>(events, [](GoalChanged& e) {
    e.id = "g1";
    e.text = "Elke week twee keer bezoek";
  });
  add<ActionChanged>(events, [](ActionChanged& e) {
    e.id = "a1";
    e.what = "Bellen";
    e.who = "p1";
    e.rung = Rung::network;
  });
  add<PlanAgreed>(events, [](PlanAgreed& e) {
    e.line = "g1";
    e.note = "zo wil ik het";
    e.on = on("2026-03-03");
  });
  add<NamedForNetwork>(events, [](NamedForNetwork& e) { e.person = "p4"; });
  add<NetworkLeft>(events, [](NetworkLeft& e) {
    e.person = "p4";
    e.because = "verhuisd";
  });
  add<TieEnded>(events, [](TieEnded& e) {
    e.from = "resident";
    e.to = "p4";
  });
  add<FamilyMemberPlaced>(events, [](FamilyMemberPlaced& e) {
    e.person = "p5";
    e.symbol = Symbol::man;
    e.state = Vital::dead;
  });
  add<ParentLinked>(events, [](ParentLinked& e) {
    e.parent = "p5";
    e.child = "resident";
    e.how = Descent::foster;
  });
  add<PartnersLinked>(events, [](PartnersLinked& e) {
    e.one = "p5";
    e.other = "p4";
  });
  add<FamilyCut>(events, [](FamilyCut& e) {
    e.one = "p5";
    e.other = "p4";
  });
  add<Corrected>(events, [](Corrected& e) {
    e.ref = "a1";
    e.event = 19;
    e.now = {{"what", "Buurvrouw vragen"}, {"who", "p2"}, {"by_when", "2026-03-09"}};
    e.because = "typfout";
  });
  add<Withdrawn>(events, [](Withdrawn& e) {
    e.ref = "c2";
    e.events = {12};
    e.because = "dubbel";
  });
  add<Restored>(events, [](Restored& e) {
    e.ref = "c2";
    e.event = 58;
    e.because = "vergissing";
  });
  add<TextDestroyed>(events, [](TextDestroyed& e) {
    e.ref = "title";
    e.ground = DestroyGround::special;
    e.earlier = true;
    e.events = {1};
  });
  add<PersonNamed>(events, [](PersonNamed& e) {
    e.person = "p4";
    e.because = "anoniem besproken";
  });
  add<BroughtOver>(events, [](BroughtOver& e) {
    e.id = "c9";
    e.kind = "fact";
    e.text = "Zij belt elke week";
    e.whose = "p2";
  });
  add<FileAttached>(events, [](FileAttached& e) {
    e.id = "f1";
    e.name = "brief.pdf";
    e.what = "Brief van de woningbouw";
    e.kind = FileKind::jpeg;
    e.size = 123'456;
  });
  add<HandedOver>(events, [](HandedOver& e) {
    e.person = "p2";
    e.to = "p1";
    e.because = "verhuist";
  });
  add<PersonsMerged>(events, [](PersonsMerged& e) {
    e.person = "p5";
    e.into = "p4";
    e.because = "zij zei het zelf";
  });
  add<RightAsked>(events, [](RightAsked& e) {
    e.id = "r1";
    e.right = Right::rectification;
    e.text = "De school klopt niet";
    e.on = *date_from("2026-03-02");
    e.asked_by = "moeder";
    e.age = 14;
  });
  add<RightAnswered>(events, [](RightAnswered& e) {
    e.request = "r1";
    e.answer = RightAnswer::partly;
    e.because = "een deel klopt";
    e.on = *date_from("2026-03-20");
  });
  add<BasisAdded>(events, [](BasisAdded& e) {
    e.basis = Basis::wgs;
    e.purpose = "de schulden regelen";
  });
  add<BasisDropped>(events, [](BasisDropped& e) {
    e.basis = Basis::wgs;
    e.because = "er waren geen schulden";
  });
  add<CaseMerged>(events, [](CaseMerged& e) {
    e.into = "2026-001";
    e.because = "zelfde adres";
  });
  add<CaseTakenIn>(events, [](CaseTakenIn& e) {
    e.case_id = "2026-002";
    e.title = "Dubbel aangemeld";
    e.question = "Wie belt?";
    e.because = "zelfde adres";
    e.with = "Bram";
    e.lines = {{3, at("2026-02-02T09:00:00Z")}};
  });
  add<CaseSeparated>(events, [](CaseSeparated& e) {
    e.into = "2026-001";
    e.because = "twee gezinnen";
    e.with = "Bram";
  });
  add<CaseGivenBack>(events, [](CaseGivenBack& e) {
    e.case_id = "2026-002";
    e.because = "twee gezinnen";
    e.changed = {"a1", "g2"};
  });
  add<RestrictionLifted>(events, [](RestrictionLifted& e) {
    e.request = "r1";
    e.because = "de gegevens kloppen";
    e.told = on("2026-04-01");
    e.on = on("2026-04-02");
  });
  add<BranchChosen>(events, [](BranchChosen& e) { e.branch = "ideas"; });
  add<CaseTransferred>(events, [](CaseTransferred& e) {
    e.team = "Wijkteam Zuid";
    e.heard = "zij verhuist en wil het zo";
    e.because = "verhuisd";
    e.code = "7K3M-9QXA-2F0T-BB1W";
    e.receipt = "ab";
  });
  add<TransferConfirmed>(events, [](TransferConfirmed&) {});
  add<TransferCalledBack>(events, [](TransferCalledBack& e) { e.because = "toch niet"; });
  add<CaseReceived>(events, [](CaseReceived& e) {
    e.team = "Wijkteam Noord";
    e.case_id = "2026-007";
    e.code = "7K3M-9QXA-2F0T-BB1W";
  });
  add<GroupsMade>(events, [](GroupsMade& e) {
    e.groups = {{"k1", {"p1", "p2"}, "p2"}, {"k2", {"p3"}, "p3"}};
    e.place = "client";
  });
  add<RoleTurned>(events, [](RoleTurned& e) {
    e.role = Role::chair;
    e.person = "p2";
  });
  add<Recorded>(events, [](Recorded& e) {
    e.id = "c9";
    e.type = "harm";
    e.values = {{"what", RecordFieldType::text, "Hij viel van de trap"}, {"severity", RecordFieldType::number, "6"}};
  });
  add<Voted>(events, [](Voted& e) { e.choices = {{"c90", 3}, {"c91", 1}}; });
  add<TurnTaken>(events, [](TurnTaken&) {});
  add<SeatLimited>(events, [](SeatLimited& e) {
    e.person = "p2";
    e.until = on("2026-05-01");
  });
  return events;
}

}  // namespace casus::test
