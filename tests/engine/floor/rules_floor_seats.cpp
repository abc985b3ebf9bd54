// SPDX-License-Identifier: EUPL-1.2
#include "tests/engine/story.hpp"
#include "tests/support/typed_voice.hpp"

// What somebody is told to do instead is what they can do from their seat.

using namespace casus;
using namespace casus::test;

TEST_CASE("who only answers is not told to make a question of advice, nor to wait for a step of others",
          "[engine][R6]") {
  auto story = begun();
  story.go_to(Phase::analysis, "clarify");
  // Noor presents: she answers here, listens while the others reflect, and says herself who joins.
  story.when("Noor", say("advice", "Vraag schuldhulp aan."))
      .refused("AdviceTooSoon", "R6")
      .says("Advies en ideeën wachten nog even: 'Verhelderen' is om eerst te begrijpen.",
            "Advice and ideas can wait: 'Clarify' is for understanding first.");
  const auto told = [&](const char* who) {
    const auto came =
        engine::decide(story.c, {{}, story.c.id, who, story.now, {}, say("advice", "Bel haar.")}, story.library);
    REQUIRE_FALSE(came.has_value());
    return came.error().remedies_in(typed_in(Lang::nl)) + came.error().remedies_in(typed_in(Lang::en));
  };
  CHECK(told("Noor").starts_with("Bewaar het tot 'Wie doet mee met de eerste stap?'. Hier past: antwoord."));
  CHECK(told("Noor").find("Maak er een vraag") == std::string::npos);
  CHECK(told("Ria").starts_with("Maak er een vraag van, of bewaar het tot 'Reflecteren'."));
  // Where nobody asks, nobody is told to ask.
  story.go_to(Phase::analysis, "affirm");
  CHECK(told("Ria").starts_with("Bewaar het tot 'Reflecteren'. Hier past: bevestiging."));
}

TEST_CASE("who leads is not told to ask the chair to go on", "[engine][R4]") {
  auto story = begun();
  story.go_to(Phase::analysis, "present");
  story.when("Bram", say("fact", "Ik ken haar."))
      .refused("NotYourFloor", "R4")
      .asks("Wacht tot een stap waarin je aan het woord komt, of ga verder: casus case next 2026-001.",
            "Wait for a step in which you have the floor, or go on: casus case next 2026-001.");
}

TEST_CASE("who only answers and names no question waits for one", "[engine][R4]") {
  auto story = begun("action-learning/learning-set");
  story.go_to(Phase::analysis, "clarify");
  const auto told = [&] {
    const auto came = engine::decide(story.c, {{}, story.c.id, "Noor", story.now, {}, say("answer", "Zij is alleen.")},
                                     story.library);
    REQUIRE_FALSE(came.has_value());
    CHECK(came.error().name == "NoQuestionAnswered");
    return came.error().remedies_in(typed_in(Lang::nl));
  };
  CHECK(told().starts_with("Wacht tot een ander iets vraagt."));
  story.does("Ria", say("question", "Wie is er nog?"));
  CHECK(told().starts_with("Zeg welke vraag: "));
  CHECK(told().find("stel zelf") == std::string::npos);
}
