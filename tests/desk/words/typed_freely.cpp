// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/lines_at_table.hpp"
#include "tests/support/has.hpp"

// Lines as a note taker types them without thinking of the program: what went wrong is put right in passing, the name
// stands behind it, somebody of the circle does something. What is not sure is asked, with every word that was typed.

namespace casus::test {
namespace {

/// She presents; she tells, or chooses.
service::Table told_freely(const std::string& words, std::string_view key = "fact") {
  auto table = just_told(words);
  table.presenter = "Noor van Dam";
  if (key == "choice") table.kinds = {{"choice", "keuze"}};
  return table;
}

}  // namespace

TEST_CASE("a word beside those that stay is put right in the last line, and is asked", "[desk][guided][mending]") {
  struct Row {
    const char *said, *line, *now;
  };
  for (const auto& [said, line, now] :
       {Row{"dat zijn er drie keer in de week", "oeps, vier keer", "dat zijn er vier keer in de week"},
        Row{"ja, morgen gebeld", "oeps gisteren gebeld", "ja, gisteren gebeld"},
        Row{"hij was bij de huisarts.", "foutje, bij de tandarts", "hij was bij de tandarts."},
        Row{"zij begint om half acht met werken", "noor: o nee, kwart voor acht",
            "zij begint kwart voor acht met werken"}}) {
    CAPTURE(line);
    CHECK(asked_back(line, told_freely(said)).ends_with(std::string("| corrigeer b4: ") + now));
  }
}

TEST_CASE("where it is not sure what went wrong, the last line is shown and nothing is changed or taken back",
          "[desk][guided][mending]") {
  const auto table = told_freely("de brief kwam 2 weken geleden");
  for (const auto* line : {"oeps dat klopt niet helemaal", "o nee, het ging over haar zus en haar moeder"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, table), "klopt dit niet: 'de brief kwam 2 weken geleden'?"));
    CHECK(asked_back(line, table).ends_with("| corrigeer b4: de brief kwam 2 weken geleden"));
  }
  for (const auto* line : {"oeps", "foutje", "o nee", "oops", "schrap dat laatste"}) {
    CAPTURE(line);
    CHECK(asked_back(line, table).ends_with("| ongedaan"));
  }
}

TEST_CASE("danger behind 'oeps' or 'o nee' is asked about, and takes nothing back", "[desk][guided][R14]") {
  const auto table = told_freely("de brief kwam 2 weken geleden");
  auto unseen = table;
  unseen.hidden = true;
  for (const auto* line :
       {"o nee, vader slaat de kinderen", "oeps vader slaat de kinderen", "oh no, vader slaat de kinderen",
        "vader slaat de kinderen - daan", "oeps vader slaat kinderen"}) {
    CAPTURE(line);
    for (const auto& at : {table, unseen}) {
      const auto asked = asked_back(line, at);
      CHECK(has(asked, "slaat"));
      CHECK_FALSE(has(asked, "klopt dit niet"));
      CHECK_FALSE(asked.ends_with("| ongedaan"));
    }
  }
  CHECK(has(asked_back("o nee, vader slaat de kinderen", table), "| gevaar: o nee, vader slaat de kinderen"));
  CHECK_FALSE(asked_back("o nee hij viel", unseen).ends_with("| ongedaan"));
  CHECK(asked_back("oh nee, foutje", table).ends_with("| ongedaan"));
}

TEST_CASE("whose words they are is read behind them, and behind a name that was wrong", "[desk][guided]") {
  CHECK(asked_back("knap dat ze volhoudt - ria").ends_with("| Ria: knap dat ze volhoudt"));
  CHECK(asked_back("ria, nee daan: Hoe laat is dat?").ends_with("| Daan: Hoe laat is dat?"));
  CHECK(asked_back("grapje van ria: de hond lacht").ends_with("| Ria: grapje: de hond lacht"));
  CHECK(asked_back("vraag van ria: Hoe laat is dat?").ends_with("| Ria vraag: Hoe laat is dat?"));
  CHECK(given("noor van dam: Zij slaapt").starts_with("Noor van Dam: "));
}

TEST_CASE("numbers of several answers in one line stay, and that of a list goes", "[desk][guided]") {
  CHECK(asked_back("1) nee 2) die ligt er al").ends_with("1) nee 2) die ligt er al"));
  CHECK(given("1) daan: Hoe laat is dat?").starts_with("Daan: "));
}

TEST_CASE("one word is the answer of who was asked something", "[desk][guided]") {
  auto table = at_table();
  CHECK(has(asked_back("14:00", table), "'14:00' ken ik niet"));
  table.seats.front().answers = table.seats.front().asked = true;
  table.seats.front().question = "Hoe laat staat hij op?";
  for (const std::string line : {"14:00", "Zwolle", "nee", "ja"}) {
    CAPTURE(line);
    CHECK(asked_back(line, table).ends_with("| Noor van Dam: " + line));
  }
}

TEST_CASE("where agreements are made, what the circle does is offered as one, and danger comes first",
          "[desk][guided][R14]") {
  const auto table = told_freely("oma", "choice");
  CHECK(has(asked_back("moeder belt zelf de school voor vrijdag", table), "| actie moeder: belt zelf de school; "));
  CHECK(has(asked_back("de dochter regelt zelf een kookplaat", table), "| actie dochter: regelt zelf een kookplaat; "));
  CHECK(has(asked_back("grootmoeder belt zelf de school voor vrijdag", table),
            "| actie grootmoeder: belt zelf de school; "));
  CHECK(has(asked_back("buurvrouw vragen - daan - vrijdag", table), "| actie Daan: buurvrouw vragen; vrijdag; "));
  CHECK(has(asked_back("daan en ria samen vrijdag langs de huisarts", table),
            "| actie Daan: samen met Ria langs de huisarts; vrijdag; "));
  CHECK(has(asked_back("huisarts bellen - daan", table), "| actie Daan: huisarts bellen; "));
  // On which rung it is stands at the end.
  for (const auto* line : {"oma kookt elke woensdag, netwerk", "oma kookt elke woensdag; netwerk"}) {
    CAPTURE(line);
    CHECK(asked_back(line, table).ends_with("| actie oma: kookt; elke woensdag; netwerk; "));
  }
  CHECK(asked_back("daan kookt elke woensdag; netwerk", table)
            .ends_with("| actie Daan: kookt; elke woensdag; netwerk; "));
  CHECK(asked_back("daan belt vrijdag, vrijwilliger", table).ends_with("| actie Daan: belt; vrijdag; vrijwilliger; "));
  CHECK(asked_back("daan kookt vrijdag, netwerk, ria", table).ends_with("| actie Daan: kookt; vrijdag; Ria; netwerk"));
  CHECK(asked_back("daan cooks every wednesday, network", table)
            .ends_with("| actie Daan: cooks; every wednesday; network; "));
  // What the resident does is on the first.
  CHECK_THAT(asked_back("mevrouw zelf zet elke avond de pillendoos klaar", table),
             Catch::Matchers::EndsWith("| actie mevrouw: zet de pillendoos klaar; elke avond; zelf; "));
  CHECK(asked_back("de cliënt zelf belt vrijdag de school", table)
            .ends_with("| actie cliënt: belt de school; vrijdag; zelf; "));
  CHECK(has(asked_back("vader slaat de kinderen elke avond", table), "| gevaar: vader slaat de kinderen"));
  // Between quotes, so that a screen on which each writes unseen can leave it out.
  for (const auto& [line, what] : {std::pair("de dochter regelt zelf een kookplaat", "'regelt zelf een kookplaat'?"),
                                   std::pair("huisarts bellen - daan", "'huisarts bellen'?")}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, table), what));
  }
  for (const auto* line : {"moeder heeft vrijdag vrij", "moeder belt zelf nooit"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line, table), "| actie moeder"));
  }
  CHECK_FALSE(has(asked_back("moeder belt zelf de school voor vrijdag", told_freely("oma")), "| actie"));
}

TEST_CASE("questions about the meeting itself are answered by the window", "[desk][guided]") {
  for (const auto* line : {"waar zijn we?", "waar waren we?", "wie is er nu?", "where were we?"}) {
    CAPTURE(line);
    CHECK(std::holds_alternative<desk::LookAt>(meant(line)));
  }
  CHECK(has(asked_back("even pauze, koffie"), "parkeer"));
  CHECK(asked_back("kunnen we door?").ends_with("| verder"));
}

}  // namespace casus::test
