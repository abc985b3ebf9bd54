// SPDX-License-Identifier: EUPL-1.2
// What who led reads when the meeting is over, whatever meeting comes next.
#include "tests/web/page_room.hpp"

namespace casus::test {
namespace {

/// A meeting that is going on, led from the laptop.
struct LedRoom : PageRoom {
  LedRoom() {
    begin_meeting();
    laptop_ = laptop();
  }
  void ends() {
    laptop_->get("/lead");
    REQUIRE(laptop_->submit("finish", {{"do", "finish"}}).status == 303);
  }
};

}  // namespace

TEST_CASE("after its end a meeting is read where it was led, and the next that is planned is not begun in its place",
          "[web]") {
  LedRoom room;
  room.plan("2026-03-09");
  auto noor = room.phone("Noor");
  noor.get("/mine");
  REQUIRE(noor.submit("danger-form", {{"do", "concern"}, {"text", "Een kind loopt op straat"}, {"case", ""}}).status ==
          303);
  // Before that it is told what is left: what is not ready, and before all danger that stands in no case.
  auto page = room.laptop_->get("/lead");
  const auto ending = page.body.substr(page.body.find("id=\"ending\""));
  const auto left = ending.substr(0, ending.find("id=\"finish\""));
  CHECK(left.find("Er wacht nog een melding van gevaar") != std::string::npos);
  CHECK(left.find("Nog niet klaar: 2026-001") != std::string::npos);
  CHECK(left.find("Een kind loopt op straat") == std::string::npos);
  room.ends();
  page = room.laptop_->get("/lead");
  CHECK(page.has("Het overleg is afgelopen"));
  CHECK(page.has("Een kind loopt op straat"));
  CHECK(page.has("Meld het nu bij de casus zelf"));
  CHECK_FALSE(noor.get("/mine").has("Meld het nu bij de casus zelf"));
  CHECK(page.has("/do/meeting/minutes?date=2026-03-02"));
  CHECK_FALSE(page.has("id=\"begin\""));
  // A page to read and to print, with its day, and no signs of a file.
  const auto minutes = room.laptop_->get("/do/meeting/minutes?date=2026-03-02");
  CHECK(minutes.has("Verslag van het overleg van 2 maart 2026"));
  CHECK(minutes.has("Wie doet wat</h"));
  for (const auto* sign : {"# Verslag", "## ", "**"}) CHECK_FALSE(minutes.has(sign));
  // Not for long: then the next one is there.
  room.clock.advance(std::chrono::minutes(11));
  page = room.laptop_->get("/lead");
  CHECK(page.has("id=\"begin\""));
  CHECK(page.has("9 maart 2026"));
}

TEST_CASE("a meeting that ends on another day than its own is read where it was led too", "[web]") {
  LedRoom room;
  room.stop();
  room.clock.advance_days(1);
  room.serve();
  room.laptop_ = room.laptop();
  room.ends();
  auto page = room.laptop_->get("/lead");
  CHECK(page.has("Het overleg is afgelopen"));
  CHECK(page.has("/do/meeting/minutes?date=2026-03-02"));
  room.clock.advance(std::chrono::minutes(11));
  page = room.laptop_->get("/lead");
  CHECK(page.status == 404);
  CHECK(page.has("/do/meeting/minutes?date=2026-03-02"));
}

}  // namespace casus::test
