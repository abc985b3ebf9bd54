// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/short_round.hpp"

// What is typed while no case lies on the table: one Enter takes the case that comes first, and no word is lost.

namespace casus::test {
namespace {

using WaitingLines = std::vector<std::string>;

}  // namespace

TEST_CASE("with no case on the table one Enter takes the first of the agenda, and what was said waits on",
          "[desk][guided]") {
  TeamRoom room;
  room.begin_meeting();
  Sat at(room);
  CHECK_THAT(at.after("verder"), Catch::Matchers::Contains("er ligt geen casus op tafel. Enter: neem 2026-001"));
  CHECK(at.meeting.now().offered_line() == "neem 2026-001");
  CHECK_FALSE(at.meeting.now().back);
  at.after("noor: Zij belt straks");
  CHECK(at.meeting.now().offered_line() == "neem 2026-001");
  CHECK(at.meeting.now().waiting == WaitingLines{"noor: Zij belt straks"});
  const auto told = at.after("");
  CAPTURE(told);
  REQUIRE(at.meeting.now().table);
  CHECK(at.meeting.now().table->case_id == "2026-001");
  CHECK(at.meeting.now().waiting == WaitingLines{"noor: Zij belt straks"});
  CHECK_THAT(told, Catch::Matchers::Contains("noor: Zij belt straks"));
}

TEST_CASE("what was typed before its case came to the table is said in it by one Enter, line by line",
          "[desk][guided]") {
  ShortRoundRoom room;
  Sat at(room);
  for (const auto* line : {"noor: Zij doet de post niet open", "noor: Zij werkt zestien uur"}) at.after(line);
  CHECK_THAT(at.after("neem 2026-003"),
             Catch::Matchers::Contains("staat klaar (2), zoals: 'noor: Zij doet de post niet open'. Enter:"));
  CHECK(at.meeting.now().offered_line() == "geplakt");
  // Whoever just types on loses nothing: it waits still.
  CHECK(at.meeting.now().waiting == WaitingLines{"noor: Zij doet de post niet open", "noor: Zij werkt zestien uur"});
  at.after("gezegd");
  CHECK(at.meeting.now().waiting.size() == 2);
  at.after("geplakt");
  CHECK(at.meeting.now().waiting.empty());
  const auto said = at.state("2026-003").contributions;
  REQUIRE(said.size() == 2);
  CHECK(said.front().text == "Zij doet de post niet open");
  CHECK(said.back().text == "Zij werkt zestien uur");
}

TEST_CASE("a greeting and a laugh are no words of anybody, and wait for nothing", "[desk][guided]") {
  TeamRoom room;
  Sat at(room);
  for (const auto* line : {"goeiemorgen allemaal", "haha", "is iedereen er al?", "pauze 5 min"}) {
    CAPTURE(line);
    at.after(line);
    CHECK(at.meeting.now().waiting.empty());
  }
  CHECK_THAT(at.after("zij belt straks"), Catch::Matchers::Contains("er zit nog niemand aan tafel"));
}

TEST_CASE("before the meeting has begun, Enter begins it and no case is taken", "[desk][guided]") {
  TeamRoom room;
  Sat at(room);
  const auto begin = at.meeting.now().offered_line();
  REQUIRE(begin);
  CHECK_THAT(at.after("verder"), Catch::Matchers::Contains("er ligt geen casus op tafel"));
  CHECK(at.meeting.now().offered_line() == begin);
}

}  // namespace casus::test
