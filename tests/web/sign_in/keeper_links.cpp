// SPDX-License-Identifier: EUPL-1.2
// A keeper reads no case, also not by a link that they made for somebody who does.
#include "core/web/sign_in/devices.hpp"
#include "tests/web/page_room.hpp"

#include <chrono>
#include <string>

namespace casus::test {
namespace {

/// What stands in the first `<code>` of a page.
std::string first_code_on(const Got& got) {
  const auto at = got.body.find("<code>");
  REQUIRE(at != std::string::npos);
  return got.body.substr(at + 6, got.body.find('<', at + 6) - at - 6);
}

std::string path_on(const Got& got) {
  const auto whole = first_code_on(got);
  return whole.substr(whole.find("/in/"));
}

Browser keeper_in(const PageRoom& room, const std::string& name) {
  if (!room.laptop_) room.laptop_ = room.laptop();
  room.laptop_->get("/devices");
  return room.by_link(path_on(room.laptop_->submit("invite-keeper", {{"keeper", name}})));
}

}  // namespace

TEST_CASE("a link that a keeper makes opens nothing without the code that colleagues see", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  auto keeper = keeper_in(room, "Kees Beheer");
  keeper.get("/devices");
  const auto made = keeper.submit("invite", {{"name", "Ria"}});
  CHECK(made.has("Met de link alleen komt Ria niet binnen."));
  const auto path = path_on(made);
  const auto today = noor.get("/today");
  CHECK(today.has("Kees Beheer beheert het register en maakte"));
  const auto code = first_code_on(today);
  REQUIRE(code.size() == 6);
  // Its maker finds the code nowhere, and does not come in.
  for (const char* page : {"/devices", "/keep", "/sessions"}) CHECK_FALSE(keeper.get(page).has(code));
  auto taken = room.browser();
  CHECK_FALSE(taken.get(path).has(code));
  CHECK(taken.submit("link-form", {}).status == 403);
  CHECK(taken.submit("link-form", {{"code", "AAAAAA"}}).has("Die code klopt niet."));
  CHECK(taken.get("/today").status == 303);
  // Ria got it from Noor; she is told who made the link, and to Noor it is over.
  auto ria = room.browser();
  ria.get(path);
  REQUIRE(ria.submit("link-form", {{"code", code.substr(0, 3) + " " + code.substr(3)}}).status == 303);
  CHECK(ria.get("/today").has("Met een link van Kees Beheer kwam iemand hier als jij binnen"));
  const auto after = noor.get("/today");
  CHECK_FALSE(after.has(code));
  CHECK_FALSE(after.has("Kees Beheer"));
}

TEST_CASE("whose name is on a keeper's link is told, and a keeper of the team sees no code of their own", "[web]") {
  PageRoom room;
  auto ria = room.worker("Ria");
  auto noor = room.worker("Noor");
  auto keeper = keeper_in(room, "Noor");
  keeper.get("/devices");
  REQUIRE(keeper.submit("invite", {{"name", "Ria"}}).has("/in/"));
  const auto hers = ria.get("/today");
  CHECK(hers.has("een link om als jou hier binnen te komen"));
  const auto code = first_code_on(hers);
  const auto own = noor.get("/today");
  CHECK(own.has("een link voor Ria"));
  CHECK_FALSE(own.has(code));
}

TEST_CASE("a keeper who is called like a colleague touches no passphrase and no device of hers", "[web]") {
  constexpr const char* kOfColleague = "vier fietsen in de gang";
  constexpr const char* kOfKeeper = "een lade vol sleutels";
  PageRoom room;
  auto noor = room.worker("Noor");
  const auto sets = [](Browser& who, const char* words) {
    who.get("/sessions");
    REQUIRE(who.submit("passphrase", {{"passphrase", words}, {"again", words}}).status == 303);
  };
  const auto enters = [&](Browser& who, const char* words) {
    who.get("/enter");
    return who.submit("enter-form", {{"name", "Noor"}, {"passphrase", words}}).status;
  };
  sets(noor, kOfColleague);
  auto keeper = keeper_in(room, "Noor");  // hers is not asked at the link of another
  CHECK_FALSE(keeper.get("/sessions").has("voor het werk van elke dag"));
  CHECK_FALSE(noor.get("/sessions").has("voor het beheer"));
  sets(keeper, kOfKeeper);
  auto home = room.browser(), office = room.browser();
  CHECK(enters(home, kOfColleague) == 303);
  CHECK(home.get("/today").status == 200);
  CHECK(enters(office, kOfKeeper) == 303);
  CHECK(office.get("/keep").status == 200);
  CHECK(office.get("/today").status == 403);
  // A link for the one is not opened with the passphrase of the other.
  room.laptop_->get("/devices");
  const auto path = path_on(room.laptop_->submit("invite", {{"name", "Noor"}}));
  auto phone = room.browser();
  phone.get(path);
  CHECK(phone.submit("link-form", {{"passphrase", kOfKeeper}}).status == 403);
  CHECK(phone.submit("link-form", {{"passphrase", kOfColleague}}).status == 303);
  keeper.get("/sessions");
  REQUIRE(keeper.submit("forget-passphrase", {{"forget", "1"}}).status == 303);
  auto later = room.browser();
  CHECK(enters(later, kOfKeeper) == 403);
  CHECK(enters(later, kOfColleague) == 303);
}

TEST_CASE("the passphrase of a keeper who left is forgotten by another, and a colleague of that name keeps theirs",
          "[web]") {
  constexpr const char* kWords = "een lade vol sleutels";
  PageRoom room;
  auto ria = room.worker("Ria");
  auto keeper = keeper_in(room, "Ria");
  for (auto* one : {&ria, &keeper}) {
    one->get("/sessions");
    REQUIRE(one->submit("passphrase", {{"passphrase", kWords}, {"again", kWords}}).status == 303);
  }
  auto other = keeper_in(room, "Kees Beheer");
  CHECK(other.get("/devices").has("Vergeet de wachtzin waarmee Ria het register beheert"));
  CHECK(other.post("/devices", {{"forget-keeper", "Ria"}}).status == 303);
  const auto page = other.get("/devices");
  CHECK_FALSE(page.has("waarmee Ria het register beheert"));
  CHECK(page.has("Vergeet de wachtzin van Ria"));
  auto home = room.browser();
  home.get("/enter");
  REQUIRE(home.submit("enter-form", {{"name", "Ria"}, {"passphrase", kWords}}).status == 303);
  CHECK(home.get("/today").status == 200);
}

TEST_CASE("a keeper's link and that it was used outlive a new start, and names go with who left", "[web]") {
  using std::chrono::hours;
  const Time morning = std::chrono::sys_days(std::chrono::year(2026) / 3 / 2) + hours(9);
  std::string kept;
  const auto write = [&](const std::string& bytes) { kept = bytes; };
  web::Devices first("", write);
  const auto token = first.invite("Ria", Sureness::invited, morning, "Kees Beheer");
  const auto code = first.invitations(morning).front().code;
  web::Devices second(kept, write);
  REQUIRE(second.redeem(token, morning));
  CHECK(code.size() == 6);
  web::Devices third(kept, write);
  REQUIRE(third.came_by_keeper(morning).size() == 1);
  CHECK(third.came_by_keeper(morning).front().by == "Kees Beheer");
  third.tell_under([](const std::string&, std::int64_t) { return std::string(); });
  CHECK(third.came_by_keeper(morning).empty());
  CHECK(kept.find("Kees Beheer") == std::string::npos);
  // By the team's own computer there is no code and nothing to tell.
  const auto plain = third.invite("Ria", Sureness::invited, morning);
  CHECK(third.invitations(morning).front().code.empty());
  REQUIRE(third.redeem(plain, morning));
  CHECK(third.came_by_keeper(morning).empty());
  const auto later = third.invite("Ria", Sureness::invited, morning, "Kees Beheer");
  REQUIRE(third.redeem(later, morning));
  CHECK(third.came_by_keeper(morning + web::Devices::kToldOfKeeper + hours(1)).empty());
}

}  // namespace casus::test
