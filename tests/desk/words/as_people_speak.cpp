// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/spoken_line.hpp"
#include "tests/desk/lines_at_table.hpp"
#include "tests/support/has.hpp"

// Days in front, lists below a name, other words for the last line, who comes along, a goal in a sentence: as people
// say it in both languages. And ordinary talk that only begins so, which stays what it was.

namespace casus::test {
namespace {

service::Table where(std::vector<service::SaidKind> fits) {
  auto table = at_table();
  table.kinds = std::move(fits);
  table.other_kinds = {{"idea", "idee"}};
  return table;
}

service::Table agreeing() { return where({{"choice", "keuze"}}); }
service::Table telling_facts() { return where({{"fact", "feit"}, {"wish", "wens van de inwoner"}}); }

/// Daan said something in this step, and nobody anything since.
service::Table after_daan() {
  auto table = agreeing();
  service::SaidLine said;
  said.id = "b4";
  said.who = "Daan";
  said.text = "de school belt nooit";
  said.words = said.text;
  said.here = true;
  table.said.push_back(said);
  return table;
}

std::string as_agreement(const std::string& line) { return asked_back(line, agreeing()); }
std::string of_facts(const std::string& line) { return asked_back(line, telling_facts()); }

Meant without_els(const std::string& line) {
  auto names = kNames;
  names.team = {"Samira", "Noor van Dam", "Daan", "Ria", "Els"};
  return desk::meant_by(line, agreeing(), names, kTuesday);
}

}  // namespace

TEST_CASE("a day in front, once or each time, is of the action behind it", "[desk][guided][days]") {
  CHECK(as_agreement("elke vrijdag belt daan") ==
        "is dit een afspraak van Daan, elke vrijdag? Typ wie het nakijkt: de naam is genoeg. Of Tab, dan staat de "
        "regel klaar | "
        "actie Daan: belt; elke vrijdag; ");
  CHECK(as_agreement("vrijdag belt daan").ends_with("| actie Daan: belt; vrijdag; "));
  CHECK(as_agreement("elke vrijdag belt daan de school").ends_with("| actie Daan: belt de school; elke vrijdag; "));
  CHECK(as_agreement("'s maandags belt daan de school").ends_with("| actie Daan: belt de school; 's maandags; "));
  CHECK(as_agreement("op maandagen belt ria oma").ends_with("| actie Ria: belt oma; op maandagen; "));
  CHECK(as_agreement("deze week nog belt noor de huisarts")
            .ends_with("| actie Noor van Dam: belt nog de huisarts; deze week; "));
  CHECK(as_agreement("later deze week gaat daan langs").ends_with("| actie Daan: gaat langs; later deze week; "));
  CHECK(as_agreement("every Friday Daan rings the school").ends_with("| actie Daan: rings the school; every Friday; "));
  CHECK(as_agreement("on Mondays Ria visits grandma").ends_with("| actie Ria: visits grandma; on Mondays; "));
  CHECK(as_agreement("daan belt elke week zijn vader").ends_with("| actie Daan: belt zijn vader; elke week; "));
  CHECK(as_agreement("elke vrijdag belt daan de school, ria kijkt na") ==
        "is dit een afspraak van Daan, elke vrijdag, en kijkt Ria het na? Enter als dat klopt | "
        "actie Daan: belt de school; elke vrijdag; Ria");
  const auto given_so = given(meant("actie Daan: belt de school; elke vrijdag; Ria", agreeing()));
  CHECK(has(given_so, R"("repeats":"FREQ=WEEKLY;BYDAY=FR")"));
}

TEST_CASE("talk that only begins with a day stays what somebody says", "[desk][guided][days]") {
  for (const auto* line :
       {"vrijdag was hij er niet", "vrijdag kwam daan niet", "morgen wil daan niet komen", "morgen heeft daan vrij",
        "elke vrijdag gaat zij naar de markt", "elke vrijdag belt oma de school", "Friday Daan was not there",
        "every night Daan cries", "morgen komt daan?"}) {
    CAPTURE(line);
    CHECK_FALSE(has(as_agreement(line), "actie"));
    CHECK_FALSE(has(of_facts(line), "actie"));
  }
  // Where facts are told, what comes again is one; what a colleague will do is agreed all the same.
  for (const auto* line : {"elke vrijdag komt daan te laat", "daan belt elke week zijn vader"}) {
    CAPTURE(line);
    CHECK_FALSE(has(of_facts(line), "actie"));
  }
  CHECK(of_facts("elke vrijdag belt daan de school").ends_with("| actie Daan: belt de school; elke vrijdag; "));
}

TEST_CASE("each line of a list belongs to the name or the kind above it", "[desk][guided]") {
  using Lines = std::vector<std::string>;
  const auto lines = [](const std::string& text) {
    return desk::pasted_lines(text, telling_facts(), kNames, kTuesday);
  };
  const Lines two{"Daan: het gaat beter", "Daan: ik slaap weer"};
  CHECK(lines("Daan:\n- het gaat beter\n- ik slaap weer") == two);
  CHECK(lines("daan:\n1. het gaat beter\n2) ik slaap weer\n") == two);
  CHECK(lines("Daan:\n\u2022 het gaat beter\n\n-ik slaap weer") == two);
  CHECK(lines("Noor: acties\n- school bellen; vrijdag\n- oma vragen") ==
        Lines{"actie Noor van Dam: school bellen; vrijdag", "actie Noor van Dam: oma vragen"});
  CHECK(lines("wensen:\n- rust\n- daan: weer naar school") ==
        Lines{"wens van de inwoner: rust", "Daan wens van de inwoner: weer naar school"});
  CHECK(lines("Noor feiten:\n- hij slaapt\n- hij eet") ==
        Lines{"Noor van Dam feit: hij slaapt", "Noor van Dam feit: hij eet"});
  CHECK(lines("Acties:\ndaan belt school vrijdag\nria: oma vragen; maandag") ==
        Lines{"actie: daan belt school vrijdag", "actie Ria: oma vragen; maandag"});
  CHECK(lines("Actions:\n- daan rings school friday") == Lines{"actie: daan rings school friday"});
  CHECK(lines("Goals:\n- sleep again\n- back to school") == Lines{"doel: sleep again", "doel: back to school"});
  CHECK(lines("Acties van noor:\n- school bellen") == Lines{"actie Noor van Dam: school bellen"});
  CHECK(lines("Daan:\n- wens: rust\n- actie: school bellen; vrijdag") ==
        Lines{"Daan wens: rust", "actie Daan: school bellen; vrijdag"});
  // A list with signs is over where they end, and one without where a line is left open.
  CHECK(lines("Acties:\n- daan belt school\nria: hij slaapt slecht") ==
        Lines{"actie: daan belt school", "ria: hij slaapt slecht"});
  CHECK(lines("Acties:\n\ndaan belt school\r\nria: oma vragen\r\n\r\nria: hij slaapt slecht") ==
        Lines{"actie: daan belt school", "actie Ria: oma vragen", "ria: hij slaapt slecht"});
  // Who is not at the table is asked about, of each line.
  CHECK(lines("de juf:\n- hij is stil\n- hij eet niet") == Lines{"de juf: hij is stil", "de juf: hij eet niet"});
  // A name of its own wins, and the list above goes on.
  CHECK(lines("Daan:\n- het gaat beter\n- ria: mooi\n- ik slaap weer") ==
        Lines{"Daan: het gaat beter", "ria: mooi", "Daan: ik slaap weer"});
  CHECK(lines("daan: zij vertelt\nria:\nhij is stil") == Lines{"daan: zij vertelt", "ria:\nhij is stil"});
  CHECK(lines("Daan:\n- het gaat beter\nria: mooi\n- en rustig") ==
        Lines{"Daan: het gaat beter", "ria: mooi\nen rustig"});
  // A sentence that announces a list is one contribution with it.
  CHECK(lines("daan: wij doen samen dit:\n- school bellen\n- oma vragen") ==
        Lines{"daan: wij doen samen dit:\nschool bellen\noma vragen"});
}

TEST_CASE("the day to look back is read with what people put around it", "[desk][guided][days]") {
  const auto review = given("terugkijken 14 april");
  REQUIRE(has(review, R"("on":"2026-04-14")"));
  for (const auto* line : {"terugkijkdatum 14-4", "terugkijkdatum: 14 april", "terugkijkdatum is 14 april",
                           "terugkijken op 14 april", "terugkijken op: 14 april", "evaluatiedatum 14-4",
                           "review date 14-4", "review date: 14 April", "next review: 14 April"}) {
    CAPTURE(line);
    CHECK(given(line) == review);
  }
  for (const auto* line : {"over drie weken terug op de agenda", "over drie weken weer op de agenda",
                           "zet hem over drie weken weer op de agenda", "weer op de agenda over drie weken",
                           "volgende keer over drie weken"}) {
    CAPTURE(line);
    CHECK(asked_back(line).ends_with("| terugkijken over drie weken"));
  }
  CHECK(asked_back("back on the agenda in three weeks").ends_with("| terugkijken in three weeks"));
  for (const auto* line : {"de schulden komen weer op de agenda", "terugkijken op school valt hem zwaar"}) {
    CAPTURE(line);
    CHECK_FALSE(has(given(line), "SetReview"));
  }
}

TEST_CASE("other words for the last line put it right, and those of somebody else do not", "[desk][guided][mending]") {
  const auto corrected = given(meant("corrigeer b4: de school belt soms", after_daan()));
  REQUIRE(has(corrected, R"("do":"Correct")"));
  for (const auto* line :
       {"ik bedoel: de school belt soms", "nee, ik bedoel: de school belt soms", "correctie: de school belt soms",
        "I mean: de school belt soms", "no, I meant: de school belt soms", "correction: de school belt soms"}) {
    CAPTURE(line);
    CHECK(given(meant(line, after_daan())) == corrected);
  }
  for (const auto* line : {"daan: ik bedoel: de school belt soms", "daan: nee, ik bedoel: de school belt soms"}) {
    CAPTURE(line);
    CHECK(given(meant(line, after_daan())) == R"(Daan: {"do":"Correct","ref":"b4","text":"de school belt soms"})");
  }
  // Without the colon it may be said as well.
  CHECK(asked_back("nee, ik bedoel dat de school soms belt", after_daan())
            .ends_with("| corrigeer b4: dat de school soms belt"));
  CHECK_FALSE(has(given(meant("ria: ik bedoel: de school belt soms", after_daan())), R"("do":"Correct")"));
  CHECK_FALSE(has(given(meant("daan: ik bedoel het goed", after_daan())), R"("do":"Correct")"));
  CHECK(asked_back("ik bedoel: de school belt soms", agreeing()).ends_with("| Daan: ik bedoel: de school belt soms"));
  auto before = after_daan();
  before.said.back().here = false;
  CHECK(asked_back("correctie: de school belt soms", before).ends_with("| Daan: correctie: de school belt soms"));
}

TEST_CASE("other words that are not like the last line are offered, with what would go", "[desk][guided][mending]") {
  auto table = after_daan();
  auto debt = table.said.back();
  debt.id = "b3";
  debt.words = debt.text = "huurschuld van 3 maanden";
  table.said.insert(table.said.begin(), debt);
  // An earlier line of this step that is more like it.
  CHECK(asked_back("ik bedoel: huurschuld van 4 maanden", table) ==
        "bedoel je dit: corrigeer b3: huurschuld van 4 maanden? Enter doet dat; nu staat er: 'huurschuld van 3 "
        "maanden' | corrigeer b3: huurschuld van 4 maanden");
  CHECK(asked_back("ik bedoel: 22 december", table).ends_with("| corrigeer b4: 22 december"));
  CHECK(asked_back("ik bedoel: school", table).ends_with("| corrigeer b4: school"));
  // A number or a day goes in the place of the one that stands there.
  table.said.pop_back();
  CHECK(given(meant("ik bedoel: 4", table)) == R"(: {"do":"Correct","ref":"b3","text":"huurschuld van 4 maanden"})");
  CHECK(given(meant("ik bedoel 4 maanden", table)) == given(meant("ik bedoel: 4", table)));
  table.said.back().words = "dinsdag belt de school";
  CHECK(given(meant("ik bedoel woensdag", table)) ==
        R"(: {"do":"Correct","ref":"b3","text":"woensdag belt de school"})");
  CHECK(asked_back("ik bedoel:", table).starts_with("wat bedoel je?"));
}

TEST_CASE("other words for an action put right its day and who checks", "[desk][guided][mending][days]") {
  auto table = after_daan();
  auto& said = table.said.back();
  said.id = "a1";
  said.text = "Daan: brief schrijven (voor vrijdag 6 maart 2026)";
  said.words = "brief schrijven";
  table.open_actions = {{"a1", "brief schrijven", "Daan", "Ria", date_from("2026-03-06")}};
  for (const auto* line : {"ik bedoel: voor donderdag", "ik bedoel: donderdag", "ik bedoel donderdag"}) {
    CAPTURE(line);
    const auto meant_so = meant(line, table);
    CHECK(given(meant_so) == R"(: {"do":"Correct","ref":"a1","set":["by_when=2026-03-05"]})");
    const auto* give = std::get_if<desk::GiveCommand>(&meant_so);
    REQUIRE(give != nullptr);
    CHECK(give->note == "was: 'voor vrijdag 6 maart 2026'. nu: 'voor donderdag 5 maart 2026'");
  }
  CHECK(given(meant("ik bedoel: noor kijkt na", table)) ==
        R"(: {"do":"Correct","ref":"a1","set":["checks=Noor van Dam"]})");
  CHECK(given(meant("ik bedoel: kaart schrijven; donderdag; noor", table)) ==
        R"(: {"do":"Correct","ref":"a1","set":["by_when=2026-03-05","checks=Noor van Dam"],"text":"kaart schrijven"})");
  CHECK(
      asked_back("ik bedoel: brief schrijven donderdag", table).ends_with("| corrigeer a1: brief schrijven donderdag"));
  // The same by its number, and with the reason that an older one needs.
  CHECK(given(meant("corrigeer a1: donderdag", table)) == given(meant("ik bedoel: donderdag", table)));
  const auto why = given(meant("corrigeer #a1 omdat zij weg is: kaart schrijven; donderdag", table));
  CHECK(has(why, R"("because":"zij weg is")"));
  CHECK(has(why, R"("set":["by_when=2026-03-05"],"text":"kaart schrijven")"));
  CHECK(has(given(meant("corrigeer a1: kaart schrijven", table)), R"("text":"kaart schrijven")"));
  // What comes again does not stop by a word.
  table.open_actions.back().repeats = true;
  CHECK(asked_back("ik bedoel: donderdag", table).ends_with("| a1 naar donderdag omdat "));
}

TEST_CASE("one word behind an action is a word of it, or who does it, and never all of it", "[desk][guided][mending]") {
  auto table = after_daan();
  auto& said = table.said.back();
  said.id = "a1";
  said.text = "Daan: buurvrouw jole bellen (voor vrijdag 6 maart 2026)";
  said.words = "buurvrouw jole bellen";
  table.open_actions = {{"a1", "buurvrouw jole bellen", "Daan", "Ria", date_from("2026-03-06")}};
  CHECK(asked_back("ik bedoel: joke", table).ends_with("| corrigeer a1: buurvrouw joke bellen"));
  CHECK(asked_back("ik bedoel: noor", table).ends_with("| a1 is voor Noor van Dam"));
  CHECK(has(given(meant("a1 is voor Noor van Dam", table)), R"("who":"Noor van Dam")"));
  const auto asked = asked_back("ik bedoel: theo", table);
  CHECK(asked.starts_with("wat van a1 ('buurvrouw jole bellen') moet 'theo' worden?"));
  CHECK(asked.ends_with("| corrigeer a1: buurvrouw jole bellen"));
}

TEST_CASE("of whom it is asked, a kind of another and the day of an action are no names", "[desk][guided]") {
  CHECK(asked_back("aan ria: weet de woningbouw het?").ends_with("| Daan vraag aan Ria: weet de woningbouw het?"));
  CHECK(asked_back("wens jongen: weer naar school").ends_with("| Daan wens van de inwoner: jongen: weer naar school"));
  auto table = at_table();
  table.open_actions = {{"a2", "post openen"}};
  CHECK(asked_back("a2: donderdag", table).ends_with("| a2 naar donderdag omdat "));
  CHECK(
      asked_back("verzet a3 naar donderdag", table).starts_with("actie a3 staat niet open; wat open staat: a2 (post "));
  CHECK(asked_back("verzet a2 naar donderdag").starts_with("actie a2 staat niet open, en een andere ook niet"));
  CHECK(asked_back("actie noor: dinsdag post openen", table).ends_with("| actie noor: post openen; dinsdag; "));
}

TEST_CASE("who comes along is asked about as a guest, and what is only there is not", "[desk][guided]") {
  const auto guest = [](const std::string& line) {
    const auto answer = meant(line, agreeing());
    const auto* asked = std::get_if<desk::Unsure>(&answer);
    return asked != nullptr && asked->guest ? asked->line : std::string();
  };
  CHECK(guest("wijkagent Peter is er ook bij") == "erbij Wijkagent Peter");
  CHECK(guest("de juf is er ook") == "erbij de juf");
  CHECK(guest("Peter van de politie is er ook") == "erbij Peter van de politie");
  CHECK(guest("Peter van de politie schuift aan") == "erbij Peter van de politie");
  CHECK(guest("the teacher is here too") == "erbij the teacher");
  CHECK(guest("officer Smith is with us today") == "erbij Officer Smith");
  CHECK(asked_back("yusuf is er ook bij", agreeing()).ends_with("| erbij Yusuf"));
  for (const auto* line : {"de angst is er ook", "er is ook een hond", "oma is er ook elke dag", "hij is er ook bij",
                           "the fear is here too", "de juf is er ook moe van"}) {
    CAPTURE(line);
    CHECK(guest(line).empty());
  }
}

TEST_CASE("a goal in a sentence is offered as a goal, and how it stands is told", "[desk][guided]") {
  const auto goal = given("doel: Mo slaapt weer");
  for (const auto* line : {"het doel: Mo slaapt weer", "ons doel: Mo slaapt weer", "doel is: Mo slaapt weer",
                           "our goal is: Mo slaapt weer"}) {
    CAPTURE(line);
    CHECK(given(line) == goal);
  }
  CHECK(as_agreement("doel is dat Mo weer slaapt").ends_with("| doel: dat Mo weer slaapt"));
  CHECK(as_agreement("ons doel is rust in huis").ends_with("| doel: rust in huis"));
  CHECK(as_agreement("our goal is that she sleeps").ends_with("| doel: that she sleeps"));
  for (const auto* line : {"het doel is bereikt", "het doel is nog niet gehaald", "doel was anders",
                           "het doel is niet duidelijk", "the goal is reached", "doel is dat haalbaar?"}) {
    CAPTURE(line);
    CHECK_FALSE(has(as_agreement(line), "| doel: "));
  }
}

TEST_CASE("who left the table passes no turn, and it is said how they come back", "[desk][guided]") {
  for (const auto* line :
       {"els past", "Els slaat over", "els passes", "els: ik pas", "els: pas", "pas els", "els zegt niks"}) {
    CAPTURE(line);
    const auto answer = without_els(line);
    const auto* asked = std::get_if<desk::Unsure>(&answer);
    REQUIRE(asked != nullptr);
    CHECK(asked->message.starts_with("Els zit niet aan tafel, en heeft hier dus geen beurt."));
    CHECK(asked->line == "erbij Els");
    CHECK_FALSE(asked->whole);
  }
}

TEST_CASE("what the presenter hopes for is asked in the words of the meeting", "[desk][guided]") {
  const auto hopes =
      text::way("case question", "case"_is = "2026-001", "text"_is = "Hoe verder?", "hoped-for"_is = text::gap());
  CHECK(desk::word_for(hopes, Lang::nl) == "hoopt: WAT DE INBRENGER HOOPT");
  CHECK(desk::word_for(hopes, Lang::en) == "hopes: WHAT THE PRESENTER HOPES FOR");
  const auto question = text::way("case question", "case"_is = "2026-001", "text"_is = text::gap());
  CHECK(desk::word_for(question, Lang::nl) == "vraag: DE VRAAG VAN DE INBRENGER?");
  CHECK_FALSE(desk::word_for(
      text::way("case question", "case"_is = "2026-001", "text"_is = text::gap(), "as"_is = "Noor"), Lang::nl));
}

}  // namespace casus::test
