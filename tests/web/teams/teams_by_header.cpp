// SPDX-License-Identifier: EUPL-1.2
// One server for several teams, where the proxy in front says with each request whom it signed in.
#include "core/service/unlogged.hpp"
#include "core/web/sign_in/admission.hpp"
#include "core/web/sign_in/gateway/settings.hpp"
#include "tests/web/many_room.hpp"

#include <string>

namespace casus::test {
namespace {

std::string signed_in_as(const std::string& person, const std::string& groups) {
  return "X-Remote-User: " + person + "\r\nX-Remote-Groups: " + groups + "\r\n";
}

struct HeaderRoom : ManyRoom {
  HeaderRoom() {
    auto it = zuid.desk("Samira");
    REQUIRE(it.service().handle(TeamCommand{{}, {}, RenameTeam{"Wijkteam Zuid"}, "Samira"}).done());
    socket_file = (noord.folder / "casus.sock").string();
    by_header.emplace();
    by_header->name = "Gemeente Voorbeeld";
    by_header->headers = {"x-remote-user", "x-remote-groups", ","};
    by_header->sign_out = "/uit?naar=%2F";
    by_header->groups = {{"noord", "Wijkteam Voorbeeld", web::Place::member},
                         {"zuid", "Wijkteam Zuid", web::Place::member}};
    by_header->people = {{"m-1042", "Noor"}};
    serve();
  }
  ~HeaderRoom() { stop(); }

  Browser signed_in(const std::string& groups) const {
    auto it = browser();
    it.behind(signed_in_as("m-1042", groups));
    return it;
  }
};

}  // namespace

TEST_CASE("whom the proxy signed in has a seat in each team of the table, as long as it says so", "[web]") {
  const HeaderRoom room;
  auto noor = room.signed_in("noord,zuid");
  const auto mine = noor.get("/");
  CHECK(mine.has("Wijkteam Voorbeeld"));
  CHECK(mine.has("href=\"/zuid/sign-in\""));
  CHECK_FALSE(mine.has("/oost"));
  CHECK(where(noor.get("/sign-in")) == "/");
  CHECK(where(noor.get("/zuid/cases")) == "/zuid/sign-in?back=%2Fcases");
  CHECK(where(noor.get("/zuid/sign-in?back=%2Fcases")) == "/zuid/cases");
  CHECK(noor.get("/zuid/cases").has("2026-777"));
  // In that group no more: at once.
  noor.behind(signed_in_as("m-1042", "noord"));
  CHECK(where(noor.get("/sign-in")) == "/noord/sign-in");
  CHECK_FALSE(noor.get("/").has("Zuid"));
  const auto sent = where(noor.get("/zuid/case/2026-777/dossier"));
  REQUIRE(sent.starts_with("/zuid/sign-in?back="));
  const auto refused = noor.get(sent);
  CHECK(refused.status == 403);
  CHECK(refused.has("in geen groep die bij Wijkteam Zuid hoort"));
  CHECK(refused.has("href=\"https://casus.example/\""));
  CHECK(noor.follow(noor.get("/noord/today")).status == 200);
}

TEST_CASE("who is in no group of a team by the proxy is in the log of the case that they ask for", "[web]") {
  HeaderRoom room;
  auto noor = room.signed_in("noord");
  CHECK(noor.follow(noor.get("/zuid/case/2026-777/dossier")).status == 403);
  auto desk = room.zuid.desk("Samira");
  const auto looks = service::Unlogged(desk.service()).accountability("2026-777").looks;
  REQUIRE_FALSE(looks.empty());
  CHECK(looks.back().seen.sight == Sight::refused);
  CHECK(looks.back().seen.name == "m-1042");
}

TEST_CASE("who is in no group of a team and sends a form to a case of it is in the log of that case", "[web]") {
  HeaderRoom room;
  auto noor = room.signed_in("noord");
  const auto kept = [&] {
    auto desk = room.zuid.desk("Samira");
    return service::Unlogged(desk.service()).accountability("2026-777").looks;
  };
  const auto before = kept().size();
  const std::string place = "/zuid/case/2026-777/do/case/say";
  noor.get("/zuid/sign-in");  // a page that has the secret of a form
  CHECK(noor.post(place, {{"kind", "fact"}, {"text", "Van elders"}}).status == 403);
  REQUIRE(kept().size() == before + 1);
  auto bare = room.signed_in("noord");
  CHECK(bare.post(place, {{"kind", "fact"}, {"text", "Van elders"}}).status == 403);
  REQUIRE(kept().size() == before + 2);
  CHECK(kept().back().seen.part == CasePart::typing);
  CHECK(kept().back().seen.name == "m-1042");
  // Of who has a place there nothing is kept: their form is only late.
  auto late = room.signed_in("zuid");
  late.post(place, {{"kind", "fact"}, {"text", "Te laat"}});
  CHECK(kept().size() == before + 2);
}

TEST_CASE("around the teams nobody is known without the headers, and signing out is done at the proxy", "[web]") {
  const HeaderRoom room;
  auto nobody = room.browser();
  const auto front = nobody.get("/");
  CHECK(front.status == 200);
  CHECK(front.has("Aanmelden bij Gemeente Voorbeeld"));
  CHECK_FALSE(front.has("Wijkteam"));
  const auto asked = nobody.get("/sign-in");
  CHECK(asked.status == 401);
  CHECK(asked.headers.contains("www-authenticate"));
  CHECK(nobody.follow(nobody.get("/zuid/today")).status == 401);
  CHECK(nobody.get("/zuid/join").status == 200);
  auto noor = room.signed_in("noord,zuid");
  REQUIRE(noor.follow(noor.get("/noord/today")).status == 200);
  CHECK(where(noor.submit("leave", {})) == "/noord/signed-out");
  // A path of the proxy is not below that of a team.
  CHECK(noor.get("/noord/signed-out").has("href=\"https://casus.example/uit?naar=%2F\""));
  CHECK(noor.get("/signed-out").has("href=\"/uit?naar=%2F\""));
}

}  // namespace casus::test
