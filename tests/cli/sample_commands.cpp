// SPDX-License-Identifier: EUPL-1.2
#include "tests/cli/sample_commands.hpp"

namespace casus::test {

namespace {

Date day(const char* text) { return *date_from(text); }

}  // namespace

std::vector<CommandBody> sample_commands() {
  return {
      OpenCase{"Moeder, twee kinderen; \"schulden\"", Privacy::agreed, Basis::consent, "Oma's plan",
               "Zij vroeg het zelf", "werf/werf", "weekly-review", Mode::coaching, "Noord", day("2026-03-02")},
      OpenCase{"Kort", {}, {}, "", "", "", "", Mode::strict, "", {}},
      SetBasis{Privacy::resident_present, Basis::vital_interest, "Veilig thuis", "Acuut gevaar"},
      AskQuestion{"Hoe krijg ik 'Oma' mee?", "Als ik morgen bel"},
      AskForPlace{"Hoe krijg ik 'Oma' mee?", false},
      AskForPlace{"", true},
      AddParticipant{"Daan de Wit", {Role::chair, Role::note_taker}, false, true, "06-00000000"},
      AddParticipant{"Noor", {Role::member}, true, false, ""},
      RemoveParticipant{"p3"},
      ChangeMethod{"eigen-kracht/lens", Phase::plan_of_action, "Past beter"},
      AdoptDefinitions{},
      NextStep{"De tijd is om"},
      NextStep{},
      BackStep{"present", "Er kwam nieuws"},
      Say{"question", "-wat nu? $HOME `ls` \\ \"x\"", "Noor", "c2", Answer::later, day("2026-03-03")},
      Say{"fact", "next", "", "", {}, {}},
      Say{"idea", "twee\nregels", "-Noor", "", {}, {}},
      Pass{},
      OptInDomain{"finance", "De vraag gaat over geld"},
      GiveScore{Scale::domain_1_5, 3, "Huur betaald", "finance", "Elke maand", 4},
      GiveScore{},
      CountLearning{"gesprek"},
      CountSignal{"wachttijd"},
      SetGoal{"Ik open de post", true, GoalScale::minus2_plus2, "open post", {"nooit", "soms", "vaak"}},
      ScoreGoal{"g1", -2, "Drie enveloppen", Done::partly},
      ScoreGoal{"g2", {}, "Het lukt", Done::done},
      AddAction{"Bellen met tante", "Noor", day("2026-03-09"), "Samira", Rung::network, true, "g1"},
      AddAction{"--haast", "", {}, "", {}, false, ""},
      FinishAction{"a1", Done::not_done, "Zij was ziek"},
      FinishAction{"a1", Done::open, ""},
      MoveAction{"a1", day("2026-04-01"), "Vakantie"},
      RaiseDecision{"Melden?", true},
      GiveOpinion{"d1", Stance::in_favour, "Het kan niet langer"},
      TakeDecision{"d1", "Ja", "Veiligheid eerst", {"Daan wil wachten", "Samira ook"}, "Spoed"},
      PresentPlan{"Oma haalt de kinderen"},
      AnswerPlan{false, Ground::safety, "Geen toezicht 's nachts"},
      AnswerPlan{},
      SetReview{day("2026-05-01")},
      TellResident{"Wat we bespraken", "Noor", day("2026-03-02")},
      Evaluate{"De post gaat open", "Bellen", "Minder vaak", "Brieven"},
      AddNetworkPerson{"Tante Els", "tante", Shell::friend_, Quadrant::peers, true},
      AskPerson{"Tante Els", Answer::yes, true, "Graag", day("2026-03-04")},
      AddTie{"inwoner", "Tante Els", Strength::strong, true, Direction::takes},
      RaiseConcern{"Blauwe plekken"},
      RaiseAcute{"Geweld nu"},
      TakeMeldcodeStep{5, "Gewogen", "Noor", day("2026-03-05"), true, false},
      HandleAcute{"Politie was er"},
      ClearSafety{"Doorlopen"},
      StartRound{Phase::network_involvement, "Nieuwe vraag"},
      PauseCase{"Opname", day("2026-06-01")},
      ResumeCase{},
      CloseCase{"Klaar"},
      ReopenCase{"Terug"},
      ErasePerson{"Tante Els", "Op verzoek", "Bram"},
      EraseCase{"Termijn voorbij", "Bram"},
      ScoreGoal{"g1", 1, "Zij ziet het zo", {}, true},
      ChangeGoal{"g1", "Ik lees mijn post", true, GoalScale::minus3_plus2, "open post", {"nooit", "soms"}},
      ChangeGoal{"g2", "", false, {}, "", {}},
      ChangeAction{"a1", "Bellen", "Noor", "Samira", Rung::volunteer, false, "g2"},
      ChangeAction{"a2", "", "", "", {}, true, ""},
      AgreePlan{"g1", "Zo wil ik het", day("2026-03-02")},
      AgreePlan{},
      NameForNetwork{"Tante Els", "tante"},
      LeaveNetwork{"Tante Els", "Verhuisd"},
      EndTie{"inwoner", "Tante Els", "Ruzie"},
      PlaceInFamily{"Oma Bep", Symbol::woman, Vital::dead, 2},
      PlaceInFamily{"inwoner", Symbol::unknown, Vital::alive, {}},
      LinkParent{"Oma Bep", "inwoner", Descent::foster},
      LinkPartners{"inwoner", "Kees", Bond::ended},
      CutFamily{"inwoner", "Kees"},
      CutFamily{"Kees", ""},
  };
}

}  // namespace casus::test
