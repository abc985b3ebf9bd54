// SPDX-License-Identifier: EUPL-1.2
#include "tests/meeting/table.hpp"

// What is in no case yet lies with the meeting; and what was typed with an item is put right.

namespace casus::test {

TEST_CASE("a line that is in no case waits with the meeting, also before it begins and when it is over", "[meeting]") {
  Table table;
  table.given(table.plan()).given(SetLineAside{{"opa: hij slaat", true, ""}});
  table.given(StartMeeting{{"Noor", "Bram"}, "", ""}).given(SetLineAside{{"noor: zij belt", false, "2026-001"}});
  table.about("Noor");
  REQUIRE(table.meeting.aside.size() == 2);
  CHECK(table.meeting.aside[0].kept.id == "w1");
  CHECK(table.meeting.aside[0].by == "Noor");
  CHECK(table.meeting.aside[1].kept.case_id == "2026-001");
  table.given(TakeLineUp{"w2", "2026-001", {}, {}}).given(FinishMeeting{});
  table.given(SetLineAside{{"ria: nog iets", false, ""}});
  CHECK(table.meeting.aside.back().kept.id == "w3");  // an id is never given twice
  table.given(TakeLineUp{"w1", "", "het is al gemeld", {}}).given(TakeLineUp{"w3", "", {}, {}});
  CHECK(table.meeting.aside.empty());
  CHECK(table.refused(TakeLineUp{"w1", "", {}, {}}).name == "LineNotThere");
  CHECK(table.refused(SetLineAside{{" ", false, ""}}).name == "EmptyText");
  CHECK(table.refused(SetLineAside{{"BSN 123456782", true, ""}}).name == "CitizenNumber");
  table.by = "Mallory";
  CHECK(table.refused(SetLineAside{{"iets", false, ""}}).name == "NotOfMeeting");
}

TEST_CASE("somebody else's line is let go of by who leads, or by two, and danger never without a reason",
          "[meeting][R14]") {
  Table table;
  table.started();
  table.by = "Ria";
  for (int i = 0; i < 5; ++i) table.given(SetLineAside{{"ria: zij belt", i == 4, ""}});
  const auto let_go = [](const char* line, const char* because = "", const char* with = "") {
    return TakeLineUp{line, "", because, with};
  };
  table.by = "Yusuf";
  const auto refusal = table.refused(let_go("w1"));
  CHECK(refusal.name == "NotYoursToLetGo");
  CHECK(said_nl(refusal).find("van Ria") != std::string::npos);
  CHECK(table.refused(let_go("w1", "dubbel")).name == "NotYoursToLetGo");
  CHECK(table.refused(let_go("w1", "", "Yusuf")).name == "SecondIsYou");
  CHECK(table.refused(let_go("w1", "", "Mallory")).name == "NotOfMeeting");
  CHECK(table.refused(TakeLineUp{"w1", "2026-009", {}, {}}).name == "CaseUnknown");  // and is nowhere
  table.given(let_go("w1", "", "noor"));                                             // two together
  table.by = "Ria";
  table.given(let_go("w2"));  // her own
  table.by = "Bram";
  table.given(let_go("w3"));  // he leads
  // Who leads the meeting of today lets go of what was left of an earlier one.
  table.by = "Noor";
  CHECK(table.refused(let_go("w4")).name == "NotYoursToLetGo");
  table.known.leader = "Noor";
  table.given(let_go("w4"));
  for (const char* by : {"Ria", "Bram", "Noor"}) {
    table.by = by;
    CHECK(table.refused(let_go("w5")).rule == "R14");
    CHECK(table.refused(let_go("w5", " ", "Yusuf")).rule == "R14");
  }
  table.by = "Ria";
  table.given(let_go("w5", "het is al gemeld"));
  CHECK(table.meeting.aside.empty());
  // Why is a text as well: it can be destroyed.
  REQUIRE(table.meeting.let_go.size() == 1);
  const auto events = table.decided(RewordItem{{"w5", "", DestroyGround::name}});
  REQUIRE(events.has_value());
  CHECK(std::get<ItemReworded>(events->front().body).events == table.meeting.let_go[0].because_in);
  table.given(RewordItem{{"w5", "", DestroyGround::name}});
  CHECK(table.refused(RewordItem{{"w5", "", DestroyGround::name}}).name == "NoWordsThere");
}

TEST_CASE("a line that waits gets other words from who kept it or leads, and waits on under another id", "[meeting]") {
  Table table;
  table.started();
  table.by = "Ria";
  table.given(SetLineAside{{"opa: hij slaat", true, "2026-001"}}).given(SetLineAside{{"oma belt", false, ""}});
  table.by = "Yusuf";
  CHECK(table.refused(RewordItem{{"w1", "opa: hij sloeg", {}}}).name == "NotYoursToReword");
  table.by = "Ria";
  CHECK(said_nl(table.refused(RewordItem{{"w1", "", DestroyGround::name}})) ==
        "Regel w1 wacht nog op een casus. | Geef andere woorden: casus meeting reword w1 \"...\" --date 2026-03-02. Of "
        "laat hem vallen: casus meeting taken-up w1 --date 2026-03-02 --because \"...\".");
  CHECK(table.refused(RewordItem{{"w1", "opa: hij slaat", {}}}).name == "NothingChanges");
  CHECK(table.refused(RewordItem{{"w1", "BSN 123456782", {}}}).name == "CitizenNumber");
  const auto events = table.decided(RewordItem{{"w1", "opa: hij sloeg", {}}});
  REQUIRE(events.has_value());
  CHECK(std::get<LineTakenUp>(events->front().body).event == table.meeting.aside[0].event);
  table.given(RewordItem{{"w1", "opa: hij sloeg", {}}});
  REQUIRE(table.meeting.aside.size() == 2);
  const auto& now = table.meeting.aside.back();
  CHECK(now.kept.id == "w3");
  CHECK(now.kept.text == "opa: hij sloeg");
  CHECK(now.kept.danger);  // no danger is let go of by it
  CHECK(now.kept.case_id == "2026-001");
  CHECK(table.meeting.let_go.empty());
  table.by = "Bram";  // leads
  table.given(RewordItem{{"w2", "oma belde", {}}});
  CHECK(table.meeting.aside.back().kept.id == "w4");
  // It stays Ria's, who sees it still; and nobody changes her danger.
  CHECK(table.meeting.aside.back().by == "Ria");
  const auto by_leader = table.decided(RewordItem{{"w4", "oma belde weer", {}}});
  REQUIRE(by_leader.has_value());
  REQUIRE(by_leader->back().seat);
  CHECK(by_leader->back().seat->name == "Bram");
  CHECK(by_leader->front().by == "Bram");
  const auto refusal = table.refused(RewordItem{{"w3", "opa: een grapje", {}}});
  CHECK(refusal.name == "NotYoursToReword");
  CHECK(said_nl(refusal).find("--because") != std::string::npos);
}

TEST_CASE("what was typed with an item is put right, taken away or destroyed", "[meeting]") {
  Table table;
  table.started().about("Noor").given(TakeItem{"i2", ""}).given(ParkItem{"Noor belt eerst"});
  table.given(RewordItem{{"i2", "Noor belt eerst de school", {}}});
  CHECK(table.meeting.item("i2")->because == "Noor belt eerst de school");
  const auto parked = table.meeting.item("i2")->because_in;
  CHECK(parked.size() == 2);
  table.given(RewordItem{{"i2", "", DestroyGround::name}});
  CHECK(table.meeting.item("i2")->because.empty());
  CHECK(table.refused(RewordItem{{"i2", "", {}}}).name == "NoWordsThere");
  CHECK(table.refused(RewordItem{{"i9", "", {}}}).name == "ItemUnknown");
  table.given(FinishMeeting{}).given(ReopenMeeting{{"Er was nog een casus"}});
  CHECK(table.meeting.reopened_in.size() == 1);
  table.given(RewordItem{{"reopening", "", DestroyGround::name}});
  CHECK(table.meeting.reopened_in.empty());
}

TEST_CASE("words at an item that may not be kept go with the reason that was planned with it", "[meeting]") {
  Table table;
  auto plan = table.plan();
  plan.lines[1].because = "Familie Jansen belde";
  table.given(plan).given(StartMeeting{{"Noor", "Bram"}, "", ""});
  table.about("Noor").given(TakeItem{"i2", ""}).given(ParkItem{"Jansen belt terug"});
  REQUIRE(table.meeting.item("i2")->line.because == "Familie Jansen belde");
  const auto events = table.decided(RewordItem{{"i2", "", DestroyGround::name}});
  REQUIRE(events.has_value());
  REQUIRE(events->size() == 2);
  CHECK(std::get<ItemReworded>((*events)[1].body).events == std::vector<std::int64_t>{1});
  table.given(RewordItem{{"i2", "", DestroyGround::name}});
  CHECK(table.meeting.item("i2")->because.empty());
  CHECK(table.meeting.item("i2")->line.because.empty());
  CHECK(table.refused(RewordItem{{"i2", "", DestroyGround::name}}).name == "NoWordsThere");
}

TEST_CASE("of an agenda that is destroyed the other subjects are said again", "[meeting]") {
  Table table;
  auto plan = table.plan();
  plan.lines[0].because = "Het rooster";
  plan.lines[3].because = "De verjaardag";
  table.given(plan);
  const auto events = table.decided(RewordItem{{"i1", "Het rooster van mei", DestroyGround::name}});
  REQUIRE(events.has_value());
  REQUIRE(events->size() == 2);
  CHECK(std::get<ItemReworded>((*events)[0].body).events == std::vector<std::int64_t>{1});
  const auto& other = std::get<ItemReworded>((*events)[1].body);
  CHECK(other.item == "i4");
  CHECK(other.text == "De verjaardag");
  auto husk = MeetingEventBody(MeetingPlanned{plan});
  meeting::take_out_words(husk);
  CHECK(std::get<MeetingPlanned>(husk).lines[3].because.empty());
  CHECK(table.refused(RewordItem{{"i1", " ", {}}}).name == "EmptyText");
}

TEST_CASE("a meeting is of a day that somebody can have meant, and begins near it", "[meeting]") {
  Table table;
  for (const auto* day : {"2199-01-01", "2126-03-02", "1900-01-01", "2020-03-05"}) {
    table.meeting.id = day;
    CHECK(table.refused(table.plan()).name == "ImplausibleDay");
  }
  table.meeting.id = "2026-04-30";
  table.given(table.plan());
  CHECK(table.refused(StartMeeting{{"Noor", "Bram"}, "", ""}).name == "MeetingToCome");
  table.now = *time_from("2026-04-28T09:00:00Z");
  table.given(StartMeeting{{"Noor", "Bram"}, "", ""});
}

}  // namespace casus::test
