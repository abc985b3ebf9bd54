// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/mending/named_places.hpp"
#include "core/engine/engine.hpp"
#include "core/engine/mending/put_right.hpp"
#include "core/engine/remarks/remarks.hpp"
#include "tests/engine/story.hpp"

#include <algorithm>
#include <string>

using namespace casus;
using namespace casus::test;

TEST_CASE("erasing a person says where others still wrote the name", "[engine][identity]") {
  auto story = begun();
  story.go_to(Phase::analysis, "present");
  story.does("Noor", AddNetworkPerson{"Els", "tante", Shell::friend_, Quadrant::peers, false});
  const auto says = [&](const std::string& whom) {
    const Command erase{{}, story.c.id, "Noor", story.now, {}, CommandBody(ErasePerson{whom, "op verzoek", "Bram"})};
    std::vector<std::string> out;
    for (const auto& remark : engine::remarks(story.c, erase, &story.history))
      out.push_back(remark.message.in(Lang::nl));
    return out;
  };
  CHECK(says("els").empty());
  story.does("Noor", say("fact", "Els belt elke dag"));
  story.does("Noor", SetGoal{"Els blijft bellen", false, {}, "", {}});
  CHECK(says("els") == std::vector<std::string>{
                           "waar de naam stond, staat na het wissen […]; hoe het er eerst stond, blijft te lezen in "
                           "de geschiedenis. Vernietig wat er niet mag blijven: b1 (case destroy case=2026-001 "
                           "ref=b1 ground=other_person); g1 "
                           "(case destroy case=2026-001 ref=g1 ground=other_person)"});
  CHECK(says("Niemand").empty());
}

TEST_CASE("what was said when somebody was asked goes by its own line, and their name stays", "[engine][identity]") {
  auto story = begun();
  story.go_to(Phase::analysis, "present");
  story.does("Noor", AddNetworkPerson{"Els", "tante", Shell::friend_, Quadrant::peers, false});
  story.does("Noor", AddNetworkPerson{"Joke", "buurvrouw", Shell::friend_, Quadrant::peers, false});
  story.does("Noor", AskPerson{{.person = "Joke", .note = "Joke en Els komen samen"}});
  const auto line = std::to_string(story.history.size());
  const Command erase{{}, story.c.id, "Noor", story.now, {}, CommandBody(ErasePerson{"Els", "op verzoek", "Bram"})};
  const auto remarks = engine::remarks(story.c, erase, &story.history);
  REQUIRE(remarks.size() == 1);
  CHECK_THAT(remarks.front().message.in(Lang::nl),
             Catch::EndsWith("(case destroy case=2026-001 ref=" + line + " ground=other_person)"));
  story.does("Noor", ErasePerson{"Els", "op verzoek", "Bram"});
  const auto corrects = [&](const Event& event) {
    const auto* one = std::get_if<Corrected>(&event.body);
    return one != nullptr && one->ref == line;
  };
  CHECK(std::ranges::count_if(story.history, corrects) == 1);
  story.does("Noor", Destroy{line, DestroyGround::other_person, false});
  CHECK(engine::PutRight(story.history).destroyed(std::stoul(line) - 1));
}

TEST_CASE("who goes by two names is erased under both", "[engine][identity]") {
  auto story = begun();
  story.go_to(Phase::analysis, "present");
  for (const auto* name : {"Els", "Elisabeth Smit"})
    story.does("Noor", AddNetworkPerson{name, "tante", Shell::friend_, Quadrant::peers, false});
  story.does("Noor", MergePersons{{"Elisabeth Smit", "Els", "zij zei het zelf"}});
  story.does("Noor", say("fact", "Elisabeth belt, en Els komt"));
  story.does("Noor", ErasePerson{"Els", "op verzoek", "Bram"});
  CHECK(story.c.contributions.back().text == "[\u2026] belt, en [\u2026] komt");
}

TEST_CASE("whose key is gone before the case knows that they were erased is told, until it is said again",
          "[engine][identity]") {
  auto story = begun();
  story.go_to(Phase::analysis, "present");
  for (const auto* name : {"Els", "Joke"})
    story.does("Noor", AddNetworkPerson{name, "tante", Shell::friend_, Quadrant::peers, false});
  story.does("Noor", ErasePerson{"Joke", "op verzoek", "Bram"});
  CHECK(engine::erased_since_copy(story.c, story.history).empty());
  // As a copy of before reads with the keys of after.
  auto history = story.history;
  std::string els;
  for (auto& event : history)
    if (auto* added = std::get_if<NetworkPersonAdded>(&event.body); added != nullptr && added->name == "Els") {
      els = added->person;
      added->name.clear();
    }
  REQUIRE_FALSE(els.empty());
  story.history = history;
  story.c = engine::fold(story.c.id, history);
  CHECK(engine::erased_since_copy(story.c, story.history) == std::vector<std::string>{els});
  story.does("Noor", ErasePerson{els, "op verzoek", "Bram"});
  CHECK(engine::erased_since_copy(story.c, story.history).empty());
  story.when("Noor", ErasePerson{els, "op verzoek", "Bram"}).refused("ErasedAlready");
}
