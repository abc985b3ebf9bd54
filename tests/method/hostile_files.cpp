// SPDX-License-Identifier: EUPL-1.2
#include "core/base/files/definition_file.hpp"
#include "core/method/definition.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <ctime>

namespace casus::method {
namespace {

using Lines = std::vector<std::string>;

Lines problems_in_bytes(std::string_view bytes) {
  Problems problems;
  strict_json(bytes, kDefinitionBounds, problems);
  return lines_of(problems);
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

TEST_CASE("a file that is not strict JSON is refused with the line and the column", "[method]") {
  CHECK(problems_in_bytes("") == Lines{": there is nothing in it"});
  CHECK(problems_in_bytes(" \n\n") == Lines{": there is nothing in it"});
  CHECK(problems_in_bytes("{\"format\": 1,\n  \"id\": ") ==
        Lines{": line 2, column 9: it ends halfway: a bracket or a quote is missing"});
  CHECK(problems_in_bytes("{\"format\": 1,\n\n  \"id\" 3}") == Lines{": line 3, column 8: '3' cannot be here"});
  CHECK(problems_in_bytes("{\"format\": 1e400}") == Lines{": column 16: the number 1e400 is too large"});
  CHECK(problems_in_bytes("[1]") == Lines{": expected an object, got [1]"});
  CHECK(problems_in_bytes("{\"format\": 1} {}").size() == 1);
  CHECK(problems_in_bytes("{\"format\": 1, }").size() == 1);
  CHECK(problems_in_bytes("{\"format\": 1 /* one */}").size() == 1);
  CHECK(problems_in_bytes("{\"format\": NaN}").size() == 1);
}

TEST_CASE("a file is refused that is too large, too deep or not UTF-8", "[method]") {
  CHECK(problems_in_bytes(std::string(kMostDefinitionBytes + 1, ' ')) ==
        Lines{": expected at most 1048576 bytes, got 1048577"});
  CHECK(problems_in_bytes("{\"format\": \"\xC3\x28\"}") == Lines{": expected text in UTF-8"});
  CHECK(problems_in_bytes("{\"format\": \"\xED\xA0\x80\"}") == Lines{": expected text in UTF-8"});
  CHECK(problems_in_bytes("{\"format\":\n" + repeated("[", 64) + repeated("]", 64) + "}") ==
        Lines{": line 2, column 64: nested deeper than 64"});
  CHECK(problems_in_bytes("{\"format\":" + repeated("[", 63) + repeated("]", 63) + "}").empty());
  CHECK(problems_in_bytes(std::string(kMostDefinitionBytes, '[')) == Lines{": column 65: nested deeper than 64"});
  CHECK(problems_in_bytes("{\"format\": \"" + repeated("[", 100) + "\\\"" + repeated("[", 100) + "\"}").empty());
}

TEST_CASE("a key that stands twice in one object is told, as the parser would keep only the last", "[method]") {
  CHECK(problems_in_bytes(R"({"format": 1, "a": [{"x": 1}, {"b/c": 1, "y": [{}], "b/c": 2}], "format": 2})") ==
        Lines{"/a/1/b~1c: key 'b/c' is here twice", "/format: key 'format' is here twice"});
  CHECK(problems_in_bytes(R"({"format": 1, "a": {"x": 1}, "b": {"x": 1}})").empty());
}

TEST_CASE("the format stands first, so that a reader of another format sees it at once", "[method]") {
  CHECK(problems_in_bytes(R"({"id": "x/y", "format": 1})") == Lines{": expected 'format' as the first key, got 'id'"});
}

TEST_CASE("control characters cannot reach the terminal through a method", "[method]") {
  CHECK(problems_in_bytes(R"({"format": 1, "name": ["ok\n", "\u001b[31m"]})") ==
        Lines{"/name/1: control character in a text"});
  CHECK(problems_in_bytes(R"({"format": 1, "\u0007": 1})") == Lines{"/\a: control character in a key"});
}

TEST_CASE("a file cut short anywhere is refused", "[method]") {
  const auto whole = source_file("tests/method/round.json");
  const auto end = whole.find_last_of('}');
  for (std::size_t length = 0; length <= end; length += 7) {
    INFO(length);
    const auto problems = parse(std::string_view(whole).substr(0, length)).second;
    REQUIRE(problems.size() == 1);
    REQUIRE(problems[0].pointer.empty());
  }
}

double seconds_for(const std::string& list, const std::string& item, std::size_t bytes) {
  std::string file = "{\"format\": 1, \"" + list + "\": [" + item;
  while (file.size() < bytes) file += ", " + item;
  file += "]}";
  const auto start = std::clock();  // time of the processor: the machine may be busy with other things
  CHECK(parse(file).second.size() > 100);
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

TEST_CASE("a file full of mistakes takes time by its size, not by the square of its size", "[method]") {
  const auto [list, item] = GENERATE(table<std::string, std::string>({
      {"kinds", R"({"kind": "offrr", "name": {"nl": "a", "en": "b"}, "retention": "cse"})"},
      {"fidelity", R"({"id": "x", "text": {"nl": "a", "en": "b"}, "source": ["y"], "holds": {"present": "chair"}})"},
      {"fidelity", R"({"hodls": {"count": "actoins", "were": {}}})"},
      {"sources", R"({"key": "", "title": ""})"},
  }));
  INFO(list << " " << item);
  const auto once = seconds_for(list, item, 16 * 1024);
  CHECK(seconds_for(list, item, 8 * 16 * 1024) < 24 * once + 0.2);  // the square would be 64 times
}

}  // namespace
}  // namespace casus::method
