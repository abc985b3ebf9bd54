// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/json_place.hpp"

#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <random>

namespace casus::test {
namespace {

std::string shown(FilePlace at) { return std::to_string(at.line) + ":" + std::to_string(at.column); }

std::string at(std::string_view bytes, const std::string& pointer) { return shown(places_of({pointer}, bytes).at(0)); }

constexpr std::string_view kFile = R"({
  "format": 2, "n": [10, -2.5e3,"é", {"deep": [true, null]}],
  "e": {}, "a/b": {"~": 1},
  "last":
    [ ]
})";

/// A value of some depth, written with spaces as they come.
std::string made(std::mt19937& chance, int depth) {
  const auto space = [&] { return std::string(chance() % 3, " \n\t"[chance() % 3]); };
  switch (depth > 3 ? chance() % 4 : chance() % 6) {
    case 0: return "1" + std::string(chance() % 2, '0');
    case 1: return "null";
    case 2: return R"("x\"],{")";
    case 3: return "-1.5E+2";
    case 4: {
      std::string out = "[" + space();
      const auto size = chance() % 4;
      for (std::size_t i = 0; i < size; ++i) out += (i > 0 ? "," : "") + space() + made(chance, depth + 1) + space();
      return out + "]";
    }
    default: {
      std::string out = "{" + space();
      const auto size = chance() % 4;
      for (std::size_t i = 0; i < size; ++i)
        out += (i > 0 ? "," : "") + space() + "\"k" + std::to_string(i) + "\"" + space() + ":" + space() +
               made(chance, depth + 1) + space();
      return out + "}";
    }
  }
}

}  // namespace

TEST_CASE("a member stands at its key, an item at its value", "[base]") {
  CHECK(at(kFile, "") == "1:1");
  CHECK(at(kFile, "/format") == "2:3");
  CHECK(at(kFile, "/n") == "2:16");
  CHECK(at(kFile, "/n/0") == "2:22");
  CHECK(at(kFile, "/n/1") == "2:26");
  CHECK(at(kFile, "/n/2") == "2:33");
  CHECK(at(kFile, "/n/3") == "2:38");  // after a letter of two bytes
  CHECK(at(kFile, "/n/3/deep/1") == "2:54");
  CHECK(at(kFile, "/e") == "3:3");
  CHECK(at(kFile, "/a~1b/~0") == "3:20");
  CHECK(at(kFile, "/last") == "4:3");
}

TEST_CASE("what is not there stands at what would hold it", "[base]") {
  CHECK(at(kFile, "/e/min") == "3:3");
  CHECK(at(kFile, "/n/7/x") == "2:16");
  CHECK(at(kFile, "/no/such") == "1:1");
  CHECK(at(R"({"a":1})", "/a") == "0:2");  // one line: the caller knows its number
  CHECK(at("{\"a\":", "/a") == "0:2");
  CHECK(at("", "/a") == "0:0");
}

TEST_CASE("places are found in whatever a parser reads", "[base]") {
  std::mt19937 chance(14);
  for (int round = 0; round < 500; ++round) {
    const auto bytes = "{\n\"all\":[" + made(chance, 0) + "," + made(chance, 0) + "]}";
    const auto whole = nlohmann::json::parse(bytes);
    const auto flat = whole.flatten();
    for (const auto& [pointer, ignored] : flat.items()) {
      const auto& value = whole.at(nlohmann::json::json_pointer(pointer));
      const auto place = places_of({pointer}, bytes).at(0);
      INFO(bytes << "\n" << pointer);
      std::size_t line_begin = 0;
      for (std::size_t line = 1; line < place.line; ++line) line_begin = bytes.find('\n', line_begin) + 1;
      const auto rest = bytes.substr(line_begin + place.column - 1);
      const auto name = pointer.substr(pointer.rfind('/') + 1);
      if (name.starts_with('k') || name == "all") CHECK(rest.starts_with("\"" + name + "\""));
      else
        CHECK(nlohmann::json::accept(rest.substr(0, rest.find_first_of(" \n\t,]}", rest[0] == '"' ? 8 : 1))) ==
              !value.is_structured());
    }
  }
}

TEST_CASE("a hundred thousand places are found, on their lines or all on one", "[base]") {
  std::string bytes = "{\"a\":[", one_line = bytes;
  std::vector<std::string> pointers;
  for (int i = 0; i < 100'000; ++i) {
    bytes += i > 0 ? ",\n1" : "1";
    one_line += i > 0 ? ",\"é\"" : "\"é\"";
    pointers.push_back("/a/" + std::to_string(i));
  }
  CHECK(shown(places_of(pointers, bytes + "]}").back()) == "100000:1");
  CHECK(shown(places_of(pointers, one_line + "]}").back()) == "0:400003");
}

}  // namespace casus::test
