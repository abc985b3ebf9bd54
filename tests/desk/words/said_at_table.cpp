// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/people/names_line.hpp"
#include "tests/desk/lines_at_table.hpp"

// Lines as they were typed in a trial of a meeting: each in the right field, or asked about with a way on that works.

namespace casus::test {
namespace {

/// Noor tells; Samira leads, Daan and Ria listen.
service::Table story_time() {
  auto table = at_table();
  table.presenter = "Noor van Dam";
  table.seats = {seat("p1", "Noor van Dam", true), seat("p2", "Samira"), seat("p3", "Daan"), seat("p4", "Ria")};
  table.kinds = {{"fact", "feit"}, {"wish", "wens van de inwoner"}, {"strength", "kracht"}};
  table.other_kinds = {{"idea", "idee"}};
  return table;
}

std::string asked_in_story(const std::string& line) { return asked_back(line, story_time()); }

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("names in a row are each one person, and of whom nobody knows nobody is made", "[desk][guided]") {
  const std::vector<std::string_view> team{"Samira", "Noor van Dam", "Daan", "Ria", "Denise", "Piet, de oude"};
  const auto read = [&](std::string_view typed) { return desk::read_names(typed, team); };
  for (const auto* typed :
       {"samira, noor, daan en ria", "samira noor daan ria", "Samira,Noor,Daan,Ria", "samira en noor en daan en ria",
        "samira, noor daan & ria", "samira; noor van dam; daan, ria"}) {
    CAPTURE(typed);
    CHECK(read(typed).known == Names{"Samira", "Noor van Dam", "Daan", "Ria"});
    CHECK(read(typed).unknown.empty());
  }
  const auto some = read("daan en joke");
  CHECK(some.known == Names{"Daan"});
  CHECK(some.unknown == Names{"joke"});
  CHECK(read("ria, bram en fatma").unknown == Names{"bram", "fatma"});
  CHECK(read("ria bakker").known.empty());
  CHECK(read("daan en de buurvrouw").unknown == Names{"de buurvrouw"});
  CHECK(read("piet, de oude").known == Names{"Piet, de oude"});
  CHECK(read("daan, daan").known == Names{"Daan"});
  CHECK(read("").all().empty());
}

TEST_CASE("telling the resident later today is to be done, and is done only when that is said",
          "[desk][guided][days]") {
  const auto told = [](const std::string& when) { return given("vertel noor: wat wij bespraken; " + when); };
  const std::string later =
      R"(: {"do":"TellResident","later":true,"on":"2026-03-03","what":"wat wij bespraken","who":"Noor van Dam"})";
  const std::string done =
      R"(: {"do":"TellResident","on":"2026-03-03","what":"wat wij bespraken","who":"Noor van Dam"})";
  for (const auto* when : {"vanavond", "vanmiddag", "vandaag", "vandaag nog", "today", "tonight"}) {
    CAPTURE(when);
    CHECK(told(when) == later);
  }
  for (const auto* when : {"al verteld", "vanochtend al verteld", "net gedaan", "vandaag verteld", "already told"}) {
    CAPTURE(when);
    CHECK(told(when) == done);
  }
  CHECK(told("gisteren").find(R"("on":"2026-03-02")") != std::string::npos);
  CHECK(told("gisteren").find("later") == std::string::npos);
  CHECK(told("morgen").find("later") == std::string::npos);
}

TEST_CASE("a kind behind a name is a kind, however much of its name is typed", "[desk][guided]") {
  for (const auto* line : {"daan wens inwoner: met rust", "daan wens mw: met rust", "daan wens van inwoner: met rust",
                           "daan wens: met rust"}) {
    CAPTURE(line);
    CHECK(given(line) == R"(Daan: {"do":"Say","kind":"wish","text":"met rust"})");
  }
  CHECK(asked_in_story("noor kracht hij kan goed koken").ends_with("| Noor van Dam kracht: hij kan goed koken"));
  CHECK(asked_in_story("noor feit zus woont om de hoek").ends_with("| Noor van Dam feit: zus woont om de hoek"));
  CHECK(asked_in_story("noor wens; weer naar de markt")
            .ends_with("| Noor van Dam wens van de inwoner: weer naar de markt"));
  CHECK(asked_in_story("noor: kracht humor").ends_with("| Noor van Dam kracht: humor"));
  CHECK(asked_in_story("noor - hij eet nog maar 1x").ends_with("| Noor van Dam: hij eet nog maar 1x"));
  // A sentence that begins so is a sentence.
  for (const auto* line : {"noor: kracht is er genoeg", "noor: feit is dat hij valt"}) {
    CAPTURE(line);
    CHECK_THAT(given(meant(line, story_time())), Catch::Matchers::StartsWith(R"(Noor van Dam: {"do":"Say","kind":"")"));
  }
}

TEST_CASE("what stands behind the day of an action stays: who checks", "[desk][guided][days]") {
  for (const auto* when : {"ergens volgende week", "liefst volgende week"})
    CHECK(given("actie ria: repair cafe polsen, " + std::string(when) + ", daan") ==
          R"(: {"by_when":"2026-03-10","checks":"Daan","do":"AddAction","what":"repair cafe polsen","who":"Ria"})");
}

TEST_CASE("another day for an action, and one that falls away, are said at the table", "[desk][guided][days]") {
  const std::string moved =
      R"(: {"action":"a1","because":"de school is dicht","by_when":"2026-03-06","do":"MoveAction"})";
  for (const auto* line :
       {"a1 naar vrijdag omdat de school is dicht", "a1 verplaatsen naar vrijdag want de school is dicht",
        "verplaats a1 naar vrijdag omdat de school is dicht"}) {
    CAPTURE(line);
    CHECK(given(line) == moved);
  }
  auto agreed = at_table();
  agreed.open_actions = {{"a1", "school bellen"}};
  CHECK(asked_back("a1 naar vrijdag", agreed) ==
        "a1 gaat naar vrijdag 6 maart 2026: waarom? Zet de reden erachter | a1 naar vrijdag omdat ");
  CHECK(asked_back("a1 naar elke woensdag") ==
        "'elke woensdag' komt steeds terug, en hier past maar één dag. Bedoel je woensdag 4 maart 2026? Typ dan die "
        "dag. | a1 naar elke woensdag");
  CHECK(given("a3 hoeft niet meer") == R"(: {"action":"a3","do":"FinishAction","state":"dropped"})");
  CHECK(given("a3 is niet meer nodig, zij verhuist") ==
        R"(: {"action":"a3","do":"FinishAction","note":"is niet meer nodig, zij verhuist","state":"dropped"})");
  CHECK(given("a3 hoeft niet meer want zij verhuist") ==
        R"(: {"action":"a3","do":"FinishAction","note":"zij verhuist","state":"dropped"})");
  CHECK(given("a3 no longer needed") == R"(: {"action":"a3","do":"FinishAction","state":"dropped"})");
  CHECK(given("a2 is deels gelukt, mentor belt terug") ==
        R"(: {"action":"a2","do":"FinishAction","note":"mentor belt terug","state":"partly"})");
}

TEST_CASE("a place in a line that was offered is no reason and no text", "[desk][guided][mending]") {
  CHECK(asked_back("corrigeer b1 omdat REDEN: Rust") ==
        "typ nog wat er in plaats van REDEN moet staan | corrigeer b1 omdat REDEN: Rust");
  CHECK(asked_back("trek b1 in omdat REDEN").starts_with("typ nog wat er in plaats van REDEN"));
  CHECK(asked_back("withdraw b1 because REASON").starts_with("typ nog wat er in plaats van REASON"));
  CHECK(asked_back("corrigeer b1 omdat het klopt niet: TEKST").starts_with("typ nog wat er in plaats van TEKST"));
  CHECK(given("trek b1 in omdat de reden ontbrak") == R"(: {"because":"de reden ontbrak","do":"Withdraw","ref":"b1"})");
}

TEST_CASE("the last line is taken back and put back without its number", "[desk][guided][mending]") {
  CHECK(given("trek laatste in") == R"(: {"do":"Withdraw"})");
  CHECK(given("trek laatste in want dubbel") == R"(: {"because":"dubbel","do":"Withdraw"})");
  CHECK(given("zet laatste terug") == R"(: {"do":"Restore"})");
  CHECK(given("restore last because a slip") == R"(: {"because":"a slip","do":"Restore"})");
  CHECK(asked_back("zet laatste punt op de agenda").starts_with("zegt Daan dit?"));
}

TEST_CASE("a reason behind what is withdrawn is kept, whatever stands before it", "[desk][guided][mending]") {
  for (const auto* line :
       {"trek b17 in omdat dubbel", "trek b17 in, dubbel", "trek b17 in: dubbel", "trek b17 in - dubbel",
        "trek b17 in (dubbel)", "trek b17 in, want dubbel", "trek b17 in dubbel", "trek b17: dubbel"}) {
    CAPTURE(line);
    CHECK(given(line) == R"(: {"because":"dubbel","do":"Withdraw","ref":"b17"})");
  }
  for (const auto* line : {"trek laatste in, dubbel", "trek laatste in: dubbel", "trek laatste in want dubbel"}) {
    CAPTURE(line);
    CHECK(given(line) == R"(: {"because":"dubbel","do":"Withdraw"})");
  }
  CHECK(given("zet b3 terug, toch goed") == R"(: {"because":"toch goed","do":"Restore","ref":"b3"})");
}

TEST_CASE("a time of the clock is no name, and a number before a line is no part of it", "[desk][guided]") {
  CHECK(asked_in_story("om 14:30 komt altijd de buurman koffie drinken")
            .ends_with("| Noor van Dam: om 14:30 komt altijd de buurman koffie drinken"));
  CHECK(given("daan: om 14:30 komt de buurman").find("om 14:30 komt de buurman") != std::string::npos);
  CHECK(given("1) daan: Hoe lang al?") == given("daan: Hoe lang al?"));
  CHECK(given("2. daan: Hoe lang al?") == given("daan: Hoe lang al?"));
  CHECK(given("terugkijken vrijdag 16.00").find("2026-03-06") != std::string::npos);
  CHECK(given("terugkijken 10.12").find("2026-12-10") != std::string::npos);
}

TEST_CASE("a sentence that begins with a word of the meeting is kept as a sentence", "[desk][guided]") {
  for (const auto* line : {"doel was anders", "cijfer was een 6 vorige keer", "leer hem fietsen zei zijn vader",
                           "vertel hem dat maar eens", "signaal is zwak op de boot",
                           "resultaat van het onderzoek komt vrijdag", "begin bij de post"}) {
    CAPTURE(line);
    CHECK(asked_in_story(line).ends_with(std::string("| Noor van Dam: ") + line));
  }
  CHECK(asked_in_story("NB: de hond blijft").ends_with("| Noor van Dam: NB: de hond blijft"));
  // What begins such a word and lacks its text is asked for that.
  CHECK(asked_in_story("doel").starts_with("zo typ je dit: doel"));
  CHECK(asked_in_story("resultaat a1 gelukt").starts_with("zo typ je dit: resultaat"));
  // What lacks its colon alone is offered with it.
  CHECK(asked_in_story("doel moeder slaapt weer").ends_with("| doel: moeder slaapt weer"));
  CHECK(asked_in_story("goal mother sleeps again").ends_with("| doel: mother sleeps again"));
}

TEST_CASE("two speakers are seen in one line, whatever word the first of them begins with", "[desk][guided]") {
  const auto apart = [](const std::string& line) {
    const auto answer = meant(line, story_time());
    const auto* asked = std::get_if<desk::Unsure>(&answer);
    return asked == nullptr ? std::vector<std::string>() : asked->apart;
  };
  using Lines = std::vector<std::string>;
  CHECK(apart("noor: laat het zo. ria: nee, dat kan niet") == Lines{"noor: laat het zo.", "ria: nee, dat kan niet"});
  CHECK(apart("daan: zet maar op de lijst. ria: ja") == Lines{"daan: zet maar op de lijst.", "ria: ja"});
  CHECK(apart("daan: laat de oom hem bellen. ria: ja goed") == Lines{"daan: laat de oom hem bellen.", "ria: ja goed"});
  CHECK(apart("daan: zet dat erin, samira: ok") == Lines{"daan: zet dat erin", "samira: ok"});
  CHECK(apart("daan: vraag het maar. ria: ja") == Lines{"daan: vraag het maar.", "ria: ja"});
  CHECK(apart("daan: wacht nog even; ria: ja") == Lines{"daan: wacht nog even", "ria: ja"});
  CHECK(apart("daan: doel is rust. ria: ja") == Lines{"daan: doel is rust.", "ria: ja"});
  // A word of the meeting, with whom it is about.
  for (const auto* line : {"daan: actie ria: bellen; woensdag; samira", "daan: cijfer ria 6: het gaat",
                           "daan: vraag ria: wat nu?", "daan: corrigeer b2 omdat ria: anders"}) {
    CAPTURE(line);
    CHECK(apart(line).empty());
  }
}

TEST_CASE("what is offered has every word of the line, and is kept when it is taken", "[desk][guided]") {
  const auto offers = [](const std::string& line, const std::string& offer) {
    CAPTURE(line);
    const auto answer = meant(line, story_time());
    const auto* asked = std::get_if<desk::Unsure>(&answer);
    REQUIRE(asked != nullptr);
    CHECK(asked->line == offer);
    CHECK(asked->whole);
    CHECK_FALSE(std::holds_alternative<desk::Unsure>(meant(offer, story_time())));
  };
  offers("cijfer daan 3 hij komt nooit op tijd", "cijfer Daan 3: hij komt nooit op tijd");
  offers("signaal: lift kapot in de flat", "signaal overig: lift kapot in de flat");
  offers("signaal lift kapot in de flat", "signaal overig: lift kapot in de flat");
  offers("corrigeer b12 misschien helpt een alarmknop", "corrigeer b12: misschien helpt een alarmknop");
  offers("b12 moet zijn: misschien een alarmknop", "corrigeer b12: misschien een alarmknop");
  offers("actie daan oom bellen vanavond noor", "actie Daan: oom bellen; vanavond; Noor van Dam");
  offers("resultaat a1 gelukt ze belde meteen", "resultaat a1 gelukt: ze belde meteen");
  offers("doel hij gaat 2 dagdelen per week naar school", "doel: hij gaat 2 dagdelen per week naar school");
  offers("noor/ hij wil niks", "Noor van Dam: hij wil niks");
  offers("noor - hij wil niks", "Noor van Dam: hij wil niks");
  offers("noor/hij wil niks", "Noor van Dam: hij wil niks");
  offers("samira, kracht, zij vraagt door", "Samira kracht: zij vraagt door");
}

TEST_CASE("a word of the meeting without its colon is offered with it, and not as what somebody says",
          "[desk][guided]") {
  auto table = story_time();
  table.question = "Hoe verder?";
  CHECK(asked_back("hoopt dat we één ding weten", table).ends_with("| hoopt: dat we één ding weten"));
  CHECK(asked_back("doel hij gaat weer elke dag", table).starts_with("bedoel je 'doel: hij gaat weer elke dag'?"));
  CHECK(given("a9 is klaar").find(R"("action":"a9","do":"FinishAction")") != std::string::npos);
  CHECK(given("a9 is nog niet klaar") == "not a command");
  // Of another step: its own kind, and never a part of the text.
  CHECK(given(meant("noor: idee: misschien een alarmknop", story_time())) ==
        R"(Noor van Dam: {"do":"Say","kind":"idea","text":"misschien een alarmknop"})");
}

TEST_CASE("a kind is understood in each language of its method", "[desk][guided]") {
  auto table = story_time();
  table.kinds.push_back({"harm", "Schaden", {}, {}, {"schade", "harm", "Schaden"}});
  table.other_kinds.push_back({"key_question", "Schlüsselfrage", {}, {}, {"sleutelvraag", "key question"}});
  const auto kind = [&](const std::string& line) { return given(meant(line, table)); };
  for (const auto* line : {"noor schaden: er fiel", "noor schade: er fiel", "noor harm: er fiel"}) {
    CAPTURE(line);
    CHECK_THAT(kind(line), Catch::Matchers::Contains(R"("kind":"harm")"));
  }
  CHECK_THAT(kind("noor sleutelvraag: hoe dan?"), Catch::Matchers::Contains(R"("kind":"key_question")"));
}

}  // namespace casus::test
