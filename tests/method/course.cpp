// SPDX-License-Identifier: EUPL-1.2
#include "core/method/course.hpp"

#include "core/method/audit/audit.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

namespace casus::method {
namespace {

using nlohmann::ordered_json;

const std::string kModules = "plugins/examples/kollegiale-beratung/modules.json";

Definition modules() { return parse(source_file(kModules)).first; }

/// The ids of these places; "-" for the way out of the phase.
std::vector<std::string> ids(const std::vector<Step>& steps, const std::vector<std::size_t>& places) {
  std::vector<std::string> out;
  for (const auto place : places) out.push_back(place < steps.size() ? steps[place].id : "-");
  return out;
}

std::size_t place(const std::vector<Step>& steps, std::string_view id) {
  return static_cast<std::size_t>(std::ranges::find(steps, id, &Step::id) - steps.begin());
}

using Ids = std::vector<std::string>;

/// What the audit says when the condition of the second step of the good file is this.
std::vector<std::string> remarks_on(const char* holds) {
  auto file = ordered_json::parse(source_file("tests/method/round.json"));
  file["phases"]["analysis"][1]["when"] = {{"text", {{"nl", "Zo is het."}, {"en", "It is so."}}}, {"mark", "own"}};
  file["phases"]["analysis"][1]["when"]["holds"] = ordered_json::parse(holds);
  const auto [method, problems] = parse(file.dump());
  REQUIRE(lines_of(problems) == std::vector<std::string>{});
  std::vector<std::string> lines;
  for (const auto& remark : audit(method))
    if (remark.problem.pointer.find("/when") != std::string::npos)
      lines.push_back((remark.weight == Remark::Weight::error ? "error " : "note ") + remark.problem.pointer + ": " +
                      text::problem_words(remark.problem, Lang::en));
  return lines;
}

TEST_CASE("the steps of a branch stand behind their menu, with their place in the file", "[method]") {
  const auto method = modules();
  const auto& steps = method.steps(Phase::plan_of_action);
  REQUIRE(steps.size() == 10);
  CHECK(steps[0].menu->branches.size() == 4);
  CHECK(steps[1].in_menu == "choose-module");
  CHECK(steps[1].in_branch == "ideas");
  CHECK(method.place(Phase::plan_of_action, 4) == "/phases/plan_of_action/0/menu/branches/1/steps/2");
  CHECK(method.place(Phase::plan_of_action, 9) == "/phases/plan_of_action/2");
}

TEST_CASE("where a step can lead, on and back", "[method]") {
  const auto method = modules();
  const auto& analysis = method.steps(Phase::analysis);
  CHECK(ids(analysis, ways_in(analysis)) == Ids{"tell"});
  CHECK(ids(analysis, ways_on(analysis, place(analysis, "key-question"))) ==
        Ids{"find-key-question", "pick-key-question", "-"});
  CHECK(ids(analysis, ways_on(analysis, place(analysis, "pick-key-question"))) == Ids{"-"});
  CHECK(ids(analysis, ways_back(analysis, analysis.size())) ==
        Ids{"pick-key-question", "find-key-question", "key-question"});
  CHECK(ids(analysis, ways_back(analysis, 0)) == Ids{"-"});
  const auto& plan = method.steps(Phase::plan_of_action);
  CHECK(ids(plan, ways_on(plan, 0)) == Ids{"collect", "turn-over", "resonate", "advise"});
  CHECK(ids(plan, ways_on(plan, place(plan, "collect"))) == Ids{"close"});
  CHECK(ids(plan, ways_on(plan, place(plan, "ask-back"))) == Ids{"back", "close"});
  CHECK(ids(plan, ways_back(plan, place(plan, "worse"))) == Ids{"turn-over", "choose-module"});
  CHECK(ids(plan, ways_back(plan, place(plan, "close"))) ==
        Ids{"advise", "resonate", "back", "ask-back", "worse", "turn-over", "collect", "choose-module"});
}

TEST_CASE("the longest and the shortest way have one branch of each menu", "[method]") {
  auto method = modules();
  auto& plan = method.phases[index_of(Phase::plan_of_action)];
  plan[place(plan, "resonate")].minutes = 25;
  double sum = 0;
  for (const auto* step : longest_way(plan, [](const Step& step) { return step.minutes; })) sum += step->minutes;
  CHECK(sum == 25 + 5);
  sum = 0;
  for (const auto* step : shortest_way(plan, [](const Step& step) { return step.minutes; })) sum += step->minutes;
  CHECK(sum == 10 + 5);
  CHECK(longest_branch(plan, plan[0], [](const Step& step) { return step.minutes; }) == "resonance");
}

TEST_CASE("a condition that can never be so, or always is, is found", "[method]") {
  const Ids never{
      "error /phases/analysis/1/when/holds: this step never comes: its condition cannot hold when the step "
      "before it is left; ask for something that can have been said or done by then"};
  const Ids always{
      "note /phases/analysis/1/when/holds: this step always comes: its condition holds in any case; take "
      "'when' out, or ask for something that may not be so"};
  CHECK(remarks_on(R"({"count": "contributions", "where": {"kind": "fact"}, "scope": "step", "at_least": 1})") ==
        Ids{});
  // The step before it cannot be left without a wish.
  CHECK(remarks_on(R"({"count": "contributions", "where": {"kind": "wish"}, "scope": "step", "at_least": 1})") ==
        always);
  CHECK(remarks_on(R"({"count": "contributions", "scope": "phase", "at_least": 1})") == always);
  CHECK(remarks_on(R"({"count": "participants", "at_least": 1})") == always);
  CHECK(remarks_on(
            R"({"not": {"count": "contributions", "where": {"kind": "fact"}, "scope": "phase", "at_least": 1}})") ==
        Ids{});
  CHECK(remarks_on(R"({"count": "contributions", "where": {"kind": "wish"}, "at_least": 0})") == always);
  CHECK(remarks_on(R"({"all": [{"present": "chair"}, {"not": {"present": "chair"}}]})") == never);
  // A question is asked in this step itself, and a postcard comes in another phase.
  CHECK(remarks_on(R"({"count": "contributions", "where": {"kind": "question"}, "scope": "phase", "at_least": 1})") ==
        never);
  CHECK(remarks_on(
            R"({"not": {"count": "contributions", "where": {"kind": "question"}, "scope": "step", "at_least": 1}})") ==
        always);
  CHECK(remarks_on(R"({"count": "contributions", "where": {"kind": "postcard"}, "scope": "phase", "at_least": 1})") ==
        never);
  CHECK(remarks_on(R"({"count": "contributions", "where": {"kind": "postcard"}, "scope": "round", "at_least": 1})") ==
        Ids{});
  CHECK(
      remarks_on(
          R"({"any": [{"present": "chair"}, {"count": "contributions", "where": {"kind": "better"}, "scope": "phase", "at_most": 2}]})") ==
      always);
}

TEST_CASE("a condition is judged by every step that can be left just before", "[method]") {
  // What the audit says of the step behind the menu, when it comes only if this kind was said in the step before it.
  const auto behind_the_menu = [](const char* kind) {
    auto file = ordered_json::parse(source_file("plugins/examples/kollegiale-beratung/modules.json"));
    auto& step = file["phases"]["plan_of_action"][1];
    step["when"] = {{"text", {{"nl", "Zo is het."}, {"en", "It is so."}}}, {"mark", "own"}};
    step["when"]["holds"] = {
        {"count", "contributions"}, {"where", {{"kind", kind}}}, {"scope", "step"}, {"at_least", 1}};
    const auto [method, problems] = parse(file.dump());
    REQUIRE(lines_of(problems) == Ids{});
    Ids lines;
    for (const auto& remark : audit(method))
      if (remark.problem.pointer == "/phases/plan_of_action/1/when/holds")
        lines.push_back(text::problem_words(remark.problem, Lang::en).substr(0, 22));
    return lines;
  };
  CHECK(behind_the_menu("idea") == Ids{});   // the last of a branch
  CHECK(behind_the_menu("check") == Ids{});  // behind which one step more may come, or not
  CHECK(behind_the_menu("better") == Ids{"this step never comes:"});
}

TEST_CASE("the steps of the guide that do not always come can be pasted in a method", "[method]") {
  const auto guide = source_file("plugins/README.md");
  const auto end = guide.find("\n## ", guide.find("## Steps that do not always come") + 1);
  int pasted = 0;
  for (auto at = guide.find("\n\n    {", guide.find("## Steps that do not always come")); at < end;
       at = guide.find("\n\n    {", at + 1)) {
    const auto block = guide.substr(at, guide.find("\n\n", at + 2) - at);
    INFO(block);
    auto file = ordered_json::parse(source_file("tests/method/round.json"));
    file["phases"]["analysis"][1].update(ordered_json::parse(block));
    CHECK(lines_of(parse(file.dump()).second) == Ids{});
    ++pasted;
  }
  CHECK(pasted == 2);
}

TEST_CASE("the example methods of the guide have no problem, and nothing to remark", "[method]") {
  int examples = 0;
  for (const auto& folder : std::filesystem::directory_iterator(CASUS_SOURCE_DIR "/plugins/examples"))
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
      if (file.path().extension() != ".json") continue;
      INFO(file.path().string());
      ++examples;
      const auto path = file.path().lexically_relative(CASUS_SOURCE_DIR).generic_string();
      const auto [method, problems] = parse(source_file(path));
      CHECK(lines_of(problems) == Ids{});
      CHECK(path == "plugins/examples/" + method.id + ".json");
      for (const auto& remark : audit(method)) CHECK(lines_of({remark.problem}) == Ids{});
    }
  CHECK(examples > 0);
}

}  // namespace
}  // namespace casus::method
