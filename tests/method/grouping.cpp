// SPDX-License-Identifier: EUPL-1.2
// Who sits with whom in a step that goes on in several groups.
#include "core/method/mixing.hpp"

#include "core/method/course.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <ctime>
#include <set>
#include <utility>

namespace casus::method {
namespace {

PeopleInGroup people(int count) {
  PeopleInGroup all;
  for (int i = 1; i <= count; ++i) all.push_back("p" + std::to_string(i));
  return all;
}

Parallel in_groups_of(int size) { return Parallel{.size = size}; }

/// "p1 p2 | p3 p4".
std::string words(const std::vector<PeopleInGroup>& groups) {
  std::string out;
  for (const auto& group : groups) {
    out += out.empty() ? "" : " |";
    for (const auto& id : group) out += (out.empty() ? "" : " ") + id;
  }
  return out;
}

}  // namespace

TEST_CASE("neighbours sit together, and nobody is alone", "[method]") {
  CHECK(words(grouped(in_groups_of(2), people(4))) == "p1 p2 | p3 p4");
  CHECK(words(grouped(in_groups_of(2), people(5))) == "p1 p2 p3 | p4 p5");
  CHECK(words(grouped(in_groups_of(2), people(1))) == "p1");
  CHECK(words(grouped(in_groups_of(4), people(6))) == "p1 p2 p3 | p4 p5 p6");
  CHECK(words(grouped(in_groups_of(4), people(5))) == "p1 p2 p3 p4 p5");
  for (int size = 2; size <= kMostInParallel; ++size)
    for (int all = 2; all <= 40; ++all) {
      CAPTURE(size, all);
      const auto groups = grouped(in_groups_of(size), people(all));
      std::size_t sum = 0;
      for (const auto& group : groups) {
        CHECK(group.size() >= 2);
        CHECK(static_cast<int>(group.size()) <= largest_group(in_groups_of(size), all));
        CHECK(groups.front().size() - group.size() <= 1);
        sum += group.size();
      }
      CHECK(sum == static_cast<std::size_t>(all));
    }
}

TEST_CASE("a number of groups is kept as far as there are people for it", "[method]") {
  Parallel three{.groups = 3};
  CHECK(words(grouped(three, people(8))) == "p1 p2 p3 | p4 p5 p6 | p7 p8");
  CHECK(words(grouped(three, people(5))) == "p1 p2 p3 | p4 p5");
}

TEST_CASE("groups that join stay whole", "[method]") {
  const auto pairs = grouped(in_groups_of(2), people(8));
  CHECK(words(joined_groups(in_groups_of(4), pairs, people(8))) == "p1 p2 p3 p4 | p5 p6 p7 p8");
  CHECK(words(joined_groups(in_groups_of(4), grouped(in_groups_of(2), people(6)), people(6))) == "p1 p2 p3 p4 | p5 p6");
  // Somebody left, somebody came: the first of the smallest pairs gets the newcomer.
  auto now = people(8);
  now.erase(now.begin() + 2);
  now.push_back("p9");
  CHECK(words(joined_groups(in_groups_of(4), pairs, now)) == "p1 p2 p4 p9 | p5 p6 p7 p8");
  // Somebody left, and nobody came: whoever would be alone sits with the first of the smallest.
  now.pop_back();
  CHECK(words(groups_now(in_groups_of(2), pairs, now)) == "p1 p2 p4 | p5 p6 | p7 p8");
  // Without groups before they are made anew.
  CHECK(words(joined_groups(in_groups_of(2), {}, people(4))) == "p1 p2 | p3 p4");
}

TEST_CASE("who comes later begins a group where one more belongs to so many people", "[method]") {
  auto groups = grouped(in_groups_of(2), people(4));
  const auto came = [&](int count) { return words(groups = groups_now(in_groups_of(2), groups, people(count))); };
  CHECK(came(5) == "p1 p2 p5 | p3 p4");
  CHECK(came(6) == "p1 p2 | p3 p4 | p5 p6");
  CHECK(came(7) == "p1 p2 p7 | p3 p4 | p5 p6");
  // A group that one was put in alone is what was wanted.
  const std::vector<PeopleInGroup> by_hand{{"p1", "p2", "p3"}, {"p4"}};
  CHECK(words(groups_now(in_groups_of(2), by_hand, people(4))) == "p1 p2 p3 | p4");
}

TEST_CASE("mixed groups are as large as others, and people meet again only where they must", "[method]") {
  for (int size = 2; size <= 5; ++size)
    for (int all = 1; all <= 20; ++all) {
      CAPTURE(size, all);
      const auto how = in_groups_of(size);
      std::vector<std::vector<PeopleInGroup>> before{grouped(how, people(all))};
      CHECK(words(mixed_groups(how, {}, people(all))) == words(before.front()));
      const auto groups = mixed_groups(how, before, people(all));
      CHECK(words(groups) == words(mixed_groups(how, before, people(all))));
      REQUIRE(groups.size() == before.front().size());
      for (std::size_t i = 0; i < groups.size(); ++i) {
        CHECK(groups[i].size() == before.front()[i].size());
        // Each comes from another group as far as there are as many.
        std::size_t most = 0;
        for (const auto& was : before.front()) {
          const auto came = std::ranges::count_if(
              groups[i], [&](const std::string& id) { return std::ranges::find(was, id) != was.end(); });
          most = std::max(most, static_cast<std::size_t>(came));
        }
        if (groups[i].size() * groups.size() == static_cast<std::size_t>(all) && groups[i].size() <= groups.size())
          CHECK(most == 1);
      }
    }
}

TEST_CASE("who stays keeps their place where others are mixed", "[method]") {
  const auto three = in_groups_of(3);
  const std::vector<std::vector<PeopleInGroup>> before{grouped(three, people(9))};
  const auto groups = mixed_groups(three, before, people(9), {"p7", "p1", "p4"});
  const auto sits = [&](std::size_t group, const char* id) {
    return std::ranges::find(groups[group], id) != groups[group].end();
  };
  CHECK((sits(0, "p7") && sits(1, "p1") && sits(2, "p4")));
  CHECK_FALSE((sits(0, "p8") || sits(0, "p9") || sits(1, "p2") || sits(1, "p3") || sits(2, "p5") || sits(2, "p6")));
  // Who stays and is gone leaves no place open, and more than there are groups count as others do.
  const auto left = mixed_groups(three, before, people(6), {"p7", "p1", "p4", "p2"});
  REQUIRE(left.size() == 2);
  CHECK((left[0].size() == 3 && left[1].size() == 3));
  CHECK(mixed_groups(three, before, {}).empty());
}

TEST_CASE("hundreds of people are mixed anew without a wait", "[method]") {
  const auto eight = in_groups_of(8);
  std::vector<std::vector<PeopleInGroup>> before{grouped(eight, people(240))};
  const auto begin = std::clock();
  for (int time = 1; time < 12; ++time) before.push_back(mixed_groups(eight, before, people(240)));
  const auto seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  CHECK(seconds < 20);  // a debug build needs one; looking at everybody for each pair, it is over thirty
  for (const auto& groups : before) {
    REQUIRE(groups.size() == 30);
    std::set<std::string> sits;
    for (const auto& group : groups) {
      CHECK(group.size() == 8);
      sits.insert(group.begin(), group.end());
    }
    CHECK(sits.size() == 240);
  }
  // In the first times there are so many others that nobody meets anybody again.
  std::set<std::pair<std::string, std::string>> met;
  for (std::size_t time = 0; time < 3; ++time)
    for (const auto& group : before[time])
      for (const auto& one : group)
        for (const auto& other : group)
          if (one < other) CHECK(met.emplace(one, other).second);
}

TEST_CASE("minutes per person are those of the largest group", "[method]") {
  Step step{.minutes = 2, .minutes_per_person = true};
  CHECK(minutes_with(step, 8) == 16);
  step.parallel = in_groups_of(2);
  CHECK(minutes_with(step, 8) == 4);
  CHECK(minutes_with(step, 5) == 6);
}

}  // namespace casus::method
