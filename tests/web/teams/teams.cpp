// SPDX-License-Identifier: EUPL-1.2
// One server for several teams: each on its own, and nothing of one for who is of another.
#include "tests/web/many_room.hpp"

#include <atomic>
#include <chrono>

namespace casus::test {
namespace {

using std::chrono::milliseconds;

/// A site that answers nobody until it is let go.
class Stuck final : public web::Site {
 public:
  std::optional<web::Response> at_once(const web::Request&) override { return std::nullopt; }
  web::Response answer(const web::Request&) override {
    asked = true;
    while (stuck) std::this_thread::sleep_for(milliseconds(1));
    return web::plain(200, "loose");
  }
  web::SiteFigures tick(web::Streams&) override { return {}; }

  std::atomic<bool> asked = false;
  std::atomic<bool> stuck = true;
};

/// A site that takes files.
class Taking final : public web::Site {
 public:
  bool takes_file(const std::string&) const override { return true; }
  std::optional<web::Response> at_once(const web::Request& request) override {
    return web::plain(200, std::to_string(request.body.size()));
  }
  web::Response answer(const web::Request&) override { return web::plain(500, {}); }
  web::SiteFigures tick(web::Streams&) override { return {}; }
};

Got ask(unsigned short port, const std::string& path) {
  Wire wire(port);
  wire.send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\n\r\n");
  return wire.answer();
}

}  // namespace

TEST_CASE("what one part of a server waits for keeps no other waiting, and each has bounds of its own", "[web]") {
  Echo rest;
  Stuck stuck;
  auto listening = on_a_free_port();
  listening.metrics.emplace();
  listening.bounds.work_waiting = 2;
  web::Server server(listening, {{{}, &rest}, {"traag", &stuck}});
  std::thread thread([&] { server.run(); });
  {
    const auto port = server.port();
    const auto asks = [port](Wire& wire, const std::string& path) {
      wire.send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\n\r\n");
    };
    Wire first(port);
    asks(first, "/traag/x");
    CHECK(comes_true([&] { return stuck.asked.load(); }));
    Wire second(port);
    asks(second, "/traag");
    CHECK(
        comes_true([&] { return ask(server.metrics_port(), "/metrics").has("casus_work_queue{team=\"traag\"} 2\n"); }));
    CHECK(ask(port, "/traag/y").status == 503);  // its own queue is full
    CHECK(ask(port, "/x").body == "GET /x  ");
    CHECK(ask(port, "/trager").body == "GET /trager  ");  // another name than that of the part
    stuck.stuck = false;
    CHECK(first.answer().body == "loose");
    CHECK(second.answer().body == "loose");
  }
  server.stop();
  thread.join();
}

TEST_CASE("files on their way to one part of a server keep none from another", "[web]") {
  Echo rest;
  Taking noord, zuid;
  auto listening = on_a_free_port();
  listening.bounds.body_bytes = 1000;
  listening.bounds.files_at_once = 1;
  listening.bounds.files_of_all = 2;
  web::Server server(listening, {{{}, &rest}, {"noord", &noord}, {"zuid", &zuid}});
  std::thread thread([&] { server.run(); });
  {
    const auto port = server.port();
    const auto head = [&](const std::string& path) {
      return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
             "\r\nContent-Length: 2000\r\n\r\n";
    };
    const std::string file(2000, 'x');
    const auto sent = [&](const std::string& path) {
      Wire wire(port);
      wire.send(head(path) + file);
      return wire.answer().status;
    };
    Wire slow(port);
    slow.send(head("/noord/files") + file.substr(0, 500));
    CHECK(comes_true([&] { return sent("/noord/files") == 503; }));
    CHECK(sent("/zuid/files") == 200);
    {
      Wire other(port);
      other.send(head("/zuid/files") + file.substr(0, 500));
      CHECK(comes_true([&] { return sent("/zuid/files") == 503; }));
      other.send(file.substr(500));
      CHECK(other.answer().body == "2000");
    }
    slow.send(file.substr(500));
    CHECK(slow.answer().body == "2000");
    CHECK(sent("/noord/files") == 200);
  }
  server.stop();
  thread.join();
}

TEST_CASE("teams on one server work beside each other, and the pages around them say nothing of any", "[web]") {
  ManyRoom room;
  room.serve();
  auto noord = room.laptop("noord");
  auto zuid = room.laptop("zuid");
  CHECK(where(noord.get("/noord")) == "/noord/today");
  CHECK(zuid.get("/zuid/cases").status == 200);
  CHECK(zuid.page().has("2026-777"));
  CHECK_FALSE(noord.get("/noord/cases").has("2026-777"));
  CHECK(where(noord.get("/noord/")) == "/noord");
  CHECK(where(noord.get("/noord/cases/")) == "/noord/cases");
  CHECK(noord.get("/noord/geen-pagina").has("Deze pagina is er niet."));
  CHECK(noord.get("/west").has("Deze pagina is er niet. Deze server is van meer teams."));
  for (const auto* path : {"/", "/today", "/case/2026-777", "/west", "/west/today", "/sign-in"}) {
    INFO(path);
    const auto got = noord.get(path);
    CHECK(got.status == (std::string_view(path) == "/" ? 200 : 404));
    for (const auto* of_a_team : {"/noord", "/zuid", "/oost", "Wijkteam", "Samira", "Kwinkslag"})
      CHECK_FALSE(got.has(of_a_team));
  }
  // The language that was chosen here goes for all.
  const auto port = room.server->port();
  const auto page = ask(port, "/");
  REQUIRE(page.cookies.size() == 1);
  const auto& cookie = page.cookies.front();
  CHECK(cookie.starts_with("casus-all="));
  CHECK(cookie.find("; Path=/;") != std::string::npos);
  const auto form = "lang=en&back=%2F&token=" + value_behind(page.body, "name=\"token\"");
  Wire wire(port);
  wire.send("POST /language HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
            "\r\nCookie: " + cookie.substr(0, cookie.find(';')) +
            "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + std::to_string(form.size()) +
            "\r\n\r\n" + form);
  const auto turned = wire.answer();
  CHECK(where(turned) == "/");
  REQUIRE(turned.cookies.size() == 1);
  CHECK(turned.cookies.front().starts_with("casus-lang=en; Path=/;"));
}

TEST_CASE("who is of one team gets nothing of another by any path, form or number, and each try is in the log",
          "[web]") {
  ManyRoom room;
  room.zuid.begin_meeting();
  room.serve();
  auto laptop = room.laptop("noord");
  auto noor = room.worker(laptop, "noord", "Noor");
  const auto before = ManyRoom::events_of(room.zuid);
  const std::vector<std::string> places{"/",
                                        "/join",
                                        "/enter",
                                        "/leave",
                                        "/language",
                                        "/sessions",
                                        "/devices",
                                        "/keep",
                                        "/screen",
                                        "/mine",
                                        "/lead",
                                        "/live?of=2026-03-02",
                                        "/today",
                                        "/find?text=uit+het",
                                        "/open",
                                        "/cases",
                                        "/cards?case=2026-777",
                                        "/all",
                                        "/train",
                                        "/train/x",
                                        "/ours",
                                        "/ours/file",
                                        "/in/x",
                                        "/feed/x.ics",
                                        "/card/x",
                                        "/do/store/info",
                                        "/do/case/list",
                                        "/case/2026-777",
                                        "/case/2026-777/plan",
                                        "/case/2026-777/network",
                                        "/case/2026-777/files",
                                        "/case/2026-777/files/f1",
                                        "/case/2026-777/dossier",
                                        "/case/2026-777/history",
                                        "/case/2026-777/seen",
                                        "/case/2026-777/do/case/say"};
  const auto gives_nothing = [](const Got& got) {
    CHECK(got.status != 0);
    CHECK(got.status != 500);
    CHECK_FALSE(got.has("Kwinkslag"));
    CHECK_FALSE(got.has("zuiden"));
  };
  for (auto* who : {&laptop, &noor})
    for (const auto& place : places) {
      INFO(place);
      const auto got = who->get("/zuid" + place);
      gives_nothing(got);
      CHECK((got.status != 200 || place == "/join" || place == "/enter"));
      if (got.status == 303) CHECK(where(got).starts_with("/zuid"));
    }
  for (const auto* place : {"/case/2026-777/do/case/say", "/do/store/anchor", "/lead", "/mine", "/devices", "/sessions",
                            "/case/2026-777/files", "/open", "/keep"}) {
    INFO(place);
    noor.get("/noord/cases");
    const auto got =
        noor.post("/zuid" + std::string(place), {{"kind", "fact"}, {"text", "Van elders"}, {"name", "Noor"}});
    gives_nothing(got);
    CHECK(got.status != 200);
  }
  // Nor by the numbers of the other team at home.
  for (const auto& place : places) {
    if (place.find("2026-777") == std::string::npos && !place.starts_with("/find")) continue;
    INFO(place);
    const auto got = noor.get("/noord" + place);
    gives_nothing(got);
  }
  noor.get("/noord/cases");
  gives_nothing(noor.post("/noord/case/2026-777/do/case/say", {{"kind", "fact"}, {"text", "Van elders"}}));
  CHECK(ManyRoom::events_of(room.zuid) == before);
  CHECK(noor.get("/noord/today").status == 200);
  CHECK(comes_true([&] {
    return room.log_so_far().find(
               "\"team\":\"zuid\",\"route\":\"/case/{case}/do/{verb}\",\"method\":\"POST\",\"status\":403") !=
           std::string::npos;
  }));
  CHECK(room.log_so_far().find("2026-777") == std::string::npos);
}

TEST_CASE("news of one team is no news for another that meets on the same day", "[web]") {
  ManyRoom room;
  for (auto* team : {&room.noord, &room.zuid}) team->begin_meeting({"Samira", "Noor"});
  room.serve();
  auto laptop = room.laptop("noord");
  CHECK(laptop.get("/noord/lead").status == 200);
  Wire stream(room.server->port());
  stream.send(laptop.request("GET", "/noord/live?of=2026-03-02&since=x"));
  REQUIRE(stream.reads("data: "));
  while (stream.reads("data: ", milliseconds(700))) {  // of who just came in
  }
  room.zuid.meets("2026-03-02", Arrive{{"Daan"}});
  CHECK_FALSE(stream.reads("data: ", milliseconds(1500)));
  room.noord.meets("2026-03-02", Arrive{{"Daan"}});
  CHECK(stream.reads("data: "));
}

TEST_CASE("who guesses at one team too often may go on at another", "[web]") {
  ManyRoom room;
  room.zuid.begin_meeting();
  room.noord.begin_meeting();
  room.serve();
  auto it = room.browser();
  int status = 0;
  for (int i = 0; i < 12; ++i) {
    it.get("/zuid/join");
    status = it.submit("join-form", {{"code", "AAAAAA"}}).status;
  }
  CHECK(status == 429);
  it.get("/noord/join");
  CHECK(it.submit("join-form", {{"code", "AAAAAA"}}).status == 403);
}

TEST_CASE("a store that does not open is told of that team alone, and opens when it can", "[web]") {
  ManyRoom room;
  room.serve();
  const auto closed = room.browser().get("/oost/today");
  CHECK(closed.status == 503);
  CHECK(closed.has("gaat nu niet open"));
  CHECK(closed.has("/oost/casus.css"));
  CHECK_FALSE(closed.has(room.oost.at_store));
  CHECK(room.browser().get("/oost/casus.css").status == 200);
  CHECK(comes_true([&] { return !room.news_of("oost").trouble.empty(); }));
  CHECK(room.laptop("noord").get("/noord/today").status == 200);
  const auto health = [&] { return ask(room.server->port(), "/health"); };
  CHECK(comes_true([&] { return health().body == "{\"live\":true,\"ready\":true,\"failing\":1}\n"; }));
  CHECK(health().status == 200);
  CHECK(room.watch("/health").body ==
        "{\"live\":true,\"ready\":true,\"teams\":{\"noord\":true,\"oost\":false,\"zuid\":true}}\n");
  const auto figures = room.watch("/metrics").body;
  for (const auto* line :
       {"casus_ready{team=\"noord\"} 1\n", "casus_ready{team=\"oost\"} 0\n", "casus_work_queue{team=\"zuid\"} 0\n",
        "casus_refused_total{team=\"zuid\",why=\"queue\"} 0\n",
        "casus_http_requests_total{team=\"oost\",route=\"/today\",method=\"GET\",status=\"5xx\"} 1\n"})
    CHECK(figures.find(line) != std::string::npos);
  CHECK(figures.find("casus_ready 1\n") == std::string::npos);
  std::filesystem::rename(room.oost.at_store + ".weg", room.oost.at_store);
  CHECK(comes_true([&] { return room.browser().get("/oost/join").status == 200; }));
  CHECK(room.laptop("oost").get("/oost/today").status == 200);
}

}  // namespace casus::test
