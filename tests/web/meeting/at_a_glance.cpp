// SPDX-License-Identifier: EUPL-1.2
// What a screen, a phone and the page of who leads say at first sight, and the meeting of another day.
#include "tests/web/meeting/meeting_room.hpp"
#include "tests/web/short_round_page.hpp"

namespace casus::test {
namespace {

std::size_t times_in(const std::string& page, std::string_view what) {
  std::size_t count = 0;
  for (auto at = page.find(what); at != std::string::npos; at = page.find(what, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("who comes late finds the code on the screen above what is as long as the day", "[web]") {
  MeetingRoom room;
  room.phone("Noor");
  const auto screen = room.screen_of(room.laptop_);
  const auto code = screen.find("class=\"code\"");
  REQUIRE(code != std::string::npos);
  CHECK(code < screen.find("class=\"agenda\""));
  CHECK(screen.find("class=\"agenda\"") < screen.find("Met eigen toestel"));
}

TEST_CASE("a point without a case is named on every page, and not that there is none", "[web]") {
  PageRoom room;
  AddItem opening;
  opening.because = "Opening";
  opening.minutes = 5;
  opening.before = "2026-001";
  room.meets(room.day(), opening);
  room.begin_meeting();
  room.laptop_ = room.laptop();
  auto noor = room.phone("Noor");
  CHECK(noor.get("/mine").has("Er ligt nu geen casus op tafel."));
  room.meets(room.day(), TakeItem{"i3", {}});
  for (const auto* path : {"/lead", "/screen"}) {
    INFO(path);
    CHECK(room.laptop_->get(path).has("<p class=\"title\">Nu: Opening</p>"));
    CHECK_FALSE(room.laptop_->page().has("Er ligt nu geen casus op tafel."));
  }
  CHECK(noor.get("/mine").has("<p class=\"title\">Nu: Opening</p>"));
}

TEST_CASE("in a new step nobody reads that nothing was said yet when something was, in a step before", "[web]") {
  ShortRoundPage room;
  CHECK(room.laptop_->get("/lead").has("Er is nog niets gezegd."));
  Say said;
  said.kind = "fact";
  said.text = "Zij belt elke week met haar zus";
  room.does("2026-003", "Noor", said);
  CHECK_FALSE(room.laptop_->get("/lead").has("nog niets gezegd"));
  const bool soft = room.laptop_->page().has("id=\"next-because\"");
  REQUIRE(room.laptop_->submit(soft ? "next-because" : "next", {{"do", "next"}, {"because", "Omdat het kan"}}).status ==
          303);
  for (const auto* path : {"/lead", "/screen"}) {
    INFO(path);
    CHECK(room.laptop_->get(path).has("In deze stap is nog niets gezegd."));
    CHECK_FALSE(room.laptop_->page().has("Er is nog niets gezegd."));
  }
}

TEST_CASE("who waits at the door stands above the phones that are in, which are folded", "[web]") {
  PageRoom room;
  room.begin_meeting({"Samira", "Noor", "Daan"});
  room.laptop_ = room.laptop();
  CHECK(room.laptop_->get("/lead").has("Nog niemand doet mee met een eigen toestel."));
  auto noor = room.phone("Noor");
  auto ria = room.phone("Ria");
  const auto page = room.laptop_->get("/lead").body;
  const auto folded = page.find("<details id=\"devices\">");
  REQUIRE(folded != std::string::npos);
  CHECK(page.find("Toestellen die meedoen: 1") > folded);
  CHECK(page.find("Meld het toestel van Noor af") > folded);
  CHECK(page.find("Ria is er") < folded);
  CHECK(page.find("Meld het toestel van Ria af") < folded);
  room.laptop_->post("/lead", {{"do", "arrive"}, {"name", "Ria"}});
  const auto after = room.laptop_->get("/lead").body;
  CHECK(after.find("Toestellen die meedoen: 2") != std::string::npos);
  CHECK(after.find("Meld het toestel van Ria af") > after.find("<details id=\"devices\">"));
}

// A page that is put anew opens what was open by its id.
TEST_CASE("whatever is folded on a page that is put anew has an id of its own", "[web]") {
  ShortRoundPage room;
  auto noor = room.phone("Noor");
  for (auto* who : {&*room.laptop_, &noor}) {
    const auto page = who->get(who == &noor ? "/mine" : "/lead").body;
    INFO(page);
    CHECK(times_in(page, "<details") == times_in(page, "<details id=\""));
    CHECK(times_in(page, "id=\"do-case-score-more\"") == 1);
  }
}

TEST_CASE("what stands in the form to mend one's words is no draft until it is other words", "[web][mending]") {
  MeetingRoom room;
  room.go_on();
  auto noor = room.phone("Noor");
  noor.get("/mine");
  REQUIRE(noor.submit("say", {{"do", "say"}, {"text", "Hoe komt zij weer op de mrkt?"}}).status == 303);
  const auto page = noor.get("/mine");
  CHECK(page.has("data-draft=\"2026-001 mend b1\" data-stands"));
  // What comes back was typed.
  const auto back = noor.submit("mend-b1", {{"do", "correct"}, {"text", ""}});
  CHECK(back.status == 422);
  CHECK(back.has("data-draft=\"2026-001 mend b1\""));
  CHECK_FALSE(back.has("data-stands"));
}

TEST_CASE("who works at an own computer turns to the meeting of another day and back; a phone of this one does not",
          "[web]") {
  PageRoom room;
  room.plan("2026-03-09");
  room.begin_meeting();
  room.laptop_ = room.laptop();
  auto phone = room.phone("Samira");
  const std::string now = "Overleg van maandag 2 maart 2026";
  const std::string next = "Overleg van maandag 9 maart 2026";
  const auto is_at = [](Browser& who, const std::string& day) { return who.get("/lead").has("<h1>" + day + "</h1>"); };
  REQUIRE(is_at(*room.laptop_, now));
  const auto code = room.code();
  room.laptop_->get("/lead");
  CHECK(where(room.laptop_->submit("turn-2026-03-09", {{"do", "turn"}})) == "/lead");
  CHECK(is_at(*room.laptop_, next));
  CHECK(room.laptop_->page().has("Het overleg is nog niet begonnen."));
  CHECK(room.laptop_->page().has("id=\"turn-2026-03-02\""));
  // There is one code: a screen that was turned away shows none, and that of today lets in still.
  CHECK_FALSE(room.laptop_->get("/screen").has("class=\"code\""));
  auto noor = room.browser();
  noor.get("/join");
  noor.submit("join-form", {{"code", code}});
  CHECK(noor.submit("name-form", {{"name", "Noor"}}).status == 303);
  CHECK(noor.get("/mine").has("Er ligt nu geen casus op tafel."));
  // The phone came in by the code of today.
  CHECK(is_at(phone, now));
  CHECK_FALSE(phone.page().has("id=\"turn-"));
  phone.post("/lead", {{"do", "turn"}, {"day", "2026-03-09"}});
  CHECK(is_at(phone, now));
  // A day without a meeting is none.
  room.laptop_->get("/lead");
  room.laptop_->post("/lead", {{"do", "turn"}, {"day", "2026-03-16"}});
  CHECK(is_at(*room.laptop_, next));
  CHECK(where(room.laptop_->submit("turn-2026-03-02", {{"do", "turn"}})) == "/lead");
  CHECK(is_at(*room.laptop_, now));
  CHECK(room.code() == code);
}

TEST_CASE("a line turns to the meeting of another day as its button does, also to one that was planned meanwhile",
          "[web]") {
  PageRoom room;
  room.begin_meeting();
  room.laptop_ = room.laptop();
  auto phone = room.phone("Samira");
  CHECK_FALSE(room.laptop_->get("/lead").has("id=\"turn-"));
  CHECK(room.laptop_->submit("line-form", {{"do", "line"}, {"line", "ander"}}).has("er is geen ander overleg"));
  room.plan("2026-03-09");
  CHECK(room.laptop_->get("/lead").has("id=\"turn-2026-03-09\""));
  CHECK(where(room.laptop_->submit("line-form", {{"do", "line"}, {"line", "ander"}})) == "/lead");
  CHECK(room.laptop_->get("/lead").has("<h1>Overleg van maandag 9 maart 2026</h1>"));
  CHECK_FALSE(room.laptop_->get("/screen").has("class=\"code\""));
  // A phone came by the code of today.
  phone.get("/lead");
  const auto stays = phone.submit("line-form", {{"do", "line"}, {"line", "ander"}});
  CHECK(stays.has("er is geen ander overleg"));
  CHECK(phone.get("/lead").has("<h1>Overleg van maandag 2 maart 2026</h1>"));
}

TEST_CASE("before the first step every page says in a sentence that the case has not begun", "[web]") {
  PageRoom room;
  room.begin_meeting();
  room.laptop_ = room.laptop();
  auto noor = room.phone("Noor");
  room.laptop_->get("/lead");
  REQUIRE(room.laptop_->post("/lead", {{"do", "take"}, {"item", "2026-001"}}).status == 303);
  const auto says_so = [](Browser& who, const char* path) {
    INFO(path);
    CHECK(who.get(path).has("<p>De bespreking is nog niet begonnen.</p>"));
    CHECK_FALSE(who.page().has("<p>intake</p>"));
  };
  says_so(*room.laptop_, "/lead");
  says_so(*room.laptop_, "/screen");
  says_so(noor, "/mine");
}

TEST_CASE("a wall without a script is asked for anew by itself; who sits at a page asks when they want to", "[web]") {
  PageRoom room;
  room.begin_meeting();
  room.laptop_ = room.laptop();
  const std::string renews = "<noscript><meta http-equiv=\"refresh\"", asks = "komt hier niet vanzelf bij";
  CHECK(room.laptop_->get("/screen").has(renews));
  CHECK_FALSE(room.laptop_->page().has(asks));
  CHECK_FALSE(room.laptop_->get("/lead").has(renews));
  CHECK(room.laptop_->page().has(asks));
}

TEST_CASE("a case that is only kept says so on a phone too, and asks for nothing there that would be refused",
          "[web][rights]") {
  ShortRoundPage room;
  auto noor = room.phone("Noor");
  REQUIRE(noor.get("/mine").has("id=\"say\""));
  REQUIRE(noor.submit("say", {{"do", "say"}, {"text", "Zij belt elke week"}}).status == 303);
  REQUIRE(noor.get("/mine").has("id=\"mend-b1\""));
  room.does("2026-003", "Noor", AskRight{Right::restriction, "Laat het nu rusten", {}, {}, {}});
  const auto page = noor.get("/mine");
  CHECK(page.has("Tot er antwoord is, bewaren we deze casus alleen."));
  CHECK_FALSE(page.has("id=\"say\""));
  CHECK_FALSE(page.has("id=\"do-case-score\""));
  CHECK(page.has("Zij belt elke week"));
  CHECK_FALSE(page.has("id=\"mend-b1\""));
  CHECK(page.has("id=\"danger-form\""));  // that may always be told
  const auto lead = room.laptop_->get("/lead");
  CHECK(lead.has("Tot er antwoord is, bewaren we deze casus alleen."));
  for (const auto* form : {"write-form", "goal-form", "action-form", "mend-choose", "do-case-score"}) {
    INFO(form);
    CHECK_FALSE(lead.has("id=\"" + std::string(form) + "\""));
  }
  CHECK(lead.has("id=\"do-case-tell\""));
}

TEST_CASE("on paper stands no code that lets somebody in", "[web]") {
  PageRoom room;
  room.begin_meeting();
  const auto screen = room.screen_of(room.laptop_);
  const auto code = screen.find("class=\"code\"");
  REQUIRE(code != std::string::npos);
  CHECK(screen.rfind("<section class=\"no-print\">", code) > screen.rfind("data-part", code));
}

}  // namespace casus::test
