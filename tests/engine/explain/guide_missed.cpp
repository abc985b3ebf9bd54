// SPDX-License-Identifier: EUPL-1.2
// What the guide for methodologists says under "What is easily missed", each pasted, and some of it played.
#include "core/engine/explain/case_view.hpp"
#include "core/method/criterion.hpp"
#include "tests/engine/records_story.hpp"

using namespace casus;
using namespace casus::test;

namespace {

using nlohmann::ordered_json;

struct Missed {
  ordered_json own_time, evaluation, told, this_round, passed, rotation;
};

Missed in_guide() {
  const auto guide = source_file("plugins/README.md");
  const auto begin = guide.find("## What is easily missed");
  const auto end = guide.find("\n## ", begin + 1);
  std::vector<ordered_json> blocks;
  for (auto at = guide.find("\n\n    {", begin); at < end; at = guide.find("\n\n    {", at + 1))
    blocks.push_back(ordered_json::parse(guide.substr(at, guide.find("\n\n", at + 2) - at)));
  REQUIRE(blocks.size() == 6);
  return {blocks[0], blocks[1], blocks[2], blocks[3], blocks[4], blocks[5]};
}

bool holds_now(const Story& story, const ordered_json& criterion) {
  Problems problems;
  const auto read = method::criterion_from(criterion, "", problems);
  REQUIRE(lines_of(problems) == std::vector<std::string>{});
  return method::holds(read, engine::CaseView(story.c, story.now, story.library));
}

}  // namespace

TEST_CASE("what the guide says is easily missed can be pasted in a method", "[engine]") {
  const auto missed = in_guide();
  auto file = records_file();
  auto& phases = file["phases"];
  phases["plan_of_action"].insert(phases["plan_of_action"].begin(), missed.own_time);
  phases["evaluation"] = missed.evaluation["evaluation"];
  file["rotations"] = missed.rotation["rotations"];
  auto fidelity = ordered_json::array();
  for (const auto* asked : {&missed.told, &missed.this_round}) {
    auto item = file["fidelity"][0];
    item["id"] = "asked-" + std::to_string(fidelity.size());
    item["holds"] = *asked;
    fidelity.push_back(item);
  }
  file["fidelity"] = fidelity;
  CHECK(lines_of(parsed(file).second) == std::vector<std::string>{});

  file["phases"]["plan_of_action"][0]["minutes"] = 10;
  file["phases"]["plan_of_action"][0]["minutes_mark"] = "own";
  CHECK(lines_of(parsed(file).second) ==
        std::vector<std::string>{"/phases/plan_of_action/0/minutes: a private step has no timer"});
}

TEST_CASE("what was written unseen counts in the step where it is told when it is told", "[engine]") {
  const auto told = in_guide().told;
  auto twice = told;
  twice["where"].erase("step");
  twice["at_least"] = 2;
  auto story = asked_by(records_file());
  story.go_to(Phase::plan_of_action, "write");
  story.does("Ria", say("idea", "Samen koken"));
  CHECK_FALSE(holds_now(story, told));
  story.does("Bram", NextStep{"genoeg"});
  REQUIRE(story.c.here()->step == "list");
  CHECK_FALSE(holds_now(story, told));
  story.does("Noor", Pass{}).does("Ria", say("idea", ""));
  CHECK(holds_now(story, told));
  CHECK(holds_now(story, twice));
}

TEST_CASE("who passes where each writes unseen had a turn, and said nothing", "[engine]") {
  const auto passed = in_guide().passed;
  auto wrote = passed;
  wrote["has"]["in"] = "contributions";
  auto story = asked_by(records_file());
  story.go_to(Phase::plan_of_action, "write");
  story.does("Ria", say("idea", "Samen koken")).does("Yusuf", Pass{});
  CHECK_FALSE(holds_now(story, passed));
  story.does("Femke", Pass{});
  CHECK(holds_now(story, passed));
  CHECK_FALSE(holds_now(story, wrote));
}
