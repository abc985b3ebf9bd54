// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/days/days.hpp"
#include "core/service/table/saying_kind.hpp"
#include "tests/desk/lines_at_table.hpp"
#include "tests/desk/short_round.hpp"
#include "tests/support/has.hpp"

// What is not sure is kept beside, or asked in one question: whose words these are, and what they are.

namespace casus::test {
namespace {

/// Only questions and their answers fit; Daan has the turn to ask, and Noor answers.
service::Table at_asking() {
  auto table = at_table();
  table.presenter = "Noor van Dam";
  table.notes_beside = true;
  table.kinds = {{"question", "vraag"}, {"follow_up", "vervolgvraag"}, {"answer", "antwoord"}};
  table.other_kinds = {{"fact", "feit"}, {"idea", "idee"}, {"wish", "wens van de inwoner"}};
  table.seats.front().answers = true;
  return table;
}

/// Noor alone chooses and agrees.
service::Table at_agreeing() {
  auto table = at_asking();
  table.kinds = {{"choice", "keuze"}, {"summary", "samenvatting"}};
  table.other_kinds = {{"idea", "idee"}, {"fact", "feit"}, {"question", "vraag"}};
  table.seats = {seat("p1", "Noor van Dam", true), seat("p2", "Samira"), seat("p3", "Daan"), seat("p4", "Ria")};
  return table;
}

std::string kept_as(const std::string& line, const service::Table& table) { return given(meant(line, table)); }

}  // namespace

TEST_CASE("a name behind the question is who asks it, and the presenter's is who is asked", "[desk][guided]") {
  const auto table = at_asking();
  for (const auto* line :
       {"heeft ze contact met vader? ria", "heeft ze contact met vader? - ria", "heeft ze contact met vader? (ria)"}) {
    CAPTURE(line);
    CHECK(asked_back(line, table).ends_with("| Ria: heeft ze contact met vader?"));
  }
  CHECK(asked_back("ze ziet haar vader niet meer (ria)", at_agreeing()).find("| Ria:") == std::string::npos);
  CHECK(has(asked_back("hoe vaak komt ze dan? noor", table), "van wie is dit?"));
}

TEST_CASE("one Enter does what is offered for a line without a name", "[desk][guided]") {
  // It would be asked about once more, so that is what is asked.
  const std::string asks = "hoe krijg ik haar zo ver dat ze hulp accepteert";
  CHECK(asked_back(asks, at_asking()).ends_with("| Daan: " + asks + '?'));
  for (const auto* line : {"noor en daarna?", "daan en verder?"}) {
    CAPTURE(line);
    const auto asked = meant(line, at_asking());
    REQUIRE(std::holds_alternative<desk::Unsure>(asked));
    CHECK(std::get<desk::Unsure>(asked).line.find("noor en") == std::string::npos);
    CHECK(std::get<desk::Unsure>(asked).line.find("daan en") == std::string::npos);
  }
  // Of both: nobody's question alone.
  CHECK_FALSE(has(asked_back("daan en ria gaan mee?", at_asking()), "| Daan: en ria"));
}

TEST_CASE("what was asked and is open is answered by who owes the answer, whose turn it may be", "[desk][guided]") {
  auto table = at_asking();
  // Whoever did not ask it counts as asked; only of one it waits for an answer.
  for (auto& one : table.seats) one.asked = one.name != "Daan";
  table.seats.front().question = "Wie snapt haar het best?";
  for (const auto* line :
       {"haar broer die zit in het leger", "de dochter komt in het weekend", "nee dat weet ze niet"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, table), "| Noor van Dam: " + std::string(line)));
  }
  CHECK(has(asked_back("wie belt haar", table), "| Daan: wie belt haar"));
}

TEST_CASE("what does not sound like a choice is kept as a note where a choice comes first", "[desk][guided]") {
  for (const auto* line : {"ikzelf geef het nu een 6", "zij brengt de post mee", "de huur is een probleem"}) {
    CAPTURE(line);
    CHECK(has(kept_as("noor: " + std::string(line), at_agreeing()), R"("kind":"note")"));
  }
  // A question that was asked and answered in between changes nothing of that.
  auto asked = at_agreeing();
  asked.seats.front().asked = true;
  CHECK(has(kept_as("noor: zij slaapt de laatste tijd heel slecht", asked), R"("kind":"note")"));
  for (const auto* line : {"ik kies de buurman", "ga voor de buurman"}) {
    CAPTURE(line);
    CHECK(has(kept_as("noor: " + std::string(line), at_agreeing()), R"("kind":"")"));
  }
}

TEST_CASE("that the resident hears what was said is told with the words for it", "[desk][guided][days]") {
  for (const auto* line :
       {"noor vertelt haar donderdag wat we besproken hebben", "noor vertelt haar donderdag wat is afgesproken",
        "noor vertelt het haar donderdag", "noor gaat het haar donderdag zelf vertellen"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, at_agreeing()), "| vertel Noor van Dam: wat we bespraken; donderdag"));
  }
  CHECK_FALSE(has(asked_back("noor vertelt haar donderdag wat ze moet doen", at_agreeing()), "| vertel "));
}

TEST_CASE("a day to come back to it is understood with a small word behind it", "[desk][guided][days]") {
  for (const auto* line :
       {"weer bespreken over een maand ofzo", "weer bespreken over een maand of zo", "weer bespreken over een maand"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, at_agreeing()), "| terugkijken over een maand"));
  }
}

TEST_CASE("behind a week an article is no number of it", "[desk][guided][days]") {
  for (const auto* line : {"noor regelt voor het eind van de week een gesprek met haar, daan kijkt mee",
                           "noor regelt eind van de week een gesprek met haar, daan kijkt mee"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, at_agreeing()), "6 maart 2026"));
  }
  CHECK(desk::read_day("week 12", kTuesday.today).day == date_from("2026-03-16"));
  CHECK(desk::read_day("week een", kTuesday.today).day == desk::read_day("week 1", kTuesday.today).day);
  CHECK(desk::read_day("in week een", kTuesday.today).day == desk::read_day("in week 1", kTuesday.today).day);
}

TEST_CASE("a sentence behind the word for the chair is the chair's, and a name is who leads now", "[desk][guided]") {
  auto table = at_agreeing();
  table.acting = "Samira";
  CHECK(asked_back("voorzitter: de schulden parkeren we tot volgende keer", table)
            .ends_with("| Samira: de schulden parkeren we tot volgende keer"));
  CHECK(asked_back("voorzitter: Daan", table) == "sure");
  CHECK(std::holds_alternative<desk::SteerMeeting>(meant("voorzitter: Daan", table)));
}

TEST_CASE("who is spoken to by name does not ask it", "[desk][guided]") {
  for (const auto* line : {"ria weet je nog van vorig jaar?", "ria heb jij nog iets?", "daan kun jij dat uitzoeken?"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, at_asking()), std::string("van wie is dit?")));
  }
  CHECK(has(asked_back("ria hoe oud is hij?", at_asking()), "| Ria: hoe oud is hij?"));
}

TEST_CASE("where the presenter tells, what comes behind a question is its answer only when it can be one",
          "[desk][guided][answers]") {
  for (const auto* answer : {"sinds de zomer", "nee, dat heeft hij nooit gewild van zijn vader", "een zus in de stad",
                             "ze werkt 16 uur bij de thuiszorg"})
    CHECK(service::may_well_answer(answer, "heeft ze werk?"));
  CHECK_FALSE(service::may_well_answer("opa zei gister nog dat hij kapot gaat", "kan iemand het raam open doen"));
  ShortRound at;
  at.after("daan: kan iemand het raam open doen?");
  const auto told = at.after("noor: opa zei gister nog dat hij helemaal op is");
  CHECK(at.said().back() == "Noor fact: opa zei gister nog dat hij helemaal op is");
  CHECK(has(told, "Was dit het antwoord? Typ: antwoord"));
  at.after("antwoord");
  CHECK(at.said().back() == "Noor answer: opa zei gister nog dat hij helemaal op is");
}

TEST_CASE("a kind that nobody knows is offered as the one that fits", "[desk][guided]") {
  auto table = at_asking();
  table.kinds = {{"affirmation", "bevestiging"}};
  const auto asked = meant("daan compliment: je geeft niet op", table);
  REQUIRE(std::holds_alternative<desk::Unsure>(asked));
  CHECK(std::get<desk::Unsure>(asked).whole);
  CHECK(std::get<desk::Unsure>(asked).line == "Daan: je geeft niet op");
}

TEST_CASE("what who leads says is a note where others tell, unless it asks or is called something",
          "[desk][guided][R4]") {
  ShortRound at;
  at.after("noor: de post ligt dicht");
  at.after("samira: noor let je op de tijd");
  CHECK(at.said().back() == "Samira note: noor let je op de tijd");
  at.after("samira feit: de buurvrouw belde mij");
  CHECK(at.said().back() == "Samira fact: de buurvrouw belde mij");
  at.after("daan: de school belde ook");
  CHECK(at.said().back() == "Daan fact: de school belde ook");
}

}  // namespace casus::test
