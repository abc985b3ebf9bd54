// SPDX-License-Identifier: EUPL-1.2
#include "core/service/json_line.hpp"

#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {

namespace {

/// "pointer: message" of each problem.
std::vector<std::string> problems_of(std::string_view line) {
  Problems problems;
  service::json_line(line, problems);
  std::vector<std::string> told;
  for (const auto& problem : problems) told.push_back(problem.pointer + ": " + problem.message);
  return told;
}

using Told = std::vector<std::string>;

std::string nested(std::size_t depth) {
  return "{\"a\":" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
}

}  // namespace

TEST_CASE("a good line is read as it is", "[service]") {
  Problems problems;
  const auto read = service::json_line("{\"a\":\"é\\n\\t\",\"b\":[1,{\"c\":null}]}\r", problems);
  CHECK(problems.empty());
  CHECK(read.at("a") == "é\n\t");
  CHECK(read.at("b").at(1).at("c").is_null());
}

TEST_CASE("what is no JSON object is refused with the place", "[service]") {
  CHECK(problems_of("[1]") == Told{": expected an object, got [1]"});
  CHECK(problems_of("{\"a\":1} x").size() == 1);
  REQUIRE(problems_of("{\"a\":}").size() == 1);
  CHECK(problems_of("{\"a\":}").front().starts_with(": not JSON at byte 6: "));
  CHECK(problems_of("{\"a\":1e999}") == Told{": a number is too large"});
  CHECK(problems_of("").size() == 1);
}

TEST_CASE("a key that stands twice is found at any depth", "[service]") {
  CHECK(problems_of(R"({"a":1,"a":2})") == Told{"/a: key 'a' stands here twice"});
  CHECK(problems_of(R"({"a":[{},{"b":{"c":1,"c":2}}]})") == Told{"/a/1/b/c: key 'c' stands here twice"});
  CHECK(problems_of(R"({"a":{"b":1},"c":{"b":1}})") == Told{});
}

TEST_CASE("nesting has a limit that is looked at before parsing", "[service]") {
  CHECK(problems_of(nested(service::kLineDepth)) == Told{});
  CHECK(problems_of(nested(service::kLineDepth + 1)) == Told{": nested deeper than 32"});
  CHECK(problems_of(nested(400000)) == Told{": nested deeper than 32"});
  CHECK(problems_of("{\"a\":\"" + std::string(100, '[') + "\"}") == Told{});
}

TEST_CASE("a line has a limit", "[service]") {
  const auto line = [](std::size_t size) { return "{\"a\":\"" + std::string(size - 8, 'x') + "\"}"; };
  CHECK(problems_of(line(service::kLineLimit)) == Told{});
  CHECK(problems_of(line(service::kLineLimit + 1)) == Told{": line of 1048577 bytes, at most 1048576"});
}

TEST_CASE("broken UTF-8 and control characters are refused", "[service]") {
  CHECK(problems_of("{\"a\":\"\xC3\"}") == Told{": not well-formed UTF-8"});
  CHECK(problems_of(R"({"a":["x","\u001b[31m"]})") == Told{"/a/1: control character in a text"});
  CHECK(problems_of(R"({"a":"\u009b31m"})") == Told{"/a: control character in a text"});
}

}  // namespace casus::test
