// SPDX-License-Identifier: EUPL-1.2
#include "core/method/grouping.hpp"

#include <algorithm>

namespace casus::method {
namespace {

bool is_in(const PeopleInGroup& group, const std::string& id) { return std::ranges::find(group, id) != group.end(); }

}  // namespace

int number_of_groups(const Parallel& how, int people) {
  constexpr int kFewest = 2;  // one person alone is no group
  if (people <= kFewest) return 1;
  if (how.groups) return std::clamp(*how.groups, 1, people / kFewest);
  const int size = std::max(how.size.value_or(kFewest), kFewest);
  const int rest = people % size;
  // What is left over makes a group of its own when that is nearer to the size than larger groups are.
  const bool own = rest >= kFewest && rest * 2 >= size;
  return std::max(1, people / size + (own ? 1 : 0));
}

int largest_group(const Parallel& how, int people) {
  const auto count = number_of_groups(how, people);
  return (std::max(people, 1) + count - 1) / count;
}

std::vector<PeopleInGroup> grouped(const Parallel& how, const PeopleInGroup& people) {
  const auto all = static_cast<int>(people.size());
  const auto count = number_of_groups(how, all);
  std::vector<PeopleInGroup> groups;
  auto next = people.begin();
  for (int group = 0; group < count; ++group) {
    const auto size = all / count + (group < all % count ? 1 : 0);
    groups.emplace_back(next, next + size);
    next += size;
  }
  return groups;
}

std::vector<PeopleInGroup> joined_groups(const Parallel& how, const std::vector<PeopleInGroup>& before,
                                         const PeopleInGroup& people) {
  const auto now = groups_now(before, people);
  if (now.empty()) return grouped(how, people);
  const auto wanted = number_of_groups(how, static_cast<int>(people.size()));
  auto left = std::min(wanted, static_cast<int>(now.size()));
  auto people_left = people.size();
  std::vector<PeopleInGroup> groups;
  for (std::size_t next = 0; left > 0; --left) {
    const auto fair = (people_left + static_cast<std::size_t>(left) - 1) / static_cast<std::size_t>(left);
    auto& group = groups.emplace_back();
    // Each of the groups to come needs one of those that are left.
    while (next < now.size() && (left == 1 || group.empty() || group.size() < fair) &&
           (group.empty() || now.size() - next >= static_cast<std::size_t>(left))) {
      group.insert(group.end(), now[next].begin(), now[next].end());
      ++next;
    }
    people_left -= group.size();
  }
  return groups;
}

std::vector<PeopleInGroup> groups_now(std::vector<PeopleInGroup> before, const PeopleInGroup& people) {
  for (auto& group : before) std::erase_if(group, [&](const std::string& id) { return !is_in(people, id); });
  std::erase_if(before, [](const PeopleInGroup& group) { return group.empty(); });
  if (before.empty()) return before;
  for (const auto& id : people) {
    if (std::ranges::any_of(before, [&](const PeopleInGroup& group) { return is_in(group, id); })) continue;
    std::ranges::min_element(before, {}, &PeopleInGroup::size)->push_back(id);
  }
  return before;
}

}  // namespace casus::method
