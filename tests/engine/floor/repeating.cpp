// SPDX-License-Identifier: EUPL-1.2
// Steps that come again: for each of something, or until something.
#include "core/engine/floor/repeating.hpp"
#include "core/engine/explain/explain.hpp"
#include "core/engine/floor/course.hpp"
#include "core/meeting/lengths.hpp"
#include "tests/engine/story.hpp"
#include "tests/method/files.hpp"

#include <nlohmann/json.hpp>

using namespace casus;
using namespace casus::test;

namespace {

using nlohmann::ordered_json;

const std::string kRound = "plugins/examples/nominal-group/round.json";
constexpr auto kPlan = "/phases/plan_of_action";
constexpr int kDiscussPlace = 2;

/// The example of the guide, with something else in one of its steps.
method::Definition nominal(const std::vector<ordered_json>& changes = {}) {
  const auto file = ordered_json::parse(source_file(kRound)).patch(ordered_json(changes));
  auto [method, problems] = method::parse(file.dump());
  REQUIRE(lines_of(problems) == std::vector<std::string>{});
  return method;
}

ordered_json put(int step, const std::string& key, const ordered_json& value) {
  return {{"op", "add"}, {"path", kPlan + ("/" + std::to_string(step)) + "/" + key}, {"value", value}};
}

/// The step of discussing comes again for another reason.
method::Definition repeated(const ordered_json& how) {
  auto repeat = how;
  repeat["mark"] = "own";
  return nominal({put(kDiscussPlace, "repeat", repeat)});
}

ordered_json until_no_concern() {
  return ordered_json::parse(R"({"at_most": 3, "until": {
    "text": {"nl": "Niemand noemt nog een bezwaar.", "en": "Nobody names a concern any more."},
    "holds": {"count": "contributions", "where": {"kind": "concern"}, "scope": "step", "at_most": 0}}})");
}

ordered_json until_chosen() {
  return ordered_json::parse(R"({"at_most": 3, "until": {
    "text": {"nl": "Genoeg gepraat.", "en": "Enough said."}, "chosen_by": ["chair"],
    "again": {"nl": "Nog een keer.", "en": "Once more."}}})");
}

Story with_method(method::Definition method, const std::string& step = "list") {
  Story story;
  story.library.offer(std::move(method));
  story.does("Noor", open_command("nominal-group/round"));
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  for (const char* name : {"Ria", "Yusuf", "Femke"})
    story.does("Noor", AddParticipant{name, {Role::member}, true, false, {}});
  story.does("Noor", AskQuestion{"Hoe komt er weer rust?", "Dat er een plan ligt."});
  return story.go_to(Phase::plan_of_action, step);
}

/// At the first idea of three.
Story discussing(method::Definition method = nominal()) {
  auto story = with_method(std::move(method));
  for (const auto& [who, idea] : {std::pair{"Noor", "Samen koken"}, {"Ria", "De tuin in"}, {"Yusuf", "Een vaste dag"}})
    story.does(who, say("idea", idea));
  story.does("Femke", Pass{});
  return story.does("Bram", NextStep{"niet ieder schreef"});
}

std::string now_about(const Story& story) {
  const auto& about = story.c.here()->about;
  for (const auto& it : story.c.contributions)
    if (it.id == about) return it.text;
  for (const auto& it : story.c.people)
    if (it.id == about) return it.name;
  return about;
}

/// "discuss 2: De tuin in".
std::string now_at(const Story& story) {
  const auto& here = *story.c.here();
  return here.step + ' ' + std::to_string(here.again + 1) + (here.about.empty() ? "" : ": " + now_about(story));
}

Story& talk(Story& story, const char* kind = "information") {
  return story.does("Ria", say(kind, "Dat is goed om te weten."));
}

using Lines = std::vector<std::string>;

/// Where the case is after each `next`, until it is out of the repeat.
Lines through(Story story) {
  Lines at{now_at(story)};
  for (int moves = 0; moves < 40 && story.c.here()->step == "discuss"; ++moves) {
    story.does("Bram", NextStep{"niets te zeggen"});
    at.push_back(now_at(story));
  }
  return at;
}

}  // namespace

TEST_CASE("a step comes once for each of what was said, and the event says about which", "[engine]") {
  auto story = discussing();
  CHECK(through(story) ==
        Lines{"discuss 1: Samen koken", "discuss 2: De tuin in", "discuss 3: Een vaste dag", "vote 1"});
  talk(story);
  const auto came = story.when("Bram", NextStep{}).then({"StepLeft", "StepEntered"}).gives<StepEntered>();
  CHECK(came.step == "discuss");
  CHECK(came.again == 1);
  const auto second = std::ranges::find(story.c.contributions, "De tuin in", &Contribution::text);
  CHECK(came.about == second->id);
  story.does("Bram", NextStep{});
  // Folding asks no definition.
  CHECK(story.refolded().here()->about == second->id);
  CHECK(story.refolded().here()->again == 1);
}

TEST_CASE("what a step asks and allows is counted within each time", "[engine]") {
  auto story = discussing(nominal({put(kDiscussPlace, "floor/per_step", {{"question", 1}})}));
  for (int time = 1; time <= 3; ++time) {
    CAPTURE(time);
    CHECK(story.when("Bram", NextStep{}).missing() == Lines{"spoken-of"});
    story.does("Ria", say("question", "Wat is ervoor nodig?"));
    story.when("Yusuf", say("question", "En wie doet dat?")).refused("StepIsFull", "R4");
    story.does("Bram", NextStep{});
  }
  CHECK(now_at(story) == "vote 1");
}

TEST_CASE("within a time that is gone back to, its limit still counts", "[engine]") {
  auto story = discussing(nominal({put(kDiscussPlace, "floor/per_step", {{"question", 1}})}));
  story.does("Ria", say("question", "Wat is ervoor nodig?")).does("Bram", NextStep{});
  story.does("Bram", BackStep{});
  CHECK(now_at(story) == "discuss 1: Samen koken");
  story.when("Yusuf", say("question", "En wie doet dat?")).refused("StepIsFull", "R4");
  story.when("Bram", NextStep{}).then({"StepLeft", "StepEntered"});  // and what it asks is there still
}

TEST_CASE("who had a turn before the table went back needs none again", "[engine]") {
  auto story = discussing(nominal({put(kDiscussPlace, "floor/order", "turns")}));
  story.does("Noor", say("information", "Dat kan op woensdag."));
  for (const char* name : {"Ria", "Yusuf", "Femke"}) story.does(name, Pass{});
  story.does("Bram", NextStep{}).does("Bram", BackStep{});
  CHECK(now_at(story) == "discuss 1: Samen koken");
  story.when("Bram", NextStep{}).then({"StepLeft", "StepEntered"});
}

TEST_CASE("turns begin anew each time", "[engine]") {
  auto story = discussing(nominal({put(kDiscussPlace, "floor/order", "turns")}));
  story.does("Noor", say("information", "Dat kan op woensdag.")).does("Ria", say("question", "Waar dan?"));
  for (const char* name : {"Yusuf", "Femke"}) story.does(name, Pass{});
  story.does("Bram", NextStep{});
  story.when("Ria", say("question", "Welke tuin?")).refused("NotYourTurn", "R4");
  CHECK(story.when("Bram", NextStep{}).missing() == Lines{"spoken-of", "everyone-had-a-turn"});
  story.does("Noor", say("information", "Die achter het huis."));
}

TEST_CASE("what is taken back meanwhile does not come, and what is said of an idea is no new one", "[engine]") {
  auto story = discussing(nominal({put(kDiscussPlace, "kinds/-", "idea")}));
  story.does("Ria", say("idea", "Samen koken, maar dan buiten."));
  const auto garden = std::ranges::find(story.c.contributions, "De tuin in", &Contribution::text)->id;
  story.does("Ria", Withdraw{garden, "dubbel"});
  CHECK(through(story) == Lines{"discuss 1: Samen koken", "discuss 2: Een vaste dag", "vote 1"});
}

TEST_CASE("an idea that was written unseen comes up once, as it is told", "[engine]") {
  auto story = with_method(nominal(), "write");
  story.does("Noor", say("idea", "Samen koken")).does("Ria", say("idea", "De tuin in"));
  story.does("Ria", say("idea", "Toch maar niet")).does("Bram", NextStep{"niet ieder schreef"});
  story.does("Noor", say("idea", "")).does("Ria", say("idea", ""));
  story.does("Bram", NextStep{"niet ieder kwam"});
  CHECK(through(story) == Lines{"discuss 1: Samen koken", "discuss 2: De tuin in", "vote 1"});
}

TEST_CASE("over nothing a step does not come, and the event says that it was passed over", "[engine]") {
  auto story = discussing(repeated({{"for_each", {{"role", "note_taker"}}}, {"at_most", 4}}));
  CHECK(now_at(story) == "vote 1");
  REQUIRE(story.c.here()->passed_over.size() == 1);
  CHECK(story.c.here()->passed_over.front().step == "discuss");
  CHECK(story.when("Bram", BackStep{}).gives<StepEntered>().step == "list");
  story.when("Bram", BackStep{"discuss", {}})
      .refused("StepPassedOver")
      .says("De stap 'Eén idee bespreken' is in deze ronde overgeslagen.",
            "The step 'Discuss one idea' was skipped in this round.");
}

TEST_CASE("going back leads to the time before, and on again through what is not done", "[engine]") {
  auto story = discussing();
  talk(story).does("Bram", NextStep{});
  talk(story).does("Bram", NextStep{});
  CHECK(now_at(story) == "discuss 3: Een vaste dag");
  story.does("Bram", BackStep{});
  CHECK(now_at(story) == "discuss 2: De tuin in");
  story.does("Bram", BackStep{});
  CHECK(now_at(story) == "discuss 1: Samen koken");
  CHECK(story.when("Bram", BackStep{}).gives<StepEntered>().step == "list");
  CHECK(through(story) ==
        Lines{"discuss 1: Samen koken", "discuss 2: De tuin in", "discuss 3: Een vaste dag", "vote 1"});
}

TEST_CASE("what was forgotten is added before the repeat, and only that still comes", "[engine]") {
  auto story = discussing();
  for (int times = 0; times < 3; ++times) talk(story).does("Bram", NextStep{});
  CHECK(now_at(story) == "vote 1");
  CHECK(story.when("Bram", BackStep{}).gives<StepEntered>().again == 2);
  story.does("Bram", BackStep{"list", {}});
  story.does("Noor", say("idea", "Een wandeling")).does("Bram", NextStep{"de rest zei alles al"});
  CHECK(through(story) == Lines{"discuss 4: Een wandeling", "vote 1"});
}

TEST_CASE("what was gone through lies behind, also when the table comes past it once more", "[engine]") {
  auto story = discussing();
  for (int times = 0; times < 3; ++times) talk(story).does("Bram", NextStep{});
  story.does("Bram", BackStep{"list", {}}).does("Bram", NextStep{"niet ieder schreef"});
  CHECK(now_at(story) == "vote 1");
  CHECK(story.c.here()->passed_over.size() == 1);
  const auto back = story.when("Bram", BackStep{}).gives<StepEntered>();
  CHECK(back.step == "discuss");
  CHECK(back.again == 2);
}

TEST_CASE("it comes no more often than it may", "[engine]") {
  auto story = discussing(repeated({{"for_each", {{"kind", "idea"}, {"step", "list"}}}, {"at_most", 2}}));
  CHECK(through(story) == Lines{"discuss 1: Samen koken", "discuss 2: De tuin in", "vote 1"});
  const auto* method = story.library.pinned_method(story.c.method(Phase::plan_of_action));
  const auto& steps = method->steps(Phase::plan_of_action);
  const auto now =
      engine::time_now(story.c, {Phase::plan_of_action, &steps, *method::repeated_at(steps, kDiscussPlace)});
  CHECK(now.of == 2);
  REQUIRE(now.left_out.size() == 1);
  CHECK(std::ranges::find(story.c.contributions, now.left_out.front(), &Contribution::id)->text == "Een vaste dag");
}

TEST_CASE("a step can come once for each of the people with a role", "[engine]") {
  auto story = discussing(repeated({{"for_each", {{"role", "member"}}}, {"at_most", 6}}));
  CHECK(through(story) == Lines{"discuss 1: Ria", "discuss 2: Yusuf", "discuss 3: Femke", "vote 1"});
  story.does("Noor", RemoveParticipant{"Yusuf"});
  CHECK(through(story) == Lines{"discuss 1: Ria", "discuss 2: Femke", "vote 1"});
  story.does("Noor", AddParticipant{"Amir", {Role::member}, true, false, {}});
  CHECK(through(story) == Lines{"discuss 1: Ria", "discuss 2: Femke", "discuss 3: Amir", "vote 1"});
}

TEST_CASE("a step comes again until something holds, and no more often than it may", "[engine]") {
  auto story = discussing(repeated(until_no_concern()));
  CHECK(now_at(story) == "discuss 1");
  CHECK(talk(story).when("Bram", NextStep{}).gives<StepEntered>().step == "vote");
  talk(story, "concern").does("Bram", NextStep{});
  CHECK(now_at(story) == "discuss 2");
  talk(story, "concern").does("Bram", NextStep{});
  CHECK(now_at(story) == "discuss 3");
  talk(story, "concern").does("Bram", NextStep{});
  CHECK(now_at(story) == "vote 1");
  CHECK(story.when("Bram", BackStep{}).gives<StepEntered>().again == 2);
}

TEST_CASE("a share of nothing ends no repeat", "[engine]") {
  auto how = until_no_concern();
  how["until"]["holds"] = ordered_json::parse(R"({"share": "contributions", "of": {"kind": ["information", "concern"]},
    "where": {"kind": "information"}, "scope": "step", "at_least": 0.75})");
  auto story = discussing(repeated(how));
  story.does("Ria", say("question", "Wie belt er?")).does("Bram", NextStep{});
  CHECK(now_at(story) == "discuss 2");
  talk(story).does("Bram", NextStep{});
  CHECK(now_at(story) == "vote 1");
}

TEST_CASE("whether a step comes again can be chosen, anew each time and by who may", "[engine]") {
  auto story = discussing(repeated(until_chosen()));
  for (int time = 1; time <= 2; ++time) {
    CAPTURE(time);
    CHECK(talk(story).when("Bram", NextStep{}).missing() == Lines{"again-chosen"});
    CHECK(story.when("Bram", NextStep{}).refusal().missing.front().text.in(Lang::en) ==
          "The choice is made: once more, or go on.");
    story.when("Ria", ChooseBranch{"2"}).refused("NotYoursToChoose");
    auto enough = story;
    enough.does("Bram", ChooseBranch{"Genoeg"}).does("Bram", NextStep{});
    CHECK(now_at(enough) == "vote 1");
    story.does("Bram", ChooseBranch{time == 1 ? "again" : "2"}).does("Bram", NextStep{});
    CHECK(now_at(story) == "discuss " + std::to_string(time + 1));
  }
  story.when("Bram", ChooseBranch{"again"})
      .refused("LastTime")
      .says("Dit was de laatste keer: 'Eén idee bespreken' komt hoogstens 3 keer.",
            "This was the last time: 'Discuss one idea' comes at most 3 times.");
  talk(story).does("Bram", NextStep{});
  CHECK(now_at(story) == "vote 1");
}

TEST_CASE("whether a step comes again is chosen anew in a time that the table went back to", "[engine]") {
  auto story = discussing(repeated(until_chosen()));
  talk(story).does("Bram", ChooseBranch{"again"}).does("Bram", NextStep{});
  REQUIRE(now_at(story) == "discuss 2");
  const auto asked_again = [](const Story& it) {
    return it.when("Bram", NextStep{}).missing() == Lines{"again-chosen"};
  };
  auto first = story;
  first.does("Bram", BackStep{});
  REQUIRE(now_at(first) == "discuss 1");
  CHECK(asked_again(first));
  CHECK(first.c.branches.size() == 1);  // what was chosen before is kept, and counts no more
  first.does("Bram", ChooseBranch{"enough"}).does("Bram", NextStep{});
  CHECK(now_at(first) == "vote 1");
  talk(story).does("Bram", ChooseBranch{"enough"}).does("Bram", NextStep{});
  story.does("Bram", BackStep{});
  REQUIRE(now_at(story) == "discuss 2");
  CHECK(asked_again(story));
  story.does("Bram", ChooseBranch{"again"}).does("Bram", NextStep{});
  CHECK(now_at(story) == "discuss 3");
  // Behind the last time nothing is asked, also when the table comes back to it.
  talk(story).does("Bram", NextStep{}).does("Bram", BackStep{});
  REQUIRE(now_at(story) == "discuss 3");
  story.does("Bram", NextStep{});
  CHECK(now_at(story) == "vote 1");
}

TEST_CASE("steps that come again together keep what they are about", "[engine]") {
  const auto repeat =
      ordered_json{{"for_each", {{"kind", "idea"}}}, {"at_most", 5}, {"through", "vote"}, {"mark", "own"}};
  const auto only_if = ordered_json::parse(R"({"text": {"nl": "Er is een bezwaar.", "en": "There is a concern."},
    "mark": "own", "holds": {"count": "contributions", "where": {"kind": "concern"}, "scope": "step", "at_least": 1}})");
  auto story = discussing(nominal({put(kDiscussPlace, "repeat", repeat), put(3, "when", only_if)}));
  talk(story, "concern").does("Bram", NextStep{});
  CHECK(now_at(story) == "vote 1: Samen koken");
  story.does("Bram", BackStep{});
  CHECK(now_at(story) == "discuss 1: Samen koken");
  talk(story, "concern").does("Bram", NextStep{}).does("Bram", NextStep{"niet ieder koos"});
  CHECK(now_at(story) == "discuss 2: De tuin in");
  CHECK(story.when("Bram", BackStep{}).gives<StepEntered>().step == "vote");
  // Without a concern the second step of this time does not come, and going back does not lead to it.
  talk(story).does("Bram", NextStep{});
  CHECK(now_at(story) == "discuss 3: Een vaste dag");
  CHECK(story.c.here()->passed_over.size() == 1);
  CHECK(story.when("Bram", BackStep{}).gives<StepEntered>().step == "discuss");
  talk(story).does("Bram", NextStep{});
  CHECK(now_at(story) == "agree 1");
  const auto back = story.when("Bram", BackStep{}).gives<StepEntered>();
  CHECK(back.step == "discuss");
  CHECK(back.again == 2);
}

TEST_CASE("a condition on the first step of a repeat is asked once, for all of it", "[engine]") {
  const auto only_if = ordered_json::parse(R"({"text": {"nl": "Er zijn drie ideeën.", "en": "There are three ideas."},
    "mark": "own", "holds": {"count": "contributions", "where": {"step": "list"}, "scope": "step", "at_least": 3}})");
  CHECK(through(discussing(nominal({put(kDiscussPlace, "when", only_if)}))).size() == 4);
  auto few = only_if;
  few["holds"]["at_least"] = 4;
  CHECK(now_at(discussing(nominal({put(kDiscussPlace, "when", few)}))) == "vote 1");
}

TEST_CASE("the way on leads through every time, to the next round", "[engine][explain]") {
  for (const auto& how :
       {ordered_json{{"for_each", {{"kind", "idea"}}}, {"at_most", 12}},
        ordered_json{{"for_each", {{"role", "member"}}}, {"at_most", 2}}, until_no_concern(), until_chosen()}) {
    CAPTURE(how.dump());
    auto story = discussing(repeated(how));
    for (int moves = 0; moves < 30 && story.c.round == 1; ++moves) {
      const auto way = engine::explain(story.c, story.library, "Bram", story.tick(), Lang::nl);
      REQUIRE_FALSE(way.stuck);
      for (const auto& command : way.way) story.done(command);
    }
    CHECK(story.c.round == 2);
    story.go_to(Phase::plan_of_action, "discuss");
    CHECK(story.c.here()->again == 0);  // a new round begins anew
  }
}

TEST_CASE("the agenda counts a step for each time that it still comes", "[engine]") {
  const auto minutes = [](const Story& story) {
    return meeting::review_length(story.c, story.library, 5, 600).minutes;
  };
  // Writing, listing, twelve ideas at most as more can be said, choosing and agreeing.
  auto listing = with_method(nominal());
  CHECK(minutes(listing) == 10 + 12 * 2 + 5 + 5);
  auto story = discussing();
  CHECK(minutes(story) == 3 * 2 + 5 + 5);
  story.does("Bram", NextStep{"niets te zeggen"});
  CHECK(minutes(story) == 2 * 2 + 5 + 5);
  CHECK(minutes(discussing(repeated({{"for_each", {{"role", "member"}}}, {"at_most", 12}}))) == 3 * 2 + 5 + 5);
  auto until = discussing(repeated(until_no_concern()));
  CHECK(minutes(until) == 3 * 2 + 5 + 5);
  until.does("Ria", say("concern", "Dat kost te veel.")).does("Bram", NextStep{});
  CHECK(minutes(until) == 2 * 2 + 5 + 5);
}
