// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/assumptions.hpp"
#include "tests/simulation/simulated.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/problems.hpp"
#include "tests/support/schema_file.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {
namespace {

using simulation::parse_assumptions;

std::vector<std::string> assumption_problems(const std::string& bytes) {
  std::vector<std::string> out;
  for (const auto& problem : parse_assumptions(bytes).second) out.push_back(problem.pointer + ": " + english(problem));
  return out;
}

TEST_CASE("the shipped assumptions are good, and each number has a source", "[training]") {
  const auto bytes = shipped_assumptions();
  const auto [assumptions, problems] = parse_assumptions(bytes);
  CHECK(problems == Problems{});
  CHECK(SchemaFile("workflows/caseload/caseload.schema.json").accepts(nlohmann::json::parse(bytes)));
  const auto rests = simulation::rests_on(assumptions);
  CHECK(rests.assumed + rests.sourced == 63);
  // Debts are a matter of the Wgs.
  for (const auto& problem : assumptions.problems) CHECK((problem.basis == Basis::wgs) == (problem.id == "debts"));
  // Every method is one that ships, and every term one of its workflow.
  for (const auto& use : assumptions.methods) CHECK(simulated_library().method(use.method) != nullptr);
  for (const auto& term : assumptions.terms)
    CHECK(std::ranges::any_of(simulated_library().workflow("weekly-review")->terms,
                              [&](const auto& known) { return known.id == term.term; }));
}

TEST_CASE("whatever the schema of assumptions refuses, the check refuses", "[training]") {
  const SchemaFile schema("workflows/caseload/caseload.schema.json");
  // One of everything: more of the same would only take longer.
  auto one = nlohmann::ordered_json::parse(shipped_assumptions());
  for (const auto* list : {"problems", "methods"}) one[list].erase(one[list].begin() + 1, one[list].end());
  int refused = 0;
  for (const auto& [how, bytes] : spoilt(one)) {
    if (schema.accepts(nlohmann::json::parse(bytes))) continue;
    ++refused;
    INFO(how);
    CHECK_FALSE(parse_assumptions(bytes).second.empty());
  }
  CHECK(refused > 150);
}

TEST_CASE("what is wrong with assumptions is told with its place, all at once", "[training]") {
  auto in = nlohmann::ordered_json::parse(shipped_assumptions());
  in["team"]["absence"]["value"] = 1.5;
  in["team"]["workers"]["value"] = 7.5;
  in["days"]["intake"] = {{"from", 9}, {"to", 3}, {"source", "EKF2"}};
  in["actions"]["done"]["value"] = 0.9;
  for (auto& method : in["methods"]) method["weight"]["value"] = 0;
  CHECK(assumption_problems(in.dump()) ==
        std::vector<std::string>{
            "/team/workers/value: expected a whole number, got 7.5",
            "/team/absence/value: expected a number from 0 to 0.95, got 1.5",
            "/days/intake: expected from and to between 0 and 365, in that order, got 9 and 3",
            "/methods: expected weights, at least one of them above zero",
            "/days/intake/source: no source 'EKF2' in /sources",
            "/actions: done and partly together are more than one: 1.2",
        });
  in = nlohmann::ordered_json::parse(shipped_assumptions());
  in["meeting"]["minuts"] = in["meeting"]["minutes"];
  in["meeting"].erase("minutes");
  in["terms"][0]["left"] = "planning";
  CHECK(
      assumption_problems(in.dump()) ==
      std::vector<std::string>{
          "/meeting: missing 'minutes'", "/meeting/minuts: unknown key 'minuts' (did you mean 'minutes'?)",
          "/terms/0/left: expected one of analysis, plan_of_action, network_involvement, evaluation, got 'planning'"});
  CHECK(assumption_problems("[]").size() == 1);
  CHECK_FALSE(assumption_problems("{").empty());
}

TEST_CASE("a number is replaced where it stands, and nowhere else", "[training]") {
  const auto changed = simulation::with_number(shipped_assumptions(), "/network/says_yes", 0.25).first;
  CHECK(parse_assumptions(changed).first.says_yes.value == 0.25);
  CHECK(english(simulation::with_number(shipped_assumptions(), "/network/says_no", 0.25).second) ==
        Problems{{"/network/says_no", "there is no number here"}});
  CHECK(english(simulation::with_number(shipped_assumptions(), "minutes", 1).second) ==
        Problems{{"minutes", "there is no number here"}});
  CHECK(english(simulation::with_number(shipped_assumptions(), "/name/nl", 1).second) ==
        Problems{{"/name/nl", "there is no number here"}});
}

}  // namespace
}  // namespace casus::test
