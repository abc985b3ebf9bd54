// SPDX-License-Identifier: EUPL-1.2
// Steps that go on in several groups at the same time.
#include "core/engine/explain/explain.hpp"
#include "core/engine/floor/course.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/grouping.hpp"
#include "tests/engine/story.hpp"
#include "tests/method/files.hpp"

#include <nlohmann/json.hpp>

using namespace casus;
using namespace casus::test;

namespace {

using nlohmann::ordered_json;
using Lines = std::vector<std::string>;

constexpr int kList = 1, kDiscuss = 2;

/// The nominal group of the guide: ideas are listed in pairs, and discussed where pairs have joined.
method::Definition in_pairs(const ordered_json& list = {}) {
  auto file = ordered_json::parse(source_file("plugins/examples/nominal-group/round.json"));
  auto& plan = file["phases"]["plan_of_action"];
  plan[kList]["parallel"] = {{"size", 2}, {"mark", "own"}};
  plan[kList]["done_when"] = ordered_json::array();
  if (!list.is_null()) plan[kList].update(list);
  if (list.contains("floor"))
    file["roles"].push_back(ordered_json::parse(
        R"({"role": "resident", "name": {"nl": "inwoner", "en": "resident"}, "mark": "own", "max": 1})"));
  plan[kDiscuss].erase("repeat");
  plan[kDiscuss]["parallel"] = {{"size", 4}, {"joins", "list"}, {"mark", "own"}};
  file["fidelity"] = ordered_json::parse(R"([{"id": "asked", "mark": "own",
    "text": {"nl": "Er is een vraag.", "en": "There is a question."}, "holds": {"present": "question"}}])");
  auto [method, problems] = method::parse(file.dump());
  REQUIRE(lines_of(problems) == Lines{});
  return method;
}

/// In the step of listing: Noor (p1) and Ria (p3), Yusuf (p4) and Femke (p5); Bram (p2) is the chair.
Story in_the_list(method::Definition method = in_pairs()) {
  Story story;
  story.library.offer(std::move(method));
  story.does("Noor", open_command("nominal-group/round"));
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  for (const char* name : {"Ria", "Yusuf", "Femke"})
    story.does("Noor", AddParticipant{name, {Role::member}, true, false, {}});
  story.does("Noor", AskQuestion{"Hoe komt er weer rust?", "Dat er een plan ligt."});
  return story.go_to(Phase::plan_of_action, "list");
}

/// "k1: p1 p3 | k2: p4 p5".
std::string sitting(const Case& c) {
  std::string out;
  for (const auto* group : c.groups_here()) {
    out += (out.empty() ? "" : " | ") + group->id + ':';
    for (const auto& id : group->people) out += ' ' + id;
  }
  return out;
}

std::string group_said_in(const Case& c) { return c.contributions.back().group; }

}  // namespace

TEST_CASE("people sit in groups as they joined, and the event says with whom", "[engine]") {
  const auto story = in_the_list();
  CHECK(sitting(story.c) == "k1: p1 p3 | k2: p4 p5");
  CHECK(sitting(story.refolded()) == sitting(story.c));
}

TEST_CASE("each group has the floor to itself", "[engine]") {
  auto story = in_the_list();
  story.when("Ria", say("idea", "De tuin in")).refused("NotYourTurn", "R4");
  story.when("Femke", say("idea", "De tuin in")).refused("NotYourTurn", "R4");
  story.does("Noor", say("idea", "Samen koken"));
  CHECK(group_said_in(story.c) == "k1");
  story.does("Yusuf", say("idea", "Een vaste dag"));
  CHECK(group_said_in(story.c) == "k2");
  // What the other group said in between changes nothing here.
  story.when("Noor", say("idea", "Nog een")).refused("TurnUsedUp", "R4");
  story.does("Ria", say("idea", "De tuin in")).does("Femke", Pass{});
  CHECK(story.c.turns.back().group == "k2");
  const auto& list = *engine::step_here(story.c, story.library);
  const auto turns = engine::turns_now(story.c, list);
  REQUIRE(turns.size() == 2);
  CHECK(turns[0].current->name == "Ria");
  CHECK(turns[0].next->name == "Noor");
  CHECK(turns[1].current->name == "Yusuf");
  CHECK(engine::turn_now(story.c, list).current == nullptr);
}

TEST_CASE("limits of a step hold for each group", "[engine]") {
  auto story = in_the_list(
      in_pairs(ordered_json::parse(R"({"floor": {"speakers": ["presenter", "member"], "per_step": {"idea": 1}}})")));
  story.does("Noor", say("idea", "Samen koken"));
  story.when("Ria", say("idea", "De tuin in")).refused("StepIsFull", "R4");
  story.when("Femke", say("idea", "De tuin in")).then({"Contributed"});
  // Whoever makes a new group speaks for that one.
  story.does("Bram", MoveToGroup{"Noor", 3});
  story.when("Noor", say("idea", "De tuin in")).then({"Contributed"});
  story.when("Ria", say("idea", "De tuin in")).refused("StepIsFull", "R4");
}

TEST_CASE("the chair says who sits where, and nobody is lost", "[engine]") {
  auto story = in_the_list();
  story.when("Ria", MoveToGroup{"Femke", 1})
      .refused("NotYoursToPlace", "R3")
      .says("Wie bij wie zit, regelt gespreksleider", "Who sits with whom is up to chair");
  story.when("Bram", MoveToGroup{"Femke", 4}).refused("NoSuchGroup");
  story.when("Bram", MoveToGroup{"Femke", 2}).refused("SameGroup");
  story.when("Bram", MoveToGroup{"Bram", 1}).refused("NotASpeaker", "R4");
  story.does("Bram", MoveToGroup{"Femke", 1});
  CHECK(sitting(story.c) == "k1: p1 p3 p5 | k2: p4");
  story.does("Bram", MoveToGroup{"Yusuf", 1});
  CHECK(sitting(story.c) == "k1: p1 p3 p5 p4");  // an empty group is no more
  story.does("Bram", MoveToGroup{"Ria", 2});
  CHECK(sitting(story.c) == "k1: p1 p5 p4 | k3: p3");
  CHECK(sitting(story.refolded()) == sitting(story.c));
  story.go_to(Phase::evaluation, "look-back");
  story.when("Bram", MoveToGroup{"Ria", 1}).refused("NoGroupsHere");
}

TEST_CASE("whoever comes later sits in the smallest group", "[engine]") {
  auto story = in_the_list();
  const auto& came = story.when("Noor", AddParticipant{"Els", {Role::member}, true, false, {}});
  came.then({"ParticipantAdded", "GroupsMade"});
  story.does("Noor", AddParticipant{"Els", {Role::member}, true, false, {}});
  CHECK(sitting(story.c) == "k1: p1 p3 p6 | k2: p4 p5");
  // Who does not speak here sits nowhere.
  story.when("Noor", AddParticipant{"Kim", {Role::observer}, true, false, {}}).then({"ParticipantAdded"});
}

TEST_CASE("a group that nobody sits in any more is no more", "[engine]") {
  auto story = in_the_list();
  story.does("Bram", MoveToGroup{"Yusuf", 3});
  CHECK(sitting(story.c) == "k1: p1 p3 | k2: p5 | k3: p4");  // as the chair wants it
  story.does("Noor", RemoveParticipant{"Femke"});
  CHECK(sitting(story.c) == "k1: p1 p3 | k3: p4");
  CHECK(sitting(story.refolded()) == sitting(story.c));
}

TEST_CASE("whoever would be left alone sits with others, and who comes back begins a pair again", "[engine]") {
  auto story = in_the_list();
  story.when("Noor", RemoveParticipant{"Yusuf"}).then({"ParticipantLeft", "GroupsMade"});
  story.does("Noor", RemoveParticipant{"Yusuf"});
  CHECK(sitting(story.c) == "k1: p1 p3 p5");
  story.does("Noor", say("idea", "Samen koken")).does("Ria", Pass{});
  story.does("Femke", say("idea", "De tuin in"));  // with the group that they sit in now
  CHECK(group_said_in(story.c) == "k1");
  story.does("Noor", AddParticipant{"Yusuf", {Role::member}, true, false, {}});
  CHECK(sitting(story.c) == "k1: p1 p3 | k3: p5 p4");
  CHECK(sitting(story.refolded()) == sitting(story.c));
  // Where enough stay together, nobody is asked to move.
  story.does("Noor", AddParticipant{"Els", {Role::member}, true, false, {}});
  CHECK(sitting(story.c) == "k1: p1 p3 p6 | k3: p5 p4");
  story.when("Noor", RemoveParticipant{"Els"}).then({"ParticipantLeft"});
}

TEST_CASE("whoever leaves with the team, or whose seat is over, leaves nobody alone in a group either", "[engine]") {
  auto story = in_the_list();
  Command leaves{.case_id = story.c.id, .by = story.c.person("Yusuf")->id, .at = story.tick()};
  const auto events = engine::left_with_the_team(story.c, leaves, story.library, leaves.by);
  REQUIRE(events.size() == 2);
  CHECK(std::holds_alternative<ParticipantLeft>(events[0].body));
  CHECK(std::holds_alternative<GroupsMade>(events[1].body));
  for (const auto& event : events) engine::evolve(story.c, event);
  CHECK(sitting(story.c) == "k1: p1 p3 p5");
}

TEST_CASE("whoever is erased while they sit in a group leaves nobody alone in it", "[engine]") {
  auto story = in_the_list(in_pairs(ordered_json::parse(
      R"({"floor": {"speakers": ["presenter", "member", "resident"], "order": "turns", "per_turn": {"idea": 1}}})")));
  story.does("Noor", RemoveParticipant{"Femke"});
  story.does("Noor", AddParticipant{"Mevrouw De Wit", {Role::resident}, false, false, ""});
  REQUIRE(sitting(story.c) == "k1: p1 p3 | k3: p4 p6");
  story.when("Noor", ErasePerson{"Mevrouw De Wit", "op verzoek", "Bram"}).then({"PersonErased", "GroupsMade"});
  story.does("Noor", ErasePerson{"Mevrouw De Wit", "op verzoek", "Bram"});
  CHECK(sitting(story.c) == "k1: p1 p3 p4");
  CHECK(sitting(story.refolded()) == sitting(story.c));
}

TEST_CASE("who takes over from somebody sits in their place", "[engine]") {
  const auto story = in_the_list();
  auto to_guest = story;
  to_guest.does("Noor", AddParticipant{"Els", {Role::observer}, true, false, {}});
  REQUIRE(sitting(to_guest.c) == "k1: p1 p3 | k2: p4 p5");
  to_guest.does("Yusuf", HandOver{{"Yusuf", "Els", "ik ga op reis"}});
  CHECK(sitting(to_guest.c) == "k1: p1 p3 | k2: p6 p5");
  CHECK(sitting(to_guest.refolded()) == sitting(to_guest.c));
  // Who sat in a group already stays there, and nobody is left alone.
  auto to_member = story;
  to_member.does("Yusuf", HandOver{{"Yusuf", "Ria", "ik ga op reis"}});
  CHECK(sitting(to_member.c) == "k1: p1 p3 p5");
  // Who sat in none takes no group along.
  auto from_chair = story;
  from_chair.does("Bram", HandOver{{"Bram", "Ria", "ik ga op reis"}});
  CHECK(sitting(from_chair.c) == "k1: p1 p3 | k2: p4 p5");
}

TEST_CASE("nobody sits in two groups when two entries are one person", "[engine]") {
  const auto story = in_the_list();
  auto one = story;
  one.does("Bram", MergePersons{{"Yusuf", "Ria", "dezelfde, twee keer aangeschoven"}});
  CHECK(sitting(one.c) == "k1: p1 p3 p5");
  CHECK(sitting(one.refolded()) == sitting(one.c));
}

TEST_CASE("three who come back to a step in pairs are not left with one alone", "[engine]") {
  auto story = in_the_list();
  story.does("Bram", NextStep{"genoeg"}).does("Noor", RemoveParticipant{"Femke"});
  story.does("Bram", BackStep{"list", "nog een idee"});
  REQUIRE(story.c.groups_here().size() == 1);
  CHECK(story.c.groups_here().front()->people == Lines{"p1", "p3", "p4"});
}

TEST_CASE("somebody who sits in no group is told whom to ask", "[engine]") {
  auto story = in_the_list();
  engine::evolve(story.c, Event{story.tick(), "p2", EventBody(GroupsMade{{{"k1", {"p1", "p4", "p5"}}}})});
  story.when("Ria", say("idea", "De tuin in"))
      .refused("NotInAGroup", "R4")
      .says("Ria zit nog in geen groep", "Ria is not in a group yet");
  story.when("Ria", Pass{}).refused("NotInAGroup", "R4");
}

TEST_CASE("groups that join stay together, and coming back finds them as they were", "[engine]") {
  auto story = in_the_list();
  story.does("Bram", MoveToGroup{"Femke", 1});
  story.does("Bram", NextStep{"genoeg"});
  CHECK(story.c.here()->step == "discuss");
  CHECK(sitting(story.c) == "k3: p1 p3 p5 p4");
  story.does("Bram", BackStep{"list", "nog een idee"});
  CHECK(sitting(story.c) == "k4: p1 p3 p5 | k5: p4");
}

TEST_CASE("a criterion can ask something of each group, and a way to it is found", "[engine]") {
  auto story =
      in_the_list(in_pairs(ordered_json::parse(R"({"done_when": [{"id": "each-group", "level": "hard", "mark": "own",
    "text": {"nl": "Elke groep noemt een idee.", "en": "Each group names an idea."},
    "holds": {"every": "groups", "scope": "step", "has": {"in": "contributions", "on": "group",
      "where": {"kind": "idea"}, "scope": "step", "at_least": 1}}}]})")));
  story.does("Noor", say("idea", "Samen koken")).does("Ria", Pass{});
  story.does("Yusuf", Pass{}).does("Femke", Pass{});
  const auto still = story.when("Bram", NextStep{"genoeg"}).refused("StepNotDone");
  CHECK(still.missing() == Lines{"each-group"});
  CHECK(still.refusal().missing.front().text.in(Lang::en) == "Each group names an idea. Not yet for: group 2.");
  story.go_to(Phase::plan_of_action, "discuss");
  CHECK(story.c.here()->step == "discuss");
}

TEST_CASE("a group goes on where another one waits", "[engine]") {
  auto story = in_the_list();
  // Without a word of the second group the round of turns is not done (R7).
  story.does("Noor", say("idea", "Samen koken")).does("Ria", say("idea", "De tuin in"));
  CHECK(story.when("Bram", NextStep{}).refused("StepNotDone", "R7").missing() == Lines{"everyone-had-a-turn"});
  const auto way = engine::explain(story.c, story.library, "Bram", story.now).way;
  Lines who;
  for (const auto& command : way)
    if (!std::holds_alternative<NextStep>(command.body)) who.push_back(command.by);
  CHECK(who == Lines{"Yusuf", "Femke"});
}
