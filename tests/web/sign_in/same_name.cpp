// SPDX-License-Identifier: EUPL-1.2
// Somebody left the team, and somebody else of the same name came.
#include "core/web/seconds_of.hpp"
#include "core/web/sign_in/devices.hpp"
#include "core/web/sign_in/feeds.hpp"
#include "core/web/sign_in/passphrases.hpp"
#include "tests/web/page_room.hpp"

#include <chrono>
#include <string>

namespace casus::test {
namespace {

struct NamesakeRoom : PageRoom {
  void tells(TeamBody body) {
    REQUIRE(desk("Samira").service().handle(TeamCommand{{}, {}, std::move(body), "Samira"}).done());
  }
  /// Ria leaves, and another Ria comes, while nobody serves the page.
  void another_ria() {
    stop();
    clock.advance(std::chrono::minutes(1));
    tells(LeaveTeam{{"Ria"}});
    tells(AddMember{{"Ria", ""}});
    serve();
  }
  std::string calendar_of(Browser& who) {
    who.get("/sessions");
    const auto made = who.submit("feed-make", {{"feed", "make"}});
    const auto from = made.body.find("/feed/");
    REQUIRE(from != std::string::npos);
    return made.body.substr(from, made.body.find('<', from) - from);
  }
  std::string invited(const std::string& name) {
    laptop_->get("/devices");
    const auto made = laptop_->submit("invite", {{"name", name}});
    const auto from = made.body.find("/in/", made.body.find("<code>"));
    REQUIRE(from != std::string::npos);
    return made.body.substr(from, made.body.find('<', from) - from);
  }
};

}  // namespace

TEST_CASE("who comes under the name of somebody who left gets none of their ways in, also when nobody served meanwhile",
          "[web]") {
  NamesakeRoom room;
  auto ria = room.worker("Ria");
  auto noor = room.worker("Noor");
  REQUIRE(ria.get("/today").status == 200);
  const auto calendar = room.calendar_of(ria), of_noor = room.calendar_of(noor);
  const auto unopened = room.invited("Ria");
  CHECK(room.browser().get(calendar).status == 200);
  room.another_ria();
  CHECK(ria.get("/today").status == 303);
  CHECK(room.browser().get(calendar).status != 200);
  CHECK(room.browser().get(unopened).status == 403);
  // Nobody else lost anything, and the new one comes in as anybody does.
  CHECK(noor.get("/today").status == 200);
  CHECK(room.browser().get(of_noor).status == 200);
  room.laptop_.reset();
  room.clock.advance(std::chrono::seconds(1));
  auto other = room.worker("Ria");
  CHECK(other.get("/today").status == 200);
  CHECK(room.browser().get(room.calendar_of(other)).status == 200);
}

TEST_CASE("a passphrase and a calendar link say since when they are somebody's", "[web]") {
  const Time morning = std::chrono::sys_days(std::chrono::year(2026) / 3 / 2) + std::chrono::hours(9);
  std::string kept, days;
  web::Passphrases phrases("", [&](const std::string& bytes) { kept = bytes; });
  web::Feeds feeds("", [&](const std::string& bytes) { days = bytes; });
  phrases.set("Ria", Sureness::invited, "paard fiets regen", morning);
  const auto link = feeds.make("Ria", morning);
  const auto joined = web::seconds_of(morning) + 60;
  const auto called = [&](const std::string& name, std::int64_t known) {
    return known != 0 && joined > known ? std::string() : name;
  };
  web::Passphrases again(kept, [](const std::string&) {});
  web::Feeds feeds_again(days, [](const std::string&) {});
  again.forget_others(called);
  feeds_again.forget_others(called);
  CHECK_FALSE(again.has("Ria", Sureness::invited));
  CHECK_FALSE(feeds_again.whose(link));
  // What an earlier version kept does not say it, and stays.
  const auto without = [](std::string bytes) {
    const auto from = bytes.find("\"made\":");
    const auto end = bytes.find_first_of(",}\n", from);
    return bytes.replace(from, end - from, "\"other\": 0");
  };
  web::Feeds older(without(days), [](const std::string&) {});
  older.forget_others(called);
  CHECK(older.whose(link) == "Ria");
}

}  // namespace casus::test
