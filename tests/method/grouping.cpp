// SPDX-License-Identifier: EUPL-1.2
// Who sits with whom in a step that goes on in several groups.
#include "core/method/grouping.hpp"

#include "core/method/course.hpp"
#include "tests/support/catch.hpp"

namespace casus::method {
namespace {

PeopleInGroup people(int count) {
  PeopleInGroup all;
  for (int i = 1; i <= count; ++i) all.push_back("p" + std::to_string(i));
  return all;
}

Parallel in_groups_of(int size) {
  Parallel how;
  how.size = size;
  return how;
}

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
  Parallel three;
  three.groups = 3;
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

TEST_CASE("minutes per person are those of the largest group", "[method]") {
  Step step;
  step.minutes = 2;
  step.minutes_per_person = true;
  CHECK(minutes_with(step, 8) == 16);
  step.parallel = in_groups_of(2);
  CHECK(minutes_with(step, 8) == 4);
  CHECK(minutes_with(step, 5) == 6);
}

}  // namespace casus::method
