// SPDX-License-Identifier: EUPL-1.2
#include "tests/web/echo.hpp"
#include "tests/web/page_room.hpp"

#include <fstream>
#include <iterator>

namespace casus::test {

TEST_CASE("somebody comes in with the code and a name that is expected, and nobody sees a name before", "[web]") {
  const PageRoom room;
  auto phone = room.browser();
  CHECK(phone.follow(phone.get("/")).has("id=\"join-form\""));
  CHECK_FALSE(phone.page().has("Noor"));
  auto got = phone.submit("join-form", {{"code", "ZZZZZZ"}});
  CHECK(got.status == 403);
  CHECK(got.has("Die code klopt niet"));
  CHECK_FALSE(got.has("Noor"));
  // As it is read out.
  auto code = room.code();
  for (auto& c : code) c = static_cast<char>(std::tolower(c));
  got = phone.submit("join-form", {{"code", code.substr(0, 3) + " " + code.substr(3)}});
  CHECK(got.status == 200);
  CHECK(got.has("value=\"Noor\""));
  got = phone.submit("name-form", {{"name", "Mallory"}});
  CHECK(got.status == 409);
  const auto before = phone.cookie();
  got = phone.submit("name-form", {{"name", "Noor"}});
  CHECK(got.status == 303);
  CHECK(got.headers.at("location") == "/mine");
  CHECK(phone.cookie() != before);
  CHECK(got.headers.at("set-cookie").find("HttpOnly; SameSite=Lax") != std::string::npos);
  CHECK(phone.get("/mine").has("Dag Noor"));
  // The name is taken now; and the screen shows who came in.
  auto other = room.browser();
  other.get("/join");
  other.submit("join-form", {{"code", room.code()}});
  CHECK(other.submit("name-form", {{"name", "Noor"}}).has("doet al mee met een ander toestel"));
  CHECK(room.screen_of(room.laptop_).find("<li>Noor</li>") != std::string::npos);
}

TEST_CASE("codes cannot be guessed from one address, and a code of yesterday is none", "[web]") {
  const PageRoom room;
  auto phone = room.browser();
  phone.get("/join");
  for (int i = 0; i < 10; ++i) CHECK(phone.submit("join-form", {{"code", "AAAAA" + std::to_string(i)}}).status == 403);
  CHECK(phone.submit("join-form", {{"code", room.code()}}).status == 429);
}

TEST_CASE("the link of the team's own computer works once, and only when its button is pressed", "[web]") {
  const PageRoom room;
  auto laptop = room.browser();
  const auto path = room.link.substr(room.link.find("/in/"));
  CHECK(laptop.get(path).has("Dag Samira"));
  CHECK(laptop.get(path).status == 200);
  CHECK(laptop.submit("link-form", {}).status == 303);
  CHECK(laptop.get("/devices").status == 200);
  auto other = room.browser();
  CHECK(other.get(path).status == 403);
  // A phone is not the team's own computer.
  room.laptop_ = laptop;
  auto phone = room.phone("Noor");
  CHECK(phone.get("/devices").status == 403);
}

TEST_CASE("a link of the team's own computer that nobody opened ends when the server starts anew", "[web]") {
  PageRoom room;
  const auto path_of = [&] { return room.link.substr(room.link.find("/in/")); };
  const auto unopened = path_of();
  CHECK(room.browser().get(unopened).status == 200);
  room.stop();
  room.serve();
  // Whoever reads the journal afterwards finds one link that may be worth something, and not one of each start.
  CHECK(room.browser().get(unopened).status == 403);
  auto laptop = room.browser();
  CHECK(laptop.get(path_of()).status == 200);
  CHECK(laptop.submit("link-form", {}).status == 303);
  CHECK(laptop.get("/devices").status == 200);
}

TEST_CASE("devices are listed and ended, and a link is made for a member of the team only", "[web]") {
  const PageRoom room;
  auto laptop = room.laptop();
  room.laptop_ = laptop;
  auto phone = room.phone("Noor");
  auto got = laptop.get("/devices");
  CHECK(got.has("Noor, bij het overleg van maandag 2 maart 2026"));
  got = laptop.submit("invite", {{"name", "Mallory"}});
  CHECK(got.status == 422);
  laptop.get("/devices");
  got = laptop.submit("invite", {{"name", "Ria"}});
  CHECK(got.has("/in/"));
  const auto at = got.body.find("<code>") + 6;
  const auto link = got.body.substr(at, got.body.find('<', at) - at);
  auto ria = room.browser();
  CHECK(ria.get(link.substr(link.find("/in/"))).has("Dag Ria"));
  CHECK(ria.submit("link-form", {}).status == 303);
  laptop.get("/devices");
  const auto form = laptop.page().body.substr(laptop.page().body.find("Noor, bij"));
  CHECK(laptop.post("/devices", {{"end", value_behind(form, "name=\"end\"")}}).status == 303);
  CHECK(phone.get("/mine").status == 303);
}

TEST_CASE("who left the team comes in no more, and who is called otherwise now still does", "[web]") {
  PageRoom room;
  auto ria = room.worker("Ria");
  auto noor = room.worker("Noor");
  CHECK(ria.get("/today").status == 200);
  const auto tells = [&](TeamBody body) {
    const auto answer = room.desk("Samira").service().handle(TeamCommand{{}, {}, std::move(body), "Samira"});
    REQUIRE(answer.done());
  };
  tells(RenameMember{{"Noor", "Noor Bakker", ""}});
  tells(LeaveTeam{{"Ria"}});
  CHECK(ria.get("/today").status == 303);
  CHECK(ria.get("/case/2026-001").status == 303);
  CHECK(noor.get("/today").has("Noor Bakker"));
  std::ifstream devices(room.at_store + ".devices");
  const std::string kept{std::istreambuf_iterator<char>(devices), {}};
  CHECK(kept.find("\"Noor\"") != std::string::npos);
  CHECK(kept.find("\"Ria\"") == std::string::npos);
}

TEST_CASE("the phone at a meeting of who left the team is put out, and says so in plain words", "[web]") {
  PageRoom room;
  room.begin_meeting();
  auto ria = room.phone("Ria");
  REQUIRE(ria.get("/mine").status == 200);
  REQUIRE(room.desk("Samira").service().handle(TeamCommand{{}, {}, LeaveTeam{{"Ria"}}, "Samira"}).done());
  // What only asks whether there is something new leaves the words for who looks.
  ria.behind("X-Live: 1\r\n");
  CHECK(ria.get("/mine").status == 403);
  ria.behind("");
  const auto got = ria.get("/mine");
  CHECK(got.status == 403);
  CHECK(got.has("Je hoort niet meer bij dit team."));
  CHECK(where(ria.get("/mine")) == "/join");
  std::ifstream devices(room.at_store + ".devices");
  const std::string kept{std::istreambuf_iterator<char>(devices), {}};
  CHECK(kept.find("\"Ria\"") == std::string::npos);
  // The code lets nobody in again under that name.
  auto again = room.browser();
  again.get("/join");
  const auto names = again.submit("join-form", {{"code", room.code()}});
  CHECK(names.has(">Daan<"));
  CHECK_FALSE(names.has(">Ria<"));
}

TEST_CASE("who left the team is in no list of devices, without asking for a page again", "[web]") {
  PageRoom room;
  auto laptop = room.laptop();
  room.laptop_ = laptop;
  auto ria = room.worker("Ria");
  auto noor = room.worker("Noor");
  CHECK(ria.get("/today").status == 200);
  laptop.get("/devices");
  laptop.submit("invite", {{"name", "Ria"}});
  CHECK(laptop.get("/devices").has("Ria, "));
  const auto tells = [&](TeamBody body) {
    const auto answer = room.desk("Samira").service().handle(TeamCommand{{}, {}, std::move(body), "Samira"});
    REQUIRE(answer.done());
  };
  tells(RenameMember{{"Noor", "Noor Bakker", ""}});
  tells(LeaveTeam{{"Ria"}});
  const auto page = laptop.get("/devices");
  CHECK_FALSE(page.has("Ria"));
  CHECK(page.has("Noor Bakker"));
  std::ifstream devices(room.at_store + ".devices");
  const std::string kept{std::istreambuf_iterator<char>(devices), {}};
  CHECK(kept.find("\"Ria\"") == std::string::npos);
}

TEST_CASE("who comes to be called as somebody who left is not them, though they were never seen again", "[web]") {
  PageRoom room;
  room.laptop_ = room.laptop();
  auto ria = room.worker("Ria");
  REQUIRE(ria.get("/today").status == 200);
  room.laptop_->get("/devices");
  const auto invited = room.laptop_->submit("invite", {{"name", "Ria"}});
  const auto from = invited.body.find("/in/", invited.body.find("<code>"));
  REQUIRE(from != std::string::npos);
  const auto unopened = invited.body.substr(from, invited.body.find('<', from) - from);
  CHECK(room.browser().get(unopened).status == 200);
  const auto tells = [&](TeamBody body) {
    REQUIRE(room.desk("Samira").service().handle(TeamCommand{{}, {}, std::move(body), "Samira"}).done());
  };
  tells(LeaveTeam{{"Ria"}});
  CHECK(comes_true([&] {
    std::ifstream devices(room.at_store + ".devices");
    const std::string kept{std::istreambuf_iterator<char>(devices), {}};
    return kept.find("\"Ria\"") == std::string::npos;
  }));
  tells(AddMember{{"Ria", ""}});
  CHECK(ria.get("/today").status == 303);
  CHECK(room.browser().get(unopened).status == 403);
}

TEST_CASE("a form that came from elsewhere is not done", "[web]") {
  const PageRoom room;
  auto phone = room.phone("Noor");
  phone.get("/mine");
  CHECK(phone.post("/leave", {{"token", "forged"}}).status == 403);
  CHECK(phone.post("/leave", {{"token", ""}}).status == 403);
  const auto send = [&](const std::string& headers, const std::string& body) {
    Wire wire(room.port);
    wire.send("POST /leave HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(room.port) + "\r\nCookie: casus=" +
              phone.cookie() + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + headers + "\r\n" + body);
    return wire.answer().status;
  };
  phone.get("/mine");
  const auto right = "token=" + value_behind(phone.page().body, "name=\"token\"");
  const std::string form = "Content-Type: application/x-www-form-urlencoded\r\n";
  CHECK(send(form + "Sec-Fetch-Site: cross-site\r\n", right) == 403);
  CHECK(send(form + "Origin: http://elsewhere.example\r\n", right) == 403);
  CHECK(send("Content-Type: text/plain\r\n", right) == 415);
  CHECK(phone.get("/mine").status == 200);
  CHECK(send(form, right) == 303);
  CHECK(phone.get("/mine").status == 303);
}

TEST_CASE("a form that was left open overnight is not done, and gives back what was typed in it", "[web]") {
  PageRoom room;
  auto noor = room.worker("Noor");
  noor.get("/case/2026-001/do/case/say");
  auto phone = room.phone("Daan");
  phone.get("/mine");
  room.clock.advance(std::chrono::hours(13));
  for (auto* who : {&noor, &phone}) {
    const auto got = who == &noor
                         ? who->submit("do-case-say", {{"kind", "fact"}, {"text", "Dit schreef ik <gisteravond>"}})
                         : who->post("/mine", {{"do", "say"}, {"text", "Dit schreef ik <gisteravond>"}});
    CHECK(got.status == 403);
    CHECK(got.has("Dit schreef ik &lt;gisteravond&gt;"));
    CHECK(got.has("niet meer aangemeld"));
  }
  // The same when the browser lost its cookie with the night.
  noor.forget();
  const auto lost = noor.post("/case/2026-001/do/case/say", {{"kind", "fact"}, {"text", "En dit ook"}});
  CHECK(lost.status == 403);
  CHECK(lost.has("En dit ook"));
  // A passphrase never comes back.
  noor.get("/enter");
  CHECK_FALSE(noor.post("/enter", {{"token", "forged"}, {"name", "Noor"}, {"passphrase", "vier woorden achter elkaar"}})
                  .has("vier woorden"));
}

}  // namespace casus::test
