// SPDX-License-Identifier: EUPL-1.2
// A form of a meeting that is sent when the table went on, or that cannot be done: what was typed is kept, or stands on
// the page that comes back with why.
#include "core/service/unlogged.hpp"
#include "tests/web/page_room.hpp"

namespace casus::test {
namespace {

struct OldFormRoom : PageRoom {
  explicit OldFormRoom(const std::string& case_id) {
    begin_meeting();
    laptop_ = laptop();
    laptop_->get("/lead");
    REQUIRE(laptop_->post("/lead", {{"do", "take"}, {"item", case_id}}).status == 303);
  }
  Got go_on() {
    laptop_->get("/lead");
    const bool soft = laptop_->page().has("id=\"next-because\"");
    auto got = laptop_->submit(soft ? "next-because" : "next", {{"do", "next"}, {"because", "Omdat het kan"}});
    laptop_->get("/lead");
    return got;
  }
  /// Until what this one writes in the second case is seen by nobody else.
  void goes_on_to_silence(Browser& who) {
    Say clear{{.kind = "check", .text = "De vraag is duidelijk", .answer = Answer::yes}};
    for (int steps = 0; steps < 12 && !who.get("/mine").has("Niemand ziet dit voordat de stap klaar is"); ++steps)
      if (go_on().status == 422) does("2026-002", "Samira", clear);
    REQUIRE(who.page().has("name=\"unseen\""));
  }
  std::size_t said(const std::string& id, const std::string& words) {
    auto it = desk("Samira");
    std::size_t count = 0;
    for (const auto& event : service::Unlogged(it.service()).history(id))
      if (const auto* one = std::get_if<Contributed>(&event.body)) count += one->text == words ? 1 : 0;
    return count;
  }
};

const std::string kTooLong(10'001, 'a');

}  // namespace

TEST_CASE("what was written unseen is not read by all because it was sent when the step was over", "[web]") {
  OldFormRoom room("2026-002");
  auto noor = room.phone("Noor");
  auto ria = room.phone("Ria");
  room.goes_on_to_silence(noor);
  const std::string words = "Vraag de buurvrouw Kwinkslag";
  ria.get("/mine");
  REQUIRE(ria.submit("say", {{"do", "say"}, {"text", "Begin bij de markt"}}).status == 303);
  // The chair goes on while she writes: her page is the old one.
  for (int steps = 0; steps < 3 && ria.get("/mine").has("name=\"unseen\""); ++steps) room.go_on();
  REQUIRE_FALSE(ria.page().has("name=\"unseen\""));
  const auto sent = noor.submit("say", {{"do", "say"}, {"text", words}});
  CHECK(sent.status == 422);
  CHECK(sent.has("leest iedereen meteen"));
  CHECK(sent.has(">" + words + "</textarea>"));
  CHECK_FALSE(ria.get("/mine").has("Kwinkslag"));
  CHECK(room.said("2026-002", words) == 0);
}

TEST_CASE("danger in words that nobody sees yet can be told at once, by who wrote them and nobody else",
          "[web][R14][privacy]") {
  OldFormRoom room("2026-002");
  auto noor = room.phone("Noor");
  auto ria = room.phone("Ria");
  room.goes_on_to_silence(noor);
  REQUIRE(noor.submit("say", {{"do", "say"}, {"text", "De kinderen worden geslagen door vader"}}).status == 303);
  for (auto* who : {&ria, &*room.laptop_})
    for (const auto* path : {"/mine", "/lead"}) CHECK_FALSE(who->get(path).has("id=\"worry\""));
  REQUIRE(noor.get("/mine").has("id=\"worry\""));
  CHECK(noor.page().has("leest niemand voordat de stap klaar is"));
  CHECK(noor.submit("worry", {{"do", "acute"}}).status == 303);
  CHECK(room.laptop_->get("/lead").has("Noor meldde: De kinderen worden geslagen door vader"));
}

TEST_CASE("whoever wrote unseen words of danger down for another is not offered to report them",
          "[web][R14][privacy]") {
  OldFormRoom room("2026-002");
  auto noor = room.phone("Noor");
  room.goes_on_to_silence(noor);
  auto& laptop = *room.laptop_;
  laptop.get("/lead");
  const std::string words = "De kinderen worden geslagen door vader";
  REQUIRE(laptop.submit("write-form", {{"do", "say"}, {"name", "Noor"}, {"kind", "advice"}, {"text", words}}).status ==
          303);
  REQUIRE(room.said("2026-002", words) == 1);
  for (const auto* path : {"/lead", "/mine"}) {
    CHECK_FALSE(laptop.get(path).has("id=\"worry\""));
    CHECK_FALSE(laptop.page().has(words));
  }
}

TEST_CASE("words of who got up from the table meanwhile stand on the page that comes back", "[web]") {
  OldFormRoom room("2026-001");
  room.go_on();
  auto daan = room.phone("Daan");
  REQUIRE(daan.get("/mine").has("id=\"say\""));
  room.does("2026-001", "Samira", RemoveParticipant{{.person = "Daan", .for_now = true}});
  const auto sent = daan.submit("say", {{"do", "say"}, {"text", "Zij slaapt slecht sinds juni"}});
  CHECK(sent.status == 422);
  CHECK(sent.has("Wat je typte, staat hieronder"));
  CHECK(sent.has(">Zij slaapt slecht sinds juni</textarea>"));
  CHECK(sent.has("data-stays"));
  CHECK(room.said("2026-001", "Zij slaapt slecht sinds juni") == 0);
  // Once: where a field has the words already they do not come a second time.
  CHECK(sent.body.find("Zij slaapt slecht sinds juni") == sent.body.rfind("Zij slaapt slecht sinds juni"));
}

TEST_CASE("a text that is too long is refused with its limit, and stands in its field again", "[web]") {
  OldFormRoom room("2026-001");
  room.go_on();
  auto noor = room.phone("Noor");
  const auto stands = ">" + kTooLong + "</textarea>";
  noor.get("/mine");
  auto sent = noor.submit("say", {{"do", "say"}, {"text", kTooLong}});
  CHECK(sent.status == 422);
  CHECK(sent.has(stands));
  noor.get("/mine");
  sent = noor.submit("danger-form", {{"do", "acute"}, {"text", kTooLong}});
  CHECK(sent.status == 422);
  CHECK(sent.has(stands));
  room.does("2026-001", "Noor", RaiseAcute{"Hij staat voor de deur"});
  room.laptop_->get("/lead");
  sent = room.laptop_->submit("handled", {{"do", "handled"}, {"text", kTooLong}});
  CHECK(sent.status == 422);
  CHECK(sent.has(stands));
  for (const auto* words : {"", "   "}) {
    room.laptop_->get("/lead");
    CHECK(room.laptop_->submit("handled", {{"do", "handled"}, {"text", words}}).status == 422);
  }
  CHECK(room.laptop_->get("/lead").has("class=\"danger-now\""));
}

TEST_CASE("danger from a phone that is too long to keep between cases is given back", "[web][R14]") {
  OldFormRoom room("2026-001");
  auto noor = room.phone("Noor");
  room.laptop_->get("/lead");
  REQUIRE(room.laptop_->post("/lead", {{"do", "ready"}}).status == 303);
  noor.get("/mine");
  const auto sent = noor.submit("danger-form", {{"do", "acute"}, {"text", kTooLong}, {"case", "2026-001"}});
  CHECK(sent.status == 422);
  CHECK(sent.has(">" + kTooLong + "</textarea>"));
}

TEST_CASE("a form that is sent again to a server that was started anew is done once", "[web]") {
  OldFormRoom room("2026-001");
  room.go_on();
  auto noor = room.phone("Noor");
  noor.get("/mine");
  const std::vector<std::pair<std::string, std::string>> sent{
      {"do", "say"}, {"kind", "question"}, {"text", "Wie komt er op woensdag?"}, {"command", "press-1"}};
  CHECK(noor.post("/mine", sent).status == 303);
  room.stop();
  room.serve();
  noor.get("/mine");
  CHECK(noor.post("/mine", sent).status == 303);
  CHECK(room.said("2026-001", "Wie komt er op woensdag?") == 1);
}

}  // namespace casus::test
