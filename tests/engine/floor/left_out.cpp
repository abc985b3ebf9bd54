// SPDX-License-Identifier: EUPL-1.2
// Phases that a method leaves out.
#include "core/engine/floor/phases.hpp"
#include "core/meeting/lengths.hpp"
#include "core/workflow/workflow.hpp"
#include "tests/engine/story.hpp"
#include "tests/method/files.hpp"

#include <nlohmann/json.hpp>

using namespace casus;
using namespace casus::test;

namespace {

using nlohmann::ordered_json;
using Lines = std::vector<std::string>;

constexpr auto kWhy =
    R"({"left_out": {"nl": "Hoort niet bij dit gesprek.", "en": "No part of this talk.", "mark": "own"}})";

/// The nominal group of the guide without these phases, which nothing in it points to any more.
method::Definition without(const std::vector<std::string>& phases) {
  auto file = ordered_json::parse(source_file("plugins/examples/nominal-group/round.json"));
  for (const auto& phase : phases) file["phases"][phase] = ordered_json::parse(kWhy);
  file["fidelity"] = ordered_json::parse(R"([{"id": "asked", "mark": "own",
    "text": {"nl": "Er is een vraag.", "en": "There is a question."}, "holds": {"present": "question"}}])");
  auto [method, problems] = method::parse(file.dump());
  REQUIRE(lines_of(problems) == Lines{});
  return method;
}

Story story_of(method::Definition method) {
  Story story;
  story.library.offer(std::move(method));
  story.does("Noor", open_command("nominal-group/round"));
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  for (const char* name : {"Ria", "Yusuf", "Femke"})
    story.does("Noor", AddParticipant{name, {Role::member}, true, false, {}});
  return story.does("Noor", AskQuestion{"Hoe komt er weer rust?", "Dat er een plan ligt."});
}

Lines left_out_of(const StepEntered& entered) {
  Lines phases;
  for (const auto& one : entered.passed_over)
    if (one.step.empty()) phases.emplace_back(key(one.phase));
  return phases;
}

/// The event by which the case came into this phase.
const StepEntered& into(const Story& story, Phase phase) {
  for (const auto& event : story.history)
    if (const auto* entered = std::get_if<StepEntered>(&event.body); entered != nullptr && entered->phase == phase)
      return *entered;
  FAIL("never came there");
  throw 0;
}

}  // namespace

TEST_CASE("a phase that the method leaves out does not come, and the event says so", "[engine]") {
  auto story = story_of(without({"network_involvement"}));
  story.go_to(Phase::evaluation, "look-back");
  CHECK(left_out_of(into(story, Phase::plan_of_action)) == Lines{});
  CHECK(left_out_of(into(story, Phase::evaluation)) == Lines{"network_involvement"});
  for (const auto& visit : story.c.visits) CHECK(visit.phase != Phase::network_involvement);
  CHECK(story.refolded().here()->passed_over == story.c.here()->passed_over);
  const auto back = story.when("Bram", BackStep{}).gives<StepEntered>();
  CHECK(back.phase == Phase::plan_of_action);
  CHECK(back.step == "agree");
  CHECK(left_out_of(back) == Lines{});
}

TEST_CASE("a case begins in the first phase that its method has", "[engine]") {
  auto story = story_of(without({"analysis"}));
  const auto begun = story.when("Bram", NextStep{}).gives<StepEntered>();
  CHECK(begun.phase == Phase::plan_of_action);
  CHECK(left_out_of(begun) == Lines{"analysis"});
  // 5 + 10 + 12 * 2 + 5 + 5: the sitting goes up to the plan, and nothing is counted before it.
  CHECK(meeting::review_length(story.c, story.library, 5, 90).minutes == 49);
  story.go_to(Phase::evaluation, "look-back");
  story.does("Noor", Evaluate{"het gaat beter", "koken", "", ""});
  story.when("Bram", StartRound{Phase::analysis, "nieuwe vraag"})
      .refused("PhaseLeftOut")
      .says("Nominale groep heeft geen stappen voor analyse: Hoort niet bij dit gesprek.",
            "Nominal group has no steps for analysis: No part of this talk.");
  const auto again = story.when("Bram", StartRound{{}, "nieuwe vraag"}).events();
  CHECK(std::get<RoundStarted>(again[1].body).phase == Phase::plan_of_action);
}

TEST_CASE("what every plan owes is asked where the plan would have been", "[engine]") {
  auto story = story_of(without({"plan_of_action"}));
  story.go_to(Phase::analysis, "tell");
  story.does("Noor", say("fact", "Hij belt elke nacht."));
  const auto missing = story.when("Bram", NextStep{}).refused("StepNotDone", "R10").missing();
  CHECK(std::ranges::find(missing, "review-date") != missing.end());
  const auto* workflow = story.library.pinned_workflow(story.c.workflow);
  CHECK(engine::plan_ends_with(story.c, story.library, *workflow, Phase::analysis));
  CHECK_FALSE(engine::plan_ends_with(story.c, story.library, *workflow, Phase::network_involvement));
}

TEST_CASE("no case is put in a phase that the chosen method leaves out", "[engine]") {
  auto story = begun();
  story.library.offer(without({"analysis"}));
  story.when("Bram", ChangeMethod{"nominal-group/round", Phase::analysis, "past beter"}).refused("PhaseLeftOut");
  story.when("Bram", ChangeMethod{"nominal-group/round", {}, "past beter"}).refused("PhaseLeftOut");
  // For another phase it serves.
  story.does("Bram", ChangeMethod{"nominal-group/round", Phase::evaluation, "past beter"});
  story.go_to(Phase::evaluation, "look-back");
  CHECK(story.c.here()->method == "nominal-group/round");
}

TEST_CASE("what a workflow asks of a phase that is left out is told of the method", "[engine]") {
  const Story story;
  const auto& workflow = *story.library.workflow("intervision");
  const auto lines = [&](const method::Definition& method) { return lines_of(workflow::lost_with(workflow, method)); };
  auto method = without({"network_involvement"});
  CHECK(lines(method) ==
        Lines{"/phases/network_involvement/left_out: the workflow 'intervision' asks "
              "'network-or-signal' at the end of 'network_involvement', which this method leaves out"});
  const auto weekly = [&](const method::Definition& it) {
    return lines_of(workflow::lost_with(*story.library.workflow("weekly-review"), it));
  };
  CHECK(weekly(method).size() == 1);
  method.about_resident = false;
  CHECK(lines(method) == Lines{});
  CHECK(weekly(method) == Lines{});
  CHECK(lines(without({"plan_of_action"})).size() == 1);
  CHECK(lines(without({})) == Lines{});
}

TEST_CASE("what a workflow asks that fits in no step until then is told of the method", "[engine]") {
  const Story story;
  const auto weekly = [&](const method::Definition& it) {
    return lines_of(workflow::lost_with(*story.library.workflow("weekly-review"), it));
  };
  auto method = without({});
  CHECK(weekly(method) == Lines{});
  for (auto& step : method.phases[index_of(Phase::analysis)]) std::erase(step.kinds, "wish");
  const Lines told{
      "/phases/analysis: the workflow 'weekly-review' asks 'resident-wish' at the end of this phase, and what it "
      "counts "
      "fits in no step until there: wish"};
  CHECK(weekly(method) == told);
  // Later is too late: the phase was left.
  method.phases[index_of(Phase::plan_of_action)].front().kinds.emplace_back("wish");
  CHECK(weekly(method) == told);
  method.about_resident = false;
  CHECK(weekly(method) == Lines{});
}
