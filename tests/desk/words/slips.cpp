// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/action_filled.hpp"
#include "core/desk/words/words_of_line.hpp"
#include "tests/desk/lines_at_table.hpp"
#include "tests/support/has.hpp"

// What was typed just before was wrong, and the next line says so without a word for it: another amount, another day,
// somebody else who said it. And talk between people that is of no case.

namespace casus::test {
namespace {

std::string slip_offered(const std::string& line, const service::Table& table) {
  const auto asked = asked_back(line, table);
  const auto bar = asked.find(" | ");
  return bar == std::string::npos ? asked : asked.substr(bar + 3);
}

}  // namespace

TEST_CASE("another amount or day behind a slip puts that right, and is asked", "[desk][guided][mending]") {
  struct Row {
    const char *said, *line, *now;
  };
  for (const auto& [said, line, now] :
       {Row{"de brief kwam 2 weken geleden", "nee, dat was 3 weken", "de brief kwam 3 weken geleden"},
        Row{"40 jaar zegt ie", "dat was 30 jaar trouwens", "30 jaar zegt ie"},
        Row{"in 2024", "nee 2025 sorry", "in 2025"},
        Row{"2100 euro ongeveer", "sorry, 2400 euro", "2400 euro ongeveer"},
        Row{"de zitting is dinsdag", "niet dinsdag maar woensdag", "de zitting is woensdag"},
        Row{"de zitting is dinsdag", "oh nee, dat is woensdag", "de zitting is woensdag"},
        Row{"de zitting is dinsdag", "noor: nee woensdag", "de zitting is woensdag"},
        Row{"the letter came 2 weeks ago", "no, that was 3 weeks", "the letter came 3 weeks ago"}}) {
    CAPTURE(line);
    CHECK(slip_offered(line, just_told(said)) == std::string("corrigeer b4: ") + now);
  }
}

TEST_CASE("what it was not says which line and which word are put right", "[desk][guided][mending]") {
  auto table = just_told("hij is 3 weken niet op school geweest");
  auto later = table.said.back();
  later.id = "b5";
  later.text = later.words = "mee eens met daan";
  table.said.push_back(later);
  struct Row {
    const char *line, *now;
  };
  for (const auto& [line, now] :
       {Row{"sorry typfout: 2 weken niet op school, niet 3", "hij is 2 weken niet op school geweest"},
        Row{"sorry, 2 weken, niet 3", "hij is 2 weken niet op school geweest"},
        Row{"correctie: 2 weken en niet 3 weken", "hij is 2 weken niet op school geweest"},
        Row{"sorry, 2 weeks not 3", "hij is 2 weken niet op school geweest"},
        Row{"nee, werk, niet school", "hij is 3 weken niet op werk geweest"}}) {
    CAPTURE(line);
    CHECK(slip_offered(line, table) == std::string("corrigeer b4: ") + now);
  }
  // What stands in no line, or twice in one, puts nothing right.
  for (const auto* line : {"sorry, 2 weken, niet 5", "nee, hij komt niet"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line, table), "corrigeer b4: hij is 2"));
  }
  CHECK_FALSE(desk::put_instead("3 keer per 3 weken", "2, niet 3"));
  CHECK_FALSE(desk::put_instead("hij komt op school", "hij komt niet op school"));
  CHECK_FALSE(desk::put_instead("hij komt 3 keer", "hij komt niet 3 keer"));
  CHECK(desk::put_instead("de kredietbank belt terug.", "de stadsbank en niet de kredietbank") ==
        "de stadsbank belt terug.");
}

TEST_CASE("what names what it puts right is sure of its line, behind a question and in an earlier step too",
          "[desk][guided][mending]") {
  CHECK(slip_offered("nee niet vrijdag, donderdag", just_told("de dochter belt vrijdag")) ==
        "corrigeer b4: de dochter belt donderdag");
  CHECK(slip_offered("niet vrijdag, donderdag", just_told("zal ik vrijdag bellen?")) ==
        "corrigeer b4: zal ik donderdag bellen?");
  CHECK(slip_offered("bedoel de dochter woont in Assen niet groningen",
                     just_told("haar dochter woont in Groningen en belt")) ==
        "corrigeer b4: haar dochter woont in Assen en belt");
  auto table = just_told("zo'n 3400 euro, plus energie");
  auto later = table.said.back();
  table.said.back().here = false;
  later.id = "b5";
  later.text = later.words = "kan iemand bellen?";
  table.said.push_back(later);
  CHECK(slip_offered("het was 4300 euro niet 3400", table) == "corrigeer b4: zo'n 4300 euro, plus energie");
  for (const auto* line : {"bedoel je dat de dochter in Assen woont", "bedoelde hij de dochter"})
    CHECK_FALSE(has(asked_back(line, just_told("haar dochter woont in Groningen en belt")), "corrigeer"));
  // Nothing that was said is like it, or it is told.
  const auto idea = just_told("oma bellen");
  for (const auto* line : {"niet bellen, ze slaapt", "het was 4300 euro niet 3400"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line, idea), "corrigeer"));
  }
  CHECK(desk::this_not_that("niet bellen, ze slaapt", kTuesday.today).empty());
  CHECK(desk::this_not_that("nee, niet Groningen, Assen", kTuesday.today) == "Assen, niet Groningen");
  CHECK_FALSE(desk::put_instead("zij woont bij Groningen", "de dochter woont in Assen niet Groningen"));
}

TEST_CASE("an answer that names what it is not stays one, and small words of an earlier step are not touched",
          "[desk][guided][mending]") {
  // Somebody is asked: it is the answer, and the question stays as it was put.
  for (const auto& [question, line] : {std::pair{"zijn er 2 kinderen?", "nee 3, niet 2"},
                                       {"komt hij vrijdag?", "niet vrijdag, donderdag"},
                                       {"woont ze in Groningen?", "nee, in Assen, niet Groningen"}}) {
    CAPTURE(line);
    auto asked = just_told(question);
    asked.seats.front().asked = true;
    CHECK_FALSE(has(asked_back(line, asked), "corrigeer"));
  }
  // What was put wrong before that question is still put right.
  auto before = just_told("zo'n 3400 euro");
  before.said.push_back(before.said.back());
  before.said.back().id = "b5";
  before.said.back().text = before.said.back().words = "kan iemand bellen?";
  before.seats.front().asked = true;
  CHECK(slip_offered("het was 4300 euro niet 3400", before) == "corrigeer b4: zo'n 4300 euro");
  // Of an earlier step a figure or a name is sure; "nu" stands everywhere.
  auto earlier = just_told("ze woont nu bij haar zus in Groningen");
  earlier.said.push_back(earlier.said.back());
  earlier.said.front().here = false;
  earlier.said.back().id = "b5";
  earlier.said.back().text = earlier.said.back().words = "oma kookt";
  CHECK_FALSE(has(asked_back("nee, dat is voor later, niet nu", earlier), "corrigeer"));
  CHECK(slip_offered("nee, Assen, niet groningen", earlier) == "corrigeer b4: ze woont nu bij haar zus in Assen");
  CHECK_FALSE(desk::put_instead("zij komt niet buiten", "dat wil hij, niet zij"));
  CHECK(desk::put_instead("ze woont in Groningen", "in Assen, niet Groningen") == "ze woont in Assen");
  CHECK(desk::put_instead("zij komt niet buiten", "hij, niet zij") == "hij komt niet buiten");
  for (const auto* line : {"bedoelde moeder dat vorige week?", "meant to ring the school"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line, just_told("haar dochter woont in Groningen")), "corrigeer"));
  }
}

TEST_CASE("small words between those of the meeting change nothing", "[desk][guided]") {
  const auto table = just_told("de brief kwam");
  for (const auto* line : {"haal die laatste maar weg", "haal dat even weg", "haal die ff weg"}) {
    CAPTURE(line);
    CHECK(slip_offered(line, table) == "ongedaan");
  }
  CHECK(slip_offered("ga maar gewoon verder", table) == "verder");
  CHECK(slip_offered("haal die jongen maar weg", table) != "ongedaan");
  // Who is asked something may answer so; taking something out answers nothing.
  auto asked = table;
  asked.seats.front().asked = true;
  CHECK(slip_offered("gewoon doorgaan", table) == "verder");
  CHECK(slip_offered("gewoon doorgaan", asked) != "verder");
  CHECK(slip_offered("haal dat even weg", asked) == "ongedaan");
  CHECK(slip_offered("sorry ik was ria, niet noor", table) == "b4 is van Ria");
  CHECK_FALSE(has(slip_offered("ik was moe", table), "b4 is van"));
}

TEST_CASE("signs and a name that is only called hold nothing to keep", "[desk][guided]") {
  const auto table = just_told("de brief kwam");
  for (const auto* line : {"??", "!!", ":-)", "noor: ??", "ria: ?!", "ria?"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, table), "dit is niet bewaard."));
  }
  for (const auto* line : {"noor: 3?", "ria: wie?", "moeder?"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line, table), "dit is niet bewaard."));
  }
}

TEST_CASE("what only begins as a slip is said, and an answer stays one", "[desk][guided][mending]") {
  const auto table = just_told("de brief kwam 2 weken geleden");
  for (const auto* line : {"nee dat wil hij niet", "dat was niet leuk", "wacht maar af", "het was druk op school",
                           "niet leuk maar wel nodig"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line, table), "corrigeer"));
  }
  auto asked = table;
  asked.seats.front().asked = true;
  CHECK_FALSE(has(asked_back("noor: nee, 3 weken", asked), "corrigeer"));
  CHECK_FALSE(has(asked_back("ria: nee, 3 weken", table), "corrigeer"));
  // Behind a question it may be the answer; who asked it may put it right.
  const auto question = just_told("was dat 2 weken geleden?");
  CHECK_FALSE(has(asked_back("nee, 3 weken", question), "corrigeer"));
  CHECK(slip_offered("noor: nee, 3 weken", question) == "corrigeer b4: was dat 3 weken geleden?");
  // Where nobody reads who wrote what, nothing tells whose line it was.
  auto unnamed = table;
  unnamed.unnamed = true;
  CHECK_FALSE(has(asked_back("nee, dat was 3 weken", unnamed), "corrigeer"));
}

TEST_CASE("whose the last words were is put right in a few words", "[desk][guided][mending]") {
  const auto table = just_told("de brief kwam 2 weken geleden");
  for (const auto* line : {"dat was ria", "nee, dat was Ria", "dat zei ria", "nee ria zei dat", "dat is van ria",
                           "sorry dat was ria", "that was ria", "no, ria said that", "dat was ria, niet noor"}) {
    CAPTURE(line);
    CHECK(asked_back(line, table) ==
          "was dit van Ria en niet van Noor van Dam? Enter zet b4 op die naam: 'de brief kwam 2 weken geleden' | "
          "b4 is van Ria");
  }
  // With its number nothing has to be asked.
  const auto now = meant("b4 is van ria", table);
  CHECK(given(now) == R"(: {"do":"Correct","ref":"b4","whose":"Ria"})");
  CHECK(std::get<desk::GiveCommand>(now).note == "was: 'Noor van Dam'. nu: 'Ria'");
  CHECK(has(asked_back("dat was noor", table), "dat staat er al op naam van Noor van Dam"));
  for (const auto* line : {"dat was zijn moeder", "dat was ria haar idee niet", "dat was ria?", "dat zei ria niet",
                           "nee, ria zei dat niet", "ria never said that"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line, table), "b4 is van"));
  }
  auto before = table;
  before.said.back().here = false;
  CHECK_FALSE(has(asked_back("dat was ria", before), "b4 is van"));
}

TEST_CASE("behind a name and without a colon, I mean puts a misspelt word right", "[desk][guided][mending]") {
  const auto table = just_told("haar ex betaald geen alimentatie");
  CHECK(slip_offered("noor: ik bedoel betaalt", table) == "corrigeer b4: haar ex betaalt geen alimentatie");
  CHECK_FALSE(has(asked_back("noor: ik bedoel het goed", table), "corrigeer"));
  CHECK_FALSE(has(asked_back("ria: ik bedoel betaalt", table), "corrigeer"));
}

TEST_CASE("the reason for another day of what comes again is not lost", "[desk][guided][mending]") {
  auto table = just_told("bellen met oma");
  table.said.back().id = "a1";
  table.open_actions = {{"a1", "bellen met oma", "Noor van Dam", "Ria", date_from("2026-03-06"), true}};
  CHECK(slip_offered("corrigeer a1 omdat ze dan weg is: donderdag", table) == "a1 naar donderdag omdat ze dan weg is");
  CHECK(slip_offered("a1: niet vrijdag maar donderdag", table) == "a1 naar donderdag omdat ");
  CHECK(slip_offered("nee dat doet ria", table) == "a1 is voor Ria");
  CHECK(has(given(meant("oh en a1 is voor ria", table)), R"("who":"Ria")"));
  CHECK(given(meant("a1 is al gelukt", table)) == R"(: {"action":"a1","do":"FinishAction","state":"done"})");
}

TEST_CASE("talk between people is of no case, and what tells more is asked about", "[desk][guided]") {
  const auto table = just_told("de brief kwam");
  for (const auto* line : {"haha ja die ken ik ook", "lol", "ok ria, begin jij maar", "ria ga je gang",
                           "zeg het maar ria", "haha that is so true", "ria, your turn"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, table), "dit is niet bewaard."));
  }
  for (const auto* line :
       {"haha hij slaat haar wel", "haha 3 keer op een dag", "moeder begint maar", "goedemorgen zei hij"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line, table), "dit is niet bewaard."));
  }
  auto none = table;
  none.case_id.clear();
  none.in_step = false;
  CHECK(has(asked_back("goeiemorgen allemaal, koffie staat klaar", none), "dit is niet bewaard."));
  auto names = kNames;
  names.team = names.people;
  const auto asked = desk::meant_by("volgende week is ria voorzitter", table, names, kTuesday);
  REQUIRE(std::holds_alternative<desk::Unsure>(asked));
  CHECK(std::get<desk::Unsure>(asked).line == "/meeting chair \"Ria\" --date 2026-03-10");
}

TEST_CASE("what is said about the meeting itself is no case, however it is put", "[desk][guided]") {
  const auto table = just_told("de brief kwam");
  for (const auto* line :
       {"even snel, we hebben nog 10 min", "laatste casus, hou het kort", "we zijn er weer", "iemand nog iets?",
        "ok, nog vijf minuten", "keep it short, we have 5 minutes left", "we're back", "anything else?"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, table), "dit gaat over het overleg"));
  }
  for (const auto* line : {"we hebben nog 10 euro", "even snel, hij is weg", "nog 5 weken te gaan"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line, table), "dit gaat over het overleg"));
  }
  for (const auto* line :
       {"5 min break", "pauze tot kwart over 10", "pauze tot 10.15", "quick coffee break", "even een kwartier pauze"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, table), "pauze? Enter zet de casus even weg"));
  }
  CHECK_FALSE(has(asked_back("in de pauze op school wordt hij gepest", table), "pauze? Enter"));
  for (const auto* line : {"mee eens", "goed idee", "agreed", "sounds good"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, table), "dit is niet bewaard."));
  }
  auto none = table;
  none.case_id.clear();
  none.in_step = false;
  for (const auto* line : {"fijne dag allemaal", "thanks everyone", "tot volgende week"}) {
    CAPTURE(line);
    CHECK(asked_back(line, none).ends_with(" | "));
  }
}

TEST_CASE("in a step of questions a line that asks nothing is of who answers", "[desk][guided]") {
  auto table = at_table();
  table.kinds = {{"question", "vraag"}, {"answer", "antwoord"}};
  for (auto& one : table.seats) {
    one.answers = one.name == "Noor van Dam";
    one.speaks = !one.answers;
    one.has_turn = false;
  }
  CHECK(slip_offered("erfeniskwestie", table) == "erfeniskwestie");  // one word may be anything
  CHECK(slip_offered("een oude erfeniskwestie", table) == "Noor van Dam: een oude erfeniskwestie");
  CHECK(has(asked_back("wat wil ze zelf?", table), "van wie is dit?"));
  table.seats.back().answers = true;
  CHECK(has(asked_back("een oude erfeniskwestie", table), "van wie is dit?"));
  table.seats.back().asked = true;
  CHECK(slip_offered("een oude erfeniskwestie", table) == "Ria: een oude erfeniskwestie");
}

TEST_CASE("an action is told with its parts in any order, and saying is no action", "[desk][guided]") {
  auto table = at_table();
  table.kinds = {{"choice", "keuze"}};
  CHECK(slip_offered("mentor bellen, ria, maandag", table) == "actie Ria: mentor bellen; maandag; ");
  CHECK(slip_offered("mentor bellen, ria, maandag, daan", table) == "actie Ria: mentor bellen; maandag; Daan");
  CHECK(slip_offered("daan belt de wijkagent, morgen, ria", table) == "actie Daan: belt de wijkagent; morgen; Ria");
  CHECK(slip_offered("elke woensdag appt daan met moeder, ria houdt dat in de gaten", table) ==
        "actie Daan: appt met moeder; elke woensdag; Ria");
  CHECK_FALSE(has(asked_back("rustig, lief, maandag", table), "actie"));
  CHECK_FALSE(has(asked_back("daan zegt 4 maanden", table), "actie"));
  CHECK(slip_offered("daan zegt misschien de buurvrouw", table) == "Daan aantekening: misschien de buurvrouw");
  CHECK(slip_offered("daan zegt dat het lukt", table) == "Daan aantekening: zegt dat het lukt");
}

TEST_CASE("what is typed behind an action that was asked about has its place in it", "[desk][guided]") {
  const std::vector<std::string_view> people{"Noor van Dam", "Daan", "Ria"};
  const auto filled = [&](const std::string& action, const std::string& line) {
    return desk::action_filled(action, line, people, kTuesday.today).value_or("-");
  };
  const std::string zus = "actie Daan: zus vragen; ";
  CHECK(filled(zus, "vrijdag, ria kijkt na") == "actie Daan: zus vragen; vrijdag; Ria");
  CHECK(filled(zus, "ria luistert mee") == "actie Daan: zus vragen; Ria");
  CHECK(filled("actie: zus vragen", "daan, vrijdag, ria") == "actie Daan: zus vragen; vrijdag; Ria");
  CHECK(filled("actie: zus vragen", "dat doet ria wel") == "actie Ria: zus vragen");
  const std::string belt = "actie Daan: belt; morgen; ";
  CHECK(filled(belt, "niet morgen maar overmorgen") == "actie Daan: belt; overmorgen; ");
  CHECK(filled(belt, "nee, vrijdag") == "actie Daan: belt; vrijdag; ");
  CHECK(filled(belt, "nee dat doet ria") == "actie Ria: belt; morgen; ");
  CHECK(filled(belt, "niet Daan maar Ria") == "actie Ria: belt; morgen; ");
  CHECK(filled(belt, "o nee die is voor ria") == "actie Ria: belt; morgen; ");
  CHECK(filled(belt, "vrijdag bedoel ik") == "actie Daan: belt; vrijdag; ");
  CHECK(filled(belt, "nee dat is te lastig voor ria") == "-");
  // What says more, or what stands there already, is a line of its own.
  for (const auto* line : {"vrijdag", "vrijdag, de school belt", "moeder kijkt na", "ria: vrijdag", "vrijdag?"}) {
    CAPTURE(line);
    CHECK(filled(belt, line) == "-");
  }
}

TEST_CASE("a kind in other words, a meeting without some and other small words are understood", "[desk][guided]") {
  const auto table = just_told("de brief kwam");
  CHECK(given(meant("noor: wat ie wil: met rust gelaten worden", table)) ==
        R"(Noor van Dam: {"do":"Say","kind":"wish","text":"met rust gelaten worden"})");
  const auto agenda = meant("agenda?", table);
  CHECK(std::holds_alternative<desk::LookAt>(agenda));
  for (const auto* line : {"ongedaan maken", "weg die laatste van mij", "die laatste mag weg"}) {
    CAPTURE(line);
    CHECK(slip_offered(line, table) == "ongedaan");
  }
  CHECK(slip_offered("noor: haal die naam maar weg", table) == "trek b4 in");
  CHECK(slip_offered("noor: laat mijn laatste opmerking maar weg", table) == "trek b4 in");
  for (const auto* line : {"noor: haal de kinderen weg", "noor: haal die jongen daar weg", "noor: gooi die brief weg",
                           "noor: laat dat gesprek maar weg", "noor: remove that man from the house"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line, table), "trek"));
  }
}

}  // namespace casus::test
