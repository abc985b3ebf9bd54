// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/lines_at_table.hpp"

// Half sentences about what was said just before, as tired people type them: each is asked about in the right field.

namespace casus::test {
namespace {

/// A round of ideas in which Ria said one; Daan has the turn, and Mo is there too.
service::Table ideas() {
  auto table = at_table();
  table.presenter = "Noor van Dam";
  table.seats.push_back(seat("p5", "Mo", true));
  table.kinds = {{"idea", "idee"}};
  table.other_kinds = {{"fact", "feit"}, {"wish", "wens van de inwoner"}, {"choice", "keuze"}};
  service::SaidLine said;
  said.id = "b1";
  said.who = "Ria";
  said.text = "met de school praten";
  said.here = true;
  table.said.push_back(said);
  return table;
}

/// Noor tells, and facts, wishes and strengths fit.
service::Table telling_time() {
  auto table = ideas();
  table.kinds = {{"fact", "feit"}, {"wish", "wens van de inwoner"}, {"strength", "kracht"}};
  table.other_kinds = {{"idea", "idee"}};
  return table;
}

std::string of_ideas(const std::string& line) { return asked_back(line, ideas()); }

}  // namespace

TEST_CASE("who leaves the table or comes to it is asked about as that", "[desk][guided]") {
  CHECK(asked_back("ria moet weg") ==
        "gaat Ria van tafel? Enter: ja. Hoort het bij het gesprek? Typ: NAAM: TEKST | weg Ria");
  CHECK(asked_back("daan is naar huis").ends_with("| weg Daan"));
  for (const auto* line :
       {"Ria has to go.", "ria is even weg", "ria komt niet", "ria stepped out", "Ria can't make it"})
    CHECK(asked_back(line).ends_with("| weg Ria"));
  CHECK(asked_back("daan is er weer") ==
        "komt Daan aan tafel? Enter: ja. Hoort het bij het gesprek? Typ: NAAM: TEKST | erbij Daan");
  for (const auto* line : {"yusuf komt binnen", "yusuf schuift aan", "yusuf is back"})
    CHECK(asked_back(line).ends_with("| erbij Yusuf"));
  // Somebody else is a guest, and it is asked who they are.
  const auto guest = meant("joost van de woningbouw schuift aan");
  REQUIRE(std::holds_alternative<desk::Unsure>(guest));
  CHECK(std::get<desk::Unsure>(guest).guest);
  CHECK(std::get<desk::Unsure>(guest).line == "erbij Joost van de woningbouw");
  CHECK(std::get<desk::Unsure>(guest).message.starts_with("'Joost van de woningbouw' is niet van het team."));
  // Whoever is talked about is not at the table.
  for (const std::string line : {"moeder is er weer", "haar zus komt erbij", "moeder moet gaan", "moeder is even weg"})
    CHECK(asked_back(line).ends_with("| Daan: " + line));
}

TEST_CASE("a case is put away with the reason behind it", "[desk][guided]") {
  const auto parked = [](const std::string& line) {
    const auto answer = meant(line);
    const auto* steers = std::get_if<desk::SteerMeeting>(&answer);
    return steers != nullptr && steers->what == desk::Ask::park ? "parked: " + steers->because : "no";
  };
  CHECK(parked("parkeer deze, we wachten op de huisarts") == "parked: we wachten op de huisarts");
  CHECK(parked("parkeer deze: we wachten op de huisarts") == "parked: we wachten op de huisarts");
  CHECK(parked("parkeer dit even omdat Noor belt") == "parked: Noor belt");
  CHECK(parked("park this one, we wait for the gp") == "parked: we wait for the gp");
  CHECK(parked("parkeer deze") == "parked: ");
  CHECK(parked("parkeer tot volgende week") == "parked: ");
  CHECK(parked("parkeer deze auto ergens anders") == "no");
  CHECK(asked_back("kunnen we dit even parkeren").ends_with("| parkeer"));
}

TEST_CASE("the day to look back may stand before the words", "[desk][guided][days]") {
  const auto review = given("terugkijken over zes weken");
  CHECK(review.starts_with(R"(: {"do":"SetReview")"));
  for (const auto* line : {"over zes weken kijken we terug", "we kijken over zes weken terug",
                           "in six weeks we look back", "let's look back in six weeks"}) {
    CAPTURE(line);
    CHECK(given(line) == review);
  }
  for (const auto* line :
       {"over 6 weken kijken we weer", "kijken we over 6 weken weer", "we kijken hier over 6 weken weer naar"})
    CHECK(asked_back(line).ends_with("| terugkijken over 6 weken"));
  CHECK(asked_back("let's look at it again in 6 weeks").ends_with("| terugkijken in 6 weeks"));
  CHECK(asked_back("vroeger kijken we terug").ends_with("| Daan: vroeger kijken we terug"));
}

TEST_CASE("who takes what is talked about is asked with the words of it", "[desk][guided]") {
  for (const auto* line : {"dat doet mo wel", "mo doet dat", "dat pakt mo op", "laat mo dat doen", "mo will do that",
                           "leave that to mo"}) {
    CAPTURE(line);
    CHECK(of_ideas(line).ends_with("| actie Mo: met de school praten; "));
  }
  CHECK(of_ideas("daan: dat doe ik wel").ends_with("| actie Daan: met de school praten; "));
  CHECK(of_ideas("mo gaat dinsdag mee").ends_with("| actie Mo: gaat mee; dinsdag; "));
  CHECK(asked_back("mo vraagt of de school het weet", telling_time()).ends_with("| Mo: vraagt of de school het weet"));
  // Where facts are told nothing of it is an action yet, and a question takes nothing.
  CHECK(asked_back("dat doet mo wel", telling_time()).ends_with("| actie Mo: "));
  CHECK(of_ideas("doet mo dat?").ends_with("| Daan: doet mo dat?"));
  // What was agreed is somebody's already.
  auto agreed = ideas();
  agreed.said.back().id = "a1";
  CHECK(asked_back("dat doet mo wel", agreed).ends_with("| actie Mo: "));
  CHECK(of_ideas("dat doet pijn").ends_with("| Daan: dat doet pijn"));
}

TEST_CASE("another day by itself is of the last action, and asked about", "[desk][guided][days]") {
  auto table = ideas();
  CHECK(asked_back("maak daar maar volgende week van", table).find("omdat") == std::string::npos);
  table.open_actions = {{"a1", "oma bellen"}, {"a2", "school bellen"}};
  CHECK(asked_back("maak daar maar volgende week van", table).starts_with("gaat a2 (school bellen) naar "));
  CHECK(asked_back("maak daar maar volgende week van", table).ends_with("| a2 naar volgende week omdat "));
  for (const auto* line : {"nee vrijdag", "nee, vrijdag", "nee wacht, vrijdag", "doe maar vrijdag"})
    CHECK(asked_back(line, table).ends_with("| a2 naar vrijdag omdat "));
  CHECK(asked_back("make that Friday", table).ends_with("| a2 naar Friday omdat "));
  CHECK(asked_back("a1 moet vrijdag zijn", table).ends_with("| a1 naar vrijdag omdat "));
  CHECK(asked_back("doe maar rustig", table).ends_with("| Daan: doe maar rustig"));
}

TEST_CASE("a kind that is misspelt behind a name is asked about", "[desk][guided]") {
  const auto table = telling_time();
  CHECK(asked_back("noor: krcht: ze kookt goed", table) ==
        "bedoel je kracht? Enter als dat klopt. Anders zet je de soort ervoor: Noor van Dam feit: TEKST | "
        "Noor van Dam kracht: ze kookt goed");
  CHECK(asked_back("noor: wnes: rust", table).ends_with("| Noor van Dam wens: rust"));
  CHECK(given(meant("noor feit: krcht: zo heet de hond", table)) ==
        R"(Noor van Dam: {"do":"Say","kind":"fact","text":"krcht: zo heet de hond"})");
  // Words that are near no kind are what somebody says.
  CHECK(given(meant("noor: huisarts: die belt terug", table)).find(R"("kind":"")") != std::string::npos);
}

TEST_CASE("when the resident is told is never today by mistake", "[desk][guided][days]") {
  auto here = ideas();
  here.resident_here = true;
  const auto morrow = given(meant("vertel noor: wat wij bespraken; morgen", here));
  CHECK(morrow.find(R"("on":"2026-03-04")") != std::string::npos);
  CHECK(given(meant("vertel noor: wat wij bespraken, morgen", here)) == morrow);
  CHECK(asked_back("vertel noor: het plan morgen", here).ends_with("| vertel noor: het plan; morgen"));
  CHECK(asked_back("vertel noor: het morgen aan haar", here).ends_with("| vertel noor: het aan haar; morgen"));
  CHECK(given(meant("vertel noor: wat wij bespraken", here)).find("TellResident") != std::string::npos);
  for (const auto* line : {"noor vertelt het morgen aan haar", "noor vertelt het haar morgen"}) {
    CAPTURE(line);
    CHECK(
        of_ideas(line).ends_with("op woensdag 4 maart 2026? Enter als dat klopt | "
                                 "vertel Noor van Dam: wat we bespraken; morgen"));
  }
  CHECK(of_ideas("noor will tell her tomorrow").ends_with("| vertel Noor van Dam: wat we bespraken; tomorrow"));
  CHECK(of_ideas("mo laat het haar weten").ends_with("| vertel Mo: wat we bespraken; "));
  CHECK(of_ideas("noor vertelt haar dat het kan").find("vertel Noor") == std::string::npos);
}

TEST_CASE("no name and no day behind an action is dropped", "[desk][guided]") {
  CHECK(asked_back("actie: bellen met school, noor, woensdag, ria kijkt mee") ==
        "is dit een afspraak van Noor van Dam, voor woensdag 4 maart 2026, en kijkt Ria het na? Enter als dat klopt | "
        "actie Noor van Dam: bellen met school; woensdag; Ria");
  CHECK(asked_back("action: ring school, noor, wednesday, ria checks")
            .ends_with("| action Noor van Dam: ring school; wednesday; Ria"));
  CHECK(asked_back("actie noor: bellen, dinsdag, vrijdag, ria")
            .starts_with("voor wanneer is dit: 'dinsdag' of 'vrijdag'"));
  CHECK(asked_back("actie noor: bellen; dinsdag; ria; daan").starts_with("wie kijkt dit na: Ria of Daan?"));
  CHECK(asked_back("actie noor: bellen met oma dinsdag ria kijkt na")
            .ends_with("| actie Noor van Dam: bellen met oma; dinsdag; Ria"));
  CHECK(
      asked_back("afspraak ria: school bellen; dinsdag; daan").ends_with("| actie Ria: school bellen; dinsdag; daan"));
  CHECK(given("actie noor: bellen; dinsdag; ria").find(R"("checks":"Ria")") != std::string::npos);
  // Who does it may stand in the text, or in the place of another word.
  CHECK(asked_back("actie: noor belt school; morgen; ria").ends_with("| actie Noor van Dam: belt school; morgen; ria"));
  CHECK(asked_back("noor belt school; morgen; ria").ends_with("| actie Noor van Dam: belt school; morgen; ria"));
  CHECK(asked_back("actie school bellen; noor; morgen; ria kijkt na")
            .ends_with("| actie Noor van Dam: school bellen; morgen; Ria"));
  CHECK(of_ideas("daan: actie school bellen, morgen").ends_with("| actie Daan: school bellen, morgen"));
  auto led = ideas();
  led.acting = "Samira";
  CHECK(
      asked_back("actie ik: school bellen; morgen; ria", led).ends_with("| actie Samira: school bellen; morgen; ria"));
}

TEST_CASE("a decision is asked about as a choice, and small words before a colon are nobody", "[desk][guided]") {
  CHECK(of_ideas("besluit: we beginnen met school") ==
        "is dit een besluit? Enter bewaart het als keuze van Daan | Daan keuze: we beginnen met school");
  CHECK(of_ideas("besluit noor: eerst de school").ends_with("| Noor van Dam keuze: eerst de school"));
  CHECK(asked_back("decision: school first", telling_time()).ends_with("| Daan: decision: school first"));
  CHECK(of_ideas("dus: geen geld").ends_with("| Daan: dus: geen geld"));
  CHECK(of_ideas("noor/ria: samen gezien").ends_with("| Noor van Dam: samen gezien"));
  // A full stop behind a word of the meeting changes nothing.
  for (const auto* line : {"klaar.", "Klaar"}) {
    const auto answer = meant(line, ideas());
    REQUIRE(std::holds_alternative<desk::SteerMeeting>(answer));
    CHECK(std::get<desk::SteerMeeting>(answer).what == desk::Ask::ready);
  }
  CHECK(of_ideas("noor: wens is rust").ends_with("| Noor van Dam wens van de inwoner: rust"));
}

TEST_CASE("a number in front says what a line is about that is wrong or must go", "[desk][guided][mending]") {
  CHECK(asked_back("b3 klopt niet, het is april") ==
        "klopt b3 niet? Typ achter de dubbele punt hoe het moet zijn. Moet de regel weg? Typ: trek b3 in | corrigeer "
        "b3: ");
  CHECK(asked_back("g1 is wrong").ends_with("| corrigeer g1: "));
  for (const auto* line : {"b3 moet weg", "b3 kan weg", "b3 must go"})
    CHECK(asked_back(line).ends_with("| trek b3 in"));
  CHECK(asked_back("a1 niet doen").ends_with("| trek a1 in"));
  CHECK(asked_back("b12 vitamine klopt niet").ends_with("| Daan: b12 vitamine klopt niet"));
}

TEST_CASE("to whom somebody answers may stand behind the kind without a word for it", "[desk][guided]") {
  auto table = at_table();
  table.kinds = {{"question", "vraag"}, {"answer", "antwoord"}};
  const auto read = [&](const std::string& line) { return given(meant(line, table)); };
  CHECK(read("noor antwoord ria: geen schulden").find(R"("to":"Ria")") != std::string::npos);
  CHECK(read("noor antwoord ria: geen schulden") == read("noor antwoord aan ria: geen schulden"));
  CHECK(read("daan vraag noor: hoe oud is hij?") == read("daan vraag aan noor: hoe oud is hij?"));
}

}  // namespace casus::test
