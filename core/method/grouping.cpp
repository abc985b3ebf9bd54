// SPDX-License-Identifier: EUPL-1.2
#include "core/method/grouping.hpp"

#include <algorithm>

namespace casus::method {
namespace {

using Groups = std::vector<PeopleInGroup>;

constexpr int kFewest = 2;  // one person alone is no group

bool is_in(const PeopleInGroup& group, const std::string& id) { return std::ranges::find(group, id) != group.end(); }

/// The smallest in which somebody sits, of equals the first; of those at another place than `beside`.
PeopleInGroup* smallest(Groups& groups, const PeopleInGroup* beside = nullptr) {
  PeopleInGroup* found = nullptr;
  for (auto& group : groups)
    if (&group != beside && !group.empty() && (found == nullptr || group.size() < found->size())) found = &group;
  return found;
}

/// Somebody more, where somebody sits already.
void seat(const Parallel& how, Groups& groups, const std::string& id) {
  int taken = 0, people = 1;
  for (const auto& group : groups) {
    taken += group.empty() ? 0 : 1;
    people += static_cast<int>(group.size());
  }
  auto& most = *std::ranges::max_element(groups, {}, &PeopleInGroup::size);
  if (taken >= number_of_groups(how, people) || most.size() <= std::size_t{kFewest}) {
    smallest(groups)->push_back(id);
    return;
  }
  const auto last = most.back();
  most.pop_back();
  groups.push_back({last, id});
}

}  // namespace

int number_of_groups(const Parallel& how, int people) {
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

std::vector<std::size_t> sizes_of_groups(const Parallel& how, std::size_t people) {
  const auto count = static_cast<std::size_t>(number_of_groups(how, static_cast<int>(people)));
  std::vector<std::size_t> sizes(count, people / count);
  for (std::size_t group = 0; group < people % count; ++group) ++sizes[group];
  return sizes;
}

std::vector<PeopleInGroup> grouped(const Parallel& how, const PeopleInGroup& people) {
  std::vector<PeopleInGroup> groups;
  auto next = people.begin();
  for (const auto size : sizes_of_groups(how, people.size())) {
    const auto end = next + static_cast<std::ptrdiff_t>(size);
    groups.emplace_back(next, end);
    next = end;
  }
  return groups;
}

std::vector<PeopleInGroup> joined_groups(const Parallel& how, const std::vector<PeopleInGroup>& before,
                                         const PeopleInGroup& people) {
  const auto now = groups_now(how, before, people);
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

void seat_now(const Parallel& how, std::vector<PeopleInGroup>& groups, const PeopleInGroup& people) {
  std::vector<std::size_t> were;
  for (auto& group : groups) {
    were.push_back(group.size());
    std::erase_if(group, [&](const std::string& id) { return !is_in(people, id); });
  }
  if (smallest(groups) == nullptr) return;
  for (const auto& id : people)
    if (std::ranges::none_of(groups, [&](const PeopleInGroup& group) { return is_in(group, id); }))
      seat(how, groups, id);
  // Who was alone before was put there by whoever leads the talk.
  for (std::size_t place = 0; place < were.size(); ++place) {
    auto& group = groups[place];
    auto* others = smallest(groups, &group);
    if (group.size() != 1 || were[place] == 1 || others == nullptr) continue;
    others->push_back(group.front());
    group.clear();
  }
}

std::vector<PeopleInGroup> groups_now(const Parallel& how, std::vector<PeopleInGroup> before,
                                      const PeopleInGroup& people) {
  seat_now(how, before, people);
  std::erase_if(before, [](const PeopleInGroup& group) { return group.empty(); });
  return before;
}

}  // namespace casus::method
