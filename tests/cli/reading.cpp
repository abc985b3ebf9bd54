// SPDX-License-Identifier: EUPL-1.2
#include "cli/typed/tree.hpp"
#include "tests/support/catch.hpp"

namespace casus::test {

namespace {

using Told = std::vector<std::string>;

cli::Parsed parsed(const std::vector<std::string>& arguments, Lang lang = Lang::nl) {
  return cli::parse(arguments, cli::Globals{.lang = lang}, {lang, *date_from("2026-03-02")});
}

Told wrong_when_typed(const std::vector<std::string>& arguments, Lang lang = Lang::nl) {
  const auto line = parsed(arguments, lang);
  CHECK((line.outcome == cli::Parsed::Outcome::usage) == !line.problems.empty());
  return line.problems;
}

}  // namespace

TEST_CASE("a mistyped noun, verb or verb below a verb gets the nearest name", "[cli]") {
  CHECK(wrong_when_typed({"cas", "list"})
            .front()
            .starts_with("'cas' ken ik niet (bedoelde je 'case'?); kies uit: case, "));
  CHECK(wrong_when_typed({"case", "hstory"})
            .front()
            .starts_with("'casus case' kent geen 'hstory' (bedoelde je 'history'?)"));
  CHECK(wrong_when_typed({"case", "safety", "accute", "x"}, Lang::en) ==
        Told{"'casus case safety' has no 'accute' (did you mean 'acute'?); choose: show, concern, step, acute, handle, "
             "clear"});
}

TEST_CASE("a line copied with the full stop of its sentence is read without it, and no further", "[cli]") {
  CHECK(parsed({"case", "list."}).path == "case list");
  CHECK(parsed({"case", "list."}).outcome == cli::Parsed::Outcome::run);
  CHECK(parsed({"case.", "safety.", "show.", "2026-001"}).path == "case safety show");
  CHECK(wrong_when_typed({"case", "list.."}).front().starts_with("'casus case' kent geen 'list..'"));
  CHECK(wrong_when_typed({"case", "."}).front().starts_with("'casus case' kent geen '.'"));
}

TEST_CASE("a mistyped option gets the nearest name, of the verb or of all verbs", "[cli]") {
  CHECK(wrong_when_typed({"case", "pause", "2026-001", "--becuase", "x"}) ==
        Told{"'casus case pause' kent geen --becuase (bedoelde je '--because'?)"});
  CHECK(wrong_when_typed({"case", "pause", "2026-001", "x"}).back() ==
        "'x' is te veel: hier past geen woord meer, alleen nog een optie met -- ervoor");
  CHECK(wrong_when_typed({"case", "show", "2026-001", "--jsn"}, Lang::en) ==
        Told{"'casus case show' has no --jsn (did you mean '--json'?)"});
}

TEST_CASE("what comes again is taken as the day of an action, and asked about where one day is meant", "[cli][days]") {
  for (const auto* typed : {"elke woensdag", "every Wednesday", "iedere woensdag"}) {
    CAPTURE(typed);
    CHECK(wrong_when_typed({"plan", "action", "2026-001", "Bij oma eten", "--by-when", typed}).empty());
    CHECK(wrong_when_typed({"plan", "action", "2026-001", "Bij oma eten", "--by-when", typed, "--repeats", typed})
              .empty());
  }
  CHECK(wrong_when_typed({"plan", "action", "2026-001", "Bij oma eten", "--by-when", "elke woensdag", "--repeats",
                          "elke vrijdag"}) ==
        Told{"--repeats: 'elke vrijdag' is anders dan wat bij --by-when staat, en dat komt ook steeds terug. Geef er "
             "één van de twee."});
  // A first day and what comes again are not the same thing.
  CHECK(wrong_when_typed(
            {"plan", "action", "2026-001", "Bij oma eten", "--by-when", "4 maart", "--repeats", "elke woensdag"})
            .empty());
  CHECK(wrong_when_typed({"case", "review", "2026-001", "elke woensdag"}) ==
        Told{"DAY: 'elke woensdag' komt steeds terug, en hier past maar één dag. Bedoel je woensdag 4 maart 2026? Typ "
             "dan die dag."});
}

TEST_CASE("a text or a day at the end of a line needs no quotation marks", "[cli]") {
  for (const auto& line :
       {Told{"case", "say", "2026-001", "feit", "Oma", "belt", "vaak"},
        Told{"case", "say", "2026-001", "Oma", "belt", "vaak"},
        Told{"case", "question", "2026-001", "Hoe", "nu", "verder?"},
        Told{"plan", "goal", "2026-001", "Elke", "week", "post"},
        Told{"plan", "action", "2026-001", "Zus", "bellen", "--who", "Noor", "--by-when", "woensdag"},
        Told{"case", "tell", "2026-001", "Wat", "wij", "bespraken"},
        Told{"case", "review", "2026-001", "over", "6", "weken"}, Told{"case", "review", "2026-001", "2", "december"},
        Told{"case", "find", "post", "blijft", "dicht"}, Told{"meeting", "say", "Zij", "belt", "haar", "zus"},
        Told{"case", "safety", "concern", "2026-001", "Een", "blauwe", "plek"}}) {
    CAPTURE(line);
    CHECK(wrong_when_typed(line).empty());
  }
  // A name, a number and a word of a list are one word: two of them are no third.
  for (const auto& line :
       {Told{"case", "join", "2026-001", "Noor", "Els", "--role", "teamlid"},
        Told{"team", "add", "Noor", "Els", "Bram"}, Told{"plan", "done", "2026-001", "a1", "gelukt"}}) {
    CAPTURE(line);
    CHECK_FALSE(wrong_when_typed(line).empty());
  }
}

TEST_CASE("a day that was is the last without a year, and is not asked about", "[cli][days]") {
  for (const auto* typed : {"20 februari", "20 January", "gisteren", "2026-02-20"}) {
    CAPTURE(typed);
    CHECK(wrong_when_typed({"case", "open", "Moeder met twee kinderen", "--reported-on", typed}).empty());
    CHECK(wrong_when_typed({"case", "tell", "2026-001", "Wat wij bespraken", "--on", typed}).empty());
    CHECK(wrong_when_typed({"case", "safety", "step", "2026-001", "1", "Een blauwe plek", "--on", typed}).empty());
  }
  CHECK_FALSE(wrong_when_typed({"case", "review", "2026-001", "20 februari"}).empty());
}

TEST_CASE("a text without quotation marks is shown with them, in its own place", "[cli]") {
  CHECK(wrong_when_typed({"case", "pause", "2026-001", "--because", "school", "is", "dicht"}).back() ==
        "'is' is te veel. Hoort het bij de tekst? Zet die dan tussen aanhalingstekens: --because 'school is dicht'");
  CHECK(wrong_when_typed({"case", "pause", "2026-001", "--until", "2", "december"}, Lang::en).back() ==
        "'december' is one word too many. Is it part of the text? Then put that in quotation marks: --until '2 "
        "december'");
  CHECK(wrong_when_typed({"meeting", "plan", "woensdag"}).back() ==
        "'woensdag' is te veel: hier past geen woord meer, alleen nog een optie met -- ervoor");
  // A whole line finds the store and the name that were given, from another folder too.
  CHECK(wrong_when_typed({"network", "add", "c", "Tante Els", "en Oom Jan", "--as", "Noor", "--store", "/srv/a b.db"})
            .back() ==
        "'en Oom Jan' is te veel. Hoort het bij de tekst? Zet die dan tussen aanhalingstekens: casus network add c "
        "'Tante Els en Oom Jan' --as Noor --store '/srv/a b.db'");
}

TEST_CASE("everything that is missing is told at once", "[cli]") {
  CHECK(wrong_when_typed({"case", "transfer", "2026-001"}) ==
        Told{"--to ontbreekt: het team dat de casus krijgt",
             "--told ontbreekt: wat de inwoner erover hoorde, of waarom nog niet", "--because ontbreekt: waarom",
             "--out ontbreekt: het bestand waar de casus in gaat"});
  CHECK(wrong_when_typed({"case", "pause", "2026-001", "--until"}, Lang::en) == Told{"--until needs a value"});
}

TEST_CASE("what a line lacks is asked as a person would ask it", "[cli]") {
  for (const auto* path : {"case open", "case question", "case join", "plan action", "team init", "case score"}) {
    const auto* entry = cli::entry_of(path);
    REQUIRE(entry != nullptr);
    const auto verb = entry->fresh();
    desk::Slots slots;
    verb->shape(slots);
    for (const auto& slot : slots.all()) {
      if (!slot.required && !slot.usual) continue;
      CAPTURE(path, slot.name);
      for (const auto lang : {Lang::nl, Lang::en}) CHECK(slot.asks.in(lang).find('?') != std::string::npos);
    }
  }
  // It comes along with what is lacking.
  const auto lacking = parsed({"case", "open"}).lacks;
  REQUIRE(lacking.size() == 1);
  CHECK(lacking.front().asks.in(Lang::nl).starts_with("Hoe noemen jullie deze casus?"));
}

TEST_CASE("who leaves out the kind has said the text, unless it is a kind that stands there", "[cli]") {
  for (const auto& line : {Told{"case", "say", "2026-001", "Zij belt haar zus"}, Told{"meeting", "say", "Wat wil zij?"},
                           Told{"case", "say", "2026-001", "feit", "Zij belt"}}) {
    CAPTURE(line);
    CHECK(wrong_when_typed(line).empty());
  }
  for (const auto* kind : {"feit", "fact", "Feit", "wens van de inwoner", "wish of the resident"}) {
    CAPTURE(kind);
    CHECK(wrong_when_typed({"case", "say", "2026-001", kind}) == Told{"TEXT ontbreekt: wat er gezegd wordt"});
  }
  CHECK(wrong_when_typed({"case", "say"}, Lang::en).size() == 3);
}

TEST_CASE("every wrong value is told with what would do", "[cli]") {
  CHECK(wrong_when_typed({"case", "join", "2026-001", "Daan", "--role", "chiar", "--role", "baas"}) ==
        Told{"--role: 'chiar' kan hier niet; kies uit: inbrenger, gespreksleider, teamlid, coach, verslaglegger, "
             "observator, inwoner, iemand uit de kring, Eigen Kracht-coördinator, aanmelder, casusregisseur, "
             "professional of "
             "aandachtsfunctionaris veiligheid (bedoelde je 'gespreksleider'?)",
             "--role: 'baas' kan hier niet; kies uit: inbrenger, gespreksleider, teamlid, coach, verslaglegger, "
             "observator, inwoner, iemand uit de kring, Eigen Kracht-coördinator, aanmelder, casusregisseur, "
             "professional of "
             "aandachtsfunctionaris veiligheid"});
  CHECK(wrong_when_typed({"case", "score", "2026-001", "zeven"}, Lang::en) ==
        Told{"VALUE: 'zeven' is not a whole number"});
  CHECK(wrong_when_typed({"case", "question", "2026-001", "x\033[31m?"}) ==
        Told{"TEXT: de tekst bevat stuurtekens die een scherm kunnen verstoren"});
}

TEST_CASE("a value may begin with a dash, but an option is no value", "[cli]") {
  CHECK(wrong_when_typed({"case", "pause", "2026-001", "--because", "--as", "Noor"}, Lang::en) ==
        Told{"--because needs a value"});
  CHECK(parsed({"case", "pause", "2026-001", "--because", "- rust"}).outcome == cli::Parsed::Outcome::run);
  CHECK(parsed({"case", "pause", "--", "2026-001"}).outcome == cli::Parsed::Outcome::run);
}

TEST_CASE("what is wrong is told in the language that the line asks for, wherever it stands", "[cli]") {
  CHECK(wrong_when_typed({"case", "pause", "2026-001", "--until", "ooit", "--lang", "en"}) ==
        Told{"--until: 'ooit' does not say which day yet. Type a day, such as Wednesday, 2 December or in 2 weeks."});
  CHECK(wrong_when_typed({"--lang", "papiaments", "case", "list"}) ==
        Told{"--lang: 'papiaments' kan hier niet; kies uit: nl, en of xx"});
}

TEST_CASE("what a line lacks is listed apart, so that it can be asked for", "[cli]") {
  const auto names = [](const cli::Parsed& read) {
    Told all;
    for (const auto& lack : read.lacks) all.push_back(lack.name);
    return all;
  };
  CHECK(names(parsed({"case", "join", "2026-001"})) == Told{"NAME"});
  const auto file = parsed({"case", "file", "2026-001", "f1"});
  CHECK(names(file) == Told{"--out"});
  CHECK(file.problems.size() == 1);
  // Something else that is wrong is told, and nothing asked.
  const auto wrong = parsed({"case", "join", "2026-001", "--rol", "chair"});
  CHECK(wrong.problems.size() > wrong.lacks.size());
}

TEST_CASE("what every verb takes may stand anywhere", "[cli]") {
  for (const auto& line : std::vector<std::vector<std::string>>{{"--as", "Noor", "case", "show", "2026-001", "--json"},
                                                                {"case", "--json", "show", "--as=Noor", "2026-001"}}) {
    const auto read = parsed(line);
    CHECK(read.outcome == cli::Parsed::Outcome::run);
    CHECK(read.path == "case show");
    CHECK(read.globals.as == "Noor");
    CHECK(read.globals.json);
  }
}

TEST_CASE("help is found wherever it is asked, also on a line that is not complete", "[cli]") {
  CHECK(parsed({}).outcome == cli::Parsed::Outcome::bare);
  CHECK(parsed({"--as", "Noor", "--lang", "en"}).outcome == cli::Parsed::Outcome::bare);
  CHECK(parsed({"--sa", "Noor"}).outcome == cli::Parsed::Outcome::usage);
  CHECK(parsed({"--help"}).outcome == cli::Parsed::Outcome::help);
  const auto verb = parsed({"case", "join", "--help"});
  CHECK(verb.outcome == cli::Parsed::Outcome::help);
  CHECK(verb.path == "case join");
  CHECK(parsed({"case", "safety", "-h"}).path == "case safety");
  const auto noun = parsed({"case"});
  CHECK(noun.outcome == cli::Parsed::Outcome::usage);
  CHECK(noun.path == "case");
}

}  // namespace casus::test
