// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"

#include "core/report/history/history_text.hpp"
#include "core/service/unlogged.hpp"
#include "tests/desk/room.hpp"
#include "tests/support/has.hpp"

// The guided meeting as a value: no terminal, no window. What is shown comes out of now(), lines go in by take().

namespace casus::test {

namespace {

using desk::Ask;
using desk::GuidedMeeting;

std::string told(const desk::Guided& shown) {
  std::string all;
  for (const auto& message : shown.messages) all += message.text + '\n';
  return all;
}

/// What came of a line.
std::string after(GuidedMeeting& meeting, const std::string& line) {
  meeting.take(line);
  return told(meeting.now());
}

}  // namespace

TEST_CASE("what keeps the table in a step is told with the question that nobody answered", "[desk][guided]") {
  TeamRoom room;
  auto desk = room.desk("Samira");
  GuidedMeeting meeting(desk, room.today());
  REQUIRE_FALSE(meeting.open());
  for (const auto* line : {"begin Samira, Noor, Ria", "neem", "verder", "verder", "noor wens: Rust", "verder"})
    meeting.take(line);
  REQUIRE(meeting.now().table);
  REQUIRE(meeting.now().table->step == "Verhelderen");
  after(meeting, "ria: Wat helpt haar?");
  const auto still = "Geef op elke vraag een kort antwoord. Nog niet bij: 'Wat helpt haar?' (b2).";
  CHECK(has(after(meeting, "verder"), std::string("Wat nog moet: ") + still));
  CHECK(meeting.now().table->missing.front().text.in(Lang::nl) == still);
}

TEST_CASE("a meeting is led by lines alone, from who is there to its end", "[desk][guided]") {
  TeamRoom room;
  auto desk = room.desk("Samira");
  GuidedMeeting meeting(desk, room.today());
  REQUIRE_FALSE(meeting.open());
  CHECK(meeting.now().offered_line() == "begin Samira, Noor, Daan, Ria");
  CHECK(has(after(meeting, "begin Samira, Noor, Ria"), "Samira begon het overleg"));
  CHECK(meeting.now().offered_line() == "neem");
  CHECK_FALSE(meeting.now().table);

  after(meeting, "neem");
  REQUIRE(meeting.now().table);
  CHECK(meeting.now().table->case_id == "2026-001");
  CHECK(meeting.now().table->acting == "Samira");
  after(meeting, "verder");
  CHECK(meeting.now().table->step == "Voorbereiden");
  after(meeting, "v");
  CHECK(has(after(meeting, "noor wens: Weer durven kijken"), "Noor (wens van de inwoner): Weer durven kijken"));
  CHECK(meeting.now().table->said.back().text == "Weer durven kijken");

  // Refused: why, what to do, and the line to mend.
  CHECK(has(after(meeting, "samira feit: Ik denk dat zij moe is"), "kan niet: "));
  CHECK(meeting.now().back == "samira feit: Ik denk dat zij moe is");
  // A name that is nearly right is one Enter away.
  CHECK(has(after(meeting, "rai: Hoe lang?"), "bedoelde je Ria?"));
  CHECK(meeting.now().offered_line() == "Ria: Hoe lang?");
  CHECK_FALSE(meeting.now().back);

  // What there is to read is named; a face draws what stands in the table.
  after(meeting, "gezegd");
  REQUIRE(meeting.now().page);
  CHECK(meeting.now().page->what == Ask::said);
  after(meeting, "waarom");
  CHECK(meeting.now().page->what == Ask::why);
  after(meeting, "");
  CHECK_FALSE(meeting.now().page);

  // A button gives the same as a word.
  meeting.take(desk::SteerMeeting{Ask::park, {}, "de tijd om is"});
  CHECK(has(told(meeting.now()), "parkeerde casus 2026-001, want: de tijd om is"));
  CHECK_FALSE(meeting.now().table);
  CHECK(has(after(meeting, "noor: Nog iets"), "er ligt geen casus op tafel"));
  // With cases left it is asked once; an empty line means no.
  CHECK(has(after(meeting, "einde"), "nog niet klaar: 2026-002. Toch afsluiten? Typ nog eens: einde."));
  after(meeting, "");
  CHECK_FALSE(meeting.now().over);
  after(meeting, "einde");
  after(meeting, "einde");
  CHECK(meeting.now().over);
}

TEST_CASE("a case with only a question begins: what the presenter hopes for is asked, and can be typed",
          "[desk][guided]") {
  TeamRoom room;
  room.does("2026-001", "Noor", AskQuestion{"Hoe verder?", ""});
  room.begin_meeting();
  auto desk = room.desk("Samira");
  GuidedMeeting meeting(desk, room.today());
  REQUIRE_FALSE(meeting.open());
  after(meeting, "neem");
  CHECK(has(after(meeting, "verder"), "zo vul je het aan: case question case=2026-001 text=Hoe verder? hoped-for=?"));
  CHECK(meeting.now().back == "hoopt: ");
  after(meeting, "hoopt: Een eerste stap");
  CHECK(meeting.now().table->hoped_for == "Een eerste stap");
  CHECK(meeting.now().table->question == "Hoe verder?");
  after(meeting, "verder");
  CHECK(meeting.now().table->in_step);
}

TEST_CASE("danger is reported whatever is on the table, and what comes after belongs to it", "[desk][guided][R14]") {
  TeamRoom room;
  room.begin_meeting();
  auto desk = room.desk("Samira");
  GuidedMeeting meeting(desk, room.today());
  REQUIRE_FALSE(meeting.open());
  // No case on the table: how to take one is said, and the words wait.
  CHECK(has(after(meeting, "gevaar: hij staat voor de deur"), "Typ: neem CASUS (kies uit: 2026-001 of 2026-002)"));
  CHECK(has(after(meeting, "neem 2026-001"), "je woorden van net staan klaar: Tab zet ze terug"));
  CHECK(meeting.now().back == "gevaar: hij staat voor de deur");
  // Danger waits for no question and no step: the case has not begun.
  after(meeting, "gevaar: hij staat voor de deur");
  CHECK(meeting.now().table->stage.life == Life::intake);
  CHECK(meeting.now().table->stage.safety == Safety::acute);
  CHECK(has(after(meeting, "gevaar: ook de kinderen zijn er"), "ook de kinderen zijn er"));
  // What is done about it is no new danger; not over yet, it stands with it all the same.
  CHECK(has(after(meeting, "noor: ik bel nu 112"), "is dit wat er aan het gevaar is gedaan?"));
  const auto beside = after(meeting, "nee");
  CAPTURE(beside);
  CHECK(has(beside, "er is gevaar gemeld: dit staat erbij"));
  const auto refused = after(meeting, "verder");
  CHECK(has(refused, "kan niet"));
  after(meeting, "veilig: politie kwam");
  const auto state = service::Unlogged(desk.service()).open("2026-001");
  CHECK(state.stage.safety == Safety::concern);
  REQUIRE(state.safety_notes.size() == 4);
  CHECK(state.safety_notes[2].text == "ik bel nu 112");
  CHECK(state.meldcode.empty());
  after(meeting, "verder omdat wij beginnen");
  after(meeting, "verder");
  // A fact that tells of danger asks whether it is now.
  CHECK(has(after(meeting, "noor: haar ex dreigt haar dood te maken"), "is er nu gevaar?"));
}

TEST_CASE("asked while the presenter tells, a question is a question, and what they say then goes with it",
          "[desk][guided]") {
  TeamRoom room;
  room.opens_coached("2026-003", {{"Samira", Role::chair}, {"Daan", Role::member}});
  auto desk = room.desk("Samira");
  GuidedMeeting meeting(desk, GuidedMeeting::Place{std::nullopt, "2026-003", {}});
  REQUIRE_FALSE(meeting.open());
  for (const auto* line : {"verder", "noor: Zij slaapt slecht", "daan: Heeft ze familie?", "noor: Nee"})
    after(meeting, line);
  after(meeting, "noor: De huur loopt achter");
  const auto said = service::Unlogged(desk.service()).open("2026-003").contributions;
  REQUIRE(said.size() == 4);
  CHECK(said[1].kind == "question");
  CHECK(said[2].kind == "answer");
  CHECK(said[2].re == said[1].id);
  CHECK(said[3].re.empty());
}

TEST_CASE("what is offered stands beside the line: an empty line takes it, and whatever is typed begins anew",
          "[desk][guided]") {
  TeamRoom room;
  room.begin_meeting();
  auto desk = room.desk("Samira");
  GuidedMeeting meeting(desk, room.today());
  REQUIRE_FALSE(meeting.open());
  CHECK(meeting.now().offered_line() == "neem");
  after(meeting, "");
  REQUIRE(meeting.now().table);
  after(meeting, "verder");
  after(meeting, "verder");
  // Refused for want of a reason: the beginning of one is at hand, and is never in what is typed next.
  after(meeting, "verder");
  CHECK(meeting.now().back == "verder omdat ");
  CHECK_FALSE(meeting.now().offer);
  const auto before = service::Unlogged(desk.service()).history("2026-001").size();
  after(meeting, "");
  CHECK(service::Unlogged(desk.service()).history("2026-001").size() == before);
  CHECK(has(after(meeting, "noor: Moeder heeft schulden"), "Moeder heeft schulden"));
  // Even where the two came as one line.
  CHECK(has(after(meeting, "verder omdat noor: De school belt elke week"), "De school belt elke week"));
  CHECK(meeting.now().table->said.back().text == "De school belt elke week");
}

TEST_CASE("pasted lines are shown first, then done one by one up to the first that is not", "[desk][guided]") {
  TeamRoom room;
  room.begin_meeting();
  auto desk = room.desk("Samira");
  GuidedMeeting meeting(desk, room.today());
  REQUIRE_FALSE(meeting.open());
  for (const auto* line : {"neem", "verder", "verder"}) after(meeting, line);
  const auto texts = [&] {
    std::string all;
    for (const auto& one : service::Unlogged(desk.service()).open("2026-001").contributions) all += one.text + '|';
    return all;
  };
  // One line, or one contribution of several lines, comes back to look at.
  CHECK(meeting.paste("noor: Zij slaapt slecht") == "noor: Zij slaapt slecht");
  CHECK(meeting.paste("noor: Zij slaapt slecht\nen eet weinig") == "noor: Zij slaapt slecht\nen eet weinig");
  CHECK(texts().empty());

  CHECK_FALSE(meeting.paste("- noor: Zij slaapt slecht\n  en eet weinig\n- noor wens: Rust\ndoel: Weer slapen"));
  REQUIRE(meeting.now().page);
  CHECK(meeting.now().page->lines.size() == 3);
  CHECK(meeting.now().offered_line() == "geplakt");
  CHECK(texts().empty());
  // Anything else is done alone, and they wait.
  after(meeting, "wie");
  CHECK(texts().empty());
  after(meeting, "geplakt");
  CHECK(texts() == "Zij slaapt slecht\nen eet weinig|Rust|");
  CHECK(service::Unlogged(desk.service()).open("2026-001").goals.size() == 1);
  CHECK(has(after(meeting, "geplakt"), "er staat niets geplakt klaar"));

  // The first that is not done comes back to mend; the others wait for it.
  REQUIRE_FALSE(meeting.paste("noor: Een\nsamira feit: Ik denk dat zij moe is\nnoor: Twee\nnoor: Drie"));
  const auto said = after(meeting, "");
  CHECK(has(said, "kan niet: "));
  CHECK(has(said, "regel 2 van 4 is niet gedaan; er wachten er nog 2"));
  CHECK(meeting.now().back == "samira feit: Ik denk dat zij moe is");
  CHECK(texts() == "Zij slaapt slecht\nen eet weinig|Rust|Een|");
  after(meeting, "geplakt");
  CHECK(texts() == "Zij slaapt slecht\nen eet weinig|Rust|Een|Twee|Drie|");
}

TEST_CASE("a resident who is not there is told on a day, and nobody writes that they know already", "[desk][guided]") {
  TeamRoom room;
  room.begin_meeting();
  auto desk = room.desk("Samira");
  GuidedMeeting meeting(desk, room.today());
  REQUIRE_FALSE(meeting.open());
  for (const auto* line : {"neem", "verder"}) after(meeting, line);
  CHECK(has(after(meeting, "vertel noor: wat we bespraken"), "wanneer hoort die het"));
  CHECK(meeting.now().back == "vertel noor: wat we bespraken; ");
  after(meeting, "vertel noor: wat we bespraken; morgen");
  const auto state = service::Unlogged(desk.service()).open("2026-001");
  CHECK(state.told.empty());
  REQUIRE(state.actions.size() == 1);
  CHECK(state.actions.front().plan.tells_resident);
  CHECK(state.actions.front().plan.by_when == date_from("2026-03-03"));
}

TEST_CASE("who typed is kept beside who said it, and the history tells both", "[desk][guided]") {
  TeamRoom room;
  room.begin_meeting();
  auto desk = room.desk("Ria");
  GuidedMeeting meeting(desk, room.today());
  REQUIRE_FALSE(meeting.open());
  after(meeting, "neem");
  after(meeting, "verder");
  after(meeting, "verder");
  after(meeting, "noor wens: Rust");
  after(meeting, "doel: De post gaat open");
  const auto state = service::Unlogged(desk.service()).open("2026-001");
  const auto history =
      report::history_text(service::Unlogged(desk.service()).history("2026-001"), state, desk.definitions(), Lang::nl);
  CAPTURE(history);
  CHECK(has(history, "Noor (getypt door Ria) zei (wens van de inwoner): Rust"));
  CHECK(has(history, "Samira (getypt door Ria)"));
  // Who was seated by whom.
  CHECK(has(history, "Noor (getypt door Ria) zette Samira aan tafel"));
  CHECK(desk.meetings().history(room.day()).back().seat == Typist{"Ria", Sureness::named, "balie"});
}

TEST_CASE("at the table whoever said it puts it right, by the hands of who types", "[desk][guided][mending]") {
  TeamRoom room;
  room.begin_meeting();
  auto desk = room.desk("Ria");
  GuidedMeeting meeting(desk, room.today());
  REQUIRE_FALSE(meeting.open());
  after(meeting, "neem");
  after(meeting, "verder");
  after(meeting, "verder");
  after(meeting, "noor wens: Rst");
  CHECK(has(after(meeting, "corrigeer b1: Rust"), "Noor verbeterde b1: "));
  service::Unlogged cases(desk.service());
  const auto state = cases.open("2026-001");
  CHECK(state.contributions.back().text == "Rust");
  CHECK(has(meeting.now().table->said.back().text, "Rust (gewijzigd)"));
  const auto last = cases.history("2026-001").back();
  CHECK(state.name_of(last.by, Lang::nl) == "Noor");
  CHECK(state.name_of(last.seat->name, Lang::nl) == "Ria");
  // The words of before the correction are there again.
  CHECK(has(after(meeting, "ongedaan"), "Noor verbeterde b1: Rst"));
  CHECK(cases.open("2026-001").contributions.back().text == "Rst");
  after(meeting, "doel: De post gaat open");
  CHECK(has(after(meeting, "doel: De post gaat open"), "hetzelfde staat er al"));
  CHECK(has(after(meeting, "trek g2 in"), "trok g2 in"));
  CHECK(cases.open("2026-001").goals.size() == 1);
  CHECK(has(after(meeting, "trek b9 in"), "Er is geen regel 'b9' in deze casus."));
}

TEST_CASE("each case that comes on the table is asked for and logged, once each time that it comes", "[desk][guided]") {
  TeamRoom room;
  room.begin_meeting();
  auto desk = room.desk("Ria");
  GuidedMeeting meeting(desk, room.today());
  REQUIRE_FALSE(meeting.open());
  const auto looks = [&] {
    std::string all;
    for (const auto& look : service::Unlogged(desk.service()).accountability("2026-001").looks)
      all += std::string(key(look.seen.sight)) + ' ' + look.seen.name + '\n';
    return all;
  };
  CHECK(looks().empty());
  after(meeting, "neem");
  for (int i = 0; i < 5; ++i) (void)meeting.now();
  after(meeting, "verder");
  CHECK(looks() == "table Ria\n");
  after(meeting, "parkeer");
  after(meeting, "neem 2026-001");
  CHECK(looks() == "table Ria\ntable Ria\n");
}

TEST_CASE("who has no need to know sees no case on the screen, and the refusal is logged", "[desk][guided]") {
  TeamRoom room;
  {
    auto stranger = room.desk("Mallory");
    GuidedMeeting alone(stranger, GuidedMeeting::Place{std::nullopt, "2026-001", {}});
    const auto refused = alone.open();
    REQUIRE(refused);
    CHECK(refused->name == "NotOfTheTeam");
    CHECK_FALSE(alone.now().table);
    CHECK(service::Unlogged(stranger.service()).accountability("2026-001").looks.back().seen.sight == Sight::refused);
    GuidedMeeting whole(stranger, room.today());
    CHECK(whole.open()->name == "NotOfTheTeam");
    // With a reason, which is kept.
    GuidedMeeting reasoned(stranger, GuidedMeeting::Place{std::nullopt, "2026-001", "Valt in voor Noor"});
    CHECK_FALSE(reasoned.open());
    CHECK(reasoned.now().table);
    CHECK(service::Unlogged(stranger.service()).accountability("2026-001").looks.back().seen.because ==
          "Valt in voor Noor");
  }
  // Somebody of the team who is not at this meeting leads none of its cases, until they are let in.
  room.begin_meeting({"Samira", "Noor", "Ria"});
  auto desk = room.desk("Daan");
  GuidedMeeting meeting(desk, room.today());
  REQUIRE_FALSE(meeting.open());
  CHECK(has(after(meeting, "neem"), "Daan is er niet bij") == false);
  CHECK(has(told(meeting.now()), "Daan zit daar niet aan tafel"));
  CHECK_FALSE(meeting.now().table);
  CHECK(has(after(meeting, "noor: Nog iets"), "zit daar niet aan tafel"));
  after(meeting, "erbij Daan");
  CHECK(meeting.now().table);
}

TEST_CASE("the meeting of today is meant; which one opens is said, and the other is a word away", "[desk][guided]") {
  TeamRoom room;
  auto desk = room.desk("Samira");
  const auto meant = [&](const char* day) { return desk::meetings_meant(desk.meetings(), *date_from(day)); };
  CHECK(meant("2026-03-02")->meant == desk::MeetingThere{"2026-03-02", false});
  CHECK_FALSE(meant("2026-03-03"));

  // Planned for five days later: said so.
  room.clock.set("2026-02-25T09:00:00Z");
  auto early = room.desk("Samira");
  GuidedMeeting before(early, {meant("2026-02-25"), {}, {}});
  REQUIRE_FALSE(before.open());
  CHECK(has(told(before.now()), "Vandaag is er geen overleg; dit is dat van 2 maart 2026."));

  // Never ended, and a new one today.
  room.clock.set("2026-03-02T09:00:00Z");
  room.begin_meeting();
  room.clock.set("2026-03-09T09:00:00Z");
  room.plan("2026-03-09");
  const auto choice = *meant("2026-03-09");
  CHECK(choice.meant == desk::MeetingThere{"2026-03-09", false});
  CHECK(choice.others == std::vector<desk::MeetingThere>{{"2026-03-02", true}});
  auto today = room.desk("Samira");
  GuidedMeeting meeting(today, {choice, {}, {}});
  REQUIRE_FALSE(meeting.open());
  CHECK(has(told(meeting.now()), "Het overleg van 2 maart 2026 is nooit afgesloten; daarheen: ander 2026-03-02"));
  CHECK(meeting.now().offer);
  CHECK(has(after(meeting, "ander"), "Dit is het overleg van 2 maart 2026: begonnen, en nooit afgesloten."));
  CHECK(meeting.day() == "2026-03-02");
  CHECK(meeting.now().room->started);
  after(meeting, "einde");
  after(meeting, "einde");
  CHECK(meeting.now().over);

  // The old one is meant while none is planned for today.
  room.clock.set("2026-03-10T09:00:00Z");
  CHECK(meant("2026-03-09")->others.empty());
}

}  // namespace casus::test
