// SPDX-License-Identifier: EUPL-1.2
#include "core/web/routes.hpp"
#include "core/web/server/metrics.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/web/echo.hpp"
#include "tests/web/page_room.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <mutex>
#include <regex>
#include <set>
#include <sstream>
#include <vector>

// What who looks after the server is told: whether it is there, figures, and a line for each request; and nothing of
// anybody in any of it.

namespace casus::test {
namespace {

using std::chrono::milliseconds;

web::Listening watched() {
  auto listening = on_a_free_port();
  listening.metrics.emplace();
  return listening;
}

bool has_line(const std::string& text, const std::string& line) { return text.find(line + "\n") != std::string::npos; }

/// Asks for what is held, and waits for no answer.
std::unique_ptr<Wire> asks_held(const Running& it, const std::string& headers) {
  auto wire = std::make_unique<Wire>(it.server.port());
  wire->send("GET /held HTTP/1.1\r\nHost: " + it.host() + "\r\n" + headers + "\r\n");
  return wire;
}

/// The texts in quotes behind `mark` in a source.
std::set<std::string> quoted_behind(const std::string& source, const std::string& mark) {
  std::set<std::string> all;
  for (auto at = source.find(mark); at != std::string::npos; at = source.find(mark, at + 1)) {
    const auto from = at + mark.size();
    all.insert(source.substr(from, source.find('"', from) - from));
  }
  return all;
}

}  // namespace

TEST_CASE("a histogram counts below each bound, and the total", "[web]") {
  web::Metrics metrics;
  metrics.answered({"/today", "GET", 200, milliseconds(7), 100});
  metrics.answered({"/today", "GET", 303, milliseconds(60'000), 100});
  metrics.answered({"/today", "GET", 200, milliseconds(5), 100});
  const auto text = metrics.text({});
  CHECK(has_line(text, "casus_http_requests_total{route=\"/today\",method=\"GET\",status=\"2xx\"} 2"));
  CHECK(has_line(text, "casus_http_requests_total{route=\"/today\",method=\"GET\",status=\"3xx\"} 1"));
  const std::string name = "casus_http_request_duration_seconds";
  CHECK(has_line(text, name + "_bucket{route=\"/today\",le=\"0.005\"} 1"));
  CHECK(has_line(text, name + "_bucket{route=\"/today\",le=\"0.01\"} 2"));
  CHECK(has_line(text, name + "_bucket{route=\"/today\",le=\"10\"} 2"));
  CHECK(has_line(text, name + "_bucket{route=\"/today\",le=\"+Inf\"} 3"));
  CHECK(has_line(text, name + "_count{route=\"/today\"} 3"));
  CHECK(text.find(name + "_sum{route=\"/today\"} 60.01") != std::string::npos);
  CHECK(has_line(text, "casus_work_wait_seconds_count 0"));
  // Each line is a remark, or a name with a value.
  const std::regex line(R"re(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [-+.e0-9]+)re");
  std::istringstream lines(text);
  for (std::string one; std::getline(lines, one);) {
    INFO(one);
    CHECK(std::regex_match(one, line));
  }
}

TEST_CASE("figures are told at a door of their own, by kind of page, and say nothing of who asked", "[web]") {
  const Running it(watched());
  const auto host = "Host: " + it.host() + "\r\n";
  it.ask("GET /case/2026-001?q=geheim HTTP/1.1\r\n" + host + "Cookie: casus=token-van-noor\r\n\r\n");
  it.get("/guess");
  it.ask("POST / HTTP/1.1\r\n" + host + "Content-Length: 1001\r\n\r\n");
  REQUIRE(comes_true([&] { return has_line(it.watch("/metrics").body, "casus_store_events_total 42"); }));
  const auto got = it.watch("/metrics");
  CHECK(got.status == 200);
  CHECK(got.headers.at("content-type") == "text/plain; version=0.0.4; charset=utf-8");
  CHECK(has_line(got.body, "casus_http_requests_total{route=\"/case/{case}\",method=\"GET\",status=\"2xx\"} 1"));
  CHECK(has_line(got.body, "casus_http_request_duration_seconds_count{route=\"/case/{case}\"} 1"));
  CHECK(has_line(got.body, "casus_refused_total{why=\"guesses\"} 1"));
  CHECK(has_line(got.body, "casus_refused_total{why=\"size\"} 1"));
  CHECK(has_line(got.body, "casus_refused_total{why=\"device\"} 0"));
  CHECK(has_line(got.body, "casus_work_wait_seconds_count 2"));
  CHECK(has_line(got.body, "casus_work_queue 0"));
  CHECK(has_line(got.body, "casus_database_reconnects_total 3"));
  CHECK(has_line(got.body, "casus_ready 1"));
  CHECK(got.has("process_resident_memory_bytes "));
  CHECK(got.has("process_start_time_seconds "));
  for (const auto* of_somebody : {"2026-001", "geheim", "token", "127.0.0"}) CHECK_FALSE(got.has(of_somebody));
  CHECK(it.watch("/case/2026-001").status == 404);
}

TEST_CASE("live pages are counted as long as they listen", "[web]") {
  const Running it(watched());
  {
    Wire stream(it.server.port());
    stream.send("GET /events?x HTTP/1.1\r\nHost: " + it.host() + "\r\n\r\n");
    REQUIRE(stream.reads("data: first\n\n"));
    CHECK(comes_true([&] { return has_line(it.watch("/metrics").body, "casus_live_pages 1"); }));
  }
  CHECK(comes_true([&] { return has_line(it.watch("/metrics").body, "casus_live_pages 0"); }));
}

TEST_CASE("without being asked for, figures are told nowhere", "[web]") {
  const Running it;
  CHECK(it.server.metrics_port() == 0);
  PageRoom room;
  CHECK(room.browser().get("/metrics").status == 404);
}

TEST_CASE("health says to whoever asks whether the store answers, and that the program is there", "[web]") {
  Running it(watched());
  const auto anybody = "GET /health HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n";
  const auto good = it.ask(anybody);
  CHECK(good.status == 200);
  CHECK(good.headers.at("content-type") == "application/json");
  CHECK(good.body == "{\"live\":true,\"ready\":true}\n");
  CHECK(it.watch("/health").status == 200);
  it.site.away = true;
  CHECK(comes_true([&] { return it.ask(anybody).status == 503; }));
  CHECK(it.ask(anybody).body == "{\"live\":true,\"ready\":false}\n");
  CHECK(it.get("/health/live").status == 200);
  CHECK(has_line(it.watch("/metrics").body, "casus_ready 0"));
  it.site.away = false;
  CHECK(comes_true([&] { return it.ask(anybody).status == 200; }));
}

TEST_CASE("the log has a line of JSON for each request, and nothing of who asked for what", "[web]") {
  std::mutex mutex;
  std::vector<std::string> lines;
  {
    auto listening = on_a_free_port();
    listening.log = [&](const std::string& line) {
      const std::lock_guard lock(mutex);
      lines.push_back(line);
    };
    const Running it(listening);
    const auto host = "Host: " + it.host() + "\r\n";
    it.ask("GET /case/2026-001?q=geheim HTTP/1.1\r\n" + host + "Cookie: casus=token-van-noor\r\n\r\n");
    it.get("/in/een-link");
    it.ask("GET /%00 HTTP/1.1\r\n" + host + "\r\n");
    it.ask("\x16\x03\x01\x02 not http\r\n\r\n");
  }
  REQUIRE(lines.size() == 4);
  std::string all;
  std::vector<std::string> seen;
  for (const auto& line : lines) {
    all += line;
    CHECK(line.ends_with("}\n"));
    const auto json = nlohmann::json::parse(line);
    std::set<std::string> keys;
    for (const auto& [key, value] : json.items()) keys.insert(key);
    CHECK(keys == std::set<std::string>{"time", "route", "method", "status", "ms", "bytes"});
    CHECK(std::regex_match(json["time"].get<std::string>(), std::regex(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)")));
    CHECK(json["bytes"].get<int>() > 0);
    seen.push_back(json["method"].get<std::string>() + " " + json["route"].get<std::string>() + " " +
                   std::to_string(json["status"].get<int>()));
  }
  CHECK(seen == std::vector<std::string>{"GET /case/{case} 200", "GET other 200", "GET other 400", "other other 400"});
  for (const auto* of_somebody : {"2026-001", "geheim", "token", "een-link", "127.0.0"})
    CHECK(all.find(of_somebody) == std::string::npos);
}

TEST_CASE("one device has so many requests at a time and no more; another goes on", "[web]") {
  auto listening = watched();
  listening.bounds.work_of_device = 2;
  Running it(listening);
  const auto one = asks_held(it, "Cookie: casus=a\r\n");
  REQUIRE(comes_true([&] { return it.site.begun == 1; }));
  const auto two = asks_held(it, "Cookie: casus=a\r\n");
  REQUIRE(comes_true([&] { return has_line(it.watch("/metrics").body, "casus_work_queue 2"); }));
  const auto refused = asks_held(it, "Cookie: casus=a\r\n")->answer();
  CHECK(refused.status == 429);
  CHECK(refused.headers.at("retry-after") == "2");
  const auto other = asks_held(it, "Cookie: casus=b\r\n");
  it.site.held = false;
  for (const auto* wire : {&one, &two, &other}) CHECK((*wire)->answer().status == 200);
  CHECK(has_line(it.watch("/metrics").body, "casus_refused_total{why=\"device\"} 1"));
  // And then it has all of them again.
  CHECK(asks_held(it, "Cookie: casus=a\r\n")->answer().status == 200);
}

TEST_CASE("one address has so many requests at a time, as the proxy tells it", "[web]") {
  auto listening = watched();
  listening.proxy = "127.0.0.1";
  listening.bounds.work_of_one = 1;
  Running it(listening);
  const auto one = asks_held(it, "X-Forwarded-For: 192.0.2.1\r\n");
  REQUIRE(comes_true([&] { return it.site.begun == 1; }));
  CHECK(asks_held(it, "X-Forwarded-For: 192.0.2.1\r\n")->answer().status == 429);
  const auto other = asks_held(it, "X-Forwarded-For: 192.0.2.2\r\n");
  it.site.held = false;
  CHECK(one->answer().status == 200);
  CHECK(other->answer().status == 200);
}

TEST_CASE("when too much waits of all together, who comes is asked to come back", "[web]") {
  auto listening = watched();
  listening.bounds.work_waiting = 2;
  Running it(listening);
  const auto one = asks_held(it, {});
  REQUIRE(comes_true([&] { return it.site.begun == 1; }));
  const auto two = asks_held(it, {});
  REQUIRE(comes_true([&] { return has_line(it.watch("/metrics").body, "casus_work_queue 2"); }));
  const auto refused = asks_held(it, {})->answer();
  CHECK(refused.status == 503);
  CHECK(refused.headers.at("retry-after") == "2");
  it.site.held = false;
  CHECK(one->answer().status == 200);
  CHECK(two->answer().status == 200);
}

TEST_CASE("who is refused for now reads why, in the language of the browser", "[web]") {
  PageRoom room;
  web::Request request{.method = "GET", .path = "/today"};
  request.headers.push_back({"accept-language", "en"});
  const auto english = room.site->refusal(request, web::Refused::device);
  CHECK(english.status == 429);
  CHECK(english.body.find("Too much is coming from this device") != std::string::npos);
  CHECK(english.body.find("<html lang=\"en\"") != std::string::npos);
  request.headers.clear();
  CHECK(room.site->refusal(request, web::Refused::queue).body.find("erg druk") != std::string::npos);
  CHECK(room.site->refusal(request, web::Refused::size).body.find("10 MB") != std::string::npos);
}

TEST_CASE("every place of the site has a kind, which says nothing of what is asked for", "[web]") {
  const auto folder = std::filesystem::path(CASUS_SOURCE_DIR) / "core" / "web";
  const auto source = content_of(folder / "page_paths.cpp") + content_of(folder / "page_site.cpp");
  auto places = quoted_behind(source, "path == \"");
  REQUIRE(places.size() > 15);
  for (const auto& below : quoted_behind(source, "path.starts_with(\"")) places.insert(below + "2026-001");
  for (const auto& place : places) {
    INFO(place);
    const auto route = web::route_of(place);
    CHECK(route != web::kNoRoute);
    CHECK(route.find("2026") == std::string_view::npos);
  }
  CHECK(web::route_of("/case/2026-001") == "/case/{case}");
  CHECK(web::route_of("/case/2026-001/plan") == "/case/{case}/{page}");
  CHECK(web::route_of("/case/2026-001/do/case/say") == "/case/{case}/do/{verb}");
  CHECK(web::route_of("/case/2026-001/files/f1") == "/case/{case}/{page}");
  CHECK(web::route_of("/in/AbC") == "/in/{link}");
  CHECK(web::route_of("/2026-001") == web::kNoRoute);
}

}  // namespace casus::test
