// SPDX-License-Identifier: EUPL-1.2
// A stay in which nobody reads who said what: rules know it, readers do not.
#include "tests/engine/anonymous.hpp"

#include "core/report/naming.hpp"

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
  Correct correct;
  correct.ref = id;
  correct.text = "Elke dag bellen";
  correct.because = "duidelijker";
  const auto refused = story.when("Yusuf", correct).refusal();
  CHECK(refused.name == "NotYoursToMend");
  for (const auto lang : {Lang::nl, Lang::en})
    CHECK((refused.reason.in(lang) + refused.remedies_in(lang)).find("Femke") == std::string::npos);
  story.when("Femke", correct).then({"Corrected"});
  story.when("Femke", Withdraw{id, "toch niet"}).then({"Withdrawn"});
}

TEST_CASE("who took back what had no name is not named as who still lacks it", "[engine]") {
  auto story = written_without_names();
  const auto who = [&] {
    const auto missing = story.when("Bram", NextStep{}).refusal().missing;
    const auto written = std::ranges::find(missing, "written", &Missing::id);
    REQUIRE(written != missing.end());
    return written->who.in(Lang::nl) + " / " + written->who.in(Lang::en);
  };
  CHECK(who() == "nog 1 mens / 1 person still to come");  // Yusuf
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
