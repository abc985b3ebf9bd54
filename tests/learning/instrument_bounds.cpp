// SPDX-License-Identifier: EUPL-1.2
#include "tests/learning/broken_file.hpp"

#include <fmt/format.h>

#include <algorithm>

// Slips that leave a file that can be read: numbers that nobody means, the same twice, a list with nothing in it. And
// files that are no JSON: each with its line, its column, and what to do.

namespace casus::test {
namespace {

/// "5:3 /version: sleutel ... Haal een van de twee weg."
Lines placed_lines(const std::string& bytes) {
  Lines lines;
  for (const auto& one : learning::parse_instrument(bytes).second) {
    CHECK_FALSE(one.what.in(Lang::en).empty());
    CHECK_FALSE(one.remedy.in(Lang::en).empty());
    lines.push_back(fmt::format("{}:{} {}: {}. {}", one.at.line, one.at.column, one.pointer, one.what.in(Lang::nl),
                                one.remedy.in(Lang::nl)));
  }
  return lines;
}

std::string with(const std::string& name, const std::string& what, const std::string& instead) {
  auto bytes = shipped(name);
  const auto at = bytes.find(what);
  REQUIRE(at != std::string::npos);
  return bytes.replace(at, what.size(), instead);
}

}  // namespace

TEST_CASE("a number of an instrument has bounds that are told with its place", "[learning]") {
  const struct {
    const char* name;
    const char* pointer;
    int most;
    int least = 1;
  } all[] = {{"course", "/numbers/weeks", 26},
             {"learn-work", "/numbers/weeks", 26},
             {"circle", "/numbers/cards", 20},
             {"circle", "/numbers/dots", 20},
             {"paper", "/numbers/minutes-me", 240},
             {"paper", "/numbers/minutes-shift", 240},
             {"paper", "/numbers/cards", 20},
             {"paper", "/numbers/lines", 10},
             {"playbook", "/numbers/letters", 1000, 40},
             {"playbook", "/numbers/review-days", 1830, 28},
             {"course", "/meetings/0/parts/0/minutes", 600},
             {"course", "/meetings/0/study", 40, 0},
             {"course", "/totals/0/most", 100, 0}};
  for (const auto& one : all) {
    INFO(one.name << one.pointer);
    const auto at = [&](int number) {
      return told(
          patched(one.name, fmt::format(R"([{{"op":"replace","path":"{}","value":{}}}])", one.pointer, number)));
    };
    CHECK(at(one.most) == Lines{});
    CHECK(at(one.most + 1) == Lines{fmt::format("{}: {} past hier niet. Geef een getal van {} tot en met {}.",
                                                one.pointer, one.most + 1, one.least, one.most)});
    CHECK_FALSE(at(90'000).empty());
  }
  // Every number there is has them.
  for (const auto* name : {"course", "learn-work", "circle", "paper", "playbook"}) {
    const auto document = nlohmann::json::parse(shipped(name));
    for (const auto& [key, value] : document["numbers"].items()) {
      INFO(name << key);
      CHECK_FALSE(told(patched(name, R"([{"op":"replace","path":"/numbers/)" + key + R"(","value":99999}])")).empty());
    }
  }
  CHECK(told(patched("course", R"([{"op":"add","path":"/numbers/week","value":3}])")) ==
        Lines{"/numbers/week: de sleutel \"week\" ken ik niet. Bedoelde je \"weeks\"?"});
}

TEST_CASE("the same twice in a list, and a list or a line with nothing in it, are told", "[learning]") {
  CHECK(told(patched("cards", R"([{"op":"replace","path":"/items/0/source","value":["MI1","MI1"]}])")) ==
        Lines{"/items/0/source/1: \"MI1\" staat hier twee keer. Haal een van de twee weg."});
  CHECK(told(patched("cards", R"([{"op":"replace","path":"/items/0/source","value":[""]}])")) ==
        Lines{"/items/0/source/0: hier staan geen woorden. Noem een bron: kies uit S0, S1, B5V, MI1, MI2. Of haal de "
              "lege regel weg."});
  CHECK(told(patched("cards", R"([{"op":"replace","path":"/sources/3/key","value":" "}])")).front() ==
        "/sources/3/key: hier staan geen woorden. Geef de bron een korte sleutel, zoals S1.");
  CHECK(told(patched("goals", R"([{"op":"replace","path":"/words/less/nl","value":[]}])")) ==
        Lines{"/words/less/nl: deze lijst is leeg. Zet er woorden in, in deze taal."});
  CHECK(told(patched("goals", R"([{"op":"replace","path":"/words/we/nl","value":["wij"," ","Wij"]}])")) ==
        Lines{"/words/we/nl/1: hier staan geen woorden. Haal deze lege regel weg, of vul hem in.",
              "/words/we/nl/2: \"Wij\" staat hier twee keer. Haal een van de twee weg."});
  for (const auto* name :
       {"quickscan", "goals", "circle", "cards", "paper", "course", "learn-work", "area", "playbook"}) {
    INFO(name);
    const auto lines = told(patched(name, R"([{"op":"replace","path":"/items","value":[]}])"));
    const auto empty = [](const std::string& line) { return line.starts_with("/items: deze lijst is leeg. Voeg"); };
    CHECK(std::ranges::count_if(lines, empty) == 1);
  }
}

TEST_CASE("what is no JSON, or has in it what does not belong there, is told with line, column and what to do",
          "[learning]") {
  CHECK(
      placed_lines(with("cards", "\"version\":", "\"version\": \"1.0.0\",\n  \"version\":")) ==
      Lines{
          "5:3 /version: dit is geen goede JSON (sleutel 'version' staat hier twee keer). Haal een van de twee weg."});
  const auto control = placed_lines(with("cards", "Motiverende", "Motiver\\u0007ende"));
  REQUIRE(control.size() == 1);
  CHECK(control.front().find("/text/nl: dit is geen goede JSON (er staat een stuurteken in een tekst). Haal dat teken "
                             "weg, of typ de tekst opnieuw.") != std::string::npos);
  const auto raw = placed_lines(with("cards", "Motiverende", "Motiver\aende"));
  REQUIRE(raw.size() == 1);
  CHECK(raw.front().find("Haal dat teken weg") != std::string::npos);
  CHECK(placed_lines("{\n  \"format\": 1,\n  \"id\": \"\xff\"\n}") ==
        Lines{"3:10 : dit is geen goede JSON (hier hoort tekst in UTF-8). Sla het bestand op als UTF-8."});
  CHECK(placed_lines("{}") ==
        Lines{"1:1 : hier staan geen sleutels. Zet erin: \"format\", \"id\", \"version\", \"kind\", \"status\", "
              "\"name\", \"summary\" en \"items\". Of begin met een bestand dat er al is."});
  CHECK(placed_lines(" \n").front().starts_with("1:1 : dit bestand is leeg. Zet erin"));
  CHECK(placed_lines("[]") == Lines{"1:1 : dit is geen goede JSON (hier hoort een object, er staat []). Begin het "
                                    "bestand met een accolade, en zet daarin de sleutels."});
  CHECK(placed_lines("{\"format\": 1}").size() == 7);  // what is missing, and nothing that follows from it
  // Whatever is wrong, it has a place.
  for (const auto* bytes : {"{", "[1", "{\"format\"", "x", "{\"a\": 1}", "{\"format\": 99999999999999999999}"})
    for (const auto& one : learning::parse_instrument(bytes).second) {
      INFO(bytes);
      CHECK(one.at.line > 0);
      CHECK(one.at.column > 0);
    }
}

}  // namespace casus::test
