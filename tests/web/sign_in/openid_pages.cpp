// SPDX-License-Identifier: EUPL-1.2
// Coming in by the sign-in of a municipality, from page to seat, with a provider that answers from memory.
#include "core/web/server/encoding.hpp"
#include "tests/web/openid_provider.hpp"
#include "tests/web/page_room.hpp"

#include <fstream>
#include <future>
#include <iterator>

namespace casus::test {
namespace {

struct SignInRoom : PageRoom {
  OpenidProvider provider;

  SignInRoom() {
    stop();
    sign_in = OpenidProvider::settings();
    fetch = provider.fetch();
    serve();
  }

  /// Sends a browser to the provider, and gives the path with which it comes back.
  std::string answer(Browser& who, const std::string& from = "/sign-in") {
    const auto sent = who.get(from);
    REQUIRE(sent.status == 303);
    REQUIRE(where(sent).starts_with("https://inloggen.example/auth?"));
    return provider.answer_to(where(sent), clock.now());
  }
  Got comes_in(Browser& who, const std::string& from = "/sign-in") { return who.get(answer(who, from)); }
  Browser noor() {
    auto it = browser();
    REQUIRE(where(comes_in(it)) == "/");
    return it;
  }
  std::string kept_devices() const {
    std::ifstream file(folder / "casus.db.devices");
    return {std::istreambuf_iterator<char>(file), {}};
  }
};

}  // namespace

TEST_CASE("who the provider knows and the tables name comes in to their own seat", "[web]") {
  SignInRoom room;
  auto it = room.browser();
  CHECK(it.get("/join").has("Aanmelden bij Gemeente Voorbeeld"));
  const auto before = it.cookie();
  const auto sent = where(it.get("/sign-in?back=%2Fcase%2F2026-001"));
  const auto asked = web::fields_from(sent.substr(sent.find('?') + 1));
  REQUIRE(asked);
  CHECK(asked->get("response_type") == "code");
  CHECK(asked->get("client_id") == "casus");
  CHECK(asked->get("redirect_uri") == "https://casus.example/signed-in");
  CHECK(asked->get("scope") == "openid profile");
  CHECK(asked->get("code_challenge_method") == "S256");
  CHECK(asked->get("code_challenge").size() == 43);
  CHECK(asked->get("state").size() >= 40);
  CHECK(asked->get("nonce").size() >= 40);
  const auto got = it.get(room.provider.answer_to(sent, room.clock.now()));
  CHECK(got.status == 303);
  CHECK(where(got) == "/case/2026-001");
  CHECK(it.cookie() != before);
  CHECK(it.get("/case/2026-001").status == 200);
  CHECK(room.kept_devices().find("\"signed_in\"") != std::string::npos);
  // What they do says how sure it was.
  it.get("/case/2026-001/do/network/name");
  REQUIRE(it.submit("do-network-name", {{"name", "Tante Els"}, {"relation", "tante"}}).status == 303);
  CHECK(it.get("/case/2026-001/history").has("Noor (aangemeld)"));
  // No passphrase that would let them in when the municipality does not any more.
  CHECK_FALSE(it.get("/sessions").has("own-passphrase"));
  CHECK(where(room.browser().get("/enter")) == "/sign-in");
  // Only to a place on this site.
  CHECK(where(it.get("/sign-in?back=//elders.example")) == "/");
}

TEST_CASE("an answer is worth nothing in another browser, a second time, or without having begun", "[web]") {
  SignInRoom room;
  auto it = room.browser();
  auto stranger = room.browser();
  stranger.get("/join");
  const auto answer = room.answer(it);
  CHECK(stranger.get(answer).status == 403);
  CHECK(stranger.page().has("hier niet begonnen"));
  CHECK(room.browser().get(answer).status == 403);
  CHECK(it.get("/signed-in?code=x&state=verzonnen").status == 403);
  CHECK(room.provider.asked("/token") == 0);
  CHECK(it.get(answer).status == 303);
  CHECK(it.get(answer).status == 403);
  // Two that were begun, and their answers mixed up: the code belongs to the other nonce.
  auto mixed = room.browser();
  const auto one = room.answer(mixed);
  const auto two = room.answer(mixed);
  const auto code = one.substr(0, one.find("&state="));
  CHECK(mixed.get(code + two.substr(two.find("&state="))).status == 403);
  CHECK(mixed.page().has("hoort bij een andere aanmelding"));
  CHECK(where(mixed.get("/today")) == "/join");
}

TEST_CASE("who is in no table or no group stays outside, and is told how they are called", "[web]") {
  SignInRoom room;
  auto it = room.browser();
  room.provider.claims["employee_id"] = "m-99<b>";
  auto got = room.comes_in(it);
  CHECK(got.status == 403);
  CHECK(got.has("m-99&lt;b&gt;"));
  room.provider.claims["employee_id"] = "m-1042";
  room.provider.claims["groups"] = {"zuid"};
  got = room.comes_in(it);
  CHECK(got.status == 403);
  CHECK(got.has("in geen groep die bij Wijkteam Voorbeeld hoort"));
  room.provider.claims["groups"] = {"noord"};
  room.provider.claims["employee_id"] = "m-3";
  CHECK(room.comes_in(it).has("staat niet in Wijkteam Voorbeeld"));
  CHECK(where(it.get("/today")) == "/join");
  const auto back = room.answer(it);
  got = it.get("/signed-in?error=access_denied" + back.substr(back.find("&state=")));
  CHECK(got.status == 403);
  CHECK(got.has("Gemeente Voorbeeld heeft je niet aangemeld"));
  room.provider.claims["groups"] = {"beheer"};
  room.provider.claims["employee_id"] = "b-1";
  CHECK(room.comes_in(it).status == 303);
  CHECK(it.get("/keep").status == 200);
  CHECK(it.get("/case/2026-001").status == 403);
}

TEST_CASE("a session that ran out gives back what was typed, to the same person alone", "[web]") {
  SignInRoom room;
  const auto type = [&](Browser& who) {
    who.get("/case/2026-001/do/case/question");
    room.clock.advance(std::chrono::hours(13));
    const auto got = who.submit("do-case-question", {{"text", "Wat helpt <haar> nu?"}});
    CHECK(got.status == 403);
    CHECK(got.has("Je aanmelding is verlopen"));
    CHECK(got.has("Wat helpt &lt;haar&gt; nu?"));
    CHECK(got.has("/sign-in?back=/again"));
  };
  auto noor = room.noor();
  type(noor);
  CHECK(where(room.comes_in(noor, "/sign-in?back=/again")) == "/again");
  REQUIRE(noor.get("/again").has("Wat helpt &lt;haar&gt; nu?"));
  CHECK_FALSE(noor.get("/case/2026-001/history").has("Wat helpt"));
  noor.get("/again");
  CHECK(noor.submit("again-form", {{"text", "Wat helpt <haar> nu?"}}).status == 303);
  CHECK(noor.get("/case/2026-001/history").has("Wat helpt &lt;haar&gt; nu?"));
  // Somebody else at that browser gets nothing of it.
  type(noor);
  room.provider.claims["employee_id"] = "m-1043";
  CHECK(where(room.comes_in(noor, "/sign-in?back=/again")) == "/again");
  CHECK(where(noor.get("/again")) == "/");
}

TEST_CASE("a page that is asked for when a session ran out sends round by the provider, and one that was left does not",
          "[web]") {
  SignInRoom room;
  auto noor = room.noor();
  room.clock.advance(std::chrono::hours(13));
  CHECK(where(noor.get("/case/2026-001/history?x=1")) == "/sign-in?back=%2Fcase%2F2026-001%2Fhistory%3Fx%3D1");
  Wire live(room.port);
  live.send("GET /mine HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(room.port) +
            "\r\nCookie: casus=" + noor.cookie() + "\r\nX-Live: 1\r\n\r\n");
  CHECK(live.answer().status == 403);
  CHECK(where(room.comes_in(noor, "/sign-in?back=%2Fmine")) == "/mine");
  // Left: here at once, and at the provider by its own page.
  noor.get("/today");
  CHECK(where(noor.submit("leave", {})) == "/signed-out");
  const auto out = noor.get("/signed-out");
  CHECK(
      out.has("https://inloggen.example/end?client_id=casus&amp;post_logout_redirect_uri="
              "https%3A%2F%2Fcasus.example%2Fsigned-out&amp;state=all"));
  CHECK(noor.get("/signed-out?state=all").has("hier en bij Gemeente Voorbeeld afgemeld"));
  CHECK(where(noor.get("/today")) == "/join");
}

TEST_CASE("a session is not longer than the file says, and outlives the server", "[web]") {
  SignInRoom room;
  room.stop();
  room.sign_in->hours = 2;
  room.serve();
  auto noor = room.noor();
  room.stop();
  room.serve();
  room.clock.advance(std::chrono::hours(2));
  CHECK(noor.get("/today").status == 200);
  room.clock.advance(std::chrono::seconds(1));
  CHECK(where(noor.get("/today")) == "/sign-in?back=%2Ftoday");
}

TEST_CASE("who was taken out of the tables is out when the server comes back, and who stands in them is in", "[web]") {
  SignInRoom room;
  const auto all = *room.sign_in;
  const auto again = [&](const auto& change) {
    room.stop();
    room.sign_in = all;
    change();
    room.serve();
  };
  const std::string seat = "\"by_provider\": true";
  auto noor = room.noor();
  again([] {});
  CHECK(noor.get("/today").status == 200);
  SECTION("their name") {
    again([&] { std::erase_if(room.sign_in->people, [](const auto& one) { return one.name == "Noor"; }); });
  }
  SECTION("their name, which is somebody else's from now on") {
    again([&] {
      for (auto& one : room.sign_in->people)
        if (one.name == "Noor") one.id = "m-9042";
    });
  }
  SECTION("the group of their place; as what they would be let in now is another seat") {
    again([&] { std::erase_if(room.sign_in->groups, [](const auto& one) { return one.role == web::Place::member; }); });
  }
  SECTION("all of them") {
    again([&] { room.sign_in.reset(); });
  }
  CHECK(where(noor.get("/today")) == "/join");
  CHECK(room.kept_devices().find(seat) == std::string::npos);
  // What was once given does not come back with the tables.
  again([] {});
  CHECK(where(noor.get("/today")) == "/join");
  CHECK(where(room.comes_in(noor)) == "/");
}

TEST_CASE("a provider that is slow keeps nobody waiting, and one that is away is said", "[web]") {
  SignInRoom room;
  std::promise<void> released;
  const auto until = released.get_future().share();
  room.stop();
  room.fetch = [until, answers = room.provider.fetch()](const web::openid::Question& question) {
    until.wait();
    return answers(question);
  };
  room.serve();
  Wire slow(room.port);
  slow.send("GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(room.port) + "\r\n\r\n");
  CHECK(room.browser().get("/join").status == 200);
  CHECK(slow.read_so_far().empty());
  room.provider.silent = true;
  released.set_value();
  const auto got = slow.answer();
  CHECK(got.status == 503);
  CHECK(got.has("er kwam geen antwoord"));
}

TEST_CASE("a server that signs nobody into this team does not start", "[web]") {
  SignInRoom room;
  room.stop();
  for (auto& group : room.sign_in->groups) group.team = "Wijkteam Zuid";
  CHECK_THROWS_AS(room.serve(), desk::Usage);
}

}  // namespace casus::test
