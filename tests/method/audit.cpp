// SPDX-License-Identifier: EUPL-1.2
// tests/method/doubtful.json: what was done to round.json, and what a closer look says of it beside what it says of the
// good file. The shape is right each time, so the schema has nothing to say.
#include "core/method/audit/audit.hpp"

#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/schema_file.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::method {
namespace {

using nlohmann::ordered_json;
using Remarks = std::vector<std::string>;

Remarks remarks_on_file(const std::string& bytes) {
  const auto [method, problems] = parse(bytes);
  REQUIRE(lines_of(problems) == Remarks{});
  Remarks lines;
  for (const auto& remark : audit(method))
    lines.push_back((remark.weight == Remark::Weight::error ? "error " : "note ") + remark.problem.pointer + ": " +
                    text::problem_words(remark.problem, Lang::en));
  return lines;
}

}  // namespace

TEST_CASE("what cannot be so in a method of the right shape is told with place, reason and remedy", "[method]") {
  const test::SchemaFile schema("plugins/method.schema.json");
  const auto good = ordered_json::parse(source_file("tests/method/round.json"));
  const auto known = remarks_on_file(good.dump());
  for (const auto& line : ordered_json::parse(source_file("tests/method/doubtful.json"))) {
    INFO(line.at("why").get<std::string>());
    const auto bytes = good.patch(line.at("patch")).dump();
    CHECK(schema.accepts(nlohmann::json::parse(bytes)));
    auto told = remarks_on_file(bytes);
    std::erase_if(told, [&](const std::string& one) { return std::ranges::find(known, one) != known.end(); });
    CHECK(told == line.at("remarks").get<Remarks>());
  }
}

}  // namespace casus::method
