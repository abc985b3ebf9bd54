// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/waiting_line.hpp"
#include "core/desk/meeting/typed_again.hpp"
#include "core/report/history/history_text.hpp"
#include "tests/desk/sat.hpp"
#include "tests/support/has.hpp"

// What the screen asked about stays asked, and nothing that was typed is swallowed.

namespace casus::test {
namespace {

struct Begun {
  TeamRoom room;

  Begun() { room.begin_meeting(); }
};
/// Samira leads the meeting, with Noor's case of the reflecting team on the table, in the step in which Noor tells.
struct Asking : Begun, Sat {
  using Sat::room;

  Asking() : Sat(Begun::room) {
    for (const auto* line : {"neem 2026-001", "verder", "verder"}) meeting.take(line);
  }

  std::vector<std::string> waiting() { return meeting.now().waiting; }
  /// "kind: text", as kept.
  std::vector<std::string> said() {
    std::vector<std::string> all;
    for (const auto& it : state().contributions) all.push_back(it.kind + ": " + it.text);
    return all;
  }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a record of which a field was put right waits no longer, and what says something else does",
          "[desk][guided]") {
  desk::WaitingLine waits{.line = "noor kant: Ik zwijg; nadeel: De zoon helpt niet"};
  const auto answered = [&](const std::string& line) { return desk::says_the_same(line, waits, false); };
  CHECK(answered("noor kant: Ik zwijg; nadelig gevolg: De zoon helpt niet"));
  CHECK(answered("Noor kant: ik zwijg; nadelig gevolg: De zoon weet van niets; wie: Noor"));
  CHECK_FALSE(answered("ria kant: Ik zwijg; nadelig gevolg: De zoon helpt niet"));
  CHECK_FALSE(answered("noor kant: Ik vertel het; nadelig gevolg: Zij is boos"));
  CHECK_FALSE(answered("noor kant: Ik zwijg; en dat is moeilijk"));
  // What is no field of it would be lost.
  waits.line = "ria: Zij is bang; hij slaat haar";
  CHECK_FALSE(answered("ria: Zij is bang; sinds: mei"));
  waits.line = "noor schade: Hij viel; zei niets; ernst: 99";
  CHECK(answered("noor schade: Hij viel; zei niets; ernst: 9"));
  waits.line = "noor schatting: weinig";
  CHECK(answered("noor schatting: weinig; kans: 35"));
  CHECK_FALSE(answered("noor schatting: veel; kans: 35"));
}

TEST_CASE("a line that was asked about stays asked while others type on, until it is said", "[desk][guided]") {
  Asking at;
  CHECK(has(at.after("noro: Zij slaapt slecht sinds de zomer"), "bedoelde je Noor?"));
  CHECK(at.waiting() == Lines{"noro: Zij slaapt slecht sinds de zomer"});
  const auto next = at.after("noor: De post ligt dicht");
  CHECK(has(next, "De post ligt dicht"));
  CHECK(has(next, "wacht op antwoord: 'noro: Zij slaapt slecht sinds de zomer'. Typ: wacht"));
  CHECK(has(at.after("noor: De oudste helpt"), "wacht op antwoord"));
  // Asked again, with the same way on.
  CHECK(has(at.after("wacht"), "bedoelde je Noor?"));
  CHECK(at.meeting.now().offered_line() == "Noor: Zij slaapt slecht sinds de zomer");
  CHECK_FALSE(has(at.after(""), "wacht op antwoord"));
  CHECK(at.waiting().empty());
  CHECK(at.said() ==
        Lines{"fact: De post ligt dicht", "fact: De oudste helpt", "fact: Zij slaapt slecht sinds de zomer"});
  CHECK(has(at.after("wacht"), "er wacht geen regel op antwoord"));
}

TEST_CASE("who says it with another name, or by a name alone, has answered", "[desk][guided]") {
  Asking at;
  at.after("noro: Zij slaapt slecht");
  at.after("noor: zij slaapt slecht.");
  CHECK(at.waiting().empty());
  at.after("noro: Zij eet weinig");
  at.after("noor");
  CHECK(at.waiting().empty());
  at.after("de buurvrouw komt elke dag");
  REQUIRE(at.waiting() == Lines{"de buurvrouw komt elke dag"});
  at.after("noor");
  CHECK(at.waiting().empty());
  CHECK(at.said() == Lines{"fact: zij slaapt slecht.", "fact: Zij eet weinig", "fact: de buurvrouw komt elke dag"});
}

TEST_CASE("what waits is dropped by a word, or by no", "[desk][guided]") {
  Asking at;
  at.after("noro: Een tikfout");
  CHECK(has(at.after("nee"), "weggedaan: 'noro: Een tikfout'"));
  CHECK(at.waiting().empty());
  at.after("noro: Nog een tikfout");
  at.after("vreder");
  at.after("noro: En nog een");
  at.after("vreder");
  CHECK(at.waiting() == Lines{"noro: Nog een tikfout", "noro: En nog een"});
  CHECK(has(at.after("laat 2"), "weggedaan: 'noro: En nog een'"));
  CHECK(has(at.after("laat"), "weggedaan: 'noro: Nog een tikfout'"));
  CHECK(at.said().empty());
  // A sentence that begins so is a sentence.
  CHECK_FALSE(has(at.after("laat haar met rust vandaag"), "er wacht geen regel"));
}

TEST_CASE("what waits longest is asked again first, and then the next", "[desk][guided]") {
  Asking at;
  at.after("noro: Een");
  at.after("vreder");
  at.after("norr: Twee");
  const auto told = at.after("noor: Drie");
  CHECK(has(told, "wacht op antwoord: 'noro: Een', en daarna nog 1."));
  CHECK(has(at.after("wacht"), "'noro: Een': "));
  CHECK(has(at.after("wacht"), "'norr: Twee': "));
  CHECK(at.meeting.now().offered_line() == "Noor: Twee");
  at.after("");
  CHECK(at.waiting() == Lines{"noro: Een"});
  // Of what was just asked "laat" is about that one, and else about the oldest.
  at.after("norr: Vier");
  CHECK(has(at.after("laat"), "weggedaan: 'norr: Vier'"));
  CHECK(has(at.after("laat"), "weggedaan: 'noro: Een'"));
  CHECK(at.said() == Lines{"fact: Drie", "fact: Twee"});
}

TEST_CASE("what nobody answered is kept without a place when its case goes from the table", "[desk][guided]") {
  Asking at;
  at.after("noro: Zij slaapt slecht");
  at.after("noor wens: Rust");
  const auto done = at.after("klaar");
  CAPTURE(done);
  CHECK(has(done, "nog niet geplaatst: 'noro: Zij slaapt slecht'"));
  CHECK(at.waiting().empty());
  CHECK(at.said() == Lines{"wish: Rust", "unplaced: noro: Zij slaapt slecht"});
  CHECK(at.state().name_of(at.state().contributions.back().by, Lang::nl) == "Samira");
  // And when whoever typed goes away.
  at.after("neem 2026-002");
  at.after("verder");
  at.after("daaan: Hij is veel alleen");
  at.meeting.leave();
  const auto other = at.state("2026-002").contributions;
  REQUIRE(other.size() == 1);
  CHECK(other.front().text == "daaan: Hij is veel alleen");
}

TEST_CASE("a question how a word is typed holds nothing that somebody said, and waits for nothing", "[desk][guided]") {
  Asking at;
  for (const auto* line : {"actie", "meldcode 2", "erbij", "vreder", "noor:", "dank jullie wel", "geen gevaar"}) {
    CAPTURE(line);
    at.after(line);
    CHECK(at.waiting().empty());
  }
}

TEST_CASE("a step that a meeting parked counts only its time at the table", "[desk][guided][R5]") {
  Asking at;
  at.room.clock.advance(std::chrono::minutes(5));
  at.after("parkeer omdat Noor belt");
  at.room.clock.advance(std::chrono::minutes(40));
  at.after("neem 2026-001");
  at.room.clock.advance(std::chrono::minutes(2));
  at.after("noor wens: Rust");
  CHECK(has(at.after("verder"), "na 7 minuten (gepland"));
  const auto state = at.state();
  REQUIRE(state.visits.size() == 3);
  CHECK(state.visits[1].minutes() == 7);
}

TEST_CASE("however short, a line that was asked about waits", "[desk][guided]") {
  for (const auto* line : {"zij is bang", "hij slaat haar", "hij slaat", "daan ziet niets", "ja klopt", "huilt"}) {
    CAPTURE(line);
    Asking at;
    at.after(line);
    CHECK(at.waiting() == Lines{line});
    at.after("noor: De post ligt dicht");
    CHECK(at.waiting() == Lines{line});
    at.after("klaar");
    if (at.meeting.now().table) at.after("klaar");  // of danger it was asked once more
    const auto& safety = at.state().safety_notes;
    if (safety.empty()) CHECK(at.said().back() == std::string("unplaced: ") + line);
    else CHECK(safety.back().text == std::string("getypt, niet bevestigd: ") + line);
  }
}

TEST_CASE("what another says in the same words is a line of its own", "[desk][guided]") {
  Asking at;
  const Lines told{"buurvrouw: hij slaat", "buurman: hij slaat", "oma: hij slaat", "tante: hij slaat haar"};
  for (const auto& line : told) at.after(line);
  CHECK(at.waiting() == told);
  at.after("noor: iets anders");
  CHECK(at.waiting() == told);
  // One that is typed again, mended, is that one.
  Asking again;
  again.after("noro: Zij slaapt heel slecht");
  again.after("norr: Zij slaapt heel slecht");
  CHECK(again.waiting() == Lines{"norr: Zij slaapt heel slecht"});
}

TEST_CASE("a sentence that begins with a word of the meeting is asked about, and does nothing", "[desk][guided]") {
  for (const auto* line :
       {"klaar is hij nog niet met school", "stop met drinken wil hij", "verder gaat het goed met haar",
        "volgende week komt de deurwaarder", "volgende keer gaat daan mee", "einde van de maand komt het geld",
        "plan is om samen te gaan", "stap voor stap gaat het beter", "agenda van de huisarts is vol",
        "gezegd heeft ze dat niet", "done with school he is not", "stop drinking he will not", "weg is het geld",
        "pas op voor de hond", "neem contact op met de huisarts", "terug naar huis wil ze niet", "kies voor rust"}) {
    CAPTURE(line);
    Asking at;
    const auto step = at.state().here()->step;
    at.after(line);
    CHECK(at.waiting() == Lines{line});
    CHECK_FALSE(at.meeting.now().done);
    CHECK_FALSE(at.meeting.now().stopped);
    CHECK_FALSE(at.meeting.now().page);
    REQUIRE(at.meeting.now().table);
    CHECK(at.state().here()->step == step);
    CHECK(at.said().empty());
  }
}

TEST_CASE("a line that is refused waits like one that is asked about", "[desk][guided]") {
  Asking at;
  at.after("zorg: de kinderen eten slecht");
  for (const auto* line : {"actie buurvrouw: op de kinderen passen; zaterdag; noor", "meldcode 2: met Ria"}) {
    CAPTURE(line);
    at.after(line);
    CHECK_FALSE(at.meeting.now().done);
    at.after("noor: De post ligt dicht");
    CHECK(at.waiting() == Lines{line});
    at.after("laat");
  }
}

TEST_CASE("beside acute danger only what tells of danger is a report, and all else a note", "[desk][guided][R14]") {
  Asking at;
  at.after("gevaar: hij staat voor de deur");
  for (const auto* line : {"noor wens: rust", "daan: man", "daan: Waar is zij nu?"}) at.after(line);
  CHECK(has(at.after("noor: iemand belt"), "dit is een aantekening"));
  CHECK(at.said() ==
        Lines{"note: wens van de inwoner: rust", "note: man", "note: Waar is zij nu?", "note: iemand belt"});
  CHECK(at.state().safety_notes.size() == 1);
  CHECK(has(at.after("noor: hij slaat haar"), "dit staat erbij"));
  CHECK(at.state().safety_notes.size() == 2);
  CHECK(at.state().stage.safety == Safety::acute);
}

TEST_CASE("danger that is in no case is named before anybody goes, and lies with the meeting", "[desk][guided][R14]") {
  Asking at;
  at.after("klaar");
  at.after("gevaar: hij staat voor de deur");
  at.after("gevaar: zij is weg");
  at.after("hij slaat haar");
  const auto stop = at.after("stop");
  CHECK(has(stop, "'gevaar: hij staat voor de deur'. Die staat nog in geen casus"));
  CHECK(has(stop, "'gevaar: zij is weg'. Die staat nog in geen casus"));
  CHECK(has(stop, "wacht op antwoord: 'hij slaat haar'"));
  CHECK_FALSE(at.meeting.now().stopped);
  CHECK(has(at.after("einde"), "nog in geen casus"));
  CHECK_FALSE(at.meeting.now().over);
  at.after("stop");
  at.after("stop");
  CHECK(at.meeting.now().stopped);
  CHECK(at.meeting.now().unkept.empty());
  CHECK(at.meeting.now().aside == Lines{"gevaar: hij staat voor de deur", "gevaar: zij is weg", "hij slaat haar"});
}

}  // namespace casus::test
