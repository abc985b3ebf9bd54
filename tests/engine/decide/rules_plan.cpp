// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/explain.hpp"
#include "tests/engine/story.hpp"

#include <algorithm>

using namespace casus;
using namespace casus::test;

TEST_CASE("an action says who does what, by when, and who checks it", "[engine][R8]") {
  auto story = begun();
  AddAction bare{{.what = "Bellen met haar zus"}};
  story.when("Noor", bare)
      .refused("ActionNotComplete", "R8")
      .says("Deze actie is nog geen afspraak.", "This is not a complete action yet.")
      .asks("Vul aan: wie het doet (--who), voor wanneer (--by-when vrijdag) en wie het nakijkt (--checks).",
            "Add: who does it (--who), by when (--by-when Friday) and who checks it (--checks).");
  story.when("Noor", AddAction{}).refused("EmptyText", "R8");
  auto past = action("Bellen");
  past.by_when = on("2026-03-01");
  story.when("Noor", past).refused("DayIsPast", "R10").says("1 maart 2026 is al geweest.", "1 March 2026 has passed.");
  story.when("Noor", action("Bellen", "Rea"))
      .refused("NobodyCalled")
      .says("Niemand in deze casus heet 'Rea'. Bedoel je Ria?",
            "Nobody in this case is called 'Rea'. Did you mean Ria?");
  auto goalless = action("Bellen");
  goalless.goal = "g1";
  story.when("Noor", goalless)
      .refused("NotFound")
      .asks("Er staat er nog geen. Zet er eerst een in: casus plan goal 2026-001 \"...\".",
            "There is none yet. Add one first: casus plan goal 2026-001 \"...\".");
  const auto added = story.when("Noor", action("Bellen", "noor", "gespreksleider")).gives<ActionAdded>();
  CHECK(added.id == "a1");
  CHECK(added.who == "p1");
  CHECK(added.checks == "p2");
}

TEST_CASE("what fills a field and says nothing is no action, no goal and no word to the resident", "[engine][R8]") {
  auto story = begun();
  for (const auto* nothing :
       {"niets", "Niks.", "geen", "-", "?", "...", "\u2026", "\u2013", "n.v.t.", "nog niets", "Onbekend", "nothing",
        "N/A", "tbd", "\"geen\"", "\u201cgeen\u201d", "\u2018niks\u2019", "I don\u2019t know"}) {
    INFO(nothing);
    story.when("Noor", action(nothing))
        .refused("EmptyText", "R8")
        .says("Hier ontbreekt wat er gaat gebeuren.", "This is missing: what will be done.");
    story.when("Noor", SetGoal{nothing, true, {}, {}, {}}).refused("EmptyText");
    story.when("Noor", TellResident{nothing, {}, {}}).refused("EmptyText", "R16");
    story.when("Noor", GiveScore{Scale::scale_0_10, 4, nothing, {}, {}, {}}).refused("ScoreWithoutEvidence", "R11");
  }
  story.does("Noor", action("Niets zeggen tot zij belt"));
  story.does("Noor", SetGoal{"Geen schulden meer", true, {}, {}, {}});
  story.does("Noor", TellResident{"Dat er niets besloten is", {}, {}});
  story.does("Noor", GiveScore{Scale::scale_0_10, 4, "zij zegt niets meer", {}, {}, {}});
  ChangeAction empty{.action = "a1", .what = "geen"};
  story.when("Noor", empty).refused("EmptyText", "R8");
  // Nor by putting right what stood there.
  story.when("Noor", Correct{"a1", "n.v.t.", {}, {}, "anders"}).refused("EmptyText", "R8");
  story.does("Noor", Correct{"a1", "Niets doen tot zij belt", {}, {}, "anders"});
}

TEST_CASE("an action is finished, opened again and moved with a reason", "[engine][R8]") {
  auto story = begun();
  story.does("Noor", action("Bellen"));
  story.when("Noor", FinishAction{"a1", Done::open, {}}).refused("StillOpen");
  story.when("Noor", FinishAction{"a2", Done::done, {}})
      .refused("NotFound")
      .says("Er is geen actie 'a2' in deze casus.", "There is no action 'a2' in this case.")
      .asks("Kies uit: a1.", "Choose from: a1.");
  story.when("Noor", MoveAction{"a1", on("2026-03-20"), {}}).refused("EmptyText", "R8");
  story.when("Noor", MoveAction{"a1", on("2026-03-01"), "ziek"}).refused("DayIsPast", "R10");
  story.does("Noor", MoveAction{"a1", on("2026-03-20"), "ziek"});
  CHECK(story.c.actions.front().moved == 1);
  CHECK(story.c.actions.front().plan.by_when == on("2026-03-20"));
  story.does("Noor", FinishAction{"a1", Done::partly, "voicemail"});
  story.when("Noor", MoveAction{"a1", on("2026-03-20"), "ziek"}).refused("ActionIsFinished");
  story.does("Noor", FinishAction{"a1", Done::open, "toch niet"});
  CHECK(story.c.actions.front().state == Done::open);
}

TEST_CASE("a plan of customised services only asks for a reason", "[engine][R9]") {
  auto story = begun();
  story.go_to(Phase::plan_of_action, "close");
  auto customised = action("Huishoudelijke hulp aanvragen");
  customised.rung = Rung::customised;
  customised.first_step = true;
  story.does("Noor", customised);
  story.does("Noor", say("choice", "Ik vraag het aan."));
  story.does("Noor", GiveScore{Scale::scale_0_10, 4, "zij belde zelf", {}, {}, {}});
  story.does("Noor", SetGoal{"Elke week bezoek", true, {}, {}, {}});
  story.does("Noor", SetReview{on("2026-04-13")});
  story.does("Noor", TellResident{"alles", {}, {}});
  const auto all_customised = story.when("Bram", NextStep{});
  all_customised.refused("StepNotDone", "R9")
      .says(
          "De stap 'Afronden' is nog niet klaar. Wat nog moet: Minstens één actie komt van de inwoner zelf, het "
          "netwerk, "
          "de buurt of een algemene voorziening.",
          "The step 'Close' is not done yet. Still to do: At least one action comes from the resident, the network, "
          "the "
          "neighbourhood or a general provision.");
  CHECK(all_customised.missing() == std::vector<std::string>{"network-first"});
  story.when("Bram", NextStep{"er is niemand"}).then({"StepLeft", "StepEntered"});
  story.does("Noor", action("Zus vragen"));
  story.when("Bram", NextStep{}).then({"StepLeft", "StepEntered"});
}

TEST_CASE("the work of colleagues has no household whose network goes first", "[engine][R9]") {
  const auto asks_network = [](const char* method) {
    auto story = begun(method);
    auto customised = action("Een training inkopen");
    customised.rung = Rung::customised;
    customised.first_step = true;
    story.does("Noor", customised);
    bool asked = false;
    for (int moves = 0; moves < 40 && story.c.round == 1; ++moves) {
      const auto explained = engine::explain(story.c, story.library, "Bram", story.tick());
      asked = asked || std::ranges::find(explained.missing, "network-first", &Missing::id) != explained.missing.end();
      REQUIRE_FALSE(explained.way.empty());
      for (const auto& command : explained.way) story.done(command);
    }
    return asked;
  };
  CHECK_FALSE(asks_network("incident/short"));
  CHECK(asks_network("solution-focused/reflecting-team"));
}

TEST_CASE("no plan is left without a day to look back", "[engine][R10]") {
  auto story = begun();
  story.go_to(Phase::plan_of_action, "close");
  auto first = action("Zus vragen");
  first.first_step = true;
  story.does("Noor", first);
  const auto early = story.when("Bram", NextStep{"geen tijd"});
  early.refused("StepNotDone", "R10")
      .says("De stap 'Afronden' is nog niet klaar. Wat nog moet: Er is een dag afgesproken om terug te kijken.",
            "The step 'Close' is not done yet. Still to do: A day to look back has been agreed.")
      .asks("Bekijk wat er nog moet en hoe: casus case why 2026-001.",
            "See what is left to do, and how: casus case why 2026-001.");
  story.when("Noor", SetReview{on("2026-03-01")}).refused("DayIsPast", "R10");
  story.does("Noor", SetReview{on("2026-04-13")});
  story.when("Bram", NextStep{"geen tijd"}).then({"StepLeft", "StepEntered"});
  // A day that has gone by is no day to look back any more.
  story.now = at("2026-05-01T09:00:00Z");
  story.when("Bram", NextStep{"geen tijd"}).refused("StepNotDone", "R10");
}

TEST_CASE("a pause has a reason and a day to look back", "[engine][R10]") {
  auto story = begun();
  story.when("Bram", PauseCase{"", on("2026-04-01")})
      .refused("ReasonMissing")
      .says("Waarom staat deze casus op pauze?", "Why is this case paused?");
  story.when("Bram", PauseCase{"opname", {}})
      .refused("ReviewDayMissing", "R10")
      .says("Ook een casus op pauze heeft een dag nodig om terug te kijken.",
            "A paused case needs a day to look back too.");
  story.when("Bram", PauseCase{"opname", on("2026-03-01")}).refused("DayIsPast", "R10");
  story.does("Bram", PauseCase{"opname", on("2026-04-01")});
  CHECK(story.c.review_on == on("2026-04-01"));
}

TEST_CASE("a score stays on its scale and has evidence", "[engine][R11]") {
  auto story = begun();
  struct Sample {
    Scale scale;
    int low, high;
  };
  story.does("Noor", OptInDomain{"wonen", "de huur loopt achter"});
  for (const auto& it :
       {Sample{Scale::scale_0_10, 0, 10}, Sample{Scale::ladder_1_6, 1, 6}, Sample{Scale::domain_1_5, 1, 5}}) {
    const auto given = [&](int value, std::optional<int> enough = {}) {
      return story.when("Noor", GiveScore{it.scale, value, "zij belde zelf", "wonen", {}, enough});
    };
    given(it.low).then({"Scored"});
    given(it.high).then({"Scored"});
    given(it.low - 1).refused("OffScale", "R11");
    given(it.high + 1).refused("OffScale", "R11");
    given(it.low, it.high + 1).refused("OffScale", "R11");
    given(it.low, it.high).then({"Scored"});
  }
  story.when("Noor", GiveScore{Scale::scale_0_10, 11, "goed", {}, {}, {}})
      .says("11 valt buiten de schaal: schaalvraag 0-10.", "11 is off the scale: scaling question 0-10.")
      .asks("Kies een heel getal van 0 tot en met 10.", "Choose a whole number from 0 to 10.");
  story.when("Noor", GiveScore{Scale::scale_0_10, 5, " ", {}, {}, {}})
      .refused("ScoreWithoutEvidence", "R11")
      .says("Een cijfer zonder uitleg zegt over een week niets meer.",
            "A score without evidence means nothing a week later.");
}

TEST_CASE("a life domain is scored only when it was chosen, with a reason", "[engine][R11]") {
  auto story = begun();
  story.when("Noor", OptInDomain{"geld", {}})
      .refused("DomainWithoutReason", "R11")
      .says("Waarom is 'geld' nodig voor deze casus? Een leefgebied scoor je alleen als het ertoe doet.",
            "Why does this case need 'geld'? A life domain is scored only when it matters here.");
  story.when("Noor", GiveScore{Scale::domain_1_5, 2, "brieven", "geld", {}, {}}).refused("DomainNotOptedIn", "R11");
  story.does("Noor", OptInDomain{"geld", "de vraag gaat erover"});
  story.does("Noor", GiveScore{Scale::domain_1_5, 2, "brieven", "geld", {}, {}});
  CHECK(story.c.scores.front().given.id == "s1");
}

TEST_CASE("a goal scale measures one thing and has all its levels or none", "[engine][R11]") {
  auto story = begun();
  const auto goal = [&](std::string variable, std::vector<std::string> levels,
                        std::optional<GoalScale> scale = GoalScale::minus2_plus2) {
    return story.when("Noor", SetGoal{"Naar school", true, scale, std::move(variable), std::move(levels)});
  };
  goal("", {}).refused("ScaleWithoutVariable", "R11");
  goal("dagen en uren op school", {})
      .refused("TwoVariables", "R11")
      .says("'dagen en uren op school' meet meer dan één ding.",
            "'dagen en uren op school' measures more than one thing.");
  goal("dagen op school", {"geen", "één"})
      .refused("LevelsMissing", "R11")
      .says("Deze schaal heeft 5 niveaus, je gaf er 2.", "This scale has 5 levels; you gave 2.");
  goal("dagen op school", {}, {}).refused("ScaleMissing", "R11");
  goal("dagen op school", {"0", "1", "2", "3", "4", "5"}, GoalScale::minus3_plus2).then({"GoalSet"});
  story.does("Noor", SetGoal{"Naar school", true, GoalScale::minus3_plus2, "dagen op school", {}});
  story.does("Noor", SetGoal{"Rust", true, {}, {}, {}});
  const auto scored = [&](const char* id, std::optional<int> value, std::optional<Done> state) {
    return story.when("Noor", ScoreGoal{id, value, "de leraar belde", state});
  };
  scored("g1", -3, {}).then({"GoalScored"});
  scored("g1", -4, {}).refused("OffScale", "R11");
  scored("g2", 1, {}).refused("GoalWithoutScale", "R11");
  scored("g2", {}, {}).refused("EmptyText", "R11");
  scored("g2", {}, Done::done).then({"GoalScored"});
  scored("g9", 1, {}).refused("NotFound");
  story.when("Noor", ScoreGoal{"g1", 1, {}, {}}).refused("ScoreWithoutEvidence", "R11");
  story.does("Noor", ScoreGoal{"g2", {}, "zij slaapt", Done::partly});
  CHECK(story.c.goals[1].state == Done::partly);
}

TEST_CASE("a plan of the circle is refused only for safety or law, explained, the same day", "[engine][R12]") {
  auto story = begun();
  story.does("Noor", AddParticipant{"Joke", {Role::circle}, false, false, {}});
  story.does("Noor", AddParticipant{"Els", {Role::case_manager}, true, false, {}});
  story.when("Els", AnswerPlan{})
      .refused("NoPlanToAnswer", "R12")
      .says("Er ligt geen plan van de kring om op te antwoorden.", "There is no plan from the circle to answer.");
  story.when("Joke", PresentPlan{" "}).refused("EmptyText");
  story.does("Joke", PresentPlan{"Oma haalt de kinderen op."});
  story.when("Els", AnswerPlan{false, Ground::none, "wij vinden van niet"})
      .refused("RefusalNeedsGround", "R12")
      .says("Een plan van de kring mag je alleen afwijzen om veiligheid of om de wet, en met uitleg.",
            "The circle's plan may only be refused for safety or for the law, and with an explanation.")
      .asks(
          "Zeg waarom: casus case circle-plan answer 2026-001 nee --ground veiligheid --because \"...\", of met "
          "--ground wet. Anders geldt het plan.",
          "Say why: casus case circle-plan answer 2026-001 no --ground safety --because \"...\", or with --ground law. "
          "Otherwise the plan stands.");
  for (const auto* because : {" ", "Nee", "mag niet"})
    story.when("Els", AnswerPlan{false, Ground::law, because}).refused("RefusalNeedsGround", "R12");
  for (const auto ground : {Ground::safety, Ground::law})
    story.when("Els", AnswerPlan{false, ground, "er is geen toezicht"}).then({"PlanAnswered"});
  CHECK(story.when("Els", AnswerPlan{true, Ground::law, {}}).gives<PlanAnswered>().ground == Ground::none);
  story.now = at("2026-03-03T00:00:00Z");
  story.when("Els", AnswerPlan{false, Ground::safety, "er is geen toezicht"})
      .refused("AnswerTooLate", "R12")
      .says("Afwijzen kan alleen op de dag waarop de kring het plan voorlegt. Die dag is voorbij.",
            "A plan can only be refused on the day the circle presents it. That day has passed.");
  story.does("Els", AnswerPlan{});
  CHECK(story.c.plans.back().state == PlanState::accepted);
  story.when("Els", AnswerPlan{}).refused("NoPlanToAnswer", "R12");
}

TEST_CASE("the circle's plan is told by the circle, and answered by who referred or the case manager",
          "[engine][R12]") {
  auto story = begun();
  story.does("Noor", AddParticipant{"Joke", {Role::circle}, false, false, {}});
  story.does("Noor", AddParticipant{"Coby", {Role::coordinator}, false, false, {}});
  story.does("Noor", AddParticipant{"Els", {Role::case_manager}, true, false, {}});
  // The worker who presents the case and the chair are not of the circle.
  story.when("Noor", PresentPlan{"Het plan van de kring."})
      .refused("NotYourPlan", "R12")
      .says("Dit is het plan van de kring. Noor hoort niet bij de kring en kan het niet namens hen vertellen.",
            "This is the circle's plan. Noor is not in the circle and cannot present it for them.");
  story.when("Bram", PresentPlan{"Het plan van de kring."}).refused("NotYourPlan", "R12");
  story.when("Coby", PresentPlan{"Zoals de kring het opschreef."}).then({"PlanPresented"});
  story.does("Joke", PresentPlan{"Oma haalt de kinderen op."});
  for (const auto* who : {"Noor", "Bram", "Coby", "Joke"})
    story.when(who, AnswerPlan{}).refused("NotYoursToAnswer", "R12");
  story.when("Els", AnswerPlan{}).then({"PlanAnswered"});
  // Who told the plan does not answer it, whatever other role they have.
  story.does("Noor", AddParticipant{"Coby", {Role::referrer}, false, false, {}});
  story.does("Coby", PresentPlan{"Nog een keer."});
  story.when("Coby", AnswerPlan{}).refused("OwnPlan", "R12");
}

TEST_CASE("what an action lacks can be added, and no more than that changes", "[engine][R8][R9]") {
  auto story = begun();
  story.does("Noor", SetGoal{"Elke week bezoek", true, {}, {}, {}});
  story.does("Noor", action("Bellen"));
  story.when("Noor", ChangeAction{"a1", {}, {}, {}, {}, {}, {}})
      .refused("EmptyText", "R8")
      .says("Hier ontbreekt wat er anders moet (--what, --who, --checks, --rung, --first-step of --goal).",
            "This is missing: what is to change (--what, --who, --checks, --rung, --first-step or --goal).");
  story.when("Noor", ChangeAction{"a7", {}, {}, {}, Rung::network, {}, {}}).refused("NotFound");
  story.when("Noor", ChangeAction{"a1", {}, "Rea", {}, {}, {}, {}}).refused("NobodyCalled");
  story.when("Noor", ChangeAction{"a1", {}, {}, {}, {}, {}, "g9"}).refused("NotFound");
  const auto worded = story.c.actions.front().worded_at;
  story.does("Noor", ChangeAction{"a1", {}, {}, {}, Rung::network, true, "g1"});
  const auto& changed = story.c.actions.front();
  CHECK(changed.plan.what == "Bellen");
  CHECK(changed.plan.who == "p1");
  CHECK(changed.plan.rung == Rung::network);
  CHECK(changed.plan.first_step);
  CHECK(changed.plan.goal == "g1");
  CHECK(changed.worded_at == worded);
  story.does("Noor", ChangeAction{"a1", "Samen bellen", {}, {}, {}, {}, {}});
  CHECK(story.c.actions.front().worded_at > worded);
  story.does("Noor", FinishAction{"a1", Done::done, {}});
  story.when("Noor", ChangeAction{"a1", "Toch niet", {}, {}, {}, {}, {}}).refused("ActionIsFinished");
}

TEST_CASE("a goal gets other words or a scale, but a scale in use stays", "[engine][R11]") {
  auto story = begun();
  story.does("Noor", SetGoal{"Niet meer alleen", false, {}, {}, {}});
  story.when("Noor", ChangeGoal{"g1", {}, {}, {}, {}, {}}).refused("EmptyText");
  story.when("Noor", ChangeGoal{"g2", "Bezoek", {}, {}, {}, {}}).refused("NotFound");
  story.when("Noor", ChangeGoal{"g1", {}, {}, GoalScale::minus2_plus2, "bezoek en bellen", {}})
      .refused("TwoVariables", "R11")
      .says("'bezoek en bellen' meet meer dan één ding.", "'bezoek en bellen' measures more than one thing.");
  story.does("Noor", ChangeGoal{"g1", "Elke week bezoek", true, GoalScale::minus2_plus2, "bezoek per week", {}});
  CHECK(story.c.goals.front().set.text == "Elke week bezoek");
  CHECK(story.c.goals.front().set.resident_words);
  story.does("Noor", ScoreGoal{"g1", 0, "elke week één keer", {}});
  story.when("Noor", ChangeGoal{"g1", {}, {}, GoalScale::minus3_plus2, {}, {}})
      .refused("ScaleInUse", "R11")
      .says("Op deze schaal is al gescoord. Verandert de schaal, dan zeggen die cijfers niets meer.",
            "This scale already has scores. If it changes, they no longer mean anything.")
      .asks("Maak een nieuw doel met een eigen schaal: casus plan goal 2026-001.",
            "Make a new goal with its own scale: casus plan goal 2026-001.");
  story.when("Noor", ChangeGoal{"g1", "Elke week twee keer bezoek", {}, {}, {}, {}}).then({"GoalChanged"});
}

TEST_CASE("a goal is scored by worker and resident side by side", "[engine][R11]") {
  auto story = begun();
  story.does("Noor", SetGoal{"Elke week bezoek", true, GoalScale::minus2_plus2, "bezoek per week", {}});
  CHECK_FALSE(story.when("Noor", ScoreGoal{"g1", 1, "twee keer", {}}).gives<GoalScored>().resident);
  CHECK(story.when("Noor", ScoreGoal{"g1", 0, "hij vindt één keer genoeg", {}, true}).gives<GoalScored>().resident);
  story.does("Noor", AddParticipant{"Els", {Role::resident}, false, false, {}});
  CHECK(story.when("Els", ScoreGoal{"g1", 0, "zo zie ik het", {}}).gives<GoalScored>().resident);
}

TEST_CASE("the resident agrees to a line or to the whole plan", "[engine]") {
  auto story = begun();
  story.when("Noor", AgreePlan{})
      .refused("NothingToAgree")
      .says("Er staat nog niets in het plan om het over eens te zijn.", "There is nothing in the plan yet to agree to.")
      .asks("Begin met een doel: casus plan goal 2026-001 \"...\".",
            "Begin with a goal: casus plan goal 2026-001 \"...\".");
  story.does("Noor", SetGoal{"Elke week bezoek", true, {}, {}, {}});
  story.when("Noor", AgreePlan{"g2", {}, {}})
      .refused("NotFound")
      .says("Er is geen doel of actie 'g2' in deze casus.", "There is no goal or action 'g2' in this case.")
      .asks("Kies uit: g1.", "Choose from: g1.");
  story.when("Noor", AgreePlan{"g1", {}, on("2026-03-03")}).refused("DayNotYet");
  CHECK(story.when("Noor", AgreePlan{"g1", "Zo wil ik het", {}}).gives<PlanAgreed>().on == on("2026-03-02"));
  story.does("Noor", AgreePlan{});
  CHECK(story.c.agreed.size() == 1);
}

TEST_CASE("the reason for a next round is kept with the case", "[engine]") {
  auto story = begun();
  story.go_to(Phase::evaluation, "follow-up");
  story.does("Noor", Evaluate{"Zij slaapt beter", {}, {}, {}});
  story.does("Bram", StartRound{Phase::analysis, "nieuwe vraag"});
  REQUIRE(story.c.rounds.size() == 1);
  CHECK(story.c.rounds.front().round == 2);
  CHECK(story.c.rounds.front().because == "nieuwe vraag");
  CHECK(story.refolded().rounds.size() == 1);
}
