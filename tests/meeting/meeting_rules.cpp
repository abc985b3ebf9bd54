// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "tests/meeting/table.hpp"

namespace casus::test {

TEST_CASE("a meeting goes from plan to end, and its items keep the time of the commands", "[meeting]") {
  Table table;
  table.started();
  CHECK(table.meeting.running());
  CHECK(table.meeting.chair == "Bram");
  CHECK(table.meeting.next()->line.id == "i1");
  table.given(TakeItem{}).given(FinishItem{});
  CHECK(table.meeting.item("i1")->spent(table.now) == std::chrono::minutes(1));
  table.about("Noor").given(TakeItem{"2026-001", ""});
  CHECK(table.meeting.at_hand()->line.id == "i2");
  CHECK(table.meeting.at_hand()->presenter == "Noor");
  table.given(ParkItem{"Even wachten"});
  CHECK(table.meeting.item("i2")->state == ItemState::parked);
  CHECK(table.meeting.next()->line.id == "i3");
  table.given(TakeItem{"i2", ""});
  table.now += std::chrono::minutes(8);
  table.given(FinishMeeting{});
  CHECK(table.meeting.item("i2")->state == ItemState::finished);
  CHECK(table.meeting.item("i2")->spent(table.now) == std::chrono::minutes(10));
  CHECK(table.meeting.finished_at == table.now);
  CHECK(table.refused(TakeItem{}).name == "MeetingOver");
  CHECK(said_nl(table.refused(FinishMeeting{})) ==
        "Het overleg van 2 maart 2026 is afgesloten. | Wat er nog lag komt vanzelf op de volgende agenda: casus "
        "meeting propose. Vandaag per ongeluk afgesloten? Open het weer: casus meeting reopen --because \"...\".");
  CHECK(said_nl(table.refused(table.plan())) == said_nl(table.refused(FinishMeeting{})));
}

TEST_CASE("a meeting that was ended too soon goes on the same day, with a reason", "[meeting]") {
  Table table;
  table.started();
  CHECK(said_nl(table.refused(ReopenMeeting{{"Er was nog een casus"}})) ==
        "Het overleg van 2 maart 2026 is nog niet afgesloten. | Ga gewoon verder met het overleg.");
  table.about("Noor").given(TakeItem{"i1", ""}).given(FinishItem{}).given(TakeItem{"i2", ""});
  table.given(FinishMeeting{});
  CHECK(table.refused(ReopenMeeting{}).name == "EmptyText");
  CHECK(table.refused(ReopenMeeting{{"BSN 123456782 vergeten"}}).name == "CitizenNumber");
  auto tomorrow = table;
  tomorrow.now += std::chrono::hours(24);
  CHECK(said_nl(tomorrow.refused(ReopenMeeting{{"Er was nog een casus"}})) ==
        "Het overleg van 2 maart 2026 is op een andere dag afgesloten. Heropenen kan alleen op de dag zelf. | Plan een "
        "nieuw overleg; wat er nog lag komt daar vanzelf op: casus meeting plan.");
  table.now += std::chrono::minutes(20);
  table.given(ReopenMeeting{{"Er was nog een casus"}});
  CHECK(table.meeting.running());
  CHECK(table.meeting.chair == "Bram");
  CHECK(table.meeting.item("i1")->state == ItemState::finished);
  CHECK(table.meeting.item("i2")->state == ItemState::planned);  // ended with the meeting, not by the table
  CHECK(table.meeting.next()->line.id == "i2");
  CHECK(table.meeting.ended_for > std::chrono::minutes(20));
  table.given(FinishMeeting{});
  table.by = "Mallory";
  CHECK(table.refused(ReopenMeeting{{"Er was nog een casus"}}).name == "NotOfMeeting");
}

TEST_CASE("who is neither in the team nor at the meeting does not steer it, in whose name ever", "[meeting]") {
  Table table;
  table.started().given(TakeItem{});
  table.by = "Mallory";
  CHECK(said_nl(table.refused(FinishItem{})) ==
        "Mallory hoort niet bij het team en is niet bij dit overleg. | Laat een teamlid dit doen, of "
        "Mallory erbij zetten: casus meeting arrive Mallory --as NAAM.");
  for (const MeetingBody& body : {MeetingBody(FinishMeeting{}), MeetingBody(TakeChair{"Ria"}), MeetingBody(ParkItem{}),
                                  MeetingBody(Arrive{"Mallory"}), MeetingBody(AddItem{})})
    CHECK(table.refused(body).name == "NotOfMeeting");
  // Nor is anything told: who is of the team, whether there is a meeting, and whether it is over.
  table.by = "Riaa";
  CHECK(said_nl(table.refused(FinishItem{})).starts_with("Riaa hoort niet bij het team en is niet bij dit overleg. |"));
  table.by = "Noor";
  table.given(SetLineAside{{"oma belt", false, ""}});
  CHECK(table.refused(TakeLineUp{"w1", "", "dubbel", "Riaa"}).reason.in(Lang::nl).ends_with("Bedoel je Ria?"));
  Table empty;
  empty.by = "Mallory";
  CHECK(empty.refused(TakeItem{}).name == "NotOfMeeting");
  auto over = table;
  over.by = "Bram";
  over.given(FinishMeeting{});
  over.by = "Mallory";
  CHECK(over.refused(TakeItem{}).name == "NotOfMeeting");
  // On a shared screen that somebody from outside opened.
  const auto typed = meeting::decide(
      table.meeting, {"", table.meeting.id, "Bram", table.now, {}, FinishItem{}, Typist{"Mallory", {}, {}}},
      table.known);
  REQUIRE_FALSE(typed);
  CHECK(typed.error().name == "NotOfMeeting");

  // Let in by the team, a guest may.
  table.by = "bram";
  table.given(Arrive{"Mallory"});
  table.by = "Mallory";
  table.given(FinishItem{});
  table.by = "Ria";
  table.given(LeaveMeeting{{"Mallory"}});
  table.by = "Mallory";
  table.given(FinishMeeting{});
}

TEST_CASE("nobody is at a meeting under a number of the program, but for who has been called so in the team before",
          "[meeting][identity]") {
  Table table;
  table.given(table.plan());
  CHECK(table.refused(StartMeeting{{"Noor", "Bram", "p1"}, "", ""}).name == "NotAName");
  table.team.members.push_back({"M7", ""});
  table.team.members.push_back({"K12", ""});
  table.given(StartMeeting{{"Noor", "Bram", "m7", "coach"}, "", ""});  // a guest may be called by what they are
  CHECK(table.meeting.present_as("M7") != nullptr);
  CHECK(table.refused(Arrive{"p1"}).name == "NotAName");
  table.given(Arrive{"K12"});
  CHECK(table.meeting.present_as("K12") != nullptr);
}

TEST_CASE("a case with a place of its own, of which nothing was said, is not discussed when its item ends",
          "[meeting]") {
  Table table;
  table.started().given(TakeItem{}).given(FinishItem{});
  CHECK(table.meeting.item("i1")->state == ItemState::finished);  // a part without a case
  table.about("Noor").known.about.untouched = true;
  table.given(TakeItem{"2026-001", ""}).given(FinishItem{});
  CHECK(table.meeting.item("i2")->state == ItemState::finished);  // a look back
  table.given(TakeItem{"2026-002", ""}).given(FinishItem{});
  CHECK(table.meeting.item("i3")->state == ItemState::untouched);
  table.given(TakeItem{"2026-002", ""});
  table.known.about.untouched = false;
  table.given(FinishItem{});
  CHECK(table.meeting.item("i3")->state == ItemState::finished);

  Table half;
  half.started().about("Noor").known.about.half_way = true;
  half.given(TakeItem{"2026-001", ""}).given(FinishItem{});
  CHECK_FALSE(half.meeting.item("i2")->unfinished);  // a look back
  half.given(TakeItem{"2026-002", ""}).given(FinishItem{});
  CHECK(half.meeting.item("i3")->state == ItemState::finished);
  CHECK(half.meeting.item("i3")->unfinished);

  Table other;
  other.started().about("Noor").given(TakeItem{"2026-002", ""});
  other.known.about.untouched = true;
  other.given(FinishMeeting{});
  CHECK(other.meeting.item("i3")->state == ItemState::untouched);
}

TEST_CASE("a sitting that somebody forgot to end says nothing about the table", "[meeting]") {
  Table table;
  table.started().given(TakeItem{});
  table.now += std::chrono::hours(24 * 7);
  table.given(FinishMeeting{});
  CHECK(table.meeting.item("i1")->spent(table.now) == std::chrono::seconds(0));
  CHECK(table.meeting.item("i1")->state == ItemState::finished);
}

TEST_CASE("a meeting starts with a chair who is there", "[meeting][R3]") {
  Table table;
  table.given(table.plan());
  CHECK(table.refused(StartMeeting{{}, "", ""}).name == "NobodyThere");
  CHECK(said_nl(table.refused(StartMeeting{{"Noor", "Ria"}, "", ""})) ==
        "Bram leidt dit overleg, maar staat niet bij wie er is. | Kies iemand die er is: casus meeting start --chair "
        "NAAM.");
  CHECK(table.refused(StartMeeting{{"Noor", "Ria"}, "Bram", ""}).name == "NotThere");
  CHECK(said_nl(table.refused(StartMeeting{{"Noor", "Riia"}, "Riia", ""})) ==
        "Riia hoort niet bij het team. Bedoel je Ria? | Kies een teamlid (Noor, Bram, Ria, Yusuf), of voeg toe: casus "
        "team add Riia.");
  table.given(StartMeeting{{"noor", "RIA", "Ria", "Gast"}, "ria", ""});
  CHECK(table.meeting.present == Ids{"Noor", "Ria", "Gast"});
  CHECK(table.meeting.chair == "Ria");
  CHECK(table.meeting.note_taker.empty());
}

TEST_CASE("who chairs in the place of the note-taker changes places with the chair of the plan", "[meeting]") {
  Table there;
  there.given(there.plan()).given(StartMeeting{{"Noor", "Bram", "Yusuf"}, "Yusuf", ""});
  CHECK(there.meeting.chair == "Yusuf");
  CHECK(there.meeting.note_taker == "Bram");
  Table away;
  away.given(away.plan()).given(StartMeeting{{"Noor", "Yusuf"}, "Yusuf", ""});
  CHECK(away.meeting.note_taker.empty());
  // Both, when that is said.
  Table both;
  both.given(both.plan()).given(StartMeeting{{"Noor", "Yusuf"}, "Yusuf", "Yusuf"});
  CHECK(both.meeting.note_taker == "Yusuf");
}

TEST_CASE("the chair never chairs the item that they present: somebody else does, for that item", "[meeting][R3]") {
  Table table;
  table.started().about("Bram");
  table.given(TakeItem{"2026-001", ""});
  CHECK(table.meeting.chair == "Bram");
  CHECK(table.meeting.chair_now() == "Noor");
  CHECK(table.refused(TakeChair{"Bram"}).name == "ChairIsPresenter");
  table.given(FinishItem{});
  CHECK(table.meeting.chair_now() == "Bram");
  CHECK(said_nl(table.refused(TakeItem{"2026-002", "Bram"})) ==
        "Bram brengt deze casus in en kan dan niet ook gespreksleider zijn. | Laat een ander dit punt voorzitten: "
        "casus meeting chair NAAM.");
  table.given(TakeItem{"2026-002", "ria"});
  CHECK(table.meeting.chair_now() == "Ria");
}

TEST_CASE("the plan says who chairs instead, and a lone presenter has no chair", "[meeting][R3]") {
  Table table;
  auto plan = table.plan();
  plan.lines[1].chair = "Yusuf";
  table.given(plan).given(StartMeeting{{"Bram", "Yusuf"}, "", ""}).about("Bram").given(TakeItem{"2026-001", ""});
  CHECK(table.meeting.chair_now() == "Yusuf");
  table.given(FinishItem{}).given(LeaveMeeting{{"Yusuf"}});
  CHECK(said_nl(table.refused(TakeItem{"2026-002", ""})) ==
        "Alleen Bram is er, en die brengt deze casus in. | Parkeer dit punt tot er een tweede is.");
}

TEST_CASE("one item at a time, and a chair hands over before leaving", "[meeting]") {
  Table table;
  table.started();
  CHECK(table.refused(FinishItem{}).name == "NothingAtHand");
  CHECK(table.refused(ParkItem{}).name == "NothingAtHand");
  table.given(TakeItem{});
  CHECK(said_nl(table.refused(TakeItem{"i2", ""})) ==
        "Jullie zijn nog bezig met opening. | Rond dat eerst af (casus meeting done) of zet het even weg (casus "
        "meeting park).");
  CHECK(table.refused(DropItem{"i1", ""}).name == "ItemAtHand");
  table.given(FinishItem{});
  CHECK(table.refused(DropItem{"i1", ""}).name == "ItemOver");
  CHECK(table.refused(LeaveMeeting{{"Bram"}}).name == "ChairLeaves");
  table.by = "Ria";
  table.given(TakeChair{});
  CHECK(table.meeting.chair == "Ria");
  table.given(LeaveMeeting{{"Bram"}});
  CHECK(table.meeting.were_there == Ids{"Bram"});
  CHECK(table.refused(TakeChair{"Bram"}).name == "NotThere");
  table.given(Arrive{"bram"}).given(TakeChair{"Bram"});
  CHECK(table.meeting.chair == "Bram");
  CHECK(table.meeting.were_there.empty());
  CHECK(table.decided(Arrive{"Bram"})->empty());
}

TEST_CASE("before the meeting the chair can be swapped, not with somebody who is away", "[meeting][R3]") {
  Table table;
  auto plan = table.plan();
  plan.away = {"Ria"};
  table.given(plan).given(TakeChair{"Yusuf"});
  CHECK(table.meeting.chair == "Yusuf");
  CHECK(said_nl(table.refused(TakeChair{"Ria"})) ==
        "Ria is op 2 maart 2026 afwezig. | Kies een ander, of zeg dat Ria er weer is: casus team back Ria.");
  CHECK(table.refused(TakeChair{"Joop"}).name == "NotInTeam");
}

TEST_CASE("signals and learning are counted, not written down, in the meeting", "[meeting][R15]") {
  Table table;
  table.given(table.plan());
  CHECK(table.refused(CountMeetingSignal{"wachttijd"}).name == "MeetingNotStarted");
  table.given(StartMeeting{{"Noor", "Bram"}, "", ""}).given(CountMeetingSignal{"wachttijd"});
  table.given(CountMeetingLearning{"gesprek"});
  CHECK(table.meeting.signals == 1);
  CHECK(table.meeting.learning == 1);
}

TEST_CASE("time does not run back, and everybody says who they are", "[meeting]") {
  Table table;
  table.started();
  table.now -= std::chrono::hours(1);
  CHECK(table.refused(TakeItem{}).name == "TimeRunsBack");
  table.now += std::chrono::hours(2);
  table.by = " ";
  CHECK(table.refused(TakeItem{}).name == "WhoIsThis");
}

TEST_CASE("an event about an item that is not there is a damaged history", "[meeting]") {
  Table table;
  table.started();
  CHECK_THROWS_WITH(meeting::evolve(table.meeting, {table.now, "Noor", ItemFinished{"i9"}}),
                    "meeting '2026-03-02': ItemFinished names item 'i9', which is not on its agenda");
}

TEST_CASE("opened again, only what was cut off waits again; what was done before stays done", "[meeting]") {
  Table table;
  table.started().about("Noor");
  table.given(TakeItem{}).given(FinishItem{}).given(TakeItem{}).given(FinishItem{}).given(TakeItem{});
  const auto done_at = table.now;
  table.given(FinishItem{});
  table.now = done_at;  // in the same second: a time does not tell them apart
  table.given(FinishMeeting{}).given(ReopenMeeting{{"nog iets"}});
  CHECK(table.meeting.item("2026-002")->state == ItemState::finished);
  table.given(TakeItem{}).given(FinishMeeting{}).given(ReopenMeeting{{"te vroeg"}});
  CHECK(table.meeting.item("i4")->state == ItemState::planned);
  CHECK(table.meeting.item("2026-001")->state == ItemState::finished);
}

TEST_CASE("a case that nobody asked a place for gets one in the meeting that is going on", "[meeting]") {
  Table table;
  table.started();
  CHECK(said_nl(table.refused(TakeItem{"2026-009", ""})).find("Kies uit: ") != std::string::npos);  // there is none
  table.about("Noor");
  CHECK(said_nl(table.refused(TakeItem{"2026-004", ""})) ==
        "'2026-004' staat niet op deze agenda. | Zet de casus erop: casus meeting agenda add 2026-004 --minutes 10. "
        "Neem die dan: casus meeting take 2026-004.");
  table.given(AddItem{"2026-004", 10, "", AgendaPart::review, "", "", ""}).given(TakeItem{"2026-004", ""});
  CHECK(table.meeting.at_hand()->line.case_id == "2026-004");
}

TEST_CASE("a case that is done can be taken again in the same meeting; one that was dropped says with what minutes",
          "[meeting]") {
  Table table;
  table.started().about("Noor").given(DropItem{"2026-002", ""});
  table.given(TakeItem{"2026-001", ""}).given(FinishItem{}).given(TakeItem{"2026-001", ""});
  CHECK(table.meeting.at_hand()->sittings.size() == 2);
  table.given(FinishItem{});
  CHECK(said_nl(table.refused(TakeItem{"2026-002", ""})).find("casus meeting agenda add 2026-002 --minutes 35") !=
        std::string::npos);
}

}  // namespace casus::test
