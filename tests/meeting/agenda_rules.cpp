// SPDX-License-Identifier: EUPL-1.2
#include "tests/meeting/table.hpp"

// The agenda of a meeting: adjusted by hand, planned again, several cases in one line.
namespace casus::test {

TEST_CASE("the agenda is adjusted by hand, before and during the meeting", "[meeting]") {
  Table table;
  table.given(table.plan());
  table.about("Ria").given(AddItem{"2026-003", 10, "Er kwam nieuws", AgendaPart::consult, "", "", ""});
  CHECK(table.order() == Ids{"i1", "i2", "i3", "i5", "i4"});
  CHECK(table.meeting.item("2026-003")->line.presenter == "Ria");
  CHECK(table.meeting.item("2026-003")->line.why == Why::by_hand);
  table.given(MoveItem{"2026-003", "i2"});
  CHECK(table.order() == Ids{"i1", "i5", "i2", "i3", "i4"});
  table.given(MoveItem{"i5", ""});
  CHECK(table.order() == Ids{"i1", "i2", "i3", "i5", "i4"});
  table.given(SetItemMinutes{"i3", 20});
  CHECK(table.meeting.planned_minutes() == 45);
  table.given(StartMeeting{{"Noor", "Bram"}, "", ""}).given(DropItem{"i3", "Volgende week"});
  CHECK(table.order() == Ids{"i1", "i2", "i5", "i4"});
  CHECK(table.meeting.item("i3")->because == "Volgende week");
  // What was dropped may come back as a new item.
  table.known.about.presenter = "Noor";
  table.given(AddItem{"2026-002", 15, "", AgendaPart::review, "", "", ""});
  CHECK(table.meeting.item("2026-002")->line.id == "i6");
}

TEST_CASE("the agenda refuses what it does not know, and what is there already", "[meeting]") {
  Table table;
  table.given(table.plan());
  CHECK(said_nl(table.refused(DropItem{"2026-009", ""})) ==
        "'2026-009' staat niet op deze agenda. | Kies uit: opening (i1), 2026-001 (i2), 2026-002 (i3) of afsluiting "
        "(i4).");
  CHECK(said_nl(table.refused(AddItem{"2026-009", 10, "", AgendaPart::review, "", "", ""})) ==
        "Er is geen casus '2026-009'. | Kijk welke er zijn met: casus case list.");
  table.about("Ria");
  CHECK(said_nl(table.refused(AddItem{"2026-002", 10, "", AgendaPart::review, "", "", ""})) ==
        "Casus 2026-002 staat al op de agenda (i3). | Verzet dat punt: casus meeting agenda move i3 --before PUNT.");
  CHECK(table.refused(AddItem{"2026-004", 0, "", AgendaPart::review, "", "", ""}).name == "MinutesOff");
  CHECK(table.refused(AddItem{"", 5, " ", AgendaPart::review, "", "", ""}).name == "EmptyText");
  CHECK(table.refused(SetItemMinutes{"i1", 300}).name == "MinutesOff");
  table.known.about.names = {"Fatima"};
  const auto named = table.refused(AddItem{"2026-004", 5, "Fatima belde", AgendaPart::review, "", "", ""});
  CHECK(named.rule == "R2");
  CHECK(said_nl(named) ==
        "Hier staat 'fatima'. De agenda noemt geen inwoners en geen gegevens van hen. | Schrijf het zonder naam of "
        "nummer; de casus zelf staat er al bij.");
  CHECK(table.refused(DropItem{"i3", "bel 06-12345678"}).name == "PersonalData");
}

TEST_CASE("several cases are one line of the agenda, and share its minutes", "[meeting]") {
  Table table;
  table.given(table.plan());
  table.about("Ria").given(AddItem{"2026-003", 10, "", AgendaPart::review, "", "", ""});
  REQUIRE(table.order() == Ids{"i1", "i2", "i3", "i5", "i4"});
  table.given(MakeRound{{{"2026-003", "i2", "i2"}, 9}});
  CHECK(table.order() == Ids{"i1", "i3", "i5", "i2", "i4"});
  CHECK(table.meeting.item("i5")->line.minutes == 5);
  CHECK(table.meeting.item("i2")->line.minutes == 4);
  CHECK(table.meeting.item("i2")->round == "i5");
  CHECK(table.meeting.item("i3")->round.empty());
  // Who moves one away takes it out of the round.
  table.given(MoveItem{"i2", "i3"});
  CHECK(table.meeting.item("i2")->round.empty());

  table.given(StartMeeting{{"Noor", "Bram", "Ria"}, "", ""}).given(MakeRound{{{"i3", "i2"}, 8}});
  CHECK(table.order() == Ids{"i1", "i3", "i2", "i5", "i4"});
  table.known.about.presenter = "Noor";
  table.given(TakeItem{"i3", ""}).given(FinishItem{});
  CHECK(table.meeting.next()->line.id == "i1");
  CHECK(said_nl(table.refused(MakeRound{{{"i3", "i2"}, 8}})) ==
        "casus 2026-002: klaar. | Zet de casus opnieuw op de agenda: casus meeting agenda add 2026-002 --minutes 4.");
}

TEST_CASE("a case of a round that comes again counts what it took, not its minutes twice", "[meeting]") {
  Table table;
  table.given(table.plan());
  table.given(MakeRound{{{"i2", "i3"}, 10}});
  const auto planned = table.meeting.planned_minutes();
  table.given(StartMeeting{{"Noor", "Bram", "Ria"}, "", ""});
  table.about("Noor").given(TakeItem{"i2", ""}).given(FinishItem{});
  REQUIRE(table.meeting.item("i2")->state == ItemState::finished);
  CHECK(table.meeting.planned_minutes() == planned);
  const auto took = std::chrono::ceil<std::chrono::minutes>(table.meeting.item("i2")->spent({})).count();
  table.given(AddItem{table.meeting.item("i2")->line.case_id, 5, "", AgendaPart::review, "", "", ""});
  CHECK(table.meeting.planned_minutes() == planned + took);
}

TEST_CASE("a round is of cases, of more than one, with a minute for each", "[meeting]") {
  Table table;
  table.given(table.plan());
  CHECK(said_nl(table.refused(MakeRound{{{"i2", "2026-001"}, 10}})) ==
        "Een snelle ronde is van twee casussen of meer. | Noem ze allemaal: casus meeting agenda round PUNTEN "
        "--minutes 10.");
  CHECK(said_nl(table.refused(MakeRound{{{"i1", "i2"}, 10}})) ==
        "In een snelle ronde staan alleen casussen, en opening is er geen. | Laat dat punt apart staan.");
  CHECK(said_nl(table.refused(MakeRound{{{"i2", "i3"}, 1}})) ==
        "1 minuut past niet bij 2 casussen. | Geef samen minstens 2 en hoogstens 240 minuten: een minuut per casus "
        "is het minste.");
  CHECK(table.refused(MakeRound{{{"i2", "i3"}, 241}}).name == "MinutesOff");
  CHECK(table.refused(MakeRound{{{"i2", "2026-009"}, 10}}).name == "ItemUnknown");
}

TEST_CASE("planning again replaces the agenda only when asked, and never after the start", "[meeting]") {
  Table table;
  CHECK(table.refused(StartMeeting{{"Noor"}, "Noor", ""}).name == "MeetingNotPlanned");
  table.given(table.plan());
  CHECK(table.refused(table.plan()).name == "MeetingPlannedAlready");
  auto again = table.plan();
  again.again = true;
  again.lines.pop_back();
  table.given(again);
  CHECK(table.order() == Ids{"i1", "i2", "i3"});
  table.given(StartMeeting{{"Noor", "Bram"}, "", ""});
  CHECK(table.refused(again).name == "MeetingStartedAlready");
  table.meeting.id = "maandag";
  CHECK(said_nl(table.refused(FinishItem{})) ==
        "'maandag' is geen dag. Een overleg heet naar de dag waarop het is. | Schrijf de dag zoals 2026-03-02.");
}

}  // namespace casus::test
