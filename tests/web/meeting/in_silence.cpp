// SPDX-License-Identifier: EUPL-1.2
#include "core/service/unlogged.hpp"
#include "tests/web/meeting/meeting_room.hpp"

namespace casus::test {

TEST_CASE("what is written in silence is in no page and no stream but the writer's own, until it opens", "[web]") {
  MeetingRoom room;
  auto noor = room.phone("Noor");
  auto ria = room.phone("Ria");
  auto daan = room.phone("Daan");
  room.laptop_->get("/lead");
  room.laptop_->submit("ready", {{"do", "ready"}});
  room.laptop_->get("/lead");
  room.take("id=\"take-");
  Say clear{{.kind = "check", .text = "De vraag is duidelijk", .answer = Answer::yes}};
  for (int steps = 0; steps < 12 && !noor.get("/mine").has("Niemand ziet dit voordat de stap klaar is"); ++steps)
    if (room.go_on().status == 422) room.does("2026-002", "Samira", clear);
  REQUIRE(noor.page().has("Niemand ziet dit voordat de stap klaar is"));
  // A score would be seen at once, and is refused here: none is asked for.
  CHECK_FALSE(noor.page().has("id=\"do-case-score\""));
  CHECK_FALSE(room.laptop_->get("/lead").has("id=\"do-case-score\""));
  Wire stream(room.port);
  stream.send(ria.request("GET", "/live?of=2026-03-02&since=x"));
  REQUIRE(stream.reads("data: "));
  auto got = noor.submit("say", {{"do", "say"}, {"text", "Vraag de buurvrouw Kwinkslag"}});
  CHECK(got.status == 303);
  CHECK(noor.get("/mine").has("Kwinkslag"));
  CHECK(noor.page().has("dit zie jij nog alleen"));
  const auto nobody_sees = [&] {
    for (auto* who : {&ria, &daan, &*room.laptop_})
      for (const auto* path : {"/mine", "/lead", "/screen"}) {
        INFO(path);
        const auto page = who->get(path);
        CHECK_FALSE(page.has("Kwinkslag"));
      }
    CHECK(stream.read_all(std::chrono::milliseconds(300)).find("Kwinkslag") == std::string::npos);
  };
  nobody_sees();
  // Its number can be guessed: who tries to change it sees nothing, changes nothing, and stands in the log.
  const auto& own = noor.get("/mine").body;
  const auto at = own.find("id=\"mend-b") + 9;
  const auto ref = own.substr(at, own.find('-', at) - at);
  const auto refusals = [&] {
    auto it = room.desk("Samira");
    int count = 0;
    for (const auto& one : service::Unlogged(it.service()).accountability("2026-002").looks)
      count += one.seen.sight == Sight::refused && one.seen.name == "Ria" ? 1 : 0;
    return count;
  };
  REQUIRE(refusals() == 0);
  ria.get("/mine");
  for (const auto* what : {"correct", "withdraw"}) {
    const auto tried = ria.post("/mine", {{"do", what}, {"ref", ref}, {"text", "Anders"}});
    CHECK(tried.status == 422);
    CHECK_FALSE(tried.has("Kwinkslag"));
  }
  CHECK(refusals() == 2);
  CHECK(noor.get("/mine").has("Kwinkslag"));
  CHECK(ria.get("/mine").has("1 bijdrage is geschreven"));
  // What she wrote is hers on another run of the server too, and still of nobody else.
  room.stop();
  room.serve();
  CHECK(noor.get("/mine").has("Kwinkslag"));
  for (auto* who : {&ria, &daan, &*room.laptop_}) CHECK_FALSE(who->get("/mine").has("Kwinkslag"));
  room.go_on();
  for (auto* who : {&ria, &daan, &*room.laptop_}) CHECK(who->get("/mine").has("Kwinkslag"));
}

TEST_CASE("a stream tells that there is something new, and says nothing of what it is", "[web]") {
  MeetingRoom room;
  auto noor = room.phone("Noor");
  auto daan = room.phone("Daan");
  room.go_on();
  daan.get("/mine");
  const auto version = value_behind(daan.page().body, "data-version", "data-version");
  REQUIRE_FALSE(version.empty());
  Wire stream(room.port);
  stream.send(daan.request("GET", "/live?of=2026-03-02&since=" + version));
  REQUIRE(stream.reads("retry: 1000\n\n"));
  noor.get("/mine");
  noor.submit("say", {{"do", "say"}, {"text", "Geheim woord?"}});
  REQUIRE(stream.reads("data: 2026-03-02_"));
  CHECK(stream.read_so_far().find("Geheim") == std::string::npos);
  // Who was away is told at once.
  Wire late(room.port);
  late.send(daan.request("GET", "/live?of=2026-03-02&since=" + version));
  CHECK(late.reads("data: 2026-03-02_", std::chrono::seconds(2)));
  // Another program on the same store: the command line.
  room.does("2026-001", "Daan", RaiseConcern{"Er klopt iets niet"});
  CHECK(stream.reads("data: 2026-03-02_", std::chrono::seconds(4)));
  // Nobody listens without being somebody.
  Wire stranger(room.port);
  stranger.send(room.browser().request("GET", "/live?of=2026-03-02"));
  CHECK(stranger.answer().status == 403);
}

TEST_CASE("after the meeting nothing can be said, and drafts go", "[web]") {
  MeetingRoom room;
  auto noor = room.phone("Noor");
  noor.get("/mine");
  CHECK(value_behind(noor.page().body, "data-version", "data-keep").starts_with("2026-03-02 "));
  room.laptop_->get("/lead");
  CHECK(room.laptop_->submit("finish", {{"do", "finish"}}).status == 303);
  CHECK(noor.get("/mine").has("Het overleg is afgelopen"));
  CHECK_FALSE(noor.page().has("Lees het verslag"));
  // Who is at work finds the minutes, with no other meeting to go to.
  CHECK(room.laptop_->get("/lead").has("/do/meeting/minutes?date=2026-03-02"));
  noor.get("/mine");
  CHECK(value_behind(noor.page().body, "data-version", "data-keep").empty());
  CHECK(noor.post("/mine", {{"do", "say"}, {"text", "Nog iets"}}).status != 303);
  // The code is none any more.
  auto late = room.browser();
  late.get("/join");
  CHECK(late.submit("join-form", {{"code", "ABCDEF"}}).status == 403);
}

}  // namespace casus::test
