// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/lines_at_table.hpp"
#include "tests/support/has.hpp"

// Danger as people type it then: of whom it is, in whose words, and what is no danger.

namespace casus::test {
namespace {

service::Table facts() {
  auto table = at_table();
  table.presenter = "Noor van Dam";
  table.seats = {seat("p1", "Noor van Dam", true), seat("p2", "Samira"), seat("p3", "Daan"), seat("p4", "Ria")};
  table.kinds = {{"fact", "feit"}, {"wish", "wens van de inwoner"}};
  return table;
}

service::Table in_danger() {
  auto table = facts();
  table.stage.safety = Safety::acute;
  return table;
}

}  // namespace

TEST_CASE("danger of somebody who is not at the table is kept, with their word", "[desk][guided][R14]") {
  for (const auto& table : {at_table(), facts(), in_danger()}) {
    CHECK(given(meant("opa: gevaar: hij slaat", table)) == R"(: {"do":"RaiseAcute","text":"opa: hij slaat"})");
    CHECK(given(meant("tante els: zorg: zij eet niet", table)) ==
          R"(: {"do":"RaiseConcern","text":"tante els: zij eet niet"})");
    CHECK(given(meant("the neighbour: danger: he has a knife", table)) ==
          R"(: {"do":"RaiseAcute","text":"the neighbour: he has a knife"})");
  }
  CHECK(given(meant("opa: veilig: de politie kwam", in_danger())) ==
        R"(: {"do":"HandleAcute","text":"opa: de politie kwam"})");
  // Without a second colon it is asked, with one Enter, and every word stays.
  CHECK(asked_back("tante els: gevaar hij slaat").ends_with("| gevaar: tante els: gevaar hij slaat"));
  CHECK(asked_back("tante els: hij slaat haar").ends_with("| gevaar: tante els: hij slaat haar"));
  CHECK(asked_back("opa: zorgen om de kleinste").ends_with("| zorg: opa: zorgen om de kleinste"));
  CHECK(given("gevaar: tante els: gevaar hij slaat") ==
        R"(: {"do":"RaiseAcute","text":"tante els: gevaar hij slaat"})");
  // Nobody is called so, and it tells of nothing.
  CHECK(asked_back("opa: hij belde").starts_with("niemand aan tafel heet 'opa'"));
}

TEST_CASE("danger behind the name of somebody at the table is that person's report", "[desk][guided][R14]") {
  for (const auto& table : {at_table(), facts(), in_danger()}) {
    CHECK(given(meant("daan: gevaar: hij staat voor de deur", table)) ==
          R"(Daan: {"do":"RaiseAcute","text":"hij staat voor de deur"})");
    CHECK(given(meant("daan gevaar: hij staat voor de deur", table)) ==
          R"(Daan: {"do":"RaiseAcute","text":"hij staat voor de deur"})");
    CHECK(given(meant("ria: zorg: de jongste is dun", table)) ==
          R"(Ria: {"do":"RaiseConcern","text":"de jongste is dun"})");
  }
  // Where concerns are asked for as a kind, it is one of those.
  auto concerns = facts();
  concerns.kinds = {{"concern", "zorg"}};
  CHECK(given(meant("noor: zorg: de jongste is dun", concerns)) ==
        R"(Noor van Dam: {"do":"Say","kind":"concern","text":"de jongste is dun"})");
  // In a step of questions.
  auto questions = at_table();
  questions.kinds = {{"question", "vraag"}, {"follow_up", "vervolgvraag"}};
  questions.seats.front().answers = true;
  CHECK(asked_back("noor: 112 bellen!", questions).ends_with("| gevaar Noor van Dam: 112 bellen!"));
  CHECK(given(meant("noor: 112 gebeld", questions)) == R"(Noor van Dam: {"do":"Say","kind":"","text":"112 gebeld"})");
  CHECK(asked_back("daan: hij slaat haar", questions).ends_with("| gevaar Daan: hij slaat haar"));
}

TEST_CASE("not safe is asked as danger, and no danger is none", "[desk][guided][R14]") {
  CHECK(
      asked_back("niet veilig: zij durft niet naar huis").ends_with("| gevaar: niet veilig: zij durft niet naar huis"));
  CHECK(asked_back("not safe: she dares not go home").ends_with("| gevaar: not safe: she dares not go home"));
  for (const auto* line : {"geen gevaar", "Geen zorgen!", "no danger", "geen acuut gevaar"})
    CHECK(asked_back(line).starts_with("dit meldt geen gevaar, en er is niets bewaard."));
  CHECK(asked_back("geen gevaar: alles is rustig", facts()).ends_with("| Noor van Dam: geen gevaar: alles is rustig"));
  // Where danger was reported, it may be over.
  CHECK(asked_back("geen gevaar", in_danger()).ends_with("| veilig: "));
  CHECK(asked_back("geen gevaar: de politie is geweest", in_danger()).ends_with("| veilig: de politie is geweest"));
}

TEST_CASE("who is beaten, missing or alone is in danger, and a cry for help is no word of the meeting",
          "[desk][guided][R14]") {
  CHECK(asked_back("wim: mishandeling!!").ends_with("| gevaar: wim: mishandeling!!"));
  CHECK(asked_back("daan: mishandeling!!").ends_with("| gevaar Daan: mishandeling!!"));
  CHECK(asked_back("moeder belt: hij is weggelopen").ends_with("| gevaar: moeder belt: hij is weggelopen"));
  for (const auto* line :
       {"hij wordt thuis geslagen", "hij is al twee dagen vermist", "hij dreigt het huis in brand te steken",
        "baby ligt de hele dag alleen", "niemand weet waar zij nu is", "he is beaten at home",
        "the boy has been missing for two days", "the baby is alone all day", "hulp!", "help!"}) {
    CAPTURE(line);
    CHECK(asked_back(line).ends_with(std::string("| gevaar: ") + line));
  }
  CHECK(asked_back("ze is bang voor hem").ends_with("| zorg: ze is bang voor hem"));
}

TEST_CASE("a word of danger that is about something else is asked first, and can be said or reported",
          "[desk][guided][R14]") {
  for (const auto* line : {"zorg voor zijn moeder: doet hij al jaren", "zorg: 120 euro eigen risico", "zorg: 800",
                           "danger: no", "gevaar: geen", "concern: home care twice a day"}) {
    CAPTURE(line);
    const auto asked = asked_back(line, facts());
    CHECK(asked.starts_with("dit klinkt niet als iets over veiligheid."));
    CHECK(asked.ends_with(std::string("| Noor van Dam: ") + line));
    // Enter keeps it as what somebody says.
    const auto kept = given(meant(asked.substr(asked.rfind("| ") + 2), facts()));
    CHECK(kept.starts_with(R"(Noor van Dam: {"do":"Say")"));
    CHECK(kept.find(std::string(R"("text":")") + line) != std::string::npos);
  }
  CHECK(given(meant("zorg ja: 120 euro per dag aan drank", facts())) ==
        R"(: {"do":"RaiseConcern","text":"120 euro per dag aan drank"})");
  // It may be danger: one Enter reports it.
  CHECK(asked_back("acute geldnood: geen eten meer", facts()).ends_with("| gevaar ja: acute geldnood: geen eten meer"));
  CHECK(given(meant("gevaar ja: acute geldnood: geen eten meer", facts())) ==
        R"(: {"do":"RaiseAcute","text":"acute geldnood: geen eten meer"})");
  // What is of safety is never asked.
  for (const auto* line :
       {"zorg voor haar: hij slaat haar", "zorg over de kinderen: zij zijn dun", "zorg: 3 kinderen zonder eten"}) {
    CAPTURE(line);
    CHECK(given(meant(line, facts())).find("RaiseConcern") != std::string::npos);
  }
}

TEST_CASE("a colleague is consulted by name, and a talk that was not held needs its ground", "[desk][guided][R14]") {
  CHECK(given("meldcode 2 met Daan: wij zien het beiden") ==
        R"(: {"consulted":["colleague"],"do":"TakeMeldcodeStep","step":2,"text":"met Daan: wij zien het beiden"})");
  CHECK(
      given("meldcode 2 met daan en veilig thuis: besproken") ==
      R"(: {"consulted":["colleague","veilig_thuis"],"do":"TakeMeldcodeStep","step":2,"text":"met Daan: besproken"})");
  CHECK(asked_back("meldcode 2 met Daan").ends_with("| meldcode 2 met Daan: "));
  for (const auto* line : {"meldcode 3: niet gesproken", "meldcode 3: nog geen gesprek, zij was er niet"}) {
    CHECK(asked_back(line).find("Overslaan mag alleen met een grond. Typ: meldcode 3 niet gevaar:") !=
          std::string::npos);
    CHECK(asked_back(line).find("| meldcode 3 niet gevaar: ") != std::string::npos);
  }
  CHECK(given("meldcode 3 niet gevaar: niet gesproken") ==
        R"(: {"do":"TakeMeldcodeStep","not_held":"danger","step":3,"text":"niet gesproken"})");
  CHECK(given("meldcode 3: gesproken met moeder") ==
        R"(: {"do":"TakeMeldcodeStep","step":3,"text":"gesproken met moeder"})");
}

TEST_CASE("what is typed another way is what it says", "[desk][guided]") {
  // A choice by number or by name, where no menu is.
  auto choice = at_table();
  choice.seats = {seat("p1", "Noor van Dam", true), seat("p2", "Samira", true), seat("p3", "Daan")};
  choice.acting = "Samira";
  choice.kinds = {{"choice", "keuze"}, {"fact", "feit"}};
  service::SaidLine brought;
  brought.id = "b2";
  brought.text = "De ruzie aan de balie";
  choice.said = {brought};
  for (const auto* line : {"kies b2", "keuze b2", "samira: keuze b2", "samira keuze: b2", "choice b2"}) {
    CAPTURE(line);
    CHECK(given(meant(line, choice)) ==
          R"(Samira: {"do":"Say","kind":"choice","re":"b2","text":"De ruzie aan de balie"})");
  }
  for (const auto* line : {"kies Daan", "keuze daan", "samira keuze: daan"})
    CHECK(given(meant(line, choice)) == R"(Samira: {"do":"Say","kind":"choice","text":"Daan","to":"Daan"})");

  const auto both = meant("pas daan en ria");
  REQUIRE(std::holds_alternative<desk::GiveCommands>(both));
  CHECK(std::get<desk::GiveCommands>(both).by == std::vector<std::string>{"Daan", "Ria"});

  // Who has no turn lets none go by.
  CHECK(asked_back("samira: pas").starts_with("Samira is in deze stap niet aan het woord, en hoeft niet te passen"));
  CHECK(asked_back("samira: pas").find("pas Daan") == std::string::npos);  // nor somebody else's

  CHECK(given(meant("corrigeer laatste: De ruzie bij de balie", choice)) ==
        R"(: {"do":"Correct","ref":"","text":"De ruzie bij de balie"})");
  CHECK(given(meant("Noor (wens): rust", facts())) == given(meant("noor wens: rust", facts())));

  // The resident's words, at the table and passed on.
  CHECK(asked_back("inwoner: ik wil rust", facts()).ends_with("| Noor van Dam wens van de inwoner: ik wil rust"));
  auto there = facts();
  there.seats.push_back(seat("p5", "Els Voorbeeld", true));
  there.seats.back().roles = "inwoner";
  CHECK(given(meant("inwoner: ik wil rust", there)) == R"(Els Voorbeeld: {"do":"Say","kind":"","text":"ik wil rust"})");

  // Who checks is never dropped.
  CHECK(asked_back("actie ria: bellen elke woensdag; daan").ends_with("| actie ria: bellen; elke woensdag; daan"));
  CHECK(asked_back("ria belt de school, vrijdag, daan kijkt mee")
            .ends_with("| actie Ria: belt de school; vrijdag; Daan"));

  CHECK(given("kijk terug over 6 weken") == given("terugkijken over 6 weken"));
  CHECK(given("look back in 6 weeks") == given("terugkijken over 6 weken"));
}

TEST_CASE("a talk of the meldcode that was not held is passed with its ground, as people type it",
          "[desk][guided][R14]") {
  const auto passed = [](const std::string& ground, const std::string& text) {
    return R"(: {"do":"TakeMeldcodeStep","not_held":")" + ground + R"(","step":3,"text":")" + text + "\"}";
  };
  CHECK(given("meldcode 3 gevaar: hij slaat dan") == passed("danger", "hij slaat dan"));
  CHECK(given("meldcode 3 contact: zij komt dan nooit meer") == passed("losing_contact", "zij komt dan nooit meer"));
  CHECK(given("meldcode 3 niet gedaan: gevaar voor de moeder") == passed("danger", "gevaar voor de moeder"));
  CHECK(given("meldcode 3 overslaan omdat gevaar, hij slaat") == passed("danger", "gevaar, hij slaat"));
  CHECK(given("meldcode stap 3 niet gevaar: hij slaat dan") == passed("danger", "hij slaat dan"));
  // Without a ground it is asked, and the way on works when the ground is so.
  for (const auto* line :
       {"meldcode 3 overslaan omdat stiefvader agressief is", "meldcode 3 niet: stiefvader agressief is",
        "meldcode 3 overgeslagen: stiefvader agressief is", "meldcode 3 skip stiefvader agressief is",
        "meldcode 3 niet gedaan, stiefvader agressief is"}) {
    CAPTURE(line);
    CHECK(asked_back(line).ends_with("| meldcode 3 niet gevaar: stiefvader agressief is"));
    CHECK(asked_back(line).find("meldcode 3 niet contact: stiefvader agressief is") != std::string::npos);
  }
  CHECK(given("meldcode 3 niet gevaar: stiefvader agressief is") == passed("danger", "stiefvader agressief is"));
  CHECK(asked_back("meldcode 3 met ruzie: zij liep weg").find("meldcode 3 niet gevaar: WAAROM") != std::string::npos);
}

TEST_CASE("a step of the meldcode is asked for as that step, and no word of it is lost", "[desk][guided][R14]") {
  CHECK(given("meldcode stap 2 met Veilig Thuis: advies gevraagd") ==
        given("meldcode 2 met Veilig Thuis: advies gevraagd"));
  CHECK(asked_back("meldcode 2 met collega wij zien het allebei")
            .ends_with("| meldcode 2 met collega: wij zien het allebei"));
  CHECK(asked_back("meldcode 1 blauwe plekken gezien").ends_with("| meldcode 1: blauwe plekken gezien"));
  CHECK(asked_back("meldcode 4 kinderen nee").starts_with("zo typ je dit: meldcode 4 kinderen nee, vermoeden ja"));
  CHECK(asked_back("meldcode 5").starts_with("zo typ je dit: meldcode 5 melden nee, hulp ja"));
}

TEST_CASE("a sentence that scores safety is no concern, and danger in it is", "[desk][guided][R14]") {
  for (const auto* line : {"veiligheid zou ik een 6 geven", "veiligheid staat op een 4", "veiligheid geef ik een 7",
                           "veiligheid krijgt van mij een 5"}) {
    CAPTURE(line);
    CHECK(asked_back(line).ends_with("| Daan: " + std::string(line)));
  }
  for (const auto* line :
       {"veiligheid staat onder druk bij haar thuis", "veiligheid staat op een 2 want hij slaat haar"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line), "| Daan: "));
  }
  const auto english = desk::meant_by("safety id give a 6", at_table(), kNames, {Lang::en, kTuesday.today});
  REQUIRE(std::holds_alternative<desk::Unsure>(english));
  CHECK(std::get<desk::Unsure>(english).line == "Daan: safety id give a 6");
}

}  // namespace casus::test
