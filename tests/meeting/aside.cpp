// SPDX-License-Identifier: EUPL-1.2
#include "tests/meeting/table.hpp"

// What is in no case yet lies with the meeting; and what was typed with an item is put right.

namespace casus::test {

TEST_CASE("a line that is in no case waits with the meeting, also before it begins and when it is over", "[meeting]") {
  Table table;
  table.given(table.plan()).given(SetLineAside{{"opa: hij slaat", true, ""}});
  table.given(StartMeeting{{"Noor", "Bram"}, "", ""}).given(SetLineAside{{"noor: zij belt", false, "2026-001"}});
  REQUIRE(table.meeting.aside.size() == 2);
  CHECK(table.meeting.aside[0].kept.id == "w1");
  CHECK(table.meeting.aside[0].by == "Noor");
  CHECK(table.meeting.aside[1].kept.case_id == "2026-001");
  table.given(TakeLineUp{"w2", "2026-001"}).given(FinishMeeting{});
  table.given(SetLineAside{{"ria: nog iets", false, ""}});
  CHECK(table.meeting.aside.back().kept.id == "w3");  // an id is never given twice
  table.given(TakeLineUp{"w1", ""}).given(TakeLineUp{"w3", ""});
  CHECK(table.meeting.aside.empty());
  CHECK(table.refused(TakeLineUp{"w1", ""}).name == "LineNotThere");
  CHECK(table.refused(SetLineAside{{" ", false, ""}}).name == "EmptyText");
  CHECK(table.refused(SetLineAside{{"BSN 123456782", true, ""}}).name == "CitizenNumber");
  table.by = "Mallory";
  CHECK(table.refused(SetLineAside{{"iets", false, ""}}).name == "NotOfMeeting");
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
