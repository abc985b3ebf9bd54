// SPDX-License-Identifier: EUPL-1.2
#include "tests/engine/at_work.hpp"

/// A withdrawal by mistake.
using namespace casus;
using namespace casus::test;

namespace {

Story with_a_plan() {
  auto story = at_work();
  story.does("Daan", fact("Zij belt"));
  story.does("Noor", SetGoal{{"Zij slaapt door", false, {}, {}, {}}});
  story.does("Noor", call_together());
  return story;
}

}  // namespace

TEST_CASE("what was withdrawn by mistake stands again, with all that rested on it", "[engine][mending]") {
  auto story = with_a_plan();
  story.does("Noor", AgreePlan{"g1", "ja", {}});
  story.does("Noor", Withdraw{"g1", "hoort bij een ander"});
  CHECK(story.c.actions[0].plan.goal.empty());
  story.when("Noor", Restore{"g1", {}}).then({"Restored"});
  story.does("Noor", Restore{"g1", {}});
  REQUIRE(story.c.goals.size() == 1);
  CHECK(story.c.goals[0].set.text == "Zij slaapt door");
  CHECK(story.c.agreed.size() == 1);
  CHECK(story.c.actions[0].plan.goal == "g1");
  CHECK(story.c.taken_back.empty());
  CHECK(story.c.mended("g1") == nullptr);
  story.when("Noor", Restore{"g1", "nog eens"}).refused("NotTakenBack");
  story.when("Noor", Restore{"g9", "vergissing"}).refused("NotTakenBack");
}

TEST_CASE("who may mend it puts it back, with a reason once the step is over", "[engine][mending]") {
  auto story = with_a_plan();
  story.when("Daan", Restore{}).refused("NotTakenBack");
  story.does("Daan", Withdraw{"b1", {}});
  story.when("Samira", Restore{"b1", "toch wel"}).refused("NotYoursToMend");
  story.when("Noor", Restore{"b1", {}}).refused("ReasonMissing");
  auto later = story;
  later.go_to(Phase::analysis, "tell", "Noor");
  later.when("Daan", Restore{"b1", {}}).refused("ReasonMissing");
  later.when("Daan", Restore{"b1", "vergissing"}).then({"Restored"});
  story.when("Daan", Restore{}).then({"Restored"});
  story.does("Daan", Restore{});
  CHECK(story.c.contributions.size() == 1);
}

TEST_CASE("an event without words of its own is put back by its number", "[engine][mending]") {
  auto story = with_a_plan();
  story.does("Noor", FinishAction{{"a1", Done::done, "gedaan"}});
  const auto finished = std::to_string(story.history.size());
  story.does("Noor", Withdraw{finished, "verkeerde actie"});
  CHECK(story.c.actions[0].state == Done::open);
  story.does("Noor", Restore{finished, "toch de goede"});
  CHECK(story.c.actions[0].state == Done::done);
}

TEST_CASE("what was destroyed after it was withdrawn stays away", "[engine][mending]") {
  auto story = with_a_plan();
  story.does("Daan", Withdraw{"b1", {}});
  story.does("Noor", Destroy{"b1", DestroyGround::special, false});
  story.when("Daan", Restore{"b1", "toch wel"}).refused("DestroyedAlready");
}

TEST_CASE("words that were withdrawn count nowhere: what is withdrawn twice is told how to stand again",
          "[engine][mending]") {
  auto story = with_a_plan();
  story.does("Daan", Withdraw{"b1", {}});
  story.when("Daan", Withdraw{"b1", "nog eens"}).refused("TakenBackAlready");
  story.when("Daan", correct("b1", "Zij schrijft", "fout")).refused("TakenBackAlready");
}

TEST_CASE("what can be put back is told by its number", "[engine][mending]") {
  auto story = with_a_plan();
  story.when("Noor", Restore{"b1", "toch"})
      .refused("NotTakenBack")
      .says("er is niets ingetrokken dat terug kan", "nothing has been withdrawn that can be put back");
  story.does("Daan", Withdraw{"b1", {}});
  story.when("Noor", Restore{"g1", "toch"})
      .refused("NotTakenBack")
      .says("Dat is niet ingetrokken.", "That has not been withdrawn.")
      .asks("Terug kan: b1.", "You can put back: b1.");
}

TEST_CASE("a name that was erased does not come back with what is put back or made undone", "[engine][mending]") {
  auto story = with_a_plan();
  story.does("Noor", AddNetworkPerson{"Els", "zus", Shell::intimate, Quadrant::family, false});
  story.does("Daan", fact("Els belt elke dag"));
  story.does("Daan", fact("Els kookt"));
  story.does("Daan", Withdraw{"b2", {}});
  story.does("Noor", ErasePerson{"Els", "op verzoek", "Samira"});
  story.does("Daan", Restore{"b2", {}});
  for (const auto& it : story.c.contributions) CHECK(it.text.find("Els") == std::string::npos);
  story.when("Noor", Withdraw{}).refused("GoneStays");
  CHECK(story.c.contributions.size() == 3);
}

TEST_CASE("somebody who was withdrawn does not come back beside another of that name", "[engine][mending]") {
  auto story = with_a_plan();
  story.does("Noor", AddNetworkPerson{"Els", "zus", Shell::intimate, Quadrant::family, false});
  const auto id = story.c.person("Els")->id;
  story.does("Noor", Withdraw{id, "verkeerde"});
  story.does("Noor", AddNetworkPerson{"Els", "buur", Shell::friend_, Quadrant::peers, false});
  story.when("Noor", Restore{id, "toch"}).refused("NameTaken");
}

TEST_CASE("after a correction whose first words were destroyed nothing is left to undo", "[engine][mending]") {
  auto story = with_a_plan();
  story.does("Daan", correct("b1", "Zij schrijft"));
  story.does("Daan", Destroy{"b1", DestroyGround::name, true});
  story.when("Daan", Withdraw{}).refused("GoneStays");
  CHECK(story.c.contributions[0].text == "Zij schrijft");
}

TEST_CASE("somebody who was taken back is erased without being put back first", "[engine][mending]") {
  auto story = at_work();
  story.does("Noor", AddNetworkPerson{"Els Bos", "zus", Shell::intimate, Quadrant::family, false});
  const auto added = std::to_string(story.history.size());
  const auto id = story.c.person("Els Bos")->id;
  story.does("Daan", fact("Els Bos belt elke dag"));
  story.does("Noor", Withdraw{added, "verkeerde persoon"});
  REQUIRE(story.c.person("Els Bos") == nullptr);
  story.when("Noor", ErasePerson{"Els Vos", "op verzoek", "Samira"}).refused("NobodyCalled");
  story.when("Noor", ErasePerson{"Els Bos", "op verzoek", "Samira"}).then({"Corrected", "PersonErased"});
  story.does("Noor", ErasePerson{"Els Bos", "op verzoek", "Samira"});
  CHECK(std::get<PersonErased>(story.history.back().body).person == id);
  CHECK(story.c.contributions.back().text == "[\u2026] belt elke dag");
  story.when("Noor", ErasePerson{id, "nog eens", "Samira"}).refused("ErasedAlready");
  // Put back, the person is one that was erased.
  story.does("Noor", Restore{added, "toch wel"});
  REQUIRE(story.c.entry(id) != nullptr);
  CHECK(story.c.entry(id)->erased);
}

TEST_CASE("undoing a corrected name gives the name back, and takes nobody away", "[engine][mending]") {
  auto story = with_a_plan();
  story.does("Noor", AddNetworkPerson{"Els", "zus", Shell::intimate, Quadrant::family, false});
  const auto id = story.c.person("Els")->id;
  story.does("Noor", AddTie{{"inwoner", "Els", Strength::strong, false, Direction::both}});
  Correct other = correct(id, "Mies", "typfout");
  other.set = {"relatie=buurvrouw"};
  story.does("Noor", other);
  REQUIRE(story.c.entry(id)->name == "Mies");
  REQUIRE(story.c.entry(id)->network->relation == "buurvrouw");
  story.when("Noor", Withdraw{}).then({"PersonNamed"});
  story.does("Noor", Withdraw{});
  REQUIRE(story.c.entry(id) != nullptr);
  CHECK(story.c.entry(id)->name == "Els");
  CHECK(story.c.entry(id)->network->relation == "zus");
  CHECK(story.c.ties.size() == 1);
  story.does("Noor", Withdraw{});  // once more, as of all that was put right
  CHECK(story.c.entry(id)->name == "Mies");
  CHECK(story.c.ties.size() == 1);
  CHECK(story.refolded().entry(id)->name == "Mies");
  // The name of before is somebody else's by now.
  story.does("Daan", AddNetworkPerson{"Els", "buur", Shell::friend_, Quadrant::peers, false});
  story.when("Noor", Withdraw{}).refused("NameTaken");
}

TEST_CASE("what is said again after a destruction is no line that undoing takes", "[engine][mending]") {
  auto story = with_a_plan();
  story.does("Noor", correct("title", "Gezin", "naam"));
  story.does("Noor", Destroy{"title", DestroyGround::name});  // her own name lay in that event
  story.when("Noor", Withdraw{}).refused("GoneStays");
  story.does("Noor", AddNetworkPerson{"Els", "zus", Shell::intimate, Quadrant::family, false});
  const auto id = story.c.person("Els")->id;
  story.does("Noor", correct(id, "de zus", "naam"));
  story.does("Noor", Destroy{id, DestroyGround::name});
  story.when("Noor", Withdraw{}).refused("GoneStays");
  CHECK(story.c.entry(id)->name == "de zus");
}

TEST_CASE("undoing a correction of which another destroyed the words brings no empty words", "[engine][mending]") {
  auto story = with_a_plan();
  story.does("Daan", correct("b1", "Zij schrijft"));
  story.does("Noor", Destroy{"b1", DestroyGround::name, true});
  story.when("Daan", Withdraw{}).refused("DestroyedAlready");
  CHECK(story.c.contributions[0].text == "Zij schrijft");
  // What was put back before it was destroyed is not taken back once more.
  story.does("Daan", fact("Hij kookt"));
  story.does("Daan", Withdraw{"b2", {}});
  story.does("Daan", Restore{"b2", {}});
  story.does("Noor", Destroy{"b2", DestroyGround::name});
  story.when("Daan", Withdraw{}).refused("DestroyedAlready");
}

TEST_CASE("what is destroyed is not named among what can be put back", "[engine][mending]") {
  auto story = with_a_plan();
  story.does("Daan", fact("Hij kookt"));
  story.does("Daan", Withdraw{"b1", "dubbel"});
  story.does("Daan", Withdraw{"b2", "dubbel"});
  story.does("Daan", Destroy{"b2", DestroyGround::name});
  story.when("Noor", Restore{"g1", "toch"}).refused("NotTakenBack").asks("Terug kan: b1.", "You can put back: b1.");
  story.does("Daan", Destroy{"b1", DestroyGround::name});
  story.when("Noor", Restore{"g1", "toch"})
      .refused("NotTakenBack")
      .says("er is niets ingetrokken dat terug kan", "nothing has been withdrawn that can be put back");
}
