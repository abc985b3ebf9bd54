// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/lines_at_table.hpp"
#include "tests/support/has.hpp"

// Whose words a line holds, and of whom they are asked; what is agreed in a sentence; a score in its text. Nobody gets
// the words of another.

namespace casus::test {
namespace {

/// A round of ideas: Daan has the turn, Ria comes after him, Noor and Samira listen.
service::Table with_ideas() {
  auto table = at_table();
  table.kinds = {{"idea", "idee"}};
  table.other_kinds = {{"question", "vraag"}, {"fact", "feit"}, {"choice", "keuze"}};
  return table;
}

std::string among_ideas(const std::string& line) { return asked_back(line, with_ideas()); }
std::string given_among_ideas(const std::string& line) { return given(meant(line, with_ideas())); }

}  // namespace

TEST_CASE("of whom something is asked does not ask it", "[desk][guided]") {
  CHECK(among_ideas("vraag aan noor: hoe oud is hij?").ends_with("| Daan vraag aan noor: hoe oud is hij?"));
  CHECK(among_ideas("vraag voor noor: hoe oud is hij?").ends_with("| Daan vraag voor noor: hoe oud is hij?"));
  CHECK(among_ideas("question for noor: how old?").ends_with("| Daan question for noor: how old?"));
  for (const auto* line :
       {"daan vraag voor noor: hoe oud?", "daan vraag aan noor: hoe oud?", "daan question for noor: hoe oud?"}) {
    CAPTURE(line);
    const auto asks = given_among_ideas(line);
    CHECK(asks.starts_with("Daan: "));
    CHECK(has(asks, R"("kind":"question")"));
    CHECK(has(asks, R"("to":"Noor van Dam")"));
  }
  CHECK(has(given_among_ideas("daan -> noor: hoe oud?"), R"("to":"Noor van Dam")"));
  CHECK(among_ideas("noor, hoe oud is hij?").ends_with("| Daan: noor, hoe oud is hij?"));
  // Another sign for the colon, and a word that only begins like a name.
  CHECK(among_ideas("noor, hij is dertien").ends_with("| Noor van Dam: hij is dertien"));
  CHECK(among_ideas("no, not now").ends_with("| Daan: no, not now"));
  CHECK(among_ideas("noor en ria gaan samen langs").ends_with("| Daan: noor en ria gaan samen langs"));
}

TEST_CASE("a kind with a small word before it is that kind", "[desk][guided]") {
  for (const auto* line : {"een idee: school erbij", "mijn idee: school erbij", "nog een idee: school erbij"}) {
    CAPTURE(line);
    CHECK(among_ideas(line).ends_with("| Daan idee: school erbij"));
  }
  CHECK(among_ideas("my idea: school erbij").ends_with("| Daan idea: school erbij"));
  for (const auto* line : {"daan zijn idee: school erbij", "daan's idea: school erbij"}) {
    CAPTURE(line);
    CHECK(given_among_ideas(line) == R"(Daan: {"do":"Say","kind":"idea","text":"school erbij"})");
  }
  for (const auto* line : {"ter info: oma is ziek", "notitie: oma is ziek", "fyi: oma is ziek"}) {
    CAPTURE(line);
    CHECK(among_ideas(line).ends_with(std::string("| Daan: ") + line));
  }
}

TEST_CASE("what is agreed in a sentence is offered as the action of who does it", "[desk][guided][days]") {
  CHECK(among_ideas("we spreken af dat noor de school belt").ends_with("| actie Noor van Dam: belt de school"));
  CHECK(among_ideas("we spreken af dat noor vrijdag de school belt")
            .ends_with("| actie Noor van Dam: belt de school; vrijdag; "));
  CHECK(among_ideas("we agreed that daan rings the school on Friday")
            .ends_with("| actie Daan: rings the school; on Friday; "));
  CHECK(among_ideas("afgesproken: daan belt de bank voor vrijdag")
            .ends_with("| actie Daan: belt de bank; voor vrijdag; "));
  CHECK(among_ideas("afgesproken: we beginnen met school").ends_with("| Daan keuze: we beginnen met school"));
  CHECK_FALSE(has(among_ideas("we spreken af dat oma meekomt"), "actie"));
}

TEST_CASE("a score may stand behind the colon, and what shows it is asked", "[desk][guided]") {
  const auto score = given("cijfer noor 7: zij slaapt");
  REQUIRE(has(score, R"("do":"GiveScore")"));
  for (const auto* line :
       {"cijfer noor: 7 want zij slaapt", "cijfer noor: 7, zij slaapt", "score noor: 7 zij slaapt"}) {
    CAPTURE(line);
    CHECK(given(line) == score);
  }
  CHECK(asked_back("cijfer noor: 7").ends_with("| cijfer Noor van Dam 7: "));
  for (const auto* line : {"cijfer noor: zij slaapt", "cijfer noor: 70 euro"}) {
    CAPTURE(line);
    CHECK(given(line) == "not a command");
  }
}

TEST_CASE("a short word that may be a day is none in a sentence", "[desk][guided][days]") {
  for (const auto* line : {"daan komt zo terug", "ria will do the shopping", "daan belt ma straks even op"}) {
    CAPTURE(line);
    CHECK_FALSE(has(among_ideas(line), "; zo"));
    CHECK_FALSE(has(among_ideas(line), "; do"));
    CHECK_FALSE(has(among_ideas(line), "; ma"));
  }
  CHECK(among_ideas("daan belt vr de school").ends_with("| actie Daan: belt de school; vr; "));
}

TEST_CASE("who leads and who is not there is asked about as people say it", "[desk][guided]") {
  for (const auto* line : {"daan is voorzitter", "daan zit voor", "daan is the chair", "Daan leidt het gesprek"}) {
    CAPTURE(line);
    CHECK(among_ideas(line).ends_with("| voorzitter Daan"));
  }
  const auto chair = meant("voorzitter is daan", with_ideas());
  REQUIRE(std::holds_alternative<desk::SteerMeeting>(chair));
  CHECK(std::get<desk::SteerMeeting>(chair).what == desk::Ask::chair);
  CHECK(std::get<desk::SteerMeeting>(chair).about == "Daan");
  for (const auto* line : {"daan is er niet", "daan is afwezig", "daan isn't here"})
    CHECK(among_ideas(line).ends_with("| weg Daan"));
  CHECK(given_among_ideas("daan - feit: hij is 13") == given_among_ideas("daan feit: hij is 13"));
}

TEST_CASE("more ways to say a word of the meeting are asked back", "[desk][guided][days]") {
  for (const auto* line : {"neem dat terug", "maak dat ongedaan", "undo that", "take that back"})
    CHECK(among_ideas(line).ends_with("| ongedaan"));
  for (const auto* line : {"sla over", "overslaan", "skip"}) CHECK(among_ideas(line).ends_with("| pas"));
  CHECK(among_ideas("over een maand weer").ends_with("| terugkijken over een maand"));
  CHECK(among_ideas("see you in two weeks").ends_with("| terugkijken in two weeks"));
  CHECK(among_ideas("we spreken mevr over 2 wkn weer, di").ends_with("| terugkijken over 2 wkn di"));
  CHECK(among_ideas("we spreken haar over 2 weken weer, vrijdag").ends_with("| terugkijken over 2 weken vrijdag"));
  CHECK(among_ideas("we spreken meneer vrijdag weer").ends_with("| terugkijken vrijdag"));
  CHECK(among_ideas("we see her again in two weeks").ends_with("| terugkijken in two weeks"));
  CHECK_FALSE(has(among_ideas("we spreken mevr over 2 wkn weer, zegt ze"), "terugkijken"));
  for (const auto* line : {"wie is er aan de beurt?", "whose turn is it?"}) {
    CAPTURE(line);
    const auto answer = meant(line, with_ideas());
    REQUIRE(std::holds_alternative<desk::LookAt>(answer));
    CHECK(std::get<desk::LookAt>(answer).what == desk::Ask::step);
  }
  // In a sentence they are what somebody says.
  for (const std::string line : {"neem dat terug naar huis", "wij zien elkaar weer op school"})
    CHECK(among_ideas(line).ends_with("| Daan: " + line));
}

TEST_CASE("two who do something on a day are offered as an action of the first", "[desk][guided][days]") {
  CHECK(among_ideas("noor en ria gaan dinsdag naar de huisarts")
            .ends_with("| actie Noor van Dam: samen met Ria gaan naar de huisarts; dinsdag; "));
  CHECK(among_ideas("noor and ria are going to the GP on Friday")
            .ends_with("| actie Noor van Dam: samen met Ria are going to the GP; on Friday; "));
  // What is denied, and what was, is told.
  for (const std::string line : {"noor en ria gaan niet dinsdag langs", "noor en ria waren dinsdag bij de huisarts"})
    CHECK(among_ideas(line).ends_with("| Daan: " + line));
  CHECK_FALSE(has(among_ideas("noor vertelt dat hij 2 weken geleden viel"), "actie"));
}

TEST_CASE("a day and no more is nobody's words", "[desk][guided][days]") {
  for (const std::string line : {"3 december", "over twee weken", "over een maand", "in a month", "in a fortnight"}) {
    const auto asked = among_ideas(line);
    CHECK(asked.starts_with('\'' + line + "' is een dag, en nog niet bewaard."));
    CHECK(asked.ends_with("| terugkijken " + line));
  }
  CHECK(among_ideas("elke vrijdag").starts_with("'elke vrijdag' komt steeds terug, en is nog niet bewaard."));
  CHECK(among_ideas("elke vrijdag").ends_with("| "));
  // "over" is still to come, and without it that was two weeks ago.
  CHECK(among_ideas("over 2 weken terug").ends_with("| terugkijken over 2 weken"));
  CHECK(among_ideas("volgende week maandag terug").ends_with("| terugkijken volgende week maandag"));
  CHECK_FALSE(has(among_ideas("2 weken terug"), "terugkijken"));
  CHECK_FALSE(has(among_ideas("drie weken terug"), "terugkijken"));
}

TEST_CASE("a wish in the verb is that kind, where wishes are known", "[desk][guided]") {
  for (const auto* line : {"noor wil: rust in huis", "noor wants: rust in huis", "noor would like: rust in huis"}) {
    CAPTURE(line);
    CHECK(given(line) == R"(Noor van Dam: {"do":"Say","kind":"wish","text":"rust in huis"})");
  }
  CHECK(has(given_among_ideas("noor wil: rust in huis"), R"("text":"wil rust in huis")"));
}

TEST_CASE("who says they have no question lets the turn go by, and a face of signs is no words", "[desk][guided]") {
  for (const auto* line :
       {"ria: geen vraag", "ria heeft geen vragen", "ria: no more questions", "ria has no questions"}) {
    CAPTURE(line);
    CHECK(given(line) == R"(Ria: {"do":"Pass"})");
  }
  for (const auto* line : {"geen vragen meer", "niemand meer vragen", "no more questions"}) {
    CAPTURE(line);
    CHECK(asked_back(line).ends_with("| verder"));
  }
  for (const auto* line : {":)", ":-)"}) CHECK(among_ideas(line).starts_with("dit is niet bewaard."));
}

TEST_CASE("a verb of saying of two words, and a sign behind a kind, are no part of what is said", "[desk][guided]") {
  CHECK(has(given_among_ideas("daan merkt op: zij slaapt"), R"("text":"zij slaapt")"));
  CHECK(has(given_among_ideas("daan notes: zij slaapt"), R"("text":"zij slaapt")"));
  CHECK(among_ideas("zij wil: rust").ends_with("| Daan: zij wil: rust"));
  CHECK(among_ideas("noor en ria gaan samen dinsdag langs")
            .ends_with("| actie Noor van Dam: samen met Ria gaan langs; dinsdag; "));
}

TEST_CASE("a number behind the word action is nobody, and what was said leaves no table", "[desk][guided]") {
  CHECK(has(given("actie 1: bellen; woensdag; ria"), R"("do":"AddAction")"));
  CHECK(given("actie 1: bellen; woensdag; ria") == given("actie: bellen; woensdag; ria"));
  for (const auto* line : {"weg b1", "streep b1", "cross out b1"}) {
    CAPTURE(line);
    CHECK(asked_back(line).starts_with("je wilt dit terugnemen?"));
  }
  const auto ready = meant("klaar!");
  REQUIRE(std::holds_alternative<desk::SteerMeeting>(ready));
  CHECK(std::get<desk::SteerMeeting>(ready).what == desk::Ask::ready);
  for (const auto* line : {"evaluatie 12 januari", "evalueren 12 januari", "volgende afspraak 12 januari"}) {
    CAPTURE(line);
    CHECK(among_ideas(line).ends_with("| terugkijken 12 januari"));
  }
}

TEST_CASE("a name without its colon is who says it where nobody else can be meant, and asked about elsewhere",
          "[desk][guided]") {
  auto table = at_table();
  table.kinds = {{"fact", "feit"}, {"wish", "wens van de inwoner"}};
  for (const std::string text : {"ze doet de post niet open", "nee nog niet, ze durft niet", "er is ook een zus",
                                 "hij komt elke zondag", "she is tired of it"}) {
    CAPTURE(text);
    const auto answer = meant("daan " + text, table);
    CHECK(given(answer) == R"(Daan: {"do":"Say","kind":"","text":")" + text + R"("})");
    REQUIRE(std::holds_alternative<desk::GiveCommand>(answer));
    CHECK(std::get<desk::GiveCommand>(answer).note == "de dubbele punt ontbrak: dit staat er nu als woorden van Daan");
  }
  // Of who does not have the floor, who is spoken to, who does something, and in a question, it is asked.
  for (const auto* line : {"samira ze doet de post niet open", "daan ik vind dat je dat goed deed",
                           "daan moeder heeft schulden", "daan ze komt toch wel?", "daan ze slaapt"}) {
    CAPTURE(line);
    CHECK(given(meant(line, table)) == "not a command");
  }
  table.stage.safety = Safety::acute;
  CHECK(given(meant("daan ze doet de post niet open", table)) == "not a command");
}

}  // namespace casus::test
