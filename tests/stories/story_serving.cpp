// SPDX-License-Identifier: EUPL-1.2
// The server as who looks after it starts it: what it says, where it is watched, and what it writes down.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/web/wire.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

namespace casus::test {
namespace {

/// The port in the first address on loopback in a line.
unsigned short port_in(const std::string& line) {
  const std::string mark = "http://127.0.0.1:";
  const auto at = line.find(mark);
  return at == std::string::npos ? 0 : static_cast<unsigned short>(std::stoi(line.substr(at + mark.size())));
}

Got asked(unsigned short port, const std::string& path) {
  Wire wire(port);
  wire.send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\n\r\n");
  return wire.answer();
}

}  // namespace

TEST_CASE("a server that is watched tells its figures, and writes a line for each request", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus team init Wijkteam --as Samira && casus team add Samira --as Samira").exit == 0);
  auto server = home.begin_casus(
      {"serve", "--as", "Samira", "--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:0", "--log", "json"});
  server.listen_until_lines(4, std::chrono::seconds(60));
  const auto said = lines_in(server.so_far().out);
  INFO(server.so_far().out << server.so_far().err);
  REQUIRE(said.size() == 4);
  const auto port = port_in(said[0]), watch = port_in(said[2]);
  REQUIRE(port != 0);
  REQUIRE(watch != 0);
  CHECK(said[2].find("/metrics") != std::string::npos);
  CHECK(asked(port, "/health").body == "{\"live\":true,\"ready\":true}\n");
  CHECK(asked(port, "/case/2026-001").status == 303);
  CHECK(asked(port, "/metrics").status == 404);
  const auto figures = asked(watch, "/metrics").body;
  CHECK(figures.find("casus_http_requests_total{route=\"/case/{case}\",method=\"GET\",status=\"3xx\"} 1\n") !=
        std::string::npos);
  server.interrupt();
  const auto ran = server.finish();
  CHECK(ran.exit == 0);
  const auto log = lines_in(ran.err);
  REQUIRE(log.size() == 3);
  CHECK(nlohmann::json::parse(log[0])["route"] == "/health");
  CHECK(nlohmann::json::parse(log[1])["status"] == 303);
  CHECK(ran.err.find("2026-001") == std::string::npos);
}

TEST_CASE("a server for two teams tells a link of each, and a file with a mistake begins nothing", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus team init Noord --as Samira --store noord.db && "
                    "casus team init Zuid --as Samira --store zuid.db")
              .exit == 0);
  const auto file = [&](const std::string& rows) {
    std::ofstream(home.folder() / "teams.json") << "{\"format\": 1, \"teams\": [" << rows << "]}\n";
  };
  const std::string both = R"({"name": "noord", "store": "noord.db"}, {"name": "zuid", "store": "zuid.db"})";
  file(both + R"(, {"name": "today", "store": "x.db"})");
  const auto wrong = home.type("casus serve --as Samira --teams teams.json --listen 127.0.0.1:0");
  CHECK(wrong.exit == 2);
  CHECK(wrong.err.find("teams.json:1:") != std::string::npos);
  CHECK(wrong.err.find("/teams/2/name: 'today' kan geen plek op de server zijn") != std::string::npos);
  file(both);
  CHECK(home.type("casus serve --as Samira --teams teams.json --under noord").exit == 2);
  auto server = home.begin_casus({"serve", "--as", "Samira", "--listen", "127.0.0.1:0", "--teams", "teams.json"});
  server.listen_until_lines(4, std::chrono::seconds(60));
  INFO(server.so_far().out << server.so_far().err);
  const auto said = lines_in(server.so_far().out);
  REQUIRE(said.size() == 4);
  const auto port = port_in(said[0]);
  REQUIRE(port != 0);
  for (const auto* team : {"noord", "zuid"}) {
    const auto link = "/" + std::string(team) + "/in/";
    CHECK(server.so_far().out.find(link) != std::string::npos);
    CHECK(asked(port, "/" + std::string(team) + "/join").status == 200);
  }
  CHECK(asked(port, "/").status == 200);
  CHECK(asked(port, "/join").status == 404);
  server.interrupt();
  CHECK(server.finish().exit == 0);
}

TEST_CASE("a server for two teams at a socket file takes the word of the proxy for all of them", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus team init Noord --as Samira --store noord.db && "
                    "casus team init Zuid --as Samira --store zuid.db")
              .exit == 0);
  std::ofstream(home.folder() / "teams.json")
      << R"({"format": 1, "teams": [{"name": "noord", "store": "noord.db"}, {"name": "zuid", "store": "zuid.db"}]})";
  std::ofstream(home.folder() / "wie.json")
      << R"({"format": 1, "name": "Gemeente Voorbeeld", "headers": {"person": "X-User", "groups": "X-Groups"},
             "groups": [{"group": "n", "team": "Noord", "role": "member"}, {"group": "z", "team": "Zuid", "role": "member"}],
             "people": [{"id": "m-1042", "name": "Samira"}]})";
  const std::string at_port = "casus serve --as Samira --teams teams.json --listen 127.0.0.1:0 ";
  CHECK(home.type(at_port + "--sign-in-by-header wie.json").exit == 2);
  auto server = home.begin_casus({"serve", "--as", "Samira", "--teams", "teams.json", "--listen", "unix:casus.sock",
                                  "--name", "casus.example", "--sign-in-by-header", "wie.json"});
  server.listen_until_lines(5, std::chrono::seconds(60));
  INFO(server.so_far().out << server.so_far().err);
  const auto file = (home.folder() / "casus.sock").string();
  CHECK(server.so_far().out.find("casus.sock\n") != std::string::npos);
  {
    Wire wire(file);
    wire.send("GET / HTTP/1.1\r\nHost: casus.example\r\nX-User: m-1042\r\nX-Groups: z\r\n\r\n");
    const auto got = wire.answer();
    CHECK(got.has("href=\"/zuid/sign-in\""));
    CHECK_FALSE(got.has("Noord"));
    REQUIRE(got.cookies.size() == 1);
    CHECK(got.cookies.front().starts_with("__Host-casus-all="));
  }
  server.interrupt();
  CHECK(server.finish().exit == 0);
  CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("what says who is who is refused when others can write it, or when it would be waited for", "[stories]") {
  namespace fs = std::filesystem;
  const Home home;
  REQUIRE(home.type("casus team init Noord --as Samira --store noord.db").exit == 0);
  home.folder().write("teams.json", R"({"format": 1, "teams": [{"name": "noord", "store": "noord.db"}]})");
  home.folder().write("wie.json", "{}");
  fs::create_directory(home.folder() / "open");
  const auto others_write = [&](const char* name) {
    fs::permissions(home.folder() / name, fs::perms::others_write, fs::perm_options::add);
  };
  const auto refused = [&](const std::string& options, const std::string& why) {
    const auto ran = home.type("casus serve --as Samira " + options);
    INFO(options << "\n" << ran.err);
    CHECK(ran.exit == 2);
    CHECK(ran.err.find(why) != std::string::npos);
  };
  const std::string teams = "--teams teams.json --listen ";
  others_write("open");
  refused(teams + "unix:open/casus.sock --name casus.example", "typ: chmod go-w " + (home.folder() / "open").string());
  others_write("wie.json");
  refused(teams + "unix:casus.sock --name casus.example --sign-in-by-header wie.json", "typ: chmod go-w wie.json");
  others_write("teams.json");
  refused(teams + "127.0.0.1:0", "typ: chmod go-w teams.json");
  refused("--teams /dev/zero --listen 127.0.0.1:0", "geen gewoon bestand");
  refused("--certificate /dev/zero --key /dev/zero --listen 127.0.0.1:0", "geen gewoon bestand");
}

TEST_CASE("what is no way to write a log, or no address, is refused before anything begins", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus team init Wijkteam --as Samira").exit == 0);
  CHECK(home.type("casus serve --as Samira --log xml").exit == 2);
  const auto wrong = home.type("casus serve --as Samira --metrics ergens");
  CHECK(wrong.exit == 2);
  CHECK(wrong.err.find("'ergens' is geen adres met een poort") != std::string::npos);
}

TEST_CASE("a server at a socket file says where it is reached, and takes the file away when it stops", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus team init Wijkteam --as Samira").exit == 0);
  auto server = home.begin_casus({"serve", "--as", "Samira", "--listen", "unix:casus.sock", "--name", "casus.example"});
  server.listen_until_lines(4, std::chrono::seconds(60));
  const auto file = (home.folder() / "casus.sock").string();
  INFO(server.so_far().out << server.so_far().err);
  CHECK(server.so_far().out.find("Casus is te bereiken op https://casus.example\n") != std::string::npos);
  CHECK(server.so_far().out.find("casus.sock\n") != std::string::npos);
  {
    Wire wire(file);
    wire.send("GET /join HTTP/1.1\r\nHost: casus.example\r\nX-Forwarded-Proto: https\r\n\r\n");
    const auto got = wire.answer();
    CHECK(got.status == 200);
    REQUIRE(got.cookies.size() == 1);
    CHECK(got.cookies.front().starts_with("__Host-casus="));
  }
  server.interrupt();
  CHECK(server.finish().exit == 0);
  CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("a header that says who it is goes with a socket file, and what does not is refused at the start",
          "[stories]") {
  const Home home;
  REQUIRE(home.type("casus team init Wijkteam --as Samira").exit == 0);
  const auto refused = [&](const std::string& options, const std::string& why) {
    const auto ran = home.type("casus serve --as Samira " + options);
    INFO(options << "\n" << ran.err);
    CHECK(ran.exit == 2);
    CHECK(ran.err.find(why) != std::string::npos);
  };
  const std::string at_file = "--listen unix:casus.sock ";
  refused("--sign-in-by-header wie.json", "wordt alleen geloofd over een socketbestand");
  refused("--listen 127.0.0.1:0 --sign-in-by-header wie.json", "wordt alleen geloofd over een socketbestand");
  refused("--proxy-user root", "hoort bij een socketbestand");
  refused(at_file, "heeft geen adres");
  refused("--listen unix: --name casus.example", "Achter 'unix:' hoort het pad van een socketbestand");
  refused("--listen unix:./ --name casus.example", "Achter 'unix:./' hoort");
  refused(at_file + "--name casus.example --behind-proxy 127.0.0.1", "Over een socketbestand komt alleen een proxy");
  refused(at_file + "--name casus.example --proxy-user niemand-zo", "geen gebruiker 'niemand-zo'");
  refused(at_file + "--name casus.example --sign-in a.json --sign-in-by-header b.json", "niet allebei");
  CHECK_FALSE(std::filesystem::exists(home.folder() / "casus.sock"));
}

}  // namespace casus::test
