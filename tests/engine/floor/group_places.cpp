// SPDX-License-Identifier: EUPL-1.2
// A place that one person in each group has, and that passes on.
#include "core/engine/explain/explain.hpp"
#include "tests/engine/story.hpp"
#include "tests/method/files.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace casus;
using namespace casus::test;

namespace {

constexpr int kConsultStep = 2;

method::Definition troika(bool in_turns = false) {
  auto file = nlohmann::ordered_json::parse(source_file("plugins/examples/troika-consulting/threes.json"));
  if (in_turns) file["phases"]["plan_of_action"][kConsultStep]["floor"]["order"] = "turns";
  auto [method, problems] = method::parse(file.dump());
  REQUIRE(problems.empty());
  return method;
}

/// Noor (p1), Ria (p3) and Yusuf (p4) in one group, Femke (p5), Els (p6) and Joost (p7) in the other; Bram (p2) leads.
Story in_threes(const std::string& step, Mode mode = Mode::strict, bool in_turns = false) {
  Story story;
  story.library.offer(troika(in_turns));
  story.does("Noor", open_command("troika-consulting/threes", mode));
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  for (const char* name : {"Ria", "Yusuf", "Femke", "Els", "Joost"})
    story.does("Noor", AddParticipant{name, {Role::member}, true, false, {}});
  story.does("Noor", AskQuestion{"Hoe begin ik over geld?", "Dat ik een eerste zin heb."});
  return story.go_to(Phase::plan_of_action, step);
}

/// Of each group, in their order: "p1 p5".
std::string who_has_it(const Case& c) {
  std::string out;
  for (const auto* group : c.groups_here()) out += (out.empty() ? "" : " ") + group->one;
  return out;
}

}  // namespace

TEST_CASE("the first of each group has the place, and keeps it in the steps that go together", "[engine]") {
  auto story = in_threes("tell");
  CHECK(who_has_it(story.c) == "p1 p5");
  story.go_to(Phase::plan_of_action, "consult");
  CHECK(who_has_it(story.c) == "p1 p5");
  CHECK(story.c.groups_here().front()->place == "client");
  CHECK(who_has_it(story.refolded()) == who_has_it(story.c));
}

TEST_CASE("where one of the group speaks the others are told so", "[engine]") {
  auto story = in_threes("tell");
  story.when("Ria", say("statement", "Ik heb ook een vraag"))
      .refused("OneSpeaks", "R4")
      .says("In 'De vraag vertellen' praat in groep 1 alleen Noor (cliënt)",
            "In 'Tell the question' only Noor (client) speaks in group 1");
  story.does("Noor", say("statement", "Hoe begin ik over geld?"));
  CHECK(story.c.contributions.back().speaker == "client");
}

TEST_CASE("where one of the group listens they are told so, and the others talk", "[engine]") {
  auto story = in_threes("consult");
  story.when("Noor", say("idea", "Dat deed ik al"))
      .refused("OneListens", "R4")
      .says("Noor is cliënt in groep 1, en luistert in 'Beraden, met de rug naar elkaar' alleen mee",
            "Noor is client in group 1, and only listens in 'Consult, back turned'");
  story.when("Noor", say("answer", "Ja")).refused("OneListens", "R4");
  story.when("Noor", Pass{}).refused("OneListens", "R4");
  story.when("Femke", say("idea", "Ook al")).refused("OneListens", "R4");
  story.does("Ria", say("idea", "Begin met wat lukt"));
  CHECK(story.c.contributions.back().speaker == "others");
}

TEST_CASE("in coaching a word of who listens is kept, takes no turn, and is noticed", "[engine]") {
  const auto story = in_threes("consult", Mode::coaching);
  const auto came = story.when("Noor", say("idea", "Dat deed ik al"));
  CHECK(came.gives<Contributed>().turn == TurnUse::aside);
  CHECK_FALSE(came.gives<Contributed>().noticed.empty());
}

TEST_CASE("each time that the repeat comes again the next of the group has the place, until everybody did",
          "[engine]") {
  auto story = in_threes("tell");
  for (const char* next : {"p3 p6", "p4 p7"}) {
    story.go_to(Phase::plan_of_action, "value").go_to(Phase::plan_of_action, "tell");
    CHECK(who_has_it(story.c) == next);
  }
  story.go_to(Phase::plan_of_action, "agree");
  CHECK(std::ranges::count(story.c.visits, std::string("tell"), &Visit::step) == 3);
}

TEST_CASE("going back to an earlier time finds who had the place then", "[engine]") {
  auto story = in_threes("tell");
  story.go_to(Phase::plan_of_action, "value").go_to(Phase::plan_of_action, "tell");
  const std::vector<std::string> of_time{"p1 p5", "p3 p6"};
  story.does("Bram", BackStep{"", "nog iets"});
  CHECK(who_has_it(story.c) == of_time.at(static_cast<std::size_t>(story.c.here()->again)));
}

TEST_CASE("when who has the place leaves, the next of the group has it", "[engine]") {
  auto story = in_threes("tell");
  story.go_to(Phase::plan_of_action, "value").go_to(Phase::plan_of_action, "tell");
  REQUIRE(who_has_it(story.c) == "p3 p6");
  story.does("Noor", RemoveParticipant{"Ria"});
  CHECK(who_has_it(story.c) == "p4 p6");
  CHECK(who_has_it(story.refolded()) == who_has_it(story.c));
  // Who comes back sits with them, and the place stays where it is.
  story.does("Noor", AddParticipant{"Ria", {Role::member}, true, false, {}});
  CHECK(who_has_it(story.c) == "p4 p6");
}

TEST_CASE("who goes to another group leaves the place behind, and the first of a new group has it", "[engine]") {
  auto story = in_threes("tell");
  story.does("Bram", MoveToGroup{"Noor", 2});
  CHECK(who_has_it(story.c) == "p3 p5");
  story.does("Bram", MoveToGroup{"Els", 3});
  CHECK(who_has_it(story.c) == "p3 p5 p6");
  CHECK(who_has_it(story.refolded()) == who_has_it(story.c));
}

TEST_CASE("who takes over from the one of a group has their place", "[engine]") {
  auto story = in_threes("tell");
  story.does("Noor", AddParticipant{"Kim", {Role::observer}, true, false, {}});
  story.does("Femke", HandOver{{"Femke", "Kim", "ik ga op reis"}});
  CHECK(who_has_it(story.c) == "p1 p8");
}

TEST_CASE("who sits alone in a group does not have to listen", "[engine]") {
  auto story = in_threes("consult");
  story.does("Bram", MoveToGroup{"Noor", 3});
  story.when("Noor", say("idea", "Dan begin ik zelf")).then({"Contributed"});
}

TEST_CASE("a round of turns goes past who only listens", "[engine]") {
  auto story = in_threes("consult", Mode::strict, true);
  story.does("Ria", say("idea", "Begin met wat lukt")).does("Els", say("idea", "Zeg wat je wel doet"));
  story.does("Joost", say("idea", "Leg het terug"));
  CHECK(story.when("Bram", NextStep{}).refused("StepNotDone", "R7").missing() ==
        std::vector<std::string>{"everyone-had-a-turn"});
  const auto way = engine::explain(story.c, story.library, "Bram", story.now).way;
  std::vector<std::string> who;
  for (const auto& command : way)
    if (!std::holds_alternative<NextStep>(command.body)) who.push_back(command.by);
  CHECK(who == std::vector<std::string>{"Yusuf"});
  story.does("Yusuf", say("idea", "Vraag of het schikt"));
  story.when("Bram", NextStep{}).then({"StepLeft", "StepEntered", "GroupsMade"});
}

TEST_CASE("what a group said before the table went back counts on, as long as the same people sit together",
          "[engine]") {
  auto story = in_threes("consult");
  story.does("Ria", say("idea", "Begin met wat lukt")).does("Els", say("idea", "Zeg wat je wel doet"));
  story.does("Bram", BackStep{"clarify", "nog een vraag"}).does("Bram", NextStep{});
  REQUIRE(story.c.here()->step == "consult");
  story.when("Bram", NextStep{}).then({"StepLeft", "StepEntered", "GroupsMade"});
  story.does("Bram", MoveToGroup{"Joost", 1});
  CHECK(story.when("Bram", NextStep{}).refused("StepNotDone").missing() == std::vector<std::string>{"ideas"});
}
