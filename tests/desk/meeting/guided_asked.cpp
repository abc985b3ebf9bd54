// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/sat.hpp"
#include "tests/support/has.hpp"

// What a guided meeting asks once before it does it, and what it keeps until it can be done.

namespace casus::test {
namespace {

using desk::GuidedMeeting;

}  // namespace

TEST_CASE("each report of danger without a case is kept by itself, until it is in its case", "[desk][guided][R14]") {
  TeamRoom room;
  room.begin_meeting();
  Sat at(room);
  CHECK(has(at.after("gevaar: hij staat voor de deur"), "kies uit: 2026-001 of 2026-002"));
  at.after("zorg: de kinderen zijn alleen");
  at.after("neem 2026-001");
  CHECK(at.meeting.now().back == "gevaar: hij staat voor de deur");
  const auto more = at.after("gevaar: hij staat voor de deur");
  CHECK(has(more, "er wacht nog een melding: 'zorg: de kinderen zijn alleen'"));
  CHECK(at.meeting.now().back == "zorg: de kinderen zijn alleen");
  REQUIRE(at.state().safety_notes.size() == 1);
  CHECK(at.state().safety_notes[0].text == "hij staat voor de deur");
  // It is asked before the case is done, and before the meeting ends.
  CHECK(has(at.after("klaar"), "er staat nog niet bij wat er gedaan is"));
  CHECK(at.state().stage.safety == Safety::acute);
  CHECK(at.meeting.now().table);
  at.after("klaar");
  CHECK_FALSE(at.meeting.now().table);
  CHECK(has(at.after("einde"), "er wacht nog een melding van gevaar: 'zorg: de kinderen zijn alleen'"));
  at.after("neem 2026-002");
  CHECK(at.meeting.now().back == "zorg: de kinderen zijn alleen");
  at.after("zorg: de kinderen zijn alleen");
  CHECK(at.state("2026-002").safety_notes.size() == 1);
  at.after("klaar");
  // A case that is done takes danger still.
  at.after("gevaar: hij is terug");
  at.after("neem 2026-001");
  CHECK(at.meeting.now().back == "gevaar: hij is terug");
  at.after("gevaar: hij is terug");
  CHECK(at.state().safety_notes.size() == 2);
}

TEST_CASE("somebody whom the team does not know comes as a guest once that is meant, for one case", "[desk][guided]") {
  TeamRoom room;
  room.begin_meeting();
  Sat at(room);
  at.after("neem");
  CHECK(has(at.after("erbij Femke Vos"), "Femke Vos is niet van het team."));
  CHECK(at.meeting.now().offered_line() == "erbij Femke Vos");
  CHECK(at.state().person("Femke Vos") == nullptr);
  // Anything else means no.
  at.after("wie");
  CHECK(has(at.after("erbij Femke Vos"), "niet van het team"));
  at.after("");
  REQUIRE(at.state().person("Femke Vos") != nullptr);
  CHECK(at.state().person("Femke Vos")->at_table());
  at.after("klaar");
  at.after("neem");
  CHECK(at.state("2026-002").person("Femke Vos") == nullptr);
}

TEST_CASE("turning to a case ends what is no case, and what is on the table is said", "[desk][guided]") {
  TeamRoom room;
  room.meets(room.day(), AddItem{.minutes = 5, .because = "Rondje", .before = "2026-001"});
  room.begin_meeting();
  Sat at(room);
  at.after("neem");
  CHECK(has(at.after("noor: Nog iets"), "nu is aan de orde: Rondje. Is dat klaar? Typ: klaar"));
  at.after("neem 2026-002");
  REQUIRE(at.meeting.now().table);
  CHECK(at.meeting.now().table->case_id == "2026-002");
  CHECK(at.meeting.now().room->items.front().state == ItemState::finished);
  // From one case to another nobody goes by mistake.
  CHECK(has(at.after("neem 2026-001"), "Rond dat eerst af"));
}

TEST_CASE("a correction that needs a reason comes back as it is typed with one", "[desk][guided][mending]") {
  TeamRoom room;
  room.begin_meeting();
  Sat at(room);
  for (const auto* line : {"neem", "verder", "verder", "noor wens: Rst", "verder omdat proef"}) at.after(line);
  CHECK(has(at.after("corrigeer b1: Rust"), "zet er een reden bij: corrigeer b1 omdat REDEN: Rust"));
  CHECK(at.meeting.now().back == "corrigeer b1 omdat REDEN: Rust");
  at.after("corrigeer b1 omdat het een tikfout is: Rust");
  CHECK(at.state().contributions[0].text == "Rust");
  CHECK(has(at.after("trek b1 in"), "trek b1 in omdat REDEN"));
  // What the remark on something that stands twice says, is what can be typed.
  at.after("doel: De post gaat open");
  CHECK(at.state().goals.size() == 1);
  at.after("doel: De post gaat open");
  CHECK(at.state().goals.size() == 2);
  at.after("trek g2 in omdat Dubbel ingevoerd");
  CHECK(at.state().goals.size() == 1);
}

TEST_CASE("undo never takes an earlier line in the place of danger that was reported", "[desk][guided][R14]") {
  TeamRoom room;
  room.begin_meeting();
  Sat at(room);
  for (const auto* line : {"neem", "verder", "verder", "noor wens: Rust", "gevaar: hij staat voor de deur"})
    at.after(line);
  const auto said = at.after("ongedaan");
  CAPTURE(said);
  CHECK(has(said, "Het laatste wat er gebeurde, blijft staan: hij staat voor de deur."));
  CHECK(at.state().contributions.size() == 1);
  // What it is about is needed there: nobody is told to leave it out, and a concern then stands beside the danger.
  const auto beside = at.after("zorg: zij praat over zelfmoord");
  CHECK(has(beside, "zij praat over zelfmoord"));
  CHECK(has(beside, "er is gevaar gemeld, en dat gaat voor"));
  CHECK_FALSE(has(beside, "laat het weg"));
  at.after("veilig: politie kwam");
  at.after("terugkijken over 6 weken");
  CHECK(at.state().review_on);
  at.after("ongedaan");
  CHECK_FALSE(at.state().review_on);
  CHECK(at.state().contributions.size() == 1);
}

TEST_CASE("what is hoped for is told as that, and not as a question that was asked", "[desk][guided]") {
  TeamRoom room;
  room.begin_meeting();
  Sat at(room);
  at.after("neem");
  const auto said = at.after("hoopt: Een eerste stap");
  CHECK(has(said, "Noor hoopt op: Een eerste stap"));
  CHECK_FALSE(has(said, "vraag"));
}

TEST_CASE("answers go to the questions in the order in which they were asked, and a question among ideas stays one",
          "[desk][guided]") {
  TeamRoom room;
  room.opens_coached("2026-003", {{"Samira", Role::chair}, {"Daan", Role::member}, {"Ria", Role::member}});
  auto desk = room.desk("Samira");
  GuidedMeeting meeting(desk, GuidedMeeting::Place{std::nullopt, "2026-003", {}});
  REQUIRE_FALSE(meeting.open());
  for (const auto* line : {"verder", "noor wens: Rust", "verder", "daan: Hoe lang al?", "ria: Wie weet het?",
                           "noor: Sinds de zomer", "noor antwoord: De buurvrouw", "verder"})
    meeting.take(line);
  const auto said = [&] { return service::Unlogged(desk.service()).open("2026-003").contributions; };
  REQUIRE(said().size() == 5);
  CHECK(said()[3].re == said()[1].id);
  CHECK(said()[4].re == said()[2].id);
  for (const auto* line : {"daan: Wie helpt haar nu?", "daan: Zullen we de buurvrouw vragen?"}) meeting.take(line);
  REQUIRE(said().size() == 7);
  CHECK(said()[5].kind == "question");
  CHECK(said()[6].kind == "idea");
}

TEST_CASE("what is asked is answered with yes or no too", "[desk][guided]") {
  TeamRoom room;
  room.begin_meeting();
  Sat at(room);
  at.after("neem 2026-001");
  at.after("geweld: hij schreeuwt");
  REQUIRE(at.meeting.now().offer);
  CHECK(at.after("nee") ==
        "Goed, 'gevaar: geweld: hij schreeuwt' is niet gedaan.\nweggedaan: 'geweld: hij schreeuwt'\n");
  CHECK_FALSE(at.meeting.now().offer);
  CHECK(at.state().safety_notes.empty());
  // It is not asked about twice.
  at.after("geweld: hij schreeuwt");
  CHECK_FALSE(at.meeting.now().offered_line().value_or("").starts_with("gevaar"));
  at.after("laat");
  at.after("geweld: hij gooit met borden");
  at.after("ja");
  CHECK(at.state().stage.safety == Safety::acute);
}

}  // namespace casus::test
