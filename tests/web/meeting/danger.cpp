// SPDX-License-Identifier: EUPL-1.2
// Danger is told from every phone whatever is on the table, and each question about it has a form.
#include "core/service/unlogged.hpp"
#include "tests/web/page_room.hpp"

namespace casus::test {
namespace {

constexpr const char* kWords = "hij staat voor de deur";

/// A meeting that has begun, with no case on the table; Noor has a phone.
struct BetweenRoom : PageRoom {
  BetweenRoom() {
    begin_meeting();
    laptop_ = laptop();
  }

  std::vector<std::string> aside() {
    std::vector<std::string> all;
    for (const auto& one : desk("Samira").meetings().aside(day())) all.push_back(one.line.kept.text);
    return all;
  }
  Safety safety(const std::string& id) {
    auto it = desk("Samira");
    const auto state = service::Unlogged(it.service()).readable(id);
    return state->stage.safety;
  }
  void takes(const std::string& id) {
    laptop_->get("/lead");
    REQUIRE(laptop_->post("/lead", {{"do", "take"}, {"item", id}}).status == 303);
  }
  /// The form of the page that asks about which case a report is.
  static std::string asks_in(const Got& page) {
    const auto end = page.body.find("-which\"");
    if (end == std::string::npos) return {};
    const auto from = page.body.rfind("id=\"", end) + 4;
    return page.body.substr(from, end + 6 - from);
  }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("danger told from a phone between cases is in the case that is chosen, and on every page", "[web][R14]") {
  BetweenRoom room;
  auto noor = room.phone("Noor");
  auto page = noor.get("/mine");
  REQUIRE(page.has("id=\"danger-form\""));
  REQUIRE(page.has("Over welke casus gaat dit?"));
  CHECK(page.has("Bel eerst 112"));
  CHECK(noor.submit("danger-form", {{"do", "acute"}, {"text", kWords}, {"case", "2026-001"}}).status == 303);
  CHECK(noor.get("/mine").has("Dit staat nu bij casus 2026-001"));
  CHECK(room.safety("2026-001") == Safety::acute);
  CHECK(room.safety("2026-002") == Safety::clear);
  CHECK(room.aside() == Lines{});
  // Who leads sees it on the agenda, and the words in the case alone.
  page = room.laptop_->get("/lead");
  CHECK(page.has("Gevaar gemeld"));
  CHECK_FALSE(page.has(kWords));
  room.takes("2026-001");
  CHECK(room.laptop_->get("/lead").has("class=\"danger-now\""));
}

TEST_CASE(
    "danger of which nobody said the case waits, is on the page of who leads at once, and is answered there or "
    "by who told it",
    "[web][R14]") {
  BetweenRoom room;
  auto noor = room.phone("Noor");
  room.laptop_->get("/lead");
  for (const bool by_chair : {false, true}) {
    CAPTURE(by_chair);
    const auto* what = by_chair ? "concern" : "acute";
    const std::string told = std::string(by_chair ? "zorg" : "gevaar") + " Noor: " + kWords;
    noor.get("/mine");
    REQUIRE(noor.submit("danger-form", {{"do", what}, {"text", kWords}, {"case", ""}}).status == 303);
    CHECK(room.aside() == Lines{told});
    // Without a word typed there.
    auto page = room.laptop_->get("/lead");
    CHECK(page.has(kWords));
    CHECK(page.has("Gemeld door Noor."));
    REQUIRE_FALSE(BetweenRoom::asks_in(page).empty());
    // It is shown to nobody else, and nobody else answers it.
    auto ria = by_chair ? room.phone("Ria") : room.phone("Daan");
    page = ria.get("/mine");
    CHECK_FALSE(page.has(kWords));
    CHECK(ria.post("/mine", {{"do", what}, {"waits", told}, {"case", "2026-001"}}).status == 422);
    page = noor.get("/mine");
    CHECK(page.has("Deze melding staat nog bij geen casus"));
    auto& who = by_chair ? *room.laptop_ : noor;
    const auto form = BetweenRoom::asks_in(who.get(by_chair ? "/lead" : "/mine"));
    REQUIRE_FALSE(form.empty());
    // Without a case nothing is done, and it waits still.
    CHECK(who.submit(form, {{"do", what}, {"case", ""}}).status == 422);
    CHECK(room.aside() == Lines{told});
    who.get(by_chair ? "/lead" : "/mine");
    CHECK(who.submit(form, {{"do", what}, {"case", "2026-001"}}).status == 303);
    CHECK(room.aside() == Lines{});
    CHECK(room.safety("2026-001") == Safety::acute);
    CHECK_FALSE(noor.get("/mine").has("Deze melding staat nog bij geen casus"));
    CHECK_FALSE(room.laptop_->get("/lead").has("Gemeld door Noor."));
  }
}

TEST_CASE("danger in a case where somebody does not sit is kept all the same", "[web][R14]") {
  BetweenRoom room;
  auto ria = room.phone("Ria");
  ria.get("/mine");
  CHECK(ria.submit("danger-form", {{"do", "acute"}, {"text", kWords}, {"case", "2026-002"}}).status == 303);
  CHECK(ria.get("/mine").has("Je melding is bewaard"));
  CHECK(room.aside() == Lines{std::string("gevaar Ria: ") + kWords});
  CHECK(room.safety("2026-002") == Safety::clear);
  // A case that is on no agenda is none that can be chosen.
  ria.get("/mine");
  const auto other = ria.post("/mine", {{"do", "acute"}, {"text", "Iets anders"}, {"case", "2026-099"}});
  CHECK(other.status == 422);
  CHECK(other.has("Iets anders"));
}

TEST_CASE("danger told twice by one press is kept once, after a new start of the server too", "[web][R14]") {
  BetweenRoom room;
  auto noor = room.phone("Noor");
  noor.get("/mine");
  const std::vector<std::pair<std::string, std::string>> sent{
      {"do", "acute"}, {"text", kWords}, {"command", "twice-1"}};
  CHECK(noor.post("/mine", sent).status == 303);
  CHECK(noor.post("/mine", sent).status == 303);
  CHECK(room.aside().size() == 1);
  room.stop();
  room.serve();
  noor.get("/mine");
  CHECK(noor.post("/mine", sent).status == 303);
  CHECK(room.aside().size() == 1);
  // And whoever told it can still say which case it is about.
  const auto form = BetweenRoom::asks_in(noor.get("/mine"));
  REQUIRE_FALSE(form.empty());
  CHECK(noor.submit(form, {{"do", "acute"}, {"case", "2026-001"}}).status == 303);
  CHECK(room.safety("2026-001") == Safety::acute);
  CHECK(room.aside() == Lines{});
}

TEST_CASE("danger without words is asked for them, and what names its case goes there whatever is on the table by now",
          "[web][R14]") {
  BetweenRoom room;
  auto noor = room.phone("Noor");
  noor.get("/mine");
  const auto empty = noor.submit("danger-form", {{"do", "acute"}, {"text", "  "}, {"case", ""}});
  CHECK(empty.status == 422);
  CHECK(empty.has("schrijf eerst wat er aan de hand is"));
  CHECK(room.aside() == Lines{});
  noor.get("/mine");
  room.takes("2026-002");
  CHECK(noor.submit("danger-form", {{"do", "acute"}, {"text", kWords}, {"case", "2026-001"}}).status == 303);
  CHECK(room.safety("2026-001") == Safety::acute);
  CHECK(room.safety("2026-002") == Safety::clear);
}

TEST_CASE(
    "who leads reads what was reported of danger and by whom, who reported it reads it back, and nobody else does",
    "[web][R14]") {
  BetweenRoom room;
  room.takes("2026-001");
  auto noor = room.phone("Noor");
  auto ria = room.phone("Ria");
  noor.get("/mine");
  REQUIRE(noor.submit("danger-form", {{"do", "acute"}, {"text", kWords}}).status == 303);
  const auto told = std::string("Noor meldde: ") + kWords;
  CHECK(room.laptop_->get("/lead").has(told));
  CHECK(noor.get("/mine").has(told));
  CHECK(ria.get("/mine").has("class=\"danger-now\""));
  CHECK_FALSE(ria.page().has(kWords));
  CHECK(room.screen_of(room.laptop_).find(kWords) == std::string::npos);
  // Once it was handled it is in the history, and stands in nobody's way.
  room.laptop_->get("/lead");
  REQUIRE(room.laptop_->submit("handled", {{"do", "handled"}, {"text", "De politie is er"}}).status == 303);
  CHECK_FALSE(room.laptop_->get("/lead").has(told));
  CHECK_FALSE(noor.get("/mine").has(told));
}

TEST_CASE("who leads tells of danger by a form too, and in no other case than it was drawn for", "[web][R14]") {
  BetweenRoom room;
  auto& laptop = *room.laptop_;
  room.takes("2026-001");
  laptop.get("/lead");
  const auto late = laptop.post("/lead", {{"do", "acute"}, {"text", kWords}, {"at", "2026-002"}});
  CHECK(late.status == 403);
  CHECK(late.has("Dit is nog niet gemeld"));
  CHECK(late.has(kWords));
  CHECK(room.safety("2026-001") == Safety::clear);
  laptop.get("/lead");
  CHECK(laptop.submit("danger-form", {{"do", "acute"}, {"text", kWords}}).status == 303);
  CHECK(room.safety("2026-001") == Safety::acute);
  CHECK(laptop.get("/lead").has(std::string("Samira meldde: ") + kWords));
}

TEST_CASE("danger that was not kept comes back in no other case than it was typed for", "[web][R14][privacy]") {
  BetweenRoom room;
  room.takes("2026-001");
  auto laptop = *room.laptop_;
  laptop.behind("Sec-Fetch-Mode: navigate\r\n");
  laptop.get("/lead");
  const std::string too_long(10'001, 'a');
  const auto refused = laptop.submit("danger-form", {{"do", "acute"}, {"text", too_long}});
  REQUIRE(refused.status == 303);
  REQUIRE(laptop.get(where(refused)).status == 422);
  REQUIRE(laptop.page().has(too_long));
  room.laptop_->get("/lead");
  REQUIRE(room.laptop_->post("/lead", {{"do", "ready"}}).status == 303);
  room.takes("2026-002");
  // Without a script one goes back to it: the form of now is about another family.
  CHECK(laptop.get(where(refused)).status == 403);
  CHECK(laptop.page().has("Dit was bij 2026-001"));
  CHECK(laptop.page().has("Dit is nog niet gemeld"));
  CHECK_FALSE(laptop.page().has("id=\"danger-form\""));
  CHECK(room.safety("2026-002") == Safety::clear);
}

TEST_CASE("what was typed of danger comes back no more once that was told, by whichever of the two buttons",
          "[web][R14]") {
  BetweenRoom room;
  room.takes("2026-001");
  auto laptop = *room.laptop_;
  laptop.behind("Sec-Fetch-Mode: navigate\r\n");
  laptop.get("/lead");
  const std::string too_long(10'001, 'a');
  const auto refused = laptop.submit("danger-form", {{"do", "acute"}, {"text", too_long}});
  REQUIRE(refused.status == 303);
  REQUIRE(laptop.get(where(refused)).has(too_long));
  CHECK(laptop.submit("danger-form", {{"do", "concern"}, {"text", kWords}}).status == 303);
  CHECK(room.safety("2026-001") == Safety::concern);
  CHECK_FALSE(laptop.get(where(refused)).has(too_long));
}

}  // namespace casus::test
