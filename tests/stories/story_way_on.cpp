// SPDX-License-Identifier: EUPL-1.2
// `case why` prints lines that can be typed. Here they are typed.
#include "tests/engine/shipped.hpp"
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <set>

namespace casus::test {
namespace {

using nlohmann::json;

const std::string kCase = "2026-001";

void give(const Home& home, const std::string& name) {
  home.folder().write("given.jsonl",
                      content_of(std::filesystem::path(CASUS_SOURCE_DIR) / "tests/stories/given" / (name + ".jsonl")));
  REQUIRE(home.type("casus apply given.jsonl").exit == 0);
}

json shown(const Home& home) { return json::parse(home.type("casus case show " + kCase + " --json --as Noor").out); }

/// Where a case stands, in as far as a way on must change it.
std::string standing(const Home& home) {
  const auto now = shown(home);
  std::string all;
  for (const auto* key : {"life", "phase", "safety", "round"}) all += now[key].dump() + " ";
  if (now["here"].is_object()) all += now["here"]["step"].dump();
  return all;
}

/// The lines under the heading of the way on, as a person sees them.
std::vector<std::string> printed_way(const std::string& why) {
  std::vector<std::string> way;
  bool below = false;
  for (const auto& line : lines_in(why)) {
    if (below && !line.starts_with("  casus ")) break;
    if (below) way.push_back(line.substr(2));
    below = below || line.starts_with("Zo kom je verder");
  }
  return way;
}

/// With words of one's own in the open places, as the line above it asks.
std::string filled_in(std::string line) {
  std::erase_if(line, [](char c) { return c == '[' || c == ']'; });
  return line;
}

/// Types what `case why` says; false when it says nothing.
bool follow(const Home& home) {
  const auto why = home.type("casus case why " + kCase + " --as Noor");
  INFO(why.out << why.err);
  REQUIRE(why.exit == 0);
  const auto way = printed_way(why.out);
  for (const auto& line : way) {
    const auto ran = home.type(filled_in(line));
    INFO("typed: " << line << "\n" << ran.out << ran.err);
    REQUIRE(ran.exit == 0);
  }
  return !way.empty();
}

}  // namespace

TEST_CASE("the way on that is printed moves the case when it is typed", "[stories]") {
  for (const auto* given : {"opened", "table", "presenting", "clarifying", "affirming", "choosing",
                            "before_coordinator", "private_time", "circle_plan"}) {
    INFO("given " << given);
    const Home home;
    give(home, given);
    const auto before = standing(home);
    REQUIRE(follow(home));
    CHECK(standing(home) != before);
  }
}

TEST_CASE("a case in acute danger is led out of it", "[stories]") {
  const Home home;
  give(home, "presenting");
  REQUIRE(home.type("casus case safety acute " + kCase + " 'Er is nu geweld in huis' --as Noor").exit == 0);
  const auto before = standing(home);
  REQUIRE(follow(home));
  CHECK(standing(home) != before);
}

TEST_CASE("whoever only types what is printed brings a case of every method through a whole round", "[stories]") {
  for (const auto& method : shipped_methods()) {
    INFO(method);
    const Home home;
    REQUIRE(home.type("casus case open 'Vader en dochter, huur en school' --id " + kCase +
                      " --privacy anonymous --basis wmo --purpose 'Bekijken wat helpt' --as Noor --method " + method)
                .exit == 0);
    // After the last step of the evaluation the way on is another round; a round has no more steps than this.
    constexpr int kMost = 20;
    int steps = 0;
    std::set<std::string> phases;
    for (auto at = shown(home); at["life"] != "closed" && at["round"] == 1 && steps < kMost; at = shown(home)) {
      ++steps;
      if (at["life"] == "open") phases.insert(at["phase"].get<std::string>());
      REQUIRE(follow(home));
    }
    CHECK(steps < kMost);
    CHECK(phases.size() == 4);
  }
}

}  // namespace casus::test
