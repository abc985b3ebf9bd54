// SPDX-License-Identifier: EUPL-1.2
// Who is at a meeting no more and did nothing for that reads why, and what they were typing waits for them.
#include "core/web/sign_in/devices.hpp"
#include "tests/support/times.hpp"
#include "tests/web/page_room.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {
namespace {

struct LeadingRoom : PageRoom {
  LeadingRoom() {
    begin_meeting();
    laptop_ = laptop();
  }
  void lead(const std::vector<std::pair<std::string, std::string>>& fields) {
    laptop_->get("/lead");
    REQUIRE(laptop_->post("/lead", fields).status == 303);
  }
  /// The one phone that came in, as whoever leads points at it.
  void puts_out_the_phone() {
    const auto page = laptop_->get("/lead").body;
    const auto form = page.find("id=\"out-");
    REQUIRE(form != std::string::npos);
    const auto from = form + std::string_view("id=\"out-").size();
    lead({{"do", "refuse"}, {"device", page.substr(from, page.find('"', from) - from)}});
  }
};

}  // namespace

TEST_CASE("whose phone is put out by whoever leads reads that, once, and finds what was typed", "[web]") {
  LeadingRoom room;
  auto ria = room.phone("Ria");
  ria.get("/mine");
  room.puts_out_the_phone();
  // What only asks whether there is something new leaves the words for who looks.
  ria.behind("X-Live: 1\r\n");
  CHECK_FALSE(ria.get("/mine").has("afgemeld"));
  const auto sent = ria.post("/mine", {{"do", "say"}, {"kind", "fact"}, {"text", "Een half verhaal"}});
  CHECK(sent.status == 403);
  CHECK(sent.has("Wie het overleg leidt, heeft dit toestel afgemeld."));
  CHECK(sent.has("Een half verhaal"));
  CHECK(sent.has("data-stays"));
  CHECK_FALSE(sent.has("Dit is nog niet gemeld"));
  // A report that nobody got says so.
  CHECK(ria.post("/mine", {{"do", "acute"}, {"text", "De kinderen zijn alleen"}}).has("Dit is nog niet gemeld"));
  ria.behind("");
  const auto got = ria.get("/mine");
  CHECK(got.status == 403);
  CHECK(got.has("Wie het overleg leidt, heeft dit toestel afgemeld."));
  CHECK(where(ria.get("/mine")) == "/join");
  CHECK(room.phone("Ria").get("/mine").status == 200);
}

TEST_CASE("another browser is told nothing of a phone that was put out", "[web]") {
  LeadingRoom room;
  auto ria = room.phone("Ria");
  room.puts_out_the_phone();
  CHECK(where(room.browser().get("/mine")) == "/join");
  CHECK(ria.get("/mine").has("afgemeld"));
}

TEST_CASE("why a device is none any more is known of what others did, until it was told", "[web]") {
  using Out = web::Devices::Out;
  const auto morning = at("2026-03-02T09:00:00Z");
  web::Devices devices({}, [](const std::string&) {});
  const auto out = devices.sign_in("Ria", Sureness::invited, "2026-03-02", morning);
  const auto own = devices.sign_in("Daan", Sureness::invited, "2026-03-02", morning);
  const auto late = devices.sign_in("Noor", Sureness::invited, "2026-03-02", morning);
  CHECK_FALSE(devices.why_out(out));
  REQUIRE(devices.put_out(devices.find(out, morning)->handle));
  REQUIRE(devices.end(devices.find(own, morning)->handle));
  devices.end_meeting("2026-03-02");
  CHECK(devices.why_out(out) == Out::by_leader);
  CHECK_FALSE(devices.why_out(own));
  CHECK(devices.why_out(late) == Out::meeting_over);
  CHECK_FALSE(devices.why_out("somebody else"));
  devices.told_why_out(late);
  CHECK_FALSE(devices.why_out(late));
}

TEST_CASE("a server that starts anew still says why a phone was put out", "[web]") {
  LeadingRoom room;
  auto ria = room.phone("Ria");
  ria.get("/mine");
  room.puts_out_the_phone();
  room.stop();
  room.serve();
  const auto got = ria.get("/mine");
  CHECK(got.status == 403);
  CHECK(got.has("Wie het overleg leidt, heeft dit toestel afgemeld."));
  // That it was told is kept as well.
  room.stop();
  room.serve();
  CHECK(where(ria.get("/mine")) == "/join");
}

TEST_CASE("why a device is none any more is kept without a name, and for half a day", "[web]") {
  using Out = web::Devices::Out;
  const auto morning = at("2026-03-02T09:00:00Z"), evening = at("2026-03-02T21:30:00Z");
  std::string kept;
  const auto write = [&](const std::string& all) { kept = all; };
  web::Devices devices({}, write);
  const auto out = devices.sign_in("Ria", Sureness::invited, "2026-03-02", morning);
  const auto late = devices.sign_in("Daan", Sureness::invited, "2026-03-02", morning);
  REQUIRE(devices.put_out(devices.find(out, morning)->handle));
  CHECK(web::Devices(kept, write).why_out(out) == Out::by_leader);
  devices.end_meeting("2026-03-02");
  CHECK(kept.find("Ria") == std::string::npos);
  CHECK(kept.find("Daan") == std::string::npos);
  CHECK(web::Devices(kept, write).why_out(late) == Out::meeting_over);
  devices.told_why_out(late);
  web::Devices again(kept, write);
  CHECK_FALSE(again.why_out(late));
  CHECK(again.why_out(out) == Out::by_leader);
  again.all(evening);
  CHECK_FALSE(again.why_out(out));
}

TEST_CASE("who is signed in is read from what a program of before kept, which had nothing of who was put out",
          "[web]") {
  std::string kept;
  web::Devices before({}, [&](const std::string& all) { kept = all; });
  const auto morning = at("2026-03-02T09:00:00Z");
  const auto token = before.sign_in("Ria", Sureness::invited, "2026-03-02", morning);
  auto older = nlohmann::json::parse(kept);
  REQUIRE(older.erase("out") == 1);
  web::Devices now(older.dump(), [](const std::string&) {});
  CHECK(now.find(token, morning) != nullptr);
  CHECK_FALSE(now.why_out(token));
}

TEST_CASE("a guest whose case is over, or who was seen off, is not told that they are let in soon", "[web]") {
  LeadingRoom room;
  room.lead({{"do", "take"}, {"item", "2026-001"}});
  room.meets(room.day(), Arrive{{"Wim"}});
  auto wim = room.phone("Wim");
  CHECK_FALSE(wim.get("/mine").has("Je bent hier voor één casus"));
  room.lead({{"do", "ready"}});
  CHECK(wim.get("/mine").has("Je bent hier voor één casus"));
  room.meets(room.day(), LeaveMeeting{{"Wim"}});
  CHECK(wim.get("/mine").has("Je bent nu niet bij dit overleg"));
  CHECK_FALSE(wim.page().has("laat je zo binnen"));
  // Who comes back is there again.
  room.meets(room.day(), Arrive{{"Wim"}});
  CHECK_FALSE(wim.get("/mine").has("Je bent nu niet bij dit overleg"));
}

}  // namespace casus::test
