// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/lines_at_table.hpp"

// Lines in which somebody does something, as people say it: none of them becomes an idea.

namespace casus::test {
namespace {

/// A round of ideas: Daan has the turn, Ria comes after him; a choice and a wish belong to other steps.
service::Table idea_round() {
  auto table = at_table();
  table.presenter = "Noor van Dam";
  table.kinds = {{"idea", "idee"}};
  table.other_kinds = {{"fact", "feit"}, {"wish", "wens van de inwoner"}, {"choice", "keuze"}};
  return table;
}

std::string in_round(const std::string& line) { return asked_back(line, idea_round()); }

}  // namespace

TEST_CASE("a pass, a choice, a wish, an agreement and thanks are no ideas", "[desk][guided]") {
  const auto table = idea_round();
  for (const auto* line : {"Daan past", "daan: past", "daan: ik pas", "Daan slaat over", "daan passes", "daan: niets"})
    CHECK(given(meant(line, table)) == R"(Daan: {"do":"Pass"})");
  for (const auto* line : {"noor kiest opa", "noor: kiest voor opa", "noor: kiest opa"})
    CHECK(in_round(line).ends_with("| Noor van Dam keuze: opa"));
  CHECK(in_round("daan hoopt dat zij weer slaapt").ends_with("| Daan wens van de inwoner: zij weer slaapt"));
  CHECK(in_round("daan: wens rust in huis").ends_with("| Daan wens van de inwoner: rust in huis"));
  CHECK(in_round("daan belt de wijkverpleging").ends_with("| actie Daan: belt de wijkverpleging; "));
  CHECK(in_round("daan: ik bel de wijkverpleging").ends_with("| actie Daan: bel de wijkverpleging; "));
  for (const auto* line : {"daan: ik ben er weer", "ria: we lopen uit", "daan: I'm back."})
    CHECK(in_round(line).starts_with("dit gaat over het overleg en is niet bewaard."));
  CHECK_FALSE(in_round("daan: ik ben er weer trots op").starts_with("dit gaat over het overleg"));
  for (const auto* line : {"daan: dank jullie wel", "dank jullie", "daan: bedankt!", "ria: thank you all"})
    CHECK(in_round(line).starts_with("een bedankje wordt niet bewaard"));
  // What is no such sentence is an idea still.
  for (const auto* line :
       {"daan: Samen bellen met de wijkverpleging", "daan: De buurvrouw vraagt hem mee", "daan: Past dat?"})
    CHECK(given(meant(line, table)).starts_with(R"(Daan: {"do":"Say","kind":"")"));
  // Where facts are told, somebody who calls is a fact; where a choice is asked for, it is made there.
  CHECK(given("daan: belt elke dag met zijn dochter") ==
        R"(Daan: {"do":"Say","kind":"","text":"belt elke dag met zijn dochter"})");
}

TEST_CASE("who says to go is asked about, and leaves by one Enter", "[desk][guided]") {
  for (const auto* line : {"ria: ik moet weg", "ria: Ik moet er vandoor.", "ria: ik ga er vandoor", "ria ik moet gaan",
                           "ria: sorry moet gaan", "ria: sorry, ik moet weg", "ria: ik moet weg, sorry",
                           "ria: I have to go", "ria: sorry, I'm off"}) {
    CAPTURE(line);
    CHECK(asked_back(line).ends_with("| weg Ria"));
    CHECK(in_round(line).ends_with("| weg Ria"));
  }
  CHECK(asked_back("sorry, ik moet weg").ends_with("| weg "));
  for (const auto* line : {"ria stapt op", "ria moet er vandoor", "ria moet naar een andere afspraak"})
    CHECK(asked_back(line).ends_with("| weg Ria"));
  // With more in it, or as a kind that is named, it is what somebody says.
  for (const auto* line : {"ria: ik moet om elf uur weg", "ria: De buurman moet weg", "ria wens: ik moet weg"})
    CHECK(asked_back(line) == "sure");
}

TEST_CASE("a score with the name before its word is asked what shows it, in figures and in words", "[desk][guided]") {
  for (const auto* line : {"ria cijfer 5", "ria: cijfer 5", "ria cijfer vijf", "ria een 5", "ria geeft een vijf",
                           "ria score 5", "ria: score five"}) {
    CAPTURE(line);
    CHECK(asked_back(line).ends_with("| cijfer Ria 5: "));
  }
  CHECK(asked_back("ria cijfer 5: zij slaapt").ends_with("| cijfer Ria 5: zij slaapt"));
  CHECK(asked_back("ria: cijfer zes want zij slaapt").ends_with("| cijfer Ria 6: zij slaapt"));
  CHECK(given("cijfer ria zes: zij slaapt") == given("cijfer ria 6: zij slaapt"));
  CHECK(given("cijfer ria: een zes want zij slaapt") == given("cijfer ria 6: zij slaapt"));
  // "een" is an article as well.
  CHECK(asked_back("cijfer ria: een vaste tijd helpt") != "sure");
  CHECK_FALSE(asked_back("ria een kind").ends_with("| cijfer Ria 1: "));
}

TEST_CASE("a score in a row needs no colon where it is clear what shows it", "[desk][guided]") {
  const auto whole = given("cijfer ria 5: zij slaapt weer");
  for (const auto* line : {"cijfer ria 5 omdat zij slaapt weer", "cijfer ria 5, zij slaapt weer",
                           "cijfer ria 5; zij slaapt weer", "cijfer ria vijf want zij slaapt weer",
                           "cijfer ria een 5 omdat zij slaapt weer", "score ria 5 because zij slaapt weer"}) {
    CAPTURE(line);
    CHECK(given(line) == whole);
  }
  CHECK(asked_back("cijfer ria 3; 4 als hij een ochtend gaat").ends_with("| cijfer Ria 3: 4 als hij een ochtend gaat"));
  CHECK(asked_back("cijfer ria 5 of 6 denk ik") != "sure");
  // A score behind the word for safety is no concern; so many children are.
  CHECK(given("veiligheid een 5 zegt ria").find("RaiseConcern") == std::string::npos);
  CHECK(
      asked_back("veiligheid 2 kinderen slapen op de grond").ends_with("| veiligheid: 2 kinderen slapen op de grond"));
}

TEST_CASE("an action by another word, without its colon or with two who do it, is offered as one", "[desk][guided]") {
  CHECK(asked_back("todo ria kredietbank bellen voor vrijdag") ==
        asked_back("actie ria kredietbank bellen voor vrijdag"));
  CHECK(asked_back("afspraak: ria en daan gaan vrijdag samen langs") ==
        asked_back("ria en daan gaan vrijdag samen langs"));
  CHECK(asked_back("afspraak: ria en daan gaan vrijdag samen langs").find("| actie ") != std::string::npos);
  // Who checks needs no comma, and is no part of what is done.
  CHECK(asked_back("ria gaat vrijdag langs daan checkt").ends_with("| actie Ria: gaat langs; vrijdag; Daan"));
  for (const auto* line :
       {"ria gaat vrijdag langs met daan", "ria neemt vrijdag daan mee", "ria vraagt vrijdag aan oma of daan checkt"}) {
    CAPTURE(line);
    CHECK_FALSE(asked_back(line).ends_with("; Daan"));
  }
  for (const auto* line : {"ria weg", "ria vertrokken"}) CHECK(asked_back(line).ends_with("| weg Ria"));
  for (const auto* line : {"ria zegt 4", "ria zit op een 4", "ria komt op 4"}) {
    CAPTURE(line);
    CHECK(asked_back(line).ends_with("| cijfer Ria 4: "));
  }
  CHECK_FALSE(asked_back("ria zegt 4 maanden").ends_with("| cijfer Ria 4: "));
}

TEST_CASE("two who pass, another word for a kind, and two at once are read as people type them", "[desk][guided]") {
  const auto table = idea_round();
  for (const auto* line : {"daan en ria passen", "daan en ria passen allebei", "daan en ria hebben geen vragen"}) {
    CAPTURE(line);
    const auto answer = meant(line, table);
    const auto* all = std::get_if<desk::GiveCommands>(&answer);
    REQUIRE(all != nullptr);
    CHECK(all->by == std::vector<std::string>{"Daan", "Ria"});
    for (const auto& body : all->bodies) CHECK(std::holds_alternative<Pass>(body));
  }
  // Of people who have nothing it is told.
  CHECK(given(meant("daan en ria hebben niks", table)).find("Pass") == std::string::npos);
  CHECK(given(meant("daan: weet ik niet, pas", table)) == R"(Daan: {"do":"Pass"})");
  CHECK(given(meant("daan voorstel: oma bellen", table)) == given(meant("daan idee: oma bellen", table)));
  auto telling = at_table();
  telling.kinds = {{"fact", "feit"}, {"strength", "kracht"}};
  CHECK(given(meant("daan sterk: hij kookt elke dag", telling)) ==
        given(meant("daan kracht: hij kookt elke dag", telling)));
  CHECK(given(meant("daan: sterk dat hij elke dag kookt", telling)) ==
        R"(Daan: {"do":"Say","kind":"","text":"sterk dat hij elke dag kookt"})");
  CHECK(asked_back("daan en ria tegelijk: hoe gaat het", telling).ends_with("| Daan: hoe gaat het"));
}

TEST_CASE("a word of the meeting as people say it is asked back, and a whole sentence is not", "[desk][guided]") {
  for (const auto* line : {"we gaan door", "Door", "volgende stap."}) CHECK(asked_back(line).ends_with("| verder"));
  CHECK(asked_back("een stap terug").ends_with("| terug"));
  for (const auto* line : {"we sluiten af", "we zijn klaar voor vandaag.", "let's wrap up", "finish"})
    CHECK(asked_back(line).ends_with("| einde"));
  CHECK(asked_back("volgende casus").ends_with("| neem"));
  for (const auto* line : {"klaar met deze", "klaar met deze casus", "deze casus is klaar", "this case is done"})
    CHECK(asked_back(line).ends_with("| klaar"));
  CHECK(asked_back("haal dat weg").ends_with("| ongedaan"));
  CHECK(asked_back("over een maand kijken").ends_with("| terugkijken over een maand"));
  CHECK_FALSE(asked_back("haal dat weg bij haar thuis").ends_with("| ongedaan"));
  CHECK_FALSE(asked_back("door de schulden slaapt zij slecht").ends_with("| verder"));
}

TEST_CASE("who asks to write something down, or hesitates before a name, is understood", "[desk][guided]") {
  CHECK(asked_back("schrijf op: Zij slaapt slecht").ends_with("| Daan: Zij slaapt slecht"));
  CHECK(asked_back("eh ria: Zij durft niet").ends_with("| Ria: Zij durft niet"));
  CHECK(asked_back("maar noor: Zij wil het wel").ends_with("| Noor van Dam: Zij wil het wel"));
}

TEST_CASE("where the presenter is chosen, their question is asked about as the question of the case",
          "[desk][guided][R1]") {
  auto table = at_table();
  table.presenter = "Daan";
  table.choice_gives = "inbrenger";
  table.kinds = {{"choice", "keuze"}, {"fact", "feit"}};
  CHECK(asked_back("daan: Wat had ik kunnen doen?", table) ==
        "is dit de vraag van Daan, waar deze bespreking over gaat? Enter: ja | vraag Daan: Wat had ik kunnen doen?");
  CHECK(given(meant("vraag Daan: Wat had ik kunnen doen?", table)).starts_with(R"(Daan: {"do":"AskQuestion")"));
  CHECK(given(meant("daan: vraag: Wat had ik kunnen doen?", table)).starts_with(R"(Daan: {"do":"AskQuestion")"));
  // Of others, and once there is a question, it is what somebody says.
  CHECK(given(meant("ria: Wat had ik kunnen doen?", table)).starts_with(R"(Ria: {"do":"Say")"));
  table.question = "Wat nu?";
  CHECK(given(meant("daan: Wat had ik kunnen doen?", table)).starts_with(R"(Daan: {"do":"Say")"));
}

TEST_CASE("a word of the meeting behind a name is that word, and never something said", "[desk][guided]") {
  const auto table = idea_round();
  CHECK(given(meant("daan: doel: minder angst", table)) == given(meant("doel: minder angst", table)));
  CHECK(given(meant("daan: actie ria: bellen; woensdag", table)) == given(meant("actie ria: bellen; woensdag", table)));
  CHECK(given(meant("daan: actie: bellen; woensdag", table)) == given(meant("actie Daan: bellen; woensdag", table)));
  CHECK(given(meant("ria: goal: less fear", table)) == given(meant("doel: less fear", table)));
  for (const std::string word : {"verder", "klaar", "parkeer", "stop"})
    CHECK(in_round("daan: " + word).ends_with("| " + word));
  CHECK(in_round("b1: klopt niet").ends_with("| Daan b1: klopt niet"));
  // With the kind it is what somebody says.
  CHECK(given(meant("daan idee: stop", table)).find("stop") != std::string::npos);
  CHECK(given(meant("daan: Stop met roken, samen", table)).starts_with(R"(Daan: {"do":"Say")"));
}

TEST_CASE("everybody passes from the one whose turn it is", "[desk][guided]") {
  auto table = idea_round();
  for (const auto* line : {"pas iedereen", "pas allemaal", "pass everyone"}) {
    const auto answer = meant(line, table);
    const auto* all = std::get_if<desk::GiveCommands>(&answer);
    REQUIRE(all != nullptr);
    CHECK(all->by == std::vector<std::string>{"Daan", "Ria"});
    CHECK(all->bodies.size() == 2);
  }
  for (auto& one : table.seats) one.passed = true;
  CHECK(asked_back("pas iedereen", table).ends_with("| verder"));
}

TEST_CASE("what came of an action is read from a sentence", "[desk][guided]") {
  const auto of = [](const std::string& state, const std::string& note) {
    return R"(: {"action":"a1","do":"FinishAction",)" + (note.empty() ? "" : R"("note":")" + note + R"(",)") +
           R"("state":")" + state + R"("})";
  };
  CHECK(given("resultaat a1: dat is gelukt") == of("done", ""));
  CHECK(given("resultaat a1: is niet gelukt want zij was er niet") == of("not", "zij was er niet"));
  CHECK(given("resultaat a1: deels, de brief ligt er nog") == of("partly", "deels, de brief ligt er nog"));
  CHECK(given("resultaat a1 deels gelukt: de brief ligt er nog") == of("partly", "de brief ligt er nog"));
  CHECK(given("resultaat a1 niet: de brief ligt er nog") == of("not", "de brief ligt er nog"));
  CHECK(given("resultaat: a1 is gelukt") == of("done", ""));
  CHECK(given("a1 is gelukt") == of("done", ""));
  CHECK(given("resultaat a1: gelukt, ze belde meteen") == of("done", "ze belde meteen"));
  CHECK(given("a1 niet gelukt: hij was ziek") == of("not", "hij was ziek"));
  CHECK(given("A1: is niet gelukt want hij was ziek") == of("not", "hij was ziek"));
  CHECK(given("result a1: it did not work") == of("not", "it did not work"));
  CHECK(given("a1 fell through") == of("not", "fell through"));
  CHECK(given("daan: a1 is gelukt") == "Daan" + of("done", ""));
  // What is not told is asked, and what still goes on is not ended.
  CHECK(asked_back("resultaat a1: zij deed open") ==
        "is a1 gelukt? Enter: ja. Anders typ je deels of niet achter a1 | resultaat a1 gelukt: zij deed open");
  CHECK(asked_back("a1 is nog niet gelukt").starts_with("a1 loopt dus nog en blijft staan."));
  auto table = at_table();
  table.open_actions = {{"a2", "oma bellen"}};
  CHECK(asked_back("resultaat: dat is gelukt", table) ==
        "gaat dit over a2 (oma bellen)? Enter als dat klopt | resultaat a2 gelukt: dat is gelukt");
  table.open_actions.push_back({"a3", "post openen"});
  CHECK(asked_back("resultaat: dat is gelukt", table)
            .starts_with("over welke afspraak gaat dit? a2 (oma bellen) of a3 (post openen)."));
}

TEST_CASE("somebody is called by any part of their name, and of two it is asked which", "[desk][guided]") {
  CHECK(given("van dam: Zij slaapt").starts_with("Noor van Dam: "));
  auto table = at_table();
  table.seats.push_back(seat("p5", "Karin Berg", true));
  table.seats.push_back(seat("p6", "Karin Jong", true));
  CHECK(asked_back("karin: Zij slaapt", table).starts_with("wie bedoel je: Karin Berg of Karin Jong?"));
  CHECK(given(meant("karin j: Zij slaapt", table)).starts_with("Karin Jong: "));
  CHECK(given("daan zegt: Hoe lang al?") == R"(Daan: {"do":"Say","kind":"","text":"Hoe lang al?"})");
  CHECK(asked_back("moeder zegt: ik ben moe").ends_with("| Daan: moeder zegt: ik ben moe"));
  service::Table nobody;
  const auto alone = desk::meant_by("mo: Hij slaapt", nobody, {}, kTuesday);
  CHECK(std::get<desk::Unsure>(alone).message.starts_with("er zit nog niemand aan tafel."));
}

TEST_CASE("a worry is offered as a concern, and a question without its mark as a question", "[desk][guided][R14]") {
  CHECK(
      asked_back("ik maak me zorgen over zijn veiligheid").ends_with("| zorg: ik maak me zorgen over zijn veiligheid"));
  CHECK(asked_back("hij slaat haar").ends_with("| gevaar: hij slaat haar"));
  auto table = at_table();
  table.in_step = false;
  table.kinds.clear();
  table.presenter = "Noor van Dam";
  CHECK(asked_back("vraag: Hoe verder", table).ends_with("| vraag: Hoe verder?"));
  CHECK(given("hervat") == R"(: {"do":"ResumeCase"})");
  CHECK(given("actie noor: koffie drinken; woensdag; samira; buurt").find(R"("rung":"volunteer")") !=
        std::string::npos);
}

TEST_CASE("where something is agreed, what somebody does themselves is offered as an action", "[desk][guided]") {
  auto table = at_table();
  table.kinds = {{"choice", "keuze"}};
  const auto agreed = [&](const std::string& line) { return asked_back(line, table); };
  CHECK(agreed("ria: ik bel de school morgen").ends_with("| actie Ria: bel de school; morgen; "));
  CHECK(agreed("ria: I'll ring the library tomorrow").ends_with("| actie Ria: ring the library; tomorrow; "));
  CHECK(agreed("ria: ik ga vrijdag langs bij opa").ends_with("| actie Ria: ga langs bij opa; vrijdag; "));
  CHECK(agreed("daan: ik bel vrijdag met opa en ria vraagt hoe het ging") ==
        "is dit een afspraak van Daan, voor vrijdag 6 maart 2026, en kijkt Ria het na? Enter als dat klopt"
        " | actie Daan: bel met opa; vrijdag; Ria");
  CHECK(agreed("daan: belt vrijdag de huisarts, ria kijkt mee")
            .ends_with("| actie Daan: belt de huisarts; vrijdag; Ria"));
  CHECK(agreed("ria: ik bel de school").ends_with("| actie Ria: bel de school; "));
  // What is chosen stays a choice.
  for (const auto* line : {"noor: opa bellen", "noor: we beginnen klein", "noor: de school vraagt hem mee"}) {
    CAPTURE(line);
    CHECK(given(meant(line, table)).starts_with(R"(Noor van Dam: {"do":"Say","kind":"")"));
  }
}

TEST_CASE("who checks is no part of what is done, whatever way it is said", "[desk][guided]") {
  for (const auto* checks : {"Samira kijkt het na", "Samira kijkt na", "samira checkt dat",
                             "en samira vraagt hoe het ging", "samira checks it", "and Samira follows up"}) {
    CAPTURE(checks);
    CHECK(asked_back("Daan belt vrijdag de huisarts, " + std::string(checks))
              .ends_with("| actie Daan: belt de huisarts; vrijdag; Samira"));
    CHECK(asked_back("Daan will call the pastor on Friday, " + std::string(checks))
              .ends_with("| actie Daan: call the pastor; on Friday; Samira"));
  }
}

}  // namespace casus::test
