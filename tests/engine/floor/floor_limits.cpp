// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/floor/floor_limits.hpp"
#include "core/engine/floor/floor.hpp"
#include "tests/engine/story.hpp"

using namespace casus;
using namespace casus::test;

TEST_CASE("a step holds so many of a kind by all together, also when the case goes back to it", "[engine][R4]") {
  auto story = begun("action-learning/advice-round");
  story.go_to(Phase::plan_of_action, "check");
  story.does("Bram", say("choice", "Het antwoord van Ria."));
  story.does("Noor", say("choice", "En dat van Yusuf."));
  story.when("Noor", say("choice", "En dat van Femke."))
      .refused("StepIsFull", "R4")
      .says("In 'Check' mag het soort 'keuze' hooguit 2 keer, en dat is al gebeurd.",
            "In 'Check' the kind 'choice' fits at most 2 times, and that has been done already.")
      .asks("Ga hiermee verder: casus case next 2026-001. Nu mogen praten: Noor, Bram.",
            "Go on with these: casus case next 2026-001. Who may speak now: Noor, Bram.");
  auto back = say("check", "Beantwoord?");
  back.answer = Answer::no;
  story.does("Noor", back);
  story.does("Bram", NextStep{});
  story.does("Bram", BackStep{"", "nog eens kijken"});
  story.when("Noor", say("choice", "En dat van Femke.")).refused("StepIsFull", "R4");
  // A new question goes back to the story, in an earlier phase: its answers are new, and so are the choices.
  story.does("Bram", BackStep{"story", "een nieuwe vraag"});
  story.go_to(Phase::plan_of_action, "check");
  story.when("Noor", say("choice", "Nu dat van Femke.")).then({"Contributed"});
}

TEST_CASE("a talk of two is between who chose and who is chosen", "[engine][R4]") {
  auto story = begun("action-learning/advice-round");
  const auto choose = [](const char* whom) {
    auto choice = say("choice", "Hier wil ik meer over horen.");
    choice.to = whom;
    return choice;
  };
  story.go_to(Phase::plan_of_action, "check");
  SECTION("nobody is chosen yet") {
    story.go_to(Phase::plan_of_action, "dialogue");
    story.when("Ria", say("answer", "Rustig."))
        .refused("NobodyChosen", "R4")
        .says(
            "'Dialoog met één antwoordgever' is een gesprek van twee, en er is nog niemand gekozen. Nu is Noor aan "
            "het woord.",
            "'Dialogue with one who answered' is a talk between two people, and nobody has been chosen yet. Noor has "
            "the floor now.")
        .asks("Noor kiest met wie: casus case say 2026-001 keuze \"...\" --to NAAM --as Noor.",
              "Noor chooses who to talk with: casus case say 2026-001 choice \"...\" --to NAME --as Noor.");
    story.does("Noor", choose("Ria"));
    story.when("Ria", say("answer", "Rustig.")).then({"Contributed"});
  }
  SECTION("the chosen one talks, the others listen, and the talk turns to the other who was chosen") {
    story.does("Noor", choose("Yusuf"));
    story.does("Noor", choose("Ria"));
    story.go_to(Phase::plan_of_action, "dialogue");
    story.does("Noor", say("question", "Hoe doe je dat?"));
    story.does("Ria", say("answer", "Rustig."));
    story.when("Yusuf", say("answer", "Ik ook."))
        .refused("TalkOfTwo", "R4")
        .says("In 'Dialoog met één antwoordgever' praten nu alleen Noor en Ria. Yusuf luistert mee.",
              "In 'Dialogue with one who answered' only Noor and Ria are talking now. Yusuf listens.")
        .asks("Schrijf op wat je wilt zeggen en bewaar het voor na dit gesprek.",
              "Write down what you want to say and keep it until they have finished.");
    story.when("Bram", say("question", "Mag ik iets vragen?")).refused("NotYourFloor", "R4");
    story.when("Noor", choose("Femke"))
        .refused("NotAmongChosen", "R4")
        .says("Femke is niet gekozen. Gekozen: Yusuf, Ria.", "Femke was not chosen. Chosen: Yusuf, Ria.");
    story.does("Noor", choose("Yusuf"));
    story.does("Yusuf", say("answer", "Ik ook."));
    story.when("Ria", say("answer", "En nog iets.")).refused("TalkOfTwo", "R4");
  }
  SECTION("an answer that is chosen names who gave it") {
    story.go_to(Phase::plan_of_action, "dialogue");
    const auto answer = std::ranges::find(story.c.contributions, "advice", &Contribution::kind);
    REQUIRE(answer != story.c.contributions.end());
    const auto giver = story.c.person(answer->by)->name;
    auto choice = say("choice", "Deze.", answer->id);
    story.does("Noor", choice);
    story.when(giver, say("answer", "Zo bedoel ik het.")).then({"Contributed"});
  }
}

TEST_CASE("statements are only made in answer to a question of somebody else", "[engine][R4]") {
  auto story = begun("action-learning/learning-set");
  story.go_to(Phase::plan_of_action, "helping-questions");
  const auto reason_nl = "Hier zeg je alleen iets als antwoord op een vraag van een ander in deze stap.";
  const auto reason_en = "In this step you only speak to answer somebody else's question.";
  const auto earlier = story.c.contributions.empty() ? std::string("b1") : story.c.contributions.front().id;
  story.when("Noor", say("answer", "Ik denk dat het zo zit."))
      .refused("NoQuestionAnswered", "R4")
      .says(reason_nl, reason_en)
      .asks("Wacht tot een ander iets vraagt, of stel zelf een vraag. Nu mogen praten: Noor, Ria, Yusuf, Femke.",
            "Wait until somebody asks something, or ask a question yourself. Who may speak now: Noor, Ria, Yusuf, "
            "Femke.");
  story.does("Ria", say("question", "Wat als je wacht?"));
  const auto asked = story.c.contributions.back().id;
  story.when("Ria", say("answer", "Dan komt zij zelf.", asked)).refused("NoQuestionAnswered", "R4");
  story.when("Noor", say("answer", "Dan komt zij zelf."))
      .refused("NoQuestionAnswered", "R4")
      .says(reason_nl, reason_en)
      .asks("Zeg welke vraag: " + asked + " is de laatste, van Ria: casus case say 2026-001 antwoord \"...\" --re " +
                asked + " --as Noor. Of stel zelf een vraag. Nu mogen praten: Noor, Ria, Yusuf, Femke.",
            "Say which question: " + asked + " is the latest, by Ria: casus case say 2026-001 answer \"...\" --re " +
                asked + " --as Noor. Or ask one yourself. Who may speak now: Noor, Ria, Yusuf, Femke.");
  story.when("Noor", say("answer", "Dan komt zij zelf.", earlier)).refused("NoQuestionAnswered", "R4");
  story.when("Noor", say("answer", "Dan komt zij zelf.", asked)).then({"Contributed"});
}

TEST_CASE("what was asked before the table went back can still be answered", "[engine][R4]") {
  auto story = begun("action-learning/learning-set");
  story.go_to(Phase::analysis, "clarify");
  story.does("Ria", say("question", "Wie belt er?"));
  const auto asked = story.c.contributions.back().id;
  story.does("Bram", BackStep{});
  story.when("Noor", say("answer", "De dochter.", asked)).refused("KindNotHere", "R4");
  story.does("Bram", NextStep{"verder"});
  REQUIRE(story.c.here()->step == "clarify");
  CHECK(engine::question_to_answer(story.c, *story.c.person("Noor"))->id == asked);
  story.when("Noor", say("answer", "De dochter.", asked)).then({"Contributed"});
  // Of another phase it counts no more.
  story.go_to(Phase::plan_of_action, "helping-questions");
  story.when("Noor", say("answer", "De dochter.", asked)).refused("NoQuestionAnswered", "R4");
}
