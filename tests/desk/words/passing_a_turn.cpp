// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/lines_at_table.hpp"

#include <string>
#include <variant>

// Letting a turn go by, by name and bare, in both languages: it is a turn that was had, and never an idea.

namespace casus::test {
namespace {

/// A round of ideas: Daan has the turn, Ria comes after him, Noor listens.
service::Table round_of_ideas() {
  auto table = at_table();
  table.presenter = "Noor van Dam";
  table.kinds = {{"idea", "idee"}};
  table.other_kinds = {{"fact", "feit"}, {"choice", "keuze"}};
  return table;
}

std::string in_their_turn(const std::string& line) { return given(meant(line, round_of_ideas())); }

}  // namespace

TEST_CASE("a pass is read as people say it, by name and bare", "[desk][guided][R4]") {
  const std::string passes = R"(Daan: {"do":"Pass"})";
  for (const std::string said : {"niks",
                                 "Niks.",
                                 "niks, ik pas",
                                 "ik pas",
                                 "pas",
                                 "geen",
                                 "nee, geen",
                                 "geen idee",
                                 "nee, niks",
                                 "ok ik heb geen vraag",
                                 "sla mij over",
                                 "sla mij maar over",
                                 "sla me over, dank je",
                                 "ik sla mijn beurt over",
                                 "niets toe te voegen",
                                 "ik heb niks toe te voegen",
                                 "voor nu niks",
                                 "van mij niks",
                                 "ik geef door",
                                 "deze pas ik",
                                 "geen vragen",
                                 "skip me",
                                 "nothing",
                                 "nothing to add",
                                 "no, nothing",
                                 "none",
                                 "I'll pass",
                                 "I pass this time",
                                 "nothing from me, thanks"}) {
    CAPTURE(said);
    CHECK(in_their_turn("daan: " + said) == passes);
    CHECK(in_their_turn(said) == passes);
  }
  // That somebody has nothing is told, and what ends in a question is asked of the table.
  for (const auto* line : {"daan heeft niks", "geen vragen?", "daan: geen ideeën?", "verder niets?"}) {
    CAPTURE(line);
    CHECK(in_their_turn(line) != passes);
  }
  for (const auto* line :
       {"daan niks", "daan sla mij over", "daan heeft niks te zeggen", "daan: volgende", "daan: next one"}) {
    CAPTURE(line);
    CHECK(in_their_turn(line) == passes);
  }
  // Who comes later is taken at their word.
  CHECK(in_their_turn("ria: niks") == R"(Ria: {"do":"Pass"})");
}

TEST_CASE("what only begins so is an idea still", "[desk][guided]") {
  for (const std::string said :
       {"niks doen is ook een keuze", "geen suiker meer in huis", "pas de kamer aan", "de volgende keer samen gaan",
        "sla een week over met de thuiszorg", "nothing at night, and a walk by day"}) {
    CAPTURE(said);
    CHECK(in_their_turn("daan: " + said).starts_with(R"(Daan: {"do":"Say")"));
  }
}

TEST_CASE("who listens has no turn to let go by, and is told so", "[desk][guided]") {
  for (const auto* line : {"noor: niks, ik pas", "noor: niks", "noor: sla mij over"}) {
    CAPTURE(line);
    CHECK(asked_back(line, round_of_ideas()) ==
          "Noor van Dam is in deze stap niet aan het woord, en hoeft niet te passen | ");
  }
}

TEST_CASE("what may answer a question is no pass", "[desk][guided]") {
  auto table = at_table();
  auto& noor = table.seats.front();
  noor.answers = noor.asked = true;
  noor.question = "Wat hielp toen?";
  for (const std::string said : {"niks", "geen", "geen idee", "nothing"}) {
    CAPTURE(said);
    CHECK(given(meant("noor: " + said, table)) == R"(Noor van Dam: {"do":"Say","kind":"","text":")" + said + R"("})");
    CHECK(asked_back(said, table).ends_with("| Noor van Dam: " + said));
  }
  // To pass is to pass all the same.
  CHECK(given(meant("daan: ik pas", table)) == R"(Daan: {"do":"Pass"})");
}

TEST_CASE("'volgende' in a round asks whether whose turn it is passes", "[desk][guided]") {
  CHECK(asked_back("volgende", round_of_ideas()) ==
        "laat Daan deze beurt voorbijgaan? Enter: ja. Door naar de volgende stap? Typ: verder | pas Daan");
  CHECK(in_their_turn("verder").find("NextStep") != std::string::npos);
  CHECK(in_their_turn("next").find("NextStep") != std::string::npos);
  // With nobody else to come, or after what he said, it is the next step.
  auto last = round_of_ideas();
  last.seats[3].passed = true;
  CHECK(given(meant("volgende", last)).find("NextStep") != std::string::npos);
  auto said = round_of_ideas();
  said.seats[2].said = 1;
  CHECK(given(meant("volgende", said)).find("NextStep") != std::string::npos);
}

TEST_CASE("where several speak in no order it is asked who passes", "[desk][guided]") {
  auto table = round_of_ideas();
  table.seats[2].has_turn = false;
  for (const auto* line : {"niks", "ik pas", "nothing to add"}) {
    CAPTURE(line);
    const auto answer = meant(line, table);
    const auto* asked = std::get_if<desk::Unsure>(&answer);
    REQUIRE(asked != nullptr);
    CHECK(asked->message == "wie past er? typ: pas NAAM");
    CHECK_FALSE(asked->waits);
  }
}

}  // namespace casus::test
