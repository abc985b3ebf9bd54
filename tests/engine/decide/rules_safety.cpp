// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/explain.hpp"
#include "tests/engine/story.hpp"

#include <algorithm>
#include <set>

using namespace casus;
using namespace casus::test;

TEST_CASE("in the circle's private time nothing is recorded", "[engine][R13]") {
  auto story = begun("eigen-kracht/conference");
  story.go_to(Phase::plan_of_action, "private-time");
  const auto who = story.c.with(Role::coordinator)->name;
  const auto records = [&] { return story.when("Noor", say("fact", "Zij huilden.")); };
  records()
      .refused("PrivateTime", "R13")
      .says("Dit is besloten tijd van de kring. Er wordt niets vastgelegd.",
            "This is the circle's private time. Nothing is recorded.")
      .asks("Wacht tot de kring jullie terugroept en ga dan verder: casus case next 2026-001 --as '" + who + "'.",
            "Wait until the circle calls you back, then go on: casus case next 2026-001 --as '" + who + "'.");
  story.when("Noor", action("Bellen")).refused("PrivateTime", "R13");
  story.when("Noor", GiveScore{Scale::scale_0_10, 5, "stil", {}, {}, {}}).refused("PrivateTime", "R13");
  story.when("Noor", PresentPlan{"Ons plan"}).refused("PrivateTime", "R13");
  story.when("Noor", TellResident{"alles", {}, {}}).refused("PrivateTime", "R13");
  story.when("Noor", Pass{}).refused("PrivateTime", "R13");
  story.when("Noor", AddParticipant{"Els", {Role::circle}, false, false, {}}).refused("PrivateTime", "R13");
  // Safety goes on, and so does the case.
  story.when("Noor", RaiseConcern{"een klap"}).then({"ConcernRaised"});
  story.when("Noor", RaiseAcute{"geweld"}).then({"AcuteRaised"});
  // At the word of the circle, the resident or the coordinator, and not of the team, by whatever road.
  for (const auto* other : {"Noor", "Bram"}) {
    story.when(other, NextStep{})
        .refused("TheirPrivateTime", "R13")
        .says("De besloten tijd is van de kring. De kring, de inwoner of de coördinator zegt wanneer die voorbij is.",
              "Private time belongs to the circle. The circle, the resident or the coordinator says when it is over.");
    story.when(other, BackStep{}).refused("TheirPrivateTime", "R13");
    story.when(other, CloseCase{"klaar"}).refused("TheirPrivateTime", "R13");
    story.when(other, ChangeMethod{"kort/ronde", {}, "sneller"}).refused("TheirPrivateTime", "R13");
  }
  story.when(who, NextStep{}).then({"StepLeft", "StepEntered"});
}

TEST_CASE("acute danger stops every step of every method until it is handled", "[engine][R14]") {
  for (const auto& id : shipped_methods()) {
    CAPTURE(id);
    auto story = begun(id);
    std::set<std::pair<Phase, std::string>> seen;
    const auto steps = [&] {
      std::size_t count = 0;
      for (const auto phase : kAllPhases) count += story.library.method(id)->steps(phase).size();
      return count;
    }();
    for (int moves = 0; moves < 40 && story.c.round == 1; ++moves) {
      CAPTURE(story.c.here()->step);
      seen.emplace(story.c.here()->phase, story.c.here()->step);
      auto danger = story;
      danger.does("Noor", RaiseAcute{"dreiging in huis"});
      danger.when("Bram", NextStep{"haast"}).refused("AcuteSafety", "R14");
      danger.when("Bram", BackStep{}).refused("AcuteSafety", "R14");
      danger.when("Noor", say("fact", "Zij is bang.")).refused("AcuteSafety", "R14");
      danger.when("Ria", Pass{}).refused("AcuteSafety", "R14");
      danger.when("Bram", StartRound{}).refused("AcuteSafety", "R14");
      danger.when("Bram", PauseCase{"haast", on("2026-05-01")}).refused("AcuteSafety", "R14");
      danger.when("Bram", CloseCase{"haast"}).refused("AcuteSafety", "R14");
      danger.does("Noor", HandleAcute{"politie is geweest"});
      CHECK(danger.c.stage.safety == Safety::concern);
      CHECK(danger.c.here()->step == story.c.here()->step);
      story.go_to(story.c.here()->phase, story.c.here()->step);
      const auto before = story.c.visits.size();
      for (const auto& command : engine::explain(story.c, story.library, "Bram", story.tick()).way) story.done(command);
      REQUIRE(story.c.visits.size() == before + 1);
    }
    CHECK(seen.size() == steps);
  }
}

TEST_CASE("acute danger says what comes first", "[engine][R14]") {
  auto story = begun();
  story.does("Noor", RaiseAcute{"dreiging in huis"});
  story.when("Bram", NextStep{})
      .says("Er is gevaar gemeld. Dat gaat voor: de bespreking staat stil.",
            "Acute danger was reported. That comes first: the review is on hold.")
      .asks(
          "Doe eerst wat nodig is voor de veiligheid en leg vast wat er is gedaan: casus case safety handle 2026-001 "
          "\"...\".",
          "First do what is needed for safety, and write down what was done: casus case safety handle 2026-001 "
          "\"...\".");
  // What is seen meanwhile is kept with it.
  story.does("Noor", RaiseAcute{"nog meer"});
  REQUIRE(story.c.safety_notes.size() == 2);
  CHECK(story.c.safety_notes.back().text == "nog meer");
  story.when("Noor", ClearSafety{"het valt mee"}).refused("SafetyStandsElsewhere", "R14");
  // What is agreed about people and actions goes on.
  story.when("Noor", action("Politie bellen")).then({"ActionAdded"});
  story.does("Noor", HandleAcute{"politie is geweest"});
  // What was done about the danger is no step of the meldcode: that stands at its first, which nobody took yet.
  CHECK(story.c.meldcode.empty());
  CHECK(story.c.stage.meldcode_step == 1);
}

TEST_CASE("danger is reported before a case begins, which then waits until it is handled", "[engine][R14]") {
  Story story;
  story.does("Noor", open_command());
  story.when("Noor", RaiseAcute{"hij staat voor de deur"}).then({"AcuteRaised"});
  story.does("Noor", RaiseAcute{"hij staat voor de deur"});
  CHECK(story.c.stage.life == Life::intake);
  CHECK(story.c.stage.safety == Safety::acute);
  story.when("Noor", AskQuestion{"Hoe verder?", "rust"}).then({"QuestionAsked"});
  story.when("Noor", NextStep{"haast"}).refused("AcuteSafety", "R14");
  const auto way = engine::explain(story.c, story.library, "Noor", story.tick()).way;
  REQUIRE_FALSE(way.empty());
  CHECK(std::holds_alternative<HandleAcute>(way.front().body));
  for (const auto& command : way) story.done(command);
  CHECK(story.c.stage.life == Life::open);
  CHECK(story.c.stage.safety == Safety::concern);
}

TEST_CASE("danger is reported in a paused case, which takes up its review only when it goes on", "[engine][R14]") {
  auto story = begun();
  story.go_to(Phase::analysis, "clarify");
  story.does("Bram", PauseCase{"opname", on("2026-04-01")});
  story.does("Noor", RaiseConcern{"blauwe plekken"});
  story.does("Noor", RaiseAcute{"dreiging in huis"});
  CHECK(story.c.stage.life == Life::paused);
  CHECK(story.c.stage.safety == Safety::acute);
  auto handled = story;
  handled.does("Noor", HandleAcute{"politie is geweest"});
  handled.does("Noor", TakeMeldcodeStep{{1, "wat wij zagen", {}, {}, {}, {}, {}}});
  CHECK(handled.c.stage.life == Life::paused);
  CHECK(handled.c.stage.meldcode_step == 1);
  story.does("Bram", ResumeCase{});
  CHECK(story.c.here()->step == "clarify");
  story.when("Bram", NextStep{"haast"}).refused("AcuteSafety", "R14");
}

TEST_CASE("the meldcode goes step by step, each with its day and person", "[engine][R14]") {
  auto story = begun();
  const auto step = [](int number, std::optional<bool> report = {}, std::optional<bool> help = {}) {
    return TakeMeldcodeStep{number, "gedaan", {}, {}, report, help};
  };
  story.when("Noor", step(2))
      .refused("SafetyStandsElsewhere", "R14")
      .says("Er is geen zorg over de veiligheid gemeld.", "No safety concern was reported.")
      .asks("Meld eerst de zorg: casus case safety concern 2026-001 \"...\".",
            "Report the concern first: casus case safety concern 2026-001 \"...\".");
  story.when("Noor", HandleAcute{"ambulance gebeld"})
      .refused("SafetyStandsElsewhere", "R14")
      .asks(
          "Er is nu geen gevaar gemeld. Is iemand nu in gevaar? Meld dat eerst: casus case safety acute 2026-001 "
          "\"...\".",
          "No danger is reported now. Is somebody in danger now? Report that first: casus case safety acute 2026-001 "
          "\"...\".");
  story.when("Noor", ClearSafety{"er was niets"})
      .refused("SafetyStandsElsewhere", "R14")
      .asks(
          "Er loopt geen zorg over veiligheid. Is die er wel? Meld die eerst: casus case safety concern 2026-001 "
          "\"...\".",
          "No safety concern is open. Is there one after all? Report it first: casus case safety concern 2026-001 "
          "\"...\".");
  story.does("Noor", RaiseConcern{"blauwe plekken"});
  story.when("Noor", step(3))
      .refused("SafetyStandsElsewhere", "R14")
      .says("Er loopt een zorg over de veiligheid, bij stap 1 van de meldcode.",
            "There is a safety concern, at step 1 of the meldcode.")
      .asks("Nu kan stap 1 (opnieuw) of stap 2.", "Possible now: step 1 (again) or step 2.");
  story.when("Noor", step(0)).refused("NoSuchMeldcodeStep", "R14");
  story.when("Noor", step(6)).refused("NoSuchMeldcodeStep", "R14");
  story.does("Noor", step(1));
  story.when("Ria", step(2))
      .refused("ConsultedWhom", "R14")
      .says("Bij stap 2 hoort met wie je overlegde.", "Step 2 has to say who you consulted.");
  auto consult = step(2);
  consult.consulted = {Consulted::veilig_thuis};
  story.does("Ria", consult);
  story.when("Noor", TakeMeldcodeStep{{3, "gesprek", {}, on("2026-03-09"), {}, {}}}).refused("DayNotYet", "R14");
  story.does("Noor", TakeMeldcodeStep{{3, "gesprek", "Femke", on("2026-03-01"), {}, {}}});

  // Step 4: children first, then the five questions in their order.
  auto weigh = step(4);
  story.when("Noor", weigh).refused("ChildrenNotLookedFor", "R14");
  weigh.children = true;
  const auto asks = [&](std::string_view nl) {
    const auto refusal = story.when("Noor", weigh).refused("Weighing", "R14").refusal();
    return refusal.reason.in(Lang::nl).find(nl) != std::string::npos;
  };
  CHECK(asks("een vermoeden"));
  weigh.suspicion = true;
  CHECK(asks("acuut of structureel onveilig"));
  weigh.unsafe = false;
  CHECK(asks("hulp geven of regelen die werkt"));
  weigh.help_works = true;
  CHECK(asks("nemen de betrokkenen die hulp aan"));
  weigh.help_taken = true;
  CHECK(asks("binnen de gestelde tijd blijvend veilig"));
  weigh.safe_in_time = true;
  story.does("Noor", weigh);
  story.when("Noor", step(5, true))
      .refused("TwoDecisions", "R14")
      .says("Stap 5 vraagt twee besluiten: is melden nodig, en is hulp (ook) mogelijk?",
            "Step 5 asks for two decisions: is reporting needed, and is help (also) possible?");
  story.when("Noor", CloseCase{"klaar"}).refused("SafetyNotClear", "R14");
  story.when("Noor", ClearSafety{})
      .refused("MeldcodeNotThrough", "R14")
      .says("De meldcode is pas bij stap 4 van 5.", "The meldcode is at step 4 of 5.");
  // A word is no ground: who closes it before it was weighed and decided says why.
  for (const auto* word : {"ok", "gesloten", "niets aan", " het  weg "})
    story.when("Noor", ClearSafety{word})
        .refused("MeldcodeNotThrough", "R14")
        .asks("Ga verder met de stappen, of leg in een zin uit waarom de zorg ongegrond is: --because \"...\".",
              "Go on with the steps, or explain in a sentence why the concern is unfounded: --because \"...\".");
  story.when("Noor", ClearSafety{"het was een val van de trap"}).then({"SafetyCleared"});
  story.does("Noor", step(5, false, true));
  story.when("Noor", ClearSafety{})
      .refused("OutcomeMissing", "R14")
      .says("Er staat nog niet wat er van de zorg kwam.", "It does not say yet what came of the concern.");
  story.does("Noor", ClearSafety{"de hulp loopt en het is veilig"});
  CHECK(story.c.stage.safety == Safety::clear);

  std::vector<std::string> kept;
  for (const auto& note : story.c.meldcode)
    kept.push_back(std::to_string(note.taken.step) + " " + note.taken.who + " " + to_string(note.taken.on.value()));
  CHECK(kept == std::vector<std::string>{"1 p1 2026-03-02", "1 p1 2026-03-02", "2 p3 2026-03-02", "3 p5 2026-03-01",
                                         "4 p1 2026-03-02", "5 p1 2026-03-02"});
}

TEST_CASE("one more concern joins the one that stands, with its own words, person and time", "[engine][R14]") {
  const auto step = [](int number) { return TakeMeldcodeStep{{.step = number, .text = "gedaan"}}; };
  auto story = begun();
  story.does("Noor", RaiseConcern{"blauwe plekken"});
  story.when("Ria", RaiseConcern{"de jongste is dun"}).then({"ConcernRaised"});
  story.does("Ria", RaiseConcern{"de jongste is dun"});
  REQUIRE(story.c.safety_notes.size() == 2);
  CHECK(story.c.safety_notes[0].text == "blauwe plekken");
  CHECK(story.c.safety_notes[1].text == "de jongste is dun");
  CHECK(story.c.person(story.c.safety_notes[1].by)->name == "Ria");
  CHECK(story.c.safety_notes[0].at < story.c.safety_notes[1].at);
  // Both are signals of step 1, and the steps go on for all of them together.
  REQUIRE(story.c.meldcode.size() == 2);
  CHECK(story.c.meldcode[1].taken.step == 1);
  CHECK(story.c.meldcode[1].taken.text == "de jongste is dun");
  CHECK(story.c.stage.meldcode_step == 1);
  auto consult = step(2);
  consult.consulted = {Consulted::colleague};
  story.does("Noor", consult).does("Noor", step(3)).does("Noor", RaiseConcern{"school belde"});
  CHECK(story.c.stage.meldcode_step == 3);
  // What was weighed without it is weighed again, and only then decided on.
  auto weigh = step(4);
  weigh.children = true;
  weigh.suspicion = false;
  auto decide = step(5);
  decide.report_needed = false;
  decide.help_possible = true;
  story.does("Noor", weigh).does("Noor", decide);
  CHECK(story.c.stage.meldcode_step == 5);
  story.does("Ria", RaiseConcern{"hij dreigde"});
  CHECK(story.c.stage.meldcode_step == 3);
  story.when("Noor", decide).refused("SafetyStandsElsewhere", "R14");
  story.does("Noor", weigh).does("Noor", decide).does("Noor", ClearSafety{"hulp loopt"});
  CHECK(story.c.stage.safety == Safety::clear);
  CHECK(std::ranges::count(story.c.safety_notes, Safety::concern, &SafetyNote::level) == 4);
}

TEST_CASE("a concern beside acute danger is kept as a concern, and the danger still comes first", "[engine][R14]") {
  auto story = begun();
  story.does("Noor", RaiseAcute{"dreiging in huis"});
  story.does("Ria", RaiseConcern{"zij praat over zelfmoord"});
  CHECK(story.c.stage.safety == Safety::acute);
  story.does("Noor", HandleAcute{"politie is geweest"});
  REQUIRE(story.c.safety_notes.size() == 3);
  CHECK(story.c.safety_notes[1].level == Safety::concern);
  CHECK_FALSE(story.c.safety_notes[1].handled);
  CHECK(story.c.safety_notes[2].handled);
  CHECK(story.c.stage.safety == Safety::concern);
}

TEST_CASE("a case with a concern goes on but does not close", "[engine][R14]") {
  auto story = begun();
  story.does("Noor", RaiseConcern{"blauwe plekken"});
  story.when("Bram", NextStep{}).then({"StepLeft", "StepEntered"});
  story.when("Bram", CloseCase{"klaar"})
      .refused("SafetyNotClear", "R14")
      .says("Er loopt nog een zorg over veiligheid. Zo'n casus sluit je niet af.",
            "There is still a safety concern. A case like that cannot be closed.");
  story.does("Noor", RaiseAcute{"nu gevaar"});
  story.does("Noor", HandleAcute{"politie"});
  CHECK(story.c.stage.meldcode_step == 1);
}

TEST_CASE("acute or structural unsafety is always reported, and a talk that was not held is never written as held",
          "[engine][R14]") {
  auto story = begun();
  story.does("Noor", RaiseConcern{"blauwe plekken"});
  story.does("Noor", TakeMeldcodeStep{{2, "gebeld", {}, {}, {}, {}, {Consulted::veilig_thuis}}});
  story.when("Noor", TakeMeldcodeStep{{2, "gebeld", {}, {}, {}, {}, {Consulted::colleague}, NotHeld::danger}})
      .refused("OnlyTheTalk", "R14");
  TakeMeldcodeStep passed{{3, "bij een gesprek wordt het thuis gevaarlijk", {}, {}, {}, {}, {}, NotHeld::danger}};
  story.does("Noor", passed);
  CHECK(story.c.meldcode.back().taken.not_held == NotHeld::danger);
  TakeMeldcodeStep weigh{{4, "gewogen", {}, {}, {}, {}, {}, NotHeld::held, true, true, true}};
  story.does("Noor", weigh);  // the other questions are then weighed with Veilig Thuis
  story.when("Noor", TakeMeldcodeStep{{5, "besloten", {}, {}, false, true}})
      .refused("NormToReport", "R14")
      .says(
          "Bij stap 4 is gewogen dat het acuut of structureel onveilig is. De norm is dan: melden bij Veilig Thuis "
          "(landelijk afwegingskader, NJi).",
          "At step 4 you judged that there is acute or ongoing danger. The norm is then to report to Veilig Thuis "
          "(the "
          "national assessment framework, NJi).");
  story.does("Noor", TakeMeldcodeStep{{5, "besloten", {}, {}, true, true}});
}

TEST_CASE("help that does not work, is not accepted or comes too late leads to reporting too", "[engine][R14]") {
  TakeMeldcodeStep weigh{{4, "gewogen", {}, {}, {}, {}, {}, NotHeld::held, false, true, false, true, true, true}};
  for (auto* answer : {&weigh.help_works, &weigh.help_taken, &weigh.safe_in_time}) {
    auto story = begun();
    story.does("Noor", RaiseConcern{"blauwe plekken"});
    story.does("Noor", TakeMeldcodeStep{{2, "gebeld", {}, {}, {}, {}, {Consulted::injury_expert}}});
    story.does("Noor", TakeMeldcodeStep{{3, "gesproken", {}, {}, {}, {}}});
    *answer = false;
    story.does("Noor", weigh);
    *answer = true;
    story.when("Noor", TakeMeldcodeStep{{5, "besloten", {}, {}, false, true}}).refused("NormToReport", "R14");
    story.when("Noor", TakeMeldcodeStep{{5, "besloten", {}, {}, true, false}}).then({"MeldcodeStepTaken"});
    story.does("Noor", weigh);  // weighed again: help will do
    story.when("Noor", TakeMeldcodeStep{{5, "besloten", {}, {}, false, true}}).then({"MeldcodeStepTaken"});
  }
  // Without a suspicion nothing is asked further, and what an earlier concern weighed counts no more.
  auto story = begun();
  story.does("Noor", RaiseConcern{"blauwe plekken"});
  story.does("Noor", TakeMeldcodeStep{{2, "gebeld", {}, {}, {}, {}, {Consulted::colleague}}});
  story.does("Noor", TakeMeldcodeStep{{3, "gesproken", {}, {}, {}, {}}});
  story.does("Noor", TakeMeldcodeStep{{4, "gewogen", {}, {}, {}, {}, {}, NotHeld::held, false, false}});
  story.does("Noor", ClearSafety{"een val van de trap"});
  story.does("Noor", RaiseConcern{"weer"});
  story.does("Noor", TakeMeldcodeStep{{2, "gebeld", {}, {}, {}, {}, {Consulted::colleague}}});
  story.does("Noor", TakeMeldcodeStep{{3, "gesproken", {}, {}, {}, {}}});
  story.when("Noor", TakeMeldcodeStep{{4, "gewogen", {}, {}, {}, {}, {}, NotHeld::held, {}, false}})
      .refused("ChildrenNotLookedFor", "R14");
}
