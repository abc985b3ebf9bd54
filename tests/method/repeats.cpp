// SPDX-License-Identifier: EUPL-1.2
// Where steps that come again lead, and what is told of them before anybody plays them.
#include "core/method/audit/audit.hpp"
#include "core/method/course.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

namespace casus::method {
namespace {

using nlohmann::ordered_json;
using Repeats = std::vector<std::string>;

/// The example of the guide, in which listing, discussing, choosing and agreeing follow one another.
Definition example(const char* repeat, const char* only_if = nullptr) {
  auto file = ordered_json::parse(source_file("plugins/examples/nominal-group/round.json"));
  auto& discuss = file["phases"]["plan_of_action"][2];
  discuss["repeat"] = ordered_json::parse(repeat);
  if (only_if != nullptr) file["phases"]["plan_of_action"][3]["when"] = ordered_json::parse(only_if);
  auto [method, problems] = parse(file.dump());
  REQUIRE(lines_of(problems) == Repeats{});
  return method;
}

constexpr auto kForEach = R"({"for_each": {"kind": "idea"}, "at_most": 4, "mark": "own"})";
constexpr auto kBoth = R"({"for_each": {"kind": "idea"}, "at_most": 4, "mark": "own", "through": "vote"})";
constexpr auto kUntil = R"({"until": {"text": {"nl": "Klaar.", "en": "Done."},
  "holds": {"count": "contributions", "scope": "step", "at_most": 0}}, "at_most": 4, "mark": "own"})";
constexpr auto kUntilChosen = R"({"until": {"text": {"nl": "Genoeg.", "en": "Enough."}, "chosen_by": ["chair"],
  "again": {"nl": "Nog een keer.", "en": "Once more."}}, "at_most": 3, "mark": "own"})";
constexpr auto kSometimes = R"({"text": {"nl": "Er is een bezwaar.", "en": "There is a concern."}, "mark": "own",
  "holds": {"count": "contributions", "where": {"kind": "concern"}, "scope": "step", "at_least": 1}})";

std::string names(const std::vector<Step>& steps, const std::vector<std::size_t>& places) {
  std::string out;
  for (const auto place : places) out += (out.empty() ? "" : " ") + (place < steps.size() ? steps[place].id : "-");
  return out;
}

/// Ways on and back of a step of the plan.
std::string ways(const Definition& method, std::string_view id) {
  const auto& steps = method.steps(Phase::plan_of_action);
  const auto place = static_cast<std::size_t>(std::ranges::find(steps, id, &Step::id) - steps.begin());
  return names(steps, ways_on(steps, place)) + " | " + names(steps, ways_back(steps, place));
}

/// What the audit says of what ends this repeat.
Repeats told_of(const char* holds) {
  auto repeat = ordered_json::parse(kUntil);
  repeat["until"]["holds"] = ordered_json::parse(holds);
  Repeats lines;
  for (const auto& remark : audit(example(repeat.dump().c_str())))
    if (remark.problem.pointer.find("/until") != std::string::npos)
      lines.push_back(text::problem_words(remark.problem, Lang::en));
  return lines;
}

TEST_CASE("a step that comes again leads to itself, on and by", "[method]") {
  const auto each = example(kForEach);
  CHECK(ways(each, "list") == "discuss vote | write");
  CHECK(ways(each, "discuss") == "discuss vote | discuss list");
  CHECK(ways(each, "vote") == "agree | discuss list");
  const auto until = example(kUntil);
  CHECK(ways(until, "list") == "discuss | write");
  CHECK(ways(until, "vote") == "agree | discuss");
}

TEST_CASE("the last of steps that come again leads to the first", "[method]") {
  const auto both = example(kBoth);
  CHECK(ways(both, "list") == "discuss agree | write");
  CHECK(ways(both, "discuss") == "vote | vote list");
  CHECK(ways(both, "vote") == "discuss agree | discuss");
  CHECK(ways(both, "agree") == "- | vote list");
  const auto sometimes = example(kBoth, kSometimes);
  CHECK(ways(sometimes, "discuss") == "vote discuss agree | vote discuss list");
  CHECK(ways(sometimes, "agree") == "- | vote discuss list");
}

TEST_CASE("what lasts until it is chosen to end, in a branch, leads out of the menu and not into the next branch",
          "[method]") {
  auto file = ordered_json::parse(source_file("plugins/examples/kollegiale-beratung/modules.json"));
  auto& branches = file["phases"]["plan_of_action"][0]["menu"]["branches"];
  branches[0]["steps"][0]["repeat"] = ordered_json::parse(kUntilChosen);  // the only step of its branch
  branches[1]["steps"][0]["repeat"] = ordered_json::parse(kUntilChosen);  // others follow in its branch
  const auto [method, problems] = parse(file.dump());
  REQUIRE(lines_of(problems) == Repeats{});
  CHECK(ways(method, "collect") == "collect close | collect choose-module");
  CHECK(ways(method, "turn-over") == "turn-over worse | turn-over choose-module");
  const auto& steps = method.steps(Phase::plan_of_action);
  std::vector<std::size_t> way;
  for (const auto* step : longest_way(steps, [](const Step& it) { return it.id == "collect" ? 60.0 : it.minutes; }))
    way.push_back(static_cast<std::size_t>(step - steps.data()));
  CHECK(names(steps, way) == "choose-module collect collect collect close agree");
}

TEST_CASE("the longest way has a repeat as often as it may, or as there are people", "[method]") {
  const auto sum = [](const Definition& method, int people) {
    double all = 0;
    for (const auto* step : longest_way(
             method.steps(Phase::plan_of_action), [](const Step& it) { return it.minutes; }, people))
      all += step->minutes;
    return all;
  };
  CHECK(sum(example(kForEach), 0) == 5 + 10 + 4 * 2 + 5 + 5);
  CHECK(sum(example(kBoth), 0) == 5 + 10 + 4 * (2 + 5) + 5);
  const auto people = example(R"({"for_each": {"role": "member"}, "at_most": 9, "mark": "own"})");
  CHECK(sum(people, 0) == 5 + 10 + 9 * 2 + 5 + 5);
  CHECK(sum(people, 3) == 5 + 10 + 3 * 2 + 5 + 5);
}

TEST_CASE("a repeat that never or always comes again is told", "[method]") {
  CHECK(told_of(R"({"count": "contributions", "scope": "step", "at_most": 0})") == Repeats{});
  CHECK(told_of(R"({"every": "participants",
                    "has": {"in": "contributions", "on": "by", "at_least": 0, "at_most": 1}})") == Repeats{});
  CHECK(
      told_of(R"({"count": "contributions", "at_least": 0})") ==
      Repeats{"this repeat never comes again: what ends it always holds; take 'repeat' out, or ask for something that "
              "may not be so"});
  CHECK(told_of(R"({"all": [{"present": "chair"}, {"not": {"present": "chair"}}]})") ==
        Repeats{"this repeat always comes 4 times: what ends it never holds; ask for something that can be so when its "
                "last step is left"});
  // A part of what is not said in this step is one of nothing, which ends no repeat.
  const auto part_of = [](const std::string& kind) {
    const auto holds = R"({"share": "contributions", "of": {"kind": ")" + kind +
                       R"("}, "where": {"re": {"present": true}}, "scope": "step", "at_least": 0.5})";
    return told_of(holds.c_str());
  };
  CHECK(part_of("idea") == told_of(R"({"all": [{"present": "chair"}, {"not": {"present": "chair"}}]})"));
  CHECK(part_of("question") == Repeats{});
  const auto spread_of = [](const std::string& kind) {
    const auto holds = R"({"spread": "contributions", "field": "time", "where": {"kind": ")" + kind +
                       R"("}, "scope": "step", "at_most": 1})";
    return told_of(holds.c_str());
  };
  CHECK(spread_of("idea") == part_of("idea"));
  CHECK(spread_of("question") == Repeats{});
}

}  // namespace
}  // namespace casus::method
