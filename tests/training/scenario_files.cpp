// SPDX-License-Identifier: EUPL-1.2
#include "core/method/content_hash.hpp"
#include "core/training/debrief/counted_words.hpp"
#include "core/training/scenario/scenario_reach.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/problems.hpp"
#include "tests/support/schema_file.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/training/training.hpp"

#include <filesystem>

// Scenario files: what is good, all that is wrong, the same verdict from the schema, and what can never come about.

namespace casus::training {
namespace {

using nlohmann::json;
using Lines = std::vector<std::string>;

struct Wrong {
  std::string why;
  std::string patch;
  Lines problems;
  bool shape;  ///< the schema sees it too
};

const std::vector<Wrong>& wrong_scenarios() {
  constexpr bool kShape = true, kMeaning = false;
  static const std::vector<Wrong> kWrong{
      {"another format",
       R"([{"op": "replace", "path": "/format", "value": 3}])",
       {"/format: this program reads format 1 to 2, got 3"},
       kShape},
      {"no goals",
       R"([{"op": "replace", "path": "/goals", "value": []}])",
       {"/goals: expected at least one learning goal, got an empty list", "/observe/0/goal: there is no goal 'asked'"},
       kShape},
      {"an empty network",
       R"([{"op": "replace", "path": "/network", "value": []}])",
       {"/network: expected at least one person: nobody is alone in a scenario, got an empty list",
        "/facts/1/when/any/1/consulted: there is no person in the network: 'buur'",
        "/facts/1/person: there is no person in the network: 'buur'"},
       kShape},
      {"only professionals around",
       R"([{"op": "add", "path": "/network/0/professional", "value": true}])",
       {"/network: expected somebody who is not a professional"},
       kMeaning},
      {"two people around with one name",
       R"([{"op": "add", "path": "/network/-", "value": {"id": "buur-2", "name": "mevrouw els", "shell": "friend",
          "quadrant": "society", "relation": {"nl": "nicht", "en": "niece"}, "answer": "no"}}])",
       {"/network/1/name: 'mevrouw els' already has a place"},
       kMeaning},
      {"a mistyped condition",
       R"([{"op": "replace", "path": "/decisions/0/when", "value": {"knwon": "barn"}}])",
       {"/decisions/0/when/knwon: unknown condition 'knwon' (did you mean 'known'?)"},
       kShape},
      {"two conditions in one",
       R"([{"op": "add", "path": "/decisions/0/when/consulted", "value": "buur"}])",
       {"/decisions/0/when: expected an object with one of said, consulted, reached, passed, chosen, known, happened, "
        "counter, before, holds, all, any, not, got "
        "{\"consulted\":\"buur\",\"known\":\"barn\"}"},
       kShape},
      {"a fact that nobody has",
       R"([{"op": "replace", "path": "/decisions/0/when/known", "value": "bern"}])",
       {"/decisions/0/when/known: there is no fact 'bern' (did you mean 'barn'?)"},
       kMeaning},
      {"a kind by the word that people see",
       R"([{"op": "replace", "path": "/facts/1/when/any/0/said/kinds/0", "value": "Vraag"}])",
       {"/facts/1/when/any/0/said/kinds/0: there is no kind that every method has: 'Vraag' (did you mean 'question'?)"},
       kMeaning},
      {"words in one language",
       R"([{"op": "replace", "path": "/facts/1/when/any/0/said/about/en", "value": []}])",
       {"/facts/1/when/any/0/said/about: expected words in both languages, or in neither"},
       kMeaning},
      {"a quality off the scale",
       R"([{"op": "replace", "path": "/decisions/0/options/0/quality", "value": 4}])",
       {"/decisions/0/options/0/quality: expected 0 to 3, got 4"},
       kShape},
      {"one option",
       R"([{"op": "remove", "path": "/decisions/0/options/0"}])",
       {"/decisions/0/options: expected at least two options, got 1"},
       kShape},
      {"a good path that is none",
       R"([{"op": "replace", "path": "/paths/0/choices/search", "value": "street"}])",
       {"/paths/0/choices/search: option 'street' is worth 1: a good path takes options of 2 or 3"},
       kMeaning},
      {"a question that is none",
       R"([{"op": "replace", "path": "/opening/question/nl", "value": "Help."}])",
       {"/opening/question/nl: expected one question that ends in '?' (R1)"},
       kMeaning},
      {"no observer", R"([{"op": "remove", "path": "/table/7"}])", {"/table: expected one observer, got 0"}, kMeaning},
      {"a step of a method in a goal",
       R"([{"op": "add", "path": "/goals/0/counted/holds/where/step", "value": "clarify"}])",
       {"/goals/0/counted/holds/where/step: a scenario has no steps: they belong to a method"},
       kMeaning},
      {"a goal that leaves nothing to the trainer",
       R"([{"op": "replace", "path": "/goals/0/judged", "value": []}])",
       {"/goals/0/judged: expected at least one question for the trainer: what no program can count, got an empty "
        "list"},
       kShape},
      {"a goal that counts what has no words",
       R"([{"op": "add", "path": "/goals/0/counted/holds/where/round", "value": 1}])",
       {"/goals/0/counted/holds/where/round: a goal has no words for the field 'round'"},
       kMeaning},
      {"a goal with something inside that has no words",
       R"([{"op": "replace", "path": "/goals/0/counted/holds", "value": {"all": [
           {"count": "goals", "at_least": 1}, {"every": "actions", "has": {"checks": {"present": true}}}]}}])",
       {"/goals/0/counted/holds/all/1: a goal counts with count, present, all, any or not: nothing else can be put in "
        "words"},
       kMeaning},
      {"a goal that counts in one round alone",
       R"([{"op": "add", "path": "/goals/0/counted/holds/scope", "value": "round"}])",
       {"/goals/0/counted/holds/scope: a goal has no words for the field 'scope'"},
       kMeaning},
      {"an order of one",
       R"([{"op": "replace", "path": "/goals/0/counted", "value": {"before": {"first": {"known": "barn"}}}}])",
       {"/goals/0/counted/before: missing 'then'"},
       kShape},
      {"something said to nobody known",
       R"([{"op": "replace", "path": "/goals/0/counted", "value": {"said": {"to": "buurt"}}}])",
       {"/goals/0/counted/said/to: there is no person in the network: 'buurt' (did you mean 'buur'?)"},
       kMeaning},
      {"a word of one letter",
       R"([{"op": "add", "path": "/facts/1/when/any/0/said/about/nl/0", "value": "j"}])",
       {"/facts/1/when/any/0/said/about/nl/0: too many words begin with 'j'"},
       kMeaning},
      {"a word of one letter with a sign on it",
       R"([{"op": "add", "path": "/facts/1/when/any/0/said/about/nl/0", "value": "é"}])",
       {"/facts/1/when/any/0/said/about/nl/0: too many words begin with 'é'"},
       kMeaning},
      {"a combination with nothing behind its sign",
       R"([{"op": "add", "path": "/facts/1/when/any/0/said/about/nl/0", "value": "waar + "}])",
       {"/facts/1/when/any/0/said/about/nl/0: expected words, got an empty text"},
       kMeaning},
      {"a combination with a word of one letter",
       R"([{"op": "add", "path": "/facts/1/when/any/0/said/about/nl/0", "value": "waar + j/hij"}])",
       {"/facts/1/when/any/0/said/about/nl/0: too many words begin with 'j'"},
       kMeaning},
      {"a source that is not named",
       R"([{"op": "add", "path": "/facts/0/source", "value": ["ZMW"]}])",
       {"/facts/0/source/0: no source 'ZMW' in /sources"},
       kMeaning},
      {"documented without a source",
       R"([{"op": "add", "path": "/decisions/0/options/0/mark", "value": "documented"}])",
       {"/decisions/0/options/0/source: 'documented' says there is a source behind it, but none is named"},
       kMeaning},
      {"an event that is documented without a source, with an empty note",
       R"([{"op": "add", "path": "/events/0/mark", "value": "variant"},
           {"op": "add", "path": "/events/0/note", "value": {"nl": " ", "en": "all of it"}}])",
       {"/events/0/source: 'variant' says there is a source behind it, but none is named",
        "/events/0/note/nl: expected words, got an empty text"},
       kShape},
      {"a question with a source that is not named",
       R"([{"op": "add", "path": "/decisions/0/source", "value": ["ZMW"]}])",
       {"/decisions/0/source/0: no source 'ZMW' in /sources"},
       kMeaning},
      {"a basis that is no task of the team",
       R"([{"op": "replace", "path": "/opening/basis", "value": "consent"}])",
       {"/opening/basis: expected a task of the team: wmo, jeugdwet, participatiewet or wgs, got consent"},
       kShape},
      // What can never come about.
      {"a goal that contradicts itself",
       R"([{"op": "add", "path": "/goals/0/counted/holds/at_most", "value": 0}])",
       {"/goals/0/counted/holds: at_least 1 is more than at_most 0"},
       kMeaning},
      {"a fact that waits for itself",
       R"([{"op": "replace", "path": "/facts/1/when", "value": {"known": "barn"}}])",
       {"/facts/1/when: fact 'barn' can never come out", "/decisions/0/when: decision 'search' can never come up",
        "/paths/0/choices: path 'barn' cannot be followed: its choices never come up together"},
       kMeaning},
      {"a fact that needs two options of one decision",
       R"([{"op": "add", "path": "/facts/-", "value": {"id": "both", "text": {"nl": "x", "en": "x"}, "when": {"all": [
           {"chosen": {"decision": "search", "options": ["street"]}}, {"chosen": {"decision": "search", "options": ["barn"]}}]}}}])",
       {"/facts/2/when: fact 'both' can never come out"},
       kMeaning},
      {"an event against what is known from the start",
       R"([{"op": "replace", "path": "/events/0/when", "value": {"not": {"known": "gone"}}}])",
       {"/events/0/when: event 'meow' can never happen"},
       kMeaning},
      {"a hint against what is known from the start",
       R"([{"op": "replace", "path": "/hints/0/when", "value": {"not": {"known": "gone"}}}])",
       {"/hints/0/when: this hint can never be given"},
       kMeaning},
  };
  return kWrong;
}

}  // namespace

TEST_CASE("the small scenario of the guide is good, and can be played with every method", "[training]") {
  const auto [scenario, problems] = parse(small_example());
  REQUIRE(lines_of(problems) == Lines{});
  CHECK(scenario.hash == method::content_hash(small_example()));
  CHECK(scenario.facts.at(1).shows == Shows::network);
  for (const auto& entry : shipped_methods().entries())
    CHECK(lines_of(unplayable(scenario, entry.definition)) == Lines{});
}

TEST_CASE("every mistake in a scenario is told, with its place, and nothing else is", "[training]") {
  for (const auto& sample : wrong_scenarios()) {
    INFO(sample.why);
    CHECK(lines_of(parse(small_patched(sample.patch)).second) == sample.problems);
  }
}

TEST_CASE("schema and check agree on the example and on each wrong scenario", "[training]") {
  const test::SchemaFile schema("workflows/scenarios/scenario.schema.json");
  CHECK(schema.accepts(json::parse(small_example())));
  for (const auto& sample : wrong_scenarios()) {
    INFO(sample.why);
    CHECK(schema.accepts(json::parse(small_patched(sample.patch))) == !sample.shape);
  }
}

TEST_CASE("whatever the schema of scenarios refuses, the check refuses", "[training]") {
  const test::SchemaFile schema("workflows/scenarios/scenario.schema.json");
  int refused = 0;
  for (const auto& [how, bytes] : test::spoilt(nlohmann::ordered_json::parse(small_example()))) {
    if (schema.accepts(json::parse(bytes))) continue;
    ++refused;
    INFO(how);
    CHECK_FALSE(parse(bytes).second.empty());
  }
  CHECK(refused > 300);
}

TEST_CASE("the schema of scenarios repeats the schema of criteria word for word", "[training]") {
  const test::SchemaFile scenario("workflows/scenarios/scenario.schema.json");
  const test::SchemaFile criterion("core/method/criterion.schema.json");
  for (const auto& [name, definition] : criterion.text.at("definitions").items()) {
    INFO(name);
    CHECK(scenario.text.at("definitions").at(name) == definition);
  }
}

TEST_CASE("the shipped scenarios are good, accepted by the schema, and lie where their id says", "[training]") {
  const test::SchemaFile schema("workflows/scenarios/scenario.schema.json");
  const auto files = shipped_scenarios();
  CHECK(files.size() >= 6);
  for (const auto& file : files) {
    INFO(file.path);
    CHECK(lines_of(file.problems) == Lines{});
    CHECK(std::filesystem::path(file.path).stem() == file.scenario.id);
    CHECK(schema.accepts(json::parse(source_file("workflows/scenarios/" + file.scenario.id + ".json"))));
  }
}

TEST_CASE("each shipped scenario can be played to its end with each shipped method", "[training]") {
  for (const auto& file : shipped_scenarios())
    for (const auto& entry : shipped_methods().entries()) {
      INFO(file.scenario.id << " with " << entry.definition.id);
      CHECK(lines_of(unplayable(file.scenario, entry.definition)) == Lines{});
      auto replay = begun(file.scenario, entry.definition.id);
      CHECK(play_through(replay));
    }
}

TEST_CASE("a scenario that asks for what a method has no step for is told so, with the method", "[training]") {
  const auto [scenario, problems] = parse(small_patched(R"([
      {"op": "replace", "path": "/goals/0/counted/holds/where/kind", "value": "restraint"},
      {"op": "replace", "path": "/facts/1/when", "value": {"reached": {"steps": ["affirm"]}}}])"));
  REQUIRE(problems.empty());
  const auto lines = lines_of(unplayable(scenario, shipped_methods().find("werf/werf")->definition));
  CHECK(lines == Lines{"/goals/0/counted: goal 'asked' cannot be met with method 'werf/werf': none of its steps allows "
                       "what this asks for; name another kind or step as well",
                       "/facts/1/when: fact 'barn' cannot come out with method 'werf/werf': none of its steps allows "
                       "what this asks for; name another kind or step as well"});
  CHECK(lines_of(unplayable(scenario, shipped_methods().find("eigen-kracht/lens")->definition)).size() == 1);
}

TEST_CASE("a scenario of format 1 is read: its claim becomes a question for the trainer", "[training]") {
  const auto [scenario, problems] = parse(small_patched(R"([
      {"op": "replace", "path": "/format", "value": 1},
      {"op": "replace", "path": "/goals/0", "value": {"id": "asked", "text": {"nl": "Er is gevraagd.", "en": "They asked."},
       "holds": {"count": "contributions", "where": {"kind": "question"}, "at_least": 1}}}])"));
  REQUIRE(lines_of(problems) == Lines{});
  CHECK(scenario.goals.front().judged.front().en == "They asked.");
  CHECK(counted_in_words(scenario.goals.front().counted, scenario).in(Lang::en) ==
        "contributions: at least 1 with kind: question");
}

TEST_CASE("of two scenarios with one id the first is used, and the other is told so", "[training]") {
  const test::TempDir dir;
  dir.write("a.json", small_example());
  dir.write("b.json", small_patched(R"([{"op": "replace", "path": "/version", "value": "1.0.1"}])"));
  dir.write("c.json", small_example());  // the same file once more is no other scenario
  const auto files = scan_scenarios({dir.path().string()});
  REQUIRE(files.size() == 2);
  CHECK(files[0].problems.empty());
  CHECK(test::english(files[1].problems) ==
        Problems{{"/id", "scenario 'small-example' is already given by " + files[0].path}});
}

}  // namespace casus::training
