// SPDX-License-Identifier: EUPL-1.2
#include "core/store/address.hpp"
#include "core/store/files/copy.hpp"
#include "core/store/postgres/connection.hpp"
#include "core/store/store.hpp"
#include "core/web/sent_form.hpp"
#include "core/web/visit.hpp"
#include "tests/store/cluster.hpp"
#include "tests/web/echo.hpp"
#include "tests/web/page_room.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Programs beside the server on the same store - the command line, another server - and a database that goes away.

namespace casus::test {
namespace {

/// The laptop of a room on the page of its meeting, listening.
struct Listener {
  explicit Listener(const PageRoom& room) : laptop(room.laptop()), stream(room.port) {
    laptop.get("/lead");
    const auto version = value_behind(laptop.page().body, "data-version", "data-version");
    REQUIRE_FALSE(version.empty());
    stream.send(laptop.request("GET", "/live?of=" + room.day() + "&since=" + version));
    REQUIRE(stream.reads("retry: 1000\n\n"));
  }
  /// Whether it hears of something new within this time.
  bool hears(std::chrono::seconds patience) { return stream.reads("data: ", patience); }

  Browser laptop;
  Wire stream;
};

}  // namespace

TEST_CASE("who looks hears of what another program writes in a file, and of each change once", "[web]") {
  PageRoom room;
  Listener listener(room);
  room.begin_meeting({"Samira", "Noor"});
  CHECK(listener.hears(std::chrono::seconds(10)));
  room.meets(room.day(), Arrive{{"Daan"}});
  CHECK(listener.hears(std::chrono::seconds(10)));
  CHECK_FALSE(listener.hears(std::chrono::seconds(1)));
  // Of what nobody looks at nothing is told.
  room.does("2026-002", "Daan", RaiseConcern{"Er klopt iets niet"});
  CHECK_FALSE(listener.hears(std::chrono::seconds(1)));
}

TEST_CASE("who looks hears of what another program writes in a database, also after the database was away", "[web]") {
  auto* const cluster = Cluster::shared();
  if (cluster == nullptr) {
    WARN("SKIP: no PostgreSQL server is installed here");
    return;
  }
  PageRoom room;
  room.stop();
  const store::Options file{room.at_store, false, store::Purpose::cases, room.at_store + ".keys"};
  room.at_store = cluster->database();
  room.at_keys = (room.folder / "noord.keys").string();
  store::copy_store(file, {room.at_store, true, store::Purpose::cases, room.at_keys});
  room.watched = true;
  room.serve();
  Listener listener(room);
  room.begin_meeting({"Samira", "Noor"});
  CHECK(listener.hears(std::chrono::seconds(10)));
  cluster->kill();
  cluster->start();
  room.meets(room.day(), Arrive{{"Daan"}});
  CHECK(listener.hears(std::chrono::seconds(30)));
  CHECK(comes_true([&] {
    Wire watch(room.server->metrics_port());
    watch.send("GET /metrics HTTP/1.1\r\nHost: watch\r\n\r\n");
    const auto figures = watch.answer();
    return figures.has("casus_ready 1\n") && figures.has("casus_database_reconnects_total 1\n");
  }));
}

TEST_CASE("what was typed while the database kept nobody's words is given back, goes again, and is done once",
          "[web]") {
  auto* const cluster = Cluster::shared();
  if (cluster == nullptr) {
    WARN("SKIP: no PostgreSQL server is installed here");
    return;
  }
  PageRoom room;
  room.open("2026-003", "Noor", "Gezin met veel post", "kort/ronde", Mode::coaching);
  room.does("2026-003", "Noor", AddParticipant{"Samira", {Role::chair}, true, false, {}});
  room.does("2026-003", "Noor", AddParticipant{"Daan", {Role::member}, true, false, {}});
  room.does("2026-003", "Samira", NextStep{});
  room.does("2026-003", "Noor", Say{{.kind = "fact", .text = "Zij belt haar zus"}});
  room.stop();
  const store::Options file{room.at_store, false, store::Purpose::cases, room.at_store + ".keys"};
  room.at_store = cluster->database();
  room.at_keys = (room.folder / "noord.keys").string();
  store::copy_store(file, {room.at_store, true, store::Purpose::cases, room.at_keys});
  room.serve();
  auto noor = room.worker("Noor");
  REQUIRE(noor.get("/case/2026-003/do/case/correct?ref=b1").status == 200);
  auto goes_on = noor;
  goes_on.behind("Sec-Fetch-Mode: navigate\r\n");
  {
    store::Connection other(store::address_from(Cluster::as("postgres", room.at_store)));
    other.connect();
    other.post("BEGIN");
    other.ask("SELECT 1 FROM casus.teams FOR UPDATE");
    const auto got = noor.submit("do-case-correct", {{"ref", "b1"}, {"text", "Zij <belt> haar zus elke week"}});
    CHECK(got.status == 503);
    CHECK(got.has("Hiervan is niets bewaard"));
    CHECK(got.has("Zij &lt;belt&gt; haar zus elke week"));
    CHECK_FALSE(got.has("postgresql"));
    // Who goes back later comes to no question of the browser whether to send it once more.
    const auto on = goes_on.submit("do-case-correct", {{"ref", "b1"}, {"text", "Zij <belt> haar zus elke week"}});
    CHECK(on.status == 303);
    CHECK(goes_on.get(where(on)).status == 503);
    CHECK(goes_on.page().has("id=\"once-more\""));
    other.ask("ROLLBACK");
  }
  const std::vector<std::pair<std::string, std::string>> again{{"text", "Zij <belt> haar zus elke week"}};
  auto twice = noor, late = noor;
  const auto written = [&] {
    noor.get("/case/2026-003/history");  // what came of the form stands above it once
    const auto history = noor.get("/case/2026-003/history").body;
    int times = 0;
    const std::string words = "Zij &lt;belt&gt; haar zus elke week";
    for (auto at = history.find(words); at != std::string::npos; at = history.find(words, at + 1)) ++times;
    return times;
  };
  CHECK(twice.submit("once-more", again).status == 303);
  const auto once = written();
  CHECK(once > 0);
  CHECK(late.submit("once-more", again).status == 303);
  CHECK(written() == once);
}

TEST_CASE("a form of which nobody knows whether it was kept does not say that danger was not reported", "[web]") {
  web::Request request{.method = "POST",
                       .path = "/train/de straat 50%",
                       .query = "of=1",
                       .headers = {{"content-type", "application/x-www-form-urlencoded"}},
                       .body = "token=oud&command=c1&do=acute&text=Hij+slaat+haar"};
  auto visit = web::visit_of(request, "casus", Lang::nl, Time{});
  REQUIRE(visit);
  visit->device.emplace();
  const auto known = web::not_for_now(*visit, "niet bewaard", false), unsure = web::not_for_now(*visit, "kijk", true);
  CHECK_THAT(known.body, Catch::Contains("Dit is nog niet gemeld"));
  CHECK_THAT(unsure.body, Catch::Contains("Het is niet zeker of dit gemeld is") && Catch::Contains("Bel 112"));
  CHECK(unsure.body.find("nog niet gemeld") == std::string::npos);
  // It goes to the address that it came to, with all that came along but the token.
  CHECK_THAT(unsure.body, Catch::Contains("action=\"/train/de%20straat%2050%25?of=1\""));
  CHECK_THAT(unsure.body, Catch::Contains("value=\"c1\"") && Catch::Contains("value=\"acute\"") &&
                              Catch::Contains("Hij slaat haar"));
  CHECK(unsure.body.find("\"oud\"") == std::string::npos);
}

TEST_CASE("a second server of a team in a database does not begin on another machine either", "[web]") {
  auto* const cluster = Cluster::shared();
  if (cluster == nullptr) {
    WARN("SKIP: no PostgreSQL server is installed here");
    return;
  }
  PageRoom room;
  room.stop();
  const store::Options file{room.at_store, false, store::Purpose::cases, room.at_store + ".keys"};
  room.at_store = cluster->database();
  room.at_keys = (room.folder / "noord.keys").string();
  store::copy_store(file, {room.at_store, true, store::Purpose::cases, room.at_keys});
  // All that a keeper brought over before both were started.
  const TempDir machine;
  std::filesystem::copy_file(room.at_keys, machine / "noord.keys");
  room.serve();
  web::PageSite::Setting setting;
  setting.desk.seat = {"Samira", Sureness::named, "balie", {}};
  setting.desk.store = room.at_store;
  setting.desk.keys = (machine / "noord.keys").string();
  setting.desk.clock = &room.clock;
  CHECK_THROWS_WITH(web::PageSite(std::move(setting)),
                    Catch::Contains("is served by another server on the machine of the database already"));
  CHECK(room.laptop().get("/devices").status == 200);
}

TEST_CASE("a second server beside the same store does not begin, and what a killed one left is in nobody's way",
          "[web]") {
  PageRoom room;
  const auto file = room.at_store + ".serving";
  const auto another = [&] {
    web::PageSite::Setting setting;
    setting.desk.seat = {"Samira", Sureness::named, "balie", {}};
    setting.desk.store = room.at_store;
    setting.desk.clock = &room.clock;
    return std::make_unique<web::PageSite>(std::move(setting));
  };
  CHECK(std::filesystem::exists(file));
  CHECK_THROWS_WITH(another(), Catch::Contains("served by another server already"));
  CHECK(std::filesystem::exists(file));
  CHECK(room.laptop().get("/devices").status == 200);
  room.stop();
  CHECK_FALSE(std::filesystem::exists(file));
  room.folder.write("casus.db.serving", "");
  CHECK_NOTHROW(another());
  room.serve();
  CHECK(room.laptop().get("/devices").status == 200);
}

}  // namespace casus::test
