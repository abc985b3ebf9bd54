// SPDX-License-Identifier: EUPL-1.2
// A line that is said in a later step than that in which it was typed.
#include "tests/engine/anonymous.hpp"

using namespace casus;
using namespace casus::test;

namespace {

Say typed_in_step(const std::string& step, const std::string& kind = "idea") {
  auto it = say(kind, "Samen koken");
  it.typed_in = step;
  return it;
}

Story at_the_list() { return asked_by(records_file()).go_to(Phase::plan_of_action, "list"); }

const Visit& typed_at(const Case& c) {
  REQUIRE(c.contributions.back().typed_visit >= 0);
  return c.visits[static_cast<std::size_t>(c.contributions.back().typed_visit)];
}

}  // namespace

TEST_CASE("what was typed in an earlier step names it, and stands where it was placed", "[engine]") {
  auto story = at_the_list();
  story.when("Noor", typed_in_step("write")).then({"Contributed"});
  CHECK(story.when("Noor", typed_in_step("write")).gives<Contributed>().typed_in == "write");
  // As people call it.
  CHECK(story.when("Noor", typed_in_step("stil opschrijven")).gives<Contributed>().typed_in == "write");
  story.does("Noor", typed_in_step("write"));
  CHECK(typed_at(story.c).step == "write");
  CHECK(story.c.contributions.back().visit == story.c.visit_index());
  CHECK(story.c.turns.back().by == story.c.contributions.back().by);
  CHECK(typed_at(story.refolded()).step == "write");
}

TEST_CASE("what was typed in the step at hand names none", "[engine]") {
  auto story = at_the_list();
  CHECK(story.when("Noor", typed_in_step("list")).gives<Contributed>().typed_in.empty());
  CHECK(story.when("Noor", typed_in_step("")).gives<Contributed>().typed_in.empty());
  story.does("Noor", typed_in_step(""));
  CHECK(story.c.contributions.back().typed_visit == -1);
  // Back in a step it is the same time.
  story.does("Bram", BackStep{"write", "nog een idee"});
  CHECK(story.when("Noor", typed_in_step("write", "unplaced")).gives<Contributed>().typed_in.empty());
  CHECK(story.when("Noor", typed_in_step("list", "unplaced")).gives<Contributed>().typed_in == "list");
}

TEST_CASE("a step that the case was never in is no step in which a line was typed", "[engine]") {
  const auto story = at_the_list();
  story.when("Noor", typed_in_step("vote")).refused("NotFound");
  story.when("Noor", typed_in_step("nergens"))
      .refused("NotFound")
      .says("Er is geen eerdere stap 'nergens' in deze casus.", "There is no earlier step 'nergens' in this case.")
      .asks("Kies uit: Stil opschrijven of Vertellen.", "Choose from: Write in silence or Tell.");
  auto first = asked_by(records_file());
  first.go_to(Phase::analysis, "tell");
  first.when("Noor", typed_in_step("nergens", "unplaced"))
      .refused("NotFound")
      .asks("Er is nog geen stap geweest. Laat weg in welke stap het is getypt.",
            "There was no step before this one. Leave out in which step it was typed.");
}

TEST_CASE("nobody reads who typed where nobody reads who wrote what", "[engine]") {
  auto story = written_without_names();
  story.when("Noor", typed_in_step("tell")).refused("TypedUnnamed");
  CHECK(story.when("Noor", typed_in_step("write")).gives<Contributed>().typed_in.empty());
  story.does("Bram", NextStep{"wie wilde schreef"});
  story.when("Noor", typed_in_step("write"))
      .refused("TypedUnnamed")
      .says("Daar leest niemand wie wat schreef, en dus ook niet wie er iets typte.",
            "Nobody reads who wrote what there, and so not who typed something either.")
      .asks("Laat weg in welke stap het is getypt.", "Leave out in which step it was typed.");
  CHECK(story.when("Noor", typed_in_step("tell")).gives<Contributed>().typed_in == "tell");
}
