// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/explain.hpp"
#include "tests/engine/records_told.hpp"

using namespace casus;
using namespace casus::test;
using nlohmann::json;
using nlohmann::ordered_json;

TEST_CASE("criteria count records by their fields and join them by what they name", "[engine]") {
  auto story = telling();
  story.does("Noor", say("fact", "Het is onrustig."));
  CHECK_FALSE(holds_now(story, R"({"count": "records", "at_least": 1})"));
  CHECK_FALSE(holds_now(
      story, R"({"every": "contributions", "where": {"kind": "fact"}, "has": {"in": "records", "on": "own.from"}})"));
  story.does("Noor", harm("Hij viel", {"ernst=6", "from=b1", "signs=moe|stil", "on=2026-02-27"}));
  CHECK(holds_now(
      story,
      R"({"count": "records", "where": {"kind": "harm", "own.severity": {"at_least": 6}}, "scope": "step", "at_least": 1})"));
  CHECK_FALSE(holds_now(story, R"({"count": "records", "where": {"own.severity": {"at_least": 7}}, "at_least": 1})"));
  CHECK(holds_now(story, R"({"count": "records", "where": {"own.severity": 6, "own.signs": "quiet"}, "at_least": 1})"));
  CHECK(holds_now(story, R"({"count": "records", "where": {"own.on": {"at_most": "2026-02-28"}}, "at_least": 1})"));
  CHECK(holds_now(story, R"({"count": "records", "where": {"own.with": {"present": true}}, "at_most": 0})"));
  CHECK(holds_now(
      story, R"({"every": "contributions", "where": {"kind": "fact"}, "has": {"in": "records", "on": "own.from"}})"));
  CHECK(holds_now(story, R"({"count": "contributions", "where": {"kind": "harm"}, "at_least": 1})"));
  CHECK(holds_now(story, R"({"count": "records", "where": {"by": "p1", "role": "presenter"}, "at_least": 1})"));
}

TEST_CASE("explain finds the record that a step asks for, with what its fields must hold", "[engine]") {
  auto file = records_file();
  auto& done = file["phases"]["analysis"][0]["done_when"];
  done.push_back(ordered_json::parse(R"({"id": "severe", "level": "hard", "mark": "own",
    "text": {"nl": "Er is ernstige schade genoemd.", "en": "Severe harm was named."}, "who": ["presenter"],
    "holds": {"every": "contributions", "where": {"kind": "fact"}, "scope": "step",
              "has": {"in": "records", "on": "own.from", "where": {"own.severity": {"at_least": 8}, "own.seen-by": {"present": true}}}}})"));
  auto story = telling(file);
  story.does("Noor", say("fact", "Het is onrustig."));
  const auto missing = story.when("Bram", NextStep{}).missing();
  CHECK(std::ranges::find(missing, "severe") != missing.end());
  const auto explained = engine::explain(story.c, story.library, "Bram", story.tick());
  for (const auto& command : explained.way) story.done(command);
  const auto record = std::ranges::find_if(story.c.contributions, &Contribution::is_record);
  REQUIRE(record != story.c.contributions.end());
  CHECK(filled(story.c, record->id, "severity") == "8");
  CHECK(filled(story.c, record->id, "from") == "b1");
  CHECK(story.c.here()->step == "write");
}

TEST_CASE("a number that nobody asked for is proposed in the middle of its scale", "[engine]") {
  auto file = records_file();
  file["phases"]["analysis"][0]["done_when"].push_back(ordered_json::parse(R"({"id": "harmed", "level": "hard",
    "mark": "own", "text": {"nl": "Er is schade genoemd.", "en": "Harm was named."}, "who": ["presenter"],
    "holds": {"count": "records", "where": {"kind": "harm"}, "scope": "step", "at_least": 1}})"));
  for (const auto& [min, max, middle] : {std::tuple(0, 10, "5"), std::tuple(1, 6, "3"), std::tuple(-2, 2, "0")}) {
    auto& scale = file["record_types"][0]["fields"][1]["scale"];
    scale["min"] = min;
    scale["max"] = max;
    auto story = telling(file);
    const auto explained = engine::explain(story.c, story.library, "Bram", story.tick());
    for (const auto& command : explained.way) story.done(command);
    const auto record = std::ranges::find_if(story.c.contributions, &Contribution::is_record);
    REQUIRE(record != story.c.contributions.end());
    CHECK(filled(story.c, record->id, "severity") == middle);
  }
}

TEST_CASE("in a repeat the record that is proposed belongs to what this time is about", "[engine]") {
  auto file = records_file();
  auto& from = file["record_types"][0]["fields"][6];
  REQUIRE(from["id"] == "from");
  from["to"] = {"idea"};
  from["required"] = true;
  auto& discuss = file["phases"]["plan_of_action"][2];
  discuss["kinds"].push_back("harm");
  discuss["done_when"] = ordered_json::parse(R"([{"id": "weighed", "level": "hard", "mark": "own",
    "text": {"nl": "Er is gewogen.", "en": "It was weighed."}, "who": ["member"],
    "holds": {"count": "records", "where": {"kind": "harm"}, "scope": "step", "at_least": 1}}])");
  auto story = telling(file);
  story.go_to(Phase::plan_of_action, "list");
  story.does("Noor", say("idea", "Samen koken"));
  const auto first = story.c.contributions.back().id;
  story.does("Ria", say("idea", "De tuin in"));
  story.go_to(Phase::plan_of_action, "discuss");
  REQUIRE(story.c.here()->about == first);
  const auto explained = engine::explain(story.c, story.library, "Bram", story.tick());
  for (const auto& command : explained.way) story.done(command);
  const auto record = std::ranges::find_if(story.c.contributions, &Contribution::is_record);
  REQUIRE(record != story.c.contributions.end());
  CHECK(filled(story.c, record->id, "from") == first);
}

TEST_CASE("who said all that each may say here is not told to speak", "[engine][R4]") {
  auto story = asked_by(records_file());
  story.go_to(Phase::plan_of_action, "vote");
  for (const auto* choice : {"Samen koken", "De tuin in", "Een vaste dag"}) story.does("Femke", say("choice", choice));
  story.when("Femke", say("choice", "En nog een"))
      .refused("SaidEnough", "R4")
      .asks("Bewaar het voor een volgende stap. Nu mogen praten: Noor, Ria, Yusuf.",
            "Keep it for a later step. Who may speak now: Noor, Ria, Yusuf.");
}

namespace {

/// Where the list is made each estimates an idea; `here`: ideas can be told there as well.
ordered_json estimating(bool here) {
  auto file = records_file();
  auto& from = file["record_types"][0]["fields"][6];
  REQUIRE(from["id"] == "from");
  from["to"] = {"idea"};
  from["required"] = true;
  auto& plan = file["phases"]["plan_of_action"];
  plan[0]["floor"].erase("hidden_kinds");
  plan[0].erase("done_when");
  plan[2].erase("repeat");
  plan[1]["kinds"] = here ? ordered_json{"idea", "harm"} : ordered_json{"harm"};
  plan[1]["floor"] = {{"speakers", {"presenter", "member"}}};
  plan[1]["done_when"] = ordered_json::parse(R"([{"id": "estimated", "level": "hard", "mark": "own",
    "text": {"nl": "Er is geschat.", "en": "It was estimated."}, "who": ["member"],
    "holds": {"count": "records", "where": {"kind": "harm"}, "scope": "step", "at_least": 1}}])");
  auto fidelity = ordered_json::array();
  for (const auto& item : file["fidelity"])
    if (item.dump().find("\"choice\"") != std::string::npos) fidelity.push_back(item);
  file["fidelity"] = fidelity;
  return file;
}

}  // namespace

TEST_CASE("what a record must refer to is said first where that can be", "[engine]") {
  auto story = asked_by(estimating(true));
  story.go_to(Phase::plan_of_action, "list");
  const auto explained = engine::explain(story.c, story.library, "Bram", story.tick());
  CHECK_FALSE(explained.stuck);
  CHECK(explained.first.empty());
  for (const auto& command : explained.way) story.done(command);
  const auto record = std::ranges::find_if(story.c.contributions, &Contribution::is_record);
  const auto idea = std::ranges::find(story.c.contributions, "idea", &Contribution::kind);
  REQUIRE(record != story.c.contributions.end());
  REQUIRE(idea != story.c.contributions.end());
  CHECK(filled(story.c, record->id, "from") == idea->id);
}

TEST_CASE("a step without what it must refer to says what is missing, and where to go back for it", "[engine]") {
  auto story = asked_by(estimating(false));
  story.go_to(Phase::plan_of_action, "list");
  const auto explained = engine::explain(story.c, story.library, "Bram", story.tick());
  CHECK(explained.stuck);
  CHECK(explained.way.empty());
  REQUIRE(explained.first.size() == 1);
  const auto words = explained.first.front().in(Lang::nl);
  CHECK(
      words.starts_with("Een 'schade' moet bij 'hoort bij' ergens naar verwijzen (idee), en dat is er nog niet: dat "
                        "komt eerst. Ga daarvoor terug: "));
  CHECK(words.find("write") != std::string::npos);
  // With one there is nothing to say first.
  story.does("Bram", BackStep{"write", {}}).does("Ria", say("idea", "Samen koken"));
  story.go_to(Phase::plan_of_action, "list");
  const auto after = engine::explain(story.c, story.library, "Bram", story.tick());
  CHECK_FALSE(after.stuck);
  CHECK(after.first.empty());
}

TEST_CASE("of what is there already nothing is said to come first", "[engine]") {
  auto file = estimating(false);
  file["phases"]["plan_of_action"][1]["done_when"][0]["holds"] = ordered_json::parse(
      R"({"all": [{"count": "participants", "at_most": 1}, {"not": {"count": "records", "at_least": 9}},
          {"any": [{"present": "question"}, {"count": "records", "where": {"kind": "harm"}, "at_least": 1}]}]})");
  auto story = asked_by(file);
  story.go_to(Phase::plan_of_action, "list");
  const auto explained = engine::explain(story.c, story.library, "Bram", story.tick());
  CHECK(explained.stuck);
  CHECK(explained.first.empty());
}
