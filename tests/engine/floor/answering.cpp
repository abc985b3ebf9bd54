// SPDX-License-Identifier: EUPL-1.2
// Who answers in between, with which kinds, and what fits for whom.
#include "core/engine/floor/course.hpp"
#include "core/engine/floor/floor_limits.hpp"
#include "tests/engine/records_story.hpp"

using namespace casus;
using namespace casus::test;

namespace {

using Kinds = std::vector<std::string>;

/// Members ask in turns; Noor presents, and answers with what the step names beside an answer.
Story asking() {
  auto file = records_file();
  auto& step = file["phases"]["analysis"][0];
  step["floor"] =
      nlohmann::ordered_json::parse(R"({"speakers": ["member"], "order": "turns", "per_turn": {"question": 1},
    "answers": ["presenter"], "answers_with": ["information", "harm"]})");
  step["kinds"] = {"question"};
  step["done_when"] = nlohmann::ordered_json::array();
  return asked_by(file).go_to(Phase::analysis, "tell");
}

Kinds fit_for(const Story& story, const std::string& name) {
  const auto* step = engine::step_here(story.c, story.library);
  REQUIRE(step != nullptr);
  for (const auto& person : story.c.people)
    if (person.name == name) return engine::kinds_for(story.c, *step, person);
  return {"nobody is called so"};
}

}  // namespace

TEST_CASE("who answers in between does so with the kinds that the floor names, and takes no turn", "[engine][R4]") {
  auto story = asking();
  story.does("Ria", say("question", "Wie was erbij?"));
  story.does("Noor", say("answer", "De oudste."));
  story.does("Noor", say("information", "De school belde dezelfde dag."));
  story.does("Noor", Record{"harm", "Hij viel; ernst: 6", {}});
  CHECK(story.c.turns.size() == 1);
  story.when("Noor", say("concern", "Ik maak me zorgen.")).refused("NotYourFloor", "R4");
  story.when("Yusuf", say("information", "Dat hoorde ik ook.")).refused("KindNotHere", "R4");
  story.does("Yusuf", say("question", "Wat zei zij toen?"));
}

TEST_CASE("what fits is of who says it", "[engine][R4]") {
  const auto story = asking();
  CHECK(fit_for(story, "Ria") == Kinds{"question"});
  CHECK(fit_for(story, "Noor") == Kinds{"answer", "information", "harm"});
  CHECK(fit_for(story, "Bram").empty());
}

TEST_CASE("a question may be of a kind of the method's own, and is answered in between", "[engine][R4]") {
  auto file = records_file();
  file["kinds"] = nlohmann::ordered_json::parse(
      R"([{"kind": "wonder", "name": {"nl": "verwondering", "en": "wonder"}, "retention": "case", "mark": "own"}])");
  auto& step = file["phases"]["analysis"][0];
  step["floor"] = nlohmann::ordered_json::parse(R"({"speakers": ["member"], "answers": ["presenter"]})");
  step["kinds"] = {"wonder"};
  step["done_when"] = nlohmann::ordered_json::array();
  auto story = asked_by(file);
  story.go_to(Phase::analysis, "tell");
  story.does("Ria", say("wonder", "Waarom nu?")).does("Noor", say("answer", "Zij schrok."));
  CHECK(story.c.contributions.size() == 2);
}
