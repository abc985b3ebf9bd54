// SPDX-License-Identifier: EUPL-1.2
// Two people at two keyboards, one case.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {
namespace {

using nlohmann::json;

void give(const Home& home) {
  home.folder().write("given.jsonl",
                      content_of(std::filesystem::path(CASUS_SOURCE_DIR) / "tests/stories/given/presenting.jsonl"));
  REQUIRE(home.type("casus apply given.jsonl").exit == 0);
}

json history(const Home& home) {
  const auto ran = home.type("casus case history 2026-001 --json --as Noor");
  REQUIRE(ran.exit == 0);
  return json::parse(ran.out);
}

}  // namespace

TEST_CASE("what two people add to one case at the same time is all kept", "[stories]") {
  const Home home;
  give(home);
  constexpr int kEach = 12;
  const auto writer = [&](const std::string& who) {
    return home.begin("set -e; i=1; while [ $i -le " + std::to_string(kEach) +
                      " ]; do casus case say 2026-001 feit \"" + who + " $i\" --as Noor; i=$((i+1)); done");
  };
  auto one = writer("een"), two = writer("twee");
  const auto first = one.finish(), second = two.finish();
  INFO(first.err << second.err);
  CHECK(first.exit == 0);
  CHECK(second.exit == 0);

  std::map<std::string, int> times;
  const auto document = history(home);
  for (const auto& event : document["events"])
    if (event["event"] == "Contributed") ++times[event["text"]];
  for (const auto* who : {"een ", "twee "})
    for (int i = 1; i <= kEach; ++i) {
      INFO(who << i);
      CHECK(times[who + std::to_string(i)] == 1);
    }
  CHECK(home.type("casus store verify").exit == 0);
}

TEST_CASE("cases that two people open at the same time, without a number, are all opened", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus team init Noord --as Noor && casus team add Noor --as Noor").exit == 0);
  constexpr int kEach = 8;
  const auto writer = [&](const std::string& who) {
    return home.begin("set -e; i=1; while [ $i -le " + std::to_string(kEach) + " ]; do casus case open \"" + who +
                      " $i\" --privacy anonymous --basis wmo --purpose hulp --as Noor; i=$((i+1)); done");
  };
  auto one = writer("een"), two = writer("twee");
  const auto first = one.finish(), second = two.finish();
  INFO(first.err << second.err);
  CHECK(first.exit == 0);
  CHECK(second.exit == 0);
  const auto listed = home.type("casus case list --as Noor");
  for (const auto* who : {"een ", "twee "})
    for (int i = 1; i <= kEach; ++i) CHECK_THAT(listed.out, Catch::Contains(who + std::to_string(i)));
  // A number that was typed is not changed for another.
  const auto typed = "casus case open Nog --id 1 --privacy anonymous --basis wmo --purpose hulp --as Noor";
  CHECK(home.type(typed).exit == 0);
  CHECK(home.type(typed).exit == 1);
}

TEST_CASE("files of two people that are applied at the same time are both done whole", "[stories]") {
  const Home home;
  give(home);
  for (const auto* who : {"een", "twee"}) {
    std::string text;
    for (int i = 0; i < 100; ++i)
      text += json{{"do", "Say"},
                   {"case", "2026-001"},
                   {"by", "Noor"},
                   {"kind", "fact"},
                   {"id", who + std::to_string(i)},
                   {"text", who + std::to_string(i)}}
                  .dump() +
              "\n";
    home.folder().write(std::string(who) + ".jsonl", text);
  }
  auto one = home.begin("casus apply een.jsonl --json"), two = home.begin("casus apply twee.jsonl --json");
  const auto first = one.finish(), second = two.finish();
  CHECK(first.exit == 0);
  CHECK(second.exit == 0);
  CHECK(lines_in(first.out).size() == 100);
  CHECK(lines_in(second.out).size() == 100);
  const auto document = history(home);
  CHECK(std::ranges::count_if(document["events"], [](const json& e) { return e["event"] == "Contributed"; }) == 200);
}

TEST_CASE("of two who go on from the same version one does and the other is told", "[stories]") {
  for (int round = 0; round < 5; ++round) {
    const Home home;
    give(home);
    const auto version = history(home)["version"].get<int>();
    const auto line =
        "casus case next 2026-001 --because 'De tijd is om' --as Samira --expect " + std::to_string(version);
    auto one = home.begin(line), two = home.begin(line);
    const auto first = one.finish(), second = two.finish();
    INFO(first.err << second.err);
    CHECK(std::min(first.exit, second.exit) == 0);
    CHECK(std::max(first.exit, second.exit) == 5);
    const auto& told = first.exit == 5 ? first : second;
    CHECK(told.out.empty());
    CHECK(told.err == "iemand was je voor: de casus is nu versie " + std::to_string(version + 2) + ", jij zag versie " +
                          std::to_string(version) +
                          "; er is niets veranderd\n"
                          "doe dit: kijk met casus case show 2026-001 --as Samira en probeer het opnieuw\n");
    CHECK(history(home)["version"] == version + 2);
  }
}

}  // namespace casus::test
