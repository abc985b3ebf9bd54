// SPDX-License-Identifier: EUPL-1.2
// Who leads puts right or takes back what stands, and whoever sent something to the team takes that back.
#include "tests/web/short_round_page.hpp"

namespace casus::test {
namespace {

struct MendingRoom : ShortRoundPage {
  /// The form of the page of who leads, sent; the page after it.
  Got fills(const std::string& form, const std::vector<std::pair<std::string, std::string>>& fields) {
    laptop_->get("/lead");
    const auto got = laptop_->submit(form, fields);
    INFO(got.body);
    REQUIRE(got.status == 303);
    return laptop_->get("/lead");
  }
  /// What stands there is chosen, and given other words or none on the page that follows; the page after it.
  Got mends(const std::string& ref, const std::vector<std::pair<std::string, std::string>>& fields) {
    laptop_->get("/lead");
    const auto chosen = laptop_->submit("mend-choose", {{"do", "mend"}, {"ref", ref}});
    INFO(chosen.body);
    REQUIRE(chosen.status == 200);
    const auto got = laptop_->submit("mend-form", fields);
    INFO(got.body);
    REQUIRE(got.status == 303);
    return laptop_->get("/lead");
  }
  Team team() {
    auto it = desk("Samira");
    return *it.service().team();
  }
};

}  // namespace

TEST_CASE("what went to the team just now is taken back by a button or a word, wherever the table is meanwhile",
          "[web][mending]") {
  MendingRoom room;
  const std::vector<std::pair<std::string, std::string>> signal{{"text", "De wachttijd is een halfjaar"},
                                                                {"theme", "wachttijd"}};
  const std::vector<std::pair<std::string, std::string>> lesson{{"text", "Een vraag tegelijk"}, {"theme", "vragen"}};
  CHECK_FALSE(room.laptop_->get("/lead").has("id=\"noted-back\""));
  room.fills("do-case-signal", signal);
  room.laptop_->get("/lead");
  REQUIRE(room.laptop_->submit("ready", {{"do", "ready"}}).status == 303);
  REQUIRE(room.team().signals.size() == 1);
  auto page = room.fills("noted-back", {{"do", "noted back"}});
  CHECK(page.has("teruggenomen, ook bij het team: “De wachttijd is een halfjaar”"));
  CHECK_FALSE(page.has("id=\"noted-back\""));
  CHECK(room.team().signals.empty());
  // Between cases too.
  room.fills("do-case-learn", lesson);
  REQUIRE(room.team().learning.size() == 1);
  room.fills("noted-back", {{"do", "noted back"}});
  CHECK(room.team().learning.empty());
  room.fills("do-case-learn", lesson);
  room.types("ongedaan");
  CHECK(room.team().learning.empty());
  // With another case on the table, where nothing was done.
  room.fills("do-case-signal", signal);
  room.types("neem 2026-001");
  room.types("ongedaan");
  CHECK(room.team().signals.empty());
}

TEST_CASE("the button for what went to the team takes back that, and nothing that waits for an answer",
          "[web][mending]") {
  MendingRoom room;
  const std::string asked = "noro: Zij slaapt slecht";
  room.fills("do-case-signal", {{"text", "De wachttijd is een halfjaar"}, {"theme", "wachttijd"}});
  room.laptop_->get("/lead");
  REQUIRE(room.laptop_->submit("line-form", {{"do", "line"}, {"line", asked}}).status == 422);
  REQUIRE(room.laptop_->get("/lead").has(asked));
  const auto page = room.fills("noted-back", {{"do", "noted back"}});
  CHECK(room.team().signals.empty());
  CHECK(page.has("teruggenomen, ook bij het team: “De wachttijd is een halfjaar”"));
  CHECK(page.has("<p>" + asked + "</p>"));
  CHECK_FALSE(page.has("id=\"noted-back\""));
}

TEST_CASE("undo takes back no signal once something was done in the case that came on the table since",
          "[web][mending]") {
  MendingRoom room;
  room.fills("do-case-signal", {{"text", "De wachttijd is een halfjaar"}, {"theme", "wachttijd"}});
  room.laptop_->get("/lead");
  REQUIRE(room.laptop_->submit("ready", {{"do", "ready"}}).status == 303);
  room.types("neem 2026-001");
  room.does("2026-001", "Noor", RaiseConcern{"Zij is bang voor hem"});
  room.laptop_->get("/lead");
  room.laptop_->submit("line-form", {{"do", "line"}, {"line", "ongedaan"}});
  CHECK(room.team().signals.size() == 1);
}

TEST_CASE("a phone takes its own signal back, and nothing that others said since", "[web][mending]") {
  MendingRoom room;
  auto daan = room.phone("Daan");
  daan.get("/mine");
  REQUIRE(daan.submit("do-case-signal", {{"text", "De wachttijd is een halfjaar"}, {"theme", "wachttijd"}}).status ==
          303);
  daan.get("/mine");
  room.fills("write-form", {{"do", "say"}, {"name", "Noor"}, {"kind", ""}, {"text", "Zij belt elke week"}});
  room.laptop_->get("/lead");
  REQUIRE(room.laptop_->submit("ready", {{"do", "ready"}}).status == 303);
  REQUIRE(daan.submit("noted-back", {{"do", "noted back"}}).status == 303);
  CHECK(room.team().signals.empty());
  REQUIRE(room.now().contributions.size() == 1);
  CHECK_FALSE(daan.get("/mine").has("id=\"noted-back\""));
}

TEST_CASE("a line is mended, taken back and put back by who leads, and told by its words and no number",
          "[web][mending]") {
  MendingRoom room;
  room.fills("write-form", {{"do", "say"}, {"name", "Noor"}, {"kind", ""}, {"text", "Zij blet elke week"}});
  auto page = room.mends("b1", {{"do", "correct"}, {"text", "Zij belt elke week"}});
  CHECK(page.has("Noor verbeterde een regel: Zij belt elke week"));
  page = room.mends("b1", {{"do", "withdraw"}});
  CHECK(page.has("Noor trok “Zij belt elke week” in"));
  CHECK_FALSE(page.has("trok b1 in"));
  page = room.fills("put-back", {{"do", "restore"}});
  CHECK(page.has("Noor zette “Zij belt elke week” terug"));
  // The last thing is taken back without being looked for.
  room.fills("write-form", {{"do", "say"}, {"name", "Noor"}, {"kind", ""}, {"text", "En haar broer"}});
  page = room.fills("undo", {{"do", "undo"}});
  CHECK(page.has("Noor trok “En haar broer” in"));
  CHECK_FALSE(page.has("dat was:"));
  // From a phone it is told the same.
  auto noor = room.phone("Noor");
  noor.get("/mine");
  REQUIRE(noor.submit("mend-b1", {{"do", "withdraw"}}).status == 303);
  CHECK(noor.get("/mine").has("Noor trok “Zij belt elke week” in"));
}

TEST_CASE("who leads puts a line right in the words that stand there, and reads them again when that was refused",
          "[web][mending]") {
  MendingRoom room;
  room.fills("write-form", {{"do", "say"}, {"name", "Noor"}, {"kind", ""}, {"text", "Zij blet elke week"}});
  room.fills("goal-form", {{"do", "goal"}, {"text", "Weer een open post"}});
  room.fills(
      "action-form",
      {{"do", "action"}, {"text", "De school bellen"}, {"name", "Daan"}, {"day", "2026-03-06"}, {"checks", "Noor"}});
  const auto chosen = [&](const std::string& ref) {
    room.laptop_->get("/lead");
    return room.laptop_->submit("mend-choose", {{"do", "mend"}, {"ref", ref}});
  };
  // The words alone, and not who said it, for whom or by when.
  CHECK(chosen("b1").has(">Zij blet elke week</textarea>"));
  CHECK(chosen("g1").has(">Weer een open post</textarea>"));
  CHECK(chosen("a1").has(">De school bellen</textarea>"));
  CHECK(chosen("title").has(">" + room.now().title + "</textarea>"));
  CHECK(chosen("question").has(">" + room.now().question + "</textarea>"));
  CHECK(room.laptop_->page().has("data-stands"));
  CHECK(room.now().contributions.front().text == "Zij blet elke week");  // to look is to do nothing
  // Nothing changed is nothing done: it is told, and the words are there still.
  chosen("b1");
  const auto same = room.laptop_->submit("mend-form", {{"do", "correct"}, {"text", "Zij blet elke week"}});
  CHECK(same.status == 422);
  CHECK(same.has("id=\"mend-page\""));
  CHECK(same.has(">Zij blet elke week</textarea>"));
  REQUIRE(room.laptop_->submit("mend-form", {{"do", "correct"}, {"text", "Zij belt elke week"}}).status == 303);
  CHECK(room.now().contributions.front().text == "Zij belt elke week");
  // What is not there is chosen by nobody.
  CHECK_FALSE(chosen("b99").has("id=\"mend-page\""));
}

TEST_CASE("what was told of a line goes with the words, when somebody destroys them elsewhere", "[web][mending]") {
  MendingRoom room;
  room.fills("write-form", {{"do", "say"}, {"name", "Noor"}, {"kind", ""}, {"text", "Zij blet elke week"}});
  const auto page = room.mends("b1", {{"do", "correct"}, {"text", "Zij belt elke week"}});
  REQUIRE(page.has("Noor verbeterde een regel: Zij belt elke week"));
  room.does("2026-003", "Noor", Destroy{"b1", DestroyGround::name, false});
  CHECK_FALSE(room.laptop_->get("/lead").has("Zij belt elke week"));
}

}  // namespace casus::test
