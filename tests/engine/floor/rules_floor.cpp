// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/floor_limits.hpp"
#include "tests/engine/records_story.hpp"

using namespace casus;
using namespace casus::test;

TEST_CASE("only who has the floor speaks", "[engine][R4]") {
  auto story = begun();
  story.go_to(Phase::analysis, "present");
  story.when("Ria", say("fact", "Ik ken haar."))
      .refused("NotYourFloor", "R4")
      .says("In 'Presenteren' is het woord aan: inbrenger (Noor). Ria luistert nu.",
            "In 'Present' the floor belongs to: presenter (Noor). Ria listens now.")
      .asks("Wacht tot een stap waarin je aan het woord komt, of vraag de gespreksleider om verder te gaan.",
            "Wait for a step in which you have the floor, or ask the chair to go on.");
  story.when("Ria", Pass{}).refused("NotYourFloor", "R4");
  story.when("Noor", say("fact", "Zij is alleen.")).then({"Contributed"});
  story.when("Noor", say("choice", "Ik bel."))
      .refused("KindNotHere", "R4")
      .says("Een bijdrage van het soort 'keuze' past niet in 'Presenteren'.",
            "A contribution of the kind 'choice' does not fit in 'Present'.")
      .asks("Hier past: feit, wens van de inwoner, kracht, uitzondering: toen ging het beter.",
            "Here you can add: fact, wish of the resident, strength, exception: when it went better.");
  story.when("Noor", say("fact", "  ")).refused("EmptyText");
  story.when("Noor", say("fcat", "Zij is alleen.")).refused("NotFound");
}

TEST_CASE("a kind of another method is not said to be no kind; what is nobody's kind is", "[engine][R4]") {
  const auto story = begun("kort/ronde", Mode::coaching);
  for (const auto* kind : {"vraag van de inwoner", "resident question", "resident_question"})
    story.when("Noor", say(kind, "Wat wil ik?"))
        .refused("NotFound")
        .says(std::string("'") + kind + "' hoort bij een andere methode; Korte ronde kent dat niet.",
              std::string("'") + kind + "' belongs to another method; Short round does not have it.")
        .asks("Hier past: feit, wens van de inwoner, kracht.",
              "Here you can add: fact, wish of the resident, strength.");
  CHECK(story.when("Noor", say("fiet", "Iets.")).refusal().reason.in(Lang::nl) ==
        "'fiet' is geen soort bijdrage. Bedoel je 'feit'?");
}

TEST_CASE("a kind called by a part of its name is proposed, where just one is called so", "[engine][R4]") {
  auto file = records_file();
  auto& kinds = file["phases"]["analysis"][0]["kinds"];
  kinds.push_back("experience");
  auto story = asked_by(file);
  story.go_to(Phase::analysis, "tell");
  const auto reason = story.when("Noor", say("ervaring", "Ik zag het ook.")).refused("NotFound").refusal().reason;
  CHECK(reason.in(Lang::nl) == "'ervaring' is geen soort bijdrage. Bedoel je 'eigen ervaring'?");
  CHECK(story.when("Noor", say("van", "Ik zag het ook.")).refusal().reason.in(Lang::nl) ==
        "'van' is geen soort bijdrage.");
}

TEST_CASE("coaching lets everything through and writes what was noticed", "[engine][R4]") {
  auto story = begun("solution-focused/reflecting-team", Mode::coaching);
  story.go_to(Phase::analysis, "present");
  const auto said = story.when("Ria", say("idea", "Bel haar eens.")).gives<Contributed>();
  REQUIRE(said.noticed.size() == 2);
  CHECK(said.noticed[0].rule == "R6");
  CHECK(said.noticed[0].message.nl == "Advies en ideeën wachten nog even: 'Presenteren' is om eerst te begrijpen.");
  CHECK(said.noticed[1].rule == "R4");
  CHECK(said.noticed[1].message.en == "In 'Present' the floor belongs to: presenter (Noor). Ria listens now.");
  story.when("Ria", Pass{}).then({"TurnPassed"});
}

TEST_CASE("in coaching what does not fit, and what somebody says who listens, takes no turn", "[engine][R4]") {
  auto story = begun("solution-focused/reflecting-team", Mode::coaching);
  story.go_to(Phase::analysis, "clarify");
  story.does("Ria", say("question", "Wat wil zij?"));
  const auto idea = story.when("Yusuf", say("idea", "Bel haar eens.")).gives<Contributed>();
  CHECK(idea.turn == TurnUse::aside);
  for (const auto& noticed : idea.noticed) CHECK(noticed.message.nl.find("aan de beurt") == std::string::npos);
  // What is told beside the questions is neither out of place nor a turn.
  for (const auto* who : {"Noor", "Yusuf"}) {
    const auto told = story.when(who, say("fact", "De zoon is ziek.")).gives<Contributed>();
    CHECK(told.turn == TurnUse::aside);
    CHECK(told.noticed.empty());
  }
  story.does("Yusuf", say("idea", "Bel haar eens.")).does("Noor", say("fact", "De zoon is ziek."));
  CHECK(story.when("Yusuf", say("question", "Wie belt er?")).gives<Contributed>().noticed.empty());
}

TEST_CASE("in coaching who spoke before their turn had it, and who was passed over has it still", "[engine][R4]") {
  auto story = begun("solution-focused/reflecting-team", Mode::coaching);
  story.go_to(Phase::analysis, "clarify");
  const auto noticed = [&](const char* who) {
    return story.when(who, say("question", "Hoe slaapt zij?")).gives<Contributed>().noticed.size();
  };
  CHECK(noticed("Yusuf") == 1);
  story.does("Yusuf", say("question", "Hoe slaapt zij?"));
  CHECK(noticed("Ria") == 0);
  story.does("Ria", say("question", "Wie belt er?"));
  CHECK(noticed("Femke") == 0);
  CHECK(noticed("Yusuf") > 0);
}

TEST_CASE("in turns: one question and one follow-up, then the next", "[engine][R4]") {
  auto story = begun();
  story.go_to(Phase::analysis, "clarify");
  story.when("Yusuf", say("question", "Wie belt er?"))
      .refused("NotYourTurn", "R4")
      .says("Ria is aan de beurt; daarna Yusuf.", "It is Ria's turn; then Yusuf's.")
      .asks("Wacht op je beurt. Wil Ria niets zeggen, dan kan Ria passen: casus case pass 2026-001 --as Ria.",
            "Wait for your turn. If Ria has nothing to say, Ria can pass: casus case pass 2026-001 --as Ria.");
  story.does("Ria", say("question", "Wat wil zij?"));
  CHECK(story.history.size() > 0);
  CHECK(std::get<Contributed>(story.history.back().body).turn == TurnUse::begins);
  story.when("Ria", say("question", "En dan?"))
      .refused("TurnUsedUp", "R4")
      .says("De beurt van Ria is op: 1 keer 'vraag' per beurt. Nu is Yusuf aan de beurt.",
            "Ria's turn is used up: 'question' once per turn. Now it is Yusuf's turn.");
  story.does("Noor", say("answer", "Rust.", story.c.contributions.back().id));
  CHECK(std::get<Contributed>(story.history.back().body).turn == TurnUse::aside);
  story.does("Ria", say("follow_up", "Wat is rust voor haar?"));
  CHECK(std::get<Contributed>(story.history.back().body).turn == TurnUse::continues);
  story.when("Ria", say("follow_up", "En nog iets?")).refused("TurnUsedUp", "R4");
  story.when("Femke", say("question", "Wie helpt?")).refused("NotYourTurn", "R4");
  story.does("Yusuf", say("question", "Wanneer ging het goed?"));
  story.when("Ria", say("follow_up", "Nog één?")).refused("NotYourTurn", "R4");
  story.does("Femke", Pass{});
  // Round the table: after the last comes the first again.
  story.does("Ria", say("question", "Wie merkt het?"));
  CHECK(std::get<Contributed>(story.history.back().body).turn == TurnUse::begins);
}

TEST_CASE("a question ends in a question mark", "[engine][R4]") {
  auto story = begun();
  story.go_to(Phase::analysis, "clarify");
  story.when("Ria", say("question", "Zij wil rust."))
      .refused("NotAQuestion", "R4")
      .says("Dit is als vraag bedoeld, maar eindigt niet op een vraagteken.",
            "This is meant as a question, but does not end with a question mark.");
}

TEST_CASE("who leaves is passed over, and who comes joins the end of the round", "[engine][R4]") {
  auto story = begun();
  story.go_to(Phase::analysis, "clarify");
  const auto& step = *story.library.method("solution-focused/reflecting-team")->step(Phase::analysis, "clarify");
  const auto turn = [&] { return engine::turn_now(story.c, step); };
  CHECK(turn().current->name == "Ria");
  story.does("Ria", Pass{});
  CHECK(turn().current->name == "Yusuf");
  story.does("Bram", RemoveParticipant{"Yusuf"});
  CHECK(turn().current->name == "Femke");
  story.does("Bram", AddParticipant{"Amir", {Role::member}, true, false, {}});
  story.does("Femke", say("question", "Wie belt?"));
  CHECK(turn().current->name == "Femke");
  CHECK(turn().next->name == "Amir");
  // The one whose turn it is goes in the middle of it.
  story.does("Bram", RemoveParticipant{"Femke"});
  CHECK(turn().current->name == "Amir");
  story.does("Amir", Pass{});
  CHECK(turn().current->name == "Ria");
  story.does("Bram", RemoveParticipant{"Ria"});
  CHECK(turn().current->name == "Amir");
  story.when("Amir", say("question", "Alleen ik nog?")).then({"Contributed"});
}

TEST_CASE("in a step for one thing each, a second is refused", "[engine][R4]") {
  auto story = begun();
  story.go_to(Phase::analysis, "affirm");
  story.does("Ria", say("affirmation", "Je blijft rustig."));
  story.when("Ria", say("affirmation", "En geduldig."))
      .refused("SaidEnough", "R4")
      .asks("Bewaar het voor een volgende stap. Nu is Yusuf aan de beurt.",
            "Keep it for a later step. It is Yusuf's turn.");
  for (const char* name : {"Yusuf", "Femke"}) story.does(name, say("affirmation", "Je blijft rustig."));
  story.does("Ria", Pass{});
  for (const char* name : {"Yusuf", "Femke"}) story.does(name, Pass{});
  story.when("Ria", say("affirmation", "En geduldig."))
      .refused("SaidEnough", "R4")
      .says("Ria zei in deze stap al 1 keer iets; meer mag hier niet.",
            "Ria has already spoken once in this step; that is the limit here.")
      .asks("Bewaar het voor een volgende stap. De beurt is rond: pas, of ga verder met casus case next 2026-001.",
            "Keep it for a later step. Everybody has had a turn: pass, or go on with casus case next 2026-001.");
}

TEST_CASE("what is written in silence stays hidden until the step is left", "[engine][R4]") {
  auto story = begun("action-learning/advice-round");
  story.go_to(Phase::plan_of_action, "silent-writing");
  CHECK(story.when("Ria", say("advice", "Ga eerst koffie drinken.")).gives<Contributed>().hidden);
  // A score would be seen by everybody at once.
  story.when("Ria", GiveScore{Scale::scale_0_10, 6, "zij belde zelf", {}, {}, {}})
      .refused("ScoreSeenByAll", "R4")
      .says("In 'Stil schrijven' schrijft ieder voor zich. Een cijfer zou iedereen meteen zien.",
            "In 'Silent writing' each writes alone. A score would be seen by everyone at once.");
  story.go_to(Phase::plan_of_action, "answer-round");
  story.when("Ria", GiveScore{Scale::scale_0_10, 6, "zij belde zelf", {}, {}, {}}).then({"Scored"});
  CHECK_FALSE(story.when("Ria", say("advice", "Ga eerst koffie drinken.")).gives<Contributed>().hidden);
}

TEST_CASE("a note is kept by who leads, whoever has the floor", "[engine][R4]") {
  for (const auto mode : {Mode::strict, Mode::coaching}) {
    auto story = begun();
    story.c.mode = mode;
    story.go_to(Phase::analysis, "clarify");
    const auto note = story.when("Bram", say("note", "rai: Hoe lang al?")).gives<Contributed>();
    CHECK(note.turn == TurnUse::aside);
    CHECK(note.noticed.empty());
  }
  auto story = begun();
  story.go_to(Phase::analysis, "clarify");
  story.when("Ria", say("note", "Iets terzijde")).refused("KindNotHere", "R4");
  // Who is there to answer may tell something that nobody asked.
  CHECK(story.when("Noor", say("note", "De zoon is ziek.")).gives<Contributed>().turn == TurnUse::aside);
}

TEST_CASE("in coaching a note of who may speak is no remark in any step, and of who listens it is", "[engine][R4]") {
  for (const auto* step : {"tell", "agree"}) {
    auto story = begun("kort/ronde", Mode::coaching);
    if (std::string(step) == "agree") story.go_to(Phase::plan_of_action, step);
    const auto note = story.when("Noor", say("note", "De zoon is ziek.")).gives<Contributed>();
    CHECK(note.turn == TurnUse::aside);
    CHECK(note.noticed.empty());
    CHECK_FALSE(story.when("Ria", say("note", "Iets terzijde")).gives<Contributed>().noticed.empty());
    // What is another kind, and does not fit, is told as before.
    CHECK_FALSE(story.when("Noor", say("idea", "De zus bellen.")).gives<Contributed>().noticed.empty());
  }
}

TEST_CASE("time over the plan is kept with the step and nobody is cut off", "[engine][R5]") {
  auto story = begun();
  story.now += std::chrono::minutes(19);
  const auto left = story.when("Bram", NextStep{}).then({"StepLeft", "StepEntered"}).gives<StepLeft>();
  CHECK(left.planned_minutes == 5);
  CHECK(left.seconds == 20 * 60);
  story.does("Bram", NextStep{});
  CHECK(story.c.visits.front().minutes() == 20);
  CHECK(story.c.visits.front().overrun() == 15);
}

TEST_CASE("minutes for each person count everybody who speaks, and a pause counts for nobody", "[engine][R5]") {
  auto story = begun("action-learning/advice-round");
  story.go_to(Phase::plan_of_action, "answer-round");
  const auto entered = story.c.here()->entered;
  story.does("Bram", PauseCase{"brandalarm", on("2026-03-09")});
  story.now += std::chrono::minutes(60);
  story.does("Bram", ResumeCase{});
  for (const char* name : {"Ria", "Yusuf", "Femke"}) story.does(name, Pass{});
  const auto left = story.when("Bram", NextStep{}).gives<StepLeft>();
  CHECK(left.planned_minutes == 3);
  const auto idle = std::chrono::minutes(61);
  CHECK(left.seconds == std::chrono::seconds(story.now + std::chrono::minutes(1) - entered - idle).count());
}

TEST_CASE("a stay over the weekend is no overrun", "[engine][R5]") {
  auto story = begun();
  story.now += std::chrono::hours(48);
  story.does("Bram", NextStep{});
  CHECK(story.c.visits.front().overrun() == 0);
}

TEST_CASE("advice waits for its step, also dressed up as a question", "[engine][R6]") {
  auto story = begun();
  story.go_to(Phase::analysis, "clarify");
  story.when("Ria", say("idea", "Bel haar."))
      .refused("AdviceTooSoon", "R6")
      .says("Advies en ideeën wachten nog even: 'Verhelderen' is om eerst te begrijpen.",
            "Advice and ideas can wait: 'Clarify' is for understanding first.")
      .asks(
          "Maak er een vraag van, of bewaar het tot 'Reflecteren'. Hier past: vraag, vervolgvraag. Jij bent aan de "
          "beurt.",
          "Turn it into a question, or keep it until 'Reflect'. Here you can add: question, follow-up question. It is "
          "your turn.");
  const auto said = story.when("Ria", say("question", "Heb je al gedacht aan haar zus?")).gives<Contributed>();
  REQUIRE(said.noticed.size() == 1);
  CHECK(said.noticed.front().rule == "R6");
  CHECK(said.noticed.front().message.nl ==
        "'heb je al gedacht aan' klinkt als advies. In deze stap gaat het om begrijpen.");
  CHECK(said.noticed.front().message.en ==
        "'heb je al gedacht aan' sounds like advice. This step is about understanding.");
  CHECK(story.when("Ria", say("question", "Wat wil zij?")).gives<Contributed>().noticed.empty());
  story.go_to(Phase::plan_of_action, "reflect");
  CHECK(story.when("Ria", say("idea", "Heb je al gedacht aan haar zus?")).gives<Contributed>().noticed.empty());
}

TEST_CASE("a round is done when everybody had a turn or passed", "[engine][R7]") {
  auto story = begun();
  story.go_to(Phase::analysis, "clarify");
  story.does("Ria", say("question", "Wat wil zij?"));
  story.does("Noor", say("answer", "Rust.", story.c.contributions.back().id));
  const auto early = story.when("Bram", NextStep{});
  early.refused("StepNotDone", "R7")
      .says("De stap 'Verhelderen' is nog niet klaar. Wat nog moet: Iedereen is aan de beurt geweest of heeft gepast.",
            "The step 'Clarify' is not done yet. Still to do: Everybody had a turn or passed.")
      .asks("Vul dit aan, of ga verder met een reden: casus case next 2026-001 --because \"...\".",
            "Do it now, or go on with a reason: casus case next 2026-001 --because \"...\".");
  REQUIRE(early.refusal().missing.size() == 1);
  CHECK(early.refusal().missing.front().who.in(Lang::nl) == "Yusuf, Femke");
  const auto explained = story.when("Bram", NextStep{"de tijd is om"}).gives<StepLeft>();
  CHECK(explained.because == "de tijd is om");
  CHECK(explained.explained == std::vector<std::string>{"everyone-had-a-turn"});
  story.does("Yusuf", Pass{});
  story.does("Femke", Pass{});
  story.when("Bram", NextStep{}).then({"StepLeft", "StepEntered"});
}

TEST_CASE("advice in a method that asks for none is not kept for later", "[engine][R6]") {
  auto story = begun("action-learning/learning-set");
  story.go_to(Phase::plan_of_action, "helping-questions");
  story.when("Ria", say("advice", "Bel haar."))
      .refused("AdviceTooSoon", "R6")
      .says("Advies past niet in deze methode: 'Helpende vragen' is om te begrijpen.",
            "Advice does not belong in this method: 'Helping questions' is for understanding.")
      .asks("Maak er een vraag van. Hier past: vraag, vervolgvraag. Nu mogen praten: Noor, Ria, Yusuf, Femke.",
            "Turn it into a question. Here you can add: question, follow-up question. Who may speak now: Noor, Ria, "
            "Yusuf, "
            "Femke.");
}
