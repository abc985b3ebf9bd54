// SPDX-License-Identifier: EUPL-1.2
// Scores, actions and people on the map under the floor, where a step says so.
#include "core/engine/explain/explain.hpp"
#include "core/report/history/naming.hpp"
#include "tests/engine/records_story.hpp"

using namespace casus;
using namespace casus::test;
using nlohmann::ordered_json;

namespace {

/// In the turns of the list, with this floor for what is noted beside it.
Story listing(const ordered_json& also, bool hidden = false) {
  auto file = records_file();
  auto& floor = file["phases"]["plan_of_action"][1]["floor"];
  floor["also"] = also;
  if (hidden) floor = {{"speakers", {"presenter", "member"}}, {"hidden", true}, {"also", also}};
  auto story = asked_by(file);
  return story.go_to(Phase::plan_of_action, "list");
}

GiveScore score(int value) { return GiveScore{{.value = value, .evidence = "er is een dag rust"}}; }

AddNetworkPerson grandmother() {
  return AddNetworkPerson{.name = "Oma", .shell = Shell::friend_, .quadrant = Quadrant::family};
}

}  // namespace

TEST_CASE("what a step puts under its floor is noted in turn and takes the turn", "[engine]") {
  auto story = listing({"scores", "actions", "network"});
  story.when("Bram", score(4)).refused("NotYourFloor", "R4");
  story.when("Bram", action("bellen")).refused("NotYourFloor", "R4");
  story.when("Ria", grandmother()).refused("NotYourTurn", "R4");
  story.when("Ria", NameForNetwork{"Oma", "oma"}).refused("NotYourTurn", "R4");
  story.when("Noor", score(4)).then({"TurnTaken", "Scored"});
  story.does("Noor", score(4));
  story.does("Noor", say("idea", "Samen koken"));  // the same turn
  CHECK(story.c.turns.back().count == 2);
  story.when("Noor", say("idea", "De tuin in")).refused("TurnUsedUp", "R4");
  story.does("Ria", grandmother());
  CHECK(story.c.turns.back().by == "p3");
  story.when("Ria", say("idea", "De tuin in")).then({"Contributed"});
  story.does("Yusuf", action("bellen"));
  CHECK(story.c.turns.back().by == "p4");
}

TEST_CASE("a line that nobody placed is kept whoever has the floor, and takes no turn", "[engine]") {
  auto story = listing({"scores", "actions", "network"});
  const auto turns = story.c.turns.size();
  story.when("Bram", say("unplaced", "wie belt de school")).then({"Contributed"});
  story.does("Bram", say("unplaced", "wie belt de school"));
  CHECK(story.c.turns.size() == turns);
  story.does("Ria", RaiseAcute{"Hij staat voor de deur"});
  story.when("Noor", say("idea", "Samen koken")).refused("AcuteSafety", "R14");
  story.when("Noor", say("unplaced", "opa weet het al")).then({"Contributed"});
}

TEST_CASE("a turn that comes round again is not used up by what was said in the one before", "[engine]") {
  auto story = listing({"scores"});
  story.does("Noor", say("idea", "Samen koken"));
  for (const char* name : {"Ria", "Yusuf", "Femke"}) story.does(name, Pass{});
  story.does("Noor", score(4));
  story.when("Noor", say("idea", "De tuin in")).then({"Contributed"});
}

TEST_CASE("what a step does not name is noted beside the talk as before", "[engine]") {
  auto story = listing({"scores"});
  story.when("Bram", action("bellen")).then({"ActionAdded"});
  story.when("Ria", grandmother()).then({"NetworkPersonAdded"});
  const auto coaching = [] {
    auto it = listing({"scores"});
    it.c.mode = Mode::coaching;
    return it;
  }();
  coaching.when("Bram", score(4)).then({"Scored"});
}

TEST_CASE("a score where each writes unseen is shown when the step is left", "[engine]") {
  auto story = listing({"scores"}, true);
  story.does("Ria", score(3)).does("Noor", score(7));
  for (const auto& one : story.c.scores) CHECK_FALSE(report::is_shown(story.c, one));
  story.does("Noor", say("idea", "Samen koken")).does("Ria", say("idea", "De tuin in"));
  story.does("Bram", NextStep{"klaar"});
  CHECK(story.c.scores.size() == 2);
  for (const auto& one : story.c.scores) CHECK(report::is_shown(story.c, one));
}

TEST_CASE("a hidden step has nothing under its floor that is seen at once", "[method]") {
  auto file = records_file();
  auto& floor = file["phases"]["plan_of_action"][3]["floor"];
  floor["also"] = {"scores", "actions"};
  const auto lines = lines_of(parsed(file).second);
  REQUIRE(lines.size() == 1);
  CHECK(lines.front().find("/phases/plan_of_action/3/floor/also/1") == 0);
}

TEST_CASE("explain lets those score who may, in their turn", "[engine]") {
  auto file = records_file();
  auto& step = file["phases"]["plan_of_action"][1];
  step["floor"]["also"] = {"scores"};
  step["done_when"].push_back(ordered_json::parse(R"({"id": "scored", "level": "hard", "mark": "own",
    "text": {"nl": "Ieder teamlid geeft een cijfer.", "en": "Each member gives a score."}, "who": ["member"],
    "holds": {"every": "participants", "where": {"role": "member", "present": true}, "has": {"in": "scores", "on": "by", "scope": "step"}}})"));
  auto story = asked_by(file, {"Ria", "Yusuf"});
  story.go_to(Phase::plan_of_action, "discuss");
  CHECK(story.c.scores.size() >= 2);
}
