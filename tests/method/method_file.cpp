// SPDX-License-Identifier: EUPL-1.2
#include "core/method/definition.hpp"
#include "tests/method/broken_methods.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::method {
namespace {

TEST_CASE("a good method file becomes a definition, field by field", "[method]") {
  const auto [method, problems] = parse(source_file("tests/method/round.json"));
  REQUIRE(lines_of(problems).empty());
  CHECK(method.id == "demo/round");
  CHECK(method.version == "1.0.0");
  CHECK(method.hash.size() == 32);
  CHECK(method.name == Text{"Ronde", "Round"});
  CHECK(method.status == Mark::own);
  CHECK(method.workflow == "weekly-review");
  CHECK(method.before == std::vector{std::pair{Phase::network_involvement, Phase::plan_of_action}});
  CHECK(method.people.min == 3);
  CHECK(method.people.best == 6);
  REQUIRE(method.roles.size() == 2);
  CHECK(method.roles[1].role == Role::member);
  CHECK(method.roles[1].min == 2);
  CHECK(method.roles[1].max == 0);
  REQUIRE(method.kinds.size() == 1);
  CHECK(method.kinds[0].retention == "none");
  CHECK(method.knows_kind("postcard"));

  REQUIRE(method.steps(Phase::analysis).size() == 2);
  const auto* present = method.step(Phase::analysis, "present");
  REQUIRE(present != nullptr);
  CHECK(present->row == "2");
  CHECK(present->mark == Mark::documented);
  CHECK(present->source == std::vector<std::string>{"NWS"});
  CHECK(present->minutes == 5);
  CHECK(present->floor.speakers == std::vector{Role::presenter});
  REQUIRE(present->done_when.size() == 1);
  CHECK(present->done_when[0].level == Level::hard);
  CHECK(present->done_when[0].rule == "R1");
  CHECK(present->done_when[0].who == std::vector{Role::presenter});
  CHECK(present->done_when[0].holds.scope == Scope::step);

  const auto* clarify = method.step(Phase::analysis, "clarify");
  REQUIRE(clarify != nullptr);
  CHECK(clarify->floor.order == Order::turns);
  CHECK(clarify->floor.per_turn == std::map<std::string, int>{{"follow_up", 1}, {"question", 1}});
  CHECK(clarify->floor.answers == std::vector{Role::presenter});
  CHECK(clarify->minutes_mark == Mark::own);
  CHECK(clarify->advice_locked);
  CHECK(clarify->prompts.size() == 1);
  CHECK(clarify->records.en == "question and answer");
  CHECK(method.step(Phase::plan_of_action, "clarify") == nullptr);
  CHECK(method.step(Phase::plan_of_action, "private")->floor.is_private);
  CHECK(method.step(Phase::network_involvement, "ask")->floor.hidden);
  CHECK(method.step(Phase::network_involvement, "ask")->floor.per_person == 2);
  CHECK(method.step(Phase::network_involvement, "ask")->optional);

  REQUIRE(method.fidelity.size() == 1);
  CHECK(method.fidelity[0].holds.op == Criterion::Op::every_in);
  CHECK(method.sources.size() == 1);
  CHECK(method.gaps.size() == 1);
}

TEST_CASE("another file has another hash, the same file the same", "[method]") {
  const auto bytes = source_file("tests/method/round.json");
  CHECK(parse(bytes).first.hash == parse(bytes).first.hash);
  CHECK(parse(bytes).first.hash != parse(bytes + "\n").first.hash);
}

TEST_CASE("a choice by which nobody can become the presenter is told", "[method]") {
  auto file = nlohmann::ordered_json::parse(source_file("plugins/incident/short.json"));
  file["phases"]["analysis"][1]["floor"]["speakers"] = {"chair"};
  const auto told = lines_of(parse(file.dump()).second);
  CHECK(std::ranges::count(told,
                           "/phases/analysis/1/choice_moves: nobody can become the presenter here: only who speaks in "
                           "this step is chosen, and the chair cannot be") == 1);
}

// tests/method/broken.json: what was done to round.json, and all that must be said about it.
TEST_CASE("each mistake in a method file is told in full, with its place", "[method]") {
  for (const auto& broken : broken_methods()) {
    INFO(broken.why);
    CHECK(lines_of(parse(broken.bytes).second) == broken.problems);
  }
}

}  // namespace
}  // namespace casus::method
