// SPDX-License-Identifier: EUPL-1.2
// Groups in which people sit with others each time.
#include "tests/engine/story.hpp"
#include "tests/method/files.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace casus;
using namespace casus::test;

namespace {

using nlohmann::ordered_json;
using Tables = std::vector<std::vector<std::string>>;

ordered_json world_cafe_of_guide() {
  const auto guide = source_file("plugins/README.md");
  const auto begin = guide.find("\n\n    {", guide.find("**With others each time.**"));
  return ordered_json::parse(guide.substr(begin, guide.find("\n\n", begin + 2) - begin));
}

ordered_json in_threes_mixed(const char* mixes) {
  auto block = world_cafe_of_guide();
  block["parallel"]["size"] = 3;
  block["parallel"]["mixes"] = mixes;
  return block;
}

/// In the second step of the demonstration, changed like this; a third behind it where that is given. Noor (p1) and
/// eight members talk, Femke leads.
Story nine_at_tables(const ordered_json& second, const ordered_json& third = {}) {
  auto file = ordered_json::parse(source_file("tests/method/round.json"));
  auto& analysis = file["phases"]["analysis"];
  file.erase("needs");  // any workflow will do
  analysis[1]["floor"] = {{"speakers", {"presenter", "member"}}};
  if (!third.is_null()) {
    auto more = analysis[1];
    more["id"] = "on";
    more.update(third);
    analysis.push_back(more);
  }
  analysis[1].update(second);
  auto [method, problems] = method::parse(file.dump());
  REQUIRE(lines_of(problems) == std::vector<std::string>{});
  Story story;
  story.library.offer(std::move(method));
  story.does("Noor", open_command("demo/round"));
  for (const char* name : {"Bram", "Ria", "Yusuf", "Els", "Joost", "Karin", "Sanne", "Thijs"})
    story.does("Noor", AddParticipant{name, {Role::member}, true, false, {}});
  story.does("Noor", AddParticipant{"Femke", {Role::chair}, true, false, {}});
  story.does("Noor", AskQuestion{"Hoe verder?", "Rust."}).does("Femke", NextStep{});
  return story.does("Noor", say("wish", "Een wandeling.")).does("Femke", NextStep{"eerst dit"});
}

Story& to_other_tables(Story& story) {
  return story.does("Noor", ChooseBranch{"Naar een andere tafel"}).does("Femke", NextStep{"eerst dit"});
}

Tables tables_of(const Case& c) {
  Tables all;
  for (const auto* group : c.groups_here()) all.push_back(group->people);
  return all;
}

std::vector<std::string> hosts_of(const Case& c) {
  std::vector<std::string> all;
  for (const auto* group : c.groups_here()) all.push_back(group->one);
  return all;
}

/// How often the two who sat together most did so.
int most_together(const std::vector<Tables>& times) {
  std::map<std::set<std::string>, int> pairs;
  int most = 0;
  for (const auto& tables : times)
    for (const auto& table : tables)
      for (const auto& one : table)
        for (const auto& other : table)
          if (one < other) most = std::max(most, ++pairs[{one, other}]);
  return most;
}

}  // namespace

TEST_CASE("the World Café of the guide can be pasted in a method and played", "[engine]") {
  auto story = nine_at_tables(world_cafe_of_guide());
  const auto first = tables_of(story.c);
  const auto hosts = hosts_of(story.c);
  REQUIRE(first.size() == 2);
  to_other_tables(story);
  CHECK(story.c.here()->again == 1);
  CHECK(tables_of(story.c) != first);
  CHECK(hosts_of(story.c) == hosts);
  CHECK(tables_of(story.refolded()) == tables_of(story.c));
}

TEST_CASE("guests never sit with the same people again, and the host of a table stays", "[engine]") {
  auto story = nine_at_tables(in_threes_mixed("others"));
  const auto hosts = hosts_of(story.c);
  REQUIRE(hosts.size() == 3);
  std::vector<Tables> times{tables_of(story.c)};
  for (int time = 1; time < 3; ++time) {
    times.push_back(tables_of(to_other_tables(story).c));
    CHECK(hosts_of(story.c) == hosts);
    for (const auto* group : story.c.groups_here()) CHECK(group->people.size() == 3);
  }
  CHECK(most_together(times) == 1);
}

TEST_CASE("where everybody is mixed each has the place in turn", "[engine]") {
  auto story = nine_at_tables(in_threes_mixed("all"));
  std::vector<Tables> times{tables_of(story.c)};
  auto hosts = hosts_of(story.c);
  for (int time = 1; time < 3; ++time) {
    times.push_back(tables_of(to_other_tables(story).c));
    for (auto& host : hosts_of(story.c)) hosts.push_back(std::move(host));
  }
  CHECK(most_together(times) == 1);
  CHECK(hosts.size() == 9);
  CHECK(std::set(hosts.begin(), hosts.end()).size() > 6);
}

TEST_CASE("steps behind one another mix people too, and one that joins follows", "[engine]") {
  auto block = in_threes_mixed("all");
  block["repeat"]["through"] = "on";
  const auto on = ordered_json::parse(R"({"parallel": {"size": 3, "joins": "clarify", "mark": "own"}})");
  auto together = nine_at_tables(block, on);
  const auto first = tables_of(together.c);
  CHECK(tables_of(together.does("Femke", NextStep{"eerst dit"}).c) == first);
  const auto second = tables_of(to_other_tables(together).c);
  CHECK(most_together({first, second}) == 1);
  CHECK(tables_of(together.does("Femke", NextStep{"eerst dit"}).c) == second);
  CHECK(together.c.here()->step == "on");

  const auto mixed = ordered_json::parse(R"({"parallel": {"size": 3, "mixes": "all", "mark": "own"}})");
  auto apart = nine_at_tables(ordered_json::parse(R"({"parallel": {"size": 3, "mark": "own"}})"), mixed);
  const auto neighbours = tables_of(apart.c);
  CHECK(most_together({neighbours, tables_of(apart.does("Femke", NextStep{"eerst dit"}).c)}) == 1);
}

TEST_CASE("going back finds the tables of that time, and who left or came is seated", "[engine]") {
  auto story = nine_at_tables(in_threes_mixed("others"));
  const auto first = tables_of(story.c);
  const auto second = tables_of(to_other_tables(story).c);
  REQUIRE(first != second);
  CHECK(tables_of(story.does("Femke", BackStep{}).c) == first);
  CHECK(tables_of(to_other_tables(story).c) == second);
  // Without one of the hosts there is another at that table; all others sit somewhere, once.
  const auto gone = hosts_of(story.c)[1];
  const auto& name = story.c.person(gone)->name;
  story.does("Noor", RemoveParticipant{std::string(name)});
  to_other_tables(story);
  std::set<std::string> seated;
  for (const auto& table : tables_of(story.c)) seated.insert(table.begin(), table.end());
  CHECK(seated.size() == 8);
  CHECK_FALSE(seated.contains(gone));
  const auto hosts = hosts_of(story.c);
  CHECK(std::ranges::find(hosts, "") == hosts.end());
  CHECK(tables_of(story.refolded()) == tables_of(story.c));
}
