// SPDX-License-Identifier: EUPL-1.2
// Who does over and over what may be done puts nobody else out, and fills no log.
#include "core/service/unlogged.hpp"
#include "core/web/server/addresses.hpp"
#include "core/web/sign_in/devices.hpp"
#include "core/web/sign_in/openid/journeys.hpp"
#include "core/web/sign_in/openid/signed_in.hpp"
#include "core/web/sign_in/throttle.hpp"
#include "tests/web/page_room.hpp"

#include <chrono>
#include <string>

namespace casus::test {
namespace {

const Time kFloodDay = std::chrono::sys_days(std::chrono::year(2026) / 3 / 2) + std::chrono::hours(9);

}  // namespace

TEST_CASE("who signs in over and over ends their own oldest device, and nobody else's", "[web]") {
  web::Devices devices({}, [](const std::string&) {});
  const auto noor = devices.sign_in("Noor", Sureness::signed_in, {}, kFloodDay);
  const auto wall = devices.sign_in("", Sureness::table, "2026-03-02", kFloodDay);
  web::Device by_card{.sureness = Sureness::resident, .card = "k-1", .person = "p2"};
  const auto resident = devices.sign_in(by_card, kFloodDay);
  const auto first = devices.sign_in("Daan", Sureness::signed_in, {}, kFloodDay);
  auto now = kFloodDay;
  std::string last;
  for (std::size_t i = 0; i < 2 * web::Devices::kMost; ++i)
    last = devices.sign_in("daan", Sureness::signed_in, {}, now += std::chrono::seconds(1));
  CHECK(devices.find(noor, now) != nullptr);
  CHECK(devices.find(wall, now) != nullptr);
  CHECK(devices.find(resident, now) != nullptr);
  CHECK(devices.find(last, now) != nullptr);
  CHECK(devices.find(first, now) == nullptr);
  CHECK(devices.all(now).size() == web::Devices::kMostOfOne + 3);
  // Nor does who has one card.
  by_card.card = "k-2";
  for (std::size_t i = 0; i < web::Devices::kMost; ++i) devices.sign_in(by_card, now);
  CHECK(devices.find(resident, now) != nullptr);
  CHECK(devices.find(noor, now) != nullptr);
}

TEST_CASE("who signs in over and over for all teams ends their own oldest, and nobody else's", "[web]") {
  web::openid::SignedIn everywhere("casus-all");
  const auto until = kFloodDay + std::chrono::hours(8);
  const auto noor = everywhere.begin({"7f3", "m-1042", {{"noord"}}}, until, kFloodDay);
  const auto first = everywhere.begin({"9a1", "m-7", {{"zuid"}}}, until, kFloodDay);
  std::string last;
  for (std::size_t i = 0; i < 100; ++i) last = everywhere.begin({"9a1", "m-7", {{"zuid"}}}, until, kFloodDay);
  CHECK(everywhere.find(noor, kFloodDay));
  CHECK(everywhere.find(last, kFloodDay));
  CHECK_FALSE(everywhere.find(first, kFloodDay));
}

TEST_CASE("who begins to sign in without end ends their own, and nobody else's", "[web]") {
  using web::openid::Journeys;
  Journeys journeys;
  const auto noor = journeys.begin("noor", "192.0.2.1", "/today", kFloodDay);
  const auto first = journeys.begin("flood", "198.51.100.7", "/", kFloodDay);
  for (std::size_t i = 0; i < Journeys::kMost; ++i) journeys.begin("flood", "198.51.100.7", "/", kFloodDay);
  CHECK(journeys.end(noor.state, "noor", kFloodDay));
  CHECK_FALSE(journeys.end(first.state, "flood", kFloodDay));
  // From the whole of one network of IPv6, too.
  const auto daan = journeys.begin("daan", "192.0.2.1", "/today", kFloodDay);
  for (std::size_t i = 0; i < 2 * Journeys::kMost; ++i)
    journeys.begin("flood", "2001:db8:1:2::" + std::to_string(i % 9999), "/", kFloodDay);
  CHECK(journeys.end(daan.state, "daan", kFloodDay));
  // And when all of it is a quarter of an hour old, it is gone.
  const auto later = kFloodDay + Journeys::kLongest + std::chrono::seconds(1);
  const auto ria = journeys.begin("ria", "192.0.2.1", "/today", later);
  CHECK(journeys.end(ria.state, "ria", later));
}

TEST_CASE("of IPv6 the network is counted, and of everything else what it is", "[web]") {
  CHECK(web::network_of("2001:db8:1:2:aaaa::1") == web::network_of("2001:db8:1:2::2"));
  CHECK(web::network_of("2001:db8:1:2::1") != web::network_of("2001:db8:1:3::1"));
  CHECK(web::network_of("192.0.2.1") == "192.0.2.1");
  CHECK(web::network_of("::ffff:192.0.2.1") == "192.0.2.1");
  CHECK(web::network_of("::1") == "::1");
  // The phones around one table.
  CHECK(web::network_of("fe80::1") == "fe80::1");
  CHECK(web::network_of("fd12:3456::7") == "fd12:3456::7");
  CHECK(web::network_of("unix") == "unix");
  CHECK(web::network_of("").empty());
  web::Throttle throttle;
  for (std::size_t i = 0; i < web::Throttle::kOfOne; ++i)
    throttle.wrong("2001:db8:1:2::" + std::to_string(i), kFloodDay);
  CHECK_FALSE(throttle.may_try("2001:db8:1:2:ffff::1", kFloodDay));
  CHECK(throttle.may_try("2001:db8:1:3::1", kFloodDay));
}

TEST_CASE("who asks for a case that is not theirs without end is told to wait, and the log of it ends there too",
          "[web]") {
  PageRoom room;
  room.sits_down();
  auto noor = room.worker("Noor");
  auto resident = room.in(PageRoom::card_of(noor, "2026-001", "Els Voorbeeld"));
  const auto kept = [&] {
    auto it = room.desk("Daan");
    return service::Unlogged(it.service()).accountability("2026-002").looks.size();
  };
  const auto at_first = kept();
  for (std::size_t i = 0; i < web::Throttle::kSentAwayOfOne; ++i) CHECK(resident.get("/case/2026-002").status == 403);
  const auto before = kept();
  CHECK(before - at_first == web::Throttle::kSentAwayOfOne);
  for (int i = 0; i < 3; ++i) CHECK(resident.get("/case/2026-002").status == 429);
  CHECK(kept() == before);
  // What is their own goes on, and so does everybody else.
  CHECK(resident.get("/ours").status == 200);
  CHECK(noor.get("/case/2026-001").status == 200);
  room.clock.advance(std::chrono::minutes(11));
  CHECK(resident.get("/case/2026-002").status == 403);
}

TEST_CASE("who signs in anew to ask for cases that are not theirs is told to wait all the same", "[web]") {
  PageRoom room;
  room.begin_meeting();
  auto daan = room.phone("Daan");
  for (std::size_t i = 0; i < web::Throttle::kSentAwayOfOne; ++i) REQUIRE(daan.get("/case/2026-002").status == 403);
  CHECK(daan.get("/case/2026-002").status == 429);
  daan.get("/mine");
  REQUIRE(daan.post("/leave", {}).status == 303);
  CHECK(room.phone("Daan").get("/case/2026-002").status == 429);
  CHECK(room.phone("Ria").get("/case/2026-002").status == 403);
}

}  // namespace casus::test
