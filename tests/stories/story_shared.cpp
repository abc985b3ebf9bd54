// SPDX-License-Identifier: EUPL-1.2
// What leaves the program: the same case for the team, the resident and somebody outside; and files for programs that
// we did not write.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {
namespace {

using Catch::Matchers::Contains;
using nlohmann::json;

/// Done without complaint; what it answered.
std::string typed(const Home& home, const std::string& line) {
  const auto ran = home.type(line);
  INFO(line << "\n" << ran.out << ran.err);
  REQUIRE(ran.exit == 0);
  return ran.out;
}

/// A case with a resident, a neighbour in the network and two actions.
void begin_shared(const Home& home) {
  typed(home, "casus team init 'Wijkteam Noord' --method werf/werf");
  typed(home,
        "casus case open 'Vrouw alleen, stapels post' --id 2026-001 --privacy agreed --basis wmo "
        "--purpose 'Een eerste stap vinden' --neighbourhood Noord --as Noor");
  typed(home, "casus case join 2026-001 Samira --role chair --as Noor");
  typed(home, "casus case join 2026-001 'Mevrouw De Wit' --role resident --external --as Noor");
  typed(home, "casus network add 2026-001 'Joke Vonk' --shell friend --quadrant peers --relation buurvrouw --as Noor");
  typed(home,
        "casus case question 2026-001 'Hoe krijgt zij weer grip op de post?' --hoped-for 'Een eerste stap' --as Noor");
  typed(home, "casus case next 2026-001 --as Samira");
  typed(home,
        "casus plan action 2026-001 'Samen met Joke de post openen; bel 06-12345678' --who Noor --by-when +7d "
        "--checks Samira --rung netwerk --as Noor");
  typed(home,
        "casus plan action 2026-001 '=HYPERLINK(\"http://x\")' --who Samira --by-when +9d --checks Noor "
        "--rung netwerk --as Noor");
}

}  // namespace

TEST_CASE("the team, the resident and an outsider each see what they may", "[stories][access]") {
  const Home home;
  begin_shared(home);
  const auto team = typed(home, "casus case export 2026-001 --as Samira");
  CHECK_THAT(team, Contains("Joke Vonk"));
  CHECK_THAT(team, Contains("06-12345678"));

  for (const auto* verb : {"case show", "case history", "case export"}) {
    const auto own = typed(home, std::string("casus ") + verb + " 2026-001 --as 'Mevrouw De Wit'");
    INFO(verb);
    CHECK_THAT(own, Contains("Uittreksel voor Mevrouw De Wit"));
    CHECK_THAT(own, !Contains("Joke"));
    CHECK_THAT(own, !Contains("06-12345678"));
    // On a screen without the marks of a file.
    const bool file = std::string_view(verb) == "case export";
    CHECK_THAT(own, Contains(file ? "Samen met \\[iemand anders\\] de post openen" : "[iemand anders]"));
    CHECK((own.find("# Uittreksel") != std::string::npos) == file);
    CHECK_THAT(own, Contains("Wie uw gegevens heeft gezien"));
  }

  for (const auto* verb : {"case show", "case history", "case why", "case suggest", "case export", "case seen",
                           "plan show", "network show", "network map", "method fidelity"}) {
    const auto ran = home.type(std::string("casus ") + verb + " 2026-001 --as Piet");
    INFO(verb);
    CHECK(ran.exit == 1);
    CHECK(ran.out.empty());
    CHECK(ran.err ==
          "kan niet: Casus 2026-001 bestaat (open, analyse). Piet zit daar niet aan tafel en ziet daarom niet wat erin "
          "staat.\n"
          "doe dit: Vraag het Noor (inbrenger). Moet je er nu in? Zeg waarom: casus " +
              std::string(verb) +
              " 2026-001 --as Piet --because \"...\". Dat wordt vastgelegd; de inwoner en iedereen aan tafel kunnen "
              "het teruglezen.\n");
  }
  const auto in = typed(home, "casus case export 2026-001 --as Piet --because 'Noor is ziek'");
  CHECK_THAT(in, Contains("Joke Vonk"));
  const auto log = typed(home, "casus case seen 2026-001 --as Noor");
  CHECK_THAT(log, Contains("niet aan tafel, met"));
  const auto extract = typed(home, "casus case export 2026-001 --for resident --as Noor");
  CHECK_THAT(extract, Contains("Piet"));
  CHECK_THAT(extract, Contains("niet aan tafel, met als reden: Noor is ziek"));
  const auto looks = json::parse(typed(home, "casus case seen 2026-001 --as Noor --json")).at("looks");
  CHECK(looks.size() == 16);  // 1 team, 3 resident, 10 refused, 1 with a reason, 1 extract
  CHECK_THAT(typed(home, "casus store verify"), Contains("alles klopt"));
}

TEST_CASE("the extract as a page is written, and asks to be read before it is given", "[stories][access]") {
  const Home home;
  begin_shared(home);
  CHECK(typed(home, "casus case export 2026-001 --for resident --format html --out u.html --as Noor") ==
        "uittreksel geschreven: u.html; lees het na voordat je het geeft\n");
  CHECK_THAT(content_of(home.folder() / "u.html"), Contains("Uittreksel voor Mevrouw De Wit"));
  const auto ran = home.type("casus case export 2026-001 --with-safety --as Noor");
  CHECK(ran.exit == 2);
  CHECK_THAT(ran.err, Contains("--with-safety en --resident horen bij --for inwoner"));
}

TEST_CASE("a calendar program reads the calendar file", "[stories][calendar]") {
  const Home home;
  begin_shared(home);
  typed(home, "casus meeting plan --date +7d --as Noor");
  CHECK_THAT(typed(home, "casus team calendar --out alles.ics"), Contains("zonder persoonlijke tekst"));
  const auto bytes = content_of(home.folder() / "alles.ics");
  CHECK_THAT(bytes, !Contains("Joke") && !Contains("Samira"));
  if (home.type("command -v calcurse").exit != 0) {
    WARN("calcurse is not on this machine: the calendar is not read");
    return;
  }
  typed(home, "mkdir agenda && calcurse -D agenda -q -i alles.ics");
  const auto shown = typed(home, "calcurse -D agenda -Q --days 30");
  CHECK_THAT(shown, Contains("Actie klaar: casus 2026-001, actie a1"));
  CHECK_THAT(shown, Contains("Actie klaar: casus 2026-001, actie a2"));
  CHECK_THAT(shown, Contains("Casusberaad, 90 minuten"));

  typed(home, "casus team calendar --as Samira --texts --out samira.ics");
  typed(home, "mkdir twee && calcurse -D twee -q -i samira.ics");
  const auto hers = typed(home, "calcurse -D twee -Q --days 30");
  CHECK_THAT(hers, Contains("Actie nakijken: casus 2026-001, actie a1: Samen met Joke de post openen"));
}

TEST_CASE("the pages of a meeting, a plan, an evaluation and a dossier pass a validator", "[stories][html]") {
  const Home home;
  typed(home, "casus team init 'Wijkteam <Noord> & \"Zuid\"'");
  for (const std::string name : {"Noor", "Samira", "Daan"}) typed(home, "casus team add " + name);
  typed(
      home,
      "casus case open 'Moeder & <twee> kinderen' --id 2026-001 --privacy anonymous --basis wmo --purpose 'Meedenken' "
      "--as Noor");
  typed(home, "casus meeting ask 2026-001 'Hoe help ik <haar> & hem?' --as Noor");
  typed(home, "casus meeting plan --date vandaag --as Noor");
  typed(home, "casus meeting start --present Noor --present Samira --present Daan --as Noor");
  typed(home, "casus meeting take 2026-001 --as Noor");
  typed(home, "casus meeting finish --as Noor");
  for (const std::string page : {"meeting minutes", "plan show 2026-001", "plan show 2026-001 --for inwoner",
                                 "case evaluation 2026-001", "case export 2026-001", "network show 2026-001"}) {
    INFO(page);
    typed(home, "casus " + page + " --format html --out page.html --overwrite --as Noor");
    CHECK(home.type("xmllint --noout page.html").exit == 0);
    if (home.type("command -v tidy").exit != 0) {
      WARN("tidy is not on this machine: the pages are parsed only");
      continue;
    }
    const auto ran = home.type("tidy -quiet -errors -utf8 --show-info no --warn-proprietary-attributes no page.html");
    INFO(ran.err);
    CHECK(ran.exit == 0);
  }
}

TEST_CASE("a spreadsheet reads the tables, and takes no cell for a formula", "[stories][csv]") {
  const Home home;
  begin_shared(home);
  CHECK(typed(home, "casus team export acties --out a.csv --bom --semicolon --as Noor") ==
        "2 regels geschreven in a.csv; dit bestand is niet verzegeld: wis het na gebruik\n");
  CHECK_THAT(content_of(home.folder() / "a.csv"), Contains(";\"'=HYPERLINK(\"\"http://x\"\")\";"));
  typed(home, "casus team export casussen --out c.csv --as Noor");
  CHECK_THAT(typed(home, "casus team export cases --out leeg.csv --as Piet"),
             Contains("1 casus niet: daar zit je niet aan tafel"));
  if (home.type("command -v ssconvert").exit != 0) {
    WARN("ssconvert is not on this machine: the tables are not read");
    return;
  }
  typed(home, "ssconvert a.csv a.xlsx 2>/dev/null");
  typed(home, "ssconvert a.xlsx weer.csv 2>/dev/null");
  const auto again = content_of(home.folder() / "weer.csv");
  CHECK_THAT(again, Contains("Samen met Joke de post openen; bel 06-12345678"));
  CHECK_THAT(again, Contains("=HYPERLINK("));  // as text: a formula would come back as its value
  typed(home, "ssconvert c.csv c.xlsx 2>/dev/null && ssconvert c.xlsx c2.csv 2>/dev/null");
  CHECK_THAT(content_of(home.folder() / "c2.csv"), Contains("Vrouw alleen, stapels post"));
}

TEST_CASE("a list from a spreadsheet is checked, read once, and not half", "[stories][import]") {
  const Home home;
  home.folder().write("goed.csv",
                      "Zaaknr;Omschrijving;Vraag\r\n17;Man alleen;Wie ziet hij graag?\r\n18;Moeder met zoon;\r\n");
  home.folder().write("fout.csv", "id,titel\nc-1,goed\n,zonder\nc-3,bel 0612345678\n");
  const std::string with = " --privacy anonymous --basis wmo --purpose 'Een plan' --method werf/werf --as Noor";
  CHECK(typed(home, "casus case import goed.csv --map Zaaknr=id --dry-run" + with) ==
        "alles klopt. Te openen: 2 casussen; er al: 0. Er is niets bewaard\n");
  CHECK(typed(home, "casus case import goed.csv --map Zaaknr=id" + with) == "geopend: 2 casussen; er al: 0\n");
  CHECK(typed(home, "casus case import goed.csv --map Zaaknr=id" + with) == "geopend: 0 casussen; er al: 2\n");
  const auto ran = home.type("casus case import fout.csv" + with);
  CHECK(ran.exit == 2);
  CHECK(ran.err ==
        "fout.csv: regel 3: deze casus heeft geen nummer\n"
        "  doe dit: geef elke casus een eigen nummer\n"
        "fout.csv: regel 4, kolom 'titel': hier staat een telefoonnummer: '0612345678'\n"
        "  doe dit: haal het weg; beschrijf de casus met rolwoorden\n"
        "er is niets bewaard; verbeter deze regels en probeer het opnieuw met de lijst\n");
  const auto document = json::parse(home.type("casus case import fout.csv --json" + with).out);
  CHECK(document.at("problems").size() == 2);
  CHECK(json::parse(typed(home, "casus case list --json")).at("cases").size() == 2);
}

}  // namespace casus::test
