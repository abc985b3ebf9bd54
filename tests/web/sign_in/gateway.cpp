// SPDX-License-Identifier: EUPL-1.2
// Who the proxy in front signed in, by the headers that it writes over a socket file.
#include "core/web/sign_in/gateway/headers.hpp"
#include "core/web/sign_in/gateway/settings.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/web/page_room.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace casus::test {
namespace {

/// The file, with these members behind its format.
std::string gateway_file(const std::string& headers, const std::string& more = {}) {
  return fmt::format(R"({{"format": 1, "name": "Gemeente Voorbeeld", "headers": {}, {}
  "groups": [{{"group": "noord", "team": "Wijkteam Voorbeeld", "role": "member"}},
             {{"group": "beheer", "team": "Wijkteam Voorbeeld", "role": "keeper"}}],
  "people": [{{"id": "m-1042", "name": "Noor"}}, {{"id": "m-1043", "name": "Daan"}}, {{"id": "b-1", "name": "Beheer"}}]}})",
                     headers, more);
}

const char* const kHeaders = R"({"person": "X-Remote-User", "groups": "X-Remote-Groups"})";

web::gateway::Settings gateway_settings() {
  auto [settings, problems] =
      web::gateway::settings_from(gateway_file(kHeaders, R"("sign_out": "https://inloggen.example/uit",)"));
  REQUIRE(problems.empty());
  return settings;
}

std::string said_of(const std::string& person, const std::string& groups = "noord") {
  return "X-Remote-User: " + person + "\r\nX-Remote-Groups: " + groups + "\r\n";
}

/// The page behind a proxy that signs people in.
struct GatewayRoom : PageRoom {
  GatewayRoom() {
    stop();
    port = 0;
    socket_file = (folder / "casus.sock").string();
    by_header = gateway_settings();
    serve();
  }

  Browser signed_in(const std::string& lines) const {
    auto it = browser();
    it.behind(lines);
    return it;
  }
  /// Goes to where it is sent until that is a page, or no page of ours.
  static Got opens(Browser& who, const std::string& path) { return who.follow(who.get(path)); }
};

web::Request over_socket(std::vector<web::Header> headers) {
  return web::Request{.method = "GET", .headers = std::move(headers), .over_socket = true};
}

}  // namespace

TEST_CASE("a header is believed over a socket file, once, and as text", "[web]") {
  using web::gateway::Doubt;
  const auto settings = gateway_settings();
  const auto told = [&](const web::Request& request) { return web::gateway::told_in(request, settings.headers); };
  auto request = over_socket({{"x-remote-user", "m-1042"}, {"x-remote-groups", "noord, zuid,,"}});
  const auto noor = told(request);
  REQUIRE(noor);
  CHECK(noor->person == "m-1042");
  CHECK(noor->groups == std::vector<std::string>{"noord", "zuid"});
  request.over_socket = false;
  CHECK(told(request).error() == Doubt::missing);
  CHECK(told(over_socket({})).error() == Doubt::missing);
  CHECK(told(over_socket({{"x-remote-user", "  "}})).error() == Doubt::missing);
  CHECK_FALSE(told(over_socket({{"x-remote-user", "m-1042"}}))->groups);
  CHECK(told(over_socket({{"x-remote-user", "m-1042"}, {"x-remote-user", "m-1042"}})).error() == Doubt::twice);
  CHECK(told(over_socket({{"x-remote-user", "m-1042"}, {"x-remote-groups", "a"}, {"x-remote-groups", "b"}})).error() ==
        Doubt::twice);
  CHECK(told(over_socket({{"x-remote-user", std::string(200, 'm')}})));
  CHECK(told(over_socket({{"x-remote-user", std::string(201, 'm')}})).error() == Doubt::too_long);
  for (const auto* odd : {"m-10\t42", "m-10\n42", "m-10\x01", "m-10\x7f", "m-10\xff", "m-10\xc2\x85"}) {
    INFO(odd);
    CHECK(told(over_socket({{"x-remote-user", odd}})).error() == Doubt::signs);
    CHECK(told(over_socket({{"x-remote-user", "m-1042"}, {"x-remote-groups", odd}})).error() == Doubt::signs);
  }
}

TEST_CASE("the file of a sign-in by header is checked before anything begins", "[web]") {
  const auto wrong = [](const std::string& headers, const std::string& more = {}) {
    const auto problems = web::gateway::settings_from(gateway_file(headers, more)).second;
    return problems.size() == 1 ? problems.front().pointer : fmt::format("{} problems", problems.size());
  };
  const auto settings = gateway_settings();
  CHECK(settings.headers.person == "x-remote-user");
  CHECK(settings.headers.groups == "x-remote-groups");
  CHECK(settings.headers.separator == ",");
  CHECK(settings.leads_to("Wijkteam Voorbeeld"));
  CHECK(wrong(R"({"person": "X-Remote-User"})") == "/headers");
  CHECK(wrong(R"({"person": "Cookie", "groups": "X-Groups"})") == "/headers/person");
  CHECK(wrong(R"({"person": "X-Forwarded-For", "groups": "X-Groups"})") == "/headers/person");
  CHECK(wrong(R"({"person": "X User", "groups": "X-Groups"})") == "/headers/person");
  CHECK(wrong(R"({"person": "X-User", "groups": "x-user"})") == "/headers/groups");
  CHECK(wrong(R"({"person": "X-User", "groups": "X-Groups", "separator": "-"})") == "/headers/separator");
  CHECK(wrong(kHeaders, R"("hours": 13,)") == "/hours");
  CHECK(wrong(kHeaders, R"("sign_out": "/oauth2/sign_out?rd=%2F",)") == "0 problems");
  CHECK(wrong(kHeaders, R"("sign_out": "//elders.example",)") == "/sign_out");
  CHECK(wrong(kHeaders, R"("sign_out": "javascript:weg",)") == "/sign_out");
}

TEST_CASE("the file of a sign-in by header as the guide of the server has it is good", "[web]") {
  const auto guide = content_of(std::filesystem::path(CASUS_SOURCE_DIR) / "cli" / "server" / "README.md");
  const std::string_view begin = "```json\n";
  const auto from = guide.find(begin, guide.find("Doet de proxy zelf al de aanmelding"));
  REQUIRE(from != std::string::npos);
  const auto to = guide.find("```", from + begin.size());
  const auto [settings, problems] =
      web::gateway::settings_from(std::string_view(guide).substr(from + begin.size(), to - from - begin.size()));
  CHECK(problems == Problems{});
  CHECK(settings.headers.person == "x-remote-user");
  CHECK(settings.sign_out == "https://inloggen.gemeente.example/afmelden");
}

TEST_CASE("who the proxy signed in comes in to their own seat, as signed in", "[web]") {
  const GatewayRoom room;
  auto noor = room.signed_in(said_of("m-1042"));
  CHECK(where(noor.get("/case/2026-001")) == "/sign-in?back=%2Fcase%2F2026-001");
  REQUIRE(GatewayRoom::opens(noor, "/case/2026-001").status == 200);
  noor.get("/case/2026-001/do/network/name");
  REQUIRE(noor.submit("do-network-name", {{"name", "Tante Els"}, {"relation", "tante"}}).status == 303);
  CHECK(noor.get("/case/2026-001/history").has("Noor (aangemeld)"));
  // A form is sent from a page of ours, as everywhere.
  noor.get("/case/2026-001/do/case/question");
  CHECK(noor.post("/case/2026-001/do/case/question", {{"text", "Wat nu?"}, {"token", "verzonnen"}}).status == 403);
  auto keeper = room.signed_in(said_of("b-1", "beheer"));
  CHECK(GatewayRoom::opens(keeper, "/keep").status == 200);
  CHECK(keeper.get("/case/2026-001").status == 403);
}

TEST_CASE("over a port the same headers say nothing", "[web]") {
  PageRoom room;
  room.stop();
  room.by_header = gateway_settings();
  room.serve();
  auto it = room.browser();
  it.behind(said_of("m-1042"));
  const auto got = GatewayRoom::opens(it, "/today");
  CHECK(got.status == 401);
  CHECK(got.has("er staat niet bij wie je bent"));
  CHECK(it.get("/case/2026-001").status == 303);
}

TEST_CASE("without a header that can be believed nobody is signed in, and it says why", "[web]") {
  const GatewayRoom room;
  const auto opened = [&](const std::string& lines) {
    auto it = room.signed_in(lines);
    return GatewayRoom::opens(it, "/");
  };
  auto got = opened({});
  CHECK(got.status == 401);
  CHECK(got.headers.contains("www-authenticate"));
  CHECK(got.has("Gemeente Voorbeeld gaf niet op een manier die hier vertrouwd wordt door wie je bent"));
  CHECK(opened("X-Remote-User:\r\n").status == 401);
  CHECK(opened("X-Remote-User: m-1042\r\n" + said_of("m-1043")).status == 400);
  CHECK(opened(said_of(std::string(201, 'm'))).status == 400);
  CHECK(opened(said_of("m-10\t42")).status == 400);
  CHECK(opened(said_of("m-10\x01"
                       "42"))
            .status == 400);
  got = opened(said_of("m-99<b>"));
  CHECK(got.status == 403);
  CHECK(got.has("m-99&lt;b&gt;"));
  CHECK(opened(said_of("m-1042", "zuid")).has("in geen groep die bij Wijkteam Voorbeeld hoort"));
  CHECK(opened("X-Remote-User: m-1042\r\n").status == 403);
  // Who has no account comes by a code or a card, as always.
  CHECK(room.browser().get("/join").status == 200);
}

TEST_CASE("a device is who the proxy says that it is now, whatever its cookie says", "[web]") {
  const GatewayRoom room;
  auto it = room.signed_in(said_of("m-1042"));
  REQUIRE(GatewayRoom::opens(it, "/today").has("Noor"));
  it.get("/case/2026-001/do/case/question");
  const auto before = it.cookie();
  // Somebody else signed in there: the form of the one before is not theirs to send.
  it.behind(said_of("m-1043"));
  CHECK(it.submit("do-case-question", {{"text", "Van wie is dit?"}}).status == 403);
  CHECK(where(it.get("/today")) == "/sign-in?back=%2Ftoday");
  CHECK(GatewayRoom::opens(it, "/today").has("Daan"));
  CHECK(it.cookie() != before);
  CHECK_FALSE(it.get("/case/2026-001/history").has("Van wie is dit?"));
  // In the group no more, or past the proxy: at once.
  it.behind(said_of("m-1043", "zuid"));
  CHECK(GatewayRoom::opens(it, "/today").status == 403);
  it.behind({});
  CHECK(GatewayRoom::opens(it, "/today").status == 401);
}

TEST_CASE("signing out is done at the proxy, and the page says where", "[web]") {
  const GatewayRoom room;
  auto it = room.signed_in(said_of("m-1042"));
  REQUIRE(GatewayRoom::opens(it, "/today").status == 200);
  CHECK(where(it.submit("leave", {})) == "/signed-out");
  const auto out = it.get("/signed-out");
  CHECK(out.has("echt afmelden doe je daar"));
  CHECK(out.has("https://inloggen.example/uit"));
}

TEST_CASE("a session that ran out goes on by the proxy, with what was typed", "[web]") {
  GatewayRoom room;
  auto it = room.signed_in(said_of("m-1042"));
  REQUIRE(GatewayRoom::opens(it, "/today").status == 200);
  it.get("/case/2026-001/do/case/question");
  room.clock.advance(std::chrono::hours(13));
  CHECK(it.submit("do-case-question", {{"text", "Wat helpt nu?"}}).status == 403);
  CHECK(where(it.get("/sign-in?back=/again")) == "/again");
  CHECK(it.get("/again").has("Wat helpt nu?"));
}

}  // namespace casus::test
