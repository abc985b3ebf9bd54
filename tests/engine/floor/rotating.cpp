// SPDX-License-Identifier: EUPL-1.2
// Roles that go round.
#include "core/page/page.hpp"
#include "core/report/case_view.hpp"
#include "core/service/library_definitions.hpp"
#include "core/service/table/table.hpp"
#include "tests/engine/asked.hpp"
#include "tests/engine/story.hpp"
#include "tests/method/files.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace casus;
using namespace casus::test;

namespace {

using nlohmann::ordered_json;

ordered_json nominal_with(const char* rotation) {
  auto file = ordered_json::parse(source_file("plugins/examples/nominal-group/round.json"));
  file["rotations"] = ordered_json::array({ordered_json::parse(rotation)});
  return file;
}

/// Discussing comes once for each member.
ordered_json each_member_with(const char* rotation) {
  auto file = nominal_with(rotation);
  file["phases"]["plan_of_action"][2]["repeat"] =
      ordered_json::parse(R"({"for_each": {"role": "member"}, "at_most": 12, "mark": "own"})");
  return file;
}

/// The nominal group of the guide, with a role that goes round. Noor presents, Bram is the chair, Ria, Yusuf and Femke
/// are members.
Story with_rotation(const ordered_json& file) {
  auto [method, problems] = method::parse(file.dump());
  REQUIRE(lines_of(problems) == std::vector<std::string>{});
  Story story;
  story.library.offer(std::move(method));
  story.does("Noor", open_command("nominal-group/round"));
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  for (const char* name : {"Ria", "Yusuf", "Femke"})
    story.does("Noor", AddParticipant{name, {Role::member}, true, false, {}});
  return story.does("Noor", AskQuestion{"Hoe komt er weer rust?", "Dat er een plan ligt."});
}

constexpr auto kChairEachRound = R"({"role": "chair", "per": "round", "among": ["member"], "mark": "own"})";
constexpr auto kNotesEachIdea =
    R"({"role": "note_taker", "per": "repeat", "step": "discuss", "among": ["member"], "mark": "own"})";
constexpr auto kPresenterEachRound = R"({"role": "presenter", "per": "round", "among": ["member"], "mark": "own"})";

std::string holder(const Story& story, Role role) {
  const auto* person = story.c.with(role);
  return person == nullptr ? "-" : person->name;
}

Story with_rotation(const char* rotation) { return with_rotation(nominal_with(rotation)); }

Story& next_round(Story& story, const std::string& by) {
  story.go_to(Phase::evaluation, "look-back", by);
  story.does("Noor", Evaluate{"het gaat beter", "koken", "", ""});
  return story.does(by, StartRound{{}, "nog een ronde"});
}

/// At the first idea of three.
Story at_first_idea() {
  auto story = with_rotation(kNotesEachIdea);
  story.go_to(Phase::plan_of_action, "list");
  for (const auto& [name, idea] : {std::pair{"Noor", "Samen koken"}, {"Ria", "De tuin in"}, {"Yusuf", "Een vaste dag"}})
    story.does(name, say("idea", idea));
  story.does("Femke", Pass{});
  return story.does("Bram", NextStep{"niet ieder schreef"});
}

}  // namespace

TEST_CASE("a role goes to the next with each round, and who had it takes their place", "[engine]") {
  auto story = with_rotation(kChairEachRound);
  next_round(story, "Bram");
  CHECK(holder(story, Role::chair) == "Ria");
  CHECK(story.c.person("Bram")->has(Role::member));
  CHECK_FALSE(story.c.person("Ria")->has(Role::member));
  const auto table = service::table(story.c, story.library, story.now, Lang::nl, "Ria");
  CHECK(service::course_lines(table, Lang::nl) == std::vector<std::string>{"Ria is nu gespreksleider."});
  next_round(story, "Ria");
  CHECK(holder(story, Role::chair) == "Yusuf");
  next_round(story, "Yusuf");
  next_round(story, "Femke");
  CHECK(holder(story, Role::chair) == "Bram");  // round the table; Noor presents, and never leads her own case (R3)
  CHECK(story.refolded().with(Role::chair)->name == "Bram");
}

TEST_CASE("what somebody said is judged by the role that they had then", "[engine]") {
  auto story = with_rotation(kChairEachRound);
  story.go_to(Phase::plan_of_action, "list");
  story.does("Noor", say("idea", "Samen koken")).does("Ria", say("idea", "De tuin in"));
  next_round(story, "Bram");
  REQUIRE(holder(story, Role::chair) == "Ria");
  const auto by = [&](const std::string& role) {
    return holds_now(story, (R"({"count": "contributions", "where": {"text": "De tuin in", "role": ")" + role +
                             R"("}, "scope": "case", "at_least": 1})")
                                .c_str());
  };
  CHECK(by("member"));
  CHECK_FALSE(by("chair"));
  CHECK(holds_now(story, R"({"every": "participants", "where": {"role": "chair"}, "has": {"in": "contributions",
    "on": "by", "scope": "case"}})"));  // of who takes part now the roles of now
  const auto again = story.refolded();
  CHECK(again.had(*again.person("Ria"), Role::member, 1));
  CHECK(again.had(*again.person("Ria"), Role::chair, again.version + 1));
}

TEST_CASE("a role goes round with a repeat, and back with it", "[engine]") {
  auto story = at_first_idea();
  CHECK(holder(story, Role::note_taker) == "-");  // nobody was given it
  story.when("Bram", NextStep{"niets te zeggen"}).then({"StepLeft", "StepEntered", "RoleTurned"});
  story.does("Bram", NextStep{"niets te zeggen"});
  CHECK(holder(story, Role::note_taker) == "Ria");
  story.does("Bram", NextStep{"niets te zeggen"});
  CHECK(holder(story, Role::note_taker) == "Yusuf");
  story.does("Bram", BackStep{});
  CHECK(story.c.here()->again == 1);
  CHECK(holder(story, Role::note_taker) == "Ria");
  story.does("Bram", NextStep{"niets te zeggen"});
  CHECK(holder(story, Role::note_taker) == "Yusuf");
  CHECK(story.refolded().with(Role::note_taker)->name == "Yusuf");
}

TEST_CASE("a new presenter asks a question of their own", "[engine]") {
  auto story = with_rotation(kPresenterEachRound);
  next_round(story, "Bram");
  CHECK(holder(story, Role::presenter) == "Ria");
  CHECK(story.c.question.empty());
  story.does("Ria", say("fact", "Hij belt elke nacht."));
  const auto missing = story.when("Bram", NextStep{"door"}).refused("StepNotDone", "R1").missing();
  CHECK(std::ranges::find(missing, "question") != missing.end());
  const auto shown = [&] {
    return page::page_text(report::case_page(story.c, service::LibraryDefinitions(story.library), Lang::nl));
  };
  const std::string asked = "Er is één vraag van de inbrenger. (moet)";
  CHECK(shown().find(asked) != std::string::npos);
  story.does("Ria", AskQuestion{"Hoe neem ik op?", "Rust."});
  CHECK(shown().find(asked) == std::string::npos);
  story.when("Bram", NextStep{"door"}).then({"StepLeft", "StepEntered"});
}

TEST_CASE("in a repeat over people, whom a time is about presents", "[engine]") {
  auto story = with_rotation(each_member_with(
      R"({"role": "presenter", "per": "repeat", "step": "discuss", "among": ["member"], "mark": "own"})"));
  story.go_to(Phase::plan_of_action, "discuss");
  std::vector<std::string> presented;
  for (int times = 0; times < 3; ++times) {
    CAPTURE(times);
    REQUIRE(story.c.here()->step == "discuss");
    const auto* about = story.c.person(story.c.here()->about);
    REQUIRE(about != nullptr);
    const auto name = about->name;
    CHECK(holder(story, Role::presenter) == name);
    presented.push_back(name);
    story.does(name, AskQuestion{"Wat doe ik nu?", "Rust."});
    story.does("Bram", NextStep{"niets te zeggen"});
  }
  CHECK(presented.front() == "Ria");
  std::ranges::sort(presented);
  CHECK(std::ranges::adjacent_find(presented) == presented.end());
}

TEST_CASE("a question stays of whom asked it, and is there again when they present", "[engine][R1]") {
  auto story = with_rotation(each_member_with(
      R"({"role": "presenter", "per": "repeat", "step": "discuss", "among": ["member"], "mark": "own"})"));
  story.go_to(Phase::plan_of_action, "discuss");
  REQUIRE(holder(story, Role::presenter) == "Ria");
  CHECK(story.c.question.empty());
  story.does("Ria", AskQuestion{"Wat doe ik nu?", "Rust."}).does("Bram", NextStep{"niets te zeggen"});
  // Noor asked hers before the repeat, and is a member since.
  REQUIRE(holder(story, Role::presenter) == "Noor");
  CHECK(story.c.question == "Hoe komt er weer rust?");
  CHECK(story.c.hoped_for == "Dat er een plan ligt.");
  story.does("Bram", NextStep{"niets te zeggen"});
  CHECK(holder(story, Role::presenter) == "Yusuf");
  CHECK(story.c.question.empty());
  story.does("Bram", BackStep{}).does("Bram", BackStep{});
  CHECK(holder(story, Role::presenter) == "Ria");
  CHECK(story.c.question == "Wat doe ik nu?");
  CHECK(story.refolded().question == "Wat doe ik nu?");
}

TEST_CASE("another role than presenter goes on to the next in a repeat over people", "[engine]") {
  auto story = with_rotation(each_member_with(kNotesEachIdea));
  story.go_to(Phase::plan_of_action, "discuss");
  CHECK(holder(story, Role::note_taker) == "-");
}

TEST_CASE("a presenter that cannot come to whom a repeat goes through is a problem of the method", "[engine]") {
  const auto told = method::parse(each_member_with(R"({"role": "presenter", "per": "repeat", "step": "discuss",
    "among": ["note_taker"], "mark": "own"})")
                                      .dump())
                        .second;
  CHECK(lines_of(told) ==
        std::vector<std::string>{"/rotations/0/among: the presenter goes round in a repeat over 'member', and cannot "
                                 "go to whoever is 'member'"});
}
