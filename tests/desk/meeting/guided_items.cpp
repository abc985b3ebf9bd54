// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/sat.hpp"
#include "tests/support/has.hpp"

// The items of the agenda as people call them, who comes in, and what is not left unanswered.

namespace casus::test {
namespace {

/// The meeting goes on, with Noor's case 2026-003 in coaching on its agenda.
struct CoachedRoom : TeamRoom {
  CoachedRoom() {
    opens_coached("2026-003", {{"Samira", Role::chair}, {"Daan", Role::member}});
    meets(day(), AddItem{.case_id = "2026-003", .minutes = 10});
    begin_meeting();
  }

  /// Learning of the team comes on the agenda too.
  void plan_learning() {
    AddItem learning;
    learning.part = AgendaPart::learning;
    learning.because = "Leren";
    learning.minutes = 10;
    meets(day(), learning);
  }
};

}  // namespace

TEST_CASE("an item is taken by a word of its name, its number or its case, and a wrong one lists them in words",
          "[desk][guided]") {
  for (const auto* typed : {"neem leren", "neem signalen", "neem leren en", "neem 3", "neem i3", "neem sport"}) {
    TeamRoom room;
    room.meets(room.day(), AddItem{.minutes = 5, .because = "Leren en signalen"});
    room.begin_meeting();
    Sat at(room);
    const auto told = at.after(typed);
    CAPTURE(typed, told);
    const auto* now = at.meeting.now().room->at_hand();
    const bool there = std::string(typed) != "neem sport";
    CHECK((now != nullptr && now->id == "i3") == there);
    if (!there) CHECK(has(told, "Kies uit: 2026-001 (i1), 2026-002 (i2) of Leren en signalen (i3)."));
  }
  TeamRoom room;
  room.begin_meeting();
  Sat at(room);
  at.after("neem oudere man");
  REQUIRE(at.meeting.now().table);
  CHECK(at.meeting.now().table->case_id == "2026-002");
  at.after("klaar");
  at.after("neem 1");  // the end of the number of a case
  CHECK(at.meeting.now().table->case_id == "2026-001");
}

TEST_CASE("the number that the agenda shows is the item, whatever case ends in it", "[desk][guided]") {
  TeamRoom room;
  room.meets(room.day(), AddItem{.minutes = 5, .because = "Opening", .before = "2026-001"});
  room.begin_meeting();
  Sat at(room);
  // 1. Opening, 2. 2026-001, 3. 2026-002
  const auto told = at.after("neem 2");
  REQUIRE(at.meeting.now().table);
  CHECK(at.meeting.now().table->case_id == "2026-001");
  CHECK(has(told, "2 is het nummer op de agenda. Bedoelde je 2026-002? Typ: neem 2026-002"));
  for (const auto* line : {"verder", "noor: Zij slaapt slecht", "klaar"}) at.after(line);
  // The second was had, and 2026-002 is still to come.
  const auto second = at.after("neem 2");
  CAPTURE(second);
  REQUIRE(at.meeting.now().table);
  CHECK(at.meeting.now().table->case_id == "2026-002");
  at.after("klaar");
  const auto third = at.after("neem nummer 3");
  REQUIRE(at.meeting.now().table);
  CHECK(at.meeting.now().table->case_id == "2026-002");
  CHECK_FALSE(has(third, "Bedoelde je"));
}

TEST_CASE("as long as the meeting has not begun, Enter begins it whatever was typed", "[desk][guided]") {
  TeamRoom room;
  Sat at(room);
  const auto begin = at.meeting.now().offered_line();
  REQUIRE(begin);
  for (const auto* line : {"neem", "neem 2026-001", "klaar", "wie"}) {
    CAPTURE(line);
    at.after(line);
    if (std::string(line) == "wie") continue;  // asked back: that is answered first
    CHECK(at.meeting.now().offered_line() == begin);
  }
  at.after("neem");
  CHECK(has(at.after(""), "Samira begon het overleg"));
}

TEST_CASE("who was asked about as a guest and then speaks is there", "[desk][guided]") {
  CoachedRoom room;
  Sat at(room);
  at.after("neem 2026-003");
  at.after("verder");
  CHECK(has(at.after("erbij Els Voorbeeld"), "niet van het team"));
  const auto told = at.after("els: Zij belt mij elke week");
  CAPTURE(told);
  CHECK(has(told, "noteerde dat Els Voorbeeld erbij kwam"));
  const auto state = at.state("2026-003");
  REQUIRE(state.person("Els Voorbeeld") != nullptr);
  REQUIRE(state.contributions.size() == 1);
  CHECK(state.contributions.front().by == state.person("Els Voorbeeld")->id);
  // Another name is nobody's yes.
  at.after("erbij Femke Vos");
  at.after("daan: Wij bellen haar");
  CHECK(at.state("2026-003").person("Femke Vos") == nullptr);
}

TEST_CASE("words of danger that nobody answered stop the case from going, once", "[desk][guided][R14]") {
  for (const auto* line : {"hij slaat haar misschien", "meldcode 3: niet gesproken"})
    for (const auto* away : {"klaar", "parkeer omdat later"}) {
      CAPTURE(line, away);
      CoachedRoom room;
      Sat at(room);
      at.after("neem 2026-003");
      at.after("verder");
      at.after("zorg: de jongste heeft blauwe plekken");
      at.after("meldcode 1: gezien");
      at.after("meldcode 2 met collega: besproken");
      at.after(line);
      REQUIRE(at.meeting.now().waiting.size() == 1);
      const auto asked = at.after(away);
      CAPTURE(asked);
      CHECK(has(asked, std::string("nog zonder antwoord: '") + line + "'"));
      CHECK(has(asked, "dit gaat over gevaar"));
      CHECK(at.meeting.now().table);
      CHECK(at.state("2026-003").contributions.empty());
      at.after(away);
      CHECK_FALSE(at.meeting.now().table);
      CHECK(at.state("2026-003").contributions.empty());
      CHECK(at.state("2026-003").stage.safety == Safety::concern);
    }
}

TEST_CASE("what nobody answered and is no danger does not keep the case", "[desk][guided]") {
  TeamRoom room;
  room.begin_meeting();
  Sat at(room);
  for (const auto* line : {"neem 2026-001", "verder", "noro: Zij slaapt slecht"}) at.after(line);
  REQUIRE(at.meeting.now().waiting.size() == 1);
  at.after("klaar");
  CHECK_FALSE(at.meeting.now().table);
}

TEST_CASE("what the team learns is offered as that while no case lies on the table", "[desk][guided][R15]") {
  CoachedRoom room;
  room.plan_learning();
  Sat at(room);
  at.after("neem leren");
  const auto told = at.after("daan: leerpunt van mij is dat we te snel gaan");
  CAPTURE(told);
  CHECK_FALSE(has(told, "Is dat klaar?"));
  CHECK(at.meeting.now().offered_line() == "leer: leerpunt van mij is dat we te snel gaan");
  const auto kept = at.after("");
  CAPTURE(kept);
  CHECK(has(kept, "Samira noteerde een leerpunt bij het team"));
}

TEST_CASE("a word that is for a case is no lesson of the team", "[desk][guided][R14][R15]") {
  CoachedRoom room;
  room.plan_learning();
  Sat at(room);
  at.after("neem leren");
  for (const auto* line : {"actie noor: huisarts bellen; vrijdag; daan", "verder"}) {
    const auto told = at.after(line);
    CAPTURE(line, told);
    CHECK_FALSE(has(told, "is dit wat het team leert?"));
    CHECK(has(told, "Meteen naar een casus"));
    CHECK(at.meeting.now().offered_line().value_or("").starts_with("neem "));
  }
}

TEST_CASE("a case that is not on the agenda is one Enter away from it", "[desk][guided]") {
  CoachedRoom room;
  room.opens_coached("2026-008", {{"Samira", Role::chair}});
  Sat at(room);
  const auto told = at.after("neem 2026-008");
  CAPTURE(told);
  CHECK(has(told,
            "casus 2026-008 staat niet op de agenda van dit overleg. Enter zet de casus erop, voor 10 minuten. Typ "
            "daarna: neem 2026-008"));
  // A face writes it as a command is typed there, or as a button: it is no line of ours.
  CHECK(at.meeting.now().offered_line() == "meeting agenda add case=2026-008 minutes=10");
  // What is no case of the team is refused as before.
  CHECK(has(at.after("neem 2026-077"), "'2026-077' staat niet op deze agenda."));
  at.after("neem 2026-008");
  at.after("");
  REQUIRE(at.meeting.now().done);
  at.after("neem 2026-008");
  REQUIRE(at.meeting.now().table);
  CHECK(at.meeting.now().table->case_id == "2026-008");
}

}  // namespace casus::test
