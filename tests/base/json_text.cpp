// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/json_text.hpp"

#include "core/base/json/json_fields.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <cmath>
#include <limits>

// The text writer is the short way to what the library would have written: compared with it, byte for byte.

namespace casus::test {

namespace {

enum class Colour { red, green };
constexpr std::array<Named<Colour>, 2> names_of(Colour) { return {{{Colour::red, "red"}, {Colour::green, "green"}}}; }

struct Leaf {
  std::string text;
  int number = 0;

  bool operator==(const Leaf&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("text", self.text);
    visit.optional("number", self.number);
  }
};

/// One field of every kind, its names not in alphabetical order.
struct Tree {
  std::string zebra;
  bool yes = false;
  std::int64_t many = 0;
  double score = 0;
  std::optional<double> maybe;
  Leaf leaf;
  Date day{};
  Time at{};
  Colour colour{};
  std::vector<Leaf> leaves;
  std::vector<std::string> words;
  std::map<std::string, int> by_name;

  static void fields(auto& self, auto&& visit) {
    visit.required("zebra", self.zebra);
    visit.required("yes", self.yes);
    visit.required("many", self.many);
    visit.required("score", self.score);
    visit.required("maybe", self.maybe);
    visit.optional("leaf", self.leaf);
    visit.required("day", self.day);
    visit.required("at", self.at);
    visit.required("colour", self.colour);
    visit.optional("leaves", self.leaves);
    visit.optional("words", self.words);
    visit.required("by_name", self.by_name);
  }
};

std::string by_text(const auto& value) {
  std::string out;
  text::put(out, value);
  return out;
}

std::string by_library(const auto& value) { return fields::write(value).dump(); }

}  // namespace

TEST_CASE("an object written as text is what the library writes", "[base]") {
  Tree tree{.day = *date_from("2026-03-02"), .at = *time_from("2026-03-02T09:30:05Z")};
  CHECK(by_text(tree) == by_library(tree));
  tree.zebra = "Zij zei: \"ga maar\"";
  tree.yes = true;
  tree.many = -1234567890123;
  tree.score = 7.5;
  tree.maybe = 4;
  tree.leaf = Leaf{"één", 3};
  tree.colour = Colour::green;
  tree.leaves = {{"a", 0}, {"b", 2}};
  tree.words = {"", "x"};
  tree.by_name = {{"b", 1}, {"a\n", 2}};
  CHECK(by_text(tree) == by_library(tree));
  CHECK(by_text(Leaf{}) == R"({"text":""})");
}

TEST_CASE("every letter is escaped as the library escapes it", "[base]") {
  for (int byte = 0; byte < 0x80; ++byte) {
    const std::string letter = "a" + std::string(1, static_cast<char>(byte)) + "z";
    CHECK(by_text(letter) == by_library(letter));
  }
  for (const std::string letters : {"", "é ë ’ … €", "\U0001F642", "\"", "\\\\"})
    CHECK(by_text(letters) == by_library(letters));
}

TEST_CASE("a letter is escaped wherever it stands in a text", "[base]") {
  for (const char letter : {'"', '\\', '\n', '\x01', '\x1f', ' ', '\x7f'})
    for (std::size_t place = 0; place < 20; ++place) {
      std::string text(20, 'a');
      text[place] = letter;
      CAPTURE(text, place);
      CHECK(by_text(text) == by_library(text));
    }
}

TEST_CASE("numbers are written as the library writes them", "[base]") {
  for (const double number : {0.0, -0.0, 1.0, -2.0, 0.1, 7.5, 1e9, 1e15, 1e16, -1e-7, 123456789.0, 1.0 / 3, 1e300})
    CHECK(by_text(number) == by_library(number));
  CHECK(by_text(std::nan("")) == "null");
  CHECK(by_text(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
}

TEST_CASE("what is no text is refused, as the library does", "[base]") {
  CHECK_THROWS_AS(by_text(std::string("\xff")), nlohmann::json::type_error);
}

}  // namespace casus::test
