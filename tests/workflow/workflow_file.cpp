// SPDX-License-Identifier: EUPL-1.2
#include "core/method/content_hash.hpp"
#include "core/workflow/workflow.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/schema_file.hpp"
#include "tests/workflow/samples.hpp"

// Reading one workflow file: what is in it, all that is wrong with it, and the same verdict from its schema.

namespace casus::workflow {
namespace {

using nlohmann::json;

using Lines = std::vector<std::string>;

template <class E>
Lines keys() {
  const auto views = keys_of<E>();
  return {views.begin(), views.end()};
}

}  // namespace

TEST_CASE("the example of the workflow guide is a good workflow, and means what it says", "[workflow]") {
  const auto bytes = example();
  const auto [workflow, problems] = parse(bytes);
  REQUIRE(lines_of(problems) == Lines{});
  CHECK(workflow.id == "short-review");
  CHECK(workflow.version == "1.0.0");
  CHECK(workflow.hash == method::content_hash(bytes));
  CHECK(workflow.name == Text{"Korte bespreking", "Short review"});
  CHECK(workflow.status == method::Mark::own);
  CHECK(workflow.method == "action-learning/advice-round");
  REQUIRE(workflow.phases.size() == 4);

  const auto& action = workflow.rule(Phase::plan_of_action).done_when.at(0);
  CHECK(action.id == "action");
  CHECK(action.level == method::Level::hard);
  CHECK(action.rule == "R8");
  CHECK(action.who == std::vector<Role>{Role::presenter});
  CHECK(action.holds.op == method::Criterion::Op::count);
  CHECK(action.holds.collection == method::Collection::actions);
  CHECK(action.holds.scope == method::Scope::round);
  CHECK(action.holds.at_least == 1.0);
  CHECK(workflow.rule(Phase::analysis).done_when.empty());
  CHECK(workflow.close_when.at(0).level == method::Level::soft);
  CHECK(workflow.close_when.at(0).who.empty());

  const auto& term = workflow.terms.at(0);
  CHECK(term.id == "wmo-investigation");
  CHECK(term.amount == 6);
  CHECK(term.unit == Unit::weeks);
  CHECK(term.from == From::reported);
  CHECK(term.source == "WMO232");
  CHECK(term.configurable);
  CHECK_FALSE(parse(patched(R"([{"op": "add", "path": "/terms/0/configurable", "value": false}])"))
                  .first.terms.at(0)
                  .configurable);
}

TEST_CASE("requirements of different phases may share a name, and lists may be left out", "[workflow]") {
  CHECK(parse(patched(R"([{"op": "copy", "from": "/phases/1/done_when", "path": "/phases/3/done_when"},
                          {"op": "remove", "path": "/close_when"}, {"op": "remove", "path": "/terms"}])"))
            .second == Problems{});
}

TEST_CASE("every mistake in a workflow is told, with its place, and nothing else is", "[workflow]") {
  for (const auto& sample : broken()) {
    INFO(sample.why);
    CHECK(lines_of(parse(patched(sample.patch)).second) == sample.problems);
  }
}

TEST_CASE("a file that is no workflow at all is told from the start", "[workflow]") {
  const auto problems = [](std::string_view bytes) { return lines_of(parse(bytes).second); };
  CHECK(problems("[]") == Lines{": expected an object, got []"});
  CHECK(problems("{\"format\": 1, \"id\": \"\xff\"}") == Lines{": expected text in UTF-8"});
  CHECK(problems(std::string((1 << 20) + 1, ' ')) == Lines{": expected at most 1048576 bytes, got 1048577"});
  CHECK(problems("{\"format\": " + std::string(200000, '[')) == Lines{": column 75: nested deeper than 64"});
  CHECK(problems("").size() == 1);
  CHECK(problems("{\"format\": 1,\n \"id\": }") == Lines{": line 2, column 8: '}' cannot be here"});
  auto twice = example();
  twice.insert(twice.find("\"id\""), "\"id\": \"first\", ");
  CHECK(problems(twice) == Lines{"/id: key 'id' is here twice"});
}

TEST_CASE("the schema of workflows lists the words of the vocabulary", "[workflow]") {
  const test::SchemaFile schema("workflows/workflow.schema.json");
  CHECK(schema.words("phase") == keys<Phase>());
  CHECK(schema.words("role") == keys<Role>());
  CHECK(schema.words("mark") == keys<method::Mark>());
  const auto& term = schema.text.at("definitions").at("term").at("properties");
  CHECK(term.at("unit").at("enum").get<Lines>() == keys<Unit>());
  CHECK(term.at("from").at("enum").get<Lines>() == keys<From>());
}

TEST_CASE("the schema of workflows repeats the schema of criteria word for word", "[workflow]") {
  const test::SchemaFile workflow("workflows/workflow.schema.json");
  const test::SchemaFile criterion("core/method/criterion.schema.json");
  for (const auto& [name, definition] : criterion.text.at("definitions").items()) {
    INFO(name);
    CHECK(workflow.text.at("definitions").at(name) == definition);
  }
}

TEST_CASE("schema and check agree on the example and on each broken workflow", "[workflow]") {
  const test::SchemaFile schema("workflows/workflow.schema.json");
  CHECK(schema.accepts(json::parse(example())));
  for (const auto& sample : broken()) {
    // The schema knows nothing of the order of keys.
    INFO(sample.why);
    CHECK(schema.accepts(json::parse(patched(sample.patch))) == !sample.shape);
  }
}

TEST_CASE("whatever the schema of workflows refuses, the check refuses", "[workflow]") {
  const test::SchemaFile schema("workflows/workflow.schema.json");
  int refused = 0;
  for (const auto& [how, bytes] : test::spoilt(nlohmann::ordered_json::parse(example()))) {
    if (schema.accepts(json::parse(bytes))) continue;
    ++refused;
    INFO(how);
    CHECK_FALSE(parse(bytes).second.empty());
  }
  CHECK(refused > 300);
}

}  // namespace casus::workflow
