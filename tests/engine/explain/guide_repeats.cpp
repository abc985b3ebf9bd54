// SPDX-License-Identifier: EUPL-1.2
// The steps that the guide for methodologists shows under "Steps that come again", each pasted and played.
#include "core/engine/explain/case_view.hpp"
#include "core/engine/explain/explain.hpp"
#include "core/method/criterion.hpp"
#include "tests/engine/story.hpp"
#include "tests/method/files.hpp"

#include <nlohmann/json.hpp>

using namespace casus;
using namespace casus::test;

namespace {

using nlohmann::ordered_json;

std::vector<ordered_json> shown_in_guide() {
  const auto guide = source_file("plugins/README.md");
  const auto begin = guide.find("## Steps that come again");
  const auto end = guide.find("\n## ", begin + 1);
  std::vector<ordered_json> blocks;
  for (auto at = guide.find("\n\n    {", begin); at < end; at = guide.find("\n\n    {", at + 1))
    blocks.push_back(ordered_json::parse(guide.substr(at, guide.find("\n\n", at + 2) - at)));
  return blocks;
}

method::Definition with_step(const ordered_json& block) {
  auto file = ordered_json::parse(source_file("tests/method/round.json"));
  auto& analysis = file["phases"]["analysis"];
  file.erase("needs");  // any workflow will do
  auto second = analysis[1];
  second["id"] = "again-clarify";
  analysis.push_back(second);
  analysis[1].update(block);
  auto [method, problems] = method::parse(file.dump());
  REQUIRE(lines_of(problems) == std::vector<std::string>{});
  return method;
}

/// Told two facts, and in the step that comes again.
Story told_two(const ordered_json& block) {
  Story story;
  story.library.offer(with_step(block));
  story.does("Noor", open_command("demo/round"));
  for (const char* name : {"Bram", "Ria"}) story.does("Noor", AddParticipant{name, {Role::member}, true, false, {}});
  story.does("Noor", AddParticipant{"Femke", {Role::chair}, true, false, {}});
  story.does("Noor", AskQuestion{"Hoe verder?", "Rust."}).does("Femke", NextStep{});
  story.does("Noor", say("fact", "Zij slaapt slecht.")).does("Noor", say("fact", "Zij werkt weer."));
  return story.does("Noor", say("wish", "Een wandeling.")).does("Femke", NextStep{"eerst dit"});
}

int stays(const Story& story, std::string_view step) {
  return static_cast<int>(std::ranges::count_if(
      story.c.visits, [&](const Visit& visit) { return visit.step == step && visit.round == 1; }));
}

Story& out_of_analysis(Story& story) {
  for (int moves = 0; moves < 60 && story.c.stage.phase == Phase::analysis; ++moves) {
    const auto way = engine::explain(story.c, story.library, "Femke", story.tick(), Lang::nl);
    REQUIRE_FALSE(way.stuck);
    for (const auto& command : way.way) story.done(command);
  }
  return story;
}

}  // namespace

TEST_CASE("each step of the guide that comes again can be pasted in a method and played", "[engine]") {
  int pasted = 0;
  for (const auto& block : shown_in_guide()) {
    if (!block.contains("repeat")) continue;
    CAPTURE(block.dump());
    ++pasted;
    auto story = told_two(block);
    CHECK(story.c.here()->step == "clarify");
    // Asking a question in the first time, or choosing to go on, brings the second.
    story.does("Bram", say("question", "Hoe lang al?"));
    const auto& repeat = block.at("repeat");
    if (repeat.contains("until") && repeat["until"].contains("chosen_by"))
      story.does("Noor", ChooseBranch{"Nog een ronde"});
    out_of_analysis(story);
    CHECK(story.c.stage.phase == Phase::plan_of_action);
    CHECK(stays(story, "clarify") == 2);
    CHECK(stays(story, "again-clarify") == (repeat.contains("through") ? 2 : 1));
  }
  CHECK(pasted == 5);
}

TEST_CASE("the criterion of the guide tells of what was talked about", "[engine]") {
  const auto blocks = shown_in_guide();
  Problems problems;
  const auto each = method::criterion_from(blocks.back(), "", problems);
  REQUIRE(lines_of(problems) == std::vector<std::string>{});
  auto story = told_two(blocks.front());
  story.does("Bram", say("question", "Hoe lang al?"));
  const auto holds = [&] { return method::holds(each, engine::CaseView(story.c, story.now, story.library)); };
  CHECK_FALSE(holds());
  story.does("Ria", Pass{}).does("Femke", NextStep{"eerst dit"});
  story.does("Bram", say("question", "Hoeveel uur?"));
  CHECK(holds());
}
