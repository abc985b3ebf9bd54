// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/strict_json.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/problems.hpp"

#include <nlohmann/json.hpp>

#include <ctime>

namespace casus::test {

namespace {

constexpr JsonBounds kBounds{1 << 20, 32, {}};

/// "pointer: message" of each problem.
std::vector<std::string> problems_of(std::string_view line) {
  Problems problems;
  strict_json(line, kBounds, problems);
  std::vector<std::string> told;
  for (const auto& problem : problems) told.push_back(problem.pointer + ": " + english(problem));
  return told;
}

using Told = std::vector<std::string>;

std::string nested(std::size_t depth) {
  return "{\"a\":" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
}

}  // namespace

TEST_CASE("a good line is read as it is", "[base]") {
  Problems problems;
  const auto read = strict_json("{\"a\":\"é\\n\\t\",\"b\":[1,{\"c\":null}]}\r", kBounds, problems);
  CHECK(problems.empty());
  CHECK(read.at("a") == "é\n\t");
  CHECK(read.at("b").at(1).at("c").is_null());
}

TEST_CASE("what is no JSON object is refused with the place", "[base]") {
  CHECK(problems_of("[1]") == Told{": expected an object, got [1]"});
  CHECK(problems_of("{\"a\":1} x").size() == 1);
  REQUIRE(problems_of("{\"a\":}").size() == 1);
  CHECK(problems_of("{\"a\":}") == Told{": column 6: '}' cannot be here"});
  CHECK(problems_of("{\"a\":1e999}") == Told{": column 10: the number 1e999 is too large"});
  CHECK(problems_of("").size() == 1);
}

TEST_CASE("a slip in the punctuation is told as what it is", "[base]") {
  CHECK(problems_of(R"({"a":1,})") == Told{": column 8: there is a comma too many before '}'"});
  CHECK(problems_of(R"({"a":1 "b":2})") == Told{": column 8: a comma is missing before '\"'"});
  CHECK(problems_of(R"({"a":[1,2)") == Told{": column 10: it ends halfway: a bracket or a quote is missing"});
  CHECK(problems_of("{\"a\":\"x\n\"}") == Told{": line 1, column 8: a text runs on into the next line"});
  CHECK(problems_of("{\"é\":1,}") == Told{": column 8: there is a comma too many before '}'"});
  for (const auto* one : {"{\"a\":1, // one\n}", "# mine\n{}"}) {
    REQUIRE(problems_of(one).size() == 1);
    CHECK(problems_of(one).front().ends_with(": a remark cannot be here"));
  }
  for (const std::string quote : {"'", "\u201c"}) {
    const auto told = problems_of("{" + quote + "a\":1}");
    REQUIRE(told.size() == 1);
    CHECK(told.front().ends_with(": " + quote + " does not count as a quotation mark"));
  }
}

TEST_CASE("a key that stands twice is found at any depth", "[base]") {
  CHECK(problems_of(R"({"a":1,"a":2})") == Told{"/a: key 'a' is here twice"});
  CHECK(problems_of(R"({"a":[{},{"b":{"c":1,"c":2}}]})") == Told{"/a/1/b/c: key 'c' is here twice"});
  CHECK(problems_of(R"({"a":{"b":1},"c":{"b":1}})") == Told{});
}

TEST_CASE("nesting has a limit that is looked at before parsing", "[base]") {
  CHECK(problems_of(nested(kBounds.depth)) == Told{});
  CHECK(problems_of(nested(kBounds.depth + 1)) == Told{": column 37: nested deeper than 32"});
  CHECK(problems_of(nested(400000)) == Told{": column 37: nested deeper than 32"});
  CHECK(problems_of("{\"a\":\"" + std::string(100, '[') + "\"}") == Told{});
}

TEST_CASE("a line has a limit", "[base]") {
  const auto line = [](std::size_t size) { return "{\"a\":\"" + std::string(size - 8, 'x') + "\"}"; };
  CHECK(problems_of(line(kBounds.bytes)) == Told{});
  CHECK(problems_of(line(kBounds.bytes + 1)) == Told{": expected at most 1048576 bytes, got 1048577"});
}

TEST_CASE("a long list takes time by its length, not by the square of it", "[base]") {
  const auto list = [](std::size_t items) {
    std::string out = "{\"a\":[";
    for (std::size_t i = 0; i < items; ++i) out += "1,";
    return out + "1]}";
  };
  const auto start = std::clock();  // time of the processor: the machine may be busy with other things
  CHECK(problems_of(list(20'000)) == Told{});
  const auto once = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  const auto again = std::clock();
  CHECK(problems_of(list(400'000)) == Told{});
  CHECK(static_cast<double>(std::clock() - again) / CLOCKS_PER_SEC < 80 * once + 0.2);  // the square: 400 times
}

TEST_CASE("the key that must come first is missed once, and only outermost", "[base]") {
  Problems problems;
  strict_json(R"({"a":{"b":1},"format":1})", {1024, 8, "format"}, problems);
  CHECK(english(problems) == Problems{{"", "expected 'format' as the first key, got 'a'"}});
}

TEST_CASE("broken UTF-8 and control characters are refused", "[base]") {
  CHECK(problems_of("{\"a\":\"\xC3\"}") == Told{": expected text in UTF-8"});
  CHECK(problems_of(R"({"a":["x","\u001b[31m"]})") == Told{"/a/1: control character in a text"});
  CHECK(problems_of(R"({"a":"\u009b31m"})") == Told{"/a: control character in a text"});
}

}  // namespace casus::test
