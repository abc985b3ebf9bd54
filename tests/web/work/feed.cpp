// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/temp_dir.hpp"
#include "tests/web/page_room.hpp"

// Somebody's days for a calendar program, by a secret link.

namespace casus::test {
namespace {

/// Noor's own page, where the link is made.
std::string feed_made_by(Browser& who) {
  who.get("/sessions");
  const auto made = who.submit("feed-make", {{"feed", "make"}});
  REQUIRE(made.status == 200);
  const auto from = made.body.find("/feed/");
  REQUIRE(from != std::string::npos);
  return made.body.substr(from, made.body.find('<', from) - from);
}

/// A case of Noor with an action of hers on a day.
void noor_acts(PageRoom& room) {
  room.sits_down();
  room.does("2026-001", "Samira", NextStep{});
  AddAction action{{.what = "De post openen bij Els Voorbeeld",
                    .who = "Noor",
                    .by_when = *date_from("2026-03-20"),
                    .checks = "Samira"}};
  room.does("2026-001", "Noor", action);
}

}  // namespace

TEST_CASE("a calendar program reads days and what kind they are by a secret link, and nothing of a case", "[web]") {
  PageRoom room;
  noor_acts(room);
  auto noor = room.worker("Noor");
  const auto path = feed_made_by(noor);
  auto program = room.browser();
  const auto days = program.get(path);
  CHECK(days.status == 200);
  CHECK(days.headers.at("content-type") == "text/calendar; charset=utf-8");
  CHECK(days.cookies.empty());
  CHECK(days.has("BEGIN:VCALENDAR"));
  CHECK(days.has("DTSTART;VALUE=DATE:20260320"));
  CHECK(days.has("SUMMARY:Actie klaar\r\n"));
  CHECK(days.has("DTSTART;VALUE=DATE:20260302"));  // the meeting
  for (const auto* never : {"2026-001", "post", "Els", "Noor", "Samira"}) {
    INFO(never);
    CHECK_FALSE(days.has(never));
  }
  CHECK(program.get(path).body == days.body);  // each entry is the same one the next time
  // Somebody else's days are others.
  auto ria = room.worker("Ria");
  CHECK_FALSE(program.get(feed_made_by(ria)).has("20260320"));
  // What is kept opens nothing.
  const auto token = path.substr(6, path.size() - 10);
  CHECK(token.size() >= 40);
  CHECK(content_of(room.folder / "casus.db.feeds").find(token) == std::string::npos);
  // It outlives the server.
  room.stop();
  room.serve();
  CHECK(room.browser().get(path).status == 200);
}

TEST_CASE("a calendar link ends when a new one is made, when it is taken back, and with leaving the team", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  const auto first = feed_made_by(noor);
  const auto second = feed_made_by(noor);
  auto program = room.browser();
  CHECK(program.get(first).status == 404);
  CHECK(program.get(second).status == 200);
  noor.get("/sessions");
  CHECK(noor.submit("feed-end", {{"feed", "end"}}).status == 303);
  CHECK(noor.get("/sessions").has("werkt niet meer"));
  CHECK(program.get(second).status == 404);
  // Who looks after the store ends that of another.
  const auto third = feed_made_by(noor);
  CHECK(room.laptop_->get("/devices").has("Trek de link van Noor in"));
  CHECK(room.laptop_->post("/devices", {{"end-feed", "Noor"}}).status == 303);
  CHECK(program.get(third).status == 404);
  auto ria = room.worker("Ria");
  const auto hers = feed_made_by(ria);
  CHECK(program.get(hers).status == 200);
  CHECK(room.laptop_->get("/devices").has("Trek de link van Ria in"));
  REQUIRE(room.desk("Samira").service().handle(TeamCommand{{}, {}, LeaveTeam{{"Ria"}}, "Samira"}).done());
  CHECK(program.get(hers).status == 404);
  CHECK_FALSE(room.laptop_->get("/devices").has("Trek de link van Ria in"));
  room.stop();
  room.serve();
  CHECK(content_of(room.folder / "casus.db.feeds").find("Ria") == std::string::npos);
}

TEST_CASE("guesses at a calendar link are counted, and a right one is not kept out by them", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  const auto path = feed_made_by(noor);
  auto program = room.browser();
  for (int i = 0; i < 10; ++i) CHECK(program.get("/feed/" + std::string(43, 'a') + ".ics").status == 404);
  CHECK(program.get("/feed/" + std::string(43, 'b') + ".ics").status == 429);
  CHECK(program.get(path).status == 200);
}

TEST_CASE("who looks after the store, and who came for a meeting, has no calendar link", "[web]") {
  PageRoom room;
  room.laptop_ = room.laptop();
  room.laptop_->get("/devices");
  const auto made = room.laptop_->submit("invite-keeper", {{"keeper", "Kees Beheer"}});
  const auto from = made.body.find("/in/", made.body.find("<code>"));
  auto keeper = room.by_link(made.body.substr(from, made.body.find('<', from) - from));
  CHECK_FALSE(keeper.get("/sessions").has("feed-make"));
  CHECK(keeper.post("/sessions", {{"feed", "make"}}).status == 422);
  CHECK_FALSE(std::filesystem::exists((room.folder / "casus.db.feeds").string()));
}

}  // namespace casus::test
