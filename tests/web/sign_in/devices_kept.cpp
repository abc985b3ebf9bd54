// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/devices.hpp"

#include "core/base/fault.hpp"
#include "core/text/said_fault.hpp"
#include "core/web/ours/cards.hpp"
#include "core/web/sign_in/feeds.hpp"
#include "core/web/sign_in/passphrases.hpp"
#include "core/web/sign_in/throttle.hpp"
#include "tests/web/echo.hpp"
#include "tests/web/page_room.hpp"

#include <fstream>
#include <iterator>
#include <set>

namespace casus::test {
namespace {

const Time kMorning = std::chrono::sys_days(std::chrono::year(2026) / 3 / 2) + std::chrono::hours(9);

/// Devices that are kept in a string.
struct KeptDevices {
  std::string kept;
  web::Devices fresh() {
    return web::Devices(kept, [this](const std::string& bytes) { kept = bytes; });
  }
};

}  // namespace

TEST_CASE("a device is known by its token, and what is kept does not tell it", "[web]") {
  KeptDevices it;
  auto devices = it.fresh();
  const auto token = devices.sign_in("Noor", Sureness::invited, "2026-03-02", kMorning);
  REQUIRE(devices.find(token, kMorning) != nullptr);
  CHECK(devices.find(token, kMorning)->name == "Noor");
  CHECK(devices.find(token + "x", kMorning) == nullptr);
  CHECK(devices.find("", kMorning) == nullptr);
  CHECK(it.kept.find(token) == std::string::npos);
  // Another program that comes up with what was kept knows it still.
  auto later = it.fresh();
  CHECK(later.find(token, kMorning + std::chrono::minutes(5)) != nullptr);
  CHECK(later.end(later.all(kMorning).front().handle)->name == "Noor");
  CHECK(later.find(token, kMorning) == nullptr);
  CHECK(it.fresh().find(token, kMorning) == nullptr);
}

TEST_CASE("a device is forgotten after hours of silence, and after a day's work", "[web]") {
  KeptDevices it;
  auto devices = it.fresh();
  const auto token = devices.sign_in("Noor", Sureness::invited, {}, kMorning);
  auto now = kMorning;
  for (int hour = 0; hour < 12; ++hour) CHECK(devices.find(token, now += std::chrono::hours(1)) != nullptr);
  CHECK(devices.find(token, now + std::chrono::minutes(1)) == nullptr);
  const auto idle = devices.sign_in("Daan", Sureness::invited, {}, kMorning);
  CHECK(devices.find(idle, kMorning + std::chrono::hours(4) + std::chrono::seconds(1)) == nullptr);
}

TEST_CASE("an invitation works once, for a day", "[web]") {
  KeptDevices it;
  auto devices = it.fresh();
  const auto token = devices.invite("Ria", Sureness::invited, kMorning);
  CHECK(it.kept.find(token) == std::string::npos);
  CHECK(devices.invitation(token, kMorning)->name == "Ria");
  CHECK(devices.redeem(token, kMorning)->name == "Ria");
  CHECK_FALSE(devices.redeem(token, kMorning));
  const auto late = devices.invite("Ria", Sureness::invited, kMorning);
  CHECK_FALSE(devices.redeem(late, kMorning + std::chrono::hours(25)));
}

TEST_CASE("the code of a meeting stays until the meeting is over", "[web]") {
  KeptDevices it;
  auto devices = it.fresh();
  const auto code = devices.code_of("2026-03-02");
  CHECK(code.size() == 6);
  CHECK(code.find_first_of("01OIL+") == std::string::npos);
  CHECK(it.fresh().code_of("2026-03-02") == code);
  const auto token = devices.sign_in("Noor", Sureness::invited, "2026-03-02", kMorning);
  devices.end_meeting("2026-03-02");
  CHECK(devices.find(token, kMorning) == nullptr);
  CHECK(devices.code_of("2026-03-02") != code);
}

TEST_CASE("a list of devices that cannot be read stops the server, and says what to do", "[web]") {
  CHECK_THROWS_AS(web::Devices("{", [](const std::string&) {}), Fault);
  CHECK_THROWS_AS(web::Devices("{\"meeting\":1}", [](const std::string&) {}), Fault);
  // Each of these lists says which file it is, in the language of who starts the server.
  const auto said = [](const auto& read) {
    try {
      read();
    } catch (const text::SaidFault& fault) {
      return fault.said().in(Lang::nl);
    }
    return std::string();
  };
  const auto nothing = [](const std::string&) {};
  CHECK_THAT(said([&] { web::Devices("{", nothing); }),
             Catch::Contains("niet te lezen") && Catch::Contains(".devices"));
  CHECK_THAT(said([&] { web::Feeds("{", nothing); }), Catch::Contains("niet te lezen") && Catch::Contains(".feeds"));
  CHECK_THAT(said([&] { web::Cards("{", nothing); }), Catch::Contains("niet te lezen") && Catch::Contains(".cards"));
  CHECK_THAT(said([&] { web::Passphrases("{", nothing); }),
             Catch::Contains("niet te lezen") && Catch::Contains(".passphrases"));
}

TEST_CASE("who is called otherwise now keeps their passphrase and calendar, and who left does not", "[web]") {
  std::string kept, days;
  web::Passphrases phrases("", [&](const std::string& bytes) { kept = bytes; });
  web::Feeds feeds("", [&](const std::string& bytes) { days = bytes; });
  for (const auto* name : {"Noor", "Daan"}) phrases.set(name, Sureness::invited, "paard fiets regen", kMorning);
  const auto of_noor = feeds.make("Noor", kMorning), of_daan = feeds.make("Daan", kMorning);
  const auto called = [](const std::string& name, std::int64_t) {
    return std::string(name == "Noor" ? "Noor Bos" : "");
  };
  phrases.forget_others(called);
  feeds.forget_others(called);
  CHECK(phrases.meant("Noor Bos", "paard fiets regen").has_value());
  CHECK_FALSE(phrases.has("Daan", Sureness::invited));
  CHECK(feeds.whose(of_noor) == "Noor Bos");
  CHECK_FALSE(feeds.whose(of_daan).has_value());
  // So it is kept.
  CHECK(web::Passphrases(kept, [](const std::string&) {}).has("Noor Bos", Sureness::invited));
  CHECK(web::Feeds(days, [](const std::string&) {}).whose(of_noor) == "Noor Bos");
}

TEST_CASE("codes are random and all different", "[web]") {
  std::set<std::string> codes;
  for (int i = 0; i < 200; ++i) codes.insert(web::new_token());
  CHECK(codes.size() == 200);
}

TEST_CASE("guesses are counted by address, and of all together", "[web]") {
  web::Throttle throttle;
  for (std::size_t i = 0; i < web::Throttle::kOfOne; ++i) {
    CHECK(throttle.may_try("a", kMorning));
    throttle.wrong("a", kMorning);
  }
  CHECK_FALSE(throttle.may_try("a", kMorning));
  CHECK(throttle.may_try("b", kMorning));
  CHECK(throttle.may_try("a", kMorning + std::chrono::minutes(11)));
  for (std::size_t i = 0; i < web::Throttle::kOfAll; ++i) throttle.wrong(std::to_string(i), kMorning);
  CHECK_FALSE(throttle.may_try("z", kMorning));
}

TEST_CASE("what is kept of devices is for the owner of the store alone, and outlives the server", "[web]") {
  PageRoom room;
  auto phone = room.phone("Noor");
  const auto file = (room.folder / "casus.db.devices").string();
  CHECK((std::filesystem::status(file).permissions() &
         (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) == std::filesystem::perms::none);
  std::ifstream kept(file);
  const std::string bytes{std::istreambuf_iterator<char>(kept), {}};
  CHECK(bytes.find(phone.cookie()) == std::string::npos);
  const auto code = room.code();
  room.stop();
  room.serve();
  CHECK(phone.get("/mine").has("Dag Noor"));
  CHECK(room.code() == code);
}

}  // namespace casus::test
