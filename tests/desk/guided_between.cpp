// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/sat.hpp"

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

TEST_CASE("before the meeting has begun, Enter begins it and no case is taken", "[desk][guided]") {
  TeamRoom room;
  Sat at(room);
  const auto begin = at.meeting.now().offered_line();
  REQUIRE(begin);
  CHECK_THAT(at.after("verder"), Catch::Matchers::Contains("er ligt geen casus op tafel"));
  CHECK(at.meeting.now().offered_line() == begin);
}

}  // namespace casus::test
