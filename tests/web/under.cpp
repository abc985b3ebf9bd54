// SPDX-License-Identifier: EUPL-1.2
// A site that begins at a path of its server: nothing on its pages leads beside it, and nothing beside it is answered.
#include "core/web/assets/assets.hpp"
#include "core/web/base.hpp"
#include "core/web/html.hpp"
#include "tests/web/page_room.hpp"

#include <regex>

namespace casus::test {
namespace {

struct UnderRoom : PageRoom {
  UnderRoom() {
    stop();
    base = "/noord";
    serve();
  }
};

/// The addresses on a page that lead to this server.
std::vector<std::string> own_addresses(const std::string& html) {
  std::vector<std::string> all;
  const std::regex address(R"re( (?:href|src|action|formaction|data-live)="(/[^"]*)")re");
  for (std::sregex_iterator at(html.begin(), html.end(), address), end; at != end; ++at) all.push_back((*at)[1]);
  return all;
}

}  // namespace

TEST_CASE("a path of ours is written below where the site begins, and what was typed never is", "[web]") {
  const auto html = web::el("a", {{"href", "/today?a=1&b=2"}, {"title", "/today"}}, "/today href=\"/x\"") +
                    web::single("img", {{"src", "/casus.svg"}, {"alt", "/"}}) +
                    web::el("form", {{"action", "/"}}, web::el("a", {{"href", "#main"}}, "x")) +
                    web::el("a", {{"href", "https://elders.example/pad"}}, "y");
  CHECK(html.under({}) == html.bytes());
  CHECK(html.under("/noord") ==
        "<a href=\"/noord/today?a=1&amp;b=2\" title=\"/today\">/today href=&quot;/x&quot;</a>"
        "<img src=\"/noord/casus.svg\" alt=\"/\" /><form action=\"/noord\"><a href=\"#main\">x</a></form>"
        "<a href=\"https://elders.example/pad\">y</a>");
  auto twice = web::el("a", {{"href", "/a"}}, "a");
  twice += twice;
  CHECK(twice.under("/b") == "<a href=\"/b/a\">a</a><a href=\"/b/a\">a</a>");
}

TEST_CASE("an address and a path are each other's, and a name that is alike is another place", "[web]") {
  CHECK(web::with_base("/noord", "/") == "/noord");
  CHECK(web::with_base("/noord", "/?a=1") == "/noord?a=1");
  CHECK(web::with_base({}, "/") == "/");
  CHECK(web::without_base("/noord", "/noord") == "/");
  CHECK(web::without_base("/noord", "/noord/case/2026-001") == "/case/2026-001");
  CHECK_FALSE(web::without_base("/noord", "/noordzee/today"));
  CHECK_FALSE(web::without_base("/noord", "/"));
  CHECK(web::without_base({}, "/today") == "/today");
  for (const auto* name : {"noord", "wijk-3", "7"}) CHECK(web::is_place_name(name));
  for (const auto* name :
       {"", "Noord", "noord/zuid", "-a", "a-", "today", "case", "in", "health", "casus", "sign-in", "é"})
    CHECK_FALSE(web::is_place_name(name));
}

TEST_CASE("every address on every page of a site below a path lies below it", "[web]") {
  UnderRoom room;
  room.sits_down();
  room.begin_meeting();
  auto noor = room.worker("Noor");
  auto laptop = *room.laptop_;  // its link is good for one time
  const auto holds = [&](Browser& who, const std::string& path) {
    INFO(path);
    const auto got = who.get("/noord" + path);
    CHECK(got.status == 200);
    const auto all = own_addresses(got.body);
    CHECK(all.size() > 3);
    for (const auto& one : all) {
      INFO(one);
      CHECK((one == "/noord" || one.starts_with("/noord/")));
    }
  };
  for (const auto* path : {"/lead", "/screen", "/mine", "/keep", "/devices", "/sessions", "/sheet/monday"})
    holds(laptop, path);
  for (const auto* path : {"/today", "/cases", "/find", "/open", "/train", "/all", "/case/2026-001",
                           "/case/2026-001/plan", "/case/2026-001/network", "/case/2026-001/files",
                           "/case/2026-001/history", "/case/2026-001/do/network/name", "/cards?case=2026-001"})
    holds(noor, path);
}

TEST_CASE("a site below a path is gone through by its forms and redirects, and its cookie goes nowhere else", "[web]") {
  UnderRoom room;
  const auto origin = room.server->origin();
  CHECK(room.link.starts_with(origin + "/noord/in/"));
  auto it = room.browser();
  CHECK(where(it.get("/noord")) == "/noord/join");
  REQUIRE(it.get(room.link.substr(origin.size())).status == 200);
  const auto came_in = it.submit("link-form", {});
  CHECK(where(came_in) == "/noord");
  REQUIRE(came_in.cookies.size() == 1);
  CHECK(came_in.cookies.front().find("; Path=/noord;") != std::string::npos);
  CHECK(where(it.get("/noord")) == "/noord/today");
  const auto turned = it.post(
      "/noord/language",
      {{"lang", "en"}, {"back", "/cases"}, {"token", value_behind(it.get("/noord/cases").body, "name=\"token\"")}});
  CHECK(where(turned) == "/noord/cases");
  REQUIRE(turned.cookies.size() == 1);
  CHECK(turned.cookies.front().find("; Path=/noord;") != std::string::npos);
  for (const auto* path : {"/", "/today", "/join", "/casus.css", "/noordzee", "/noordzee/today"}) {
    INFO(path);
    CHECK(it.get(path).status == 404);
  }
  CHECK(it.get("/noord" + web::style_path()).status == 200);
  CHECK(it.get("/robots.txt").status == 200);
  CHECK(where(it.get("/favicon.ico")).starts_with("/noord/casus.svg?v="));
}

TEST_CASE("a live page below a path listens there, and the code on the screen leads there", "[web]") {
  UnderRoom room;
  room.begin_meeting();
  auto laptop = room.laptop();
  const auto screen = laptop.get("/noord/screen");
  CHECK(screen.has(room.server->origin() + "/noord/join"));
  const auto live = value_behind(screen.body, "data-live=", "data-live");
  REQUIRE(live.starts_with("/noord/live?of="));
  Wire stream(room.port);
  stream.send(laptop.request("GET", live + "&since=x"));
  CHECK(stream.reads("retry: 1000"));
  // What is typed for one team is kept apart on the device.
  CHECK(value_behind(screen.body, "data-base=", "data-base") == "/noord");
}

TEST_CASE("a form with a file in it is taken below a path too", "[web]") {
  UnderRoom room;
  room.sits_down();
  auto noor = room.worker("Noor");
  noor.get("/noord/case/2026-001/files");
  const auto sent = noor.send_file("/noord/case/2026-001/files", "brief.txt", std::string(400'000, 'a'),
                                   {{"about", "Een lange brief"}});
  CHECK(sent.status < 400);
  CHECK(noor.get("/noord/case/2026-001/files").has("Een lange brief"));
}

}  // namespace casus::test
