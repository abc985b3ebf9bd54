// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/explain.hpp"
#include "core/engine/floor/course.hpp"
#include "core/meeting/lengths.hpp"
#include "tests/engine/asked.hpp"
#include "tests/engine/story.hpp"
#include "tests/method/files.hpp"

#include <nlohmann/json.hpp>

using namespace casus;
using namespace casus::test;

namespace {

/// The example of the guide: two steps that come only without a key question, and a menu of four branches, chosen by
/// the chair or by whom is named here.
method::Definition with_modules(const nlohmann::ordered_json& who = {}) {
  auto file = nlohmann::ordered_json::parse(source_file("plugins/examples/kollegiale-beratung/modules.json"));
  for (auto& step : file["phases"]["plan_of_action"])
    if (!who.is_null() && step.contains("menu")) step["menu"]["who"] = who;
  auto [method, problems] = method::parse(file.dump());
  REQUIRE(lines_of(problems) == std::vector<std::string>{});
  return method;
}

Story peers(method::Definition method = with_modules()) {
  Story story;
  story.library.offer(std::move(method));
  story.does("Noor", open_command("kollegiale-beratung/modules"));
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  for (const char* name : {"Ria", "Yusuf", "Femke"})
    story.does("Noor", AddParticipant{name, {Role::member}, true, false, {}});
  story.does("Noor", AskQuestion{"Hoe krijg ik weer contact?", "Ik weet wie ik morgen bel."});
  story.does("Bram", NextStep{});
  story.does("Noor", say("fact", "Zij doet de deur niet meer open."));
  story.does("Noor", say("wish", "Rust."));
  return story.does("Bram", NextStep{}).does("Bram", NextStep{});
}

Story with_key_question(method::Definition method = with_modules()) {
  return peers(std::move(method)).does("Noor", say("key_question", "Hoe kom ik weer binnen?"));
}

Story at_menu(method::Definition method = with_modules()) {
  return with_key_question(std::move(method)).does("Bram", NextStep{});
}

std::string here(const Story& story) { return story.c.here()->step; }

std::vector<std::string> passed(const StepEntered& entered) {
  std::vector<std::string> steps;
  for (const auto& one : entered.passed_over) steps.push_back(std::string(key(one.phase)) + ' ' + one.step);
  return steps;
}

}  // namespace

TEST_CASE("a step is passed over when what it is for is not so, and the event says it", "[engine]") {
  auto story = with_key_question();
  const auto came = story.when("Bram", NextStep{}).then({"StepLeft", "StepEntered"}).gives<StepEntered>();
  CHECK(came.step == "choose-module");
  CHECK(came.phase == Phase::plan_of_action);
  CHECK(passed(came) == std::vector<std::string>{"analysis find-key-question", "analysis pick-key-question"});
  story.does("Bram", NextStep{});
  // Folding asks no definition.
  const auto again = story.refolded();
  CHECK(again.here()->step == "choose-module");
  CHECK(again.here()->passed_over == story.c.here()->passed_over);
}

TEST_CASE("a step is entered when what it is for is so at that moment", "[engine]") {
  auto story = peers();
  story.does("Bram", NextStep{});
  CHECK(here(story) == "find-key-question");
  CHECK(story.c.here()->passed_over.empty());
  story.does("Ria", say("possible_key_question", "Wie laat zij wel binnen?"));
  story.does("Yusuf", say("possible_key_question", "Wat wil zij zelf?"));
  CHECK(passed(story.when("Bram", NextStep{}).gives<StepEntered>()).empty());
  story.does("Bram", NextStep{});
  CHECK(here(story) == "pick-key-question");
}

TEST_CASE("going back leads to the step where the case was, not to one that was passed over", "[engine]") {
  auto skipped = at_menu();
  CHECK(skipped.when("Bram", BackStep{}).gives<StepEntered>().step == "key-question");
  skipped.when("Bram", BackStep{"find-key-question", {}})
      .refused("StepPassedOver")
      .says(
          "De stap 'Sleutelvraag zoeken' is overgeslagen, want dit was niet zo: \"De inbrenger heeft nog geen "
          "sleutelvraag.\"",
          "The step 'Find the key question' was skipped, because this was not so: \"The presenter has no key question "
          "yet.\"");
  auto searched = peers();
  searched.go_to(Phase::plan_of_action, "choose-module");
  CHECK(searched.when("Bram", BackStep{}).gives<StepEntered>().step == "pick-key-question");
  searched.does("Bram", BackStep{"find-key-question", {}});
  CHECK(here(searched) == "find-key-question");
}

TEST_CASE("a step that was come to, and passed over since, does not lie behind", "[engine]") {
  auto story = peers();
  story.does("Bram", NextStep{});
  story.does("Ria", say("possible_key_question", "Wie laat zij wel binnen?"));
  story.does("Yusuf", say("possible_key_question", "Wat wil zij zelf?")).does("Bram", NextStep{});
  CHECK(here(story) == "pick-key-question");
  story.does("Bram", BackStep{"key-question", {}});
  story.does("Noor", say("key_question", "Hoe kom ik weer binnen?")).does("Bram", NextStep{});
  CHECK(here(story) == "choose-module");
  CHECK(story.c.here()->passed_over.size() == 2);
  CHECK(story.when("Bram", BackStep{}).gives<StepEntered>().step == "key-question");
  story.when("Bram", BackStep{"pick-key-question", {}}).refused("StepPassedOver");
}

TEST_CASE("a menu is left by a branch that was chosen by who may", "[engine]") {
  auto story = at_menu();
  CHECK(story.when("Bram", NextStep{"geen zin"}).missing() == std::vector<std::string>{"branch-chosen"});
  story.when("Ria", ChooseBranch{"advice"})
      .refused("NotYoursToChoose")
      .says("Kiezen doet: gespreksleider.", "The choice is made by: chair.");
  story.when("Bram", ChooseBranch{"toneel"}).refused("BranchUnknown");
  for (const char* typed : {"headstand", "2", "Op de kop", "op", "HEADSTAND"}) {
    CAPTURE(typed);
    CHECK(story.when("Bram", ChooseBranch{typed}).gives<BranchChosen>().branch == "headstand");
  }
  story.does("Bram", ChooseBranch{"1"});
  story.does("Bram", ChooseBranch{"goede"});  // on second thoughts
  REQUIRE(story.c.branches.size() == 1);
  CHECK(story.c.branches.front().branch == "advice");
  story.does("Bram", NextStep{});
  CHECK(here(story) == "advise");
  story.when("Bram", ChooseBranch{"1"}).refused("NothingToChoose");
  story.does("Ria", say("advice", "Ik zou in jouw plaats een kaart sturen."));
  story.does("Bram", NextStep{});
  CHECK(here(story) == "close");
  CHECK(story.c.here()->passed_over.empty());
  CHECK(story.when("Bram", BackStep{}).gives<StepEntered>().step == "advise");
  story.when("Bram", BackStep{"collect", {}})
      .refused("BranchNotTaken")
      .asks("Ga terug naar 'Werkvorm kiezen' en kies dat onderdeel: casus case back 2026-001 choose-module.",
            "Go back to 'Choose a module' and choose that branch: casus case back 2026-001 choose-module.");
}

TEST_CASE("after going back to a menu another branch can be taken, and the one before stays behind", "[engine]") {
  auto story = at_menu();
  story.does("Bram", ChooseBranch{"advice"}).does("Bram", NextStep{});
  story.does("Ria", say("advice", "Stuur een kaart."));
  story.does("Bram", BackStep{});
  CHECK(here(story) == "choose-module");
  CHECK(story.when("Bram", NextStep{}).gives<StepEntered>().step == "advise");  // what was chosen still holds
  const auto chose = [&](const std::string& branch) {
    const auto asked = R"({"count": "branches", "where": {"step": "choose-module", "branch": ")" + branch +
                       R"("}, "at_least": 1, "scope": "round"})";
    return holds_now(story, asked.c_str());
  };
  CHECK(chose("advice"));
  story.does("Bram", ChooseBranch{"resonance"}).does("Bram", NextStep{});
  CHECK(chose("resonance"));
  CHECK_FALSE(chose("advice"));  // a choice that was gone back on is no choice
  story.does("Femke", say("resonance", "Ik werd er stil van."));
  story.does("Bram", NextStep{});
  CHECK(here(story) == "close");
  CHECK(story.when("Bram", BackStep{}).gives<StepEntered>().step == "resonate");
}

TEST_CASE("a branch that is repeated until it is chosen to end leads out of the menu", "[engine]") {
  auto file = nlohmann::ordered_json::parse(source_file("plugins/examples/kollegiale-beratung/modules.json"));
  file["phases"]["plan_of_action"][0]["menu"]["branches"][0]["steps"][0]["repeat"] = nlohmann::ordered_json::parse(
      R"({"mark": "own", "at_most": 3, "until": {"text": {"nl": "Genoeg.", "en": "Enough."}, "chosen_by": ["chair"],
          "again": {"nl": "Nog een keer.", "en": "Once more."}}})");
  auto [method, problems] = method::parse(file.dump());
  REQUIRE(lines_of(problems) == std::vector<std::string>{});
  auto story = at_menu(std::move(method));
  story.does("Bram", ChooseBranch{"ideas"}).does("Bram", NextStep{});
  story.does("Ria", say("idea", "Een kaart sturen.")).does("Bram", ChooseBranch{"again"}).does("Bram", NextStep{});
  CHECK(here(story) == "collect");
  story.does("Ria", say("idea", "Samen koken.")).does("Bram", ChooseBranch{"enough"});
  CHECK(story.when("Bram", NextStep{}).gives<StepEntered>().step == "close");
}

TEST_CASE("within a branch a step can be passed over too", "[engine]") {
  for (const auto answer : {Answer::yes, Answer::no}) {
    auto story = at_menu();
    story.does("Bram", ChooseBranch{"headstand"}).does("Bram", NextStep{});
    story.does("Bram", say("headstand_question", "Hoe blijft de deur zeker dicht?")).does("Bram", NextStep{});
    story.does("Ria", say("worse_idea", "Onaangekondigd aanbellen.")).does("Bram", NextStep{});
    auto check = say("check", "Zo doen we.");
    check.answer = answer;
    story.does("Noor", check).does("Bram", NextStep{});
    CHECK(here(story) == (answer == Answer::yes ? "back" : "close"));
    CHECK(story.c.here()->passed_over.size() == (answer == Answer::yes ? 0U : 1U));
    if (answer == Answer::no) story.when("Bram", BackStep{"back", {}}).refused("StepPassedOver");
  }
}

TEST_CASE("the way on leads through every branch, to the next round", "[engine][explain]") {
  const auto method = with_modules();
  for (const auto& branch : method.step(Phase::plan_of_action, "choose-module")->menu->branches) {
    CAPTURE(branch.id);
    auto story = at_menu();
    story.does("Bram", ChooseBranch{branch.id});
    for (int moves = 0; moves < 30 && story.c.round == 1; ++moves) {
      const auto way = engine::explain(story.c, story.library, "Bram", story.tick(), Lang::nl);
      REQUIRE_FALSE(way.stuck);
      for (const auto& command : way.way) story.done(command);
    }
    CHECK(story.c.round == 2);
    // The choice of the round before says nothing of this one.
    CHECK(engine::branch_taken(story.c, Phase::plan_of_action, "choose-module").empty());
    story.go_to(Phase::plan_of_action, "choose-module");
    CHECK(story.when("Bram", NextStep{"geen zin"}).missing() == std::vector<std::string>{"branch-chosen"});
  }
}

TEST_CASE("where nobody chose, the way on chooses first", "[engine][explain]") {
  auto story = at_menu();
  const auto way = engine::explain(story.c, story.library, "Bram", story.tick(), Lang::nl).way;
  REQUIRE(way.size() == 2);
  CHECK(std::get<ChooseBranch>(way.front().body).branch == "ideas");
  CHECK(way.front().by == "Bram");
}

TEST_CASE("where nobody at the table has the role that chooses, the way on chooses all the same", "[engine][explain]") {
  auto story = at_menu(with_modules(nlohmann::ordered_json::array({"note_taker"})));
  const auto told = engine::explain(story.c, story.library, "Bram", story.tick(), Lang::nl);
  CHECK_FALSE(told.stuck);
  REQUIRE(told.way.size() == 2);
  CHECK(std::get<ChooseBranch>(told.way[0].body).branch == "ideas");
  story.when(told.way[0].by, told.way[0].body).then({"BranchChosen"});
}

TEST_CASE("the agenda counts only the minutes that can still come", "[engine]") {
  const auto minutes = [](const Story& story) {
    return meeting::review_length(story.c, story.library, 5, 600).minutes;
  };
  // Searching for the key question; advising and agreeing.
  CHECK(minutes(peers()) == 5 + 10 + 5);
  // With a key question nobody has to search.
  CHECK(minutes(with_key_question()) == 10 + 5);
  auto story = at_menu();
  CHECK(minutes(story) == 10 + 5);
  story.does("Bram", ChooseBranch{"ideas"}).does("Bram", NextStep{});
  story.does("Ria", say("idea", "Een kaart.")).does("Bram", NextStep{});
  CHECK(minutes(story) == 5);
}
