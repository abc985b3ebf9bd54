// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/lines_at_table.hpp"
#include "tests/support/has.hpp"

// A verb says what is meant: whose question it is, who is there, whose action it is, what somebody scores. And
// sentences that only look so, which stay what somebody says.

namespace casus::test {
namespace {

service::Table with_kinds(std::vector<service::SaidKind> kinds) {
  auto table = at_table();
  table.kinds = std::move(kinds);
  table.other_kinds = {{"fact", "feit"}, {"choice", "keuze"}};
  return table;
}

/// What a line becomes where Els is of the team and not there yet.
Meant with_els(const std::string& line, const service::Table& table) {
  auto names = kNames;
  names.team = {"Samira", "Noor van Dam", "Daan", "Ria", "Els"};
  return desk::meant_by(line, table, names, kTuesday);
}

std::string begins_with_whom(const std::string& line) {
  const auto answer = with_els(line, {});
  const auto* begin = std::get_if<desk::SteerMeeting>(&answer);
  return begin != nullptr && begin->what == desk::Ask::start ? begin->about : "another line";
}

std::string line_offered(const Meant& answer) {
  const auto* asked = std::get_if<desk::Unsure>(&answer);
  return asked == nullptr ? std::string() : asked->line;
}

}  // namespace

TEST_CASE("a verb behind the name says of what kind it is", "[desk][guided]") {
  CHECK(given("daan vraagt: Wat wil zij?") == R"(Daan: {"do":"Say","kind":"question","text":"Wat wil zij?"})");
  CHECK(given("Ria asks: What now?") == R"(Ria: {"do":"Say","kind":"question","text":"What now?"})");
  for (const auto* line : {"noor antwoordt: sinds de zomer", "noor answers: sinds de zomer"}) {
    CAPTURE(line);
    CHECK(given(line) == R"(Noor van Dam: {"do":"Say","kind":"answer","text":"sinds de zomer"})");
  }
  const auto choosing = with_kinds({{"choice", "keuze"}});
  for (const auto* line : {"noor kiest: rust in huis", "noor picks: rust in huis"}) {
    CAPTURE(line);
    CHECK(given(meant(line, choosing)) == R"(Noor van Dam: {"do":"Say","kind":"choice","text":"rust in huis"})");
  }
  CHECK(asked_back("noor kiest: opa", with_kinds({{"idea", "idee"}})).ends_with("| Noor van Dam keuze: opa"));
  // Of others it is told, and a verb in a sentence is one.
  for (const auto* line : {"moeder vraagt: Wat nu?", "daan vraagt zich af: komt zij nog?"}) {
    CAPTURE(line);
    CHECK(given(line) == "not a command");
  }
  for (const auto* line : {"daan: hij vraagt niets meer", "daan: zij kiest haar eigen weg"}) {
    CAPTURE(line);
    CHECK_THAT(given(line), Catch::Matchers::StartsWith(R"(Daan: {"do":"Say","kind":"")"));
  }
}

TEST_CASE("who is there is answered as people say it", "[desk][guided]") {
  CHECK(begins_with_whom("iedereen is er behalve Els") == "iedereen behalve Els");
  CHECK(begins_with_whom("iedereen is er op Els en Daan na") == "iedereen behalve Els en Daan");
  CHECK(begins_with_whom("everyone is here except Els") == "iedereen behalve Els");
  CHECK(begins_with_whom("we zijn er allemaal behalve Els") == "iedereen behalve Els");
  CHECK(begins_with_whom("we are all here except Els") == "iedereen behalve Els");
  for (const auto* line : {"iedereen is er", "we zijn compleet.", "we are all here"})
    CHECK(begins_with_whom(line) == "iedereen");
  for (const auto* line : {"iedereen is er moe van", "iedereen is er behalve de zon", "iedereen is er?"})
    CHECK(begins_with_whom(line) == "another line");
  // Who is not there, before it begins: it begins without them.
  desk::MeetingNames nobody_yet;
  nobody_yet.team = {"Samira", "Els"};
  for (const auto* line : {"els is er niet", "Els komt niet", "els can't make it"}) {
    CAPTURE(line);
    CHECK(line_offered(desk::meant_by(line, {}, nobody_yet, kTuesday)) == "begin iedereen behalve Els");
  }
  CHECK(line_offered(desk::meant_by("els is ziek vandaag", {}, nobody_yet, kTuesday)) == "begin iedereen behalve Els");
  // What answers "who is there" needs no word in front: names in a row, or who is away with the rest there.
  const auto begins = [&](const char* line) {
    const auto meant = desk::meant_by(line, {}, nobody_yet, kTuesday);
    const auto* steers = std::get_if<desk::SteerMeeting>(&meant);
    return steers != nullptr && steers->what == desk::Ask::start ? steers->about : "another line";
  };
  CHECK(begins("samira, els") == "samira, els");
  CHECK(begins("samira en els") == "samira en els");
  CHECK(begins("aanwezig: samira") == "samira");
  for (const auto* line : {"els is ziek vandaag, de rest is er", "els is er niet, verder is iedereen er",
                           "els komt later maar de rest is er", "els is ill, everyone else is here"}) {
    CAPTURE(line);
    CHECK(begins(line) == "iedereen behalve els");
  }
  for (const auto* line : {"iedereen behalve els, die komt later", "allemaal behalve els", "iedereen op els na",
                           "iedereen is er behalve els, die is ziek", "everyone except els"}) {
    CAPTURE(line);
    CHECK(begins(line) == "iedereen behalve els");
  }
  for (const auto* line : {"samira", "samira en oma", "samira vindt els aardig", "aanwezig: oma", "de rest is er"}) {
    CAPTURE(line);
    CHECK(begins(line) == "another line");
  }
  CHECK(begins_with_whom("samira, els") == "another line");  // once somebody is there it was answered
  // With a case on the table that was answered before.
  CHECK_FALSE(std::holds_alternative<desk::SteerMeeting>(with_els("iedereen is er behalve Els", at_table())));
}

TEST_CASE("who is of the team and now there comes to the table", "[desk][guided]") {
  for (const auto* line :
       {"els is er", "Els is present", "els is aanwezig", "els's here", "els’s back", "els is hier"}) {
    CAPTURE(line);
    CHECK(line_offered(with_els(line, at_table())) == "erbij Els");
  }
  CHECK(line_offered(with_els("ria's gone", at_table())) == "weg Ria");
  for (const auto* line : {"oma is er elke dag", "moeder is er", "els is er slecht aan toe"}) {
    CAPTURE(line);
    CHECK_FALSE(has(line_offered(with_els(line, at_table())), "erbij"));
  }
}

TEST_CASE("who says nothing lets the turn go by", "[desk][guided]") {
  const auto round = with_kinds({{"idea", "idee"}});
  for (const auto* line : {"daan zegt niks", "daan zegt niets.", "daan says nothing", "daan: niks"}) {
    CAPTURE(line);
    CHECK(given(meant(line, round)) == R"(Daan: {"do":"Pass"})");
  }
  // Who is of the team and not at the table has none either.
  const auto absent = with_els("pas els", round);
  CHECK(line_offered(absent) == "erbij Els");
  CHECK_FALSE(std::get<desk::Unsure>(absent).whole);
  // Who has no turn has none to let go by, and it is no idea.
  for (const auto* line :
       {"samira zegt niks", "samira pas", "samira past", "samira: past", "samira passes", "samira: pass"}) {
    CAPTURE(line);
    CHECK(asked_back(line, round) == "Samira is in deze stap niet aan het woord, en hoeft niet te passen | ");
  }
  for (const auto* line : {"daan past", "daan: pas", "daan passes", "daan: pass"}) {
    CAPTURE(line);
    CHECK(given(meant(line, round)) == R"(Daan: {"do":"Pass"})");
  }
  CHECK(given(meant("daan zegt niks tegen zijn moeder", round)) == "not a command");
  CHECK_THAT(given(meant("daan: zegt niks", round)), Catch::Matchers::StartsWith(R"(Daan: {"do":"Say")"));
}

TEST_CASE("an action is handed to who is named", "[desk][guided]") {
  for (const auto* line : {"a1 is voor ria", "A1 gaat naar Ria", "a1: is for ria", "a1 neemt ria over",
                           "a1 wordt door ria gedaan", "a1 will be done by ria"}) {
    CAPTURE(line);
    CHECK(has(given(line), R"("do":"ChangeAction")"));
    CHECK(has(given(line), R"("who":"Ria")"));
  }
  CHECK_THAT(given("daan: a1 is voor ria"), Catch::Matchers::StartsWith("Daan: "));
  for (const auto* line : {"a1 is voor zijn moeder", "a1 gaat naar de gemeente", "a1 doet er niet toe"}) {
    CAPTURE(line);
    CHECK(given(line) == "not a command");
  }
}

TEST_CASE("an action that is still to be done is not kept as done", "[desk][guided]") {
  for (const auto* line : {"a1 is bijna klaar", "a1 klaar voor vrijdag", "a1 wordt morgen geregeld",
                           "a1 is nearly done", "a1 will be done on Friday"}) {
    CAPTURE(line);
    CHECK_THAT(asked_back(line), Catch::Matchers::StartsWith("a1 loopt dus nog en blijft staan."));
  }
  for (const auto* line : {"a1 is klaar", "a1 is done", "a1 kan weg"}) {
    CAPTURE(line);
    CHECK(has(given(line), R"("do":"FinishAction")"));
  }
}

TEST_CASE("an agreement of which the text says who does it is offered as their action", "[desk][guided]") {
  const auto choosing = with_kinds({{"choice", "keuze"}});
  CHECK(asked_back("afspraak: daan belt de bank voor vrijdag", choosing)
            .ends_with("| actie Daan: belt de bank; voor vrijdag; "));
  CHECK(asked_back("agreement: daan will ring the bank by friday", choosing)
            .ends_with("| actie Daan: ring the bank; by friday; "));
  CHECK(asked_back("afspraak: ria belt de bank", choosing).ends_with("| actie Ria: belt de bank"));
  CHECK(asked_back("taak voor ria: bank bellen; vrijdag; samira", choosing)
            .ends_with("| actie Ria: bank bellen; vrijdag; samira"));
  // Where the step asks for agreements it is one of those.
  CHECK_FALSE(has(asked_back("afspraak: daan belt morgen", with_kinds({{"agreement", "afspraak"}})), "actie"));
}

TEST_CASE("an action may begin with its day", "[desk][guided][days]") {
  const auto choosing = with_kinds({{"choice", "keuze"}});
  CHECK(asked_back("morgen belt daan de bank", choosing).ends_with("| actie Daan: belt de bank; morgen; "));
  CHECK(asked_back("morgen belt daan de bank, ria kijkt na", choosing)
            .ends_with("| actie Daan: belt de bank; morgen; Ria"));
  CHECK(asked_back("tomorrow ria will ring the bank", choosing).ends_with("| actie Ria: ring the bank; tomorrow; "));
  for (const auto* line : {"gisteren belde daan de bank", "morgen belt oma de bank", "morgen belt daan de bank?"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line, choosing), "actie"));
  }
}

TEST_CASE("whose wish it is stays in the words", "[desk][guided]") {
  CHECK(asked_back("daan, wens van de jongen: weer voetballen") ==
        "zegt Daan dit, als wens van de inwoner? Enter als dat klopt | "
        "Daan wens van de inwoner: weer voetballen (van de jongen)");
  CHECK(asked_back("wens van moeder: rust").ends_with("| Daan wens van de inwoner: rust (van moeder)"));
}

TEST_CASE("a score that somebody gives asks what shows it", "[desk][guided]") {
  CHECK(asked_back("daan geeft een 6 want zij slaapt weer").ends_with("| cijfer Daan 6: zij slaapt weer"));
  CHECK(asked_back("ria gives it a 7 because she sleeps").ends_with("| cijfer Ria 7: she sleeps"));
  CHECK(asked_back("daan geeft een 6").ends_with("| cijfer Daan 6: "));
  for (const auto* line : {"daan geeft een feest", "daan geeft een 6 jaar oude fiets weg", "oma geeft een 6"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line), "cijfer"));
  }
}

TEST_CASE("the next time, with a day, is the day to look back", "[desk][guided][days]") {
  CHECK(asked_back("volgende keer over drie weken terug").ends_with("| terugkijken over drie weken"));
  CHECK(asked_back("de volgende keer over drie weken").ends_with("| terugkijken over drie weken"));
  CHECK(asked_back("next time in three weeks again").ends_with("| terugkijken in three weeks"));
  for (const auto* line : {"volgende keer gaat daan mee terug", "de volgende keer neemt zij haar zus mee"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line), "terugkijken"));
  }
}

TEST_CASE("of an action of two neither is lost", "[desk][guided]") {
  CHECK(asked_back("actie noor en ria: belt de bank voor vrijdag")
            .ends_with("| actie Noor van Dam: samen met Ria belt de bank voor vrijdag"));
  CHECK(asked_back("actie daan and ria: bellen; morgen; samira")
            .ends_with("| actie Daan: samen met Ria bellen; morgen; samira"));
  CHECK(asked_back("actie daan, ria: bellen; morgen; samira")
            .ends_with("| actie Daan: samen met Ria bellen; morgen; samira"));
  // The line that is offered is understood in its turn.
  CHECK(has(given("actie Daan: samen met Ria bellen; morgen; samira"), R"("what":"samen met Ria bellen")"));
  // Two people in what is done are no two owners.
  CHECK(has(given("actie daan: bellen met noor en ria; morgen; samira"), R"("what":"bellen met noor en ria")"));
  CHECK(has(given("actie daan: brood en melk halen; morgen; samira"), R"("who":"Daan")"));
}

}  // namespace casus::test
