// SPDX-License-Identifier: EUPL-1.2
// A stay in which nobody reads who said what: rules know it, readers do not.
#include "tests/engine/anonymous.hpp"

#include "core/report/history/event_shown.hpp"
#include "core/report/history/naming.hpp"

#include <algorithm>
#include <set>

using namespace casus;
using namespace casus::test;

TEST_CASE("what is said without names has ids by chance, and stands in their order once the table goes on",
          "[engine]") {
  auto story = written_without_names();
  std::vector<std::string> ids;
  for (const auto& it : story.c.contributions)
    if (it.visit == story.c.visit_index()) ids.push_back(it.id);
  REQUIRE(ids.size() == 4);
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == 4);
  for (const auto& id : ids) CHECK(id.size() == 6);
  const int stay = story.c.visit_index();
  story.does("Bram", NextStep{"wie wilde schreef"});
  std::vector<std::string> after;
  for (const auto& it : story.c.contributions)
    if (it.visit == stay) after.push_back(it.id);
  std::ranges::sort(ids);
  CHECK(after == ids);
  CHECK(story.c.scores.front().given.id < story.c.scores.back().given.id);
  const auto again = story.refolded();
  CHECK(std::ranges::equal(again.contributions, story.c.contributions, {}, &Contribution::id, &Contribution::id));
  // What comes after it is numbered as ever.
  story.does("Noor", say("idea", "Een vaste dag"));
  CHECK(story.c.contributions.back().id.size() < 6);
}

TEST_CASE("who said it is kept for rules, and read by nobody", "[engine]") {
  auto story = written_without_names();
  const auto said = story.c.contributions.back();
  CHECK(story.c.person(said.by)->name == "Femke");
  CHECK(story.c.is_anonymous(said));
  CHECK(story.c.said_by(said) == kSomebody);
  CHECK(story.c.name_of(story.c.said_by(said), Lang::nl) == "iemand aan tafel");
  CHECK(story.c.name_of(story.c.said_by(said), Lang::en) == "somebody at the table");
  story.does("Bram", NextStep{"wie wilde schreef"});
  CHECK(story.c.said_at(said) == story.c.visits[static_cast<std::size_t>(said.visit)].left);
  for (const auto& it : story.c.contributions) CHECK(report::is_shown(story.c, it));
  // A name stands with what is said in the next step.
  story.does("Noor", say("idea", "Een vaste dag"));
  CHECK(story.c.said_by(story.c.contributions.back()) == story.c.person("Noor")->id);
}

TEST_CASE("only who said it puts it right, and the refusal to others does not say whose it is", "[engine]") {
  auto story = written_without_names();
  const auto id = story.c.contributions.back().id;  // of Femke
  story.does("Bram", NextStep{"wie wilde schreef"});
  Correct correct{.ref = id, .text = "Elke dag bellen", .because = "duidelijker"};
  const auto refused = story.when("Yusuf", correct).refusal();
  CHECK(refused.name == "NotYoursToMend");
  for (const auto lang : {Lang::nl, Lang::en})
    CHECK((refused.reason.in(lang) + refused.remedies_in(lang)).find("Femke") == std::string::npos);
  story.when("Femke", correct).then({"Corrected"});
  story.when("Femke", Withdraw{id, "toch niet"}).then({"Withdrawn"});
}

TEST_CASE("the first that a repeat goes through is not what was said first, when it had no name", "[engine]") {
  auto file = without_names();
  auto& list = file["phases"]["plan_of_action"][1];
  list.erase("done_when");
  list["repeat"] =
      nlohmann::ordered_json::parse(R"({"mark": "own", "at_most": 4, "for_each": {"kind": "idea", "step": "write"}})");
  auto story = asked_by(file);
  story.go_to(Phase::plan_of_action, "write");
  // An id is given by chance; here each is lower than the one before, so that their order is not that of talking.
  const auto writes = [&](const std::string& from, const std::string& to) {
    for (int number = 0; number < 500; ++number) {
      const auto idea = say("idea", "Samen koken op dag " + std::to_string(number));
      const auto id = story.when("Ria", idea).gives<Contributed>().id;
      if (id < from || id >= to) continue;
      story.does("Ria", idea);
      return id;
    }
    return std::string("no id in reach");
  };
  std::vector<std::string> said;
  for (const auto& [from, to] :
       {std::pair{"b80000", "c"}, {"b60000", "b80000"}, {"b40000", "b60000"}, {"b1", "b40000"}})
    said.push_back(writes(from, to));
  std::vector<std::string> times;
  while (times.size() < said.size()) {
    story.does("Bram", NextStep{"verder"});
    times.push_back(story.c.here()->about);
  }
  CHECK(times == std::vector<std::string>(said.rbegin(), said.rend()));
}

TEST_CASE("a refusal names no id of what others write unseen, nor of what has no name", "[engine]") {
  auto story = written_without_names();
  std::vector<std::string> ids;
  for (const auto& it : story.c.contributions)
    if (story.c.is_anonymous(it)) ids.push_back(it.id);
  for (const auto& it : story.c.scores) ids.push_back(it.given.id);
  REQUIRE(ids.size() == 6);
  const auto tells_none = [&](const Came& came) {
    const auto words = came.refusal().reason.in(Lang::nl) + came.refusal().remedies_in(Lang::nl);
    return std::ranges::none_of(ids, [&](const auto& id) { return words.find(id) != std::string::npos; });
  };
  const Correct correct{"b9", "Anders", {}, {}, "typfout"};
  CHECK(tells_none(story.when("Noor", correct).refused("NotFound")));
  story.does("Ria", Withdraw{ids.front(), {}});
  story.c = story.refolded();
  CHECK(tells_none(story.when("Noor", Restore{"b9", "toch wel"}).refused("NotTakenBack")));
  story.does("Bram", NextStep{"wie wilde schreef"});
  CHECK(tells_none(story.when("Noor", correct).refused("NotFound")));
  // With names, whoever wrote it unseen is told its id, and nobody else.
  auto file = ranking();
  file["phases"]["plan_of_action"][0]["floor"] = {{"speakers", {"presenter", "member"}}, {"hidden", true}};
  auto named = asked_by(file);
  named.go_to(Phase::plan_of_action, "write");
  named.does("Ria", say("idea", "Samen koken"));
  ids = {named.c.contributions.back().id};
  CHECK(tells_none(named.when("Noor", correct).refused("NotFound")));
  CHECK_FALSE(tells_none(named.when("Ria", correct).refused("NotFound")));
}

TEST_CASE("who opened the case puts nothing right that is unseen still", "[engine]") {
  auto story = written_without_names();
  const auto score = story.c.scores.back().given.id;  // of Yusuf; Noor opened the case
  const auto idea = story.c.contributions.back().id;  // of Femke
  Correct higher{.ref = score, .set = {"value=9"}, .because = "hoger"};
  story.when("Noor", higher)
      .refused("NotYoursToMend", "R4")
      .says("Dit is ongezien opgeschreven; tot het zichtbaar is, wijzigt alleen wie het schreef het.",
            "This was written unseen; until it is shown, only whoever wrote it can change it.");
  story.when("Noor", Withdraw{idea, "dubbel"}).refused("NotYoursToMend", "R4");
  story.when("Noor", Destroy{idea, DestroyGround::citizen_number, false}).refused("NotYoursToMend", "R4");
  story.when("Noor", Destroy{score, DestroyGround::name, false}).refused("NotYoursToMend", "R4");
  story.when("Femke", Destroy{idea, DestroyGround::citizen_number, false}).then({"TextDestroyed"});
  story.when("Yusuf", Withdraw{score, "vergissing"}).then({"Withdrawn"});
  story.when("Femke", Withdraw{idea, "dubbel"}).then({"Withdrawn"});
  auto gone = story;
  gone.does("Femke", Withdraw{idea, {}});
  gone.c = gone.refolded();
  gone.when("Noor", Restore{idea, "toch wel"}).refused("NotYoursToMend", "R4");
  gone.when("Femke", Restore{idea, {}}).then({"Restored"});
  story.does("Bram", NextStep{"wie wilde schreef"});
  story.when("Noor", Withdraw{idea, "dubbel"}).then({"Withdrawn"});
  story.when("Noor", Destroy{idea, DestroyGround::citizen_number, false}).then({"TextDestroyed"});
}

TEST_CASE("what somebody wrote unseen is not destroyed by the number of its line either, unless they left",
          "[engine][mending]") {
  auto story = written_without_names();  // Femke wrote last; Noor opened the case
  const auto destroy = [](std::size_t line) {
    return Destroy{std::to_string(line), DestroyGround::citizen_number, false};
  };
  const auto said = story.history.size();
  story.does("Femke", Correct{.ref = story.c.contributions.back().id, .text = "Elke dag bellen"});
  const auto corrected = story.history.size();
  story.when("Noor", destroy(said)).refused("NotYoursToMend", "R4");
  // Whoever did not write it is not told that the other line corrects it.
  story.when("Noor", destroy(corrected)).refused("NotFound");
  story.does("Bram", RemoveParticipant{"Femke"});
  story.when("Noor", destroy(said)).then({"TextDestroyed"});
}

TEST_CASE("who took back what had no name is not named as who still lacks it", "[engine]") {
  auto story = written_without_names();
  const auto who = [&] {
    const auto missing = story.when("Bram", NextStep{}).refusal().missing;
    const auto written = std::ranges::find(missing, "written", &Missing::id);
    REQUIRE(written != missing.end());
    return written->who.in(Lang::nl) + " / " + written->who.in(Lang::en);
  };
  CHECK(who() == "nog 1 persoon / 1 person still to come");  // Yusuf
  const auto femkes = std::ranges::find(story.c.contributions, "Elke week bellen", &Contribution::text)->id;
  story.does("Femke", Withdraw{femkes, "toch niet"});
  story.c = story.refolded();
  CHECK(who() == "nog 2 mensen / 2 people still to come");
  // Where names stand with what is said, they are what the chair needs.
  auto named = asked_by(ranking());
  named.go_to(Phase::plan_of_action, "write");
  named.does("Ria", say("idea", "Samen koken"));
  const auto missing = named.when("Bram", NextStep{}).refusal().missing;
  REQUIRE_FALSE(missing.empty());
  CHECK(missing.front().who.in(Lang::nl) == "Noor, Yusuf, Femke");
}

TEST_CASE("each is counted by who it was, without names too", "[engine]") {
  auto story = voting_without_names();
  const auto on = first_said_in(story, "list");
  story.does("Noor", Vote{{on}}).does("Ria", Vote{{on}}).does("Yusuf", Vote{{on}});
  CHECK(story.when("Bram", NextStep{}).missing() == std::vector<std::string>{"chosen"});
  story.does("Ria", Vote{{on}});  // once each: the last counts
  CHECK(story.c.votes.size() == 3);
  story.does("Femke", Vote{{on}}).does("Bram", NextStep{});
  for (const auto& it : story.c.votes) CHECK(story.c.said_by(it) == kSomebody);
}

TEST_CASE("a vote with a name keeps it in the second in which a stay without names ends", "[engine]") {
  auto file = without_names();
  file["phases"]["plan_of_action"][3]["floor"] = {{"speakers", {"presenter", "member"}}, {"hidden", true}};
  auto story = asked_by(file);
  story.go_to(Phase::plan_of_action, "write");
  story.does("Ria", say("idea", "Samen koken"));
  const auto now = story.tick();
  const auto at_once = [&](const std::string& by, CommandBody body) {
    story.done({{}, story.c.id, by, now, std::nullopt, std::move(body)});
  };
  at_once("Bram", NextStep{"verder"});
  at_once("Noor", say("idea", "De tuin in"));
  at_once("Ria", say("idea", "Een vaste dag"));
  for (int moves = 0; moves < 5 && story.c.here()->step != "vote"; ++moves) at_once("Bram", NextStep{"verder"});
  REQUIRE(story.c.here()->step == "vote");
  at_once("Noor", Vote{{first_said_in(story, "list")}});
  REQUIRE(std::holds_alternative<Voted>(story.history.back().body));
  CHECK_FALSE(report::is_unnamed(story.c, story.history.back()));
  at_once("Bram", NextStep{"verder"});
  CHECK_FALSE(report::is_unnamed(story.c, *std::ranges::find_if(story.history, [](const Event& it) {
                                   return std::holds_alternative<Voted>(it.body);
                                 })));
}

TEST_CASE("another method takes nobody's name out of a stay that was without", "[engine]") {
  auto story = written_without_names();
  const auto entered = std::ranges::find_if(story.history.rbegin(), story.history.rend(), [](const Event& it) {
    return std::holds_alternative<StepEntered>(it.body);
  });
  REQUIRE(entered != story.history.rend());
  CHECK(std::get<StepEntered>(entered->body).anonymous);
  story.does("Bram", NextStep{"wie wilde schreef"});
  story.does("Bram", ChangeMethod{"action-learning/advice-round", {}, "past beter"});
  CHECK(std::ranges::count_if(story.c.contributions, [&](const auto& it) { return story.c.is_anonymous(it); }) == 4);
}
