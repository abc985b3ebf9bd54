// SPDX-License-Identifier: EUPL-1.2
// Who presses a second time is not left outside: the answer to the first press may never have come.
#include "tests/web/page_room.hpp"

namespace casus::test {

TEST_CASE("a link that is pressed twice brings the same browser in, and no other", "[web]") {
  PageRoom room;
  auto laptop = room.laptop();
  const auto link_for = [&](const std::string& name) {
    laptop.get("/devices");
    const auto made = laptop.submit("invite", {{"name", name}});
    const auto from = made.body.find("/in/", made.body.find("<code>"));
    return made.body.substr(from, made.body.find('<', from) - from);
  };
  const auto path = link_for("Noor");
  auto noor = room.browser();
  REQUIRE(noor.get(path).has("id=\"link-form\""));
  auto lost = noor;  // the same browser, to which the answer to the first press never comes
  auto late = noor;
  auto other = room.browser();
  REQUIRE(other.get(path).has("id=\"link-form\""));
  REQUIRE(where(noor.submit("link-form", {})) == "/");
  CHECK(where(lost.submit("link-form", {})) == "/");
  CHECK(lost.get("/today").has("Noor"));
  // It is one device: what the first press gave is nobody's now.
  CHECK(where(noor.get("/today")) == "/join");
  // Another browser that has the link as well, or the page, comes in nowhere; nor does the same one when time went by.
  CHECK(other.submit("link-form", {}).status == 403);
  CHECK(room.browser().get(path).status == 403);
  room.clock.advance(std::chrono::minutes(2));
  CHECK(late.submit("link-form", {}).status == 403);
  // Whose device was ended meanwhile is not brought back by it.
  const auto ended = link_for("Daan");
  auto daan = room.browser();
  daan.get(ended);
  auto again = daan;
  REQUIRE(daan.submit("link-form", {}).status == 303);
  daan.get("/today");
  REQUIRE(daan.post("/leave", {}).status == 303);
  CHECK(again.submit("link-form", {}).status == 403);
}

TEST_CASE("who presses once more when they are in already goes on", "[web]") {
  PageRoom room;
  auto laptop = room.laptop();
  laptop.get("/devices");
  const auto made = laptop.submit("invite", {{"name", "Noor"}});
  const auto from = made.body.find("/in/", made.body.find("<code>"));
  const auto path = made.body.substr(from, made.body.find('<', from) - from);
  auto noor = room.browser();
  const auto token = value_behind(noor.get(path).body, "name=\"token\"");
  REQUIRE(noor.submit("link-form", {}).status == 303);
  // The cookie is the new one, the form that of the page before.
  CHECK(where(noor.post(path, {{"token", token}})) == "/");
  room.clock.advance(std::chrono::minutes(2));
  CHECK(noor.post("/join", {{"token", token}, {"code", "ABCDEF"}}).status == 403);
}

TEST_CASE("a name that is pressed twice is taken by the same phone, and by no other", "[web]") {
  const PageRoom room;
  auto phone = room.browser();
  phone.get("/join");
  REQUIRE(phone.submit("join-form", {{"code", room.code()}}).status == 200);
  auto lost = phone;
  auto other = room.browser();
  other.get("/join");
  REQUIRE(other.submit("join-form", {{"code", room.code()}}).status == 200);
  REQUIRE(where(phone.submit("name-form", {{"name", "Noor"}})) == "/mine");
  CHECK(where(lost.submit("name-form", {{"name", "Noor"}})) == "/mine");
  CHECK(lost.get("/mine").has("Dag Noor"));
  CHECK(other.submit("name-form", {{"name", "Noor"}}).status == 409);
}

}  // namespace casus::test
