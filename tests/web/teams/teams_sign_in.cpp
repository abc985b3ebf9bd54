// SPDX-License-Identifier: EUPL-1.2
// One sign-in for all teams of a server: a seat in each by the table of groups, and out of all at once.
#include "core/service/unlogged.hpp"
#include "tests/web/many_room.hpp"
#include "tests/web/openid_provider.hpp"

#include <map>
#include <utility>

namespace casus::test {
namespace {

/// A browser that keeps cookies by their path, as real ones do.
class PathBrowser {
 public:
  explicit PathBrowser(unsigned short port) : port_(port) {}

  Got get(const std::string& path) { return ask("GET " + path, path, {}); }
  /// The button at the foot of the page that was got last.
  Got leaves(const std::string& path) {
    const auto form = "token=" + value_behind(page_.body, "name=\"token\"");
    return ask("POST " + path, path,
               "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\nContent-Length: " +
                   std::to_string(form.size()) + "\r\n\r\n" + form);
  }
  /// Without the cookies of this path.
  void forget(const std::string& path) {
    std::erase_if(cookies_, [&](const auto& one) { return one.first.first == path; });
  }

 private:
  Got ask(const std::string& line, const std::string& target, const std::string& rest) {
    const auto path = target.substr(0, target.find('?'));
    std::string cookies;
    // The longest path comes first.
    for (auto one = cookies_.rbegin(); one != cookies_.rend(); ++one) {
      const auto& [where, name] = one->first;
      if (where != "/" && path != where && !path.starts_with(where + "/")) continue;
      cookies += (cookies.empty() ? "Cookie: " : "; ") + name + "=" + one->second;
    }
    Wire wire(port_);
    wire.send(line + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) + "\r\n" +
              (cookies.empty() ? cookies : cookies + "\r\n") + (rest.empty() ? "\r\n" : rest));
    auto got = wire.answer();
    for (const auto& cookie : got.cookies) {
      const auto from = cookie.find("; Path=") + 7;
      const auto equals = cookie.find('=');
      cookies_[{cookie.substr(from, cookie.find(';', from) - from), cookie.substr(0, equals)}] =
          cookie.substr(equals + 1, cookie.find(';') - equals - 1);
    }
    if (!got.body.empty()) page_ = got;
    return got;
  }

  unsigned short port_;
  std::map<std::pair<std::string, std::string>, std::string> cookies_;  ///< by path and name
  Got page_;
};

struct SignedRoom : ManyRoom {
  OpenidProvider provider;

  SignedRoom() {
    auto it = zuid.desk("Samira");
    REQUIRE(it.service().handle(TeamCommand{{}, {}, RenameTeam{"Wijkteam Zuid"}, "Samira"}).done());
    sign_in = OpenidProvider::settings();
    sign_in->groups.push_back({"zuid", "Wijkteam Zuid", web::Place::member});
    fetch = provider.fetch();
    provider.claims["groups"] = {"noord", "zuid"};
    serve();
  }
  ~SignedRoom() { stop(); }

  PathBrowser person() const { return PathBrowser(server->port()); }
  /// To the provider and back, from where `from` begins.
  Got comes_in(PathBrowser& who, const std::string& from = "/sign-in") {
    const auto sent = who.get(from);
    REQUIRE(sent.status == 303);
    REQUIRE(where(sent).starts_with("https://inloggen.example/auth?"));
    CHECK(where(sent).find("redirect_uri=https%3A%2F%2Fcasus.example%2Fsigned-in&") != std::string::npos);
    return who.get(provider.answer_to(where(sent), noord.clock.now()));
  }
  std::string below_origin(const std::string& address) const {
    REQUIRE(address.starts_with(server->origin()));
    return address.substr(server->origin().size());
  }
};

}  // namespace

TEST_CASE("who signs in once has a seat in each team of the table, and goes out of all at once", "[web]") {
  SignedRoom room;
  auto noor = room.person();
  const auto before = noor.get("/");
  CHECK(before.has("Aanmelden bij Gemeente Voorbeeld"));
  CHECK_FALSE(before.has("Wijkteam"));
  CHECK(where(room.comes_in(noor)) == "/");
  const auto mine = noor.get("/");
  CHECK(mine.has("Wijkteam Voorbeeld"));
  CHECK(mine.has("href=\"/zuid/sign-in\""));
  CHECK_FALSE(mine.has("/oost"));
  CHECK(where(noor.get("/noord/sign-in")) == "/noord");
  CHECK(noor.get("/noord/today").status == 200);
  // Another team without a seat yet: round by its own sign-in, and not by the provider.
  CHECK(where(noor.get("/zuid/cases")) == "/zuid/sign-in?back=%2Fcases");
  CHECK(where(noor.get("/zuid/sign-in?back=%2Fcases")) == "/zuid/cases");
  CHECK(noor.get("/zuid/cases").has("2026-777"));
  CHECK(room.provider.asked("/token") == 1);
  // A seat is worth nothing in a browser that is not signed in at the server.
  auto other = noor;
  other.forget("/");
  CHECK(where(other.get("/zuid/cases")) == "/zuid/join");
  noor.get("/noord/today");
  const auto left = noor.leaves("/noord/leave");
  CHECK(room.below_origin(where(left)) == "/signed-out");
  CHECK(noor.get("/signed-out").has("post_logout_redirect_uri=https%3A%2F%2Fcasus.example%2Fsigned-out"));
  CHECK(where(noor.get("/zuid/cases")) == "/zuid/join");
  CHECK(where(noor.get("/noord/today")) == "/noord/join");
  CHECK_FALSE(noor.get("/").has("Wijkteam"));
}

TEST_CASE("who signed out of all teams is out of all of them after a new start too", "[web]") {
  SignedRoom room;
  auto noor = room.person();
  room.comes_in(noor);
  for (const auto* team : {"/noord", "/zuid"}) {
    noor.get(std::string(team) + "/sign-in");
    REQUIRE(noor.get(std::string(team) + "/today").status == 200);
  }
  noor.get("/noord/today");
  CHECK(noor.get(room.below_origin(where(noor.leaves("/noord/leave")))).status == 200);
  room.stop();
  room.serve();
  for (const auto* team : {"/noord", "/zuid"}) {
    CAPTURE(team);
    CHECK(where(noor.get(std::string(team) + "/today")) == std::string(team) + "/join");
  }
}

TEST_CASE("who has one team goes straight there, and where they wanted to go first", "[web]") {
  SignedRoom room;
  room.provider.claims["groups"] = {"zuid"};
  auto noor = room.person();
  CHECK(where(room.comes_in(noor)) == "/zuid/sign-in");
  CHECK(where(noor.get("/zuid/sign-in")) == "/zuid");
  CHECK(noor.get("/zuid/today").status == 200);
  // Begun at a page of the team.
  auto again = room.person();
  const auto sent = room.below_origin(where(again.get("/zuid/sign-in?back=%2Fcases")));
  const auto back = where(room.comes_in(again, sent));
  CHECK(back == "/zuid/sign-in?back=%2Fcases");
  CHECK(where(again.get(back)) == "/zuid/cases");
  // Only to a place on this server.
  CHECK(where(noor.get("/sign-in?back=//elders.example")) == "/");
}

TEST_CASE("who is in no group of a team gets nothing of it, and the case that they ask for keeps that", "[web]") {
  SignedRoom room;
  room.provider.claims["groups"] = {"noord"};
  auto noor = room.person();
  CHECK(where(room.comes_in(noor)) == "/noord/sign-in");
  CHECK(where(noor.get("/noord/sign-in")) == "/noord");
  CHECK_FALSE(noor.get("/").has("Zuid"));
  for (const auto* place : {"/zuid/today", "/zuid/lead", "/zuid/keep", "/zuid/case/2026-777/dossier"}) {
    INFO(place);
    const auto sent = where(noor.get(place));
    REQUIRE(sent.starts_with("/zuid/sign-in?back="));
    const auto got = noor.get(sent);
    CHECK(got.status == 403);
    CHECK(got.has("in geen groep die bij Wijkteam Zuid hoort"));
    CHECK_FALSE(got.has("Kwinkslag"));
  }
  auto desk = room.zuid.desk("Samira");
  const auto looks = service::Unlogged(desk.service()).accountability("2026-777").looks;
  REQUIRE_FALSE(looks.empty());
  CHECK(looks.back().seen.sight == Sight::refused);
  CHECK(looks.back().seen.name == "m-1042");  // as the provider knows them: a Noor of this team is somebody else
  CHECK(looks.back().seen.sureness == Sureness::signed_in);
  CHECK(noor.get("/noord/today").status == 200);
}

TEST_CASE("a seat outlives the server, and who is not known any more goes round by the provider again", "[web]") {
  SignedRoom room;
  auto noor = room.person();
  room.comes_in(noor);
  noor.get("/noord/sign-in");
  room.stop();
  room.serve();
  CHECK(noor.get("/noord/today").status == 200);
  CHECK_FALSE(noor.get("/").has("Wijkteam"));
  CHECK(where(noor.get("/zuid/today")) == "/zuid/join");
  CHECK(where(room.comes_in(noor)) == "/");
  // Under a new session the old seat is given anew.
  CHECK(where(noor.get("/noord/today")) == "/noord/sign-in?back=%2Ftoday");
  CHECK(where(noor.get("/noord/sign-in?back=%2Ftoday")) == "/noord/today");
}

}  // namespace casus::test
