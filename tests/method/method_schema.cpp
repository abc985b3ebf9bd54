// SPDX-License-Identifier: EUPL-1.2
#include "core/method/definition.hpp"
#include "tests/method/broken_methods.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/schema_file.hpp"

#include <nlohmann/json.hpp>

namespace casus::method {
namespace {

using nlohmann::json;
using test::SchemaFile;

template <class E>
std::vector<std::string> keys() {
  const auto views = keys_of<E>();
  return {views.begin(), views.end()};
}

TEST_CASE("the schema of methods lists the words of the vocabulary", "[method]") {
  const SchemaFile schema("plugins/method.schema.json");
  CHECK(schema.words("role") == keys<Role>());
  CHECK(schema.words("phase") == keys<Phase>());
  CHECK(schema.words("mark") == keys<Mark>());
  CHECK(schema.words("scope") == keys<Scope>());
  CHECK(schema.words("collection") == keys<Collection>());
  CHECK(schema.words("field") == keys<Field>());
  CHECK(schema.words("fact") == keys<Fact>());
}

TEST_CASE("the schema of methods repeats the schema of criteria word for word", "[method]") {
  const SchemaFile method("plugins/method.schema.json");
  const SchemaFile criterion("core/method/criterion.schema.json");
  for (const auto& [name, definition] : criterion.text.at("definitions").items()) {
    INFO(name);
    CHECK(method.text.at("definitions").at(name) == definition);
  }
}

TEST_CASE("schema and check agree on the good method and on each broken one", "[method]") {
  const SchemaFile schema("plugins/method.schema.json");
  CHECK(schema.accepts(json::parse(source_file("tests/method/round.json"))));
  int shapes = 0;
  for (const auto& broken : broken_methods()) {
    INFO(broken.why);
    CHECK_FALSE(parse(broken.bytes).second.empty());
    CHECK(schema.accepts(json::parse(broken.bytes)) == !broken.shape);
    shapes += broken.shape ? 1 : 0;
  }
  CHECK(shapes > 20);
}

TEST_CASE("whatever the schema refuses, the check refuses", "[method]") {
  const SchemaFile schema("plugins/method.schema.json");
  int refused = 0;
  for (const auto& [how, bytes] : test::spoilt(nlohmann::ordered_json::parse(source_file("tests/method/round.json")))) {
    if (schema.accepts(json::parse(bytes))) continue;
    ++refused;
    INFO(how);
    CHECK_FALSE(parse(bytes).second.empty());
  }
  CHECK(refused > 500);
}

}  // namespace
}  // namespace casus::method
