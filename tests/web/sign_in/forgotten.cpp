// SPDX-License-Identifier: EUPL-1.2
// What ran out lies beside the store no longer, also when nobody asks for a page.
#include "core/web/ours/cards.hpp"
#include "core/web/sign_in/devices.hpp"
#include "tests/web/echo.hpp"
#include "tests/web/page_room.hpp"

#include <chrono>
#include <stdexcept>
#include <string>

namespace casus::test {
namespace {

using namespace std::chrono_literals;

const Time kDayBegins = std::chrono::sys_days(std::chrono::year(2026) / 3 / 2) + 9h;

/// Where a list is kept, and how often it was written.
struct CountedWrites {
  std::string kept;
  int writes = 0;
  bool full = false;
  auto writer() {
    return [this](const std::string& bytes) {
      if (full) throw std::runtime_error("the disk is full");
      kept = bytes;
      ++writes;
    };
  }
  bool names(const std::string& name) const { return kept.find("\"" + name + "\"") != std::string::npos; }
};

}  // namespace

TEST_CASE("a device and a link that ran out are in nothing that is kept, and nothing is written for none", "[web]") {
  CountedWrites it;
  web::Devices devices("", it.writer());
  devices.sign_in("Noor", Sureness::invited, {}, kDayBegins);
  devices.invite("Ria", Sureness::invited, kDayBegins);
  const auto before = it.writes;
  devices.keep_what_is_left(kDayBegins + 4h);
  CHECK(it.writes == before);
  CHECK(it.names("Noor"));
  // Also when somebody looked first, and so found nothing any more.
  CHECK(devices.all(kDayBegins + 5h).empty());
  devices.keep_what_is_left(kDayBegins + 5h);
  CHECK_FALSE(it.names("Noor"));
  CHECK(it.names("Ria"));
  devices.keep_what_is_left(kDayBegins + 25h);
  CHECK_FALSE(it.names("Ria"));
  CHECK(it.writes == before + 2);
  devices.keep_what_is_left(kDayBegins + 26h);
  CHECK(it.writes == before + 2);
}

TEST_CASE("what ran out while the disk was full goes from it once there is room", "[web]") {
  CountedWrites it;
  web::Devices devices("", it.writer());
  devices.sign_in("Noor", Sureness::invited, {}, kDayBegins);
  it.full = true;
  CHECK_THROWS(devices.keep_what_is_left(kDayBegins + 5h));
  CHECK(it.names("Noor"));
  it.full = false;
  devices.keep_what_is_left(kDayBegins + 5h);
  CHECK_FALSE(it.names("Noor"));
}

TEST_CASE("a card that ran out is in nothing that is kept", "[web]") {
  CountedWrites it;
  web::Cards cards("", it.writer());
  cards.make("2026-001", "p1", Sureness::resident, kDayBegins);
  cards.make("2026-002", "p2", Sureness::circle, kDayBegins + 24h);
  cards.keep_what_is_left(kDayBegins + web::Cards::kLife);
  CHECK(it.writes == 2);
  cards.keep_what_is_left(kDayBegins + web::Cards::kLife + 1s);
  CHECK_FALSE(it.names("2026-001"));
  CHECK(it.names("2026-002"));
  CHECK(it.writes == 3);
}

TEST_CASE("the name of who went home is gone from beside the store without anybody asking for a page", "[web]") {
  PageRoom room;
  auto ria = room.worker("Ria");
  REQUIRE(ria.get("/today").status == 200);
  const auto named = [&](const std::string& name) {
    return content_of(room.folder / "casus.db.devices").find("\"" + name + "\"") != std::string::npos;
  };
  REQUIRE(named("Ria"));
  room.clock.advance(13h);
  CHECK(comes_true([&] { return !named("Ria"); }));
  // And when the server comes up after the night.
  room.laptop_.reset();
  room.stop();
  room.serve();
  auto noor = room.worker("Noor");
  REQUIRE(noor.get("/today").status == 200);
  REQUIRE(named("Noor"));
  room.stop();
  room.clock.advance(13h);
  room.serve();
  CHECK_FALSE(named("Noor"));
}

}  // namespace casus::test
