// SPDX-License-Identifier: EUPL-1.2
// What a line lacks is asked on a terminal, one question at a time: a real pseudo-terminal, and what its window shows.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/has.hpp"

namespace casus::test {
namespace {

const std::string kBreak = "\x03";  ///< Ctrl-C

void sees(PseudoTerminal& at, const std::string& text) {
  const bool seen = at.shows(text);
  INFO("waited for: " << text << "\nin the window:\n" << at.window());
  REQUIRE(seen);
}

/// Types an answer, and waits until the window shows what came of it.
void answer(PseudoTerminal& at, const std::string& typed, const std::string& next) {
  at.type(typed + '\r');
  INFO("after: " << typed);
  sees(at, next);
}

}  // namespace

TEST_CASE("a case that is opened with nothing said asks for all that it needs, one thing at a time", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus team init 'Wijkteam Voorbeeld'").exit == 0);
  REQUIRE(home.type("casus team add Noor").exit == 0);
  const auto kept = [&](const std::string& id) {
    return home.type("casus case history " + id + " --json --as Noor").out;
  };
  auto at = home.in_terminal({"case", "open", "--id", "verzonnen", "--as", "Noor"});
  sees(*at, "vraag 1 van 4: Hoe noemen jullie deze casus?");
  answer(*at, "Verzonnen huishouden", "1  zonder naam besproken");
  answer(*at, "onzin", "staat niet in de lijst");
  answer(*at, "1", "Op welke grond");
  answer(*at, "wmo en iets anders", "staat niet in de lijst");
  answer(*at, "wmo 2015 en jeugdwet", "vraag 4 van 4: Waarvoor bespreken jullie deze casus?");
  answer(*at, "Een eerste stap", "opende de casus");
  CHECK(at->finish() == 0);
  const auto opened = kept("verzonnen");
  CHECK(has(opened, "\"wmo\""));
  CHECK(has(opened, "\"jeugdwet\""));
  // Who it is is asked before the first question, and not after the last.
  at = home.in_terminal({"case", "open", "--id", "derde"});
  sees(*at, "Wie ben je?");
  answer(*at, "Noor", "vraag 1 van 4");
  for (const auto* typed : {"Derde huishouden", "1", "wmo 2015"}) answer(*at, typed, "vraag ");
  answer(*at, "Een eerste stap", "opende de casus");
  CHECK(at->finish() == 0);
  at = home.in_terminal({"case", "open", "Nog een huishouden", "--as", "Noor"});
  answer(*at, "anoniem", "Op welke grond");
  // Enter hit once too often throws nothing away, and who answered wrongly goes back: there no law is an answer.
  answer(*at, "", "Hier is een antwoord nodig");
  at->type("terug\r");
  answer(*at, "jeugdwet", "'jeugdwet' staat niet in de lijst");
  at->type("afgesproken\r");
  answer(*at, "stop", "Gestopt; er is niets bewaard.");
  CHECK(at->finish() == 2);
  // Ctrl-C says the same, at the first question and in the middle of a line.
  at = home.in_terminal({"case", "open", "Nog een huishouden"});
  sees(*at, "Wie ben je?");
  at->type("N");
  sees(*at, "> N");
  at->type(kBreak);
  sees(*at, "Gestopt; er is niets bewaard.");
  CHECK(at->finish() == 2);
  at = home.in_terminal({"case", "open", "--id", "vierde", "--as", "Noor"});
  answer(*at, "Vierde huishouden", "Hoe doet de inwoner mee");
  at->type("zonder n");
  sees(*at, "> zonder n");
  at->type(kBreak);
  sees(*at, "Gestopt; er is niets bewaard.");
  CHECK(at->finish() == 2);
  CHECK_FALSE(has(home.type("casus case list --json --as Noor").out, "Vierde huishouden"));
}

}  // namespace casus::test
