// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/lines_at_table.hpp"
#include "tests/support/has.hpp"

// A measured meeting of eighty lines: what leans on the line before, on the next meeting, or on what everybody sees;
// and the sentences beside each of those, which are only told.

namespace casus::test {
namespace {

const std::string kByNoor = "Noor van Dam";

/// Noor tells and nobody was asked anything.
service::Table noor_has_the_floor(const std::string& kind, const std::string& name) {
  auto table = at_table();
  table.presenter = kByNoor;
  table.acting = "Samira";
  table.question = "Hoe help ik haar?";
  table.notes_beside = true;
  table.seats = {seat("p1", kByNoor, true), seat("p2", "Samira"), seat("p3", "Daan"), seat("p4", "Ria")};
  table.kinds = {{kind, name}};
  table.other_kinds = {{"question", "vraag"}, {"idea", "idee"}};
  return table;
}

service::Table facts_told() {
  auto table = noor_has_the_floor("fact", "feit");
  table.kinds.push_back({"wish", "wens van de inwoner"});
  return table;
}

service::Table choices_made() { return noor_has_the_floor("choice", "keuze"); }

/// Daan has the turn to ask, and Noor was asked something.
service::Table noor_was_asked() {
  auto table = noor_has_the_floor("question", "vraag");
  table.kinds.push_back({"follow_up", "vervolgvraag"});
  table.other_kinds = {{"fact", "feit"}, {"idea", "idee"}};
  table.seats = {seat("p1", kByNoor), seat("p2", "Samira"), seat("p3", "Daan", true, true), seat("p4", "Ria", true)};
  table.seats.front().answers = table.seats.front().asked = true;
  table.seats.front().question = "Is er een bewindvoerder?";
  return table;
}

/// Right behind an action of Daan.
service::Table daan_writes(const std::string& checks) {
  auto table = choices_made();
  service::SaidLine said;
  said.id = "a1";
  said.here = true;
  said.who = "Samira";
  said.text = "Daan: brief schrijven (voor vrijdag 6 maart 2026)";
  said.words = "brief schrijven";
  table.said = {said};
  table.open_actions = {{"a1", "brief schrijven", "Daan", checks, date_from("2026-03-06")}};
  return table;
}

}  // namespace

TEST_CASE("what is said of coffee, screens and coming late is not kept, and the way to keep it is shown",
          "[desk][guided]") {
  for (const auto* line :
       {"koffie iemand?", "wie wil er nog koffie", "anyone want tea?", "mag het raam dicht?", "coffee anyone?"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, facts_told()), "dit is niet bewaard"));
  }
  for (const auto* line : {"wacht even mijn laptop hangt", "mijn scherm doet raar", "sorry, de beamer doet het niet",
                           "my screen is frozen", "sorry ik ben te laat, de brug stond open",
                           "sorry dat ik te laat ben", "sorry i'm late, the bridge was up"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, facts_told()), "dit gaat over het overleg"));
  }
  // Of the case.
  for (const auto* line : {"haar telefoon is afgesloten", "de wifi is afgesloten bij hen", "zijn laptop is gestolen",
                           "hij was te laat op school", "sorry ik ben te laat met de aanvraag geweest",
                           "mijn indruk is dat hij het leuk vindt", "de koffie staat altijd klaar bij oma"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line, facts_told()), "niet bewaard"));
  }
}

TEST_CASE("the resident's figure is nobody else's score: the sentence is kept, and it is said where it goes",
          "[desk][guided]") {
  for (const auto& [line, figure] :
       {std::pair("hij geeft zichzelf een 4", "4"), std::pair("mevr geeft zichzelf een 6", "6"),
        std::pair("ze geeft het een zes want ze slaapt weer", "6"), std::pair("moeder geeft zichzelf nu een 5", "5"),
        std::pair("mevrouw Jansen geeft zichzelf een 7", "7"), std::pair("she gives herself a 4", "4")}) {
    CAPTURE(line);
    const auto where = std::string("/plan score g1 ") + figure + " --resident";
    for (const auto& typed : {std::string(line), std::string("noor: ") + line}) {
      const auto asked = asked_back(typed, choices_made());
      CHECK(has(asked, where));
      CHECK(has(asked, std::string(": ") + line));
      CHECK_FALSE(has(asked, "| cijfer "));
    }
  }
  for (const auto* line : {"geef het een 3", "geef ze een 3", "put down a 3"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, choices_made()), "| cijfer " + kByNoor + " 3: "));
  }
  for (const auto* line :
       {"ze geeft zichzelf een kans", "hij geeft zichzelf de schuld", "geef haar een half uur", "geef het een week",
        "juf geeft haar een zes voor rekenen", "geef ze een dag extra", "hij geeft twee keer per week les"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line, choices_made()), "| cijfer "));
    CHECK_FALSE(has(asked_back(line, choices_made()), "/plan score"));
  }
  // To a question it is the answer.
  auto asked = choices_made();
  asked.seats.front().asked = true;
  CHECK_FALSE(has(asked_back("hij geeft zichzelf een 4", asked), "/plan score"));
}

TEST_CASE("who goes along with the last action gets one too, with its day", "[desk][guided]") {
  const std::string same = "brief schrijven (samen met Daan); vrijdag 6 maart 2026; ";
  for (const auto* line : {"noor gaat mee", "noor gaat ook mee", "noor: ik ga mee", "noor: ik ga wel met je mee"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, daan_writes("Ria")), "| actie " + kByNoor + ": " + same + "Ria"));
    CHECK(has(asked_back(line, daan_writes("")), "Typ wie het nakijkt"));
  }
  CHECK(has(asked_back("ria gaat mee", daan_writes("Ria")), "| actie Ria: " + same));  // nobody checks their own
  CHECK(has(asked_back("ik ga mee", daan_writes("Ria")), "NAAM: ik ga mee"));
  CHECK(has(asked_back("i'm coming with you", daan_writes("Ria")), "NAAM: i'm coming with you"));
  for (const auto* line : {"daan gaat mee", "moeder gaat mee", "gaat noor mee?", "noor gaat mee naar de huisarts"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line, daan_writes("Ria")), "samen met"));
  }
  CHECK_FALSE(has(asked_back("noor gaat mee", choices_made()), "samen met"));
}

TEST_CASE("'for next time' is an action for the next meeting", "[desk][guided]") {
  CHECK(has(asked_back("voor volgende keer: weten of er beslag ligt", choices_made()),
            "| actie " + kByNoor + ": weten of er beslag ligt; over een week; "));
  CHECK(has(asked_back("voor volgende keer: weten of er beslag ligt", choices_made()), "10 maart 2026"));
  CHECK(has(asked_back("voor de volgende keer: daan vraagt het na bij school", choices_made()),
            "| actie Daan: vraagt het na bij school; over een week; "));
  CHECK(has(asked_back("voor volgende keer de zus bellen", choices_made()), ": de zus bellen; over een week; "));
  CHECK(has(asked_back("for next time: find out about the debts", choices_made()),
            ": find out about the debts; over een week; "));
  CHECK(has(asked_back("daan belt de school voor volgende keer", choices_made()), "10 maart 2026"));
  for (const auto* line :
       {"volgende keer wil ze erbij zijn", "voor volgende keer: 17 maart", "volgende keer gaat het vast beter"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line, choices_made()), "over een week"));
  }
  CHECK_FALSE(has(asked_back("voor volgende keer: ze wil rust", facts_told()), "over een week"));
}

TEST_CASE("what the presenter hopes for is offered as that, while it is still to be said", "[desk][guided]") {
  auto table = noor_has_the_floor("question", "vraag");
  CHECK(has(asked_back("ik hoop dat ik straks weet wat ik zeg", table),
            "| hoopt: ik hoop dat ik straks weet wat ik zeg"));
  CHECK_FALSE(has(asked_back("ik hoop dat ze komt", facts_told()), "| hoopt"));
  table.hoped_for = "Een eerste stap";
  CHECK_FALSE(has(asked_back("ik hoop dat ik straks weet wat ik zeg", table), "| hoopt"));
}

TEST_CASE("where another has the turn to ask, what only tells is of who was asked", "[desk][guided]") {
  for (const auto* line : {"volle pannen in de koelkast, dat zag de thuiszorg", "nee die zitten in een rol",
                           "weet ik niet, moet ik navragen", "ja elke dag", "de dochter slaapt daar in het weekend"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, noor_was_asked()), "| " + kByNoor + ": " + line));
  }
  for (const auto* line : {"doet ze haar medicijnen zelf", "en de moeder dan", "wie belt haar", "weet de zus ervan"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, noor_was_asked()), "| Daan: " + std::string(line)));
  }
  auto nobody = noor_was_asked();
  nobody.seats.front().asked = false;
  CHECK(has(asked_back("de dochter slaapt daar in het weekend", nobody), "| Daan: "));
}

TEST_CASE("a proposal among the questions is nobody's until it is said whose", "[desk][guided]") {
  auto table = noor_was_asked();
  table.seats[2].has_turn = false;
  table.seats.front().asked = false;
  CHECK(has(asked_back("kunnen we niet gewoon bewind aanvragen", table), "van wie is dit?"));
  CHECK(has(asked_back("we kunnen daar niet terecht", table), "| " + kByNoor + ": we kunnen daar niet terecht"));
}

TEST_CASE("who is asked and finds it out by a day has an action of it", "[desk][guided]") {
  auto table = noor_was_asked();
  table.seats[2].has_turn = false;
  for (const auto* line :
       {"noor: dat zoek ik vrijdag uit", "noor: I'll find out by Friday", "noor: dat vraag ik vrijdag na"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, table), "| actie " + kByNoor + ": Is er een bewindvoerder? (uitzoeken); "));
  }
  CHECK(asked_back("noor: dat zoek ik nog uit", table) == "sure");
  CHECK(asked_back("noor: vrijdag komt de bewindvoerder", table) == "sure");
}

TEST_CASE("'that should be Ria, not Daan' puts the name right", "[desk][guided]") {
  CHECK(has(asked_back("oeps dat moest ria zijn niet noor", just_told("de zus helpt")), "| b4 is van Ria"));
  CHECK(has(asked_back("sorry, that should be Ria not Noor", just_told("de zus helpt")), "| b4 is van Ria"));
  CHECK(has(asked_back("oeps dat moest ria zijn niet daan", daan_writes("")), "| a1 is voor Ria"));
  for (const auto* line : {"dat moest hij zelf doen", "het moet rustig zijn niet druk", "dat moet moeder zijn"}) {
    CAPTURE(line);
    const auto answer = asked_back(line, just_told("de zus helpt"));
    CHECK_FALSE(has(answer, "is van "));
    CHECK_FALSE(has(answer, "is voor "));
  }
}

TEST_CASE("a wish that is insisted on is offered as one, and what is not wanted is told", "[desk][guided]") {
  for (const auto* line : {"wil het liefst dat het stopt met die brieven", "mevr wil per se thuis blijven",
                           "she says she just wants some peace", "hij wil perse zelf koken"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, facts_told()), "| " + kByNoor + " wens van de inwoner: " + line));
  }
  for (const auto* line :
       {"ze wil per se niet naar het ziekenhuis", "mevr wil per week een overzicht", "zij wilde het liefst weg"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line, facts_told()), "wens van de inwoner"));
  }
}

TEST_CASE("a message that was passed on is told, and nobody is called Fwd", "[desk][guided]") {
  for (const std::string line : {"Fwd: aanmaning 3 - wij verzoeken u te betalen", "FW: brief van de school",
                                 "Betreft: uw aanvraag voor een uitkering"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, facts_told()), "| " + kByNoor + ": " + line));
  }
  CHECK_FALSE(has(asked_back("Fred: hij betaalt niet", facts_told()), "| " + kByNoor));
}

TEST_CASE("a day to come back to it is the day to look back", "[desk][guided]") {
  for (const auto& [line, day] :
       {std::pair("terug over 4 weken", "over 4 weken"), std::pair("weer terug over een maand", "over een maand"),
        std::pair("let's look again in three weeks", "in three weeks"),
        std::pair("let's have another look in 6 weeks", "in 6 weeks")}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, choices_made()), std::string("| terugkijken ") + day));
  }
  for (const auto* line : {"terug naar huis wil ze niet", "terug in de klas gaat het beter", "hij is weer terug"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line, choices_made()), "| terugkijken"));
  }
}

TEST_CASE("a question behind a mark is asked by somebody who listens", "[desk][guided]") {
  CHECK(has(asked_back("ADHD? is dat ooit onderzocht", facts_told()), "Wie vraagt"));
  CHECK_FALSE(has(asked_back("Werk? heeft hij niet", facts_told()), "Wie vraagt"));
}

}  // namespace casus::test
